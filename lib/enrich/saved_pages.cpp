// SPDX-License-Identifier: MIT
// `enrich --pages DIR`: what the user saved from a browser or wrote down becomes quotes about people.
#include "enrich/saved_pages.hpp"

#include "enrich/page_files.hpp"
#include "enrich/page_linker.hpp"
#include "model/error.hpp"
#include "store/candidates.hpp"
#include "store/content_hash.hpp"
#include "store/files.hpp"
#include "store/lists.hpp"
#include "store/notebook.hpp"
#include "store/pages.hpp"

#include <algorithm>
#include <array>

namespace knowwho {

namespace {

constexpr std::size_t largest_file = std::size_t{32} << 20;

/// Whether an address is a member's page of a network whose terms forbid its automatic use.
bool is_network_profile(std::string_view address)
{
    constexpr std::array<std::string_view, 3> profiles = {"linkedin.com/in/", "linkedin.com/pub/", "xing.com/profile/"};
    return std::any_of(profiles.begin(), profiles.end(), [&](std::string_view part) { return address.find(part) != std::string_view::npos; });
}

/// What the reading of a page depends on beside its bytes: the lists of the event and the goals.
std::string purpose_of(Notebook const& notebook, EventId event, std::size_t people, Goals const* goals)
{
    std::string purpose = std::to_string(event.value) + ' ' + std::to_string(people) + '\n';
    for (auto const& list : lists(notebook, event)) {
        purpose += list.content_hash + '\n';
    }
    for (std::size_t at = 0; goals != nullptr && at < goals->goals.size(); ++at) {
        purpose += goals->goals[at].want + '\n';
    }
    return purpose;
}

class Enriching {
public:
    Enriching(Notebook& notebook, EventId event, Goals const* goals, Instant now)
        : m_notebook(notebook), m_roster(load_roster(notebook, event)), m_linker(m_roster, goals),
          m_purpose(purpose_of(notebook, event, m_roster.size(), goals)), m_now(now)
    {
    }

    void take(std::filesystem::path const& file)
    {
        std::string const name = file.lexically_normal().generic_string();
        std::string bytes;
        try {
            bytes = read_file(file, largest_file);
        } catch (Error const& error) {
            m_result.problems.push_back({Severity::loss, name, 0, 0, {}, error.what(), error.hint()});
            return;
        }
        std::string key = content_hash(bytes + m_purpose);
        if (auto const known = find_page(m_notebook, key); known && known->file == name) {
            ++m_result.pages_unchanged;
            return;
        }
        PageReading reading = read_page(bytes, name, m_now);
        reading.page.content_hash = std::move(key);
        keep(reading);
    }

    EnrichResult result() { return std::move(m_result); }

private:
    void keep(PageReading& reading)
    {
        auto& problems = m_result.problems;
        problems.insert(problems.end(), reading.problems.begin(), reading.problems.end());
        if (is_network_profile(reading.page.address)) {
            problems.push_back({Severity::warning, reading.page.file, 0, 0, {},
                                "This is a member's page of LinkedIn or XING; it was not read, as their terms do not allow it.",
                                "Note what you know of the person in a text file of your own."});
            return;
        }
        ++m_result.pages_read;
        Transaction transaction{m_notebook};
        PageId const page = save_page(m_notebook, reading.page);
        for (auto const& finding : m_linker.findings(reading)) {
            keep_finding(m_notebook, reading.page, page, finding, m_result);
        }
        transaction.commit();
    }

    Notebook& m_notebook;
    std::vector<Attendance> m_roster;
    PageLinker m_linker;
    std::string m_purpose;
    Instant m_now;
    EnrichResult m_result;
};

} // namespace

EnrichResult enrich_from_pages(Notebook& notebook, EventId event, std::filesystem::path const& folder, Goals const* goals, Instant now,
                               Watch const& watch)
{
    auto const files = page_files(folder);
    if (files.empty()) {
        return {};
    }
    Enriching enriching{notebook, event, goals, now};
    std::int64_t done = 0;
    for (auto const& file : files) {
        watch.check();
        enriching.take(file);
        watch.report("reading pages", ++done, static_cast<std::int64_t>(files.size()));
    }
    return enriching.result();
}

} // namespace knowwho
