// SPDX-License-Identifier: MIT
// HTML as browsers read it, as a pugixml tree; bounded in time, memory and depth whatever comes in.
#pragma once

#include <pugixml.hpp>

#include <string>
#include <string_view>

namespace knowwho {

/// The tree starts with one `html` element. Element and attribute names are lower-case, entities
/// are resolved, comments are gone; nothing lies deeper than `html_depth_limit`. The text of style
/// sheets and of scripts that are code is dropped; data in scripts (JSON) is kept. The comment
/// "saved from url=(0031)https://…" that browsers write stands as `data-saved-from` on `html`.
struct HtmlTree {
    pugi::xml_document document;
    bool truncated = false; ///< something of the page is missing; `problem` says why
    std::string problem;    ///< one sentence, or empty
};

/// Elements below this depth are lifted to it, in their order. (pugixml removes recursively.)
inline constexpr int html_depth_limit = 500;

/// Never throws for what the bytes are. Reads at most 32 MiB; the parser gets at most 256 MiB and two
/// seconds and a fifth per MiB, of the thread's own time, as only hostile pages come near it.
HtmlTree parse_html(std::string_view utf8);

} // namespace knowwho
