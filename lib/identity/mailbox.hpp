// SPDX-License-Identifier: MIT
// E-mail addresses as evidence: whose mailbox it is, one's own or a house's.
#pragma once

#include <string>
#include <string_view>

namespace knowwho {

/// The part before the @.
std::string_view local_part(std::string_view email);

/// "info", "sekretariat": whoever answers there is not one person. In lower case.
bool is_shared_mailbox(std::string_view local);

/// In lower case without blanks; empty if it is none, or not one person's own.
std::string own_mailbox(std::string_view email);

/// The domain of an address, which tells the house; in lower case, empty for public mail services.
std::string house_domain(std::string_view email);

} // namespace knowwho
