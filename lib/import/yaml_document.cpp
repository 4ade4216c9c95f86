// SPDX-License-Identifier: MIT
#include "import/yaml_document.hpp"

#include "import/cell_evidence.hpp"
#include "import/flow_value.hpp"

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include <nlohmann/json.hpp>

namespace knowwho {
namespace {

using nlohmann::json;

constexpr int deepest_yaml = 64; // levels
constexpr std::size_t longest_yaml_key = 200; // bytes
constexpr int most_flow_lines = 400; // that one value in braces goes over

struct YamlLine {
    std::size_t indent = 0;
    std::string_view text; ///< without blanks at both ends
};

/// Thrown and caught inside this file only.
struct NoYaml {};

/// A comment begins behind a blank, and not in quotes.
std::string_view without_comment(std::string_view text)
{
    char quote = 0;
    for (std::size_t position = 0; position < text.size(); ++position) {
        auto const c = text[position];
        auto const begins = position == 0 || text[position - 1] == ' ';
        if (quote != 0) {
            quote = c == quote ? 0 : quote;
        } else if ((c == '"' || c == '\'') && (position == 0 || std::string_view(" ,[{:").find(text[position - 1]) != std::string_view::npos)) {
            quote = c;
        } else if (c == '#' && begins) {
            return trim(text.substr(0, position));
        }
    }
    return text;
}

/// Behind "key:", whose colon ends the text or has a blank behind it; npos if it has no key.
std::size_t behind_key(std::string_view text)
{
    std::size_t from = 0;
    if (text.starts_with('"') || text.starts_with('\'')) {
        from = text.find(text[0], 1);
        if (from == text.npos || from + 1 >= text.size() || text[from + 1] != ':') {
            return text.npos;
        }
    }
    for (auto colon = text.find(':', from); colon != text.npos && colon < longest_yaml_key; colon = text.find(':', colon + 1)) {
        if (colon > 0 && (colon + 1 == text.size() || text[colon + 1] == ' ')) {
            return colon + 1;
        }
    }
    return text.npos;
}

class BlockReader {
public:
    explicit BlockReader(std::string_view text)
    {
        while (!text.empty()) {
            auto const end = std::min(text.find('\n'), text.size());
            auto const line = text.substr(0, end);
            auto const indent = std::min(line.find_first_not_of(' '), line.size());
            m_lines.push_back({indent, trim(line)});
            text.remove_prefix(std::min(end + 1, text.size()));
        }
    }

    json read()
    {
        pass_empty();
        if (m_next < m_lines.size() && m_lines[m_next].text == "---") {
            ++m_next;
        }
        auto document = read_node(0, 0);
        pass_empty();
        auto const ends = m_next < m_lines.size() && (m_lines[m_next].text == "---" || m_lines[m_next].text == "...");
        m_next += ends;
        pass_empty();
        if (m_next < m_lines.size() || !document.is_structured()) {
            throw NoYaml{};
        }
        return document;
    }

private:
    void pass_empty()
    {
        while (m_next < m_lines.size() && (m_lines[m_next].text.empty() || m_lines[m_next].text.starts_with('#'))) {
            ++m_next;
        }
    }

    /// The node that begins at the next line, which must be set in at least so far.
    json read_node(std::size_t indent, int depth)
    {
        pass_empty();
        if (depth > deepest_yaml) {
            throw NoYaml{};
        }
        if (m_next >= m_lines.size() || m_lines[m_next].indent < indent) {
            return nullptr;
        }
        auto const& line = m_lines[m_next];
        if (is_element(line.text)) {
            return read_sequence(line.indent, depth);
        }
        if (!line.text.starts_with('{') && !line.text.starts_with('[') && behind_key(line.text) != line.text.npos) {
            return read_mapping(line.indent, depth);
        }
        auto const content = line.text;
        auto const own = line.indent;
        ++m_next;
        return read_inline(content, own == 0 ? 0 : own - 1);
    }

    static bool is_element(std::string_view text) { return text == "-" || text.starts_with("- "); }

    /// Whether the next line goes on with the block of this indent; one between two blocks is no YAML.
    bool goes_on(std::size_t indent)
    {
        pass_empty();
        if (m_next < m_lines.size() && m_lines[m_next].indent > indent) {
            throw NoYaml{};
        }
        return m_next < m_lines.size() && m_lines[m_next].indent == indent && m_lines[m_next].text != "---" && m_lines[m_next].text != "...";
    }

    json read_sequence(std::size_t indent, int depth)
    {
        auto array = json::array();
        while (goes_on(indent) && is_element(m_lines[m_next].text)) {
            auto& line = m_lines[m_next];
            auto const content = line.text.substr(std::min(line.text.find_first_not_of(' ', 1), line.text.size()));
            if (content.empty() || content.starts_with('#')) {
                ++m_next;
                array.push_back(read_node(indent + 1, depth + 1));
                continue;
            }
            line = {indent + (line.text.size() - content.size()), content}; // what stands behind the dash is set in so far
            array.push_back(read_node(indent + 1, depth + 1));
        }
        return array;
    }

    json read_mapping(std::size_t indent, int depth)
    {
        auto object = json::object();
        while (goes_on(indent)) {
            auto const text = m_lines[m_next].text;
            auto const behind = is_element(text) ? text.npos : behind_key(text);
            if (behind == text.npos) {
                throw NoYaml{};
            }
            auto const key = without_quotes(trim(text.substr(0, behind - 1)));
            if (object.contains(key)) {
                throw NoYaml{};
            }
            ++m_next;
            object[key] = read_member(without_tags(trim(text.substr(behind))), indent, depth);
        }
        return object;
    }

    /// What stands behind a key, or below it.
    json read_member(std::string_view content, std::size_t indent, int depth)
    {
        if (!without_comment(content).empty()) {
            return read_inline(content, indent);
        }
        pass_empty();
        auto const list = m_next < m_lines.size() && m_lines[m_next].indent == indent && is_element(m_lines[m_next].text);
        return read_node(list ? indent : indent + 1, depth + 1);
    }

    static std::string_view without_tags(std::string_view content)
    {
        while (content.starts_with('&') || content.starts_with('!')) {
            content = trim(content.substr(std::min(content.find(' '), content.size())));
        }
        return content;
    }

    /// A text or a value in braces that begins in a line and may go on below, set in more than `indent`.
    json read_inline(std::string_view content, std::size_t indent)
    {
        if (content.starts_with('|') || content.starts_with('>')) {
            return read_literal(indent);
        }
        auto const quoted = content.starts_with('"') || content.starts_with('\'');
        auto text = std::string(quoted ? content : without_comment(content));
        auto const flow = text.starts_with('{') || text.starts_with('[');
        for (int more = 0; flow && !is_balanced(text); ++more) {
            take_line_into(text, 0, more);
        }
        if (flow) {
            auto rest = std::string_view(text);
            auto value = parse_flow(rest);
            if (!value || !trim(rest).empty()) {
                throw NoYaml{};
            }
            return std::move(*value);
        }
        for (int more = 0; quoted && !closes(text); ++more) {
            take_line_into(text, indent + 1, more);
        }
        while (!quoted && m_next < m_lines.size() && m_lines[m_next].indent > indent && !m_lines[m_next].text.empty() && behind_key(m_lines[m_next].text) == std::string_view::npos) {
            text.append(" ").append(m_lines[m_next++].text);
        }
        return flow_scalar(quoted ? std::string_view(without_comment(text)) : std::string_view(text));
    }

    void take_line_into(std::string& text, std::size_t least, int taken)
    {
        if (m_next >= m_lines.size() || taken > most_flow_lines || (!m_lines[m_next].text.empty() && m_lines[m_next].indent < least)) {
            throw NoYaml{};
        }
        text.append(" ").append(m_lines[m_next++].text);
    }

    static bool closes(std::string_view text)
    {
        text = without_comment(text);
        auto const quotes = std::count(text.begin(), text.end(), text[0]) - (text[0] == '"' ? count_of(text, "\\\"") : 0);
        return quotes % 2 == 0;
    }

    static std::ptrdiff_t count_of(std::string_view text, std::string_view sign)
    {
        std::ptrdiff_t count = 0;
        for (auto position = text.find(sign); position != text.npos; position = text.find(sign, position + sign.size())) {
            ++count;
        }
        return count;
    }

    static bool is_balanced(std::string_view text)
    {
        auto const opened = std::count_if(text.begin(), text.end(), [](char c) { return c == '{' || c == '['; });
        return opened <= std::count_if(text.begin(), text.end(), [](char c) { return c == '}' || c == ']'; });
    }

    /// Lines below "|" or ">", as far as they are set in.
    json read_literal(std::size_t indent)
    {
        std::string text;
        while (m_next < m_lines.size() && (m_lines[m_next].text.empty() || m_lines[m_next].indent > indent)) {
            text.append(text.empty() ? "" : "\n").append(m_lines[m_next++].text);
        }
        return std::string(trim(text));
    }

    std::vector<YamlLine> m_lines;
    std::size_t m_next = 0;
};

} // namespace

std::optional<json> parse_yaml(std::string_view utf8)
{
    try {
        return BlockReader(utf8).read();
    } catch (NoYaml const&) {
        return std::nullopt;
    }
}

std::string_view yaml_head(std::string_view utf8)
{
    if (!utf8.starts_with("---\n") && !utf8.starts_with("---\r\n")) {
        return {};
    }
    auto const close = utf8.find("\n---", 3);
    return close == utf8.npos ? std::string_view{} : utf8.substr(4, close - 3);
}

} // namespace knowwho
