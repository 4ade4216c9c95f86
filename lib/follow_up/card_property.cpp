// SPDX-License-Identifier: MIT
#include "follow_up/card_property.hpp"

#include "text/ascii.hpp"
#include "text/charset.hpp"
#include "text/utf8.hpp"

#include <algorithm>
#include <cstddef>

namespace knowwho {
namespace {

/// Where the head of a line ends: the first colon outside of quotes.
std::size_t colon_of(std::string_view line)
{
    bool quoted = false;
    for (std::size_t at = 0; at < line.size(); ++at) {
        quoted = line[at] == '"' ? !quoted : quoted;
        if (line[at] == ':' && !quoted) {
            return at;
        }
    }
    return line.npos;
}

std::vector<std::string> head_parts(std::string_view head)
{
    auto parts = std::vector<std::string>{{}};
    bool quoted = false;
    for (char const c : head) {
        quoted = c == '"' ? !quoted : quoted;
        if (c == ';' && !quoted) {
            parts.emplace_back();
        } else {
            parts.back() += c;
        }
    }
    return parts;
}

/// "TYPE=home" as it is; the bare "HOME" and "BASE64" of version 2.1 get their names.
std::pair<std::string, std::string> parameter_of(std::string const& part)
{
    auto const equals = part.find('=');
    if (equals != std::string::npos) {
        return {ascii_upper(part.substr(0, equals)), part.substr(equals + 1)};
    }
    auto const word = ascii_upper(part);
    bool const encoding = word == "BASE64" || word == "B" || word == "QUOTED-PRINTABLE" || word == "8BIT" || word == "7BIT";
    return {encoding ? "ENCODING" : "TYPE", part};
}

std::string take_parameter(CardProperty& property, std::string_view name)
{
    auto const found = std::ranges::find(property.parameters, name, &std::pair<std::string, std::string>::first);
    if (found == property.parameters.end()) {
        return {};
    }
    auto value = std::move(found->second);
    property.parameters.erase(found);
    return value;
}

int digit_of(char c)
{
    return c >= '0' && c <= '9' ? c - '0' : c >= 'A' && c <= 'F' ? c - 'A' + 10 : c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
}

std::string without_quoted_printable(std::string_view text)
{
    auto bytes = std::string{};
    for (std::size_t at = 0; at < text.size(); ++at) {
        bool const coded = text[at] == '=' && at + 2 < text.size() && digit_of(text[at + 1]) >= 0 && digit_of(text[at + 2]) >= 0;
        if (coded) {
            bytes += static_cast<char>(digit_of(text[at + 1]) * 16 + digit_of(text[at + 2]));
            at += 2;
        } else {
            bytes += text[at];
        }
    }
    return bytes;
}

bool is_digits(std::string_view text) { return std::ranges::all_of(text, [](char c) { return c >= '0' && c <= '9'; }); }

/// "1980-05-17T10:30:00Z" as 19800517T103000Z: of ISO 8601, version 4 has the basic form (RFC 6350, 4.3).
std::string in_basic_form(std::string const& date)
{
    auto const is_extended = date.size() >= 10 && date[4] == '-' && date[7] == '-' && is_digits(date.substr(0, 4)) && is_digits(date.substr(5, 2)) && is_digits(date.substr(8, 2));
    if (!is_extended || (date.size() > 10 && date[10] != 'T')) {
        return date;
    }
    auto day = date.substr(0, 10);
    auto time = date.substr(10);
    std::erase(day, '-');
    std::erase(time, ':');
    return day + time;
}

} // namespace

std::optional<CardProperty> property_of(std::string_view line)
{
    auto const colon = colon_of(line);
    if (colon == line.npos || colon == 0) {
        return std::nullopt;
    }
    auto const parts = head_parts(line.substr(0, colon));
    auto property = CardProperty{};
    auto const dot = parts[0].find('.');
    property.group = dot == std::string::npos ? std::string{} : parts[0].substr(0, dot);
    property.name = ascii_upper(dot == std::string::npos ? parts[0] : parts[0].substr(dot + 1));
    bool const is_name = !property.name.empty()
        && std::ranges::all_of(property.name, [](char c) { return (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '_'; });
    for (std::size_t index = 1; index < parts.size(); ++index) {
        if (!parts[index].empty()) {
            property.parameters.push_back(parameter_of(parts[index]));
        }
    }
    property.value = line.substr(colon + 1);
    return is_name ? std::optional{std::move(property)} : std::nullopt;
}

std::string with_escaped_breaks(std::string_view text)
{
    auto value = std::string{};
    for (char const c : text) {
        if (c == '\n') {
            value += "\\n";
        } else if (c != '\r') {
            value += c;
        }
    }
    return value;
}

void modernise(CardProperty& property)
{
    auto const encoding = ascii_upper(take_parameter(property, "ENCODING"));
    auto const charset = take_parameter(property, "CHARSET");
    if (encoding == "QUOTED-PRINTABLE") {
        auto bytes = without_quoted_printable(property.value);
        property.value = with_escaped_breaks(is_utf8(bytes) ? bytes : decode(bytes, charset.empty() ? "windows-1252" : charset).text);
    } else if ((encoding == "B" || encoding == "BASE64") && !property.value.starts_with("data:")) {
        auto const type = ascii_lower(take_parameter(property, "TYPE"));
        bool const picture = property.name == "PHOTO" || property.name == "LOGO";
        auto const media = type.empty() ? "application/octet-stream" : (picture && type.find('/') == type.npos ? "image/" + type : type);
        std::erase(property.value, ' ');
        property.value = "data:" + media + ";base64," + property.value;
    }
    if (property.name == "BDAY" || property.name == "ANNIVERSARY" || property.name == "REV") {
        property.value = in_basic_form(property.value);
    }
}

} // namespace knowwho
