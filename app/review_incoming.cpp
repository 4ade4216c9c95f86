// SPDX-License-Identifier: MIT
#include "app/review_incoming.hpp"

#include "model/error.hpp"
#include "report/clean_text.hpp"
#include "store/files.hpp"

#include <algorithm>
#include <cstdlib>
#include <fmt/format.h>
#include <system_error>
#include <unistd.h>

namespace knowwho::review {
namespace {

/// The last bytes of a name, with its ending, from a whole character on.
std::string last_bytes(std::string name, std::size_t most)
{
    auto at = name.size() > most ? name.size() - most : 0;
    while (at < name.size() && (static_cast<unsigned char>(name[at]) & 0xc0) == 0x80) {
        ++at;
    }
    return name.substr(at);
}

std::filesystem::path private_folder_of_files()
{
    auto pattern = (std::filesystem::temp_directory_path() / "knowwho-XXXXXX").string();
    if (::mkdtemp(pattern.data()) == nullptr) { // mode 0700
        throw Error{ExitCode::input, "there is no room for the files that were sent", "look at the folder for temporary files (TMPDIR)"};
    }
    return pattern;
}

} // namespace

std::string harmless_name(std::string_view name)
{
    constexpr std::size_t longest = 120;
    auto clean = clean_line(name);
    std::ranges::replace_if(clean, [](char c) { return c == '/' || c == '\\' || c == ':'; }, '_');
    clean = last_bytes(std::move(clean), longest);
    clean.erase(0, clean.find_first_not_of(". "));
    return clean.empty() ? "file" : clean;
}

Incoming::~Incoming()
{
    remove(m_folder);
}

std::filesystem::path Incoming::keep(std::vector<SentFile> const& files)
{
    if (m_folder.empty()) {
        m_folder = private_folder_of_files();
    }
    auto folder = m_folder / std::to_string(++m_count);
    std::filesystem::create_directory(folder);
    for (auto const& file : files) {
        auto const name = harmless_name(file.name);
        auto path = folder / name;
        for (int copy = 2; std::filesystem::exists(path); ++copy) {
            path = folder / fmt::format("{}-{}", copy, name);
        }
        write_file(path, file.bytes);
    }
    return folder;
}

void Incoming::remove(std::filesystem::path const& folder)
{
    auto ignored = std::error_code{};
    if (!folder.empty()) {
        std::filesystem::remove_all(folder, ignored);
    }
}

} // namespace knowwho::review
