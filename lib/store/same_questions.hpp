// SPDX-License-Identifier: MIT
// Table `same_question`: who may be one and the same, as the last look at them saw it.
#pragma once

#include "model/ids.hpp"
#include "model/snippet.hpp"

#include <span>
#include <vector>

namespace knowwho {

class Notebook;

struct StoredQuestion {
    PersonId first;                  ///< has the smaller id
    PersonId second;
    double bits = 0;                 ///< the sum of the signals, which are bits
    double probability = 0;          ///< that both are one person, before their names are looked at
    std::vector<LinkSignal> signals; ///< as SameQuestion has them
};

/// Newer words about two people replace what was said of them before.
void save_question(Notebook& notebook, StoredQuestion const& question);

/// All, by the ids of both; whoever the user told apart since is among them.
std::vector<StoredQuestion> questions(Notebook const& notebook);

/// Whether all people were looked at since the last change that could raise a question.
bool questions_are_whole(Notebook const& notebook);
void mark_questions_whole(Notebook& notebook);

/// The table anew: what it held before goes. Inside a transaction.
void replace_questions(Notebook& notebook, std::span<StoredQuestion const> questions);

/// What was asked about `gone` is asked about `kept`, once; marks all as looked at if they are. Inside a transaction.
void move_questions(Notebook& notebook, PersonId kept, PersonId gone, bool are_whole);

} // namespace knowwho
