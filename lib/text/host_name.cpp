// SPDX-License-Identifier: MIT
#include "text/host_name.hpp"

#include "text/ascii.hpp"

#include <algorithm>
#include <memory>

#include <unicode/bytestream.h>
#include <unicode/idna.h>
#include <unicode/stringpiece.h>

namespace knowwho {
namespace {

constexpr std::size_t longest_host = 253;

bool is_ascii(std::string_view text)
{
    return std::all_of(text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

icu::IDNA const* idna()
{
    static auto const instance = [] {
        auto status = U_ZERO_ERROR;
        return std::unique_ptr<icu::IDNA>{icu::IDNA::createUTS46Instance(
            UIDNA_NONTRANSITIONAL_TO_ASCII | UIDNA_CHECK_BIDI | UIDNA_CHECK_CONTEXTJ, status)};
    }();
    return instance.get();
}

} // namespace

std::optional<std::string> ascii_host(std::string_view utf8)
{
    if (utf8.empty() || utf8.size() > longest_host) {
        return std::nullopt;
    }
    if (is_ascii(utf8)) {
        return ascii_lower(utf8);
    }
    auto host = std::string{};
    auto sink = icu::StringByteSink<std::string>{&host};
    auto info = icu::IDNAInfo{};
    auto status = U_ZERO_ERROR;
    idna()->nameToASCII_UTF8(icu::StringPiece{utf8.data(), static_cast<int32_t>(utf8.size())}, sink, info, status);
    if (U_FAILURE(status) != 0 || info.hasErrors() || host.empty() || !is_ascii(host)) {
        return std::nullopt;
    }
    return host;
}

bool is_in_domain(std::string_view host, std::string_view domain) noexcept
{
    return host.ends_with(domain) && (host.size() == domain.size() || host[host.size() - domain.size() - 1] == '.');
}

std::string_view without_www(std::string_view host) noexcept
{
    constexpr std::string_view www = "www.";
    return host.starts_with(www) ? host.substr(www.size()) : host;
}

} // namespace knowwho
