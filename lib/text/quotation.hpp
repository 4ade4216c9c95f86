// SPDX-License-Identifier: MIT
// Quotation marks as German and English set them, and what becomes of those inside a quoted text.
#pragma once

#include "model/language.hpp"

#include <string>
#include <string_view>

namespace knowwho {

struct QuotationMarks {
    std::string_view open, close, inner_open, inner_close;
};

/// „ “ ‚ ‘ in German, “ ” ‘ ’ in any other language.
QuotationMarks quotation_marks(Language language) noexcept;

/// Double quotation marks of any kind as single ones: for a text that is itself put in quotes.
std::string inner_quotes(std::string_view text, Language language);

/// The text in quotation marks; its own become single ones.
std::string in_quotes(std::string_view text, Language language);

} // namespace knowwho
