// SPDX-License-Identifier: MIT
// What stands around a block, by tags and names: how far it is to a navigation, an article, a list of comments.
#pragma once

#include "enrich/blocks.hpp"
#include "enrich/markup_hints.hpp"
#include "enrich/page_tree.hpp"

#include <array>
#include <string_view>

namespace knowwho {

/// Tags that tell what a part of a page is for.
inline constexpr std::array<Tag, 13> telling_tags = {Tag::nav, Tag::footer, Tag::header, Tag::aside, Tag::form, Tag::figure, Tag::article,
                                              Tag::main_, Tag::section, Tag::table, Tag::li, Tag::blockquote, Tag::a};

/// Their names, in the same order.
inline constexpr std::array<std::string_view, 13> telling_tag_names = {"nav", "footer", "header", "aside", "form", "figure", "article",
                                                        "main", "section", "table", "li", "blockquote", "a"};

/// The nearest box around a block of each hint and of the telling tags, in steps; 20 where there is none within 18.
struct Surroundings {
    std::array<float, hint_count> hints;
    std::array<float, 13> tags;

    Surroundings();
};

Surroundings surroundings_of(PageTree const& tree, Block const& block);

} // namespace knowwho
