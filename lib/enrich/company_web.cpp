// SPDX-License-Identifier: MIT
#include "enrich/company_web.hpp"

#include "enrich/site_map.hpp"
#include "enrich/source_tree.hpp"
#include "fetch/robots.hpp"
#include "text/ascii.hpp"
#include "text/folding.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace knowwho {
namespace {

constexpr std::size_t largest_page = 2 << 20;
constexpr std::size_t largest_map = 8 << 20; ///< unpacked, too
constexpr int most_people_pages = 3;
constexpr int most_maps = 3;

bool is_html(Response const& response)
{
    auto const type = response.header("content-type");
    return type.empty() || type.find("html") != std::string_view::npos;
}

bool is_of_site(SiteLink const& link, std::string_view domain)
{
    auto const target = parse_address(link.address);
    return target && same_site(target->host, domain);
}

} // namespace

std::string site_of(Attendance const& attendance)
{
    auto const parameters = parameters_of(attendance);
    auto const domain = parameters.find("domain");
    if (domain == parameters.end()) {
        return {};
    }
    constexpr auto networks = std::array<std::string_view, 9>{"linkedin.com", "xing.com", "facebook.com", "instagram.com", "twitter.com",
        "x.com", "youtube.com", "github.com", "orcid.org"};
    auto const of_network = std::any_of(networks.begin(), networks.end(), [&](std::string_view one) { return same_site(domain->second, one); });
    return of_network ? "" : domain->second;
}

SiteVisit::SiteVisit(std::string domain, std::span<Attendance const* const> people, SiteManners const& manners)
    : m_domain(std::move(domain)), m_manners(manners)
{
    for (auto const* const person : people) {
        if (auto family = fold(person->row.name.family); family.size() > 2) {
            m_families.push_back(std::move(family));
        }
    }
    std::sort(m_families.begin(), m_families.end());
    m_families.erase(std::unique(m_families.begin(), m_families.end()), m_families.end());
}

std::vector<Question> SiteVisit::start()
{
    auto questions = std::vector<Question>{};
    ask("https://" + m_domain + "/", Kind::home, questions);
    return questions;
}

void SiteVisit::ask(std::string const& address, Kind kind, std::vector<Question>& questions)
{
    // The rules were read before the home page: they come out of the cache, and are no page.
    if (kind != Kind::robots && (static_cast<int>(m_asked.size()) >= m_manners.pages || !m_asked.insert(address).second)) {
        return;
    }
    auto question = Question{m_next, {}};
    question.fetch.request.address = address;
    question.fetch.request.host_delay = m_manners.pace;
    question.fetch.request.size_limit = kind == Kind::site_map ? largest_map : largest_page;
    auto const lasting = kind == Kind::home || kind == Kind::people || kind == Kind::imprint || kind == Kind::article;
    question.fetch.max_age = lasting ? std::chrono::seconds{m_manners.fresh} : std::chrono::seconds{std::chrono::hours{24}};
    question.fetch.robots = kind != Kind::robots;
    m_open.emplace(m_next++, kind);
    questions.push_back(std::move(question));
}

std::vector<Question> SiteVisit::take(std::size_t number, Response const& response)
{
    auto questions = std::vector<Question>{};
    auto node = m_open.extract(number);
    if (node.empty()) {
        return questions;
    }
    auto const kind = node.mapped();
    m_requests += response.requests;
    if (kind == Kind::robots && response.outcome == Outcome::answered) {
        read_robots(response, questions);
    } else if (response.outcome != Outcome::answered || response.status != 200) {
        trouble(kind, response);
    } else if (kind == Kind::feed) {
        read_feed(response, questions);
    } else if (kind == Kind::site_map) {
        read_map(response, questions);
    } else if (is_html(response)) {
        read_page_of_site(kind, response, questions);
    }
    return questions;
}

/// Only trouble at the door counts; a link that leads nowhere is nothing to tell.
void SiteVisit::trouble(Kind kind, Response const& response)
{
    if (kind != Kind::home) {
        return;
    }
    m_detail = response.problem;
    switch (response.outcome) {
    case Outcome::answered:
        // A wall against robots is an answer, too: no detour.
        m_state = response.status == 404 || response.status == 410 ? AskState::nothing : AskState::refused;
        m_detail = fmt::format("{} answers with status {}", m_domain, response.status);
        break;
    case Outcome::refused: m_state = AskState::refused; break;
    case Outcome::failed: m_state = AskState::failed; break;
    case Outcome::ask_later:
    case Outcome::stopped: m_state = AskState::not_asked; break;
    }
}

void SiteVisit::read_page_of_site(Kind kind, Response const& response, std::vector<Question>& questions)
{
    auto const address = parse_address(response.address);
    if (!address) {
        return;
    }
    auto reading = read_page(response.body, "", response.fetched_at, charset_of(response.header("content-type")), response.address);
    if (kind != Kind::home && is_soft_404(reading.page.title, reading.page.text)) {
        return;
    }
    m_state = AskState::found;
    if (!forbids_quotes(response.body, response.header("x-robots-tag"))) {
        reading.page.address = response.address;
        m_pages.push_back(std::move(reading));
    }
    auto const links = read_site_links(response.body, *address);
    if (kind == Kind::home) {
        read_home(links, questions);
        ask(address->origin() + "/robots.txt", Kind::robots, questions);
    } else if (kind == Kind::news || kind == Kind::people) {
        for (auto const* const some : {&links.people, &links.news, &links.others}) {
            ask_articles(*some, questions);
        }
    }
}

void SiteVisit::read_home(SiteLinks const& links, std::vector<Question>& questions)
{
    ask_some(links.people, Kind::people, most_people_pages, questions);
    ask_some(links.imprint, Kind::imprint, 1, questions);
    m_has_news = !links.feeds.empty() || !links.news.empty();
    if (!links.feeds.empty()) {
        ask(links.feeds.front(), Kind::feed, questions);
    } else {
        ask_some(links.news, Kind::news, 1, questions);
    }
    for (auto const* const some : {&links.people, &links.news, &links.others}) {
        ask_articles(*some, questions);
    }
}

void SiteVisit::ask_some(std::vector<SiteLink> const& links, Kind kind, int most, std::vector<Question>& questions)
{
    for (auto const& link : links) {
        auto const before = questions.size();
        ask(link.address, kind, questions);
        most -= questions.size() > before ? 1 : 0;
        if (most <= 0) {
            return;
        }
    }
}

/// Links whose words or path have the family name of somebody on the list.
void SiteVisit::ask_articles(std::vector<SiteLink> const& links, std::vector<Question>& questions)
{
    for (auto const& link : links) {
        auto const named = std::any_of(m_families.begin(), m_families.end(), [&](std::string const& one) { return has_word(link.text, one); });
        if (named) {
            ask(link.address, Kind::article, questions);
        }
    }
}

void SiteVisit::read_feed(Response const& response, std::vector<Question>& questions)
{
    auto const address = parse_address(response.address);
    auto links = address ? read_feed_links(response.body, *address) : std::vector<SiteLink>{};
    std::erase_if(links, [&](SiteLink const& link) { return !is_of_site(link, m_domain); });
    ask_articles(links, questions);
}

/// The site maps that robots.txt names; where the home page leads to news, only maps of news are worth a request.
/// Where nothing leads to news, there may be a map that is not named.
void SiteVisit::read_robots(Response const& response, std::vector<Question>& questions)
{
    auto const address = parse_address(response.address);
    if (!address) {
        return;
    }
    auto maps = std::vector<std::string>{};
    if (response.status == 200) {
        maps = best_maps(RobotsRules::parse(response.body, product_token).sitemaps(), *address, m_domain);
    }
    auto const named = !maps.empty();
    std::erase_if(maps, [&](std::string const& map) { return promise_of_map(map) < (m_has_news ? 3 : 1); });
    if (!named && !m_has_news) {
        maps.push_back(address->origin() + "/sitemap.xml");
    }
    ask_maps(maps, m_has_news ? 1 : 2, questions);
}

/// A map is asked for only if one of the pages that it names still may be.
void SiteVisit::ask_maps(std::vector<std::string> const& addresses, int most, std::vector<Question>& questions)
{
    for (auto const& address : addresses) {
        if (most-- <= 0 || m_maps >= most_maps || static_cast<int>(m_asked.size()) + 1 >= m_manners.pages) {
            return;
        }
        auto const before = questions.size();
        ask(address, Kind::site_map, questions);
        m_maps += static_cast<int>(questions.size() - before);
    }
}

void SiteVisit::read_map(Response const& response, std::vector<Question>& questions)
{
    auto const address = parse_address(response.address);
    if (!address) {
        return;
    }
    auto map = read_site_map(response.body, *address, largest_map);
    std::erase_if(map.pages, [&](SiteLink const& link) { return !is_of_site(link, m_domain); });
    ask_articles(map.pages, questions);
    auto further = best_maps(map.maps, *address, m_domain);
    std::erase_if(further, [](std::string const& one) { return promise_of_map(one) == 0; });
    ask_maps(further, 2, questions);
}

} // namespace knowwho
