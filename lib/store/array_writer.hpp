// SPDX-License-Identifier: MIT
// Writes one JSON array text by text: the roster is written row by row, and building trees for it first took
// a fifth of an import. For `store/` only.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace knowwho {

/// Text that is not UTF-8 gets replacement characters.
class ArrayWriter {
public:
    void add(std::string_view text);
    void add(double number);
    void add(std::int64_t number);

    /// An array inside the array.
    template <typename... Values>
    void add_array(Values const&... values)
    {
        separate();
        auto inner = ArrayWriter{};
        (inner.add(values), ...);
        m_text += inner.finish();
    }

    void reserve(std::size_t bytes) { m_text.reserve(bytes); }

    std::string finish();

private:
    template <typename Number>
    void add_number(Number number);
    void separate();
    void add_escaped(char letter);

    std::string m_text = "[";
};

} // namespace knowwho
