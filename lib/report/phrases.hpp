// SPDX-License-Identifier: MIT
// The fixed words of the sheet (headings, labels, whole sentences) in its language.
#pragma once

#include "model/language.hpp"

#include <initializer_list>
#include <map>
#include <string>
#include <string_view>
#include <utility>

namespace knowwho {

/// Reads data/templates/phrases.tsv (key, German, English). Values may hold `{slot}`s.
class Phrases {
public:
    /// Everything but german is english.
    explicit Phrases(Language language);

    /// The text of a key that the table has; a missing one is a bug.
    std::string_view operator()(std::string_view key) const;

    /// The text with its slots filled.
    std::string fill(std::string_view key,
        std::initializer_list<std::pair<std::string_view, std::string_view>> slots) const;

    Language language() const noexcept { return m_language; }

private:
    Language m_language;
    std::map<std::string_view, std::string_view> m_text;
};

/// Replaces every `{slot}` that `slots` names.
std::string fill_slots(
    std::string_view text, std::initializer_list<std::pair<std::string_view, std::string_view>> slots);

} // namespace knowwho
