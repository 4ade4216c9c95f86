// SPDX-License-Identifier: MIT
// What a costly question about a short text was answered the last time.
#pragma once

#include <cstddef>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace knowwho {

/// For questions whose answer depends on the text alone: the readers of a list ask them of the same line and the same house
/// again and again. Later texts take the place of earlier ones. Not for several threads at once.
template <typename Answer>
class Remembered {
public:
    /// `ask(text)`, unless it is remembered. It may ask about other texts.
    template <typename Ask>
    Answer of(std::string_view text, Ask ask)
    {
        auto& place = m_places[std::hash<std::string_view>{}(text) % places];
        if (text.empty() || place.text != text) {
            auto const answer = ask(text);
            place.text = text;
            place.answer = answer;
        }
        return place.answer;
    }

private:
    static constexpr std::size_t places = 32'768;

    struct Place {
        std::string text;
        Answer answer{};
    };
    std::vector<Place> m_places{places};
};

} // namespace knowwho
