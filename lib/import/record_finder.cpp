// SPDX-License-Identifier: MIT
// Which lines of a page belong to each name, and the headings above them.
#include "import/html_records.hpp"

#include "identity/organisation.hpp"
#include "import/cell_evidence.hpp"
#include "import/word_lists.hpp"
#include "text/ascii.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <string_view>

namespace knowwho {
namespace {

constexpr double a_house = 0.6; // likelihood from which a paragraph above a list heads it

class RecordFinder {
public:
    RecordFinder(HtmlPage const& page, std::vector<NamePlace> const& places) : m_page(page), m_places(places)
    {
        for (auto const& line : page.lines) {
            auto const tag = page.elements[line.block].tag;
            if (is_heading(tag) && is_group_of_people(line.text)) {
                m_tags_of_groups.insert(tag);
            }
        }
    }

    std::vector<HtmlRecord> find()
    {
        for (std::size_t index = 0; index < m_places.size(); ++index) {
            m_records.push_back(climb(index));
        }
        for (std::size_t index = 0; index < m_records.size(); ++index) {
            reach_out(index);
        }
        begin_as_the_others();
        cap_last_ones();
        for (auto& record : m_records) {
            find_headings(record);
        }
        return std::move(m_records);
    }

private:
    /// Lines in which names stand, between two lines of the page; several names of one line share what belongs to it.
    std::size_t names_between(std::size_t first, std::size_t end) const
    {
        auto const before = [](NamePlace const& place, std::size_t line) { return place.line < line; };
        auto const from = std::lower_bound(m_places.begin(), m_places.end(), first, before);
        auto const to = std::lower_bound(from, m_places.end(), end, before);
        std::size_t lines = 0;
        for (auto place = from; place != to && lines < 2; ++place) {
            lines += place == from || std::prev(place)->line != place->line;
        }
        return lines;
    }

    HtmlRecord climb(std::size_t index) const
    {
        auto const line = m_places[index].line;
        auto element = m_page.lines[line].block;
        HtmlRecord record{index, element, line, line + 1, HtmlRecord::no_line};
        auto const* e = &m_page.elements[element];
        if (names_between(e->first_line, e->end_line) > 1) { // lines parted by br
            auto const next = index + 1 < m_places.size() ? m_places[index + 1].line : e->end_line;
            record.end_line = std::max(line + 1, std::min(next, e->end_line));
            return record;
        }
        while (e->parent != HtmlElement::none && e->parent != 0) {
            auto const& parent = m_page.elements[e->parent];
            if (names_between(parent.first_line, parent.end_line) != 1 || parent.tag == "body") {
                break;
            }
            element = e->parent;
            e = &parent;
        }
        record.element = element;
        record.first_line = e->first_line;
        record.end_line = std::max(e->end_line, line + 1);
        return record;
    }

    /// Names that lie flat among their texts: the record goes on to where the next name begins.
    void reach_out(std::size_t index)
    {
        auto& record = m_records[index];
        auto const parent = m_page.elements[record.element].parent;
        if (parent == HtmlElement::none || index + 1 >= m_records.size()) {
            return;
        }
        auto const& next = m_records[index + 1];
        if (next.first_line <= record.end_line || next.first_line > m_page.elements[parent].end_line || m_page.elements[next.element].parent != parent) {
            return;
        }
        record.end_line = stop_at_heading(record, next.first_line);
        begin_at_heading(record, m_records[index + 1]);
    }

    /// A heading between two names belongs to the second, unless names are headings themselves.
    void begin_at_heading(HtmlRecord const& record, HtmlRecord& next) const
    {
        if (record.end_line < next.first_line && next.first_line - record.end_line <= 4 && is_heading(tag_of(record.end_line)) && !heads_groups(tag_of(record.end_line)) &&
            !is_heading(tag_of(m_places[next.place].line))) {
            next.first_line = record.end_line;
        }
    }

    /// Some heading of that kind says which people follow, so that the others do, too: "Academic staff", "Services".
    bool heads_groups(std::string_view tag) const { return m_tags_of_groups.contains(tag); }

    /// Where the second name has its heading above it, the first has one, too.
    void begin_as_the_others()
    {
        if (m_records.size() < 2 || m_records[0].first_line == 0 || m_records[1].first_line >= m_places[m_records[1].place].line) {
            return;
        }
        auto const tag = tag_of(m_records[1].first_line);
        m_records[0].first_line -= is_heading(tag) && tag_of(m_records[0].first_line - 1) == tag && !is_heading(tag_of(m_records[0].first_line));
    }

    std::string_view tag_of(std::size_t line) const { return m_page.elements[m_page.lines[line].block].tag; }

    /// A country, a state or a kind of people alone in its block of a plain text stands above what follows.
    bool heads_a_section(std::size_t line) const
    {
        auto const& text = m_page.lines[line].text;
        auto const small = std::any_of(text.begin(), text.end(), [](char c) { return c >= 'a' && c <= 'z'; });
        return is_single_line(line) && (is_country(text) || is_status(text) || is_group_of_people(text) || (!small && text.size() > 3 && !is_number(text)));
    }

    std::size_t stop_at_heading(HtmlRecord const& record, std::size_t end) const
    {
        auto const own = m_page.elements[m_page.lines[m_places[record.place].line].block].tag;
        for (auto line = record.end_line; line < end; ++line) {
            auto const tag = m_page.elements[m_page.lines[line].block].tag;
            if (tag == "dt" || heads_a_section(line) || heads_its_block(m_page, line) || (is_heading(tag) && (!is_heading(own) || tag <= own))) {
                return line;
            }
        }
        return end;
    }

    /// Behind the last name of a row of siblings the page goes on with something else: as many lines
    /// as the longest of the others had, at most.
    void cap_last_ones()
    {
        std::map<std::size_t, std::size_t> longest;
        for (auto const& record : m_records) {
            auto& most = longest[m_page.elements[record.element].parent];
            most = std::max(most, record.end_line - std::min(record.end_line, std::max(record.first_line, m_page.elements[record.element].end_line)));
        }
        for (std::size_t index = 0; index < m_records.size(); ++index) {
            auto& record = m_records[index];
            auto const parent = m_page.elements[record.element].parent;
            auto const last = index + 1 == m_records.size() || m_page.elements[m_records[index + 1].element].parent != parent;
            if (!last || parent == HtmlElement::none || longest[parent] == 0) {
                continue;
            }
            auto end = std::min(record.end_line + longest[parent], m_page.elements[parent].end_line);
            if (index + 1 < m_records.size()) {
                end = std::min(end, m_records[index + 1].first_line);
            }
            record.end_line = std::max(record.end_line, stop_at_heading(record, end));
        }
    }

    /// In plain text a block of one line that is no name is a heading.
    bool is_single_line(std::size_t line) const
    {
        auto const& element = m_page.elements[m_page.lines[line].block];
        if (element.tag != "line") {
            return false;
        }
        auto const& block = m_page.elements[element.parent];
        auto const lines = block.end_line - block.first_line;
        auto const country = lines == 2 && line + 1 == block.end_line && !is_named(line - 1) && is_country(m_page.lines[line].text); // "Parties", "Austria"
        return (lines == 1 || country) && !is_named(line);
    }

    bool is_named(std::size_t line) const
    {
        auto const place = std::lower_bound(m_places.begin(), m_places.end(), line, [](NamePlace const& p, std::size_t l) { return p.line < l; });
        return place != m_places.end() && place->line == line && !place->nobody;
    }

    /// "Beispiel AG" with a list of its people inside the same item, or right above them in one block.
    std::size_t head_of_group(HtmlRecord const& record) const
    {
        for (auto const head : {head_of_block(record), paragraph_above_list(record)}) {
            if (head != HtmlRecord::no_line) {
                return head;
            }
        }
        for (auto up = m_page.elements[record.element].parent; up != HtmlElement::none && up != 0; up = m_page.elements[up].parent) {
            auto const& group = m_page.elements[up];
            if ((group.tag != "li" && group.tag != "block") || group.first_line >= record.first_line) {
                continue;
            }
            auto const own = group.tag == "block" || m_page.lines[group.first_line].block == up;
            return own && !is_named(group.first_line) ? group.first_line : HtmlRecord::no_line;
        }
        return HtmlRecord::no_line;
    }

    /// "<p>Beispiel AG</p><ul><li>Anna Berg", "<p>Excused:</p>": a paragraph right above a list that says whose it is.
    std::size_t paragraph_above_list(HtmlRecord const& record) const
    {
        auto list = m_page.lines[m_places[record.place].line].block;
        while (list != HtmlElement::none && m_page.elements[list].tag != "ul" && m_page.elements[list].tag != "ol") {
            list = m_page.elements[list].parent;
        }
        if (list == HtmlElement::none || m_page.elements[list].first_line == 0) {
            return HtmlRecord::no_line;
        }
        auto const above = m_page.elements[list].first_line - 1;
        auto const& line = m_page.lines[above];
        auto const& block = m_page.elements[line.block];
        auto const alone = block.tag == "p" && block.end_line == block.first_line + 1 && block.parent == m_page.elements[list].parent && !is_named(above);
        auto const text = trimmed(line.text, " :");
        auto const heads = is_status(text) || is_group_of_people(text) || is_country(text) || organisation_likelihood(text) >= a_house;
        return alone && heads ? above : HtmlRecord::no_line;
    }

    /// "<b>Beispiel AG</b><br>Anna Berg<br>Bert Tal": the first line of a block, set apart and no name.
    std::size_t head_of_block(HtmlRecord const& record) const
    {
        auto const block = m_page.lines[m_places[record.place].line].block;
        auto const first = m_page.elements[block].first_line;
        auto const apart = m_page.lines[first].block == block && heads_its_block(m_page, first);
        return apart && first < record.first_line && !is_named(first) ? first : HtmlRecord::no_line;
    }

    void find_headings(HtmlRecord& record)
    {
        auto const head = head_of_group(record);
        auto const own = tag_of(m_places[record.place].line);
        if (head != HtmlRecord::no_line && is_group_of_people(m_page.lines[head].text)) {
            record.group_line = head;
            record.heading_line = heading_above(head, own);
            if (record.heading_line != HtmlRecord::no_line && names_between(record.heading_line, head) > 0) {
                record.heading_line = HtmlRecord::no_line; // of the people before
            }
        } else {
            auto const inner = heading_inside(record);
            record.heading_line = head != HtmlRecord::no_line ? head : inner != HtmlRecord::no_line ? inner : heading_above(record.first_line, own);
        }
    }

    /// A country or state as a heading that the record begins with: it holds for those behind, too.
    std::size_t heading_inside(HtmlRecord const& record) const
    {
        for (auto line = m_places[record.place].line; line-- > record.first_line;) {
            if (auto const& text = m_page.lines[line].text; is_heading(tag_of(line)) && (is_country(text) || is_status(text) || is_group_of_people(text))) {
                return line;
            }
        }
        return HtmlRecord::no_line;
    }

    /// The heading that holds for a line, whose name stands in an element `own`. Goes no further up than the search
    /// before it, whose answer holds there, too.
    std::size_t heading_above(std::size_t first, std::string_view own)
    {
        auto found = HtmlRecord::no_line;
        for (auto line = first; line-- > 0;) {
            if (line + 1 == m_searched.first && own == m_searched.own) {
                found = m_searched.found;
                break;
            }
            auto const tag = tag_of(line);
            if (!is_heading(tag) && tag != "dt" && tag != "caption" && tag != "legend" && tag != "summary" && !is_single_line(line)) {
                continue;
            }
            auto const named = is_named(line);
            if (!named || !is_heading(tag) || tag != own) { // a name that is a heading itself has its like above it
                found = named ? HtmlRecord::no_line : line;
                break;
            }
        }
        m_searched = {first, own, found};
        return found;
    }

    struct Search {
        std::size_t first = 0;
        std::string_view own;
        std::size_t found = HtmlRecord::no_line;
    };

    HtmlPage const& m_page;
    std::vector<NamePlace> const& m_places;
    std::vector<HtmlRecord> m_records;
    std::set<std::string_view> m_tags_of_groups; ///< of headings
    Search m_searched; ///< the last for a heading above
};

} // namespace

std::vector<HtmlRecord> find_records(HtmlPage const& page, std::vector<NamePlace> const& places)
{
    return RecordFinder(page, places).find();
}

} // namespace knowwho
