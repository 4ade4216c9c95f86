// SPDX-License-Identifier: MIT
#include "import/pdf/pdf_part.hpp"

#include <algorithm>
#include <memory>
#include <poppler-document.h>
#include <poppler-global.h>
#include <poppler-page.h>
#include <string>

using knowwho::PdfState;

extern "C" __attribute__((visibility("default"))) PdfState knowwho_read_pdf(char const* bytes, std::size_t size, knowwho::TakePdfText take, void* context)
{
    constexpr int most_pages = 2000;
    if (size > (std::size_t{1} << 30)) {
        return PdfState::broken;
    }
    poppler::set_debug_error_function([](std::string const&, void*) {}, nullptr);
    std::unique_ptr<poppler::document> const document(poppler::document::load_from_raw_data(bytes, static_cast<int>(size)));
    if (!document || document->is_locked()) {
        return document ? PdfState::locked : PdfState::broken;
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
    take(text.data(), text.size(), context);
    return PdfState::read;
}
