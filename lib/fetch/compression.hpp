// SPDX-License-Identifier: MIT
// Bodies as the cache keeps them: zlib (RFC 1950), quick rather than small.
#pragma once

#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace knowwho {

/// Keeps zlib's 256 KiB of tables from one body to the next: to get them anew costs more than the packing.
class Compressor {
public:
    Compressor();
    ~Compressor();

    std::string compress(std::string_view bytes);

private:
    struct Stream;
    std::unique_ptr<Stream> m_stream;
    std::string m_scratch;
};

/// The bytes again; `size` is what they were before. Empty if they are not what Compressor made.
std::optional<std::string> decompress(std::string_view bytes, std::size_t size);

/// A file packed with gzip (RFC 1952), such as a site map, unpacked; other bytes as they are. Empty if it is
/// damaged or gives more than `limit` bytes.
std::optional<std::string> unpacked_file(std::string_view bytes, std::size_t limit);

} // namespace knowwho
