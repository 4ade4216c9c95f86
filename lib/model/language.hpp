// SPDX-License-Identifier: MIT
// The two languages that are first class, and "something else".
#pragma once

namespace knowwho {

enum class Language { unknown, german, english };

/// How the briefing addresses people in German. English knows one form only.
enum class Address { sie, du };

} // namespace knowwho
