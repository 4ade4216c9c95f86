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

/// Whether the host is the domain or lies below it: "news.firma.example" in "firma.example". Both as ascii_host() gives them.
bool is_in_domain(std::string_view host, std::string_view domain) noexcept;

/// "firma.example" of "www.firma.example". Points into `host`.
std::string_view without_www(std::string_view host) noexcept;

} // namespace knowwho
