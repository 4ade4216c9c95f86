// SPDX-License-Identifier: MIT
// A visit to the web site of an organisation: home, people, imprint, news that name somebody, site maps.
#pragma once

#include "enrich/company_web_links.hpp"
#include "enrich/page_reader.hpp"
#include "enrich/source_inquiry.hpp"
#include "model/person.hpp"
#include "store/fetch_state.hpp"

#include <chrono>
#include <cstddef>
#include <map>
#include <set>
#include <span>
#include <string>
#include <vector>

namespace knowwho {

/// The manners of a visit.
struct SiteManners {
    int pages = 8; ///< in all, robots.txt not counted
    std::chrono::milliseconds pace{2000};
    std::chrono::hours fresh{7 * 24};
};

/// The site that the list or a mail address gives for a person ("firma.example"), or empty. Providers
/// of mail for everybody, LinkedIn, XING and other networks are nobody's site.
std::string site_of(Attendance const& attendance);

class SiteVisit {
public:
    /// `people` are those whom the list places there; their names are looked for in news. The time of what is
    /// read is that of the answers. Keeps nothing by reference.
    SiteVisit(std::string domain, std::span<Attendance const* const> people, SiteManners const& manners);

    std::vector<Question> start();
    std::vector<Question> take(std::size_t number, Response const& response);
    bool is_finished() const noexcept { return m_open.empty(); }

    /// Meaningful once finished. `found` means that pages were read, not that they name anybody.
    AskState state() const noexcept { return m_state; }
    std::string const& detail() const noexcept { return m_detail; }
    int requests() const noexcept { return m_requests; }
    std::vector<PageReading> const& pages() const noexcept { return m_pages; }

private:
    enum class Kind { home, people, imprint, news, article, feed, robots, site_map };

    void ask(std::string const& address, Kind kind, std::vector<Question>& questions);
    void ask_some(std::vector<SiteLink> const& links, Kind kind, int most, std::vector<Question>& questions);
    void ask_articles(std::vector<SiteLink> const& links, std::vector<Question>& questions);
    void read_page_of_site(Kind kind, Response const& response, std::vector<Question>& questions);
    void read_home(SiteLinks const& links, std::vector<Question>& questions);
    void read_feed(Response const& response, std::vector<Question>& questions);
    void read_robots(Response const& response, std::vector<Question>& questions);
    void read_map(Response const& response, std::vector<Question>& questions);
    void ask_maps(std::vector<std::string> const& addresses, int most, std::vector<Question>& questions);
    void trouble(Kind kind, Response const& response);

    std::string m_domain;
    SiteManners m_manners;
    std::vector<std::string> m_families; ///< folded family names that are looked for
    std::map<std::size_t, Kind> m_open;
    std::set<std::string> m_asked;
    std::size_t m_next = 0;
    int m_maps = 0;         ///< site maps asked for
    bool m_has_news = false; ///< the home page has a feed or a page of news
    int m_requests = 0;
    AskState m_state = AskState::nothing;
    std::string m_detail;
    std::vector<PageReading> m_pages;
};

} // namespace knowwho
