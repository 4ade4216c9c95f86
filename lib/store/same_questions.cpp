// SPDX-License-Identifier: MIT
#include "store/same_questions.hpp"

#include "store/query.hpp"
#include "store/stored_values.hpp"

namespace knowwho {

void save_question(Notebook& notebook, StoredQuestion const& question)
{
    Query{notebook, "INSERT OR REPLACE INTO same_question (first, second, bits, probability, signals) VALUES (?, ?, ?, ?, ?)"}
        .bind(question.first.value, question.second.value, question.bits, question.probability, stored(question.signals))
        .run();
}

std::vector<StoredQuestion> questions(Notebook const& notebook)
{
    auto query = Query{notebook, "SELECT first, second, bits, probability, signals FROM same_question ORDER BY first, second"};
    auto all = std::vector<StoredQuestion>{};
    while (query.next()) {
        all.push_back({{query.integer(0)}, {query.integer(1)}, query.real(2), query.real(3), stored_signals(query.text(4))});
    }
    return all;
}

bool questions_are_whole(Notebook const& notebook)
{
    return Query{notebook, "SELECT 1 FROM same_questions_whole UNION SELECT 1 WHERE NOT EXISTS (SELECT 1 FROM person)"}.next();
}

void mark_questions_whole(Notebook& notebook) { Query{notebook, "INSERT OR IGNORE INTO same_questions_whole VALUES (1)"}.run(); }

void replace_questions(Notebook& notebook, std::span<StoredQuestion const> questions)
{
    Query{notebook, "DELETE FROM same_question"}.run();
    for (auto const& one : questions) {
        save_question(notebook, one);
    }
    mark_questions_whole(notebook);
}

void move_questions(Notebook& notebook, PersonId kept, PersonId gone, bool are_whole)
{
    Query{notebook, "INSERT INTO same_question (first, second, bits, probability, signals)"
                    " SELECT min(?1, other), max(?1, other), bits, probability, signals FROM"
                    " (SELECT iif(first = ?2, second, first) AS other, bits, probability, signals FROM same_question WHERE ?2 IN (first, second))"
                    " WHERE other <> ?1 ON CONFLICT (first, second) DO UPDATE SET bits = excluded.bits, probability = excluded.probability,"
                    " signals = excluded.signals WHERE excluded.bits > bits"}
        .bind(kept.value, gone.value)
        .run();
    Query{notebook, "DELETE FROM same_question WHERE ?1 IN (first, second)"}.bind(gone.value).run();
    if (are_whole) {
        mark_questions_whole(notebook);
    }
}

} // namespace knowwho
