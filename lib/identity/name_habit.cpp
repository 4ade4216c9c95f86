// SPDX-License-Identifier: MIT
// In which order a column writes its names.
#include "identity/name_parser.hpp"
#include "identity/name_reading.hpp"

#include <cmath>

namespace knowwho {

void NameHabit::learn(std::string_view written)
{
    auto const reading = read_name(written);
    if (reading.words < 2 || reading.known_words == 0 || std::abs(reading.order_odds) < 1) {
        return;
    }
    (reading.order_odds > 0 ? m_given_first : m_family_first) += 1;
}

NameOrder NameHabit::order() const noexcept
{
    auto const seen = m_given_first + m_family_first;
    if (seen < 3) {
        return NameOrder::unknown;
    }
    if (m_given_first * 10 >= seen * 7) {
        return NameOrder::given_first;
    }
    return m_family_first * 10 >= seen * 7 ? NameOrder::family_first : NameOrder::unknown;
}

} // namespace knowwho
