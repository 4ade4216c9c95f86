// SPDX-License-Identifier: MIT
#include "import/flow_value.hpp"

#include "import/cell_evidence.hpp"

#include <algorithm>

#include <nlohmann/json.hpp>

namespace knowwho {
namespace {

using nlohmann::json;

constexpr int deepest_flow = 64; // levels

/// Thrown and caught inside this file only.
struct NoFlow {};

class FlowReader {
public:
    explicit FlowReader(std::string_view text) : m_text(text) {}

    json read()
    {
        pass_blanks();
        if (m_position >= m_text.size() || (m_text[m_position] != '{' && m_text[m_position] != '[')) {
            throw NoFlow{};
        }
        return read_value(0);
    }

    std::size_t end() const { return m_position; }

private:
    void pass_blanks()
    {
        while (m_position < m_text.size()) {
            auto const rest = m_text.substr(m_position);
            if (static_cast<unsigned char>(rest[0]) <= 0x20) {
                ++m_position;
            } else if (rest.starts_with("//")) {
                m_position += std::min(rest.find('\n'), rest.size());
            } else if (rest.starts_with("/*")) {
                m_position += std::min(rest.find("*/"), rest.size() - 2) + 2;
            } else {
                return;
            }
        }
    }

    bool take(char sign)
    {
        pass_blanks();
        auto const here = m_position < m_text.size() && m_text[m_position] == sign;
        m_position += here;
        return here;
    }

    bool is_next(char sign) const { return m_position < m_text.size() && m_text[m_position] == sign; }

    json read_value(int depth)
    {
        if (depth > deepest_flow) {
            throw NoFlow{};
        }
        if (take('{')) {
            return read_members(depth);
        }
        if (take('[')) {
            return read_elements(depth);
        }
        return flow_scalar(read_word(false));
    }

    json read_members(int depth)
    {
        auto object = json::object();
        while (!take('}')) {
            auto const key = unquoted_scalar(read_word(true));
            if (key.empty() || !take(':') || object.contains(key)) {
                throw NoFlow{};
            }
            object[key] = read_value(depth + 1);
            if (!take(',') && !is_next('}')) {
                throw NoFlow{};
            }
        }
        return object;
    }

    json read_elements(int depth)
    {
        auto array = json::array();
        while (!take(']')) {
            array.push_back(read_value(depth + 1));
            if (!take(',') && !is_next(']')) {
                throw NoFlow{};
            }
        }
        return array;
    }

    /// Up to the sign that ends it outside of quotes and round brackets.
    std::string_view read_word(bool key)
    {
        pass_blanks();
        auto const begin = m_position;
        int brackets = 0;
        while (m_position < m_text.size()) {
            auto const c = m_text[m_position];
            if (brackets == 0 && (c == ',' || c == '}' || c == ']' || (key && c == ':'))) {
                return trim(m_text.substr(begin, m_position - begin));
            }
            brackets += c == '(' ? 1 : c == ')' ? -1 : 0;
            auto const opens = (c == '"' || c == '\'' || c == '`') && (m_position == begin || brackets > 0);
            opens ? pass_quoted(c) : void(++m_position);
        }
        throw NoFlow{};
    }

    void pass_quoted(char quote)
    {
        for (++m_position; m_position < m_text.size() && m_text[m_position] != quote; ++m_position) {
            m_position += m_text[m_position] == '\\';
        }
        ++m_position;
    }

    std::string_view m_text;
    std::size_t m_position = 0;
};

/// What stands for an escape behind a backslash, for those that occur in texts.
char plain_escape(char c) { return c == 'n' ? '\n' : c == 't' ? ' ' : c; }

} // namespace

std::string unquoted_scalar(std::string_view text)
{
    if (text.size() < 2 || (text[0] != '"' && text[0] != '\'' && text[0] != '`') || text.back() != text[0]) {
        return std::string(text);
    }
    std::string plain;
    for (std::size_t position = 1; position + 1 < text.size(); ++position) {
        auto const c = text[position];
        auto const doubled = c == '\'' && text[0] == '\'' && position + 2 < text.size() && text[position + 1] == '\'';
        auto const escaped = c == '\\' && position + 2 < text.size();
        position += doubled || escaped;
        plain.push_back(escaped ? plain_escape(text[position]) : text[position]);
    }
    return plain;
}

json flow_scalar(std::string_view text)
{
    return text.empty() || text == "~" || text == "null" || text == "undefined" ? json(nullptr) : json(unquoted_scalar(text));
}

std::optional<json> parse_flow(std::string_view& text)
{
    try {
        FlowReader reader(text);
        auto value = reader.read();
        text.remove_prefix(std::min(reader.end(), text.size()));
        return value;
    } catch (NoFlow const&) {
        return std::nullopt;
    }
}

} // namespace knowwho
