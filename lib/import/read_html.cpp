// SPDX-License-Identifier: MIT
#include "import/read_html.hpp"

#include "text/html_tree.hpp"

namespace knowwho {

FoundTables read_html(std::string_view text, Texts& texts)
{
    (void)texts;
    FoundTables found;
    found.format = "html";
    auto const tree = parse_html(text);
    return found;
}

} // namespace knowwho
