// SPDX-License-Identifier: MIT
// Which format a file has, from its content alone.
#pragma once

#include <string_view>

namespace knowwho {

enum class ListFormat { delimited, html, json, schedule, feed, vcard, calendar, chat, markdown, org, asciidoc, latex, xml, wiki };

/// What the first bytes of a binary file say it is: "an Excel workbook of the old kind (.xls)";
/// empty for text of any encoding.
std::string_view binary_kind(std::string_view bytes);

/// Looks at the decoded text.
ListFormat find_format(std::string_view text);

} // namespace knowwho
