// SPDX-License-Identifier: MIT
#include "import/content_lines.hpp"

#include "text/utf8.hpp"

#include <algorithm>

namespace knowwho {
namespace {

std::string upper(std::string_view text)
{
    std::string result(text);
    std::transform(result.begin(), result.end(), result.begin(), [](char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 32) : c; });
    return result;
}

int hex(char c)
{
    return c >= '0' && c <= '9' ? c - '0' : c >= 'A' && c <= 'F' ? c - 'A' + 10 : c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
}

std::string decode_quoted_printable(std::string_view value)
{
    std::string text;
    for (std::size_t position = 0; position < value.size(); ++position) {
        if (value[position] == '=' && position + 2 < value.size() && hex(value[position + 1]) >= 0 && hex(value[position + 2]) >= 0) {
            text.push_back(static_cast<char>(hex(value[position + 1]) * 16 + hex(value[position + 2])));
            position += 2;
        } else if (value[position] != '=') {
            text.push_back(value[position]);
        }
    }
    return is_utf8(text) ? text : std::string(value);
}

/// One logical line: the physical one, and those that go on with a blank or a tab.
struct Unfolder {
    std::string_view text;
    int number = 0;

    bool next(std::string& line, int& first)
    {
        if (text.empty()) {
            return false;
        }
        first = number + 1;
        line = take();
        while (!text.empty() && (text[0] == ' ' || text[0] == '\t')) {
            line += take().substr(1);
        }
        // A soft line break of quoted-printable ends in "=".
        while (line.ends_with('=') && line.find("QUOTED-PRINTABLE") != line.npos && !text.empty()) {
            line.pop_back();
            line += take();
        }
        return true;
    }

    std::string_view take()
    {
        auto const end = std::min(text.find('\n'), text.size());
        auto line = text.substr(0, end);
        text.remove_prefix(std::min(end + 1, text.size()));
        ++number;
        if (line.ends_with('\r')) {
            line.remove_suffix(1);
        }
        return line;
    }
};

/// The colon that ends the parameters: not inside quotes.
std::size_t find_colon(std::string_view line)
{
    bool quoted = false;
    for (std::size_t position = 0; position < line.size(); ++position) {
        quoted ^= line[position] == '"';
        if (line[position] == ':' && !quoted) {
            return position;
        }
    }
    return line.find(':');
}

void read_parameters(std::string_view head, ContentLine& line)
{
    std::size_t begin = 0;
    bool quoted = false;
    bool first = true;
    for (std::size_t position = 0; position <= head.size(); ++position) {
        quoted ^= position < head.size() && head[position] == '"';
        if (position < head.size() && (head[position] != ';' || quoted)) {
            continue;
        }
        auto const part = head.substr(begin, position - begin);
        begin = position + 1;
        if (first) {
            line.name = upper(part.substr(part.find('.') == part.npos ? 0 : part.find('.') + 1));
            first = false;
            continue;
        }
        auto const equals = part.find('=');
        std::string value(equals == part.npos ? part : part.substr(equals + 1));
        std::erase(value, '"');
        line.parameters.emplace_back(equals == part.npos ? "TYPE" : upper(part.substr(0, equals)), std::move(value));
    }
}

} // namespace

std::string ContentLine::parameter(std::string_view wanted) const
{
    for (auto const& [key, content] : parameters) {
        if (key == wanted) {
            return content;
        }
    }
    return {};
}

std::vector<ContentLine> read_content_lines(std::string_view text)
{
    std::vector<ContentLine> lines;
    Unfolder unfolder{text};
    std::string logical;
    int number = 0;
    while (unfolder.next(logical, number)) {
        auto const colon = find_colon(logical);
        if (colon == std::string::npos || colon == 0) {
            continue;
        }
        ContentLine line;
        line.line = number;
        read_parameters(std::string_view(logical).substr(0, colon), line);
        line.value = logical.substr(colon + 1);
        auto const quoted_printable = std::any_of(line.parameters.begin(), line.parameters.end(), [](auto const& p) { return upper(p.second) == "QUOTED-PRINTABLE"; });
        if (quoted_printable) {
            line.value = decode_quoted_printable(line.value);
        }
        lines.push_back(std::move(line));
    }
    return lines;
}

std::string unescape(std::string_view value)
{
    std::string text;
    for (std::size_t position = 0; position < value.size(); ++position) {
        if (value[position] != '\\' || position + 1 == value.size()) {
            text.push_back(value[position]);
            continue;
        }
        ++position;
        text.push_back(value[position] == 'n' || value[position] == 'N' ? '\n' : value[position]);
    }
    return text;
}

std::vector<std::string> split_value(std::string_view value, char sign)
{
    std::vector<std::string> parts;
    std::size_t begin = 0;
    for (std::size_t position = 0; position <= value.size(); ++position) {
        if (position < value.size() && value[position] == '\\') {
            ++position;
            continue;
        }
        if (position >= value.size() || value[position] == sign) {
            parts.push_back(unescape(value.substr(begin, std::min(position, value.size()) - begin)));
            begin = position + 1;
        }
    }
    return parts;
}

} // namespace knowwho
