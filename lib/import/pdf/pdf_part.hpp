// SPDX-License-Identifier: MIT
// What reads PDFs is a part of its own, loaded when one comes: with poppler come two dozen libraries, and each start
// of the program would wait for them.
#pragma once

#include <cstddef>

namespace knowwho {

/// Called once with the whole text as UTF-8, pages parted by form feeds.
using TakePdfText = void (*)(char const* text, std::size_t size, void* context);

enum class PdfState : int { read, locked, broken };

/// The one function of the part, `knowwho_read_pdf`: takes the text of at most 2,000 pages, unless the file is locked or broken.
using ReadPdf = PdfState (*)(char const* bytes, std::size_t size, TakePdfText take, void* context);

} // namespace knowwho
