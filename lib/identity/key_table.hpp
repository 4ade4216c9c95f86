// SPDX-License-Identifier: MIT
// A table from short keys to small values: quick to fill, and to ask without missing the cache.
#pragma once

#include <bit>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace knowwho {

/// Open addressing over an index of four bytes an entry, of which one is a tag of the key's hash: what
/// is not in the table mostly costs a single look. Keys have 1 to 255 bytes; there are fewer than 2^24.
template <typename Value>
class KeyTable {
public:
    explicit KeyTable(std::size_t expected = 16) : m_index(std::bit_ceil(expected * 2 + 16)) {}

    /// The value of a key, made if it is new. Valid until the next add(). Longer keys are cut.
    Value& add(std::string_view key)
    {
        key = key.substr(0, 255);
        if (m_entries.size() * 2 >= m_index.size()) {
            grow();
        }
        auto const hash = hash_of(key);
        auto& place = m_index[place_of(key, hash)];
        if (place == 0) {
            m_entries.push_back({static_cast<std::uint32_t>(m_letters.size()), hash, static_cast<std::uint8_t>(key.size()), Value{}});
            m_letters += key;
            place = tag_of(hash) | static_cast<std::uint32_t>(m_entries.size());
        }
        return m_entries[(place & number_mask) - 1].value;
    }

    Value const* find(std::string_view key) const
    {
        if (key.empty() || key.size() > 255) {
            return nullptr;
        }
        auto const place = m_index[place_of(key, hash_of(key))];
        return place == 0 ? nullptr : &m_entries[(place & number_mask) - 1].value;
    }

    std::size_t size() const noexcept { return m_entries.size(); }

    /// All keys with their values, in the order in which they were added.
    template <typename Take>
    void for_each(Take take) const
    {
        for (auto const& entry : m_entries) {
            take(std::string_view{m_letters}.substr(entry.start, entry.length), entry.value);
        }
    }

private:
    struct Entry {
        std::uint32_t start = 0;
        std::uint32_t hash = 0;
        std::uint8_t length = 0;
        Value value;
    };
    static constexpr std::uint32_t number_mask = 0xFFFFFF;

    /// Eight bytes at a time, multiplied and mixed; a shorter rest is filled up with zeros and its length.
    static std::uint32_t hash_of(std::string_view key)
    {
        constexpr auto odd = std::uint64_t{0x9E3779B97F4A7C15U};
        auto hash = key.size() * odd;
        auto word = std::uint64_t{0};
        for (; key.size() > sizeof word; key.remove_prefix(sizeof word)) {
            std::memcpy(&word, key.data(), sizeof word);
            hash = mixed((hash ^ word) * odd);
        }
        word = 0;
        std::memcpy(&word, key.data(), key.size());
        return static_cast<std::uint32_t>(mixed((hash ^ word) * odd));
    }

    static std::uint64_t mixed(std::uint64_t bits) { return bits ^ (bits >> 32); }

    static std::uint32_t tag_of(std::uint32_t hash) { return hash & ~number_mask; }

    std::size_t place_of(std::string_view key, std::uint32_t hash) const
    {
        auto const mask = m_index.size() - 1;
        auto at = hash & mask;
        while (m_index[at] != 0 && !is(m_index[at], key, hash)) {
            at = (at + 1) & mask;
        }
        return at;
    }

    bool is(std::uint32_t place, std::string_view key, std::uint32_t hash) const
    {
        if ((place & ~number_mask) != tag_of(hash)) {
            return false;
        }
        auto const& entry = m_entries[(place & number_mask) - 1];
        return entry.length == key.size() && std::memcmp(m_letters.data() + entry.start, key.data(), key.size()) == 0;
    }

    void grow()
    {
        auto const old = std::move(m_index);
        m_index.assign(old.size() * 2, 0);
        auto const mask = m_index.size() - 1;
        for (auto const place : old) {
            if (place != 0) {
                auto at = m_entries[(place & number_mask) - 1].hash & mask;
                while (m_index[at] != 0) {
                    at = (at + 1) & mask;
                }
                m_index[at] = place;
            }
        }
    }

    std::vector<std::uint32_t> m_index; ///< 0 is free; else tag and number of the entry, from 1
    std::vector<Entry> m_entries;
    std::string m_letters;
};

} // namespace knowwho
