// SPDX-License-Identifier: MIT
// HTML without what no reader sees, and without the shapes that make parsers slow.
#include "text/html_trim.hpp"

#include "text/ascii.hpp"

#include <algorithm>
#include <array>
#include <cstddef>

namespace knowwho {

namespace {

constexpr int deepest = 500;
constexpr int most_formatting = 16;
constexpr std::size_t longest_tag = std::size_t{16} << 10;
constexpr auto none = std::string_view::npos;

bool is_letter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

bool same_word(std::string_view text, std::string_view word)
{
    return text.size() >= word.size() && std::equal(word.begin(), word.end(), text.begin(), [](char a, char b) { return a == ascii_lower(b); });
}

/// Where "</name" stands at or behind `from`.
std::size_t find_end_tag(std::string_view text, std::size_t from, std::string_view name)
{
    for (std::size_t at = text.find("</", from); at != none; at = text.find("</", at + 2)) {
        if (same_word(text.substr(at + 2), name)) {
            return at;
        }
    }
    return none;
}

/// Elements whose end tag may be left out, and those that have none: they say nothing about depth.
bool is_uncounted(std::string_view name)
{
    constexpr std::array<std::string_view, 35> names = {
        "a", "area", "base", "body", "br", "col", "colgroup", "dd", "dt", "embed", "head", "hr", "html", "img", "input", "li", "link",
        "meta", "noscript", "optgroup", "option", "p", "param", "path", "rp", "rt", "source", "tbody", "td", "tfoot", "th", "thead", "tr", "track", "wbr",
    };
    return std::binary_search(names.begin(), names.end(), name);
}

/// Elements that a parser opens again in every paragraph until they are closed.
bool is_formatting(std::string_view name)
{
    constexpr std::array<std::string_view, 13> names = {"b", "big", "code", "em", "font", "i", "nobr", "s", "small", "strike", "strong", "tt", "u"};
    return std::binary_search(names.begin(), names.end(), name);
}

class Trimming {
public:
    explicit Trimming(std::string_view text) : m_text(text) { m_out.reserve(text.size()); }

    std::string run()
    {
        while (m_at < m_text.size()) {
            std::size_t const mark = std::min(m_text.find('<', m_at), m_text.size());
            m_out.append(m_text, m_at, mark - m_at);
            m_at = mark;
            if (mark < m_text.size()) {
                take_markup();
            }
        }
        return std::move(m_out);
    }

private:
    void keep_to(std::size_t end)
    {
        m_out.append(m_text, m_at, end - m_at);
        m_at = end;
    }

    void take_markup()
    {
        std::string_view const rest = m_text.substr(m_at);
        if (rest.starts_with("<!--")) {
            take_comment();
        } else if (rest.size() > 1 && is_letter(rest[1])) {
            take_start_tag();
        } else if (rest.size() > 2 && rest[1] == '/' && is_letter(rest[2])) {
            take_end_tag();
        } else {
            keep_to(m_at + 1);
        }
    }

    void take_comment()
    {
        std::size_t const end = m_text.find("-->", m_at + 2); // "<!-->" is a whole comment
        bool const odd = end == none || m_text.substr(m_at, end - m_at).find("--!>") != none;
        bool const kept = odd || m_text.substr(m_at, std::min<std::size_t>(end - m_at, 200)).find("saved from url=") != none;
        if (kept) {
            keep_to(end == none ? m_text.size() : end + 3);
        } else {
            m_at = end + 3;
        }
    }

    /// The name behind "<" or "</", lower-case, cut at 16 bytes.
    std::string_view read_name(std::size_t begin)
    {
        std::size_t length = 0;
        while (begin + length < m_text.size() && length < m_name.size()) {
            char const c = m_text[begin + length];
            if (!is_letter(c) && !(c >= '0' && c <= '9') && c != '-') {
                break;
            }
            m_name[length++] = ascii_lower(c);
        }
        return {m_name.data(), length};
    }

    /// Behind the ">" of the tag at `begin`, quoted values passed over; npos if there is none.
    std::size_t end_of_tag(std::size_t begin) const
    {
        for (std::size_t at = begin; at < m_text.size(); ++at) {
            char const c = m_text[at];
            if (c == '>') {
                return at + 1;
            }
            if (c == '=') {
                std::size_t const value = m_text.find_first_not_of(" \t\r\n\f", at + 1);
                if (value != none && (m_text[value] == '"' || m_text[value] == '\'')) {
                    at = m_text.find(m_text[value], value + 1);
                    if (at == none) {
                        return none;
                    }
                }
            }
        }
        return none;
    }

    void take_start_tag()
    {
        std::string_view const name = read_name(m_at + 1);
        std::size_t const end = end_of_tag(m_at + 1 + name.size());
        if (end == none) {
            keep_to(m_text.size());
            return;
        }
        bool const closed = m_text[end - 2] == '/';
        if (!counts_in(name, closed)) {
            m_at = end;
            return;
        }
        if (end - m_at > longest_tag) {
            m_out.append("<").append(name).append(">");
            m_at = end;
        } else {
            std::string_view const tag = m_text.substr(m_at, end - m_at);
            keep_to(end);
            drop_silent(name, tag);
        }
    }

    /// Counts a start tag; false if it is one too many and must go.
    bool counts_in(std::string_view name, bool closed)
    {
        if (is_formatting(name)) {
            return ++m_formatting <= most_formatting;
        }
        if (closed || is_uncounted(name) || name == "script" || name == "style") {
            return true;
        }
        return ++m_depth <= deepest;
    }

    void take_end_tag()
    {
        std::string_view const name = read_name(m_at + 2);
        std::size_t const end = std::min(m_text.find('>', m_at), m_text.size() - 1) + 1;
        bool dropped = false;
        if (is_formatting(name)) {
            dropped = m_formatting > most_formatting;
            m_formatting = std::max(0, m_formatting - 1);
        } else if (!is_uncounted(name) && name != "script" && name != "style") {
            dropped = m_depth > deepest;
            m_depth = std::max(0, m_depth - 1);
        }
        dropped ? static_cast<void>(m_at = end) : keep_to(end);
    }

    /// Behind the start tag of code, a style sheet or a drawing: goes on at its end tag.
    void drop_silent(std::string_view name, std::string_view tag)
    {
        bool const code = name == "script" && tag.find("json") == none && tag.find("JSON") == none;
        if (!code && name != "style" && name != "svg" && name != "script") {
            return;
        }
        if (tag.ends_with("/>") && name == "svg") {
            return;
        }
        bool& never_ends = name == "svg" ? m_svg_never_ends : name == "style" ? m_style_never_ends : m_script_never_ends;
        std::size_t const end = never_ends ? none : find_end_tag(m_text, m_at, name);
        never_ends = end == none;
        if (never_ends) {
            return;
        }
        std::string_view const content = m_text.substr(m_at, end - m_at);
        bool const odd = content.find("<!--") != none || content.find(name == "svg" ? "<svg" : "<script") != none;
        bool const kept = odd || (name == "script" && !code);
        kept ? keep_to(end) : static_cast<void>(m_at = end);
    }

    std::string_view m_text;
    std::string m_out;
    std::size_t m_at = 0;
    std::array<char, 16> m_name{};
    int m_depth = 0;
    int m_formatting = 0;
    bool m_svg_never_ends = false; ///< from here on: not looked for again, so that the pass stays linear
    bool m_style_never_ends = false;
    bool m_script_never_ends = false;
};

} // namespace

std::string trim_html(std::string_view utf8)
{
    return Trimming{utf8}.run();
}

} // namespace knowwho
