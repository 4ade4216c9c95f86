// SPDX-License-Identifier: MIT
// A delimited file read block after block, so that memory does not grow with it.
#pragma once

#include "import/delimited.hpp"
#include "import/read_list.hpp"
#include "import/roster_rows.hpp"

#include <functional>
#include <string>
#include <string_view>

namespace knowwho {

/// Takes the bytes of the file in order. What the columns mean is found from the first block.
class BlockReading {
public:
    BlockReading(ListReading& reading, ReadOptions const& options, TakeRow take, Watch const& watch);

    /// A row that goes on behind the block waits for the next; behind the `last` one nothing follows.
    void feed(std::string_view bytes, bool last);

private:
    void decode_whole_lines(std::string_view bytes, bool last);
    void open(BlockOfRows block);

    ListReading& m_reading;
    ReadOptions const& m_options;
    TakeRow m_take;
    Watch m_watch; ///< without progress: the caller counts bytes
    Dialect m_dialect;
    std::function<void(Table const&, Watch const&)> m_read_rows;
    std::string m_bytes; ///< behind the last line end, not decoded yet
    std::string m_text;  ///< decoded, not read yet
    int m_line = 1;
};

} // namespace knowwho
