// SPDX-License-Identifier: MIT
// What kind of people sources know somebody as, from the words of the list.
#pragma once

#include "model/person.hpp"

#include <set>
#include <span>
#include <string>

namespace knowwho {

/// "research", "software", "public", "media", "company": from title, role and organisation.
std::set<std::string> kinds_of(Attendance const& attendance);

/// How well a source that knows `kinds` fits somebody of `person` kinds: 1, or a fifth if nothing agrees.
double fit(std::span<std::string const> kinds, std::set<std::string> const& person);

} // namespace knowwho
