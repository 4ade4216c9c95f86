// SPDX-License-Identifier: MIT
#include "text/similarity.hpp"

#include <algorithm>
#include <array>
#include <bit>
#include <cstdint>
#include <numeric>
#include <vector>

namespace knowwho {
namespace {

constexpr std::size_t word = 64;
constexpr std::size_t longest = 4096;

/// Where each byte value stands in a pattern of at most 64 bytes, one bit per position.
/// Cleared byte by byte after use, so that a comparison costs nothing per alphabet.
class Positions {
public:
    explicit Positions(std::string_view pattern) : m_pattern(pattern)
    {
        for (auto i = std::size_t{0}; i < pattern.size(); ++i) {
            masks()[static_cast<unsigned char>(pattern[i])] |= std::uint64_t{1} << i;
        }
    }
    ~Positions()
    {
        for (auto const c : m_pattern) {
            masks()[static_cast<unsigned char>(c)] = 0;
        }
    }
    Positions(Positions const&) = delete;
    Positions& operator=(Positions const&) = delete;

    std::uint64_t of(char c) const { return masks()[static_cast<unsigned char>(c)]; }

private:
    static std::array<std::uint64_t, 256>& masks()
    {
        thread_local std::array<std::uint64_t, 256> table{};
        return table;
    }

    std::string_view m_pattern;
};

std::uint64_t low_bits(std::size_t count) { return count >= word ? ~std::uint64_t{0} : (std::uint64_t{1} << count) - 1; }

double jaro(std::string_view a, std::string_view b)
{
    auto const reach = std::max(a.size(), b.size()) / 2;
    auto const window = reach == 0 ? 0 : reach - 1;
    auto const in_a = Positions{a};
    auto taken_a = std::uint64_t{0};
    auto taken_b = std::uint64_t{0};
    for (auto j = std::size_t{0}; j < b.size(); ++j) {
        auto const near = low_bits(std::min(j + window + 1, word)) & ~low_bits(j > window ? j - window : 0);
        auto const free = in_a.of(b[j]) & near & ~taken_a;
        if (free != 0) {
            taken_a |= free & (~free + 1);
            taken_b |= std::uint64_t{1} << j;
        }
    }
    auto const matches = std::popcount(taken_a);
    if (matches == 0) {
        return 0;
    }
    auto swapped = 0;
    for (; taken_a != 0; taken_a &= taken_a - 1, taken_b &= taken_b - 1) {
        swapped += a[std::countr_zero(taken_a)] != b[std::countr_zero(taken_b)];
    }
    auto const m = static_cast<double>(matches);
    auto const transpositions = static_cast<double>(swapped / 2); // NOLINT(bugprone-integer-division): half a swap is none
    return (m / static_cast<double>(a.size()) + m / static_cast<double>(b.size()) + (m - transpositions) / m) / 3;
}

/// Myers' distance with Hyyrö's term for swaps; `pattern` has 1 to 64 bytes.
std::size_t bit_parallel(std::string_view pattern, std::string_view text, bool swaps)
{
    auto const positions = Positions{pattern};
    auto const last = std::uint64_t{1} << (pattern.size() - 1);
    auto up = ~std::uint64_t{0};
    auto down = std::uint64_t{0};
    auto zero = std::uint64_t{0};
    auto previous = std::uint64_t{0};
    auto distance = pattern.size();
    for (auto const c : text) {
        auto const match = positions.of(c);
        auto const swap = swaps ? (((~zero) & match) << 1) & previous : 0;
        zero = ((((match & up) + up) ^ up) | match | down) | swap;
        auto horizontal_up = down | ~(zero | up);
        auto const horizontal_down = zero & up;
        distance += (horizontal_up & last) != 0 ? 1 : 0;
        distance -= (horizontal_down & last) != 0 ? 1 : 0;
        horizontal_up = (horizontal_up << 1) | 1;
        up = (horizontal_down << 1) | ~(zero | horizontal_up);
        down = horizontal_up & zero;
        previous = match;
    }
    return distance;
}

std::size_t row_by_row(std::string_view a, std::string_view b)
{
    auto row = std::vector<std::size_t>(a.size() + 1);
    std::iota(row.begin(), row.end(), std::size_t{0});
    for (auto const c : b) {
        auto diagonal = row[0]++;
        for (auto i = std::size_t{1}; i < row.size(); ++i) {
            auto const substituted = diagonal + (a[i - 1] == c ? 0 : 1);
            diagonal = row[i];
            row[i] = std::min({row[i] + 1, row[i - 1] + 1, substituted});
        }
    }
    return row.back();
}

std::size_t distance(std::string_view a, std::string_view b, bool swaps)
{
    a = a.substr(0, longest);
    b = b.substr(0, longest);
    if (a.size() > b.size()) {
        std::swap(a, b);
    }
    // What both begin and end with costs nothing, and is mostly nearly all.
    auto const start = static_cast<std::size_t>(std::mismatch(a.begin(), a.end(), b.begin()).first - a.begin());
    a.remove_prefix(start);
    b.remove_prefix(start);
    auto const end = static_cast<std::size_t>(std::mismatch(a.rbegin(), a.rend(), b.rbegin()).first - a.rbegin());
    a.remove_suffix(end);
    b.remove_suffix(end);
    if (a.empty()) {
        return b.size();
    }
    return a.size() <= word ? bit_parallel(a, b, swaps && b.size() <= word) : row_by_row(a, b);
}

} // namespace

double jaro_winkler(std::string_view a, std::string_view b) noexcept
{
    if (a == b) {
        return 1;
    }
    a = a.substr(0, word);
    b = b.substr(0, word);
    if (a.empty() || b.empty()) {
        return 0;
    }
    // The greedy search depends on who seeks whom; a fixed order keeps the answer symmetric.
    if (b < a) {
        std::swap(a, b);
    }
    auto const plain = jaro(a, b);
    auto const start = std::mismatch(a.begin(), a.begin() + static_cast<std::ptrdiff_t>(std::min({a.size(), b.size(), std::size_t{4}})), b.begin()).first - a.begin();
    return std::min(plain + static_cast<double>(start) * 0.1 * (1 - plain), 1 - 1e-9);
}

std::size_t levenshtein(std::string_view a, std::string_view b) { return distance(a, b, false); }

std::size_t damerau_levenshtein(std::string_view a, std::string_view b) { return distance(a, b, true); }

double edit_similarity(std::string_view a, std::string_view b)
{
    auto const length = std::min(std::max(a.size(), b.size()), longest);
    return length == 0 ? 1 : 1 - static_cast<double>(levenshtein(a, b)) / static_cast<double>(length);
}

} // namespace knowwho
