// SPDX-License-Identifier: MIT
// Which lines of a page speak as a person or stand under their name, without naming them.
#include "enrich/speakers.hpp"

#include "enrich/quotes.hpp"

#include <algorithm>

namespace knowwho {

namespace {

constexpr double answer_share = 2.2;
constexpr double section_share = 2.0;
constexpr double author_share = 1.7;
constexpr std::size_t longest_question = 400;

bool is_question(std::string_view line)
{
    while (!line.empty() && (line.ends_with('"') || line.ends_with(' '))) {
        line.remove_suffix(1);
    }
    return line.size() <= longest_question && line.ends_with('?');
}

bool lies_in(std::vector<TextRange> const& places, std::size_t begin, std::size_t end)
{
    return std::any_of(places.begin(), places.end(), [&](TextRange const& place) { return place.begin >= begin && place.begin < end; });
}

} // namespace

Speakers::Speakers(PageReading const& reading, PersonOnPage const& person)
    : m_reading(reading), m_shares(reading.lines.size(), 0.0)
{
    if (person.author) {
        mark_all(author_share);
    }
    mark_sections(person);
    mark_labelled(person);
    mark_answers(person);
}

double Speakers::share(std::size_t position) const
{
    auto const line = m_reading.line_at(position);
    return line ? m_shares[*line] : 0.0;
}

void Speakers::mark_all(double share)
{
    for (std::size_t at = 0; at < m_shares.size(); ++at) {
        m_shares[at] = m_reading.lines[at].kind == BlockKind::heading ? 0.0 : share;
    }
}

bool Speakers::named_in(std::size_t line, PersonOnPage const& person) const
{
    return lies_in(person.family, m_reading.lines[line].begin, m_reading.lines[line].end);
}

/// An interview has three questions at least, and names whom it asks in its title, before the first
/// question or in one.
void Speakers::mark_answers(PersonOnPage const& person)
{
    std::string_view const text = m_reading.page.text;
    std::size_t questions = 0;
    std::size_t first = m_reading.lines.size();
    bool named = person.in_title;
    for (std::size_t at = 0; at < m_reading.lines.size(); ++at) {
        bool const question = is_question(m_reading.lines[at].of(text));
        questions += question ? 1 : 0;
        first = question ? std::min(first, at) : first;
        named = named || ((at <= first || question) && named_in(at, person));
    }
    if (questions < 3 || !named || person.author) {
        return;
    }
    for (std::size_t at = first; at < m_reading.lines.size(); ++at) {
        bool const answer = !is_question(m_reading.lines[at].of(text)) && m_reading.lines[at].kind != BlockKind::heading;
        m_shares[at] = answer ? std::max(m_shares[at], answer_share) : 0.0;
    }
}

/// "Weber: Wir messen seit drei Jahren."
void Speakers::mark_labelled(PersonOnPage const& person)
{
    std::string_view const text = m_reading.page.text;
    for (auto const& place : person.family) {
        auto const line = m_reading.line_at(place.begin);
        if (line && place.begin - m_reading.lines[*line].begin < 30 && text.substr(place.end, 1) == ":") {
            m_shares[*line] = answer_share;
        }
    }
}

/// The lines under a heading that is hardly more than the name, up to the next heading of its rank.
void Speakers::mark_sections(PersonOnPage const& person)
{
    for (std::size_t at = 0; at < m_reading.lines.size(); ++at) {
        PageLine const& heading = m_reading.lines[at];
        if (heading.kind != BlockKind::heading || heading.end - heading.begin > 80 || !named_in(at, person)) {
            continue;
        }
        for (std::size_t next = at + 1; next < m_reading.lines.size(); ++next) {
            PageLine const& line = m_reading.lines[next];
            if (line.kind == BlockKind::heading && line.level <= heading.level) {
                break;
            }
            m_shares[next] = std::max(m_shares[next], section_share);
        }
    }
}

} // namespace knowwho
