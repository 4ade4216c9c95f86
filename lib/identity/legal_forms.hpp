// SPDX-License-Identifier: MIT
// The legal form in a written organisation: where it stands, and how it is usually spelt.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace knowwho {

/// What may stand around the parts of a written organisation.
inline constexpr std::string_view around_organisations = " \t,;-|/";

/// A legal form inside a text.
struct Legal {
    std::size_t from = 0; ///< bytes of the text that the form takes
    std::size_t end = 0;
    std::string form;
};

/// Where a part that is a view into the text starts, in bytes.
inline std::size_t offset_of(std::string_view text, std::string_view part) { return static_cast<std::size_t>(part.data() - text.data()); }

/// Blanks of every kind as one, dashes as "-", typographic quotes gone; cut where no name is that long.
std::string unified(std::string_view written);

/// "VDMA", "KIT": mostly capitals, one word.
bool is_acronym(std::string_view text);

/// The usual spelling, if the text is a legal form as a whole; else nullptr.
std::string const* legal_form_of(std::string_view text);

/// The longest legal form at the end; never the whole text.
std::optional<Legal> legal_at_end(std::string_view text);

/// "AB Volvo", "ООО Ромашка", "Oy Karl Fazer Ab".
std::optional<Legal> legal_in_front(std::string_view text);

/// A form that is no word of any language, with something behind it: "Deutsche Bank AG Filiale Frankfurt".
std::optional<Legal> legal_inside(std::string_view text);

} // namespace knowwho
