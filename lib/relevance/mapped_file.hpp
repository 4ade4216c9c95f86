// SPDX-License-Identifier: MIT
// A large file of a package, looked at without being read.
#pragma once

#include <cstddef>
#include <filesystem>
#include <string_view>

namespace knowwho {

/// The bytes of a file, mapped for reading; empty if it is not there or cannot be read.
class MappedFile {
public:
    explicit MappedFile(std::filesystem::path const& file);
    MappedFile(MappedFile const&) = delete;
    MappedFile& operator=(MappedFile const&) = delete;
    ~MappedFile();

    std::string_view bytes() const noexcept { return {m_data, m_size}; }

private:
    char const* m_data = nullptr;
    std::size_t m_size = 0;
};

} // namespace knowwho
