// SPDX-License-Identifier: MIT
#include "fetch/address.hpp"

#include "text/ascii.hpp"
#include "text/host_name.hpp"

#include <curl/curl.h>
#include <fmt/format.h>

#include <algorithm>
#include <cctype>
#include <charconv>
#include <memory>

namespace knowwho {
namespace {

constexpr std::size_t longest_address = 8192;

struct FreeUrl {
    void operator()(CURLU* url) const noexcept { curl_url_cleanup(url); }
};
using Url = std::unique_ptr<CURLU, FreeUrl>;

std::string part(CURLU* url, CURLUPart which, unsigned flags = 0)
{
    char* text = nullptr;
    if (curl_url_get(url, which, &text, flags) != CURLUE_OK || text == nullptr) {
        return {};
    }
    auto copy = std::string{text};
    curl_free(text);
    return copy;
}

void encode_byte(std::string& to, unsigned char byte)
{
    constexpr auto digits = "0123456789ABCDEF";
    to += '%';
    to += digits[byte >> 4];
    to += digits[byte & 15];
}

/// Blanks, controls and bytes beyond ASCII have no place in an address; browsers encode them, so do we.
std::string without_odd_bytes(std::string_view text)
{
    auto clean = std::string{};
    for (auto const c : text) {
        auto const byte = static_cast<unsigned char>(c);
        if (byte == '\t' || byte == '\r' || byte == '\n') {
            continue;
        }
        if (byte <= 0x20 || byte >= 0x7f || byte == '"' || byte == '<' || byte == '>' || byte == '`') {
            encode_byte(clean, byte);
        } else {
            clean += c;
        }
    }
    return clean;
}

/// The host must reach curl in ASCII: its own IDN support hangs on the locale.
std::optional<std::string> with_ascii_host(std::string_view text)
{
    auto const scheme_end = text.find("//");
    if (scheme_end == std::string_view::npos) {
        return std::nullopt;
    }
    auto const start = scheme_end + 2;
    auto const end = std::min(text.find_first_of("/?#", start), text.size());
    auto authority = text.substr(start, end - start);
    auto const at = authority.rfind('@');
    auto const user = at == std::string_view::npos ? std::string_view{} : authority.substr(0, at + 1);
    authority.remove_prefix(user.size());
    auto const colon = authority.starts_with('[') ? std::string_view::npos : authority.rfind(':');
    auto const host = ascii_host(percent_decode(authority.substr(0, colon)));
    if (!host || host->find_first_of(std::string_view{" /?#@\\\0", 7}) != std::string::npos) { // as "%2F" and the like
        return std::nullopt;
    }
    auto const port = colon == std::string_view::npos ? std::string_view{} : authority.substr(colon);
    return fmt::format("{}{}{}{}{}", text.substr(0, start), user, *host, port, without_odd_bytes(text.substr(end)));
}

std::string host_of(CURLU* url)
{
    auto host = part(url, CURLUPART_HOST);
    if (host.starts_with('[') && host.ends_with(']')) {
        host = host.substr(1, host.size() - 2);
    }
    host = ascii_lower(host);
    // A dot at the end names the same host; without it the address has one form.
    if (host.size() > 1 && host.ends_with('.')) {
        host.pop_back();
    }
    return host;
}

std::optional<WebAddress> read(CURLU* url)
{
    auto address = WebAddress{};
    address.scheme = part(url, CURLUPART_SCHEME);
    address.host = host_of(url);
    if (address.host.empty()) {
        return std::nullopt;
    }
    auto const port = part(url, CURLUPART_PORT, CURLU_DEFAULT_PORT);
    std::from_chars(port.data(), port.data() + port.size(), address.port);
    auto const path = part(url, CURLUPART_PATH);
    auto const query = part(url, CURLUPART_QUERY);
    address.target = path.empty() ? "/" : path;
    if (!query.empty()) {
        address.target += "?" + query;
    }
    address.has_user = !part(url, CURLUPART_USER).empty() || !part(url, CURLUPART_PASSWORD).empty();
    return address;
}

constexpr unsigned url_flags = CURLU_NON_SUPPORT_SCHEME | CURLU_PATH_AS_IS;

} // namespace

bool WebAddress::is_web() const { return scheme == "http" || scheme == "https"; }

std::string WebAddress::origin() const
{
    auto const usual = scheme == "https" ? 443 : scheme == "http" ? 80 : 0;
    auto const shown = host.find(':') == std::string::npos ? host : "[" + host + "]";
    return port == usual ? fmt::format("{}://{}", scheme, shown) : fmt::format("{}://{}:{}", scheme, shown, port);
}

std::optional<WebAddress> parse_address(std::string_view text)
{
    text = trimmed(text);
    if (text.size() > longest_address || text.find('\0') != std::string_view::npos) {
        return std::nullopt;
    }
    auto const ascii = with_ascii_host(text);
    if (!ascii) {
        return std::nullopt;
    }
    auto const url = Url{curl_url()};
    // Dots in paths are resolved by curl when it is not told to leave them.
    if (curl_url_set(url.get(), CURLUPART_URL, ascii->c_str(), url_flags & ~CURLU_PATH_AS_IS) != CURLUE_OK) {
        return std::nullopt;
    }
    return read(url.get());
}

std::optional<WebAddress> resolve_address(WebAddress const& base, std::string_view reference)
{
    reference = trimmed(reference);
    reference = reference.substr(0, reference.find('#'));
    if (reference.size() > longest_address || reference.find('\0') != std::string_view::npos) {
        return std::nullopt;
    }
    auto const colon = reference.find(':');
    if (colon != std::string_view::npos && reference.substr(0, colon).find_first_of("/?#") == std::string_view::npos) {
        return parse_address(reference);
    }
    if (reference.starts_with("//")) {
        return parse_address(base.scheme + ":" + std::string{reference});
    }
    auto const url = Url{curl_url()};
    auto const relative = without_odd_bytes(reference);
    if (curl_url_set(url.get(), CURLUPART_URL, base.text().c_str(), url_flags) != CURLUE_OK
        || (!relative.empty()
            && curl_url_set(url.get(), CURLUPART_URL, relative.c_str(), url_flags & ~CURLU_PATH_AS_IS) != CURLUE_OK)) {
        return std::nullopt;
    }
    return read(url.get());
}

std::string percent_encode(std::string_view text)
{
    auto encoded = std::string{};
    for (auto const c : text) {
        if (std::isalnum(static_cast<unsigned char>(c)) != 0 || c == '-' || c == '.' || c == '_' || c == '~') {
            encoded += c;
        } else {
            encode_byte(encoded, static_cast<unsigned char>(c));
        }
    }
    return encoded;
}

std::string percent_decode(std::string_view text)
{
    auto decoded = std::string{};
    for (std::size_t at = 0; at < text.size(); ++at) {
        auto byte = 0U; // unsigned: "-1" is no byte
        auto const* const digits = text.data() + at + 1;
        if (text[at] == '%' && at + 2 < text.size() && std::from_chars(digits, digits + 2, byte, 16).ptr == digits + 2) {
            decoded += static_cast<char>(byte);
            at += 2;
        } else {
            decoded += text[at];
        }
    }
    return decoded;
}

} // namespace knowwho
