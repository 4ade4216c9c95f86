// SPDX-License-Identifier: MIT
// What the reader made of a list: the people, how their columns were understood, and the problems.
#pragma once

#include "model/problem.hpp"
#include "model/roster.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace knowwho {

/// What a column of a list can mean. The words of data/lexicon/column_headers.tsv are these names.
enum class Field {
    name,
    given,
    middle,
    family,
    salutation,
    title,
    suffix,
    nickname,
    maiden,
    organisation,
    unit,
    role,
    email,
    phone,
    website,
    place,
    country,
    about,
    interests,
    status,
    talk,
    talk_abstract,
    talk_room,
    talk_starts,
    talk_ends,
    category, ///< ticket type, attendee or speaker
    ignored,  ///< known to say nothing about the person: order numbers, prices, time stamps
};

/// "given", "talk_room", ...: for messages, --map and JSON.
std::string_view to_text(Field field);

/// The field of that name, or of a usual German or English word for it; empty if there is none.
std::optional<Field> parse_field(std::string_view word);

/// One column as it was understood.
struct ColumnUse {
    std::string header;         ///< as written; empty where the list has none
    std::optional<Field> field; ///< empty: its meaning is unknown, the cells are kept in `others`
    double confidence = 0;      ///< 0 to 1
    std::vector<std::string> samples; ///< up to three different values
};

struct ListReading {
    std::string file;     ///< base name
    std::string format;   ///< "csv", "html", "xlsx", ...
    std::string encoding; ///< "UTF-8", "windows-1252", ...; empty for binary formats
    std::string dialect;  ///< for people: "semicolons, quoted cells, header in line 4"
    std::vector<std::string> titles; ///< of the file, and what stands above the first header
    std::vector<std::string> sheets; ///< of a workbook, hidden ones too
    std::string content_hash;
    int header_line = 0;  ///< of the first table; 0 if there is none
    std::vector<ColumnUse> columns; ///< of the table with most people
    std::vector<RosterRow> rows;
    std::vector<Problem> problems; ///< in the order of the file
};

} // namespace knowwho
