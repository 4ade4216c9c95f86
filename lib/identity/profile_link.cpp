// SPDX-License-Identifier: MIT
#include "identity/profile_link.hpp"

#include "data/resources.hpp"
#include "identity/asian_names.hpp"
#include "identity/name_parser.hpp"
#include "identity/organisation.hpp"
#include "text/ascii.hpp"
#include "text/folding.hpp"
#include "text/similarity.hpp"

#include <algorithm>
#include <cmath>

namespace knowwho {
namespace {

template <typename Take>
void for_each_word(std::string_view text, Take take)
{
    auto const folded = fold_name(text);
    auto rest = std::string_view{folded};
    while (!rest.empty()) {
        auto const end = std::min(rest.find(' '), rest.size());
        if (end > 0) {
            take(rest.substr(0, end));
        }
        rest.remove_prefix(std::min(end + 1, rest.size()));
    }
}

void make_set(WordSet& words)
{
    std::ranges::sort(words);
    auto const rest = std::unique(words.begin(), words.end());
    words.erase(rest, words.end());
}

std::string bearer_key(ComparableName const& name)
{
    return name.family_key + '|' + (name.given.empty() ? std::string{} : name.given.front().substr(0, 1));
}

std::string family_key(ComparableName const& name) { return "f|" + name.family_key; }

std::string given_key(ComparableName const& name) { return "g|" + (name.given.empty() ? std::string{} : name.given.front()); }

/// What two sets share, by rarity.
struct Overlap {
    double shared = 0;
    double rarest = 0;
    double a = 0;
    double b = 0;
    int count = 0;

    double contained() const { return a > 0 ? shared / a : 0; }
    double jaccard() const { return a + b - shared > 0 ? shared / (a + b - shared) : 0; }
    double cosine() const { return a > 0 && b > 0 ? shared / std::sqrt(a * b) : 0; }
};

double weight_of(WordSet const& words, LinkCorpus const& corpus)
{
    auto sum = 0.0;
    for (auto const word : words) {
        sum += corpus.rarity(word);
    }
    return sum;
}

Overlap overlap(WordSet const& a, WordSet const& b, LinkCorpus const& corpus)
{
    auto result = Overlap{};
    result.a = weight_of(a, corpus);
    result.b = weight_of(b, corpus);
    for (auto left = a.begin(), right = b.begin(); left != a.end() && right != b.end();) {
        if (*left == *right) {
            auto const rarity = corpus.rarity(*left);
            result.shared += rarity;
            result.rarest = std::max(result.rarest, rarity);
            ++result.count;
            ++left;
            ++right;
        } else {
            *left < *right ? ++left : ++right;
        }
    }
    return result;
}

/// "holm-werk.de" gives "holmwerk": the label before the public ending.
std::string domain_label(std::string_view domain)
{
    static constexpr std::string_view endings[] = {"ac", "co", "edu", "gov", "org", "com", "or"};
    auto labels = std::vector<std::string_view>{};
    while (!domain.empty()) {
        auto const end = std::min(domain.find('.'), domain.size());
        labels.push_back(domain.substr(0, end));
        domain.remove_prefix(std::min(end + 1, domain.size()));
    }
    if (labels.size() < 2) {
        return labels.empty() ? std::string{} : without_blanks(fold_name(labels[0]));
    }
    auto const second = labels[labels.size() - 2];
    auto const deep = labels.size() >= 3 && std::ranges::find(endings, second) != std::end(endings);
    return without_blanks(fold_name(deep ? labels[labels.size() - 3] : second));
}

double domain_resembles(std::string_view domain, std::string_view affiliation)
{
    auto const label = domain_label(domain);
    auto const core = without_blanks(fold_name(parse_organisation(affiliation).core));
    if (label.size() < 2 || core.size() < 2) {
        return 0;
    }
    if (label == core) {
        return 1;
    }
    auto initials = std::string{};
    for_each_word(affiliation, [&](std::string_view word) { initials += word.front(); });
    if (label.size() >= 4 && core.find(label) != std::string::npos) {
        return 0.95;
    }
    return initials.find(label) != std::string::npos && label.size() >= 2 ? 0.9 : core.size() >= 4 && label.find(core.substr(0, 5)) != std::string::npos ? 0.85 : 0.8 * jaro_winkler(label, core);
}

double year_gap(LinkSubject const& subject, LinkProfile const& profile)
{
    if (subject.year == 0 || profile.first_year == 0) {
        return -1;
    }
    return std::max({0, profile.first_year - subject.year, subject.year - profile.last_year});
}

template <typename Record>
WordSet joined_words(Record const& record, LinkCorpus& corpus)
{
    auto set = corpus.words(record.topics);
    auto const keywords = corpus.whole(record.keywords);
    set.insert(set.end(), keywords.begin(), keywords.end());
    return set;
}

std::vector<std::string> texts_in(std::vector<std::pair<std::string, int>> const& counted)
{
    auto texts = std::vector<std::string>{};
    for (auto const& [text, count] : counted) {
        texts.push_back(text);
    }
    return texts;
}

/// The words of a record's field of work: topics, keywords, venues.
WordSet work_words(LinkSubject const& subject, LinkCorpus& corpus)
{
    auto set = joined_words(subject, corpus);
    auto const venue = corpus.words(subject.venue);
    set.insert(set.end(), venue.begin(), venue.end());
    make_set(set);
    return set;
}

WordSet work_words(LinkProfile const& profile, LinkCorpus& corpus)
{
    auto set = joined_words(profile, corpus);
    auto const venues = corpus.words(profile.venues);
    set.insert(set.end(), venues.begin(), venues.end());
    make_set(set);
    return set;
}

template <typename Direction>
double product(Direction const& a, Direction const& b)
{
    auto sum = 0.0;
    for (auto i = std::size_t{0}; i < a.size(); ++i) {
        sum += static_cast<double>(a[i]) * static_cast<double>(b[i]);
    }
    return sum;
}

template <typename Direction>
void normalise(Direction& direction)
{
    auto const length = static_cast<float>(std::sqrt(product(direction, direction)));
    if (length > 0) {
        for (auto& value : direction) {
            value /= length;
        }
    }
}

using Row = std::vector<float>;

void put(Row& row, double value) { row.push_back(static_cast<float>(value)); }

void put_overlap(Row& row, Overlap const& o)
{
    put(row, o.a <= 0 || o.b <= 0 ? -1 : o.contained());
    put(row, o.a <= 0 || o.b <= 0 ? -1 : o.cosine());
    put(row, o.shared);
    put(row, o.rarest);
    put(row, o.count);
}

struct PreparedSubject {
    ComparableName name;
    PersonName parsed;
    WordSet affiliation;
    std::string organisation;
    WordSet topics;
    WordSet keywords;
    WordSet co_names;
    WordSet co_family;
    WordSet venue;
    WordSet role;
    std::string place;
};

ComparableName name_of(std::string_view written) { return comparable(parse_name(written)); }

/// "Austin, Robert H" and "Robert H Austin" by last word and first letter: quick, as there are many of them.
std::string initial_and_family(std::string_view written)
{
    auto const comma = written.find(',');
    auto const before = fold_name(written.substr(0, comma));
    auto const behind = comma == std::string_view::npos ? std::string{} : fold_name(written.substr(comma + 1));
    auto const family = before.substr(before.rfind(' ') == std::string::npos ? 0 : before.rfind(' ') + 1);
    return family + '|' + (behind.empty() ? before : behind).substr(0, 1);
}

std::vector<std::string> short_names(std::vector<std::string> const& names)
{
    auto made = std::vector<std::string>{};
    for (auto const& name : names) {
        made.push_back(initial_and_family(name));
    }
    return made;
}

PreparedSubject prepare(LinkSubject const& subject, LinkCorpus& corpus)
{
    auto made = PreparedSubject{};
    made.parsed = parse_name(subject.name);
    made.name = comparable(made.parsed);
    made.affiliation = corpus.words(subject.affiliation);
    made.organisation = organisation_key(subject.affiliation);
    made.topics = corpus.words(subject.topics);
    made.keywords = corpus.whole(subject.keywords);
    made.co_names = corpus.whole(subject.co_names);
    made.co_family = corpus.whole(short_names(subject.co_names));
    made.venue = corpus.words(subject.venue);
    made.role = corpus.words(subject.role);
    made.place = fold_name(subject.place);
    return made;
}

/// The best agreement of the subject's name with any name of the profile, and how much of its use fits.
struct NameFit {
    NameComparison best;
    double fitting_share = 0;
    bool full_given = false;
};

NameFit fit_names(ComparableName const& subject, LinkProfile const& profile)
{
    auto fit = NameFit{};
    auto uses = 0.0;
    auto fitting = 0.0;
    auto first = true;
    for (auto const& [written, count] : profile.names) {
        auto const name = name_of(written);
        auto const compared = compare_names(subject, name);
        auto const better = first || static_cast<int>(compared.given) + compared.middle + 3 * compared.family > static_cast<int>(fit.best.given) + fit.best.middle + 3 * fit.best.family;
        if (better) {
            fit.best = compared;
        }
        first = false;
        fit.full_given = fit.full_given || (!name.given.empty() && name.given.front().size() > 1);
        uses += count;
        fitting += compared.given >= GivenAgreement::unknown && compared.middle >= 0 ? count : 0;
    }
    fit.fitting_share = uses > 0 ? fitting / uses : 0;
    return fit;
}

void put_name(Row& row, PreparedSubject const& subject, NameFit const& fit, LinkCorpus const& corpus)
{
    static auto const statistics = NameStatistics{};
    auto const given = subject.parsed.given.empty() || subject.name.given.front().size() == 1 ? 1.0 : statistics.given_share(subject.parsed.given);
    auto const family = statistics.family_share(subject.parsed.family);
    put(row, static_cast<double>(fit.best.given));
    put(row, fit.best.middle);
    put(row, fit.best.family);
    put(row, fit.best.given_similarity);
    put(row, fit.fitting_share);
    put(row, fit.full_given);
    put(row, !subject.name.given.empty() && subject.name.given.front().size() == 1);
    put(row, static_cast<double>(subject.name.given.size()));
    put(row, -std::log(given * family));
    put(row, -std::log(given));
    put(row, -std::log(family));
    put(row, is_asian_family(subject.name.family_key));
    put(row, std::log1p(corpus.bearers(subject.name)));
    put(row, std::log1p(corpus.family_bearers(subject.name)));
    put(row, std::log1p(corpus.given_bearers(subject.name)));
}

/// The best overlap with any affiliation, by what of the subject's is contained.
void put_affiliations(Row& row, LinkSubject const& subject, PreparedSubject const& prepared, LinkProfile const& profile, LinkCorpus& corpus)
{
    auto best = Overlap{};
    auto share = 0.0;
    auto uses = 0.0;
    auto same = false;
    auto likeness = 0.0;
    auto together = WordSet{};
    for (auto const& [written, count] : profile.affiliations) {
        auto const words = corpus.words(written);
        together.insert(together.end(), words.begin(), words.end());
        auto const o = overlap(prepared.affiliation, words, corpus);
        uses += count;
        if (o.jaccard() + o.contained() > best.jaccard() + best.contained()) {
            best = o;
            share = count;
        }
        same = same || (!prepared.organisation.empty() && organisation_key(written) == prepared.organisation);
        likeness = std::max(likeness, subject.email_domain.empty() ? 0.0 : domain_resembles(subject.email_domain, written));
    }
    make_set(together);
    put_overlap(row, best);
    put(row, best.jaccard());
    put_overlap(row, overlap(prepared.affiliation, together, corpus));
    put(row, uses > 0 ? share / uses : -1);
    put(row, same);
    put(row, static_cast<double>(profile.affiliations.size()));
    put(row, prepared.affiliation.empty() ? 0 : profile.affiliations.empty() ? 1 : 2);
    put(row, subject.email_domain.empty() || profile.affiliations.empty() ? -1 : likeness);
}

void put_house(Row& row, LinkSubject const& subject, PreparedSubject const& prepared, LinkProfile const& profile, LinkCorpus& corpus)
{
    auto const& domains = profile.email_domains;
    auto const equal = std::ranges::find(domains, subject.email_domain) != domains.end();
    put(row, subject.email_domain.empty() || domains.empty() ? -1 : equal);
    auto likeness = -1.0;
    for (auto const& domain : domains) {
        likeness = std::max(likeness, subject.affiliation.empty() ? -1.0 : domain_resembles(domain, subject.affiliation));
    }
    put(row, likeness);
    auto place = prepared.place.empty() || profile.places.empty() ? -1.0 : 0.0;
    for (auto const& written : profile.places) {
        place = std::max(place, prepared.place.empty() ? -1.0 : fold_name(written) == prepared.place ? 1.0 : 0.0);
    }
    put(row, place);
    put(row, static_cast<double>(profile.places.size()));
    auto const roles = overlap(prepared.role, corpus.words(profile.roles), corpus);
    put(row, roles.a <= 0 || roles.b <= 0 ? -1 : roles.jaccard());
    put(row, roles.rarest);
}

void put_work(Row& row, LinkSubject const& subject, PreparedSubject const& prepared, LinkProfile const& profile, LinkCorpus& corpus)
{
    auto const topics = corpus.words(profile.topics);
    put_overlap(row, overlap(prepared.topics, topics, corpus));
    put_overlap(row, overlap(prepared.keywords, corpus.whole(profile.keywords), corpus));
    put_overlap(row, overlap(prepared.co_names, corpus.whole(profile.co_names), corpus));
    put_overlap(row, overlap(prepared.co_family, corpus.whole(short_names(profile.co_names)), corpus));
    auto const venues = overlap(prepared.venue, corpus.words(profile.venues), corpus);
    put(row, venues.a <= 0 || venues.b <= 0 ? -1 : venues.contained());
    put(row, venues.rarest);
    put(row, std::ranges::find(profile.venues, subject.venue) != profile.venues.end() && !subject.venue.empty());
    put(row, subject.language.empty() || profile.language.empty() ? -1 : subject.language == profile.language);
    put(row, year_gap(subject, profile));
    put(row, std::log1p(profile.works));
    put(row, profile.last_year - profile.first_year);
    put(row, static_cast<double>(profile.co_names.size()));
    put(row, static_cast<double>(topics.size()));
    put(row, corpus.nearness(work_words(subject, corpus), work_words(profile, corpus)));
    put(row, subject.year == 0 || profile.last_year == 0 ? -99 : subject.year - profile.last_year);
}

constexpr std::size_t family_column = 2;

/// The columns whose standing among the candidates says something: by position in the row.
constexpr std::size_t group_columns[] = {0, 1, 4, 15, 16, 17, 18, 20, 24, 26, 30, 31, 32, 33, 35, 38, 39, 40, 43, 44, 47, 49, 51, 54, 56, 57, 61, 62, 66};

void put_group(std::vector<Row>& rows)
{
    auto const plain = rows;
    for (auto i = std::size_t{0}; i < rows.size(); ++i) {
        auto fitting = 0;
        for (auto j = std::size_t{0}; j < rows.size(); ++j) {
            fitting += j != i && plain[j][0] >= static_cast<float>(GivenAgreement::unknown);
        }
        put(rows[i], std::log1p(static_cast<double>(rows.size())));
        put(rows[i], std::log1p(fitting));
        for (auto const column : group_columns) {
            auto best = -1.0F;
            for (auto j = std::size_t{0}; j < rows.size(); ++j) {
                best = j == i ? best : std::max(best, plain[j][column]);
            }
            put(rows[i], plain[i][column] - best);
        }
    }
}

BoostedTrees const& trees()
{
    static auto const read = BoostedTrees{resource("lexicon/link_trees.tsv")};
    return read;
}

} // namespace

std::uint32_t LinkCorpus::number(std::string_view word)
{
    auto& number = m_numbers.add(word);
    if (number == 0) {
        m_counts.push_back(0);
        number = static_cast<std::uint32_t>(m_counts.size());
    }
    return number - 1;
}

WordSet LinkCorpus::words(std::string_view text)
{
    auto set = WordSet{};
    for_each_word(text, [&](std::string_view word) { set.push_back(number(word)); });
    make_set(set);
    return set;
}

WordSet LinkCorpus::words(std::vector<std::string> const& texts)
{
    auto set = WordSet{};
    for (auto const& text : texts) {
        for_each_word(text, [&](std::string_view word) { set.push_back(number(word)); });
    }
    make_set(set);
    return set;
}

WordSet LinkCorpus::whole(std::vector<std::string> const& texts)
{
    auto set = WordSet{};
    for (auto const& text : texts) {
        if (auto const key = fold_name(text); !key.empty()) {
            set.push_back(number(key));
        }
    }
    make_set(set);
    return set;
}

void LinkCorpus::count(WordSet const& words)
{
    for (auto const word : words) {
        ++m_counts[word];
    }
}

void LinkCorpus::count_name(std::string_view written)
{
    auto const name = name_of(written);
    ++m_bearers.add(bearer_key(name));
    ++m_bearers.add(family_key(name));
    ++m_bearers.add(given_key(name));
}

void LinkCorpus::add(LinkSubject const& subject)
{
    ++m_records;
    count(words(subject.affiliation));
    count(words(subject.topics));
    count(words(subject.venue));
    count(words(subject.role));
    count(whole(subject.keywords));
    count(whole(subject.co_names));
    count_name(subject.name);
    keep_company(work_words(subject, *this));
}

void LinkCorpus::add(LinkProfile const& profile)
{
    ++m_records;
    auto const affiliations = words(texts_in(profile.affiliations));
    count(affiliations);
    keep_company(affiliations);
    count(words(profile.topics));
    count(words(profile.venues));
    count(words(profile.roles));
    count(whole(profile.keywords));
    count(whole(profile.co_names));
    if (!profile.names.empty()) {
        count_name(profile.names.front().first);
    }
    keep_company(work_words(profile, *this));
}

void LinkCorpus::keep_company(WordSet words)
{
    m_companies.push_back(std::move(words));
    m_directions.clear();
}

/// Random indexing (Kanerva 2000): every word has a random direction; a word that is met gets those of
/// the words beside it, so that words of the same field point the same way.
void LinkCorpus::learn_company()
{
    m_directions.assign(m_counts.size(), Direction{});
    auto mean = Direction{};
    for (auto const& company : m_companies) {
        auto together = Direction{};
        for (auto const word : company) {
            auto random = word * 2654435761U + 12345;
            auto const weight = static_cast<float>(rarity(word));
            for (auto& value : together) {
                random = random * 1664525U + 1013904223U;
                value += (random & 0x80000000U) != 0 ? weight : -weight;
            }
        }
        normalise(together);
        for (auto const word : company) {
            for (auto i = std::size_t{0}; i < together.size(); ++i) {
                m_directions[word][i] += together[i];
            }
        }
        for (auto i = std::size_t{0}; i < together.size(); ++i) {
            mean[i] += together[i];
        }
    }
    normalise(mean);
    for (auto& direction : m_directions) {
        auto const common = product(direction, mean);
        for (auto i = std::size_t{0}; i < direction.size(); ++i) {
            direction[i] -= static_cast<float>(common) * mean[i];
        }
        normalise(direction);
    }
}

LinkCorpus::Direction LinkCorpus::direction_of(WordSet const& words) const
{
    auto sum = Direction{};
    for (auto const word : words) {
        if (word < m_directions.size()) {
            auto const weight = static_cast<float>(rarity(word));
            for (auto i = std::size_t{0}; i < sum.size(); ++i) {
                sum[i] += weight * m_directions[word][i];
            }
        }
    }
    normalise(sum);
    return sum;
}

double LinkCorpus::nearness(WordSet const& a, WordSet const& b)
{
    if (a.empty() || b.empty()) {
        return 0;
    }
    if (m_directions.empty()) {
        learn_company();
    }
    return product(direction_of(a), direction_of(b));
}

double LinkCorpus::rarity(std::uint32_t word) const
{
    return std::log((m_records + 2.0) / (m_counts[word] + 1.0));
}

int LinkCorpus::counted(std::string_view key) const
{
    auto const* found = m_bearers.find(key);
    return found == nullptr ? 0 : *found;
}

int LinkCorpus::bearers(ComparableName const& name) const { return counted(bearer_key(name)); }

int LinkCorpus::family_bearers(ComparableName const& name) const { return counted(family_key(name)); }

int LinkCorpus::given_bearers(ComparableName const& name) const { return counted(given_key(name)); }

std::vector<std::vector<float>> link_features(LinkSubject const& subject, std::span<LinkProfile const> profiles, LinkCorpus& corpus)
{
    auto const prepared = prepare(subject, corpus);
    auto rows = std::vector<Row>{};
    for (auto const& profile : profiles) {
        auto row = Row{};
        row.reserve(96);
        put_name(row, prepared, fit_names(prepared.name, profile), corpus);
        put_affiliations(row, subject, prepared, profile, corpus);
        put_house(row, subject, prepared, profile, corpus);
        put_work(row, subject, prepared, profile, corpus);
        rows.push_back(std::move(row));
    }
    put_group(rows);
    return rows;
}

std::vector<double> compete(std::span<double const> log_odds)
{
    auto all = 1.0;
    auto odds = std::vector<double>{};
    for (auto const value : log_odds) {
        odds.push_back(std::exp(std::clamp(value, -30.0, 30.0)));
        all += odds.back();
    }
    for (auto& value : odds) {
        value /= all;
    }
    return odds;
}

std::vector<double> link_profiles(LinkSubject const& subject, std::span<LinkProfile const> profiles, LinkCorpus& corpus)
{
    auto scores = std::vector<double>{};
    // The trees were grown on bearers of one name; what bears another was never shown to them.
    constexpr float least_family = 0.85F;
    constexpr double another_name = -20;
    for (auto const& row : link_features(subject, profiles, corpus)) {
        scores.push_back(row[family_column] < least_family ? another_name : trees().score(row));
    }
    return compete(scores);
}

} // namespace knowwho
