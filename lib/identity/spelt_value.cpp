// SPDX-License-Identifier: MIT
#include "identity/spelt_value.hpp"

#include "identity/name_compare.hpp"
#include "text/similarity.hpp"

#include <algorithm>
#include <bit>
#include <cstddef>
#include <cstdlib>
#include <iterator>

namespace knowwho {
namespace {

constexpr std::uint64_t short_form = std::uint64_t{1} << 63; // of a given name that has longer forms
constexpr std::uint64_t numbered = std::uint64_t{1} << 62;   // has digits

/// How many kinds of letters the one has that the other has not.
int lacking(SpeltValue const& a, SpeltValue const& b) { return std::popcount(a.letters & ~b.letters & ~(short_form | numbered)); }

} // namespace

std::string_view first_word(std::string_view text) { return text.substr(0, text.find(' ')); }

std::uint64_t letters_of(FieldKind kind, std::string_view value)
{
    auto letters = std::uint64_t{0};
    for (auto const c : value) {
        letters |= std::uint64_t{1} << (static_cast<unsigned char>(c) % 61);
        letters |= c >= '0' && c <= '9' ? numbered : 0;
    }
    return kind == FieldKind::given && is_short_form(first_word(value)) ? letters | short_form : letters;
}

std::string digits_of(std::string_view text)
{
    auto digits = std::string{};
    std::ranges::copy_if(text, std::back_inserter(digits), [](char c) { return c >= '0' && c <= '9'; });
    return digits;
}

bool may_be_short_forms(SpeltValue const& a, SpeltValue const& b) { return ((a.letters | b.letters) & short_form) != 0; }

double likeness_at_most(SpeltValue const& a, SpeltValue const& b)
{
    constexpr auto longest = std::size_t{64};
    auto const left = a.text.size();
    auto const right = b.text.size();
    if (left > longest || right > longest) {
        return 1;
    }
    auto const common = static_cast<double>(std::min(left - static_cast<std::size_t>(lacking(a, b)), right - static_cast<std::size_t>(lacking(b, a))));
    auto const plain = (common / static_cast<double>(left) + common / static_cast<double>(right) + 1) / 3;
    auto start = 0;
    for (auto i = std::size_t{0}; i < std::min({left, right, std::size_t{4}}) && a.text[i] == b.text[i]; ++i) {
        ++start;
    }
    return plain + start * 0.1 * (1 - plain) + 1e-9;
}

bool are_slips_apart(SpeltValue const& a, SpeltValue const& b, int slips)
{
    auto const longer = static_cast<std::ptrdiff_t>(a.text.size()) - static_cast<std::ptrdiff_t>(b.text.size());
    return std::abs(longer) <= slips && lacking(a, b) <= slips && lacking(b, a) <= slips
        && damerau_levenshtein(a.text, b.text) <= static_cast<std::size_t>(slips);
}

bool are_numbered_apart(SpeltValue const& a, SpeltValue const& b)
{
    return (a.letters & b.letters & numbered) != 0 && digits_of(a.text) != digits_of(b.text);
}

} // namespace knowwho
