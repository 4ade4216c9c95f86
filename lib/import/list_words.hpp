// SPDX-License-Identifier: MIT
// The words of data/lexicon/list_words.tsv, which says what each kind means.
#pragma once

#include <string_view>

namespace knowwho {

enum class ListWord {
    category,
    group,
    no_house,
    remark,
    nobody,
    regret,
    binder,
    announcement,
    duty,
    attendance,
    title_word,
    title_sort,
    title_whole,
    title_end,
    button,
    degree,
    greeting,
    closing,
    mail_people,
    mail_head,
    topic,
    yes_no,
    duration,
    owner,
    leader,
    whereabouts,
    join,
    other_person,
    own,
    preposition,
    article,
    time_word,
    former,
};

/// Whether the folded text is a word of that kind. Quick: one look into a table.
bool is_list_word(std::string_view folded, ListWord kind);

/// Whether one of the words of the folded text, parted at its blanks, is of that kind.
bool has_list_word(std::string_view folded, ListWord kind);

} // namespace knowwho
