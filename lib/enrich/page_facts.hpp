// SPDX-License-Identifier: MIT
// Everything known of a page when its title, authors, dates and kind are decided.
#pragma once

#include "enrich/blocks.hpp"
#include "enrich/json_ld.hpp"
#include "enrich/page_head.hpp"
#include "enrich/page_tree.hpp"
#include "model/date.hpp"
#include "model/snippet.hpp"

#include <optional>
#include <string>
#include <vector>

namespace knowwho {

/// A view of a page's parts, which must outlive it.
struct PageFacts {
    PageTree const& tree;
    PageBlocks const& page;
    std::vector<bool> const& body; ///< one flag per block
    PageHead const& head;
    LinkedData const& data;
    std::string address;           ///< canonical or where it came from
    std::string site = {};         ///< site_of(), once that is known
    std::string title = {};        ///< title_of(), which needs the site
};

/// The site's or publisher's name, or empty.
std::string site_of(PageFacts const& facts);

/// The page's own headline, without the site's name; of what is longer than any headline the beginning.
std::string title_of(PageFacts const& facts);

/// The people who wrote it, as "Given Family", in the page's order. Where it names nobody, the desk or house
/// that signs, if the markup says so; empty where nothing does.
std::vector<std::string> authors_of(PageFacts const& facts);

struct PageDates {
    std::optional<PartialDate> published;
    std::optional<PartialDate> modified;
};

/// From markup, address and text, in that order of trust; empty where the page does not say.
/// A date after `latest` is none.
PageDates dates_of(PageFacts const& facts, PartialDate const& latest);

PageKind kind_of(PageFacts const& facts);

} // namespace knowwho
