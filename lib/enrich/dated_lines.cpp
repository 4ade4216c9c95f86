// SPDX-License-Identifier: MIT
// Dates that a page shows in its lines of text, and whether they can be the page's own.
#include "enrich/dated_lines.hpp"

#include "enrich/written_dates.hpp"
#include "text/folding.hpp"

#include <algorithm>
#include <initializer_list>
#include <string>

namespace knowwho {

namespace {

using Found = std::optional<PartialDate>;

constexpr std::size_t short_line = 160;

/// `words` are folded and stand behind a blank.
bool has_a_word(std::string_view text, std::initializer_list<std::string_view> words)
{
    std::string const folded = ' ' + fold(text);
    return std::any_of(words.begin(), words.end(), [&](std::string_view word) { return folded.find(word) != std::string::npos; });
}

bool says_published(std::string_view before)
{
    return has_a_word(before, {" veroffentlicht", " erschienen", " publiziert", " erstellt am", " stand", " datum", " published", " posted", " written on"});
}

/// "Registriert: 18.09.2008": since when somebody is there says nothing of the page.
bool tells_of_members(std::string_view text)
{
    return has_a_word(text, {" registriert", " mitglied seit", " dabei seit", " beigetreten", " joined", " member since", " registered"});
}

/// The headline's block, or the first one.
std::size_t headline_of(PageFacts const& facts)
{
    auto const title = fold(facts.title);
    auto const& blocks = facts.page.blocks;
    auto const found = std::find_if(blocks.begin(), blocks.end(), [&](Block const& block) {
        return block.kind == BlockKind::heading && !title.empty() && fold(facts.page.of(block)) == title;
    });
    return found == blocks.end() ? 0 : static_cast<std::size_t>(found - blocks.begin());
}

} // namespace

bool is_of_other_things(PageTree const& tree, std::uint32_t at)
{
    for (; at != 0 && tree.nodes[at].tag != Tag::body; at = tree.nodes[at].parent) {
        PageNode const& node = tree.nodes[at];
        bool const other = has(node.hints, Hint::comments) || has(node.hints, Hint::related) || has(node.hints, Hint::sidebar)
            || has(node.hints, Hint::footer) || node.tag == Tag::aside || node.tag == Tag::footer || node.tag == Tag::nav;
        if (other && node.text * 2 < tree.nodes[0].text) {
            return true;
        }
    }
    return false;
}

bool is_among_comments(PageTree const& tree, std::uint32_t at)
{
    for (; at != 0 && tree.nodes[at].tag != Tag::body; at = tree.nodes[at].parent) {
        PageNode const& node = tree.nodes[at];
        if (has(node.hints, Hint::comments) && node.text * 2 < tree.nodes[0].text) {
            return true;
        }
    }
    return false;
}

DatedLines::DatedLines(PageFacts const& facts, PartialDate const& latest) : m_facts(facts), m_latest(latest), m_headline(headline_of(facts)) {}

Found DatedLines::beside_headline(bool named) const
{
    auto const& blocks = m_facts.page.blocks;
    std::size_t long_ones = 0;
    for (std::size_t at = m_headline; at < blocks.size() && long_ones < 2; ++at) {
        long_ones += m_facts.body[at] && m_facts.page.of(blocks[at]).size() > 200 ? 1 : 0;
        if (auto const found = in_line(at, named)) {
            return found;
        }
    }
    constexpr std::size_t beside_headline = 8; // further up sites tell what day it is
    std::size_t const top = named && m_headline > beside_headline ? m_headline - beside_headline : 0;
    for (std::size_t at = std::min(m_headline, blocks.size()); at > top; --at) {
        if (auto const found = in_line(at - 1, named)) {
            return found;
        }
    }
    return std::nullopt;
}

Found DatedLines::labelled() const
{
    for (auto const& block : m_facts.page.blocks) {
        auto const text = m_facts.page.of(block);
        auto const found = text.size() <= 80 ? find_date(text) : std::nullopt;
        bool const labelled = found && found->begin < 32 && says_published(text.substr(0, found->begin));
        if (labelled && in_text(text) && !is_of_other_things(m_facts.tree, block.node)) {
            return found->date;
        }
    }
    return std::nullopt;
}

Found DatedLines::behind_body() const
{
    auto const last = std::find(m_facts.body.rbegin(), m_facts.body.rend(), true);
    auto const end = static_cast<std::size_t>(m_facts.body.rend() - last);
    for (std::size_t at = end > 3 ? end - 3 : 0; at < std::min(end + 6, m_facts.page.blocks.size()); ++at) {
        Block const& block = m_facts.page.blocks[at];
        auto const text = m_facts.page.of(block);
        if (auto const found = in_text(text); found && text.size() <= short_line && !is_among_comments(m_facts.tree, block.node)) {
            return found;
        }
    }
    return std::nullopt;
}

Found DatedLines::anywhere() const
{
    for (auto const& block : m_facts.page.blocks) {
        if (auto const found = in_text(m_facts.page.of(block)); found && !is_among_comments(m_facts.tree, block.node)) {
            return found;
        }
    }
    return std::nullopt;
}

Found DatedLines::in_line(std::size_t at, bool named) const
{
    Block const& block = m_facts.page.blocks[at];
    auto const text = m_facts.page.of(block);
    if (text.size() > short_line || block.kind == BlockKind::caption || is_of_other_things(m_facts.tree, block.node)) {
        return std::nullopt;
    }
    auto const found = in_text(text);
    return found && (!named || is_named_for_dates(block) || says_published(text.substr(0, find_date(text)->begin))) ? found : std::nullopt;
}

Found DatedLines::in_text(std::string_view text) const
{
    auto const found = find_date(text);
    bool const whole = found && found->date.day != 0 && found->date <= m_latest;
    return whole && !tells_of_members(text) ? Found{found->date} : std::nullopt;
}

bool DatedLines::is_named_for_dates(Block const& block) const
{
    std::uint32_t at = block.first;
    for (int step = 0; step < 4 && at != 0; ++step, at = m_facts.tree.nodes[at].parent) {
        if (has(m_facts.tree.nodes[at].hints, Hint::date)) {
            return true;
        }
    }
    return false;
}

} // namespace knowwho
