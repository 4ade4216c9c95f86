// links: identity
// SPDX-License-Identifier: MIT
// Names and organisations of any bytes: no crash, bounded time, what was written is kept, and comparing is symmetric.
#include "identity/name_parser.hpp"
#include "identity/organisation.hpp"
#include "identity/same_name.hpp"

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* data, std::size_t size)
{
    auto const text = std::string_view{reinterpret_cast<char const*>(data), size};
    auto const name = knowwho::parse_name(text);
    auto const organisation = knowwho::parse_organisation(text);
    auto const likelihood = knowwho::name_likelihood(text) + knowwho::organisation_likelihood(text);
    if (name.written != text || organisation.written != text || !(likelihood >= 0 && likelihood <= 2)) {
        std::abort();
    }
    auto const half = text.substr(0, size / 2);
    auto const rest = text.substr(size / 2);
    if (knowwho::same_person_name(half, rest) != knowwho::same_person_name(rest, half)
        || knowwho::same_organisation_name(half, rest) != knowwho::same_organisation_name(rest, half)) {
        std::abort();
    }
    return 0;
}
