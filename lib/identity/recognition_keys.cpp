// SPDX-License-Identifier: MIT
#include "identity/recognition_keys.hpp"

#include "identity/organisation.hpp"
#include "text/ascii.hpp"
#include "text/folding.hpp"

#include <algorithm>

namespace knowwho {
namespace {

std::string mailbox_key(std::string_view email)
{
    auto key = std::string{};
    std::ranges::copy_if(email, std::back_inserter(key), [](char c) { return c != ' ' && c != '<' && c != '>'; });
    return key.find('@') == std::string::npos ? std::string{} : ascii_lower(key);
}

} // namespace

std::string name_key(PersonName const& name)
{
    return fold_name(name.given.empty() || name.family.empty() ? name.written : name.given + ' ' + name.family);
}

std::vector<std::string> recognition_keys(PersonName const& name, std::string_view organisation, std::string_view email,
                                          std::string_view place, bool everything)
{
    auto keys = std::vector<std::string>{};
    if (auto const mailbox = mailbox_key(email); !mailbox.empty()) {
        keys.push_back("mail|" + mailbox);
    }
    auto const who = name_key(name);
    if (who.empty()) {
        return keys;
    }
    auto const house = organisation_key(organisation);
    auto const town = fold(place);
    if (!house.empty()) {
        keys.push_back("house|" + who + '|' + house);
    }
    if (!town.empty() && (house.empty() || everything)) {
        keys.push_back("town|" + who + '|' + town);
    }
    if ((house.empty() && town.empty()) || everything) {
        keys.push_back("name|" + who);
    }
    return keys;
}

} // namespace knowwho
