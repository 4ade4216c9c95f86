// SPDX-License-Identifier: MIT
#include "import/line_segments.hpp"

#include "identity/organisation.hpp"
#include "import/cell_evidence.hpp"
#include "import/word_lists.hpp"
#include "text/utf8.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace knowwho {
namespace {

using namespace std::string_view_literals;

bool is_opening(char32_t c) { return c == '(' || c == '[' || c == '<' || c == U'（' || c == U'［'; }
bool is_closing(char32_t c) { return c == ')' || c == ']' || c == '>' || c == U'）' || c == U'］'; }

/// One word in brackets that more of the name stands behind: "Karla (Kalli) Berg".
bool is_nickname(std::string_view aside, std::string_view before, std::string_view behind)
{
    auto const name_goes_on = behind.size() > 2 && behind[0] == ' ' && std::string_view("-|&,;:(/@+").find(behind[1]) == std::string_view::npos && static_cast<unsigned char>(behind[1]) != 0xe2;
    return name_goes_on && !trim(before).empty() && aside.size() > 1 && aside.size() < 16 && aside.find_first_of(" .0123456789@") == aside.npos && organisation_likelihood(aside) < 0.5 && !is_country(aside) && !is_status(aside);
}

/// The sign at `position` that parts segments, and its length; 0 if there is none.
std::size_t sign_at(std::string_view line, std::size_t position, char& sign)
{
    constexpr std::array<std::pair<std::string_view, char>, 18> signs{{{" + ", '-'}, {" -- ", '-'}, {" --- ", '-'}, {" / ", '|'}, {", ", ','}, {"; ", ';'}, {" - ", '-'}, {" – ", '-'}, {" — ", '-'}, {" | ", '|'}, {": ", ':'},
                                                                       {" · ", '|'}, {" • ", '|'}, {" // ", '|'}, {" & ", '&'}, {" and ", '&'}, {" und ", '&'}, {" @ ", '-'}}};
    for (auto const& [text, kind] : signs) {
        if (line.substr(position, text.size()) == text) {
            sign = kind;
            return text.size();
        }
    }
    if (line[position] == ',' || line[position] == ';' || line[position] == '\t' || line[position] == '|') {
        sign = line[position] == '\t' ? '|' : line[position];
        return 1;
    }
    if (line.substr(position, 3) == "、"sv || line.substr(position, 3) == "，"sv) {
        sign = ',';
        return 3;
    }
    return 0;
}

/// The bytes with which a sign begins.
bool may_begin_sign(char c)
{
    return c == ' ' || c == ',' || c == ';' || c == ':' || c == '\t' || c == '|' || c == '\xe3' || c == '\xef';
}

} // namespace

std::string_view drop_bullet(std::string_view line)
{
    line = trim(line);
    auto const digits = std::min(line.find_first_not_of("0123456789"), line.size());
    if (digits > 0 && digits < 6 && digits < line.size() && (line[digits] == '.' || line[digits] == ')') && digits + 1 < line.size() && line[digits + 1] == ' ') {
        line = trim(line.substr(digits + 1));
    }
    while (!line.empty()) {
        auto rest = line;
        auto const c = take_utf8(rest);
        auto const bullet = (c == '*' || c == '-' || c == '+' || c == U'–') && rest.starts_with(' ');
        if (!bullet && !(c >= 0x2022 && c < 0x2c00) && !(c >= 0x1f000 && c < 0x20000) && c != 0xb7 && c != 0xfe0f) {
            return line;
        }
        line = trim(rest);
    }
    return line;
}

std::string_view drop_company(std::string_view line)
{
    line = trim(line);
    auto const plus = line.rfind('+');
    auto const alone = plus != line.npos && plus > 1 && line[plus - 1] == ' ' && plus + 1 < line.size() && line.size() - plus <= 3;
    return alone && line.find_first_not_of(" 123456789", plus + 1) == line.npos ? trim(line.substr(0, plus)) : line;
}

std::string drop_quotes(std::string_view line)
{
    auto const close = line.starts_with('"') ? line.find('"', 1) : line.npos;
    return close == line.npos ? std::string(line) : std::string(line.substr(1, close - 1)).append(line.substr(close + 1));
}

std::string take_asides(std::string_view line, std::vector<std::string>& asides)
{
    std::string plain;
    std::string aside;
    int depth = 0;
    auto rest = line;
    while (!rest.empty()) {
        auto const before = rest;
        auto const c = take_utf8(rest);
        auto const bytes = before.substr(0, before.size() - rest.size());
        if (is_opening(c) && depth++ == 0) {
            aside.clear();
            continue;
        }
        if (is_closing(c) && depth > 0 && --depth == 0) {
            if (!is_nickname(trim(aside), plain, rest)) {
                asides.push_back(std::string(trim(aside)));
            }
            plain.push_back(' ');
            continue;
        }
        (depth > 0 ? aside : plain).append(bytes);
    }
    if (depth > 0) {
        plain += aside;
    }
    return plain;
}

std::vector<LineSegment> cut_segments(std::string_view line)
{
    std::vector<LineSegment> segments;
    std::size_t begin = 0;
    char sign = 0;
    for (std::size_t position = 0; position < line.size();) {
        char next = 0;
        auto const length = may_begin_sign(line[position]) ? sign_at(line, position, next) : 0;
        if (length == 0) {
            ++position;
            continue;
        }
        segments.push_back({trim(line.substr(begin, position - begin)), begin, sign});
        position += length;
        begin = position;
        sign = next;
    }
    segments.push_back({trim(line.substr(begin)), begin, sign});
    return segments;
}

} // namespace knowwho
