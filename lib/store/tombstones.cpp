// SPDX-License-Identifier: MIT
#include "store/tombstones.hpp"

#include "store/query.hpp"
#include "store/settings.hpp"
#include "store/stored_values.hpp"
#include "text/sha256.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace knowwho {
namespace {

constexpr std::string_view salt_setting = "tombstone_salt";

std::string in_hexadecimal(std::string_view bytes)
{
    auto text = std::string{};
    for (char const byte : bytes) {
        text += fmt::format("{:02x}", static_cast<unsigned char>(byte));
    }
    return text;
}

} // namespace

void add_tombstones(Notebook& notebook, std::span<std::string const> keys, std::string_view salt_if_new, Instant now)
{
    auto salt = setting(notebook, salt_setting);
    if (salt.empty()) {
        salt = in_hexadecimal(salt_if_new);
        save_setting(notebook, salt_setting, salt);
    }
    for (auto const& key : keys) {
        Query{notebook, "INSERT INTO tombstone (hash, forgotten_at) VALUES (?, ?) ON CONFLICT (hash) DO NOTHING"}
            .bind(sha256(salt + key), stored(now))
            .run();
    }
}

Tombstones::Tombstones(Notebook const& notebook) : m_salt(setting(notebook, salt_setting))
{
    auto query = Query{notebook, "SELECT hash FROM tombstone"};
    while (query.next()) {
        m_hashes.insert(query.text(0));
    }
}

bool Tombstones::covers(std::span<std::string const> keys) const
{
    return !m_hashes.empty() && std::ranges::any_of(keys, [&](std::string const& key) { return m_hashes.contains(sha256(m_salt + key)); });
}

} // namespace knowwho
