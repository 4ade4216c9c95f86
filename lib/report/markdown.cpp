// SPDX-License-Identifier: MIT
// The briefing as Markdown, for notes and for reading aloud.
#include "report/markdown.hpp"

#include "report/date_forms.hpp"
#include "report/layout_text.hpp"
#include "report/phrases.hpp"
#include "report/wording.hpp"
#include "text/quotation.hpp"

#include <fmt/format.h>

#include <iterator>

namespace knowwho {

namespace {

/// A text in which nothing is markup: punctuation that CommonMark could take for some is escaped.
std::string markdown_text(std::string_view text)
{
    static constexpr std::string_view special = "\\`*_{}[]<>()#+!|~&";
    std::string out;
    bool only_digits = true;
    for (char const c : text) {
        // A hyphen or a number with a dot makes a list only at the beginning of a line.
        bool const first = (out.empty() && (c == '-' || c == '=')) || (!out.empty() && only_digits && c == '.');
        only_digits = only_digits && c >= '0' && c <= '9';
        if (first || special.find(c) != special.npos) {
            out += '\\';
        }
        out += c;
    }
    return out;
}

class Writer {
public:
    explicit Writer(Briefing const& sheet) : m_sheet(sheet), m_phrases(sheet.language) {}

    std::string write();

private:
    template <typename... Values>
    void line(fmt::format_string<Values...> text, Values&&... values)
    {
        fmt::format_to(std::back_inserter(m_out), text, std::forward<Values>(values)...);
        m_out += '\n';
    }
    void heading(int level, std::string_view text) { line("\n{} {}\n", std::string(static_cast<std::size_t>(level), '#'), text); }
    void phrase_heading(int level, std::string_view key) { heading(level, m_phrases(key)); }
    void statements(std::string_view key, std::vector<Statement> const& list, bool quoted = false);
    void overview();
    void goals();
    void reserves();
    void card(Card const& card);
    void openers(Card const& card);
    void last_page();
    void sources();
    std::string quote(std::string_view text) const
    {
        return markdown_text(in_quotes(text, m_sheet.language));
    }

    Briefing const& m_sheet;
    Phrases m_phrases;
    std::string m_out;
};

std::string refs(std::vector<int> const& sources)
{
    std::string out;
    for (int const number : sources) {
        out += fmt::format(" \\[{}\\]", number);
    }
    return out;
}

template <typename Row>
std::string who(Row const& row)
{
    std::string out = "**" + markdown_text(row.address) + "**";
    for (std::string const* const part : {&row.role, &row.organisation}) {
        out += part->empty() ? "" : ", " + markdown_text(*part);
    }
    return out + refs(row.row_sources);
}

void Writer::statements(std::string_view key, std::vector<Statement> const& list, bool quoted)
{
    if (list.empty()) {
        return;
    }
    phrase_heading(3, key);
    for (auto const& statement : list) {
        line("- {}{}", quoted ? quote(statement.text) : markdown_text(statement.text), refs(statement.sources));
    }
}

void Writer::overview()
{
    line("# {}\n", markdown_text(m_sheet.event));
    bool const both = !m_sheet.place.empty() && !m_sheet.dates.empty();
    line("{}{}{}\n", markdown_text(m_sheet.place), both ? " · " : "", m_sheet.dates);
    if (!m_sheet.introduction.empty()) {
        line("> {}", markdown_text(m_sheet.introduction));
    }
    phrase_heading(2, "targets");
    for (auto const& one : m_sheet.cards) {
        line("{}. {}", one.number, who(one));
        if (!one.why.text.empty()) {
            line("   {}{}", markdown_text(one.why.text), refs(one.why.sources));
        }
        for (auto const& appearance : one.appearances) {
            line("   {}{}", markdown_text(place_and_time(appearance)), refs(appearance.sources));
        }
    }
    line("\n{}", markdown_text(m_sheet.chance));
}

void Writer::goals()
{
    if (m_sheet.goals.empty()) {
        return;
    }
    phrase_heading(2, "goals");
    for (auto const& goal : m_sheet.goals) {
        line("- **{}** ({} {:g}): {} {}", markdown_text(goal.name), m_phrases("weight"), goal.weight,
            per_cent(goal.coverage, m_sheet.language), m_phrases("covered"));
    }
}

void Writer::reserves()
{
    if (m_sheet.reserves.empty()) {
        return;
    }
    phrase_heading(2, "reserves");
    for (std::size_t i = 0; i < m_sheet.reserves.size(); ++i) {
        line("{}. {}", i + 1, who(m_sheet.reserves[i]));
    }
}

void Writer::openers(Card const& card)
{
    phrase_heading(3, "openers");
    for (auto const& opener : card.openers) {
        line("- {}: {}{}", opener.label, markdown_text(opener.sentence.text), refs(opener.sentence.sources));
        if (!opener.fill_in.empty()) {
            line("  {} …", markdown_text(opener.fill_in));
        }
        line("  {} {}", m_phrases("then"), markdown_text(opener.question));
    }
}

void Writer::card(Card const& card)
{
    heading(2, fmt::format("{}. {}", card.number, markdown_text(card.address)));
    line("{}: {}\n", markdown_text(card.full_name), who(card));
    for (auto const& appearance : card.appearances) {
        line("{}{}\n", markdown_text(talk_line(appearance, m_phrases)), refs(appearance.sources));
    }
    openers(card);
    phrase_heading(3, "why_this_person");
    for (auto const& reason : card.reasons) {
        line("- {}: {}{}", markdown_text(reason.label), markdown_text(reason.sentence.text), refs(reason.sentence.sources));
    }
    statements("quotes", card.quotes, true);
    statements("give", card.give);
    if (!card.ask.empty()) {
        phrase_heading(3, "ask");
        line("{}", markdown_text(card.ask));
    }
    statements("unknown", card.unknown);
    statements("do_not_mention", card.do_not_mention);
}

void Writer::last_page()
{
    phrase_heading(2, "exits");
    for (auto const& exit : m_sheet.polite_exits) {
        line("- {}", quote(exit));
    }
    phrase_heading(2, "slot");
    line("{}", markdown_text(m_sheet.follow_up));
}

void Writer::sources()
{
    phrase_heading(2, "sources");
    for (auto const& entry : m_sheet.sources) {
        std::string text = fmt::format("{}. {}", entry.number, markdown_text(entry.label));
        text += entry.site.empty() ? "" : ", " + markdown_text(entry.site);
        text += entry.date.empty() ? "" : ", " + entry.date;
        bool const page = std::holds_alternative<SnippetId>(entry.origin);
        if (page && entry.stale) {
            text += fmt::format(" ({})", m_phrases(entry.date.empty() ? "undated" : "stale"));
        }
        text += entry.link.empty() ? "" : " <" + entry.link + ">";
        line("{}", text);
    }
    line("\n{}", m_sheet.prepared);
}

std::string Writer::write()
{
    overview();
    goals();
    reserves();
    for (auto const& one : m_sheet.cards) {
        card(one);
    }
    last_page();
    sources();
    return std::move(m_out);
}

} // namespace

std::string to_markdown(Briefing const& briefing)
{
    return Writer{briefing}.write();
}

} // namespace knowwho
