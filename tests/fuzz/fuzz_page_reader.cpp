// SPDX-License-Identifier: MIT
// links: enrich
// Any bytes as a page: must end, must not crash, and every line must lie in the text.
#include "enrich/page_reader.hpp"
#include "text/sentences.hpp"

#include <cassert>
#include <cstdint>

extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* data, std::size_t size)
{
    using namespace knowwho;
    std::string_view const bytes{reinterpret_cast<char const*>(data), size};
    auto const reading = read_page(bytes, "page.html", Instant{std::chrono::seconds{1790000000}});
    for (auto const& line : reading.lines) {
        assert(line.begin <= line.end && line.end < reading.page.text.size());
    }
    for (auto const& sentence : split_sentences(reading.page.text)) {
        assert(sentence.begin < sentence.end && sentence.end <= reading.page.text.size());
    }
    return 0;
}
