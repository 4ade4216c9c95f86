// SPDX-License-Identifier: MIT
#include "import/roster_rows.hpp"

#include "identity/name_lexicon.hpp"
#include "identity/name_parser.hpp"
#include "identity/name_tokens.hpp"
#include "identity/organisation.hpp"
#include "import/affiliation.hpp"
#include "import/cell_evidence.hpp"
#include "import/header_words.hpp"
#include "import/introduction.hpp"
#include "import/name_pattern.hpp"
#include "import/people_in_cell.hpp"
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

/// Runs of white space, also line breaks, as one blank; what is drawn as nothing is dropped.
std::string one_line(std::string_view cell)
{
    cell = trim(cell);
    auto const is_odd = [](char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7f; };
    if (std::none_of(cell.begin(), cell.end(), is_odd) && cell.find("  ") == cell.npos) {
        return std::string(cell);
    }
    std::string text;
    for (char const c : cell) {
        if (!is_odd(c) && c != ' ') {
            text.push_back(c);
        } else if (!text.ends_with(' ')) {
            text.push_back(' ');
        }
    }
    return text;
}

/// Paragraphs kept, other control characters dropped.
std::string paragraphs(std::string_view cell)
{
    std::string text;
    for (char const c : trim(cell)) {
        if (c == '\r') {
            continue;
        }
        if (c == '\n' || static_cast<unsigned char>(c) >= 0x20) {
            text.push_back(c);
        }
    }
    return text;
}

void join(std::string& target, std::string const& text, std::string_view glue)
{
    if (text.empty()) {
        return;
    }
    if (!target.empty()) {
        target += glue;
    }
    target += text;
}

bool is_totals_word(std::string_view text)
{
    constexpr std::array<std::string_view, 12> words{"summe", "gesamt", "total", "totals", "anzahl", "insgesamt", "count", "sum", "grand total", "gesamtsumme", "subtotal", "zwischensumme"};
    auto const key = fold(text);
    if (auto const letters = key.find_first_not_of("0123456789 "); letters > 0 && letters != key.npos && key.size() < 40) {
        constexpr std::array<std::string_view, 14> counted{"teilnehmer", "teilnehmende", "teilnehmerinnen", "personen", "people", "participants", "attendees", "entries", "eintraege", "eintrage", "persons", "guests", "gaste", "anmeldungen"};
        auto const noun = std::string_view(key).substr(letters, key.find(' ', letters) - letters);
        return std::find(counted.begin(), counted.end(), noun) != counted.end();
    }
    return std::any_of(words.begin(), words.end(), [&](auto word) {
        return key == word || (key.starts_with(word) && key.size() > word.size() && key[word.size()] == ' ' && key.size() < word.size() + 24);
    });
}

/// One row while it is read: the parts of the name by column, the rest in `row`.
struct Draft {
    RosterRow row;
    std::string name;
    std::string_view name_cell; ///< as it stands, with line breaks
    std::string given;
    std::string family;
    std::string salutation;
    std::string title;
    std::string suffix;
    Talk talk;
    int filled = 0;
    std::string_view first_cell;   ///< with content, and its column
    std::size_t first_column = 0;
};

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
        : m_columns(std::move(columns)), m_take(std::move(take)), m_problems(problems), m_headed(first.header_line > 0)
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
    void learn_habit(Table const& table)
    {
        std::vector<std::string_view> names;
        for (std::size_t column = 0; column < m_columns.size(); ++column) {
            if (m_columns[column].field != Field::name) {
                continue;
            }
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
        Draft draft;
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

    void read_cell(Draft& draft, std::size_t column, std::string_view cell)
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
        take(draft, *use.field, use, content);
    }

    void take(Draft& draft, Field field, ColumnUse const& use, std::string_view content);
    void take_work(Draft& draft, Field field, ColumnUse const& use, std::string_view content);

    void finish(Draft& draft);
    void finish_person(Draft& draft);
    bool finish_each(Draft const& draft);
    void complete(Draft& draft);
    std::vector<std::string> part_name(Draft& draft) const;
    static void take_aside(Draft& draft, std::string const& aside);
    static void take_rest(RosterRow& row, std::string const& rest);
    void part_affiliation(RosterRow& row) const;
    void introduce(RosterRow& row) const;
    static void take_introduction(RosterRow& row, std::string const& prose);
    static void draw_particles_forward(std::string& family);
    bool name_it(Draft& draft);
    void report_nobody(Draft const& draft);
    void take_heading(std::string heading);

    std::vector<ColumnUse> m_columns;
    TakeRow m_take;
    std::vector<Problem>& m_problems;
    CommaHabit m_commas = CommaHabit::unknown; ///< of the column of names
    bool m_french = false; ///< "M." in front of a name is Monsieur, as others are Mme
    bool m_rests = false; ///< the column of names also says where they work
    bool m_headed = false; ///< the columns have headers of their own, so an organisation is one
    bool m_talks = false; ///< a room without talks is an office or a stand
    std::vector<std::size_t> m_order; ///< columns, the surest first: of two with one meaning the surer one is taken
    NameHabit m_habit;
    RawRow::SharedHeaders m_headers;
    std::string m_country; ///< the last such row that was a country
    std::string m_heading; ///< the last row that was a heading between the rows
};

/// The first column of a meaning wins; a later one fills the gap, and is kept among the others if there is none.
void take_first(std::string& target, RosterRow& row, ColumnUse const& use, std::string text)
{
    if (target.empty()) {
        target = std::move(text);
    } else if (target != text) {
        row.others.push_back({use.header, std::move(text)});
    }
}

/// Columns of titles also hold salutations, and what somebody is: "Ms.", "Dr.", "CEO".
void take_title(Draft& draft, ColumnUse const& use, std::string title)
{
    auto const kinds = word_kinds(title);
    if ((kinds & (word_kind::mr | word_kind::mrs)) != 0 && draft.salutation.empty()) {
        draft.salutation = std::move(title);
    } else if (!is_all_title(title) && !is_all_suffix(title) && role_likelihood(title) >= 0.7) {
        take_first(draft.row.role, draft.row, use, std::move(title));
    } else {
        join(draft.title, title, " ");
    }
}

void Builder::take(Draft& draft, Field field, ColumnUse const& use, std::string_view content)
{
    auto& row = draft.row;
    switch (field) {
    case Field::name:
        draft.name_cell = draft.name.empty() ? content : draft.name_cell;
        return take_first(draft.name, row, use, one_line(content));
    case Field::given:
        return take_first(draft.given, row, use, one_line(content));
    case Field::family:
        return take_first(draft.family, row, use, one_line(content));
    case Field::middle:
        return take_first(row.name.middle, row, use, one_line(content));
    case Field::nickname:
        return take_first(row.name.nickname, row, use, one_line(content));
    case Field::maiden:
        return take_first(row.name.maiden, row, use, one_line(content));
    case Field::suffix:
        return take_first(draft.suffix, row, use, one_line(content));
    case Field::salutation:
        return take_first(draft.salutation, row, use, one_line(content));
    case Field::title:
        return take_title(draft, use, one_line(content));
    case Field::talk:
        draft.talk.title = one_line(content);
        return;
    case Field::talk_abstract:
        draft.talk.abstract = paragraphs(content);
        return;
    case Field::talk_room:
        if (!m_talks) {
            return row.others.push_back({use.header, one_line(content)});
        }
        draft.talk.room = one_line(content);
        return;
    case Field::talk_starts:
        draft.talk.starts = one_line(content);
        return;
    case Field::talk_ends:
        draft.talk.ends = one_line(content);
        return;
    default:
        take_work(draft, field, use, content);
    }
}

/// "a@x.example ::: b@y.example", "a@x.example; b@y.example": the first is taken, the others are kept.
void take_emails(RosterRow& row, ColumnUse const& use, std::string_view content)
{
    while (!content.empty()) {
        auto const end = std::min({content.find(" ::: "), content.find(';'), content.find('\n'), content.size()});
        if (auto const email = trim(content.substr(0, end)); !email.empty()) {
            take_first(row.email, row, use, one_line(email));
        }
        content.remove_prefix(std::min(content.size(), end + (content.substr(end).starts_with(" ::: ") ? 5 : 1)));
    }
}

/// "Confirmed: no" is not yet a refusal.
bool is_unconfirmed(std::string_view header, std::string_view content)
{
    auto const key = fold(header);
    constexpr std::array<std::string_view, 6> words{"confirm", "bestatigt", "bestaetigt", "approv", "paid", "bezahlt"};
    return content.size() < 6 && std::any_of(words.begin(), words.end(), [&](auto word) { return key.find(word) != key.npos; });
}

void Builder::take_work(Draft& draft, Field field, ColumnUse const& use, std::string_view content)
{
    auto& row = draft.row;
    switch (field) {
    case Field::organisation:
        if (ends_as_sentence(content) && organisation_likelihood(content) < 0.9) { // about somebody; no house is called so
            return row.others.push_back({use.header, paragraphs(content)});
        }
        if (!is_no_organisation(content)) {
            take_first(row.organisation, row, use, one_line(content));
        }
        return;
    case Field::unit:
        return join(row.unit, one_line(content), ", ");
    case Field::role:
        return take_first(row.role, row, use, one_line(content));
    case Field::email:
        return take_emails(row, use, content);
    case Field::website:
        return take_first(row.website, row, use, one_line(content));
    case Field::place:
        return take_first(row.place, row, use, one_line(content));
    case Field::country:
        return take_first(row.country, row, use, one_line(content));
    case Field::about:
    case Field::interests:
        return join(row.about, paragraphs(content), "\n");
    case Field::status:
        if (auto const status = parse_status(content)) {
            row.status = *status == AttendanceStatus::cancelled && is_unconfirmed(use.header, content) ? AttendanceStatus::pending : *status;
        }
        return row.others.push_back({use.header, one_line(content)});
    case Field::ignored:
        return;
    default:
        row.others.push_back({use.header, paragraphs(content)});
    }
}

/// One word in small letters that is no known name, or an address: what somebody calls themselves online.
bool is_handle(PersonName const& name)
{
    if (is_email(name.written)) {
        return true;
    }
    auto const& word = name.written;
    auto const plain = word.find(' ') == std::string::npos && !word.empty() && !(word[0] >= 'A' && word[0] <= 'Z') && static_cast<unsigned char>(word[0]) < 0xc3;
    return plain && NameLexicon::instance().find(fold_name(word)) == nullptr;
}

bool is_all_particle(std::string_view text)
{
    auto const words = split_at_blanks(text);
    return !words.empty() && std::all_of(words.begin(), words.end(), [](auto word) { return (word_kinds(word) & (word_kind::particle | word_kind::noble)) != 0; });
}

bool Builder::name_it(Draft& draft)
{
    NameHints hints;
    hints.habit = m_habit.order();
    hints.salutation = draft.salutation;
    hints.title = draft.title;
    if (m_french && draft.salutation.empty() && draft.name.starts_with("M. ")) {
        draft.salutation = "Monsieur";
        draft.name.erase(0, 3);
        hints.salutation = draft.salutation;
    }
    auto written = draft.name;
    if (!draft.given.empty() && !draft.family.empty()) {
        written = draft.given + " " + draft.family;
    } else if (written.empty()) {
        written = draft.given + draft.family;
    }
    if (written.empty()) {
        return false;
    }
    auto const extra = std::move(draft.row.name);
    auto& name = draft.row.name;
    // A comma says what the two columns say: where the family name ends.
    name = !draft.given.empty() && !draft.family.empty() ? parse_name(draft.family + ", " + draft.given, hints) : parse_name(written, hints);
    name.written = written;
    if (written.find(',') != std::string::npos) {
        draw_particles_forward(name.family);
    }
    if (is_handle(name)) {
        name.given.clear();
        name.family.clear();
    }
    if (is_all_particle(extra.middle)) { // a column for "van der", "von"
        name.family = extra.middle + " " + name.family;
        name.written = draft.given + " " + name.family;
    } else {
        join(name.middle, extra.middle, " ");
    }
    join(name.suffix, draft.suffix, ", ");
    name.nickname = extra.nickname.empty() ? name.nickname : extra.nickname;
    name.maiden = extra.maiden.empty() ? name.maiden : extra.maiden;
    return true;
}

/// A country holds until the next one, anything else until the next heading.
void Builder::take_heading(std::string heading)
{
    while (heading.ends_with(':')) {
        heading.pop_back();
    }
    if (is_country(heading)) {
        m_country = heading;
    }
    m_heading = std::move(heading);
}

void Builder::report_nobody(Draft const& draft)
{
    auto const cell = std::string(draft.first_cell.substr(0, shown_cell));
    if (is_programme_item(draft.talk.title)) {
        m_problems.push_back({Severity::note, {}, draft.row.line, 1, draft.talk.title, "An item of the programme that names nobody; left out.", {}});
    } else if (is_totals_word(draft.first_cell) || is_totals_word(draft.name)) {
        m_problems.push_back({Severity::note, {}, draft.row.line, 1, cell, "A row of totals; left out.", {}});
    } else if (draft.filled == 1 && m_columns.size() > 1 && draft.first_column == 0) {
        take_heading(one_line(draft.first_cell));
        m_problems.push_back({Severity::note, {}, draft.row.line, 1, cell, "A heading or remark between the rows; left out.", {}});
    } else {
        m_problems.push_back({Severity::loss, {}, draft.row.line, 1, cell, "This row has no name.", "Add the name to the list, or map the column that holds it with --map."});
    }
}

/// A list without a column for one of the two often has both in the other.
void Builder::part_affiliation(RosterRow& row) const
{
    if (auto const comma = row.organisation.rfind(", "); !m_headed && row.country.empty() && comma != std::string::npos && is_country(row.organisation.substr(comma + 2))) {
        row.country = row.organisation.substr(comma + 2);
        return;
    }
    if (!row.organisation.empty() && row.role.empty() && !m_headed) {
        auto parts = split_affiliation(row.organisation);
        row.role = std::move(parts.role);
        row.organisation = std::move(parts.organisation);
    } else if (row.organisation.empty() && !row.role.empty()) {
        auto parts = split_affiliation(row.role);
        if (!parts.role.empty() && !parts.organisation.empty()) {
            row.role = std::move(parts.role);
            row.organisation = std::move(parts.organisation);
        }
    }
}

/// Cards and pages without fields tell role and house in a sentence.
void Builder::introduce(RosterRow& row) const
{
    if (m_headed || !row.role.empty() || !row.organisation.empty()) {
        return;
    }
    for (auto const& cell : row.others) {
        if (row.role.empty() && cell.value.size() > 12) {
            take_introduction(row, cell.value);
        }
    }
    if (row.role.empty() && !row.about.empty()) {
        take_introduction(row, row.about);
    }
}

void Builder::take_introduction(RosterRow& row, std::string const& prose)
{
    auto found = read_introduction(prose);
    row.role = std::move(found.role);
    row.organisation = std::move(found.organisation);
}

/// "Beck von der, Anna": lists sorted by the main word put the particles behind it.
void Builder::draw_particles_forward(std::string& family)
{
    auto const first = family.find(' ');
    if (first == std::string::npos) {
        return;
    }
    auto const rest = std::string_view(family).substr(first + 1);
    for (std::size_t begin = 0; begin < rest.size();) {
        auto const end = std::min(rest.find(' ', begin), rest.size());
        auto const word = rest.substr(begin, end - begin);
        auto const kinds = word_kinds(word);
        if ((kinds & (word_kind::particle | word_kind::noble)) == 0 && word != "und") {
            return;
        }
        begin = end + 1;
    }
    family = std::string(rest) + " " + family.substr(0, first);
}

/// "Huber, Karl (Charly)" and "Weiß, Ute (geb. Roth)" have no house in brackets.
bool names_person(std::string const& aside)
{
    auto const first = std::string_view(aside).substr(0, aside.find(' '));
    if (first.size() > 1 && first.size() < aside.size() && std::all_of(first.begin(), first.end(), [](char c) { return c >= 'A' && c <= 'Z'; })) {
        return false; // "TU Nordstadt"
    }
    return (name_likelihood(aside) >= 0.5 && organisation_likelihood(aside) < 0.5) || is_all_title(aside) || aside.starts_with("geb") || aside.starts_with("n\xc3\xa9" "e");
}

/// A cell may name several people, or the house in brackets behind the name.
std::vector<std::string> Builder::part_name(Draft& draft) const
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
    auto const behind = draft.name.ends_with(')') || draft.name.ends_with(']') || draft.name.ends_with('>');
    if (behind && line.asides.size() == 1 && !names_person(line.asides.front())) {
        take_aside(draft, line.asides.front());
        draft.name = line.name;
    } else if (!line.more_names.empty()) {
        draft.name = line.name;
    }
    return std::move(line.more_names);
}

/// "Anna Berg - Beispiel AG", "Anna Berg | CEO | Beispiel AG" in one cell.
void Builder::take_rest(RosterRow& row, std::string const& rest)
{
    auto parts = split_affiliation(rest);
    row.role = row.role.empty() ? std::move(parts.role) : row.role;
    row.organisation = row.organisation.empty() ? std::move(parts.organisation) : row.organisation;
}

void Builder::take_aside(Draft& draft, std::string const& aside)
{
    auto& row = draft.row;
    auto const code = aside.size() == 2 && aside.find_first_not_of("ABCDEFGHIJKLMNOPQRSTUVWXYZ") == aside.npos && !row.organisation.empty(); // "AT"
    auto& target = is_email(aside) ? row.email : code || is_country(aside) ? row.country : row.organisation;
    if (target.empty() && !is_no_organisation(aside)) {
        target = aside;
    } else {
        row.others.push_back({{}, aside});
    }
}

/// A letter of the alphabet, a kind of people, a house, a header word.
bool heads_rows(std::string_view text)
{
    return text.size() == 1 || read_person_line(text).likelihood == 0 || is_group_of_people(text) || is_header_phrase(text) || organisation_likelihood(text) >= 0.8;
}

/// A cell may name several people, each with what belongs to them.
bool Builder::finish_each(Draft const& draft)
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

void Builder::finish(Draft& draft)
{
    if (!finish_each(draft)) {
        finish_person(draft);
    }
}

void Builder::finish_person(Draft& draft)
{
    auto const alone = draft.filled == 1 && draft.first_column == 0 && m_columns.size() > 1;
    auto const no_name = m_columns.size() > 2 && name_likelihood(draft.first_cell) < 0.4;
    auto const heading = alone && (no_name || is_totals_word(draft.first_cell) || heads_rows(draft.first_cell));
    auto const more = !heading && draft.given.empty() && draft.family.empty() ? part_name(draft) : std::vector<std::string>{};
    if (heading || is_totals_word(draft.name) || !name_it(draft)) {
        report_nobody(draft);
        return;
    }
    if (is_programme_item(draft.name)) {
        m_problems.push_back({Severity::note, {}, draft.row.line, 0, draft.name, "An item of the programme that names nobody; left out.", {}});
        return;
    }
    if (is_placeholder_name(draft.row.name.written) || is_anonymous(draft.row.name.written)) {
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

void Builder::complete(Draft& draft)
{
    auto const under_house = draft.row.organisation.empty() && !m_heading.empty() && organisation_likelihood(m_heading) >= 0.6;
    part_affiliation(draft.row);
    introduce(draft.row);
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
    if (!draft.talk.title.empty() || !draft.talk.room.empty() || !draft.talk.starts.empty()) {
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
