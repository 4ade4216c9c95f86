// SPDX-License-Identifier: MIT
#include "relevance/interner.hpp"

#include <functional>

namespace knowwho {
namespace {

constexpr std::size_t first_slots = 1024; // a power of two, as all sizes
constexpr std::size_t block_bytes = std::size_t{1} << 16;

/// The bits that do not choose the slot.
std::uint32_t short_hash(std::size_t hash) noexcept { return static_cast<std::uint32_t>(hash >> 32); }

} // namespace

Interner::Interner() : m_slots(first_slots) {}

std::size_t Interner::slot_of(std::string_view text, std::size_t hash) const noexcept
{
    auto const mask = m_slots.size() - 1;
    auto slot = hash & mask;
    while (m_slots[slot].term != no_term && !(m_slots[slot].hash == short_hash(hash) && m_texts[m_slots[slot].term] == text)) {
        slot = (slot + 1) & mask;
    }
    return slot;
}

TermId Interner::find(std::string_view text) const noexcept
{
    return m_slots[slot_of(text, std::hash<std::string_view>{}(text))].term;
}

TermId Interner::add(std::string_view text)
{
    auto const hash = std::hash<std::string_view>{}(text);
    auto const slot = slot_of(text, hash);
    if (m_slots[slot].term != no_term) {
        return m_slots[slot].term;
    }
    auto const term = static_cast<TermId>(m_texts.size());
    m_texts.push_back(keep(text));
    m_slots[slot] = {term, short_hash(hash)};
    if (m_texts.size() * 2 > m_slots.size()) {
        grow();
    }
    return term;
}

std::string_view Interner::keep(std::string_view text)
{
    if (m_blocks.empty() || m_blocks.back().capacity() - m_blocks.back().size() < text.size()) {
        m_blocks.emplace_back().reserve(std::max(block_bytes, text.size()));
    }
    auto& block = m_blocks.back(); // never grows beyond its capacity, so views stay valid
    auto const begin = block.size();
    block.append(text);
    return std::string_view{block}.substr(begin);
}

void Interner::grow()
{
    m_slots.assign(m_slots.size() * 2, Slot{});
    for (TermId term = 0; term < m_texts.size(); ++term) {
        auto const hash = std::hash<std::string_view>{}(m_texts[term]);
        m_slots[slot_of(m_texts[term], hash)] = {term, short_hash(hash)};
    }
}

} // namespace knowwho
