// SPDX-License-Identifier: MIT
#include "review/form.hpp"

#include "text/ascii.hpp"

#include <algorithm>
#include <charconv>
#include <cmath>

namespace knowwho::review {
namespace {

int hex_value(char c)
{
    c = ascii_lower(c);
    return c >= '0' && c <= '9' ? c - '0' : c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
}

/// The value of `name="…"` or `name=…` in a header's value.
std::string parameter(std::string_view header, std::string_view name)
{
    for (auto at = header.find(';'); at != header.npos; at = header.find(';', at + 1)) {
        auto rest = trimmed(header.substr(at + 1));
        if (rest.size() <= name.size() || ascii_lower(rest.substr(0, name.size())) != name || rest[name.size()] != '=') {
            continue;
        }
        rest.remove_prefix(name.size() + 1);
        if (!rest.starts_with('"')) {
            return std::string{trimmed(rest.substr(0, rest.find(';')))};
        }
        rest.remove_prefix(1);
        return std::string{rest.substr(0, rest.find('"'))};
    }
    return {};
}

std::string_view without_folders(std::string_view name)
{
    auto const slash = name.find_last_of("/\\");
    return slash == name.npos ? name : name.substr(slash + 1);
}

/// One part: its head, a blank line, its content. False if there is no blank line or no name.
bool add_part(Form& form, std::string_view part)
{
    auto const blank = part.find("\r\n\r\n");
    if (blank == part.npos) {
        return false;
    }
    auto content = part.substr(blank + 4);
    for (auto head = part.substr(0, blank); !head.empty();) {
        auto const end = std::min(head.find("\r\n"), head.size());
        auto const line = head.substr(0, end);
        head.remove_prefix(std::min(end + 2, head.size()));
        if (!ascii_lower(line.substr(0, 20)).starts_with("content-disposition:")) {
            continue;
        }
        auto const name = parameter(line, "name");
        if (ascii_lower(line).find("filename=") == std::string::npos) {
            form.fields.emplace_back(name, std::string{content});
        } else if (auto const file = parameter(line, "filename"); !file.empty()) {
            form.files.push_back({name, std::string{without_folders(file)}, std::string{content}});
        }
        return true;
    }
    return false;
}

/// RFC 7578. Empty if the body is not of that form.
std::optional<Form> read_multipart(std::string_view body, std::string_view boundary)
{
    auto const mark = "--" + std::string{boundary};
    if (boundary.empty() || boundary.size() > 70 || !body.starts_with(mark)) {
        return std::nullopt;
    }
    auto form = Form{};
    body.remove_prefix(mark.size());
    while (body.starts_with("\r\n")) {
        body.remove_prefix(2);
        auto const end = body.find("\r\n" + mark);
        if (end == body.npos || form.fields.size() + form.files.size() >= most_fields || !add_part(form, body.substr(0, end))) {
            return std::nullopt;
        }
        body.remove_prefix(end + 2 + mark.size());
    }
    return body.starts_with("--") ? std::optional{std::move(form)} : std::nullopt;
}

} // namespace

std::string_view Form::operator[](std::string_view name) const
{
    auto const found = std::ranges::find(fields, name, [](auto const& one) { return std::string_view{one.first}; });
    return found == fields.end() ? std::string_view{} : std::string_view{found->second};
}

bool Form::has(std::string_view name) const
{
    return std::ranges::any_of(fields, [&](auto const& one) { return one.first == name; });
}

std::vector<std::string> Form::all(std::string_view name) const
{
    auto values = std::vector<std::string>{};
    for (auto const& [key, value] : fields) {
        if (key == name) {
            values.push_back(value);
        }
    }
    return values;
}

std::optional<std::int64_t> Form::number(std::string_view name) const
{
    auto const text = trimmed((*this)[name]);
    auto value = std::int64_t{};
    auto const [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    return error == std::errc{} && end == text.data() + text.size() ? std::optional{value} : std::nullopt;
}

std::optional<double> Form::real(std::string_view name) const
{
    auto const text = trimmed((*this)[name]);
    double value = 0;
    auto const [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    return error == std::errc{} && end == text.data() + text.size() && std::isfinite(value) ? std::optional{value} : std::nullopt;
}

std::string decoded(std::string_view text, Plus plus)
{
    auto out = std::string{};
    out.reserve(text.size());
    for (std::size_t at = 0; at < text.size(); ++at) {
        auto const high = text[at] == '%' && at + 2 < text.size() ? hex_value(text[at + 1]) : -1;
        auto const low = high < 0 ? -1 : hex_value(text[at + 2]);
        if (low >= 0) {
            out += static_cast<char>(high * 16 + low);
            at += 2;
        } else {
            out += text[at] == '+' && plus == Plus::blank ? ' ' : text[at];
        }
    }
    return out;
}

Form read_urlencoded(std::string_view text)
{
    auto form = Form{};
    while (!text.empty() && form.fields.size() < most_fields) {
        auto const field = text.substr(0, text.find('&'));
        text.remove_prefix(std::min(field.size() + 1, text.size()));
        auto const mark = std::min(field.find('='), field.size());
        if (!field.empty()) {
            form.fields.emplace_back(decoded(field.substr(0, mark)), decoded(field.substr(std::min(mark + 1, field.size()))));
        }
    }
    return form;
}

std::optional<Form> read_form(std::string_view body, std::string_view content_type)
{
    auto const kind = ascii_lower(trimmed(content_type.substr(0, content_type.find(';'))));
    if (kind == "application/x-www-form-urlencoded") {
        return read_urlencoded(body);
    }
    return kind == "multipart/form-data" ? read_multipart(body, parameter(content_type, "boundary")) : std::nullopt;
}

} // namespace knowwho::review
