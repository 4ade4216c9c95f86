// SPDX-License-Identifier: MIT
// Host names as the network wants them: ASCII, lower case (IDNA, UTS 46).
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace knowwho {

/// "MÜLLER.example" gives "xn--mller-kva.example"; an ASCII name only becomes lower case.
/// Empty for what is no host name.
std::optional<std::string> ascii_host(std::string_view utf8);

} // namespace knowwho
