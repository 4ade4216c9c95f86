// SPDX-License-Identifier: MIT
// Site maps (sitemaps.org): what pages a site names, and which of its further maps promise most.
#pragma once

#include "enrich/company_web_links.hpp"
#include "fetch/address.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace knowwho {

struct SiteMap {
    std::vector<SiteLink> pages;   ///< with the titles that a news or image map gives them
    std::vector<std::string> maps; ///< of an index: addresses of further maps
};

/// Reads a map, an index of maps, a plain list of addresses or a feed in place of a map; packed ones, too, up to
/// `limit` bytes unpacked. Nothing for other bytes. At most 50,000 entries count, as the protocol has it.
SiteMap read_site_map(std::string_view bytes, WebAddress const& from, std::size_t limit);

/// How likely a map names articles and people, by the words of its address: 3 for news, 2 for posts and people,
/// 1 if it does not say, 0 for images, products and the like.
int promise_of_map(std::string const& address);

/// The addresses of http maps on the site of `domain`, the most promising first, else in their order.
std::vector<std::string> best_maps(std::vector<std::string> const& addresses, WebAddress const& from, std::string_view domain);

} // namespace knowwho
