// SPDX-License-Identifier: MIT
// Whether a domain is named after an organisation.
#pragma once

#include <string_view>

namespace knowwho {

/// 1 for the core name itself, 0.9 for its initials, less for what merely resembles it, 0 for what cannot be compared.
double domain_resembles(std::string_view domain, std::string_view organisation);

} // namespace knowwho
