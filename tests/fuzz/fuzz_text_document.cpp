// SPDX-License-Identifier: MIT
// links: import
// Any text as the inside of a word processor's document, the first byte choosing which; and any bytes as
// the archive itself: must end and must not crash.
#include "import/text_document.hpp"
#include "model/error.hpp"

#include <zip.h>

#include <cstdint>
#include <memory>
#include <string>

namespace {

/// The document as an archive of one file, as a reader gets it.
std::string packed(char const* name, std::string_view content)
{
    zip_error_t error;
    zip_error_init(&error);
    auto* const bytes = zip_source_buffer_create(nullptr, 0, 0, &error);
    zip_source_keep(bytes);
    auto* const archive = zip_open_from_source(bytes, ZIP_TRUNCATE, &error);
    auto* const text = zip_source_buffer(archive, content.data(), content.size(), 0);
    auto const index = zip_file_add(archive, name, text, ZIP_FL_ENC_UTF_8);
    zip_set_file_compression(archive, static_cast<zip_uint64_t>(index), ZIP_CM_STORE, 0);
    zip_close(archive);
    zip_source_open(bytes);
    auto whole = std::string(content.size() + 4096, '\0');
    auto const read = zip_source_read(bytes, whole.data(), whole.size());
    whole.resize(read > 0 ? static_cast<std::size_t>(read) : 0);
    zip_source_close(bytes);
    zip_source_free(bytes);
    return whole;
}

void read(std::string const& bytes)
{
    knowwho::Texts texts;
    try {
        knowwho::read_text_document(bytes, texts);
    } catch (knowwho::Error const&) {
        // refused with a sentence
    }
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* data, std::size_t size)
{
    auto const bytes = std::string{reinterpret_cast<char const*>(data), size};
    if (bytes.starts_with("PK")) {
        read(bytes);
    } else if (!bytes.empty()) {
        auto const word = bytes.front() == 'w';
        read(packed(word ? "word/document.xml" : "content.xml", std::string_view{bytes}.substr(1)));
    }
    return 0;
}
