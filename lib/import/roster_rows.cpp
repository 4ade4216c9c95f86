// SPDX-License-Identifier: MIT
#include "import/roster_rows.hpp"

#include "identity/name_parser.hpp"
#include "identity/organisation.hpp"
#include "import/cell_evidence.hpp"
#include "import/comma_habit.hpp"
#include "import/draft_person.hpp"
#include "import/header_words.hpp"
#include "import/people_in_cell.hpp"
#include "import/row_draft.hpp"
#include "import/word_lists.hpp"
#include "text/ascii.hpp"
#include "text/folding.hpp"

#include <algorithm>
#include <array>
#include <cstdint>
#include <memory>
#include <span>
#include <string>

namespace knowwho {
namespace {

constexpr int rows_between_stops = 1024;
constexpr std::size_t shown_cell = 80; // bytes of a cell in a problem

/// What the cells take in a raw row.
std::size_t bytes_in(std::span<std::string_view const> cells)
{
    std::size_t bytes = 0;
    for (auto const cell : cells) {
        bytes += cell.size() + sizeof(std::uint32_t);
    }
    return bytes;
}

class Builder {
public:
    Builder(Table const& first, std::vector<ColumnUse> columns, TakeRow take, std::vector<Problem>& problems)
        : m_columns(std::move(columns)), m_take(std::move(take)), m_problems(problems), m_headed(first.header_line > 0), m_found_names(std::find(first.known.begin(), first.known.end(), Field::name) != first.known.end())
    {
        auto headers = RawRow::Headers{};
        for (std::size_t column = 0; column < m_columns.size(); ++column) {
            m_order.push_back(column);
            headers.push_back(m_columns[column].header);
        }
        m_headers = std::make_shared<RawRow::Headers const>(std::move(headers));
        std::stable_sort(m_order.begin(), m_order.end(), [&](auto a, auto b) { return m_columns[a].confidence > m_columns[b].confidence; });
        m_talks = std::any_of(m_columns.begin(), m_columns.end(), [](auto const& use) { return use.field == Field::talk || use.field == Field::talk_starts; });
        learn_habit(first);
    }

    void read(Table const& block, Watch const& watch)
    {
        auto const total = static_cast<std::int64_t>(block.rows.size());
        for (std::size_t index = 0; index < block.rows.size(); ++index) {
            if (index % rows_between_stops == 0) {
                watch.check();
                watch.report("reading rows", static_cast<std::int64_t>(index), total);
            }
            read_row(block.rows[index].line, block.cells_of(block.rows[index]));
        }
    }

private:
    /// "Nazwisko i imię", "Nom, prénom": two headers in one, the family's first.
    static bool says_family_first(std::string_view header)
    {
        for (auto const* const sign : {", ", "/", " i ", " et ", " y ", " e ", " und ", " and ", " & ", " a ", " en "}) {
            auto const cut = header.find(sign);
            if (cut == header.npos) {
                continue;
            }
            auto const means = [](std::string_view words, Field field) {
                auto const meaning = read_header(trim(words));
                return !meaning.candidates.empty() && meaning.candidates.front().field == field;
            };
            auto const first = header.substr(0, cut);
            return (means(first, Field::family) || means(first, Field::name)) && means(header.substr(cut + std::string_view(sign).size()), Field::given);
        }
        return false;
    }

    NameOrder order() const { return m_family_first ? NameOrder::family_first : m_habit.order(); }

    void learn_habit(Table const& table)
    {
        std::vector<std::string_view> names;
        for (std::size_t column = 0; column < m_columns.size(); ++column) {
            if (m_columns[column].field != Field::name) {
                continue;
            }
            m_family_first = says_family_first(m_columns[column].header);
            auto const step = std::max<std::size_t>(1, table.rows.size() / 500);
            for (std::size_t row = 0; row < table.rows.size(); row += step) {
                auto const cells = table.cells_of(table.rows[row]);
                if (column < cells.size()) {
                    m_habit.learn(one_line(cells[column]));
                    names.push_back(trim(cells[column]));
                }
            }
            m_french = std::any_of(names.begin(), names.end(), [](auto name) { return name.starts_with("Mme ") || name.starts_with("Mme. ") || name.starts_with("Mlle "); });
            m_commas = find_comma_habit(names);
            m_rests = most_have_rests(names);
            return;
        }
    }

    /// A column of names in which most cells go on behind a dash or bar: "Anna Berg - Beispiel AG".
    bool most_have_rests(std::vector<std::string_view> const& names) const
    {
        auto const affiliated = std::any_of(m_columns.begin(), m_columns.end(), [](auto const& use) { return use.field == Field::organisation; });
        auto const rests = std::count_if(names.begin(), names.end(), [&](auto name) {
            auto const line = read_person_line(name, m_commas);
            return (line.rest_sign == '-' || line.rest_sign == '|' || (line.rest_sign == ',' && m_commas == CommaHabit::name_rest)) && !line.rest.empty() && line.likelihood >= 0.3;
        });
        return !affiliated && names.size() >= 2 && rests * 10 > std::ptrdiff_t(names.size()) * 7;
    }

    void read_row(int line, std::span<std::string_view const> cells)
    {
        RowDraft draft;
        draft.row.line = line;
        cells = cells.subspan(0, std::min(cells.size(), m_columns.size())); // a block may have a wider row than the first
        draft.row.raw.begin_part(m_headers, bytes_in(cells));
        for (std::size_t column = 0; column < cells.size(); ++column) {
            draft.row.raw.add(cells[column]);
            if (draft.first_cell.empty()) {
                draft.first_cell = trim(cells[column]);
                draft.first_column = column;
            }
        }
        for (auto const column : m_order) {
            if (column < cells.size()) {
                read_cell(draft, column, cells[column]);
            }
        }
        if (draft.filled == 0) {
            return;
        }
        finish(draft);
    }

    void read_cell(RowDraft& draft, std::size_t column, std::string_view cell)
    {
        auto const content = trim(cell);
        auto const& use = m_columns[column];
        if (content.empty()) {
            return;
        }
        ++draft.filled;
        if (is_filler(content)) {
            return;
        }
        if (!use.field) {
            draft.row.others.push_back({use.header, paragraphs(content)});
            return;
        }
        take_field(draft, *use.field, use, drawn_through(draft, *use.field, content), m_talks);
    }

    /// "~~Anna Berg~~" was on the list, and is drawn through.
    static std::string_view drawn_through(RowDraft& draft, Field field, std::string_view content)
    {
        auto const named = field == Field::name || field == Field::given || field == Field::family;
        if (!named || content.size() < 5 || !content.starts_with("~~") || !content.ends_with("~~")) {
            return content;
        }
        draft.row.status = AttendanceStatus::cancelled;
        draft.row.others.push_back({{}, "struck through"});
        return trim(content.substr(2, content.size() - 4));
    }

    void finish(RowDraft& draft);
    void finish_person(RowDraft& draft);
    bool finish_each(RowDraft const& draft);
    void complete(RowDraft& draft);
    std::vector<std::string> part_name(RowDraft& draft) const;
    void report_nobody(RowDraft const& draft);
    void take_heading(std::string heading);

    std::vector<ColumnUse> m_columns;
    TakeRow m_take;
    std::vector<Problem>& m_problems;
    CommaHabit m_commas = CommaHabit::unknown; ///< of the column of names
    bool m_french = false; ///< "M." in front of a name is Monsieur, as others are Mme
    bool m_rests = false; ///< the column of names also says where they work
    bool m_headed = false; ///< the columns have headers of their own, so an organisation is one
    bool m_family_first = false; ///< as the header of the names says
    bool m_found_names = false; ///< by the reader, so no row is a heading
    bool m_talks = false; ///< a room without talks is an office or a stand
    std::vector<std::size_t> m_order; ///< columns, the surest first: of two with one meaning the surer one is taken
    NameHabit m_habit;
    RawRow::SharedHeaders m_headers;
    std::string m_country; ///< the last such row that was a country
    std::string m_heading; ///< the last row that was a heading between the rows
};

/// A country holds until the next one, anything else until the next heading.
void Builder::take_heading(std::string heading)
{
    while (heading.ends_with(':')) {
        heading.pop_back();
    }
    if (is_country(heading)) {
        m_country = heading;
    } else if (!m_country.empty() && m_country == ascii_upper(m_country) && heading == ascii_upper(heading)) { // "OBSERVERS", of the same rank
        m_country.clear();
    }
    m_heading = std::move(heading);
}

void Builder::report_nobody(RowDraft const& draft)
{
    auto const cell = std::string(draft.first_cell.substr(0, shown_cell));
    if (is_programme_item(draft.talk.title)) {
        m_problems.push_back({Severity::note, {}, draft.row.line, 1, draft.talk.title, "An item of the programme that names nobody; left out.", {}});
    } else if (is_totals_word(draft.first_cell) || is_totals_word(draft.name) || is_totals_row(draft.given, draft.family)) {
        m_problems.push_back({Severity::note, {}, draft.row.line, 1, cell, "A row of totals; left out.", {}});
    } else if (draft.filled == 1 && is_placeholder_name(draft.first_cell)) {
        m_problems.push_back({Severity::note, {}, draft.row.line, 1, cell, "A placeholder for somebody not named yet; left out.", {}});
    } else if (draft.filled == 1 && m_columns.size() > 1 && draft.first_column == 0) {
        take_heading(one_line(draft.first_cell));
        m_problems.push_back({Severity::note, {}, draft.row.line, 1, cell, "A heading or remark between the rows; left out.", {}});
    } else {
        m_problems.push_back({Severity::loss, {}, draft.row.line, 1, cell, "This row has no name.", "Add the name to the list, or map the column that holds it with --map."});
    }
}

/// A cell may name several people, or the house in brackets behind the name.
std::vector<std::string> Builder::part_name(RowDraft& draft) const
{
    if (!m_rests && draft.name.find_first_of("/;&([<\n") == std::string::npos && m_commas != CommaHabit::several_names) {
        return {};
    }
    auto line = read_person_line(draft.name, m_commas == CommaHabit::unknown ? CommaHabit::name_rest : m_commas);
    if (m_rests && !line.rest.empty() && !line.name.empty()) {
        draft.name = line.name;
        take_rest(draft.row, line.rest);
        std::for_each(line.asides.begin(), line.asides.end(), [&](auto const& aside) { take_aside(draft, aside); });
        return {};
    }
    if (line.likelihood < 0.3 || (!line.rest.empty() && line.more_names.empty())) {
        return {};
    }
    auto const remarks = std::stable_partition(line.asides.begin(), line.asides.end(), [](auto const& aside) { return !is_remark(aside); });
    if (remarks != line.asides.begin() || line.more_names.empty()) {
        std::for_each(remarks, line.asides.end(), [&](auto const& aside) { take_aside(draft, aside); });
    }
    line.asides.erase(remarks, line.asides.end());
    auto const behind = draft.name.ends_with(')') || draft.name.ends_with(']') || draft.name.ends_with('>');
    if (behind && line.asides.size() == 1 && !names_person(line.asides.front())) {
        take_aside(draft, line.asides.front());
        draft.name = line.name;
    } else if (!line.more_names.empty()) {
        draft.name = line.name;
    }
    return std::move(line.more_names);
}

/// A letter of the alphabet, a kind of people, a house, a header word.
bool heads_rows(std::string_view text)
{
    return text.size() == 1 || read_person_line(text).likelihood == 0 || is_group_of_people(text) || is_header_phrase(text) || organisation_likelihood(text) >= 0.8;
}

/// A cell may name several people, each with what belongs to them.
bool Builder::finish_each(RowDraft const& draft)
{
    auto const people = draft.given.empty() && draft.family.empty() ? people_in_cell(draft.name_cell, m_commas) : std::vector<PersonLine>{};
    for (auto const& person : people) {
        auto one = draft;
        one.name = person.name;
        std::for_each(person.asides.begin(), person.asides.end(), [&](auto const& aside) { take_aside(one, aside); });
        if (!person.rest.empty()) {
            take_rest(one.row, person.rest);
        }
        finish_person(one);
    }
    return !people.empty();
}

void Builder::finish(RowDraft& draft)
{
    if (!finish_each(draft)) {
        finish_person(draft);
    }
}

void Builder::finish_person(RowDraft& draft)
{
    auto const alone = !m_found_names && draft.filled == 1 && draft.first_column == 0 && m_columns.size() > 1;
    auto const no_name = m_columns.size() > 2 && name_likelihood(draft.first_cell) < 0.4;
    auto const heading = alone && (no_name || is_totals_word(draft.first_cell) || heads_rows(draft.first_cell));
    auto const more = !heading && draft.given.empty() && draft.family.empty() ? part_name(draft) : std::vector<std::string>{};
    if (heading || is_totals_word(draft.name) || is_totals_row(draft.given, draft.family) || !name_draft(draft, order(), m_french)) {
        report_nobody(draft);
        return;
    }
    if (is_programme_item(draft.name)) {
        m_problems.push_back({Severity::note, {}, draft.row.line, 0, draft.name, "An item of the programme that names nobody; left out.", {}});
        return;
    }
    auto const nobody = is_placeholder_name(draft.given) && is_placeholder_name(draft.family) && draft.name.empty(); // "TBA" and "TBA"
    if (nobody || is_placeholder_name(draft.row.name.written) || is_anonymous(draft.row.name.written)) {
        m_problems.push_back({Severity::note, {}, draft.row.line, 0, draft.row.name.written, "A placeholder for somebody not named yet; left out.", {}});
        return;
    }
    complete(draft);
    std::vector<RosterRow> others;
    for (auto const& name : more) {
        others.push_back(draft.row);
        others.back().name = parse_name(name);
    }
    m_take(std::move(draft.row));
    std::for_each(others.begin(), others.end(), [&](RosterRow& other) { m_take(std::move(other)); });
}

void Builder::complete(RowDraft& draft)
{
    auto const under_house = draft.row.organisation.empty() && !m_heading.empty() && organisation_likelihood(m_heading) >= 0.6;
    part_affiliation(draft.row, m_headed);
    if (!m_headed) {
        introduce(draft.row);
    }
    if (under_house && draft.row.organisation.empty()) {
        draft.row.organisation = m_heading;
    } else if (!m_heading.empty()) {
        draft.row.others.push_back({"section", m_heading});
    }
    if (draft.row.country.empty()) {
        draft.row.country = m_country;
    }
    if (!m_heading.empty() && is_status(m_heading)) {
        draft.row.status = parse_status(m_heading).value_or(draft.row.status);
    }
    if (!draft.talk.title.empty() || !draft.talk.room.empty()) { // a time alone is no talk
        draft.row.talks.push_back(std::move(draft.talk));
    }
}

} // namespace

std::function<void(Table const& block, Watch const& watch)> row_reader(Table const& first, std::vector<ColumnUse> columns, TakeRow take, std::vector<Problem>& problems)
{
    auto const builder = std::make_shared<Builder>(first, std::move(columns), std::move(take), problems);
    return [builder](Table const& block, Watch const& watch) { builder->read(block, watch); };
}

void build_rows(Table const& table, std::vector<ColumnUse> const& columns, std::vector<RosterRow>& rows, std::vector<Problem>& problems, Watch const& watch)
{
    rows.reserve(rows.size() + table.rows.size());
    Builder(table, columns, [&](RosterRow&& row) { rows.push_back(std::move(row)); }, problems).read(table, watch);
}

} // namespace knowwho
