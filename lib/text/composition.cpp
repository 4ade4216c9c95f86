// SPDX-License-Identifier: MIT
#include "text/composition.hpp"

#include <string_view>

#include <unicode/bytestream.h>
#include <unicode/normalizer2.h>

namespace knowwho {
namespace {

/// U+0300 to U+036F, the accents that follow a letter, begin with one of two bytes.
bool may_hold_accents(std::string_view utf8)
{
    return utf8.find('\xcc') != utf8.npos || utf8.find('\xcd') != utf8.npos;
}

} // namespace

std::string composed(std::string utf8)
{
    auto status = U_ZERO_ERROR;
    auto const* const normalizer = may_hold_accents(utf8) ? icu::Normalizer2::getNFCInstance(status) : nullptr;
    if (normalizer == nullptr || U_FAILURE(status) != 0) {
        return utf8;
    }
    std::string text;
    icu::StringByteSink<std::string> sink{&text};
    normalizer->normalizeUTF8(0, icu::StringPiece{utf8.data(), static_cast<int32_t>(utf8.size())}, sink, nullptr, status);
    return U_SUCCESS(status) != 0 ? text : utf8;
}

} // namespace knowwho
