// SPDX-License-Identifier: MIT
#include "fetch/robots.hpp"

#include "fetch/address.hpp"
#include "text/ascii.hpp"

#include <algorithm>
#include <cctype>
#include <charconv>

namespace knowwho {
namespace {

bool same_word(std::string_view a, std::string_view b)
{
    return std::equal(a.begin(), a.end(), b.begin(), b.end(), [](unsigned char x, unsigned char y) {
        return std::tolower(x) == std::tolower(y);
    });
}

/// One form for one path: escapes of unreserved octets are resolved, other octets beyond ASCII
/// are escaped, and hexadecimal digits are upper case (RFC 9309, 2.2.2).
std::string normalised(std::string_view path)
{
    auto one = std::string{};
    for (std::size_t at = 0; at < path.size(); ++at) {
        auto const escaped = path[at] == '%' && at + 2 < path.size()
            && std::isxdigit(static_cast<unsigned char>(path[at + 1])) != 0
            && std::isxdigit(static_cast<unsigned char>(path[at + 2])) != 0;
        if (escaped) {
            one += percent_encode(percent_decode(path.substr(at, 3)));
            at += 2;
        } else if (static_cast<unsigned char>(path[at]) >= 0x80) {
            one += percent_encode(path.substr(at, 1));
        } else {
            one += path[at];
        }
    }
    return one;
}

/// Greedy match with one point of return: linear in practice, never exponential.
bool matches(std::string_view pattern, std::string_view path)
{
    auto const anchored = pattern.ends_with('$');
    if (anchored) {
        pattern.remove_suffix(1);
    }
    std::size_t p = 0;
    std::size_t t = 0;
    auto star = std::string_view::npos;
    std::size_t retry = 0;
    while (true) {
        if (p == pattern.size() && (!anchored || t == path.size())) {
            return true;
        }
        if (p < pattern.size() && pattern[p] == '*') {
            star = p++;
            retry = t;
        } else if (p < pattern.size() && t < path.size() && pattern[p] == path[t]) {
            ++p;
            ++t;
        } else if (star != std::string_view::npos && retry < path.size()) {
            p = star + 1;
            t = ++retry;
        } else {
            return false;
        }
    }
}

/// The lines of the file as key and value, comments gone.
template <typename Take>
void for_each_record(std::string_view text, Take const& take)
{
    if (text.starts_with("\xEF\xBB\xBF")) {
        text.remove_prefix(3);
    }
    text = text.substr(0, robots_size_limit);
    while (!text.empty()) {
        auto const end = std::min(text.find_first_of("\r\n"), text.size());
        auto line = text.substr(0, end);
        text.remove_prefix(std::min(end + 1, text.size()));
        line = line.substr(0, line.find('#'));
        auto const colon = line.find(':');
        if (colon != std::string_view::npos) {
            take(trimmed(line.substr(0, colon)), trimmed(line.substr(colon + 1)));
        }
    }
}

/// The product token at the head of a value: "FooBot/1.2 (x)" names FooBot.
std::string_view token_of(std::string_view value)
{
    auto const is_token = [](unsigned char c) { return std::isalpha(c) != 0 || c == '-' || c == '_'; };
    auto const end = std::find_if_not(value.begin(), value.end(), is_token);
    return value.substr(0, static_cast<std::size_t>(end - value.begin()));
}

std::optional<std::chrono::seconds> delay_of(std::string_view value)
{
    auto seconds = 0.0;
    auto const [end, error] = std::from_chars(value.data(), value.data() + value.size(), seconds);
    if (error != std::errc{} || !(seconds > 0)) {
        return std::nullopt;
    }
    return std::chrono::seconds{static_cast<int>(std::min(seconds, 30.0) + 0.999)};
}

} // namespace

RobotsRules RobotsRules::allow_nothing()
{
    auto rules = RobotsRules{};
    rules.m_rules.push_back({"/", false});
    return rules;
}

RobotsRules RobotsRules::parse(std::string_view text, std::string_view product_token)
{
    auto own = RobotsRules{};
    auto others = RobotsRules{};
    auto named = false;      // some group names us
    auto in_own = false;     // the group being read is for us
    auto in_others = false;  // ... is for everybody
    auto in_agents = false;  // the last line that counts was a user-agent line
    for_each_record(text, [&](std::string_view key, std::string_view value) {
        if (same_word(key, "user-agent")) {
            in_own = (in_agents && in_own) || same_word(token_of(value), product_token);
            in_others = (in_agents && in_others) || value == "*" || value.starts_with("* ");
            named = named || in_own;
            in_agents = true;
            return;
        }
        if (same_word(key, "sitemap")) {
            own.m_sitemaps.emplace_back(value);
            return;
        }
        auto const allow = same_word(key, "allow");
        auto const delay = same_word(key, "crawl-delay");
        if (!allow && !delay && !same_word(key, "disallow")) {
            return;
        }
        in_agents = false;
        for (auto* const rules : {in_own ? &own : nullptr, in_others ? &others : nullptr}) {
            if (rules != nullptr && delay) {
                rules->m_crawl_delay = delay_of(value);
            } else if (rules != nullptr && !value.empty()) {
                rules->m_rules.push_back({normalised(value), allow});
            }
        }
    });
    others.m_sitemaps = own.m_sitemaps;
    return named ? own : others;
}

bool RobotsRules::allows(std::string_view target) const
{
    auto const path = normalised(target);
    if (path == "/robots.txt") {
        return true;
    }
    auto longest = std::size_t{0};
    auto allowed = true;
    for (auto const& rule : m_rules) {
        auto const length = rule.pattern.size();
        if ((length > longest || (length == longest && rule.allow)) && matches(rule.pattern, path)) {
            longest = length;
            allowed = rule.allow;
        }
    }
    return allowed;
}

} // namespace knowwho
