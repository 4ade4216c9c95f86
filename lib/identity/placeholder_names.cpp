// SPDX-License-Identifier: MIT
// What stands in a name cell where nobody is named.
#include "identity/key_table.hpp"
#include "identity/name_parser.hpp"

#include "data/resources.hpp"
#include "text/ascii.hpp"
#include "text/folding.hpp"
#include "text/lexicon.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <unordered_set>
#include <vector>

namespace knowwho {
namespace {

constexpr std::size_t longest_placeholder = 80;
constexpr std::size_t most_of_beginning = 4;

bool is_letter_or_digit(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9'); }

/// The first letters of the first word; empty where folding may change them.
std::string_view beginning_of(std::string_view text)
{
    auto const most = text.substr(0, most_of_beginning);
    auto const end = static_cast<std::size_t>(std::ranges::find_if_not(most, is_letter_or_digit) - most.begin());
    auto const is_clear = end == most.size() || static_cast<unsigned char>(most[end]) < 0x80;
    return is_clear ? most.substr(0, end) : std::string_view{};
}

bool begins_with_words(std::string_view text, std::string_view words)
{
    return text.starts_with(words) && (text.size() == words.size() || text[words.size()] == ' ');
}

class Placeholders {
public:
    static Placeholders const& instance()
    {
        static Placeholders const placeholders;
        return placeholders;
    }

    /// By its first letters, which spare nearly every name the longer search.
    bool may_be_one(std::string_view text) const
    {
        auto const written = beginning_of(text);
        auto small = std::array<char, most_of_beginning>{};
        std::ranges::transform(written, small.begin(), [](char c) { return ascii_lower(c); });
        return written.empty() || m_beginnings.find({small.data(), written.size()}) != nullptr;
    }

    bool is_one(std::string const& key) const
    {
        auto const begins = [&](std::string const& words) { return begins_with_words(key, words); };
        auto const has_number = key.find_first_of("0123456789") != std::string::npos;
        return m_whole.contains(key) || std::ranges::any_of(m_starts, begins) || (has_number && std::ranges::any_of(m_numbered, begins));
    }

private:
    Placeholders()
    {
        for (auto const& row : read_rows(resource("lexicon/placeholders.tsv"))) {
            auto key = fold(row[0]);
            if (auto const beginning = beginning_of(key); !beginning.empty()) {
                m_beginnings.add(beginning);
            }
            if (row.size() < 2) {
                m_whole.insert(std::move(key));
            } else {
                (row[1] == "start" ? m_starts : m_numbered).push_back(std::move(key));
            }
        }
    }

    KeyTable<char> m_beginnings; ///< that a placeholder has
    std::unordered_set<std::string> m_whole;
    std::vector<std::string> m_starts;
    std::vector<std::string> m_numbered;
};

} // namespace

bool is_placeholder_name(std::string_view text)
{
    auto const& placeholders = Placeholders::instance();
    if (text.size() > longest_placeholder || !placeholders.may_be_one(text)) {
        return false;
    }
    auto const key = fold(text);
    return key.empty() || placeholders.is_one(key);
}

} // namespace knowwho
