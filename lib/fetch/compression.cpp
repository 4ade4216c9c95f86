// SPDX-License-Identifier: MIT
#include "fetch/compression.hpp"

#include <array>
#include <new>

#include <zlib.h>

namespace knowwho {

struct Compressor::Stream {
    z_stream zlib{};
};

Compressor::Compressor() : m_stream(std::make_unique<Stream>())
{
    if (deflateInit(&m_stream->zlib, Z_BEST_SPEED) != Z_OK) {
        throw std::bad_alloc{};
    }
}

Compressor::~Compressor()
{
    deflateEnd(&m_stream->zlib);
}

std::string Compressor::compress(std::string_view bytes)
{
    auto& zlib = m_stream->zlib;
    deflateReset(&zlib);
    auto const bound = deflateBound(&zlib, static_cast<uLong>(bytes.size()));
    if (m_scratch.size() < bound) {
        m_scratch.resize(bound);
    }
    zlib.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(bytes.data())); // zlib does not write there
    zlib.avail_in = static_cast<uInt>(bytes.size());
    zlib.next_out = reinterpret_cast<Bytef*>(m_scratch.data());
    zlib.avail_out = static_cast<uInt>(m_scratch.size());
    deflate(&zlib, Z_FINISH);
    return m_scratch.substr(0, zlib.total_out);
}

std::optional<std::string> decompress(std::string_view bytes, std::size_t size)
{
    // A damaged notebook must not make us ask for the moon: zlib packs at most 1032 to 1.
    if (size / 1040 > bytes.size()) {
        return std::nullopt;
    }
    auto length = static_cast<uLongf>(size);
    auto text = std::string(size, '\0');
    auto const result = uncompress(reinterpret_cast<Bytef*>(text.data()), &length,
        reinterpret_cast<Bytef const*>(bytes.data()), bytes.size());
    if (result != Z_OK || length != size) {
        return std::nullopt;
    }
    return text;
}

std::optional<std::string> unpacked_file(std::string_view bytes, std::size_t limit)
{
    if (!bytes.starts_with("\x1f\x8b")) {
        return std::string{bytes};
    }
    constexpr auto gzip_only = 16 + MAX_WBITS;
    auto zlib = z_stream{};
    if (inflateInit2(&zlib, gzip_only) != Z_OK) {
        throw std::bad_alloc{};
    }
    zlib.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(bytes.data())); // zlib does not write there
    zlib.avail_in = static_cast<uInt>(bytes.size());
    auto text = std::string{};
    auto piece = std::array<char, std::size_t{1} << 16>{};
    auto result = Z_OK;
    while (result == Z_OK && text.size() <= limit) {
        zlib.next_out = reinterpret_cast<Bytef*>(piece.data());
        zlib.avail_out = static_cast<uInt>(piece.size());
        result = inflate(&zlib, Z_NO_FLUSH);
        text.append(piece.data(), piece.size() - zlib.avail_out);
    }
    inflateEnd(&zlib);
    return result == Z_STREAM_END && text.size() <= limit ? std::optional{std::move(text)} : std::nullopt;
}

} // namespace knowwho
