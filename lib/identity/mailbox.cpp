// SPDX-License-Identifier: MIT
#include "identity/mailbox.hpp"

#include "text/ascii.hpp"

#include <algorithm>
#include <iterator>

namespace knowwho {

std::string_view local_part(std::string_view email) { return email.substr(0, email.find('@')); }

bool is_shared_mailbox(std::string_view local)
{
    static constexpr std::string_view shared[] = {"info", "kontakt", "contact", "office", "mail", "post", "sekretariat", "service", "hello", "hallo",
        "team", "presse", "press", "empfang", "verwaltung", "zentrale", "anmeldung", "admin", "buero", "events", "event", "einkauf", "vertrieb", "sales", "marketing"};
    return std::ranges::find(shared, local) != std::end(shared);
}

std::string own_mailbox(std::string_view email)
{
    auto const key = ascii_lower(without_blanks(email));
    return key.find('@') == std::string::npos || is_shared_mailbox(local_part(key)) ? std::string{} : key;
}

} // namespace knowwho
