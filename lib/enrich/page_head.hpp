// SPDX-License-Identifier: MIT
// What a page's head says: title, meta elements, canonical link, language.
#pragma once

#include "enrich/page_tree.hpp"

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace knowwho {

struct PageHead {
    std::string title;     ///< of the title element
    std::string canonical; ///< link rel=canonical
    std::string saved_from; ///< of the browser that saved the page
    std::string language;  ///< of the html element, "de-AT"
    std::vector<std::pair<std::string, std::string>> meta; ///< lower-case name, property or itemprop; and the content, in order

    /// The first non-empty content of one of these names, in the order of the names.
    std::string_view first_of(std::initializer_list<std::string_view> names) const;

    /// All contents of that name.
    std::vector<std::string_view> all_of(std::string_view name) const;
};

PageHead read_head(PageTree const& tree);

} // namespace knowwho
