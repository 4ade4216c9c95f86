// SPDX-License-Identifier: MIT
#include "fetch/retry.hpp"

#include <algorithm>
#include <charconv>
#include <string>

#include <curl/curl.h>

namespace knowwho {

std::optional<Instant> parse_http_date(std::string_view text)
{
    constexpr std::size_t longest_date = 64;
    if (text.size() > longest_date || text.find_first_of("0123456789") == std::string_view::npos) {
        return std::nullopt;
    }
    auto const seconds = curl_getdate(std::string{text}.c_str(), nullptr);
    return seconds == -1 ? std::nullopt : std::optional{Instant{std::chrono::seconds{seconds}}};
}

std::optional<std::chrono::seconds> parse_retry_after(std::string_view value, Instant now)
{
    auto const first = std::min(value.find_first_not_of(' '), value.size());
    value.remove_prefix(first);
    auto seconds = std::int64_t{0};
    auto const [end, error] = std::from_chars(value.data(), value.data() + value.size(), seconds);
    auto const is_number = error == std::errc{} && (end == value.data() + value.size() || *end == ' ' || *end == '.');
    if (is_number) {
        return std::chrono::seconds{std::clamp<std::int64_t>(seconds, 0, 10LL * 365 * 86400)};
    }
    auto const date = parse_http_date(value);
    return date ? std::optional{std::max(*date - now, std::chrono::seconds{0})} : std::nullopt;
}

std::chrono::milliseconds Backoff::wait_after(int failures, RetryPolicy const& policy)
{
    auto const doublings = std::clamp(failures - 1, 0, 20);
    auto const step = std::min(policy.first_wait * (std::int64_t{1} << doublings), policy.longest_wait);
    // Not std::uniform_int_distribution: its numbers differ between standard libraries.
    auto const half = static_cast<std::uint64_t>(step.count() / 2);
    return step - std::chrono::milliseconds{half == 0 ? 0 : m_random() % (half + 1)};
}

} // namespace knowwho
