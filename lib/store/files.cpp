// SPDX-License-Identifier: MIT
#include "store/files.hpp"

#include "model/error.hpp"

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <cstring>
#include <fcntl.h>
#include <fmt/format.h>
#include <poll.h>
#include <sys/stat.h>
#include <system_error>
#include <unistd.h>

namespace knowwho {
namespace {

namespace fs = std::filesystem;

/// Closes a file descriptor.
class Descriptor {
public:
    explicit Descriptor(int number) noexcept : m_number(number) {}
    ~Descriptor() { close(); }
    Descriptor(Descriptor const&) = delete;
    Descriptor& operator=(Descriptor const&) = delete;

    int number() const noexcept { return m_number; }
    bool close() noexcept
    {
        int const number = m_number;
        m_number = -1;
        return number <= 2 || ::close(number) == 0;
    }

private:
    int m_number;
};

Error unreadable(fs::path const& path, int cause)
{
    if (cause == ENOENT) {
        return {ExitCode::input, fmt::format("there is no file '{}'", path.string()), "check the name and the folder"};
    }
    return {ExitCode::input, fmt::format("'{}' cannot be read: {}", path.string(), std::strerror(cause)), "check the rights of the file and its folder"};
}

Error unwritable(fs::path const& path, int cause)
{
    if (cause == ENOSPC || cause == EDQUOT || cause == EFBIG) {
        return {ExitCode::input, fmt::format("the disk is full: '{}' could not be written", path.string()),
            "make room, or name another place; an earlier version of the file is unchanged"};
    }
    return {ExitCode::input, fmt::format("'{}' cannot be written: {}", path.string(), std::strerror(cause)),
        "name another place with -o"};
}

/// Waits until there is something to read, or the end; looks at the watch now and then.
void wait_for(int descriptor, Watch const& watch)
{
    constexpr int milliseconds = 100;
    auto awaited = ::pollfd{descriptor, POLLIN, 0};
    do {
        watch.check();
    } while (::poll(&awaited, 1, milliseconds) == 0);
}

/// What is there to be read, at most so many bytes; nothing at the end.
std::string_view read_some(int descriptor, fs::path const& path, std::string& buffer, Watch const& watch)
{
    while (true) {
        wait_for(descriptor, watch);
        auto const got = ::read(descriptor, buffer.data(), buffer.size());
        if (got >= 0) {
            return std::string_view{buffer}.substr(0, static_cast<std::size_t>(got));
        }
        if (errno != EINTR) {
            throw unreadable(path, errno);
        }
    }
}

bool is_folder(fs::path const& path)
{
    auto unknown = std::error_code{};
    return fs::is_directory(path, unknown);
}

/// Opens for reading; "-" is standard input.
int open_to_read(fs::path const& path)
{
    if (path == "-") {
        return STDIN_FILENO;
    }
    if (is_folder(path)) {
        throw Error{ExitCode::input, fmt::format("'{}' is a folder, not a file", path.string()),
            "name the file itself"};
    }
    auto const descriptor = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
    if (descriptor < 0) {
        throw unreadable(path, errno);
    }
    return descriptor;
}

std::string read_all(int descriptor, fs::path const& path, std::size_t limit, Watch const& watch)
{
    auto bytes = std::string{};
    struct ::stat state {};
    if (::fstat(descriptor, &state) == 0 && S_ISREG(state.st_mode)) {
        bytes.reserve(std::min(static_cast<std::size_t>(state.st_size), limit) + 1);
    }
    auto buffer = std::string(std::size_t{1} << 16, '\0');
    while (true) {
        auto const got = read_some(descriptor, path, buffer, watch);
        if (got.empty()) {
            return bytes;
        }
        bytes += got;
        if (bytes.size() > limit) {
            throw Error{ExitCode::input, fmt::format("'{}' is larger than {} MB", path.string(), limit >> 20),
                "split it, or leave out what is not needed"};
        }
    }
}

bool write_all(int descriptor, std::string_view bytes)
{
    while (!bytes.empty()) {
        auto const put = ::write(descriptor, bytes.data(), bytes.size());
        if (put < 0 && errno == EINTR) {
            continue;
        }
        if (put < 0) {
            return false;
        }
        bytes.remove_prefix(static_cast<std::size_t>(put));
    }
    return true;
}

/// What a link points at: it stays a link.
fs::path behind_links(fs::path const& path)
{
    auto failure = std::error_code{};
    auto target = fs::canonical(path, failure);
    return failure ? path : target;
}

/// A device or a pipe: nothing can be put in its place.
bool is_special(fs::path const& path)
{
    auto unknown = std::error_code{};
    auto const type = fs::status(path, unknown).type();
    return type == fs::file_type::character || type == fs::file_type::block || type == fs::file_type::fifo || type == fs::file_type::socket;
}

/// Opens a new file beside `path` and tells its name; below 0 if there can be none.
int open_beside(fs::path const& path, std::string& name)
{
    auto descriptor = -1;
    for (int attempt = 0; descriptor < 0 && (attempt == 0 || errno == EEXIST); ++attempt) {
        name = fmt::format("{}.{}.{}", path.string(), ::getpid(), attempt);
        descriptor = ::open(name.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
    }
    return descriptor;
}

/// Gives a new file the rights of the one that it replaces, if there is one.
bool take_rights(fs::path const& replaced, int descriptor)
{
    struct ::stat state {};
    return ::stat(replaced.c_str(), &state) != 0 || ::fchmod(descriptor, state.st_mode & 07777) == 0;
}

void write_through(fs::path const& path, std::string_view bytes)
{
    auto file = Descriptor{::open(path.c_str(), O_WRONLY | O_CLOEXEC)};
    if (file.number() < 0 || !write_all(file.number(), bytes) || !file.close()) {
        throw unwritable(path, errno);
    }
}

void replace(fs::path const& path, std::string_view bytes)
{
    auto const target = behind_links(path);
    auto beside = std::string{};
    auto file = Descriptor{open_beside(target, beside)};
    if (file.number() < 0) {
        throw unwritable(path, errno);
    }
    if (!take_rights(target, file.number()) || !write_all(file.number(), bytes) || ::fsync(file.number()) != 0 || !file.close()
        || ::rename(beside.c_str(), target.c_str()) != 0) {
        auto const cause = errno;
        ::unlink(beside.c_str());
        throw unwritable(path, cause);
    }
}

} // namespace

std::string read_file(fs::path const& path, std::size_t limit, Watch const& watch)
{
    auto const file = Descriptor{open_to_read(path)};
    return read_all(file.number(), path == "-" ? fs::path{"standard input"} : path, limit, watch);
}

FileReader::FileReader(fs::path const& path, Watch const& watch)
    : m_path(path == "-" ? fs::path{"standard input"} : path), m_watch(watch), m_descriptor(open_to_read(path))
{
    struct ::stat state {};
    if (::fstat(m_descriptor, &state) == 0 && S_ISREG(state.st_mode)) {
        m_size = state.st_size;
    }
}

FileReader::~FileReader() { Descriptor{m_descriptor}.close(); }

std::string FileReader::read(std::size_t most)
{
    auto buffer = std::string(most, '\0');
    buffer.resize(read_some(m_descriptor, m_path, buffer, m_watch).size());
    return buffer;
}

void write_file(fs::path const& path, std::string_view bytes)
{
    if (is_folder(path)) {
        throw Error{ExitCode::input, fmt::format("'{}' is a folder: the result needs a file name", path.string()),
            "add a file name to it"};
    }
    if (is_special(path)) {
        write_through(path, bytes);
    } else {
        replace(path, bytes);
    }
}

} // namespace knowwho
