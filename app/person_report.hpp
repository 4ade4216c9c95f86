// SPDX-License-Identifier: MIT
// Everything held about a person, for the eye and for machines.
#pragma once

#include "follow_up/person_file.hpp"

#include <string>

namespace knowwho {

std::string report_as_text(PersonFile const& file);
std::string report_as_json(PersonFile const& file);

} // namespace knowwho
