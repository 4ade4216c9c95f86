// SPDX-License-Identifier: MIT
#include "identity/mailbox.hpp"

#include "data/resources.hpp"
#include "identity/name_lexicon.hpp"
#include "text/ascii.hpp"
#include "text/lexicon.hpp"

#include <algorithm>
#include <iterator>

namespace knowwho {
namespace {

bool is_freemail(std::string_view domain)
{
    static auto const* const domains = [] {
        auto* all = new StringMap<bool>{}; // lives as long as the program
        for (auto const& path : resource_paths("lexicon/freemail_domains")) {
            for_each_row(resource(path), [&](std::string_view line) { all->emplace(line, true); });
        }
        return all;
    }();
    return domains->contains(domain);
}

} // namespace

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

std::string house_domain(std::string_view email)
{
    auto const at = email.rfind('@');
    if (at == std::string_view::npos) {
        return {};
    }
    auto domain = ascii_lower(email.substr(at + 1));
    return is_freemail(domain) ? std::string{} : domain;
}

} // namespace knowwho
