// SPDX-License-Identifier: MIT
// A folder of one test's own, gone when the test is.
#pragma once

#include <filesystem>
#include <string_view>

namespace knowwho::test {

class TemporaryFolder {
public:
    TemporaryFolder();
    ~TemporaryFolder();
    TemporaryFolder(TemporaryFolder const&) = delete;
    TemporaryFolder& operator=(TemporaryFolder const&) = delete;

    std::filesystem::path const& path() const noexcept { return m_path; }

    /// Writes `bytes` to a file of that name and returns its path.
    std::filesystem::path write(std::string_view name, std::string_view bytes) const;

private:
    std::filesystem::path m_path;
};

} // namespace knowwho::test
