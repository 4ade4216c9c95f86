// SPDX-License-Identifier: MIT
// robots.txt after RFC 9309: whether a crawler of a given name may fetch a path.
#pragma once

#include <chrono>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace knowwho {

/// How much of a file counts; RFC 9309 asks for at least 500 KiB.
inline constexpr std::size_t robots_size_limit = std::size_t{512} << 10;

/// The rules that bind one crawler: all groups that name it, or else all groups for `*`.
class RobotsRules {
public:
    /// Everything is allowed: no file, or the server says 4xx.
    static RobotsRules allow_all() { return {}; }

    /// Nothing is allowed but /robots.txt: the file could not be reached.
    static RobotsRules allow_nothing();

    /// Reads the file for the product token (letters, "-", "_"; case does not count). Never fails.
    static RobotsRules parse(std::string_view text, std::string_view product_token);

    /// `target` is path and query. The longest pattern wins, "allow" wins a tie.
    bool allows(std::string_view target) const;

    /// A delay the site asks for, no standard but kept; at most 30 s.
    std::optional<std::chrono::seconds> crawl_delay() const noexcept { return m_crawl_delay; }

    /// The sitemaps that the file names, in their order, whoever they are for.
    std::vector<std::string> const& sitemaps() const noexcept { return m_sitemaps; }

private:
    struct Rule {
        std::string pattern; ///< percent-encoding in one form
        bool allow = false;
    };

    std::vector<Rule> m_rules;
    std::optional<std::chrono::seconds> m_crawl_delay;
    std::vector<std::string> m_sitemaps;
};

} // namespace knowwho
