// SPDX-License-Identifier: MIT
// The two languages that are first class, and "something else".
#pragma once

namespace knowwho {

enum class Language { unknown, german, english };

/// The one that it is not: German for English and for unknown.
constexpr Language other_language(Language language) noexcept { return language == Language::german ? Language::english : Language::german; }

/// How the briefing addresses people in German. English knows one form only.
enum class Address { sie, du };

} // namespace knowwho
