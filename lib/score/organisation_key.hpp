// SPDX-License-Identifier: MIT
// Whether two people come from the same house: organisation names without case and legal form.
#pragma once

#include <string>
#include <string_view>

namespace knowwho {

/// "Voith GmbH & Co. KG" and "VOITH" give "voith"; empty for an empty name. For keeping a shortlist
/// diverse, not for merging: `identity/` knows more.
std::string plain_organisation_key(std::string_view organisation);

} // namespace knowwho
