// SPDX-License-Identifier: MIT
#include "fetch/compression.hpp"

#include <zlib.h>

namespace knowwho {

std::string compress(std::string_view bytes)
{
    auto length = compressBound(bytes.size());
    auto packed = std::string(length, '\0');
    compress2(reinterpret_cast<Bytef*>(packed.data()), &length, reinterpret_cast<Bytef const*>(bytes.data()), bytes.size(),
        Z_BEST_SPEED);
    packed.resize(length);
    return packed;
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

} // namespace knowwho
