// SPDX-License-Identifier: MIT
#include "text/charset_icu.hpp"

#include "text/ascii.hpp"

#include <algorithm>
#include <memory>
#include <utility>

#include <unicode/ucnv.h>
#include <unicode/ucsdet.h>

namespace knowwho {
namespace {

constexpr std::size_t detector_sample = 65536;

/// Labels that browsers map to another encoding than their name says, and short forms.
constexpr std::pair<std::string_view, std::string_view> aliases[] = {
    {"utf8", "UTF-8"},           {"utf-8", "UTF-8"},
    {"utf-8-sig", "UTF-8"},      {"utf-16", "UTF-16LE"},
    {"utf16", "UTF-16LE"},       {"unicode", "UTF-16LE"},
    {"utf-16le", "UTF-16LE"},    {"utf-16be", "UTF-16BE"},
    {"ascii", "windows-1252"},   {"us-ascii", "windows-1252"},
    {"latin1", "windows-1252"},  {"latin-1", "windows-1252"},
    {"iso-8859-1", "windows-1252"}, {"iso8859-1", "windows-1252"},
    {"windows-1252", "windows-1252"}, {"cp1252", "windows-1252"},
    {"ansi", "windows-1252"},    {"iso-8859-15", "ISO-8859-15"},
    {"iso8859-15", "ISO-8859-15"}, {"latin9", "ISO-8859-15"},
    {"latin-9", "ISO-8859-15"},  {"macintosh", "macintosh"},
    {"macroman", "macintosh"},   {"mac-roman", "macintosh"},
    {"x-mac-roman", "macintosh"}, {"cp850", "cp850"},
    {"ibm850", "cp850"},         {"dos", "cp850"},
    {"iso-8859-9", "windows-1254"}, {"gb2312", "GB18030"},
    {"gbk", "GB18030"},          {"x-sjis", "Shift_JIS"},
};

} // namespace

std::string canonical_charset(std::string_view name)
{
    if (name.empty() || name.size() > 40) {
        return {};
    }
    auto const lower = ascii_lower(name);
    for (auto const& [alias, canonical] : aliases) {
        if (alias == lower) {
            return std::string(canonical);
        }
    }
    UErrorCode status = U_ZERO_ERROR;
    auto const* standard = ucnv_getStandardName(lower.c_str(), "MIME", &status);
    if (U_SUCCESS(status) && standard != nullptr) {
        return standard;
    }
    status = U_ZERO_ERROR;
    auto const* alias = ucnv_getAlias(lower.c_str(), 0, &status);
    return U_SUCCESS(status) && alias != nullptr ? alias : "";
}

std::optional<std::string> decode_by_icu(std::string_view bytes, std::string const& canonical)
{
    if (bytes.size() > (std::size_t{1} << 29)) {
        return std::nullopt; // ICU counts in 32 bits
    }
    std::string text(bytes.size() * 3 + 16, '\0');
    UErrorCode status = U_ZERO_ERROR;
    auto const length = ucnv_convert("UTF-8", canonical.c_str(), text.data(), static_cast<int32_t>(text.size()), bytes.data(),
                                     static_cast<int32_t>(bytes.size()), &status);
    if (U_FAILURE(status) || length < 0) {
        return std::nullopt;
    }
    text.resize(static_cast<std::size_t>(length));
    text.shrink_to_fit();
    return text;
}

std::optional<Decoded> detect_by_icu(std::string_view bytes)
{
    UErrorCode status = U_ZERO_ERROR;
    std::unique_ptr<UCharsetDetector, decltype(&ucsdet_close)> const detector(ucsdet_open(&status), &ucsdet_close);
    auto const sample = bytes.substr(0, detector_sample);
    ucsdet_setText(detector.get(), sample.data(), static_cast<int32_t>(sample.size()), &status);
    auto const* match = ucsdet_detect(detector.get(), &status);
    if (U_FAILURE(status) || match == nullptr) {
        return std::nullopt;
    }
    auto const name = canonical_charset(ucsdet_getName(match, &status));
    auto const confidence = ucsdet_getConfidence(match, &status);
    if (U_FAILURE(status) || name.empty() || name.starts_with("UTF-")) {
        return std::nullopt;
    }
    auto text = decode_by_icu(bytes, name);
    return text ? std::optional<Decoded>{Decoded{std::move(*text), name, confidence / 100.0}} : std::nullopt;
}

} // namespace knowwho
