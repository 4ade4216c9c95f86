// SPDX-License-Identifier: MIT
#include "import/record_cells.hpp"

#include "identity/name_lexicon.hpp"
#include "identity/name_tokens.hpp"
#include "identity/organisation.hpp"
#include "import/affiliation.hpp"
#include "import/cell_evidence.hpp"
#include "import/header_words.hpp"
#include "import/list_words.hpp"
#include "import/role_order.hpp"
#include "import/word_lists.hpp"
#include "text/ascii.hpp"

#include <algorithm>
#include <cctype>
#include <utility>

namespace knowwho {
namespace {

constexpr std::size_t longest_plain_line = 140; // bytes
constexpr std::size_t learnt_records = 200;
constexpr std::string_view struck_through = "struck through"; // a word of data/lexicon/status_words.tsv

class RecordCells {
public:
    RecordCells(HtmlPage const& page, std::vector<NamePlace> const& places) : m_page(page), m_places(places) {}

    /// Looks through the first records for what the list's single lines are.
    void learn(std::vector<HtmlRecord> const& records)
    {
        m_learning = true;
        for (std::size_t index = 0; index < std::min(records.size(), learnt_records); ++index) {
            cells_of(records[index]);
        }
        m_learning = false;
    }

    std::vector<RecordCell> cells_of(HtmlRecord const& record)
    {
        m_cells.clear();
        m_label.clear();
        auto const& place = m_places[record.place];
        add("name", "", place.person.name);
        if (is_struck(place)) {
            add("lines status", "", std::string(struck_through));
        }
        add_rest(place.person);
        for (auto const& aside : place.person.asides) {
            add(is_email(aside) ? "lines email" : is_status(aside) && aside.size() > 4 ? "lines status" : is_remark(aside) ? "lines about" : "aside", "", aside);
        }
        for (auto const line : {record.group_line, record.heading_line}) {
            if (line != HtmlRecord::no_line) {
                add_heading(line);
            }
        }
        for (auto line = record.first_line; line < record.end_line; ++line) {
            if (line == record.heading_line || line == record.group_line) {
                continue;
            }
            if (line == place.line) {
                add_pieces(line, place.piece);
            } else {
                add_line(record, line);
            }
        }
        speak_for_country(record);
        sort_plain_lines(!place.person.rest.empty() || !place.person.asides.empty() || (place.piece != NamePlace::whole_line && m_page.lines[place.line].pieces.size() > 1));
        return std::move(m_cells);
    }

private:
    bool is_struck(NamePlace const& place) const
    {
        auto const& pieces = m_page.lines[place.line].pieces;
        return pieces[place.piece == NamePlace::whole_line ? 0 : place.piece].struck;
    }

    /// "Leiterin, Beispiel AG" says both, surely; anything else is one text whose column decides.
    void add_rest(PersonLine const& person)
    {
        auto parts = split_affiliation(person.rest);
        m_learning ? m_rests.learn(parts, person.rest) : m_rests.follow(parts, person.rest);
        if (!person.duty.empty() && parts.role.empty()) { // "Moderation: Anna Berg, Beispiel AG"
            add("lines role", "", person.duty);
            add("lines organisation", "", person.rest);
            return;
        }
        add("duty", "", person.duty);
        if (parts.role.empty() || parts.organisation.empty()) {
            add(person.rest_sign == '-' || person.rest_sign == ':' ? std::string("rest") + person.rest_sign : "rest,", "", person.rest);
            return;
        }
        add("lines role", "", parts.role);
        add("lines organisation", "", parts.organisation);
    }

    /// A delegate of whom the list tells the country only speaks for it.
    void speak_for_country(HtmlRecord const& record)
    {
        if (record.heading_line == HtmlRecord::no_line || !m_places[record.place].person.titled || !m_plain.empty() || m_cells.size() != 2) {
            return;
        }
        auto const& heading = m_page.lines[record.heading_line].text;
        add("lines organisation", "", is_country(heading) ? heading : std::string{});
    }

    void add_heading(std::size_t line)
    {
        auto const tag = m_page.elements[m_page.lines[line].block].tag;
        auto text = std::string_view(m_page.lines[line].text);
        while (text.ends_with(':') || text.ends_with(' ')) {
            text.remove_suffix(1);
        }
        text = without_remark(text);
        auto const says_group = is_group_of_people(text);
        m_group_headings += m_learning && says_group && is_heading(tag);
        auto const group = says_group || (m_group_headings > 0 && is_heading(tag) && !is_country(text) && organisation_likelihood(text) < 0.95); // "Staff", then "Professional services"
        auto const* const key = is_status(text) ? "lines status" : group ? "lines category" : tag == "dt" ? "heading dt" : is_heading(tag) || tag == "caption" ? "heading" : "head";
        add(key, group ? "section" : "", std::string(text));
    }

    /// "Beispiel AG (coordinator)": small words in brackets are no part of a house's name.
    static std::string_view without_remark(std::string_view text)
    {
        auto const open = text.rfind(" (");
        auto const small = open != text.npos && text.ends_with(')') && text[open + 2] >= 'a' && text[open + 2] <= 'z';
        return small ? trim(text.substr(0, open)) : text;
    }

    /// A single line that says nothing surely is what most single lines of the list are.
    void follow_tendency(SortedLines& sorted)
    {
        auto const& text = m_plain.front();
        Affiliation parts{sorted.role, sorted.organisation};
        m_learning ? m_lines.learn(parts, text) : m_lines.follow(parts, text);
        sorted.role = std::move(parts.role);
        sorted.organisation = std::move(parts.organisation);
        auto const role = role_likelihood(text);
        auto const house = organisation_likelihood(text);
        m_tendency += m_learning && (role >= 0.45 || house >= 0.5) ? role - house : 0;
        if (role >= 0.45 || house >= 0.5) {
            return;
        }
        if (m_tendency > 0 && text == sorted.organisation) {
            std::swap(sorted.role, sorted.organisation);
        }
    }

    /// Lines that neither class nor label tells apart are sorted by what they say.
    void sort_plain_lines(bool affiliated)
    {
        if (m_plain.empty()) {
            return;
        }
        auto const& only = m_plain.front();
        if (affiliated && m_plain.size() == 1 && organisation_likelihood(only) < 0.4 && role_likelihood(only) < 0.45 && !is_place(only) && !is_email(only) && !is_website(only)) {
            add("below", "", only); // the house stands beside the name: this is what they talk about
            m_plain.clear();
            return;
        }
        auto sorted = sort_lines(m_plain);
        if (m_plain.size() == 1) {
            follow_tendency(sorted);
        }
        m_plain.clear();
        add("lines role", "", sorted.role);
        add("lines unit", "", sorted.unit);
        add("lines organisation", "", sorted.organisation);
        add("lines place", "", sorted.place);
        add("lines country", "", sorted.country);
        add("lines email", "", sorted.email);
        add("lines website", "", sorted.website);
        add("lines others", "", sorted.others);
    }

    bool is_inside(std::size_t element, std::string_view tag, HtmlRecord const& record) const
    {
        for (auto index = element; index != HtmlElement::none && index >= record.element; index = m_page.elements[index].parent) {
            if (m_page.elements[index].tag == tag) {
                return true;
            }
        }
        return false;
    }

    /// "|", "·", "and": parts what stands beside it.
    static bool is_ornament(std::string_view text)
    {
        if (is_list_word(text, ListWord::join)) {
            return true;
        }
        return text.size() <= 4 && std::none_of(text.begin(), text.end(), [](unsigned char c) { return std::isalnum(c) != 0 || (c >= 0xc3 && c != 0xe2); });
    }

    /// "K" or "KB" in place of a picture of Karla Berg.
    bool is_monogram(std::string_view text) const
    {
        auto letters = std::string{};
        for (auto const word : split_at_blanks(m_cells.empty() ? std::string_view{} : std::string_view(m_cells.front().text))) {
            letters.push_back(word.front());
        }
        return text.size() <= 3 && !letters.empty() && letters.starts_with(text);
    }

    static bool is_sentence(std::string_view text)
    {
        constexpr std::string_view verbs[] = {" ist ", " is ", " war ", " was ", " hat ", " has ", " arbeitet ", " works ", " studierte ", " leitet "};
        return (text.ends_with('.') && text.size() > 40) || ends_as_sentence(text) || std::any_of(std::begin(verbs), std::end(verbs), [&](auto verb) { return text.find(verb) != text.npos; });
    }

    bool is_plain(HtmlElement const& block, std::string const& text, bool own) const
    {
        return (own || (block.classes.empty() && block.tag != "td" && block.tag != "li" && !is_heading(block.tag))) && text.size() <= longest_plain_line && !is_sentence(text) && !has_time_of_day(text) &&
               m_plain.size() < 6;
    }

    void add(std::string key, std::string label, std::string const& text)
    {
        if (text.size() > 1 && !is_ornament(text) && !is_monogram(text)) { // a single letter heads the names that begin so
            m_cells.push_back({std::move(key), std::move(label), text});
        }
    }

    /// What else stands in the line of a name that is only a piece of it.
    void add_pieces(std::size_t line, std::size_t name_piece)
    {
        auto const& pieces = m_page.lines[line].pieces;
        for (std::size_t piece = 0; name_piece != NamePlace::whole_line && piece < pieces.size(); ++piece) {
            if (piece < name_piece && (is_all_title(pieces[piece].text) || (word_kinds(pieces[piece].text) & word_kind::any_salutation) != 0)) {
                m_cells.front().text.insert(0, pieces[piece].text + " "); // "Dr <span>Anna Berg</span>"
            } else if (piece != name_piece) {
                auto const& element = m_page.elements[pieces[piece].element];
                auto const [first, rest] = part_behind_bracket(pieces[piece].text);
                add("piece " + std::string(element.tag) + "." + element.classes + (piece < name_piece ? " before" : ""), element.classes, without_signs(first));
                add("lines about", "", without_signs(rest));
            }
        }
        auto const& link = m_page.lines[line].link;
        if (link.starts_with("mailto:")) {
            add("mail", "email", link.substr(7, link.find('?') == std::string::npos ? link.npos : link.find('?') - 7));
        } else if (link.starts_with("http")) {
            add("link", "website", link);
        }
    }

    /// "(Beispiel AG) – talks about mills": the house, and the rest. Anything else is the first.
    static std::pair<std::string_view, std::string_view> part_behind_bracket(std::string_view text)
    {
        auto const close = text.find(')');
        auto const house = trim(text).starts_with('(') && close != text.npos && text.find('(', text.find('(') + 1) == text.npos;
        return house ? std::pair{text.substr(0, close), text.substr(close + 1)} : std::pair{text, std::string_view{}};
    }

    static std::string without_signs(std::string_view text)
    {
        auto const begin = text.find_first_not_of(" ,;:-|/(");
        auto rest = begin == text.npos ? std::string_view{} : trim(text.substr(begin));
        while (rest.ends_with(':') || rest.ends_with(',')) {
            rest.remove_suffix(1);
        }
        return std::string(rest);
    }

    void add_line(HtmlRecord const& record, std::size_t line)
    {
        auto const& l = m_page.lines[line];
        auto const& block = m_page.elements[l.block];
        if (block.tag == "dt" || block.tag == "th") {
            m_label = l.text;
            return;
        }
        auto const colon = l.text.find(": ");
        if (colon != l.text.npos && colon < 40 && header_likelihood(std::string_view(l.text).substr(0, colon)) > 0.6) {
            if (announces_talk(std::string_view(l.text).substr(0, colon)) && is_plain(block, l.text, l.block == record.element)) {
                return m_plain.push_back(l.text.substr(colon + 2)); // "Keynote: Heat from Rivers" beside others without
            }
            add("label " + l.text.substr(0, colon), l.text.substr(0, colon), l.text.substr(colon + 2));
            return;
        }
        if (l.pieces.size() > 1 && l.pieces[0].element != l.pieces[1].element && l.pieces[0].text.size() < 40 && is_header_phrase(l.pieces[0].text)) {
            add("label " + l.pieces[0].text, l.pieces[0].text, without_signs(std::string_view(l.text).substr(l.pieces[0].text.size())));
            return;
        }
        if (take_barred(l.text)) {
            return;
        }
        auto const label = is_inside(l.block, "dd", record) ? m_label : std::string{};
        if (label.empty() && l.text.ends_with(':')) { // says what comes below
            return;
        }
        if (line < m_places[record.place].line && is_group_of_people(l.text)) {
            add("lines category", "section", l.text);
            return;
        }
        if (label.empty() && is_plain(block, l.text, l.block == record.element || has_twin_beside(line, record) || is_below_name_heading(line, record))) {
            for (auto const& part : parts_of(l)) {
                m_plain.push_back(part.text);
            }
            return;
        }
        if (auto const parts = parts_of(l); label.empty() && parts.size() > 1) {
            for (auto const& part : parts) {
                auto const& element = m_page.elements[part.element];
                add(relative_path(record, l.block) + ">" + std::string(element.tag) + "." + element.classes, element.classes, part.text);
            }
            return;
        }
        add((label.empty() ? "" : "label " + label) + relative_path(record, l.block), label.empty() ? block.classes : label, l.text);
    }

    /// "<h5>Anna Berg</h5><h6>Leiterin, Beispiel AG</h6>".
    bool is_below_name_heading(std::size_t line, HtmlRecord const& record) const
    {
        auto const name = m_page.elements[m_page.lines[m_places[record.place].line].block].tag;
        auto const tag = m_page.elements[m_page.lines[line].block].tag;
        return line > m_places[record.place].line && is_heading(name) && is_heading(tag) && tag > name && m_page.lines[line].text.find(", ") != std::string::npos;
    }

    static bool announces_talk(std::string_view label)
    {
        auto const meaning = read_header(label);
        return !meaning.candidates.empty() && meaning.candidates.front().field == Field::talk;
    }

    /// "Leiterin | Beispiel AG | Austria": bars are drawn line breaks, if one of the parts is a role or a house.
    bool take_barred(std::string_view text)
    {
        std::vector<std::string> parts;
        for (auto rest = text; !rest.empty();) {
            auto const bar = std::min(rest.find(" | "), rest.size());
            parts.emplace_back(trim(rest.substr(0, bar)));
            rest.remove_prefix(std::min(bar + 3, rest.size()));
        }
        auto const told = [](auto const& part) { return role_likelihood(part) >= 0.45 || organisation_likelihood(part) >= 0.6; };
        if (parts.size() < 2 || parts.size() > 4 || text.size() > longest_plain_line || !m_plain.empty() || std::none_of(parts.begin(), parts.end(), told)) {
            return false;
        }
        m_plain = std::move(parts);
        return true;
    }

    /// The line above or below stands in an element of the same kind: their classes tell nothing apart.
    bool has_twin_beside(std::size_t line, HtmlRecord const& record) const
    {
        auto const& block = m_page.elements[m_page.lines[line].block];
        if (block.tag != "p" && block.tag != "div") { // items of a list are topics as often
            return false;
        }
        auto const path = relative_path(record, m_page.lines[line].block);
        auto const is_twin = [&](std::size_t other) { return other != m_places[record.place].line && m_page.lines[other].block != m_page.lines[line].block && relative_path(record, m_page.lines[other].block) == path; };
        return (line > record.first_line && is_twin(line - 1)) || (line + 1 < record.end_line && is_twin(line + 1));
    }

    /// "<span>Leiterin</span><small>Beispiel AG</small>": a line whose parts all stand in elements of their own is drawn as several.
    std::vector<HtmlPiece> parts_of(HtmlLine const& line) const
    {
        auto const parent = [&](HtmlPiece const& piece) { return m_page.elements[piece.element].parent; };
        auto const apart = line.pieces.size() > 1 && std::all_of(line.pieces.begin(), line.pieces.end(), [&](auto const& piece) {
            auto const& element = m_page.elements[piece.element];
            return piece.element != line.block && element.parent == parent(line.pieces.front()) && is_set_apart(element);
        });
        return apart ? line.pieces : std::vector<HtmlPiece>{{line.text, line.block, false}};
    }

    /// Marks that draw a whole text in their own way, and no single words of one.
    static bool is_set_apart(HtmlElement const& element) { return element.tag == "span" || element.tag == "small" || (element.tag == "em" && element.classes.empty()); }

    std::string relative_path(HtmlRecord const& record, std::size_t element) const
    {
        std::string path;
        for (auto index = element; index != record.element && index != HtmlElement::none && index != m_page.elements[record.element].parent;
             index = m_page.elements[index].parent) {
            auto const& e = m_page.elements[index];
            path += '>';
            path += e.tag;
            path += '.';
            path += e.classes;
            if (e.tag == "td") {
                path += std::to_string(e.ordinal);
            }
        }
        return path;
    }

    HtmlPage const& m_page;
    std::vector<NamePlace> const& m_places;
    std::vector<RecordCell> m_cells;
    std::vector<std::string> m_plain;
    double m_tendency = 0; ///< of single lines below names: roles above 0, organisations below
    RoleOrder m_lines; ///< of single lines below names
    RoleOrder m_rests; ///< of what stands behind names
    int m_group_headings = 0; ///< headings that say which people follow
    bool m_learning = false;
    std::string m_label;
};

} // namespace

std::vector<std::vector<RecordCell>> cells_of_records(HtmlPage const& page, std::vector<NamePlace> const& places, std::vector<HtmlRecord> const& records)
{
    RecordCells reader(page, places);
    reader.learn(records);
    std::vector<std::vector<RecordCell>> cells;
    for (auto const& record : records) {
        cells.push_back(places[record.place].nobody ? std::vector<RecordCell>{} : reader.cells_of(record));
    }
    return cells;
}

} // namespace knowwho
