// SPDX-License-Identifier: MIT
// Numbers and texts as bytes, and back without trust in the bytes. For `store/` only.
#pragma once

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace knowwho {

/// Whole numbers seven bits a byte, lowest first; the highest bit says that more follows.
inline void put_number(std::string& bytes, std::uint64_t number)
{
    while (number >= 0x80) {
        bytes += static_cast<char>((number & 0x7fU) | 0x80U);
        number >>= 7U;
    }
    bytes += static_cast<char>(number);
}

/// Numbers, reals and texts one behind the other; a text that comes again is there once.
class Packer {
public:
    void number(std::uint64_t value) { put_number(m_bytes, value); }
    void id(std::int64_t value) { number(static_cast<std::uint64_t>(value)); }

    void real(double value)
    {
        auto raw = std::uint64_t{0};
        std::memcpy(&raw, &value, sizeof raw);
        for (int byte = 0; byte < 8; ++byte) {
            m_bytes += static_cast<char>(raw >> (8 * byte) & 0xffU);
        }
    }

    void text(std::string const& value)
    {
        auto const [known, is_new] = m_known.try_emplace(value, m_known.size());
        if (is_new) {
            put_number(m_texts, value.size());
            m_texts += value;
        }
        number(known->second);
    }

    /// The number of texts, the texts, then what was put.
    std::string take()
    {
        auto whole = std::string{};
        put_number(whole, m_known.size());
        return whole + m_texts + m_bytes;
    }

private:
    std::string m_bytes;
    std::string m_texts;
    std::unordered_map<std::string, std::size_t> m_known;
};

/// Reads what Packer made; after the first thing that cannot be, everything is zero and is_whole() false.
class Unpacker {
public:
    explicit Unpacker(std::string_view bytes) : m_rest(bytes)
    {
        for (auto left = count(); left > 0; --left) {
            auto const size = number();
            if (size > m_rest.size()) {
                fail();
                return;
            }
            m_texts.push_back(m_rest.substr(0, size));
            m_rest.remove_prefix(size);
        }
    }

    std::uint64_t number()
    {
        auto value = std::uint64_t{0};
        for (unsigned shift = 0; shift < 64 && !m_rest.empty(); shift += 7) {
            auto const byte = static_cast<unsigned char>(m_rest.front());
            m_rest.remove_prefix(1);
            value |= std::uint64_t{byte & 0x7fU} << shift;
            if ((byte & 0x80U) == 0) {
                return value;
            }
        }
        fail();
        return 0;
    }

    /// A number of things that take a byte each at least.
    std::size_t count()
    {
        auto const value = number();
        if (value > m_rest.size()) {
            fail();
            return 0;
        }
        return value;
    }

    std::int64_t id() { return static_cast<std::int64_t>(number()); }

    double real()
    {
        if (m_rest.size() < 8) {
            fail();
            return 0;
        }
        auto raw = std::uint64_t{0};
        for (int byte = 0; byte < 8; ++byte) {
            raw |= std::uint64_t{static_cast<unsigned char>(m_rest[static_cast<std::size_t>(byte)])} << (8 * byte);
        }
        m_rest.remove_prefix(8);
        auto value = 0.0;
        std::memcpy(&value, &raw, sizeof value);
        return value;
    }

    std::string text()
    {
        auto const index = number();
        if (index >= m_texts.size()) {
            fail();
            return {};
        }
        return std::string{m_texts[index]};
    }

    bool is_whole() const { return !m_failed && m_rest.empty(); }
    bool has_failed() const { return m_failed; }

private:
    void fail()
    {
        m_failed = true;
        m_rest = {};
    }

    std::string_view m_rest;
    std::vector<std::string_view> m_texts;
    bool m_failed = false;
};

} // namespace knowwho
