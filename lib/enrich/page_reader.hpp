// SPDX-License-Identifier: MIT
// One page read as a person would: what it is, who wrote it and when, and its own text.
#pragma once

#include "enrich/blocks.hpp"
#include "model/problem.hpp"
#include "model/snippet.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace knowwho {

/// One line of a page's text: a block of the page, or the cells of one table row.
struct PageLine {
    BlockKind kind = BlockKind::loose;
    std::uint8_t level = 0; ///< of a heading, 1 to 6
    std::size_t begin = 0;  ///< bytes [begin, end) of the text, without the newline
    std::size_t end = 0;

    std::string_view of(std::string_view text) const { return text.substr(begin, end - begin); }
};

/// A page and what its reading left to say.
struct PageReading {
    Page page;
    std::vector<PageLine> lines;    ///< of `page.text`, in order
    std::vector<Problem> problems;  ///< empty for nearly every page

    /// The line in which a byte of the text lies, by its index; nothing where there is no line yet.
    std::optional<std::size_t> line_at(std::size_t position) const;
};

/// Reads HTML, Markdown (.md, .markdown) or plain text, told apart by the name's ending and, without
/// one that says it, by the bytes. `file_name` is kept in the page. `charset` is what the server said,
/// or empty; `address` where the page came from, or empty: what the page says of itself goes first.
/// Never throws for what the bytes are; bounded in time and memory as parse_html() is.
PageReading read_page(std::string_view bytes, std::string_view file_name, Instant read_at, std::string_view charset = {},
                      std::string_view address = {});

} // namespace knowwho
