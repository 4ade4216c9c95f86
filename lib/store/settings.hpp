// SPDX-License-Identifier: MIT
// Table `setting`: single values that the notebook remembers.
#pragma once

#include <string>
#include <string_view>

namespace knowwho {

class Notebook;

/// The value, or empty.
std::string setting(Notebook const& notebook, std::string_view name);

/// An empty value takes the setting away.
void save_setting(Notebook& notebook, std::string_view name, std::string_view value);

} // namespace knowwho
