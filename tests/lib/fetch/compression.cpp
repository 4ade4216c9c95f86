// SPDX-License-Identifier: MIT
// Bodies packed for the cache, and files that come packed.
#include "fetch/compression.hpp"

#include <boost/test/unit_test.hpp>
#include <zlib.h>

namespace knowwho {
BOOST_AUTO_TEST_SUITE(compression)
namespace {

std::string gzipped(std::string text)
{
    auto zlib = z_stream{};
    deflateInit2(&zlib, Z_BEST_COMPRESSION, Z_DEFLATED, 16 + MAX_WBITS, 8, Z_DEFAULT_STRATEGY);
    auto packed = std::string(deflateBound(&zlib, text.size()), '\0');
    zlib.next_in = reinterpret_cast<Bytef*>(text.data());
    zlib.avail_in = static_cast<uInt>(text.size());
    zlib.next_out = reinterpret_cast<Bytef*>(packed.data());
    zlib.avail_out = static_cast<uInt>(packed.size());
    deflate(&zlib, Z_FINISH);
    packed.resize(zlib.total_out);
    deflateEnd(&zlib);
    return packed;
}

} // namespace

BOOST_AUTO_TEST_CASE(what_is_packed_comes_back_and_what_is_damaged_does_not)
{
    auto const text = std::string(100'000, 'x') + "Grüße";
    auto const packed = Compressor{}.compress(text);
    BOOST_TEST(packed.size() < 1000);
    BOOST_TEST(decompress(packed, text.size()).value() == text);
    BOOST_TEST(!decompress(packed, text.size() - 1));
    BOOST_TEST(!decompress("kein zlib", 100));
    BOOST_TEST(!decompress(packed, std::size_t{1} << 40)); // a lie about the size asks for no memory
}

BOOST_AUTO_TEST_CASE(packed_files_are_unpacked_up_to_a_limit)
{
    auto const text = std::string(200'000, 'x');
    auto const packed = gzipped(text);
    BOOST_TEST(unpacked_file(packed, 1 << 20).value() == text);
    BOOST_TEST(!unpacked_file(packed, 100'000));
    BOOST_TEST(!unpacked_file(packed.substr(0, packed.size() / 2), 1 << 20));
    BOOST_TEST(unpacked_file("<urlset/>", 1 << 20).value() == "<urlset/>");
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace knowwho
