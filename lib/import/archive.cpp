// SPDX-License-Identifier: MIT
#include "import/archive.hpp"

#include "model/error.hpp"

#include <zip.h>

#include <algorithm>

namespace knowwho {
namespace {

constexpr std::size_t most_unpacked = std::size_t{256} << 20;
constexpr std::size_t block_size = 1 << 18;

[[noreturn]] void refuse(std::string const& why)
{
    throw Error(ExitCode::input, "the workbook can't be unpacked: " + why, "open it in a spreadsheet program and save it again, or as CSV");
}

struct CloseFile {
    void operator()(zip_file_t* file) const { zip_fclose(file); }
};

} // namespace

struct Archive::Handle {
    zip_t* zip = nullptr;
    ~Handle()
    {
        if (zip != nullptr) {
            zip_discard(zip);
        }
    }
};

Archive::Archive(std::string_view bytes) : m_handle(std::make_unique<Handle>()), m_left(most_unpacked)
{
    zip_error_t error;
    zip_error_init(&error);
    auto* source = zip_source_buffer_create(bytes.data(), bytes.size(), 0, &error);
    m_handle->zip = source == nullptr ? nullptr : zip_open_from_source(source, ZIP_RDONLY, &error);
    if (m_handle->zip == nullptr) {
        std::string const why = zip_error_strerror(&error);
        if (source != nullptr) {
            zip_source_free(source);
        }
        zip_error_fini(&error);
        refuse(why);
    }
    zip_error_fini(&error);
}

Archive::~Archive() = default;

bool Archive::contains(std::string const& name) const
{
    return zip_name_locate(m_handle->zip, name.c_str(), 0) >= 0;
}

std::optional<std::string> Archive::read(std::string const& name)
{
    auto const index = zip_name_locate(m_handle->zip, name.c_str(), 0);
    if (index < 0) {
        return std::nullopt;
    }
    std::unique_ptr<zip_file_t, CloseFile> const file(zip_fopen_index(m_handle->zip, static_cast<zip_uint64_t>(index), 0));
    if (!file) {
        refuse(zip_strerror(m_handle->zip));
    }
    std::string content;
    for (;;) {
        auto const before = content.size();
        content.resize(before + block_size);
        auto const count = zip_fread(file.get(), content.data() + before, block_size);
        if (count < 0) {
            refuse("'" + name + "' is broken");
        }
        content.resize(before + static_cast<std::size_t>(count));
        if (count == 0) {
            return content;
        }
        if (static_cast<std::size_t>(count) > m_left) {
            refuse("it would unpack to more than 256 MiB");
        }
        m_left -= static_cast<std::size_t>(count);
    }
}

} // namespace knowwho
