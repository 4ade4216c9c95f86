// SPDX-License-Identifier: MIT
// Sentences that other parts of the program say in English, in German for the pages.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace knowwho::review {

/// Reads data/templates/review/sentences.tsv: what is said with {} for what is filled in, and its German. Importer,
/// planner and notebook know no language of a page; what they fill in is found again by the words around it.
class SaidSentences {
public:
    SaidSentences();

    /// Empty if the table has no such sentence.
    std::optional<std::string> in_german(std::string_view said) const;

private:
    struct Row {
        std::vector<std::string_view> words; ///< before, between and after what is filled in; one more than there are slots
        std::string_view german;
    };

    std::string filled(Row const& row, std::vector<std::string_view> const& values) const;

    std::vector<Row> m_rows;
};

} // namespace knowwho::review
