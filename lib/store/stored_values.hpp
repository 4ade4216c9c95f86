// SPDX-License-Identifier: MIT
// How values of the model look inside a column, both ways. For `store/` only.
#pragma once

#include "model/date.hpp"
#include "model/language.hpp"
#include "model/name.hpp"
#include "model/roster.hpp"
#include "model/snippet.hpp"

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace knowwho {

std::int64_t stored(Instant instant);
Instant stored_instant(std::int64_t seconds);

/// ISO 8601, or empty.
std::string stored(std::optional<PartialDate> const& date);

std::string_view stored(Salutation salutation);
Salutation stored_salutation(std::string_view text);

std::string_view stored(AttendanceStatus status);
AttendanceStatus stored_status(std::string_view text);

std::string_view stored(Language language);
Language stored_language(std::string_view text);

std::string_view stored(PageKind kind);
PageKind stored_page_kind(std::string_view text);

std::string_view stored(LinkState state);
LinkState stored_link_state(std::string_view text);

/// JSON; text that is not UTF-8 gets replacement characters.
std::string stored(PersonName const& name);
std::string stored_parts(std::array<std::string_view, 9> const& parts, double confidence); ///< of a name, as the above writes them
PersonName stored_name(std::string_view json);
std::string stored(std::span<RawCell const> cells);
std::vector<RawCell> stored_cells(std::string_view json);
std::string stored(std::span<Talk const> talks);
std::vector<Talk> stored_talks(std::string_view json);
std::string stored(std::span<std::string const> texts);
std::vector<std::string> stored_texts(std::string_view json);
std::string stored(std::span<LinkSignal const> signals);
std::vector<LinkSignal> stored_signals(std::string_view json);

} // namespace knowwho
