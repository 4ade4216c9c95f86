// SPDX-License-Identifier: MIT
// JSON, XML and HTML answers as one kind of tree.
#pragma once

#include "enrich/source_recipe.hpp"

#include <pugixml.hpp>

#include <string_view>

namespace knowwho {

struct AnswerTree {
    pugi::xml_document document;
    bool as_promised = true; ///< false: not the format that the recipe says; the root is then `text` with the bytes
};

/// "utf-8" of "text/html; charset=utf-8"; empty if it names none. Points into `content_type`.
std::string_view charset_of(std::string_view content_type);

/// `content_type` is the server's header, or empty. Never throws for what the bytes are.
AnswerTree read_answer_tree(std::string_view body, std::string_view content_type, AnswerFormat format);

} // namespace knowwho
