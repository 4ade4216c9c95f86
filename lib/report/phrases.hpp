// SPDX-License-Identifier: MIT
// Fixed words (headings, labels, whole sentences) in the language of who reads them.
#pragma once

#include "model/language.hpp"

#include <initializer_list>
#include <map>
#include <string>
#include <string_view>
#include <utility>

namespace knowwho {

/// A table of data/templates/: key, German, English. Values may hold `{slot}`s.
class Phrases {
public:
    /// Everything but german is english. `table`: its path below data/; that of the sheet, unless told otherwise.
    explicit Phrases(Language language, std::string_view table = "templates/phrases.tsv");

    /// The text of a key that the table has; a missing one is a bug, and shows as its key.
    std::string_view operator()(std::string_view key) const;

    /// The text with its slots filled.
    std::string fill(std::string_view key,
        std::initializer_list<std::pair<std::string_view, std::string_view>> slots) const;

    Language language() const noexcept { return m_language; }
    std::map<std::string_view, std::string_view> const& all() const noexcept { return m_text; }

private:
    Language m_language;
    std::map<std::string_view, std::string_view> m_text;
};

} // namespace knowwho
