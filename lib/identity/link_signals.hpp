// SPDX-License-Identifier: MIT
// What speaks for and against a mention being about one bearer of the name.
#pragma once

#include "identity/link.hpp"

#include <string>
#include <vector>

namespace knowwho {

/// A page prepared once for all bearers of a name.
struct PreparedMention {
    explicit PreparedMention(Mention const& mention);

    Mention const* mention;
    std::string context_key; ///< fold_name(), a blank at both ends
    std::string page_key;
    std::string head_key;    ///< title, site
    std::string host;        ///< host of the address, letters and digits only
    std::string host_name;   ///< host of the address, lower case
    std::string page_lower;  ///< the text in ASCII lower case, for addresses
};

/// The signals for one bearer, without the name itself.
std::vector<LinkSignal> link_signals(PreparedMention const& prepared, RosterRow const& row);

} // namespace knowwho
