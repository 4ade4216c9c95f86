// SPDX-License-Identifier: MIT
// Any attendee list in, people and problems out.
#pragma once

#include "import/list_reading.hpp"
#include "model/watch.hpp"

#include <cstddef>
#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace knowwho {

/// The user's decisions; everything empty is found from the list itself.
struct ReadOptions {
    std::map<std::string, std::string> map; ///< header, or "#3" for the third column, to a field's name
    std::string encoding;                   ///< "windows-1252", ...
    std::string sheet;                      ///< of a workbook
    std::optional<char> delimiter;          ///< of delimited text
    bool previewed = false;                 ///< what is read is only shown; changes no more than the advice where nobody is found
    /// What was said before about a table with these headers, as `map` says it; asked where `map` is
    /// empty. May be empty itself.
    std::function<std::map<std::string, std::string>(std::vector<std::string> const& headers)> remembered;
};

/// Finds the format from the content (`file_name` is for messages only) and reads it. Rows that
/// cannot be read become problems. Throws Error (input) if nobody can be read from the file at
/// all: it is empty, no text, or names no people; Error (usage) if an option makes no sense.
ListReading read_list(std::string_view file_name, std::string_view bytes, ReadOptions const& options, Watch const& watch);

/// The bytes of a file in order.
struct ByteSource {
    std::function<std::string(std::size_t most)> read; ///< the next bytes, at most so many; empty at the end
    std::int64_t size = 0;                             ///< of all together; 0 if that is not known
};

/// The same for a file that is read as it comes: the people are handed on one by one, the result holds none
/// of them. A large delimited file is read in blocks, any other one whole; `limit` is the most bytes taken.
ListReading read_list(std::string_view file_name, ByteSource const& source, ReadOptions const& options, std::size_t limit, std::function<void(RosterRow&&)> const& take, Watch const& watch);

} // namespace knowwho
