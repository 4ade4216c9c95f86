// SPDX-License-Identifier: MIT
// Each shipped recipe reads answers of its source's shape: found, nothing, ask later, failed. All people are invented.
#include "enrich/source_reader.hpp"

#include "enrich/source_tree.hpp"

#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>

#include <algorithm>
#include <ostream>

namespace knowwho {
BOOST_AUTO_TEST_SUITE(source_reader)
namespace {

struct Answer {
    std::string_view recipe;
    std::string_view step;
    int status;
    std::string_view body;
    ReadState state;
    std::string_view shows; ///< a text of the first item, or the message
};

std::ostream& operator<<(std::ostream& out, Answer const& one)
{
    return out << one.recipe << ' ' << one.step << ' ' << one.status << ' ' << one.body;
}

using enum ReadState;

Answer const answers[] = {
    {"openalex", "authors", 200, R"({"results":[{"id":"https://openalex.org/A77","display_name":"Anna Ährenfeld","works_count":3,"last_known_institutions":[{"display_name":"TH Oberweser"}]}]})", found, "organisation=TH Oberweser"},
    {"openalex", "authors", 200, R"({"meta":{"count":0},"results":[]})", nothing, ""},
    {"openalex", "authors", 429, R"({"error":"Rate limit exceeded","message":"Budget is spent"})", ask_later, "Budget is spent"},
    {"openalex", "authors", 503, R"({"error":"x","message":"paused"})", ask_later, "paused"},
    {"openalex", "works", 200, R"({"results":[{"title":"Kerben im Wälzlager","publication_date":"2026-02-03","doi":"https://doi.org/10.9999/x","authorships":[{"author":{"display_name":"Anna Ährenfeld"},"institutions":[{"display_name":"TH Oberweser"}]}]}]})", found, "Anna Ährenfeld (TH Oberweser)"},
    {"openalex", "works", 404, "<html><h1>Not Found</h1></html>", nothing, ""},
    {"openalex", "works", 200, "<!doctype html><title>Maintenance</title>", failed, "promised JSON"},
    {"openalex", "works", 200, R"({"results":[{"title":"Abgeschn)", failed, "promised JSON"},
    {"wikidata", "search", 200, R"({"search":[{"id":"Q9","label":"Anna Ährenfeld","description":"deutsche Ingenieurin"},{"id":"Q8","label":"Anna Ährenfeld","description":"Wikimedia disambiguation page"}]})", found, "id=Q9"},
    {"wikidata", "search", 200, R"({"error":{"code":"maxlag","info":"Waiting"}})", ask_later, "Waiting"},
    {"wikidata", "entity", 200, R"({"error":{"code":"no-such-entity","info":"none"}})", nothing, ""},
    {"wikidata", "entity", 200, R"({"error":{"code":"unknown_action","info":"odd"}})", failed, "odd"},
    {"wikidata", "entity", 200, R"({"entities":{"Q9":{"id":"Q9","labels":{"de":{"value":"Anna Ährenfeld"}},"descriptions":{"de":{"value":"deutsche Ingenieurin"}},"claims":{"P31":[{"mainsnak":{"datavalue":{"value":{"id":"Q5"}}}}],"P856":[{"rank":"normal","mainsnak":{"datavalue":{"value":"https://aehrenfeld.example/"}}}]}}}})", found, "website=https://aehrenfeld.example/"},
    {"wikidata", "entity", 200, R"({"entities":{"Q7":{"id":"Q7","claims":{"P31":[{"mainsnak":{"datavalue":{"value":{"id":"Q43229"}}}}]}}}})", nothing, ""},
    {"wikidata", "details", 200, R"({"results":{"bindings":[{"itemLabel":{"value":"Anna Ährenfeld"},"employerLabel":{"value":"TH Oberweser"}}]}})", found, "organisation=TH Oberweser"},
    {"wikipedia-de", "summary", 200, R"({"type":"standard","title":"Anna Ährenfeld","lang":"de","extract":"Anna Ährenfeld ist eine deutsche Ingenieurin.","content_urls":{"desktop":{"page":"https://de.wikipedia.org/wiki/Anna_%C3%84hrenfeld"}}})", found, "ist eine deutsche Ingenieurin"},
    {"wikipedia-de", "summary", 200, R"({"type":"disambiguation","title":"Weber","extract":"Weber steht für"})", nothing, ""},
    {"wikipedia-en", "search", 200, R"({"query":{"pages":{"-1":{"title":"Nobody","missing":""}}}})", nothing, ""},
    {"dblp", "authors", 200, R"({"result":{"hits":{"@total":"1","hit":[{"info":{"author":"Jens Redlich 0002","url":"https://dblp.org/pid/7/1-2","notes":{"note":{"@type":"affiliation","text":"TH Oberweser"}}}},{"info":{"author":"Jens Redlich","url":"https://dblp.org/pid/7/1"}}]}}})", found, "pid=7/1-2"},
    {"dblp", "authors", 200, R"({"result":{"hits":{"@total":"0"}}})", nothing, ""},
    {"dblp", "publications", 200, "<?xml version=\"1.0\"?><dblpperson><r><article key=\"j/x\"><author>Jens Redlich 0002</author><title>Kerben.</title><year>2025</year></article></r></dblpperson>", found, "Jens Redlich"},
    {"arxiv", "papers", 200, "<?xml version='1.0'?><feed><entry><id>https://arxiv.org/abs/1</id><title>Notches</title><summary>We study.</summary><published>2026-01-02T03:04:05Z</published><author><name>Jens Redlich</name></author></entry></feed>", found, "Notches"},
    {"arxiv", "papers", 400, "<?xml version='1.0'?><feed><entry><title>Error</title><summary>bad id</summary></entry></feed>", failed, "bad id"},
    {"arxiv", "papers", 200, "<?xml version='1.0'?><feed><title>q</title></feed>", nothing, ""},
    {"crossref", "works", 200, R"({"status":"ok","message":{"items":[{"DOI":"10.9999/y","title":["Kerben <i>und</i> Risse"],"issued":{"date-parts":[[2025,7]]},"author":[{"given":"Anna","family":"Ährenfeld","affiliation":[{"name":"TH Oberweser"}]}]}]}})", found, "Kerben und Risse"},
    {"crossref", "works", 404, "Resource not found.", nothing, ""},
    {"crossref", "works", 400, R"({"status":"failed","message":[{"message":"not allowed"}]})", failed, "not allowed"},
    {"orcid", "search", 200, R"({"expanded-result":[{"orcid-id":"0000-0000-0000-0001","given-names":"Anna","family-names":"Ährenfeld","institution-name":["TH Oberweser"]}]})", found, "Anna Ährenfeld"},
    {"orcid", "search", 200, R"({"expanded-result":null,"num-found":0})", nothing, ""},
    {"orcid", "works", 200, R"({"group":[{"work-summary":[{"title":{"title":{"value":"Kerben"}},"publication-date":{"year":{"value":"2025"},"month":null}}]}]})", found, "Kerben"},
    {"github", "search", 200, R"({"items":[{"login":"annaa"}]})", found, "login=annaa"},
    {"github", "user", 403, R"({"message":"API rate limit exceeded for 1.2.3.4"})", ask_later, "rate limit"},
    {"github", "user", 403, R"({"message":"Missing User Agent"})", failed, "Missing User Agent"},
    {"github", "user", 200, R"({"login":"annaa","name":"Anna Ährenfeld","company":"TH Oberweser","bio":"Kerben"})", found, "organisation=TH Oberweser"},
    {"github", "repositories", 200, R"([{"full_name":"annaa/kerben","fork":false,"description":"Finds notches"},{"full_name":"annaa/fork","fork":true}])", found, "Finds notches"},
    {"google-news", "search", 200, "<rss><channel><item><title>Kerben - ein Gespräch - Weser-Blatt</title><link>https://news.example/1</link><pubDate>Thu, 10 Sep 2026 05:30:00 GMT</pubDate><source>Weser-Blatt</source></item></channel></rss>", found, "Kerben - ein Gespräch"},
    {"google-news", "search", 200, "<html><title>Before you continue</title></html>", failed, "promised XML"},
    {"bing-news", "search", 200, "<rss xmlns:News=\"x\"><channel><item><title>Kerben</title><link>http://www.bing.com/news/apiclick.aspx?x=1&amp;url=https%3a%2f%2fblatt.example%2f1&amp;c=2</link><News:Source>Blatt</News:Source></item></channel></rss>", found, "https://blatt.example/1"},
    {"gdelt", "articles", 200, R"({"articles":[{"url":"https://blatt.example/1","title":"Kerben","seendate":"20260910T060000Z","domain":"blatt.example","language":"German"}]})", found, "Kerben"},
    {"gdelt", "articles", 200, "{}", nothing, ""},
    {"gdelt", "articles", 200, "", nothing, ""},
    {"gdelt", "articles", 200, "Your query was too short.", failed, "too short"},
    {"gdelt", "articles", 200, "Please limit requests to one every 5 seconds.", ask_later, "limit requests"},
    {"hackernews", "search", 200, R"({"hits":[{"objectID":"9","comment_text":"<p>Ask <i>Anna</i></p>","created_at_i":1778486400}]})", found, "Ask Anna"},
    {"hackernews", "user", 404, R"({"error":"Not Found"})", nothing, ""},
    {"mastodon", "webfinger", 200, R"({"subject":"acct:Anna@social.example"})", found, "mastodon_user=Anna"},
    {"mastodon", "account", 200, R"({"id":"1","acct":"anna","display_name":"Anna Ährenfeld","discoverable":true,"note":"<p>Kerben</p>"})", found, "Kerben"},
    {"mastodon", "account", 200, R"({"id":"1","acct":"anna","display_name":"Anna Ährenfeld","discoverable":false,"note":"x"})", nothing, ""},
    {"mastodon", "posts", 200, R"([{"content":"<p>Neu: Kerben</p>","visibility":"public","reblog":null,"url":"https://social.example/1"},{"content":"x","visibility":"unlisted","reblog":null}])", found, "Neu: Kerben"},
    {"mastodon", "posts", 401, R"({"error":"This method requires an authenticated user"})", failed, "authenticated"},
    {"bluesky", "search", 200, R"({"actors":[{"handle":"anna.example","displayName":"Anna Ährenfeld","description":"Kerben"}]})", found, "website=anna.example"},
    {"bluesky", "search", 400, R"({"error":"InvalidRequest","message":"Profile not found"})", nothing, ""},
    {"bluesky", "posts", 200, R"({"feed":[{"reason":{},"post":{"record":{"text":"Fremdes"}}},{"post":{"uri":"at://did:x/app.bsky.feed.post/77","author":{"handle":"anna.example","displayName":"Anna Ährenfeld"},"record":{"text":"Neu: Kerben","createdAt":"2026-05-11T00:00:00Z","langs":["de"]}}}]})", found, "https://bsky.app/profile/anna.example/post/77"},
    {"semanticscholar", "authors", 200, R"({"total":0,"offset":0})", nothing, ""},
    {"semanticscholar", "authors", 400, R"({"error":"Unrecognized fields"})", failed, "Unrecognized"},
    {"searxng", "search", 200, R"({"results":[{"url":"https://www.linkedin.com/in/anna","title":"Profil"},{"url":"https://aehrenfeld.example/team","title":"Team","content":"Anna Ährenfeld"}]})", found, "https://aehrenfeld.example/team"},
    {"searxng", "search", 200, R"({"results":[],"unresponsive_engines":[["google","CAPTCHA"]]})", ask_later, "CAPTCHA"},
    {"searxng", "search", 200, R"({"results":[],"unresponsive_engines":[]})", nothing, ""},
    {"searxng", "search", 403, "<html><h1>Forbidden</h1></html>", failed, "403"},
    {"lobid", "search", 200, R"({"totalItems":2,"member":[{"gndIdentifier":"1","preferredName":"Ährenfeld, Anna","type":["UndifferentiatedPerson"]},{"gndIdentifier":"2","preferredName":"Ährenfeld, Anna","type":["DifferentiatedPerson"],"professionOrOccupation":[{"label":"Ingenieurin"}]}]})", found, "gnd=2"},
    {"lobid", "facts", 200, R"({"@type":"person","@id":"https://d-nb.info/gnd/2","preferredName":"Anna Ährenfeld","affiliation":[{"preferredName":"TH Oberweser"}]})", found, "organisation=TH Oberweser"},
    {"dnb", "titles", 200, "<searchRetrieveResponse><numberOfRecords>1</numberOfRecords><records><record><recordData><dc xmlns:dc=\"x\"><dc:title>Kerben</dc:title><dc:creator>Ährenfeld, Anna [Verfasser]</dc:creator><dc:date>2024</dc:date></dc></recordData></record></records></searchRetrieveResponse>", found, "Kerben"},
    {"dnb", "titles", 200, "<searchRetrieveResponse><diagnostics><diagnostic><message>Unsupported index</message></diagnostic></diagnostics></searchRetrieveResponse>", failed, "Unsupported index"},
    {"itunes", "episodes", 200, "\n\n\n{\"resultCount\":1,\"results\":[{\"trackName\":\"#7 Anna Ährenfeld\",\"description\":\"Zu Gast\",\"releaseDate\":\"2026-05-11T04:00:00Z\",\"wrapperType\":\"podcastEpisode\"}]}", found, "#7 Anna Ährenfeld"},
    {"itunes", "episodes", 403, "", ask_later, "403"},
    {"stackexchange", "users", 200, R"({"items":[{"display_name":"J&#246;rg Redlich","location":"Kassel","account_id":5,"reputation":10}]})", found, "Jörg Redlich"},
    {"stackexchange", "users", 400, R"({"error_id":502,"error_message":"too many requests","error_name":"throttle_violation"})", ask_later, "too many"},
    // What is left of the shapes: the later steps, empty answers, and who asks for patience.
    {"github", "activity", 200, "<feed><entry><title>annaa pushed to kerben</title><link href=\"https://github.com/annaa/kerben\"/><updated>2026-05-11T08:00:00Z</updated><author><name>annaa</name></author></entry></feed>", found, "annaa pushed to kerben"},
    {"github", "search", 200, R"({"total_count":0,"items":[]})", nothing, ""},
    {"github", "user", 404, R"({"message":"Not Found"})", nothing, ""},
    {"orcid", "record", 200, R"({"person":{"name":{"given-names":{"value":"Anna"},"family-name":{"value":"Ährenfeld"},"credit-name":null},"biography":{"content":"Sucht Kerben."},"path":"/0000-0000-0000-0001/person"},"activities-summary":{"employments":{"affiliation-group":[{"summaries":[{"employment-summary":{"role-title":"Professorin","organization":{"name":"TH Oberweser"},"start-date":{"year":{"value":"2019"}}}}]}]}}})", found, "organisation=TH Oberweser"},
    {"orcid", "search", 429, "Too Many Requests. You have exceeded the daily quota.", ask_later, "daily quota"},
    {"orcid", "record", 404, R"({"response-code":404,"user-message":"not found"})", nothing, ""},
    {"semanticscholar", "authors", 200, R"({"total":1,"offset":0,"data":[{"authorId":"77","name":"A. Ährenfeld","affiliations":["TH Oberweser"]}]})", found, "organisation=TH Oberweser"},
    {"semanticscholar", "papers", 200, R"({"offset":0,"data":[{"paperId":"abc","title":"Kerben im Lager","year":2025,"venue":"Tagung","authors":[{"authorId":"77","name":"A. Ährenfeld"}]}]})", found, "https://www.semanticscholar.org/paper/abc"},
    {"semanticscholar", "authors", 429, R"({"message":"Too Many Requests","code":"429"})", ask_later, "Too Many Requests"},
    {"semanticscholar", "papers", 404, R"({"error":"Author not found"})", nothing, ""},
    {"stackexchange", "sites", 200, R"({"items":[{"site_name":"Super User","site_url":"https://superuser.example","user_id":7,"answer_count":3,"question_count":1}],"has_more":false})", found, "Super User: 3 answers, 1 questions"},
    {"stackexchange", "users", 200, R"({"items":[],"has_more":false,"quota_remaining":299})", nothing, ""},
    {"wikidata-site", "search", 200, R"({"search":[{"id":"Q2","label":"Ährenfeld Guss"}]})", found, "id=Q2"},
    {"wikidata-site", "search", 200, R"({"search":[],"success":1})", nothing, ""},
    {"wikidata-site", "entity", 200, R"({"entities":{"Q2":{"id":"Q2","labels":{"de":{"value":"Ährenfeld Guss"}},"claims":{"P856":[{"rank":"normal","mainsnak":{"datavalue":{"value":"https://alt.example/"}}},{"rank":"preferred","mainsnak":{"datavalue":{"value":"https://guss.example/"}}}]}}}})", found, "site=https://guss.example/"},
    {"wikidata-site", "entity", 200, R"({"entities":{"Q9":{"id":"Q9","claims":{"P31":[{"mainsnak":{"datavalue":{"value":{"id":"Q5"}}}}],"P856":[{"rank":"normal","mainsnak":{"datavalue":{"value":"https://a.example/"}}}]}}}})", nothing, ""},
    {"wikidata-site", "entity", 200, R"({"entities":{"Q404":{"id":"Q404","missing":""}}})", nothing, ""},
    {"wikidata", "search", 200, R"({"search":[]})", nothing, ""},
    {"wikidata", "entity", 200, R"({"entities":{"Q404":{"id":"Q404","missing":""}}})", nothing, ""},
    {"wikipedia-de", "search", 200, R"({"pages":[{"id":1,"key":"Anna_Ährenfeld","title":"Anna Ährenfeld","description":"deutsche Ingenieurin"}]})", found, "field=deutsche Ingenieurin"},
    {"wikipedia-de", "search", 200, R"({"pages":[]})", nothing, ""},
    {"wikipedia-de", "search", 200, R"({"error":{"code":"badvalue","info":"Unrecognized value"}})", failed, "Unrecognized value"},
    {"wikipedia-en", "summary", 200, R"({"type":"standard","title":"Anna Ährenfeld","lang":"en","extract":"Anna Ährenfeld is an engineer.","timestamp":"2026-02-11T10:00:00Z"})", found, "is an engineer"},
    {"wikipedia-en", "summary", 404, R"({"type":"not_found","detail":"Page or revision not found."})", nothing, ""},
    {"bing-news", "search", 200, "<rss><channel><title>Anna - BingNews</title></channel></rss>", nothing, ""},
    {"google-news", "search", 200, "<rss><channel><title>\"Anna\" - Google News</title></channel></rss>", nothing, ""},
    {"google-news", "search", 429, "<html><body>Sorry</body></html>", ask_later, "429"},
    {"hackernews", "search", 200, R"({"hits":[],"nbHits":0})", nothing, ""},
    {"itunes", "episodes", 200, "\n\n\n{\"resultCount\":0,\"results\":[]}", nothing, ""},
    {"dnb", "titles", 200, "<searchRetrieveResponse><numberOfRecords>0</numberOfRecords></searchRetrieveResponse>", nothing, ""},
    {"lobid", "search", 200, R"({"totalItems":0,"member":[]})", nothing, ""},
    {"mastodon", "account", 429, R"({"error":"Too many requests"})", ask_later, "429"},
    {"mastodon", "posts", 200, "[]", nothing, ""},
    {"mastodon", "account", 404, R"({"error":"Record not found"})", nothing, ""},
    {"bluesky", "search", 429, R"({"error":"RateLimitExceeded","message":"Rate Limit Exceeded"})", ask_later, "Rate Limit"},
    {"bluesky", "search", 200, R"({"actors":[]})", nothing, ""},
    {"gdelt", "articles", 429, "Please limit requests to one every 5 seconds.", ask_later, "429"},
    {"openalex", "authors", 401, R"({"error":"Invalid API key","message":"API key not found"})", failed, "not found"},
};

SourceRecipe const& recipe_named(std::string_view name)
{
    static auto const all = shipped_recipes();
    return *std::find_if(all.begin(), all.end(), [&](SourceRecipe const& one) { return one.name == name; });
}

/// Everything an item says, on one line.
std::string line_of(SourceItem const& item)
{
    auto line = std::string{};
    for (auto const& name : item.names) {
        line += name + " | ";
    }
    for (auto const& [name, value] : item.signals) {
        line += name + "=" + value + " | ";
    }
    for (auto const& [name, value] : item.taken) {
        line += name + "=" + value + " | ";
    }
    if (!item.site.empty()) {
        line += "site=" + item.site + " | ";
    }
    if (item.piece) {
        line += item.piece->title + " | " + item.piece->link + " | " + item.piece->site;
        for (auto const& text : item.piece->paragraphs) {
            line += " | " + text;
        }
        for (auto const& name : item.piece->people) {
            line += " | " + name;
        }
    }
    return line;
}

} // namespace

BOOST_DATA_TEST_CASE(an_answer_of_each_shape_is_read, boost::unit_test::data::make(answers), one)
{
    auto const& recipe = recipe_named(one.recipe);
    BOOST_REQUIRE(recipe.step(one.step) != nullptr);
    auto const reading = read_answer(recipe, *recipe.step(one.step), one.status, one.body, "", "https://source.example/");
    BOOST_TEST(static_cast<int>(reading.state) == static_cast<int>(one.state), reading.message);
    auto const shown = reading.items.empty() ? reading.message : line_of(reading.items.front());
    BOOST_TEST(shown.find(one.shows) != std::string::npos, shown);
}

BOOST_AUTO_TEST_CASE(a_pause_that_an_answer_asks_for_is_told)
{
    auto const& recipe = recipe_named("stackexchange");
    auto const pause_of = [&](int status, std::string_view body) { return read_answer(recipe, recipe.steps.front(), status, body, "", "").pause; };
    BOOST_TEST((pause_of(200, R"({"items":[],"backoff":10})") == std::chrono::seconds{10}));
    BOOST_TEST((pause_of(400, R"({"error_id":502,"backoff":30})") == std::chrono::seconds{30}));
    BOOST_TEST((pause_of(200, R"({"items":[],"backoff":"bald"})") == std::chrono::seconds{0}));
    BOOST_TEST((pause_of(200, R"({"items":[],"backoff":99999999})") == std::chrono::hours{24}));
}

BOOST_AUTO_TEST_CASE(the_server_s_charset_is_read_in_any_case)
{
    BOOST_TEST(charset_of("text/html; charset=utf-8") == "utf-8");
    BOOST_TEST(charset_of("Text/HTML; Charset=\"Windows-1251\"; x=y") == "Windows-1251");
    BOOST_TEST(charset_of("text/html").empty());
}

BOOST_AUTO_TEST_CASE(a_wrong_charset_is_seen_through)
{
    auto const& recipe = recipe_named("google-news");
    auto const body = std::string{"<?xml version=\"1.0\" encoding=\"UTF-8\"?><rss><channel><item><title>M\xfcller spricht</title></item></channel></rss>"};
    auto const reading = read_answer(recipe, recipe.steps.front(), 200, body, "text/xml; charset=utf-8", "https://a.example/");
    BOOST_REQUIRE(reading.items.size() == 1);
    BOOST_TEST(reading.items[0].piece->title == "Müller spricht");
}

BOOST_AUTO_TEST_CASE(hostile_answers_are_read_in_time)
{
    for (auto const& recipe : {recipe_named("openalex"), recipe_named("dnb"), recipe_named("dblp")}) {
        for (auto const& body : {std::string(200'000, '['), std::string(200'000, '<'), std::string(1000, '\0'), std::string("\xff\xfe\xff")}) {
            auto const reading = read_answer(recipe, recipe.steps.front(), 200, body, "", "");
            BOOST_TEST((reading.state == failed || reading.state == nothing));
        }
    }
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace knowwho
