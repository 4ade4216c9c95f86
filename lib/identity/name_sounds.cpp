// SPDX-License-Identifier: MIT
#include "identity/name_sounds.hpp"

#include <algorithm>
#include <array>
#include <iterator>

namespace knowwho {
namespace {

struct Sound {
    std::string_view letters;
    std::string_view sound;
};
constexpr Sound sounds[] = {{"sch", "s"}, {"tsch", "s"}, {"ph", "f"}, {"th", "t"}, {"dt", "t"}, {"ck", "k"}, {"kh", "k"}, {"zh", "z"}, {"ou", "u"},
    {"oo", "u"}, {"ee", "i"}, {"ai", "e"}, {"ay", "e"}, {"ei", "e"}, {"ey", "e"}, {"y", "i"}, {"j", "i"}, {"w", "v"}, {"c", "k"}, {"q", "k"}, {"tz", "z"}, {"x", "ks"}};

/// Most letters begin no sound of their own, and the others have few: the letter is looked at before the words are.
bool may_begin_sound(char letter)
{
    static constexpr auto begins = [] {
        auto table = std::array<bool, 256>{};
        for (auto const& sound : sounds) {
            table[static_cast<unsigned char>(sound.letters.front())] = true;
        }
        return table;
    }();
    return begins[static_cast<unsigned char>(letter)];
}

Sound const* sound_at_start(std::string_view key)
{
    if (!may_begin_sound(key.front())) {
        return nullptr;
    }
    auto const* const found = std::ranges::find_if(sounds, [&](Sound const& sound) { return sound.letters.front() == key.front() && key.starts_with(sound.letters); });
    return found == std::end(sounds) ? nullptr : found;
}

} // namespace

std::string sound_of(std::string_view key)
{
    auto out = std::string{};
    while (!key.empty()) {
        auto const* const known = sound_at_start(key);
        auto const sound = known != nullptr ? known->sound : key.substr(0, 1);
        if (out.empty() || out.back() != sound.front()) {
            out += sound;
        }
        key.remove_prefix(known != nullptr ? known->letters.size() : 1);
    }
    return out;
}

std::string skeleton_of(std::string_view key)
{
    static constexpr std::string_view classes = "bp1dt2gkqcx3fvw4l5m6n7r8sjz9";
    auto out = std::string{};
    for (auto const letter : key) {
        auto const at = classes.find(letter);
        auto const is_consonant = at != std::string_view::npos && letter > '9';
        auto const sign = is_consonant ? classes[classes.find_first_of("123456789", at)] : letter > '9' ? ' ' : letter;
        if (sign != ' ' && (out.empty() || out.back() != sign)) {
            out += sign;
        }
    }
    return out;
}

} // namespace knowwho
