// SPDX-License-Identifier: MIT
#include "store/array_writer.hpp"

#include "text/json_text.hpp"
#include "text/utf8.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <fmt/format.h>
#include <iterator>
#include <nlohmann/json.hpp>
#include <utility>

namespace knowwho {
namespace {

bool needs_escape(char letter) { return letter == '"' || letter == '\\' || static_cast<unsigned char>(letter) < 0x20; }

/// Most letters: they are themselves, in JSON and in UTF-8.
bool is_plain(char letter)
{
    static constexpr auto plain = [] {
        auto table = std::array<bool, 256>{};
        for (auto c = 0x20U; c < 0x80; ++c) {
            table[c] = c != '"' && c != '\\';
        }
        return table;
    }();
    return plain[static_cast<unsigned char>(letter)];
}

} // namespace

void ArrayWriter::add(std::string_view text)
{
    if (std::ranges::all_of(text, is_plain)) {
        auto const comma = m_text.size() > 1 ? std::size_t{1} : 0;
        m_text.append(comma, ',');
        m_text += '"';
        m_text += text;
        m_text += '"';
        return;
    }
    separate();
    if (!is_utf8(text)) {
        m_text += json_line(nlohmann::json(text));
        return;
    }
    m_text += '"';
    while (!text.empty()) {
        auto const plain = std::ranges::find_if(text, needs_escape) - text.begin();
        m_text.append(text.substr(0, static_cast<std::size_t>(plain)));
        text.remove_prefix(static_cast<std::size_t>(plain));
        if (!text.empty()) {
            add_escaped(text.front());
            text.remove_prefix(1);
        }
    }
    m_text += '"';
}

void ArrayWriter::add(double number) { add_number(number); }

void ArrayWriter::add(std::int64_t number) { add_number(number); }

template <typename Number>
void ArrayWriter::add_number(Number number)
{
    separate();
    auto digits = std::array<char, 32>{}; // more than any number takes in its shortest form
    m_text.append(digits.data(), std::to_chars(digits.data(), digits.data() + digits.size(), number).ptr);
}

std::string ArrayWriter::finish()
{
    m_text += ']';
    return std::move(m_text);
}

void ArrayWriter::separate()
{
    if (m_text.size() > 1) {
        m_text += ',';
    }
}

void ArrayWriter::add_escaped(char letter)
{
    if (static_cast<unsigned char>(letter) < 0x20) {
        fmt::format_to(std::back_inserter(m_text), "\\u{:04x}", static_cast<unsigned>(letter));
    } else {
        m_text += '\\';
        m_text += letter;
    }
}

} // namespace knowwho
