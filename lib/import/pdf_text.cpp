// SPDX-License-Identifier: MIT
#include "import/pdf_text.hpp"

#ifdef KNOWWHO_POPPLER
#include <poppler-document.h>
#include <poppler-global.h>
#include <poppler-page.h>

#include <algorithm>
#include <memory>
#endif

namespace knowwho {

#ifdef KNOWWHO_POPPLER

std::optional<std::string> read_pdf_text(std::string_view bytes)
{
    constexpr int most_pages = 2000;
    if (bytes.size() > (std::size_t{1} << 30)) {
        return std::nullopt;
    }
    poppler::set_debug_error_function([](std::string const&, void*) {}, nullptr);
    std::unique_ptr<poppler::document> const document(poppler::document::load_from_raw_data(bytes.data(), static_cast<int>(bytes.size())));
    if (!document || document->is_locked()) {
        return std::nullopt;
    }
    std::string text;
    for (int index = 0; index < std::min(document->pages(), most_pages); ++index) {
        std::unique_ptr<poppler::page> const page(document->create_page(index));
        if (!page) {
            continue;
        }
        auto const utf8 = page->text(poppler::rectf(), poppler::page::physical_layout).to_utf8();
        text.append(utf8.data(), utf8.size());
        text.push_back('\f');
    }
    return text;
}

#else

std::optional<std::string> read_pdf_text(std::string_view)
{
    return std::nullopt;
}

#endif

} // namespace knowwho
