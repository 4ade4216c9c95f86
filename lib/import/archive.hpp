// SPDX-License-Identifier: MIT
// The only libzip: files of an archive in memory, bounded in what they may unpack to.
#pragma once

#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace knowwho {

/// A zip archive over bytes that must outlive it.
class Archive {
public:
    /// Throws Error (input) if the bytes are no archive that can be read.
    explicit Archive(std::string_view bytes);
    ~Archive();
    Archive(Archive const&) = delete;
    Archive& operator=(Archive const&) = delete;

    bool contains(std::string const& name) const;

    /// Empty if there is no such file. Throws Error (input) for a broken one, and once all files read
    /// together unpack to more than 256 MiB.
    std::optional<std::string> read(std::string const& name);

private:
    struct Handle;
    std::unique_ptr<Handle> m_handle;
    std::size_t m_left;
};

} // namespace knowwho
