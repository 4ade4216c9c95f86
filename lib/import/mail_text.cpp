// SPDX-License-Identifier: MIT
#include "import/mail_text.hpp"

#include "import/cell_evidence.hpp"
#include "import/find_people.hpp"
#include "import/list_words.hpp"
#include "import/read_text.hpp"
#include "text/folding.hpp"

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

namespace knowwho {
namespace {

constexpr std::size_t head_of_mail = 65536; // bytes that tell what it is
constexpr std::size_t longest_head_label = 12;   // bytes
constexpr std::size_t rows_of_table = 3;    // with its header, from which lines with delimiters are one
constexpr std::ptrdiff_t several = 3;       // addresses from which the people of the mail are the list

enum class HeadLine { none, people, other };

/// By the word in front of the colon (RFC 5322, and as programs translate it).
HeadLine kind_of_head_line(std::string_view line)
{
    auto const colon = line.find(':');
    if (colon == line.npos || colon == 0 || colon > longest_head_label || (colon + 1 < line.size() && line[colon + 1] != ' ')) {
        return HeadLine::none;
    }
    auto const label = fold(line.substr(0, colon));
    return is_list_word(label, ListWord::mail_people) ? HeadLine::people : is_list_word(label, ListWord::mail_head) ? HeadLine::other : HeadLine::none;
}

std::string_view take_line(std::string_view& text)
{
    auto const end = std::min(text.find('\n'), text.size());
    auto const line = text.substr(0, end);
    text.remove_prefix(std::min(end + 1, text.size()));
    return line;
}

struct MailParts {
    std::string people;    ///< of all such lines of the head, each unfolded and on its own
    std::string_view body;
    int lines_above = 0;   ///< of the body
};

MailParts part_mail(std::string_view text)
{
    MailParts parts;
    auto kind = HeadLine::none;
    auto const whole = text;
    text.remove_prefix(static_cast<std::size_t>(trim(text).data() - text.data()));
    while (!text.empty()) {
        auto const line = trim(take_line(text));
        if (line.empty()) {
            break;
        }
        auto const begins = kind_of_head_line(line);
        kind = begins == HeadLine::none ? kind : begins;
        if (kind == HeadLine::people) {
            parts.people.append(begins == HeadLine::none || parts.people.empty() ? " " : "\n").append(trim(begins == HeadLine::none ? line : line.substr(line.find(':') + 1)));
        }
    }
    parts.body = text;
    parts.lines_above = static_cast<int>(std::count(whole.begin(), whole.end() - std::ptrdiff_t(text.size()), '\n'));
    return parts;
}

/// Signs of quoting taken off, the head's lines blank; ends at the signature's dashes.
std::string written_below(MailParts const& parts)
{
    std::string text(static_cast<std::size_t>(parts.lines_above), '\n');
    auto body = parts.body;
    while (!body.empty()) {
        auto line = take_line(body);
        while (line.starts_with('>')) {
            line.remove_prefix(line.starts_with("> ") ? 2 : 1);
        }
        if (trim(line) == "--") {
            break;
        }
        text.append(line).push_back('\n');
    }
    return text;
}

/// How often a sign stands outside quotes.
std::ptrdiff_t count_unquoted(std::string_view line, char sign)
{
    bool quoted = false;
    return std::count_if(line.begin(), line.end(), [&](char c) {
        quoted ^= c == '"';
        return !quoted && c == sign;
    });
}

/// The longest run of lines with the same number of one delimiter, every other line blank; empty if there is none.
std::string only_table(std::string_view text)
{
    std::vector<std::string_view> lines;
    while (!text.empty()) {
        lines.push_back(take_line(text));
    }
    std::size_t first = 0;
    std::size_t end = 0;
    for (auto const sign : {';', '\t', '|', ','}) {
        for (std::size_t begin = 0; begin < lines.size();) {
            auto const signs = count_unquoted(lines[begin], sign);
            auto next = begin + 1;
            while (next < lines.size() && count_unquoted(lines[next], sign) == signs) {
                ++next;
            }
            if (signs > 0 && next - begin > end - first) {
                first = begin;
                end = next;
            }
            begin = next;
        }
    }
    std::string table;
    for (std::size_t line = 0; line < end && end - first >= rows_of_table; ++line) {
        table.append(line < first ? std::string_view{} : lines[line]).push_back('\n');
    }
    return table;
}

} // namespace

bool looks_like_recipients(std::string_view text)
{
    auto const content = trim(text.substr(0, head_of_mail));
    auto const addresses = std::count(content.begin(), content.end(), '@');
    auto const lines = 1 + std::count(content.begin(), content.end(), '\n');
    auto const angles = std::count(content.begin(), content.end(), '<');
    return addresses >= several && angles * 2 >= addresses && lines * 3 <= addresses;
}

FoundTables read_recipients(std::string_view text, Texts& texts)
{
    std::string lines;
    bool quoted = false;
    bool addressed = false; // a comma inside a name stands in front of its address
    for (char const c : text) {
        quoted ^= c == '"';
        addressed |= c == '>';
        auto const parts = !quoted && (c == ';' || c == '\n' || (c == ',' && addressed));
        addressed = addressed && !parts;
        auto const opens = c == '\'' && (lines.empty() || trim(std::string_view(lines).substr(lines.rfind('\n') + 1)).empty());
        auto const closes = c == '<' && lines.ends_with("' ");
        if (closes) {
            lines.resize(lines.size() - 2);
            lines.push_back(' ');
        }
        if (c != '"' && !opens) {
            lines.push_back(parts ? '\n' : c);
        }
    }
    return read_text(texts.keep(std::move(lines)), texts);
}

bool looks_like_mail(std::string_view text)
{
    text = trim(text.substr(0, head_of_mail));
    auto const first = kind_of_head_line(trim(text.substr(0, text.find('\n'))));
    auto people = false;
    auto lines = 0;
    while (!text.empty()) {
        auto const line = trim(take_line(text));
        if (line.empty()) {
            break;
        }
        auto const kind = kind_of_head_line(line);
        lines += kind != HeadLine::none;
        people |= kind == HeadLine::people;
    }
    return first != HeadLine::none && people && lines >= 3;
}

FoundTables read_mail(std::string_view text, Texts& texts)
{
    auto parts = part_mail(text);
    if (std::count(parts.people.begin(), parts.people.end(), '@') >= several) {
        return read_recipients(parts.people, texts);
    }
    auto const body = texts.keep(written_below(parts));
    if (auto const table = only_table(body); !table.empty()) {
        auto found = read_delimited(texts.keep(std::move(table)), {}, texts);
        if (best_confidence(found, {}) >= sure_table) {
            return found;
        }
    }
    return read_text(body, texts);
}

} // namespace knowwho
