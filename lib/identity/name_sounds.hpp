// SPDX-License-Identifier: MIT
// How names sound, roughly.
#pragma once

#include <string>
#include <string_view>

namespace knowwho {

/// How a folded name sounds, roughly: Christof and Christoph, Iwanow and Ivanov, Schmidt and Schmitt meet.
std::string sound_of(std::string_view key);

/// What is left of a name in a script without vowels, by classes of consonants: Qaddafi and Gaddafi, Usama and Osama meet.
std::string skeleton_of(std::string_view key);

} // namespace knowwho
