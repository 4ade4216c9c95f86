// SPDX-License-Identifier: MIT
// Table `tombstone`: who must not come back, as salted hashes that nobody can read back.
#pragma once

#include "model/date.hpp"

#include <span>
#include <string>
#include <string_view>
#include <unordered_set>

namespace knowwho {

class Notebook;

/// Lays a stone for each key. The notebook keeps its first salt: 16 random bytes or more are wanted
/// in `salt_if_new`, which counts only for the first stone.
void add_tombstones(Notebook& notebook, std::span<std::string const> keys, std::string_view salt_if_new, Instant now);

/// All stones, read once.
class Tombstones {
public:
    explicit Tombstones(Notebook const& notebook);

    bool empty() const noexcept { return m_hashes.empty(); }

    /// Whether one of the keys has a stone.
    bool covers(std::span<std::string const> keys) const;

private:
    std::string m_salt;
    std::unordered_set<std::string> m_hashes;
};

} // namespace knowwho
