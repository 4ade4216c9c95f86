// SPDX-License-Identifier: MIT
// links: import text
// Any text, repaired, as each of the markups that become Markdown, and as a chat and a feed: must end and must not crash.
#include "import/asciidoc_text.hpp"
#include "import/chat_log.hpp"
#include "import/feed.hpp"
#include "import/latex_text.hpp"
#include "import/org_text.hpp"
#include "import/repaired_text.hpp"
#include "text/charset.hpp"

#include <cstdint>

extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* data, std::size_t size)
{
    auto const text = knowwho::repaired(knowwho::decode({reinterpret_cast<char const*>(data), size}).text);
    knowwho::Texts texts;
    knowwho::org_to_markdown(text);
    knowwho::asciidoc_to_markdown(text);
    knowwho::latex_to_markdown(text);
    knowwho::read_chat(text, texts);
    knowwho::read_feed(text, texts);
    return 0;
}
