// SPDX-License-Identifier: MIT
// Markdown as HTML, through cmark.
#include "text/markdown.hpp"

#include <cmark.h>

#include <cstdlib>
#include <memory>

namespace knowwho {

namespace {

/// Behind a head "---\nkey: value\n---\n", as note programs write it.
std::string_view without_yaml_head(std::string_view text)
{
    if (!text.starts_with("---\n") && !text.starts_with("---\r\n")) {
        return text;
    }
    auto const close = text.find("\n---", 3);
    if (close == std::string_view::npos) {
        return text;
    }
    auto const line_end = text.find('\n', close + 4);
    return line_end == std::string_view::npos ? std::string_view{} : text.substr(line_end + 1);
}

} // namespace

std::string markdown_to_html(std::string_view utf8, RawHtml raw)
{
    auto const body = without_yaml_head(utf8);
    std::unique_ptr<char, decltype(&std::free)> const html{
        cmark_markdown_to_html(body.data(), body.size(), CMARK_OPT_VALIDATE_UTF8 | (raw == RawHtml::kept ? CMARK_OPT_UNSAFE : 0)), &std::free};
    return html ? std::string{html.get()} : std::string{};
}

} // namespace knowwho
