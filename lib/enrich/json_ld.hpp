// SPDX-License-Identifier: MIT
// What a page says about itself in schema.org's JSON-LD, read with forgiveness.
#pragma once

#include "enrich/page_tree.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace knowwho {

/// The person whom a page is about, as far as it says so.
struct LinkedPerson {
    std::string name;
    std::string role;
    std::string organisation;
    std::string description;
};

/// The facts of a page's main thing. Texts are cleaned; empty where nothing is said.
struct LinkedData {
    std::string type;      ///< "NewsArticle", "ProfilePage", "Organization", ...; of the main thing
    bool article = false;  ///< it is an article of some kind
    bool profile = false;  ///< a page about one person
    std::string headline;
    std::string body;      ///< articleBody, markup stripped
    std::vector<std::string> authors;
    std::string published; ///< as written, mostly ISO 8601
    std::string modified;
    std::string publisher;
    std::string site;      ///< name of the WebSite
    LinkedPerson person;
};

/// Reads every JSON-LD script of the page as parse_forgivingly() does; what is no JSON even so is passed over.
/// Never throws.
LinkedData read_json_ld(PageTree const& tree);

} // namespace knowwho
