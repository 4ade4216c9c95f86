// SPDX-License-Identifier: MIT
// The pattern language of openers: data/openers/de.toml and en.toml.
#pragma once

#include "model/goals.hpp"
#include "model/language.hpp"
#include "report/briefing.hpp"

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace knowwho {

/// One way to say something. Sentences hold `{slot}`s.
struct Pattern {
    std::string id; ///< kind and number, e.g. "talk.3"
    OpenerKind kind = OpenerKind::situation;
    std::optional<GoalKind> goal; ///< for `ask`: only for goals of that kind
    std::string sentence;
    std::string fill_in;
    std::string because; ///< takes the place of `fill_in` when the user has given a reason
    std::string question;
};

/// All patterns of a language and form, in the order of the file. Throws Error (usage) with file
/// and line for a file that does not follow the form (an overridden one may not).
std::vector<Pattern> read_patterns(Language language, Address form);

/// The values that may enter a sentence, by slot; an absent or empty one can't be used.
using Slots = std::map<std::string, std::string, std::less<>>;

/// The sentence with its slots filled; empty if one has no value.
std::optional<std::string> fill_pattern(std::string_view sentence, Slots const& slots);

/// The name of a kind in the files: "own_article".
std::string_view name_of(OpenerKind kind);

} // namespace knowwho
