// SPDX-License-Identifier: MIT
#include "app/review_incoming.hpp"

#include "model/error.hpp"
#include "report/clean_text.hpp"
#include "store/files.hpp"

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <fcntl.h>
#include <fmt/format.h>
#include <string_view>
#include <sys/file.h>
#include <sys/stat.h>
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

constexpr auto mark_name = "review.lock";
constexpr std::string_view folder_prefix = "knowwho-";
constexpr std::size_t folder_name_length = folder_prefix.size() + 6; // as mkdtemp() fills it

/// Locked before it has its name: nobody ever sees the mark of a living process unlocked. -1 if there can be none.
int set_mark(std::filesystem::path const& folder)
{
    auto const unnamed = folder / "review.new";
    auto const mark = ::open(unnamed.c_str(), O_CREAT | O_EXCL | O_RDWR | O_CLOEXEC, 0600);
    if (mark >= 0 && (::flock(mark, LOCK_EX | LOCK_NB) != 0 || ::rename(unnamed.c_str(), (folder / mark_name).c_str()) != 0)) {
        ::close(mark);
        return -1;
    }
    return mark;
}

/// A folder for nobody but this user; links are not followed.
bool is_private_folder(std::filesystem::path const& path)
{
    struct stat found = {};
    return ::lstat(path.c_str(), &found) == 0 && S_ISDIR(found.st_mode) && found.st_uid == ::geteuid() && (found.st_mode & 077) == 0;
}

/// Whether the folder has the mark of a review that lives no more.
bool is_abandoned(std::filesystem::path const& folder)
{
    auto const mark = ::open((folder / mark_name).c_str(), O_RDWR | O_NOFOLLOW | O_CLOEXEC);
    if (mark < 0) {
        return false;
    }
    bool const free = ::flock(mark, LOCK_EX | LOCK_NB) == 0;
    ::close(mark);
    return free;
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
    if (m_mark >= 0) {
        ::close(m_mark);
    }
}

void Incoming::remove_abandoned()
{
    auto error = std::error_code{};
    auto const place = std::filesystem::temp_directory_path(error);
    for (auto entry = std::filesystem::directory_iterator{place, error}; !error && entry != std::filesystem::directory_iterator{}; entry.increment(error)) {
        auto const name = entry->path().filename().string();
        if (name.starts_with(folder_prefix) && name.size() == folder_name_length && is_private_folder(entry->path()) && is_abandoned(entry->path())) {
            remove(entry->path());
        }
    }
}

std::filesystem::path Incoming::keep(std::vector<SentFile> const& files)
{
    if (m_folder.empty()) {
        m_folder = private_folder_of_files();
        m_mark = set_mark(m_folder);
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
