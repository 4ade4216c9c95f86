// SPDX-License-Identifier: MIT
// One page against a roster: whom it names, what is quoted of it, and how sure that is.
#include "enrich/page_linker.hpp"

#include <algorithm>
#include <cmath>
#include <map>

namespace knowwho {

namespace {

constexpr std::size_t longest_context = 3000;
constexpr std::size_t most_quotes = 4;
constexpr std::size_t most_contexts = 3;

// What a page of good will stays far below; a list of thousands of names is no text about anybody.
constexpr std::size_t most_groups = 1000;
constexpr std::size_t most_mentions = 200;     ///< of one name
constexpr std::size_t longest_page_text = 30'000; ///< handed to the decision
constexpr std::size_t few_groups = 40;         ///< up to here family names alone are looked for too

bool is_heading(PageLine const& line)
{
    return line.kind == BlockKind::heading;
}

/// The lines that belong to a name under a heading: to the next heading that does not lie deeper.
std::size_t end_of_section(PageReading const& reading, std::size_t heading)
{
    std::size_t at = heading + 1;
    while (at < reading.lines.size() && !(is_heading(reading.lines[at]) && reading.lines[at].level <= reading.lines[heading].level)) {
        ++at;
    }
    return at;
}

/// The text around a name: under a heading its section; a table's row by itself; else the paragraph,
/// its neighbours and the heading above, not beyond the next heading.
std::string context_of(PageReading const& reading, std::size_t position)
{
    auto const found = reading.line_at(position);
    if (!found) {
        return {};
    }
    std::string_view const text = reading.page.text;
    std::size_t const line = *found;
    std::size_t first = line;
    std::size_t end = line + 1;
    if (is_heading(reading.lines[line])) {
        end = end_of_section(reading, line);
    } else if (reading.lines[line].kind != BlockKind::cell) {
        first = line > 0 ? line - 1 : line;
        end = line + 1 < reading.lines.size() && !is_heading(reading.lines[line + 1]) ? line + 2 : line + 1;
    }
    std::size_t const begin = reading.lines[first].begin;
    std::size_t const stop = std::min(reading.lines[end - 1].end, std::max(begin + longest_context, reading.lines[line].end));
    return std::string{text.substr(begin, stop - begin)};
}

/// Whether the page is somebody's own: its title is hardly more than their name.
bool is_own_page(Page const& page, std::string_view name)
{
    std::size_t const room = page.kind == PageKind::article ? 3 : 24; // "Über mich – ", " | Homepage"
    return page.title.size() <= name.size() + room;
}

/// Log-odds that the user's own note under somebody's name means the person on the list: they wrote
/// it for this event and knew whom they had met.
constexpr double own_note_weight = 3.0;

/// A name this sure has nothing against it, and hardly another bearer.
constexpr double sure_name = 0.9;

/// A Markdown note with the name in a heading.
bool is_own_note(PageReading const& reading, std::vector<TextRange> const& named)
{
    return reading.page.kind == PageKind::note && std::any_of(named.begin(), named.end(), [&](TextRange const& name) {
        auto const line = reading.line_at(name.begin);
        return line && is_heading(reading.lines[*line]);
    });
}

bool is_cut(std::string_view line)
{
    return line.starts_with("\u2026") || line.ends_with("\u2026") || line.ends_with("...");
}

/// Teasers of other pages, as search engines and overviews list them: lines that are cut.
bool is_teasers(PageReading const& reading)
{
    auto const cut = std::count_if(reading.lines.begin(), reading.lines.end(),
                                   [&](PageLine const& line) { return is_cut(line.of(reading.page.text)); });
    return cut >= 3 && static_cast<std::size_t>(cut) * 6 >= reading.lines.size();
}

} // namespace

/// Mentions of one name: the same bearers wherever it stands.
struct PageLinker::Group {
    std::vector<std::size_t> bearers;
    std::string written; ///< the fullest form
    bool full = false;
    std::vector<TextRange> in_text;
    bool author = false;
    bool in_title = false;
    bool alone = true; ///< few others are named on the page
};

PageLinker::PageLinker(std::span<Attendance const> roster, Goals const* goals) : m_roster(roster), m_names(roster), m_quotes(goals)
{
    for (auto const& attendance : roster) {
        m_statistics.add(attendance.row.name);
    }
}

std::vector<PageLinker::Group> PageLinker::groups_of(PageReading const& reading) const
{
    std::map<std::vector<std::size_t>, Group> groups;
    auto const take = [&](std::string_view text) {
        std::vector<std::pair<Group*, TextRange>> taken;
        for (auto const& mention : m_names.find(text)) {
            Group& group = groups[mention.bearers];
            group.bearers = mention.bearers;
            if (group.written.empty() || (mention.full && !group.full)) {
                group.written = mention.where.of(text);
            }
            group.full = group.full || mention.full;
            taken.emplace_back(&group, mention.where);
        }
        return taken;
    };
    for (auto const& [group, where] : take(reading.page.text)) {
        if (group->in_text.size() < most_mentions) {
            group->in_text.push_back(where);
        }
    }
    for (auto const& [group, where] : take(reading.page.title)) {
        group->in_title = true;
        group->author = group->author || is_own_page(reading.page, where.of(reading.page.title));
    }
    for (auto const& author : reading.page.authors) {
        for (auto const& [group, where] : take(author)) {
            group->author = true;
        }
    }
    std::vector<Group> result;
    for (auto& [bearers, group] : groups) {
        if (result.size() < most_groups) {
            result.push_back(std::move(group));
        }
    }
    return result;
}

PersonOnPage PageLinker::person_on(PageReading const& reading, Group const& group, std::size_t bearer) const
{
    auto family = group.alone ? m_names.find_family(reading.page.text, bearer) : group.in_text;
    family.resize(std::min(family.size(), most_mentions));
    return {group.in_text, std::move(family), group.author, group.in_title};
}

void PageLinker::decide(PageReading const& reading, Group const& group, std::vector<PersonFinding>& findings) const
{
    Page const& page = reading.page;
    std::string context;
    for (std::size_t at = 0; at < std::min(group.in_text.size(), most_contexts); ++at) {
        context += context_of(reading, group.in_text[at].begin) + '\n';
    }
    if (group.author) {
        context += page.title + '\n' + page.site + '\n';
    }
    Mention const mention{group.written, std::move(context), page.text.substr(0, longest_page_text), page.title, page.site, page.address, page.published};
    bool const teasers = is_teasers(reading);
    bool const own_note = is_own_note(reading, group.in_text);
    std::vector<Attendance const*> bearers;
    for (auto const bearer : group.bearers) {
        bearers.push_back(&m_roster[bearer]);
    }
    for (auto& decision : decide_links(mention, bearers, m_statistics)) {
        auto const bearer = group.bearers[decision.bearer];
        if (own_note && decision.state == LinkState::question && decision.probability >= sure_name && bearers.size() == 1) {
            decision.signals.push_back({"own note", group.written, own_note_weight});
            decision.probability = 1.0 / (1.0 + (1.0 / decision.probability - 1.0) * std::exp(-own_note_weight));
            decision.state = decision.probability >= quotable_probability ? LinkState::quotable : LinkState::question;
        }
        // What a teaser says is not the page's own word: the user looks at it first.
        if (teasers && decision.state == LinkState::quotable) {
            decision.state = LinkState::question;
        }
        std::size_t const most = decision.state == LinkState::quotable ? most_quotes : 1;
        auto quotes = m_quotes.pick(reading, person_on(reading, group, bearer), most);
        findings.push_back({std::move(decision), std::move(quotes)});
    }
}

std::vector<PersonFinding> PageLinker::findings(PageReading const& reading) const
{
    std::vector<PersonFinding> findings;
    auto groups = groups_of(reading);
    for (auto& group : groups) {
        group.alone = groups.size() <= few_groups;
        decide(reading, group, findings);
    }
    std::stable_sort(findings.begin(), findings.end(), [](auto const& a, auto const& b) {
        return a.decision.person != b.decision.person ? a.decision.person < b.decision.person : a.decision.probability > b.decision.probability;
    });
    auto const same = [](auto const& a, auto const& b) { return a.decision.person == b.decision.person; };
    findings.erase(std::unique(findings.begin(), findings.end(), same), findings.end());
    return findings;
}

} // namespace knowwho
