// SPDX-License-Identifier: MIT
#include "model/name.hpp"

namespace knowwho {

bool is_family_said_first(PersonName const& name)
{
    auto const byte = [&](std::size_t index) { return index < name.family.size() ? static_cast<unsigned char>(name.family[index]) : 0U; };
    return (byte(0) >= 0xE3 && byte(0) <= 0xED) || (byte(0) == 0xF0 && byte(1) >= 0xA0); // in UTF-8: U+3000 to U+DFFF, and the rarer Han
}

std::string said_name(PersonName const& name)
{
    if (name.given.empty() || name.family.empty()) {
        return name.written;
    }
    if (!is_family_said_first(name)) {
        return name.given + ' ' + name.family;
    }
    auto const apart = name.family + ' ' + name.given;
    return name.written.find(apart) != std::string::npos ? apart : name.family + name.given;
}

} // namespace knowwho
