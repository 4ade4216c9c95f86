// SPDX-License-Identifier: MIT
// What is asked for, word by word: each with the other words that would do, at a discount.
#pragma once

#include "model/language.hpp"
#include "relevance/interner.hpp"

#include <string>
#include <vector>

namespace knowwho {

/// How a word of the text comes to stand for a word of the need.
enum class Bridge {
    same,        ///< the word itself or another form of it
    compound,    ///< a compound that holds it, or a part of it
    spelling,    ///< a word of nearly the same letters: "robotics" for "Robotik"
    synonym,     ///< another word for it, from a word net
    translation, ///< the other language's word for it
    field,       ///< a word of the same field, which does not mean the same
};

/// One way to meet a word of a need: all of `terms` stand in the text.
struct Member {
    std::vector<TermId> terms; ///< one to three
    float discount = 1;        ///< 0 to 1, 1 for the word itself
    Bridge bridge = Bridge::same;
    std::string shown;         ///< the word as to be shown to the user
};

/// One word of a need.
struct NeedWord {
    std::string written;         ///< as in the need
    float weight = 1;            ///< √tf times emphasis
    float rarity = 0;            ///< of the class: how rare texts are that have any of its members
    std::vector<Member> members; ///< by falling discount
    bool part = false;           ///< a part of a compound that the need has
};

struct Need {
    Language language = Language::unknown;
    std::vector<NeedWord> words;
    std::vector<TermId> sequence; ///< the terms of the words in their order, repeated ones too
    float length = 0; ///< Euclidean length of weight · rarity

    /// How much it is a text of its own, 0 to 1: a goal of a sentence has few words, and what they are near
    /// to by chance would drown them; a paragraph has words enough to be near to the right things.
    float share_of_paragraph() const noexcept;
};

} // namespace knowwho
