// SPDX-License-Identifier: MIT
#include "import/columns.hpp"

#include "import/cell_evidence.hpp"
#include "import/column_scores.hpp"
#include "import/header_words.hpp"
#include "import/person_line.hpp"
#include "model/error.hpp"

#include <algorithm>
#include <cmath>

#include <fmt/format.h>

namespace knowwho {
namespace {

constexpr std::size_t sample_rows = 240;
constexpr double threshold = 1;          // a meaning below this is not taken
constexpr double named_at_least = 3;      // for names where another meaning scored higher
constexpr double fallback_threshold = 4; // nor a second column of one meaning, unless its header says it

/// How many columns of one meaning a person may have.
std::size_t places_for(Field field)
{
    switch (field) {
    case Field::website:
    case Field::about:
    case Field::interests:
    case Field::phone:
    case Field::category:
    case Field::ignored:
    case Field::unit:
        return 64;
    case Field::organisation:
        return 4;
    case Field::role:
    case Field::email:
    case Field::name:
    case Field::place:
    case Field::title:
        return 2;
    default:
        return 1;
    }
}

/// Rows that show what the columns hold: spread over the table, and without headings between the
/// others, which fill their first cell only.
std::vector<Table::Row> telling_rows(Table const& table)
{
    std::vector<Table::Row> all;
    std::vector<Table::Row> full;
    auto const step = std::max<std::size_t>(1, table.rows.size() / sample_rows);
    for (std::size_t row = 0; row < table.rows.size(); row += step) {
        auto const cells = table.cells_of(table.rows[row]);
        auto const heading = !cells.empty() && !trim(cells[0]).empty() && std::all_of(cells.begin() + 1, cells.end(), [](auto cell) { return trim(cell).empty(); });
        all.push_back(table.rows[row]);
        if (!heading) {
            full.push_back(table.rows[row]);
        }
    }
    return full.size() * 2 >= all.size() ? full : all;
}

std::vector<std::string_view> sample_column(Table const& table, std::vector<Table::Row> const& rows, std::size_t column)
{
    std::vector<std::string_view> sample;
    for (auto const& row : rows) {
        auto const cells = table.cells_of(row);
        sample.push_back(column < cells.size() ? cells[column] : std::string_view{});
    }
    return sample;
}

void take_samples(ColumnUse& use, std::vector<std::string_view> const& cells)
{
    for (auto const cell : cells) {
        auto const text = std::string(trim(cell));
        if (!text.empty() && std::find(use.samples.begin(), use.samples.end(), text) == use.samples.end()) {
            use.samples.push_back(text);
        }
        if (use.samples.size() == 3) {
            return;
        }
    }
}

bool is_part_of_name(Field field)
{
    return field == Field::given || field == Field::family || field == Field::middle || field == Field::nickname || field == Field::maiden;
}

struct Choice {
    double score = 0;
    std::size_t column = 0;
    Field field{};
};

class Assignment {
public:
    Assignment(Table const& table, ColumnOptions const& options) : m_table(table), m_options(options), m_rows(telling_rows(table)), m_uses(table.width()), m_scores(table.width())
    {
        for (std::size_t column = 0; column < m_uses.size(); ++column) {
            look_at(column);
        }
        prefer_first_of_equal_headers();
        read_together(m_scores);
    }

    std::vector<ColumnUse> take()
    {
        follow_user();
        follow_format();
        take_best();
        name_somebody();
        find_family_beside_given();
        find_house_beside_name();
        find_house_beside_found_name();
        find_place_behind_house();
        swap_lying_names();
        time_talks();
        trust_first_of_equal_headers();
        drop_other_people();
        return std::move(m_uses);
    }

private:
    void look_at(std::size_t column)
    {
        auto& use = m_uses[column];
        use.header = column < m_table.headers.size() ? m_table.headers[column] : std::string{};
        auto const cells = sample_column(m_table, m_rows, column);
        take_samples(use, cells);
        m_scores[column] = score_column(read_header(use.header), examine(cells), m_options.header_trust);
        if (use.header.empty() && may_be_talks(column)) {
            m_scores[column].by_field[Field::talk] += 2.5 * topic_like(m_scores[column].cells);
        }
        if (column < m_table.priors.size()) {
            for (auto const& [field, points] : m_table.priors[column]) {
                m_scores[column].by_field[field] += points;
                m_scores[column].prior = std::max(m_scores[column].prior, points);
            }
        }
    }

    /// In a page only some places of a record may hold a talk.
    bool may_be_talks(std::size_t column) const
    {
        auto const& priors = m_table.priors;
        return priors.empty() || (column < priors.size() && std::any_of(priors[column].begin(), priors[column].end(), [](auto const& prior) { return prior.first == Field::talk; }));
    }

    /// pretix writes "Company" twice: the attendee's, then the one on the invoice.
    void prefer_first_of_equal_headers()
    {
        std::map<std::string, int> seen;
        for (std::size_t column = 0; column < m_uses.size(); ++column) {
            if (auto const times = seen[m_uses[column].header]++; times > 0 && !m_uses[column].header.empty()) {
                for (auto& [field, score] : m_scores[column].by_field) {
                    score -= 1.5;
                }
            }
        }
    }

    void set(std::size_t column, Field field, double confidence)
    {
        m_uses[column].field = field;
        m_uses[column].confidence = confidence;
        ++m_taken[field];
    }

    void follow_user()
    {
        for (auto const& [header, word] : m_options.map) {
            auto const field = parse_field(word);
            if (!field) {
                throw Error(ExitCode::usage, "There is no field '" + word + "' to map the column '" + header + "' to.",
                            "Fields are name, given, family, title, salutation, organisation, unit, role, email, phone, website, place, country, about, "
                            "interests, status, talk and ignored.");
            }
            for (std::size_t column = 0; column < m_uses.size(); ++column) {
                if (m_uses[column].header == header || header == fmt::format("#{}", column + 1)) {
                    set(column, *field, 1);
                }
            }
        }
    }

    void follow_format()
    {
        for (std::size_t column = 0; column < std::min(m_table.known.size(), m_uses.size()); ++column) {
            if (m_table.known[column] && !m_uses[column].field) {
                m_name_is_known |= *m_table.known[column] == Field::name && m_scores[column].header_weight == 0;
                set(column, *m_table.known[column], 1);
            }
        }
    }

    void take_best()
    {
        std::vector<Choice> choices;
        for (std::size_t column = 0; column < m_uses.size(); ++column) {
            for (auto const& [field, score] : m_scores[column].by_field) {
                if (score >= threshold) {
                    choices.push_back({score, column, field});
                }
            }
        }
        std::sort(choices.begin(), choices.end(), [](Choice const& a, Choice const& b) {
            return a.score != b.score ? a.score > b.score : a.column != b.column ? a.column < b.column : a.field < b.field;
        });
        for (auto const& choice : choices) {
            auto const taken = m_taken[choice.field];
            if (m_uses[choice.column].field || (m_name_is_known && is_part_of_name(choice.field)) || taken >= places_for(choice.field) || (taken > 0 && !may_fill_gaps(choice))) {
                continue;
            }
            set(choice.column, choice.field, 1 - std::exp(-choice.score / 2.5));
        }
    }

    /// A list of people has names: a column that looks like them is no other thing if nothing else is one.
    void name_somebody()
    {
        auto const named = std::any_of(m_uses.begin(), m_uses.end(), [](auto const& use) { return use.field == Field::name || use.field == Field::given || use.field == Field::family; });
        auto const best = std::max_element(m_scores.begin(), m_scores.end(), [](auto const& a, auto const& b) { return a.by_field.at(Field::name) < b.by_field.at(Field::name); });
        if (named || best == m_scores.end()) {
            return;
        }
        if (best->by_field.at(Field::name) < named_at_least) {
            return find_names_with_more();
        }
        auto const column = static_cast<std::size_t>(best - m_scores.begin());
        if (m_uses[column].confidence < 1) {
            set(column, Field::name, 1 - std::exp(-best->by_field.at(Field::name) / 2.5));
        }
    }

    /// "Anna Berg, Leiterin, Beispiel AG": cells that tell more than the name are names all the same.
    void find_names_with_more()
    {
        for (std::size_t column = 0; column < m_uses.size(); ++column) {
            auto const cells = sample_column(m_table, m_rows, column);
            auto const filled = std::count_if(cells.begin(), cells.end(), [](auto cell) { return !trim(cell).empty(); });
            auto const named = std::count_if(cells.begin(), cells.end(), [](auto cell) {
                auto const line = read_person_line(trim(cell), CommaHabit::name_rest);
                return line.likelihood >= 0.5 && !line.rest.empty() && std::string_view(",-|").find(line.rest_sign) != std::string_view::npos;
            });
            if (named >= 2 && named * 10 >= filled * 7 && m_uses[column].confidence < 1) {
                return set(column, Field::name, 0.7);
            }
        }
    }

    /// A second column of one meaning is taken if its header or its position says so.
    bool may_fill_gaps(Choice const& choice) const
    {
        auto const& score = m_scores[choice.column];
        if (choice.field == Field::ignored || choice.field == Field::category) {
            return score.header_weight >= 0.9;
        }
        return (choice.score >= fallback_threshold && score.header_weight > 0) || (choice.score >= fallback_threshold - 1 && score.header_weight >= 1) || (choice.score >= threshold && score.prior >= 1);
    }

    /// Without headers: the column beside the given names that holds one capital word in nearly every row.
    void find_family_beside_given()
    {
        auto const taken = [&](Field field) { return std::find_if(m_uses.begin(), m_uses.end(), [&](auto const& use) { return use.field == field; }); };
        auto const given = taken(Field::given);
        if (m_table.header_line > 0 || given == m_uses.end() || taken(Field::family) != m_uses.end() || taken(Field::name) != m_uses.end()) {
            return;
        }
        auto const beside = [&](std::size_t column) {
            auto const& cells = m_scores[column].cells;
            return !m_uses[column].field && cells.cells > 1 && cells.one_word >= 0.7 && cells.filled > 0.8 && cells.distinct > 0.5 && cells.place < 0.5 && cells.organisation < 0.6 &&
                   cells.number + cells.date + cells.email + cells.code < 0.2;
        };
        auto const column = static_cast<std::size_t>(given - m_uses.begin());
        if (column > 0 && beside(column - 1)) {
            set(column - 1, Field::family, m_uses[column].confidence);
        } else if (column + 1 < m_uses.size() && beside(column + 1)) {
            set(column + 1, Field::family, m_uses[column].confidence);
        }
    }

    /// Without headers: of what is left beside the names, the words that are likest a house are one.
    void find_house_beside_name()
    {
        auto const has = [&](Field field) { return std::any_of(m_uses.begin(), m_uses.end(), [&](auto const& use) { return use.field == field; }); };
        if (m_table.header_line > 0 || !m_table.priors.empty() || has(Field::organisation) || !(has(Field::name) || has(Field::family))) {
            return;
        }
        auto best = m_uses.size();
        for (std::size_t column = 0; column < m_uses.size(); ++column) {
            auto const& score = m_scores[column];
            auto const words = score.cells.cells > 2 && score.cells.distinct > 0.3 && score.cells.organisation > 0.25 && topic_like(score.cells) < 0.3 && score.by_field.at(Field::organisation) >= 0;
            if (!m_uses[column].field && words && (best == m_uses.size() || score.by_field.at(Field::organisation) > m_scores[best].by_field.at(Field::organisation))) {
                best = column;
            }
        }
        if (best < m_uses.size()) {
            set(best, Field::organisation, 0.4);
        }
    }

    /// Names of houses that nothing shows to be some, perhaps with posts among them.
    static bool may_be_houses(CellEvidence const& cells)
    {
        auto const unknown = cells.person > 0.4 && cells.one_word < 0.5 && cells.role < 0.4;
        auto const mixed = cells.organisation + cells.role > 0.5 && cells.role < 0.6;
        return (unknown || mixed) && cells.distinct > 0.5 && topic_like(cells) < 0.3 && cells.number + cells.date + cells.email + cells.website < 0.2 && cells.prose < 0.3;
    }

    /// A cell of the column is the name of somebody else.
    bool repeats_names(std::size_t column) const
    {
        auto const names = sample_column(m_table, m_rows, 0);
        auto const cells = sample_column(m_table, m_rows, column);
        return std::any_of(cells.begin(), cells.end(), [&](auto cell) { return !cell.empty() && std::find(names.begin(), names.end(), cell) != names.end(); });
    }

    /// In the records of a page: what stands where houses do is one, though it looks like the name of somebody.
    void find_house_beside_found_name()
    {
        auto const has = [&](Field field) { return std::any_of(m_uses.begin(), m_uses.end(), [&](auto const& use) { return use.field == field; }); };
        if (!m_name_is_known || m_table.priors.empty() || has(Field::organisation)) {
            return;
        }
        for (std::size_t column = 0; column < std::min(m_uses.size(), m_table.priors.size()); ++column) {
            auto const& cells = m_scores[column].cells;
            auto const& priors = m_table.priors[column];
            auto const expected = std::any_of(priors.begin(), priors.end(), [](auto const& prior) { return prior.first == Field::organisation && prior.second >= 1.2; });
            if (expected && !m_uses[column].field && !repeats_names(column) && cells.cells > 1 && may_be_houses(cells)) {
                return set(column, Field::organisation, 0.4);
            }
        }
    }

    /// Without headers: behind the house, short texts in capitals that are nothing else are towns, though no
    /// lexicon may know them.
    void find_place_behind_house()
    {
        auto const taken = [&](Field field) { return std::find_if(m_uses.begin(), m_uses.end(), [&](auto const& use) { return use.field == field; }); };
        auto const house = taken(Field::organisation);
        if (m_table.header_line > 0 || !m_table.priors.empty() || house == m_uses.end() || taken(Field::place) != m_uses.end()) {
            return;
        }
        for (auto column = static_cast<std::size_t>(house - m_uses.begin()) + 1; column < m_uses.size(); ++column) {
            auto const& cells = m_scores[column].cells;
            auto const nothing_else = cells.organisation < 0.45 && cells.role < 0.3 && topic_like(cells) < 0.2 && cells.number + cells.date + cells.email + cells.code + cells.phone + cells.website + cells.yes_no < 0.1 &&
                                      cells.status + cells.category + cells.title < 0.3;
            if (!m_uses[column].field && cells.cells > 1 && nothing_else && cells.length < 26 && are_capitalised(column)) {
                return set(column, Field::place, 0.4);
            }
        }
    }

    bool are_capitalised(std::size_t column) const
    {
        auto const cells = sample_column(m_table, m_rows, column);
        return std::all_of(cells.begin(), cells.end(), [](auto cell) {
            auto const text = trim(cell);
            return text.empty() || (text[0] >= 'A' && text[0] <= 'Z') || static_cast<unsigned char>(text[0]) >= 0xc3;
        });
    }

    /// Beside a talk, a day or time that seemed to tell nothing is when it begins; without one, it tells nothing.
    void time_talks()
    {
        auto const has = [&](Field field) { return std::any_of(m_uses.begin(), m_uses.end(), [&](auto const& use) { return use.field == field; }); };
        auto const talks = has(Field::talk);
        auto const timed = has(Field::talk_starts);
        for (std::size_t column = 0; column < m_uses.size(); ++column) {
            auto& use = m_uses[column];
            auto const may_be_time = m_scores[column].cells.date > 0.7 && (use.header.empty() || m_scores[column].by_field.at(Field::talk_starts) > 3);
            if (talks && !timed && use.field == Field::ignored && use.confidence < 1 && may_be_time) {
                return set(column, Field::talk_starts, use.confidence);
            }
            if (!talks && use.header.empty() && use.field == Field::talk_starts && use.confidence < 1) {
                use.field.reset();
            }
        }
    }

    /// Headers of given and family name the wrong way round: nearly all cells say so.
    void swap_lying_names()
    {
        auto const lies = [&](std::size_t column, Field said, double CellEvidence::*is, double CellEvidence::*is_not) {
            auto const& cells = m_scores[column].cells;
            return m_uses[column].field == said && m_uses[column].confidence < 1 && cells.cells >= 6 && cells.*is >= 0.6 && cells.*is - cells.*is_not >= 0.5;
        };
        for (std::size_t given = 0; given < m_uses.size(); ++given) {
            for (std::size_t family = 0; family < m_uses.size() && lies(given, Field::given, &CellEvidence::family, &CellEvidence::given); ++family) {
                if (lies(family, Field::family, &CellEvidence::given, &CellEvidence::family)) {
                    std::swap(m_uses[given].field, m_uses[family].field);
                }
            }
        }
    }

    /// Of two columns with one header and one meaning the first is the person's own.
    void trust_first_of_equal_headers()
    {
        std::map<std::pair<std::string_view, Field>, double> first;
        for (auto& use : m_uses) {
            if (use.field && !use.header.empty()) {
                auto const [known, fresh] = first.try_emplace({use.header, *use.field}, use.confidence);
                use.confidence = fresh ? use.confidence : std::min(use.confidence, known->second - 0.001);
            }
        }
    }

    /// "Buyer First Name" must not complete the name of an attendee.
    void drop_other_people()
    {
        auto const own_name = [&](std::size_t column) {
            return !m_scores[column].of_somebody_else && m_uses[column].field &&
                   (*m_uses[column].field == Field::name || *m_uses[column].field == Field::family || *m_uses[column].field == Field::given);
        };
        bool own = false;
        for (std::size_t column = 0; column < m_uses.size(); ++column) {
            own |= own_name(column);
        }
        for (std::size_t column = 0; own && column < m_uses.size(); ++column) {
            if (m_scores[column].of_somebody_else && m_uses[column].field && m_uses[column].confidence < 1) {
                m_uses[column].field.reset();
            }
        }
    }

    Table const& m_table;
    ColumnOptions const& m_options;
    std::vector<Table::Row> m_rows; ///< looked at
    std::vector<ColumnUse> m_uses;
    std::vector<ColumnScore> m_scores;
    std::map<Field, std::size_t> m_taken;
    bool m_name_is_known = false; ///< the reader found the names themselves, whole
};

double confidence_of(std::vector<ColumnUse> const& columns, Field field)
{
    double best = 0;
    for (auto const& use : columns) {
        if (use.field == field) {
            best = std::max(best, use.confidence);
        }
    }
    return best;
}

} // namespace

std::vector<ColumnUse> understand_columns(Table const& table, ColumnOptions const& options)
{
    return Assignment(table, options).take();
}

double people_confidence(std::vector<ColumnUse> const& columns)
{
    auto const family = confidence_of(columns, Field::family);
    auto const given = confidence_of(columns, Field::given);
    return std::max({confidence_of(columns, Field::name), (family + given) / 2, family * 0.7, given * 0.5});
}

} // namespace knowwho
