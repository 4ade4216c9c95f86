// SPDX-License-Identifier: MIT
#include "app/forget_step.hpp"

#include <algorithm>
#include <random>
#include <string>

namespace knowwho {
namespace {

/// Never seen in any output.
std::string random_salt()
{
    auto source = std::random_device{};
    auto salt = std::string(32, '\0');
    std::ranges::generate(salt, [&] { return static_cast<char>(source()); });
    return salt;
}

} // namespace

Forgotten forget_for_good(Notebook& notebook, PersonId person, Instant now)
{
    return forget_person(notebook, person, random_salt(), now);
}

} // namespace knowwho
