// SPDX-License-Identifier: MIT
#include "import/columns.hpp"

#include "import/cell_evidence.hpp"
#include "import/column_neighbours.hpp"
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
    Assignment(Table const& table, ColumnOptions const& options) : m_sheet{table, telling_rows(table), std::vector<ColumnUse>(table.width()), std::vector<ColumnScore>(table.width()), {}, false}, m_options(options)
    {
        for (std::size_t column = 0; column < m_sheet.uses.size(); ++column) {
            look_at(column);
        }
        prefer_first_of_equal_headers();
        read_together(m_sheet.scores);
    }

    std::vector<ColumnUse> take()
    {
        follow_user();
        follow_format();
        take_best();
        name_somebody();
        understand_by_neighbours(m_sheet);
        trust_first_of_equal_headers();
        drop_other_people();
        return std::move(m_sheet.uses);
    }

private:
    void look_at(std::size_t column)
    {
        auto& use = m_sheet.uses[column];
        use.header = column < m_sheet.table.headers.size() ? m_sheet.table.headers[column] : std::string{};
        auto const cells = m_sheet.cells_of(column);
        take_samples(use, cells);
        m_sheet.scores[column] = score_column(read_header(use.header), examine(cells), m_options.header_trust);
        if (use.header.empty() && may_be_talks(column)) {
            m_sheet.scores[column].by_field[Field::talk] += 2.5 * topic_like(m_sheet.scores[column].cells);
        }
        if (column < m_sheet.table.priors.size()) {
            for (auto const& [field, points] : m_sheet.table.priors[column]) {
                m_sheet.scores[column].by_field[field] += points;
                m_sheet.scores[column].prior = std::max(m_sheet.scores[column].prior, points);
            }
        }
    }

    /// In a page only some places of a record may hold a talk.
    bool may_be_talks(std::size_t column) const
    {
        auto const& priors = m_sheet.table.priors;
        return priors.empty() || (column < priors.size() && std::any_of(priors[column].begin(), priors[column].end(), [](auto const& prior) { return prior.first == Field::talk; }));
    }

    /// pretix writes "Company" twice: the attendee's, then the one on the invoice.
    void prefer_first_of_equal_headers()
    {
        std::map<std::string, int> seen;
        for (std::size_t column = 0; column < m_sheet.uses.size(); ++column) {
            if (auto const times = seen[m_sheet.uses[column].header]++; times > 0 && !m_sheet.uses[column].header.empty()) {
                for (auto& [field, score] : m_sheet.scores[column].by_field) {
                    score -= 1.5;
                }
            }
        }
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
            for (std::size_t column = 0; column < m_sheet.uses.size(); ++column) {
                if (m_sheet.uses[column].header == header || header == fmt::format("#{}", column + 1)) {
                    m_sheet.set(column, *field, 1);
                }
            }
        }
    }

    void follow_format()
    {
        for (std::size_t column = 0; column < std::min(m_sheet.table.known.size(), m_sheet.uses.size()); ++column) {
            if (m_sheet.table.known[column] && !m_sheet.uses[column].field) {
                m_sheet.name_is_known |= *m_sheet.table.known[column] == Field::name && m_sheet.scores[column].header_weight == 0;
                m_sheet.set(column, *m_sheet.table.known[column], 1);
            }
        }
    }

    void take_best()
    {
        std::vector<Choice> choices;
        for (std::size_t column = 0; column < m_sheet.uses.size(); ++column) {
            for (auto const& [field, score] : m_sheet.scores[column].by_field) {
                if (score >= threshold) {
                    choices.push_back({score, column, field});
                }
            }
        }
        std::sort(choices.begin(), choices.end(), [](Choice const& a, Choice const& b) {
            return a.score != b.score ? a.score > b.score : a.column != b.column ? a.column < b.column : a.field < b.field;
        });
        for (auto const& choice : choices) {
            auto const taken = m_sheet.taken[choice.field];
            if (m_sheet.uses[choice.column].field || (m_sheet.name_is_known && is_part_of_name(choice.field)) || taken >= places_for(choice.field) || (taken > 0 && !may_fill_gaps(choice))) {
                continue;
            }
            m_sheet.set(choice.column, choice.field, 1 - std::exp(-choice.score / 2.5));
        }
    }

    /// A list of people has names: a column that looks like them is no other thing if nothing else is one.
    void name_somebody()
    {
        auto const named = std::any_of(m_sheet.uses.begin(), m_sheet.uses.end(), [](auto const& use) { return use.field == Field::name || use.field == Field::given || use.field == Field::family; });
        auto const best = std::max_element(m_sheet.scores.begin(), m_sheet.scores.end(), [](auto const& a, auto const& b) { return a.by_field.at(Field::name) < b.by_field.at(Field::name); });
        if (named || best == m_sheet.scores.end()) {
            return;
        }
        if (best->by_field.at(Field::name) < named_at_least) {
            return find_names_with_more();
        }
        auto const column = static_cast<std::size_t>(best - m_sheet.scores.begin());
        if (m_sheet.uses[column].confidence < 1) {
            m_sheet.set(column, Field::name, 1 - std::exp(-best->by_field.at(Field::name) / 2.5));
        }
    }

    /// "Anna Berg, Leiterin, Beispiel AG": cells that tell more than the name are names all the same.
    void find_names_with_more()
    {
        for (std::size_t column = 0; column < m_sheet.uses.size(); ++column) {
            auto const cells = m_sheet.cells_of(column);
            auto const filled = std::count_if(cells.begin(), cells.end(), [](auto cell) { return !trim(cell).empty(); });
            auto const named = std::count_if(cells.begin(), cells.end(), [](auto cell) {
                auto const line = read_person_line(trim(cell), CommaHabit::name_rest);
                return line.likelihood >= 0.5 && !line.rest.empty() && std::string_view(",-|").find(line.rest_sign) != std::string_view::npos;
            });
            if (named >= 2 && named * 10 >= filled * 7 && m_sheet.uses[column].confidence < 1) {
                return m_sheet.set(column, Field::name, 0.7);
            }
        }
    }

    /// A second column of one meaning is taken if its header or its position says so.
    bool may_fill_gaps(Choice const& choice) const
    {
        auto const& score = m_sheet.scores[choice.column];
        if (choice.field == Field::ignored || choice.field == Field::category) {
            return score.header_weight >= 0.9;
        }
        return (choice.score >= fallback_threshold && score.header_weight > 0) || (choice.score >= fallback_threshold - 1 && score.header_weight >= 1) || (choice.score >= threshold && score.prior >= 1);
    }

    /// Of two columns with one header and one meaning the first is the person's own.
    void trust_first_of_equal_headers()
    {
        std::map<std::pair<std::string_view, Field>, double> first;
        for (auto& use : m_sheet.uses) {
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
            return !m_sheet.scores[column].of_somebody_else && m_sheet.uses[column].field &&
                   (*m_sheet.uses[column].field == Field::name || *m_sheet.uses[column].field == Field::family || *m_sheet.uses[column].field == Field::given);
        };
        bool own = false;
        for (std::size_t column = 0; column < m_sheet.uses.size(); ++column) {
            own |= own_name(column);
        }
        for (std::size_t column = 0; own && column < m_sheet.uses.size(); ++column) {
            if (m_sheet.scores[column].of_somebody_else && m_sheet.uses[column].field && m_sheet.uses[column].confidence < 1) {
                m_sheet.uses[column].field.reset();
            }
        }
    }

    ColumnSheet m_sheet;
    ColumnOptions const& m_options;
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
