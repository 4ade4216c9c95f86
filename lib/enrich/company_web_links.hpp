// SPDX-License-Identifier: MIT
// The links of an organisation's page that are worth following: people, imprint, news, feeds.
#pragma once

#include "fetch/address.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace knowwho {

struct SiteLink {
    std::string address;
    std::string text; ///< folded words of the link and of its path, to look for names in

    friend bool operator==(SiteLink const&, SiteLink const&) = default;
};

struct SiteLinks {
    std::vector<SiteLink> people;
    std::vector<SiteLink> imprint;
    std::vector<SiteLink> news;
    std::vector<SiteLink> others; ///< of the same site
    std::vector<std::string> feeds;
};

/// Reads the links of a page, each address once, in the order of the page. Links to other sites,
/// files and comment feeds are left out. Links to LinkedIn and XING are other sites.
SiteLinks read_site_links(std::string_view html, WebAddress const& page);

/// The links of a feed (RSS 0.9 to 2.0, RDF, Atom), with the words of their titles.
std::vector<SiteLink> read_feed_links(std::string_view xml, WebAddress const& feed);

/// What `reference` leads to from a page, with its words; nothing for other schemes, files and what is no address.
std::optional<SiteLink> link_to(WebAddress const& page, std::string const& reference, std::string const& text);

/// Whether folded words of a link have one that data/sources/site_words.tsv gives for the kind.
bool is_kind_of_link(std::string const& folded, std::string_view kind);

/// Whether both belong to one site: the same host, "www." aside, or one below the other.
bool same_site(std::string_view host, std::string_view other);

/// A page that says "not found" although its status says 200.
bool is_soft_404(std::string_view title, std::string_view text);

/// Whether robots meta tags or X-Robots-Tag forbid quoting (noindex, nosnippet, none).
bool forbids_quotes(std::string_view html, std::string_view robots_header);

} // namespace knowwho
