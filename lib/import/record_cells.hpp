// SPDX-License-Identifier: MIT
// What each record of a page tells beside the name: its lines and pieces as labelled texts.
#pragma once

#include "import/html_records.hpp"

#include <string>
#include <vector>

namespace knowwho {

/// A text at one place of a record.
struct RecordCell {
    std::string key;   ///< the same for the same place in every record; "lines FIELD" where its meaning is known
    std::string label; ///< a header for it; may be empty
    std::string text;
};

/// The cells of every record, the name first; none for a place that is nobody's. What single lines are is
/// learnt from the first records.
std::vector<std::vector<RecordCell>> cells_of_records(HtmlPage const& page, std::vector<NamePlace> const& places, std::vector<HtmlRecord> const& records);

} // namespace knowwho
