// SPDX-License-Identifier: MIT
// Dates as people write them in German and English text, in addresses and in machine form.
#pragma once

#include "model/date.hpp"

#include <cstddef>
#include <optional>
#include <string_view>

namespace knowwho {

struct WrittenDate {
    PartialDate date;
    std::size_t begin = 0; ///< bytes [begin, end) of the text
    std::size_t end = 0;
};

/// The first date with a year from 1990 to 2100 in the text: "25.11.2026", "25. November 2026",
/// "25. Nov. 26", "November 25, 2026", "25 Nov 2026", "November 2026" (no day), "2026-11-25",
/// "11/25/2026" (month first unless only the day can be over 12). Looks at 4,096 bytes at most.
std::optional<WrittenDate> find_date(std::string_view text);

/// The date in an address: /2026/11/25/, /2026-11-25-, _20261125. Empty if there is no day.
std::optional<PartialDate> date_in_address(std::string_view address);

/// A date from markup: ISO 8601 in its forms, RFC 2822, a Unix time in seconds or milliseconds,
/// or any form of find_date().
std::optional<PartialDate> read_date(std::string_view value);

} // namespace knowwho
