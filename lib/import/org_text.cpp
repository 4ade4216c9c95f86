// SPDX-License-Identifier: MIT
#include "import/org_text.hpp"

#include "import/cell_evidence.hpp"

#include <algorithm>
#include <array>

namespace knowwho {
namespace {

constexpr std::size_t head_of_org = 65536; // bytes that tell the format
constexpr std::size_t deepest_heading = 6;

template <typename Take>
void for_each_org_line(std::string_view text, Take take)
{
    while (!text.empty()) {
        auto const end = std::min(text.find('\n'), text.size());
        take(text.substr(0, end));
        text.remove_prefix(std::min(end + 1, text.size()));
    }
}

/// The stars of "** Anna Berg"; 0 if the line is no heading. "**Anna** Berg" is Markdown.
std::size_t heading_level(std::string_view line)
{
    auto const stars = std::min(line.find_first_not_of('*'), line.size());
    auto const closed = stars > 1 && line.find("**", stars) != line.npos;
    return stars < line.size() && line[stars] == ' ' && !closed ? stars : 0;
}

/// ":EMAIL: anna@berg.example" as a label and its value.
bool is_property(std::string_view line)
{
    auto const close = line.starts_with(':') ? line.find(": ", 1) : line.npos;
    return close != line.npos && line.find(' ') > close;
}

std::string_view without_task(std::string_view heading)
{
    constexpr std::array<std::string_view, 4> keywords{"DONE ", "NEXT ", "WAITING ", "CANCELLED "};
    auto const keyword = std::find_if(keywords.begin(), keywords.end(), [&](auto word) { return heading.starts_with(word); });
    return keyword == keywords.end() ? heading : trim(heading.substr(keyword->size()));
}

/// "Anna Berg    :speaker:confirmed:" without the tags.
std::string_view without_tags(std::string_view heading)
{
    auto const blank = heading.rfind(' ');
    auto const tags = blank == heading.npos ? std::string_view{} : heading.substr(blank + 1);
    return tags.size() > 2 && tags.starts_with(':') && tags.ends_with(':') ? trim(heading.substr(0, blank)) : heading;
}

/// "[[https://berg.example][Anna Berg]]" as "[Anna Berg](https://berg.example)".
std::string with_links(std::string_view line)
{
    std::string text;
    for (auto open = line.find("[["); open != line.npos; open = line.find("[[")) {
        auto const middle = line.find("][", open);
        auto const close = line.find("]]", open);
        if (close == line.npos || middle == line.npos || middle > close) {
            break;
        }
        text.append(line.substr(0, open)).append("[").append(line.substr(middle + 2, close - middle - 2)).append("](").append(line.substr(open + 2, middle - open - 2)).append(")");
        line.remove_prefix(close + 2);
    }
    return text.append(line);
}

} // namespace

bool looks_like_org(std::string_view text)
{
    int keywords = 0;
    int headings = 0;
    int deep = 0;
    for_each_org_line(text.substr(0, head_of_org), [&](std::string_view line) {
        keywords += line.starts_with("#+") || trim(line) == ":PROPERTIES:";
        headings += heading_level(line) > 0;
        deep += heading_level(line) > 1;
    });
    return headings > 0 && (keywords > 0 || (deep > 1 && deep < headings));
}

std::string org_to_markdown(std::string_view text)
{
    std::string markdown;
    for_each_org_line(text, [&](std::string_view line) {
        auto const content = trim(line);
        if (auto const level = heading_level(line); level > 0) {
            auto const heading = trim(content.substr(level));
            auto const task = heading.starts_with("TODO "); // something to do, and nobody
            markdown.append(task ? "" : std::string(std::min(level, deepest_heading), '#') + " " + with_links(without_tags(without_task(heading))));
        } else if (is_property(content)) {
            auto const close = content.find(": ", 1);
            markdown.append("- ").append(content.substr(1, close - 1)).append(": ").append(trim(content.substr(close + 2)));
        } else if (!content.starts_with("#+") && content != ":PROPERTIES:" && content != ":END:") {
            markdown.append(with_links(line));
        }
        markdown.push_back('\n');
    });
    return markdown;
}

} // namespace knowwho
