// SPDX-License-Identifier: MIT
#include "import/find_people.hpp"

#include "import/asciidoc_text.hpp"
#include "import/broken_document.hpp"
#include "import/cards.hpp"
#include "import/cell_evidence.hpp"
#include "import/chat_log.hpp"
#include "import/data_document.hpp"
#include "import/delimited.hpp"
#include "import/feed.hpp"
#include "import/format.hpp"
#include "import/found_tables.hpp"
#include "import/grouped_rows.hpp"
#include "import/header_row.hpp"
#include "import/json_records.hpp"
#include "import/labelled_text.hpp"
#include "import/latex_text.hpp"
#include "import/mail_text.hpp"
#include "import/markdown_list.hpp"
#include "import/open_document.hpp"
#include "import/org_text.hpp"
#include "import/pdf_text.hpp"
#include "import/person_line.hpp"
#include "import/read_html.hpp"
#include "import/read_text.hpp"
#include "import/repaired_text.hpp"
#include "import/schedule_xml.hpp"
#include "import/text_document.hpp"
#include "import/wiki_table.hpp"
#include "import/workbook.hpp"
#include "import/xml_records.hpp"
#include "model/error.hpp"
#include "text/charset.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace knowwho {
namespace {

constexpr std::ptrdiff_t most_cells = 1'000'000;
constexpr std::size_t rows_looked_at = 200; // of a table, for gaps in its cells

std::string in_quotes(std::string_view file_name) { return fmt::format("'{}'", file_name); }

/// Text that is none: pictures and programs decode to something, but to control characters.
bool looks_binary(std::string_view text)
{
    auto const head = text.substr(0, 65536);
    auto const controls = std::count_if(head.begin(), head.end(), [](char c) {
        return static_cast<unsigned char>(c) < 0x20 && c != '\n' && c != '\r' && c != '\t' && c != '\f' && c != '\v';
    });
    return controls * 50 > std::ptrdiff_t(head.size());
}

} // namespace

Decoded decode_list(std::string_view file_name, std::string_view bytes, ReadOptions const& options)
{
    if (trim(bytes).empty()) {
        throw Error(ExitCode::input, fmt::format("{} is empty", in_quotes(file_name)), "export the list again");
    }
    if (auto const kind = binary_kind(bytes); !kind.empty()) {
        throw Error(ExitCode::input, fmt::format("{} is {}, which is no list that can be read", in_quotes(file_name), kind),
                    "save or export it as CSV or as a web page");
    }
    auto decoded = decode(bytes, declared_charset(bytes), options.encoding);
    decoded.text = repaired(std::move(decoded.text));
    if (looks_binary(decoded.text)) {
        throw Error(ExitCode::input, fmt::format("{} is not text", in_quotes(file_name)), "export the list as CSV or as a web page");
    }
    return decoded;
}

std::string describe(Dialect const& dialect, int header_line)
{
    return fmt::format("{}, {}", delimiter_word(dialect.delimiter), header_line == 0 ? "no header" : fmt::format("header in line {}", header_line));
}

FoundTables read_delimited(std::string_view text, ReadOptions const& options, Texts& texts)
{
    FoundTables found;
    auto const dialect = find_dialect(text, options.delimiter);
    auto raw = split_delimited(text, dialect, texts, found.problems);
    found.format = dialect.delimiter == '\t' ? "tsv" : "csv";
    found.tables = find_headers(std::move(raw), found.problems);
    auto const header = found.tables.front().header_line;
    found.dialect = describe(dialect, header);
    return found;
}

namespace {

/// Markup that was written as Markdown.
FoundTables read_markup(std::string markdown, std::string_view format, Texts& texts)
{
    auto found = read_markdown(texts.keep(std::move(markdown)), texts);
    found.format = format;
    return found;
}

/// What the format says; a file that is no table of people after all is read as plain text.
FoundTables find_tables(std::string_view text, ReadOptions const& options, Texts& texts)
{
    switch (find_format(text)) {
    case ListFormat::html:
        return read_html(text, texts);
    case ListFormat::json:
        return read_json(text, texts);
    case ListFormat::wiki:
        return read_wiki_tables(text);
    case ListFormat::xml:
        return read_xml(text, texts);
    case ListFormat::schedule:
        return read_schedule(text, texts);
    case ListFormat::feed:
        return read_feed(text, texts);
    case ListFormat::chat:
        return read_chat(text, texts);
    case ListFormat::org:
        return read_markup(org_to_markdown(text), "org", texts);
    case ListFormat::asciidoc:
        return read_markup(asciidoc_to_markdown(text), "asciidoc", texts);
    case ListFormat::latex:
        return read_markup(latex_to_markdown(text), "latex", texts);
    case ListFormat::vcard:
        return read_vcards(text, texts);
    case ListFormat::calendar:
        return read_calendar(text, texts);
    case ListFormat::markdown:
        return read_markdown(text, texts);
    default:
        return read_delimited(text, options, texts);
    }
}

/// Most rows have a cell with a wide gap inside: their columns are parted by blanks, and the delimiter is none.
bool cells_hold_gaps(FoundTables const& found)
{
    std::size_t rows = 0;
    std::size_t gaps = 0;
    for (auto const& table : found.tables) {
        for (std::size_t row = 0; row < std::min(table.rows.size(), rows_looked_at); ++row) {
            auto const cells = table.cells_of(table.rows[row]);
            rows += std::any_of(cells.begin(), cells.end(), [](auto cell) { return !trim(cell).empty(); });
            gaps += std::any_of(cells.begin(), cells.end(), [](auto cell) { return trim(cell).find("   ") != cell.npos || cell.find("....") != cell.npos; });
        }
    }
    return gaps > 1 && gaps * 2 > rows;
}

/// Every row has the same cells, parted by a sign that hardly stands in running text.
bool is_regular(FoundTables const& found)
{
    auto const& table = found.tables.front();
    return found.tables.size() == 1 && table.width() > 1 && !found.dialect.starts_with(delimiter_word(',')) &&
           std::all_of(table.rows.begin(), table.rows.end(), [&](auto const& row) { return row.count == table.width(); });
}

std::size_t all_rows(FoundTables const& found)
{
    std::size_t rows = 0;
    for (auto const& table : found.tables) {
        rows += table.rows.size();
    }
    return rows;
}

std::size_t rows_with_cells(Table const& table, std::ptrdiff_t least, std::ptrdiff_t most)
{
    return static_cast<std::size_t>(std::count_if(table.rows.begin(), table.rows.end(), [&](auto const& row) {
        auto const cells = table.cells_of(row);
        auto const filled = std::count_if(cells.begin(), cells.end(), [](auto cell) { return !trim(cell).empty(); });
        return filled >= least && filled <= most;
    }));
}

/// "Berg, Anna; Tal, Bert (Beispiel AG); See, Clara": a single row whose cells are people.
bool is_run_of_people(FoundTables const& found)
{
    auto const& table = found.tables.front();
    if (found.tables.size() > 1 || table.header_line > 0 || table.rows.empty() || table.rows.size() > 2 || table.width() < 3) {
        return false;
    }
    auto const people = std::count_if(table.cells.begin(), table.cells.end(), [](auto cell) { return read_person_line(trim(cell)).likelihood >= 0.5; });
    return people > 2 && std::size_t(people) * 10 >= table.cells.size() * 7;
}

/// Most rows have a dash in their first cell, which parts it before any comma does: "Anna Berg - Beispiel AG, Leiterin".
bool has_dashes_in_front(Table const& table)
{
    auto const dashed = std::count_if(table.rows.begin(), table.rows.end(), [&](auto const& row) {
        auto const cell = row.count > 0 ? table.cells_of(row)[0] : std::string_view{};
        return cell.find(" - ") != cell.npos || cell.find(" \u2013 ") != cell.npos;
    });
    return dashed > 2 && std::size_t(dashed) * 3 > table.rows.size() * 2;
}

/// Lines without a header that happen to have commas, some of them but one cell: "Anna Berg - Beispiel AG".
bool may_be_lines(FoundTables const& found)
{
    auto const& table = found.tables.front();
    return found.tables.size() == 1 && table.header_line == 0 && found.dialect.starts_with(delimiter_word(',')) && (rows_with_cells(table, 1, 1) > 0 || has_dashes_in_front(table));
}

FoundTables find_people(std::string_view text, ReadOptions const& options, Texts& texts)
{
    auto const decided = options.delimiter || !options.map.empty();
    auto const format = find_format(text);
    auto const plain = format == ListFormat::delimited || format == ListFormat::markdown;
    if (plain && !decided) {
        if (auto found = read_data_document(text, texts)) {
            return std::move(*found);
        }
    }
    if (plain && !decided && looks_like_mail(text)) {
        return read_mail(text, texts);
    }
    if (plain && !options.delimiter && looks_labelled(text)) {
        if (auto found = read_labelled(text, texts); best_confidence(found, options) >= sure_table) {
            return found;
        }
    }
    if (plain && !decided && looks_like_recipients(text)) {
        return read_recipients(text, texts);
    }
    auto found = find_tables(text, options, texts);
    auto const table = found.format == "csv" || found.format == "tsv";
    auto const set_in_columns = table && !decided && found.format == "csv" && cells_hold_gaps(found);
    auto const enough = table && is_regular(found) ? least_people_confidence : sure_table;
    auto const sure = best_confidence(found, options) >= enough && !set_in_columns;
    auto const run = table && is_run_of_people(found);
    if (!table || decided || (sure && !run && !may_be_lines(found))) {
        return found;
    }
    auto lines = read_text(text, texts);
    if (run && all_rows(lines) > all_rows(found)) {
        return lines;
    }
    if (sure) {
        auto const& table_of_commas = found.tables.front();
        auto const more = best_confidence(lines, options) >= least_people_confidence && (has_dashes_in_front(table_of_commas) || all_rows(lines) > rows_with_cells(table_of_commas, 2, most_cells));
        return more ? std::move(lines) : std::move(found);
    }
    if (set_in_columns && best_confidence(lines, options) >= least_people_confidence) {
        return lines;
    }
    return best_confidence(lines, options) > best_confidence(found, options) ? std::move(lines) : std::move(found);
}

/// A data file that is broken may be read as plain text, but is said to be.
void tell_of_fault(FoundTables& found, std::string_view text, ReadOptions const& options)
{
    if (auto fault = broken_yaml_or_toml(text)) {
        fault->severity = best_confidence(found, options) < least_people_confidence ? Severity::loss : Severity::warning;
        found.problems.push_back(std::move(*fault));
    }
}

} // namespace

/// Workbooks and PDFs come as bytes; what they hold is text or tables.
FoundTables find_in_file(std::string_view bytes, ReadOptions const& options, ListReading& reading, Texts& texts)
{
    if (looks_like_open_document(bytes)) {
        return read_open_document(bytes, options.sheet, texts);
    }
    if (looks_like_text_document(bytes)) {
        return read_text_document(bytes, texts);
    }
    if (looks_like_workbook(bytes)) {
        return read_workbook(bytes, options.sheet, texts);
    }
    if (bytes.starts_with("%PDF-")) {
        auto found = read_text(texts.keep(read_pdf_text(bytes, reading.file)), texts);
        found.format = "pdf";
        return found;
    }
    auto decoded = decode_list(reading.file, bytes, options);
    reading.encoding = std::move(decoded.encoding);
    auto const text = texts.keep(std::move(decoded.text));
    auto found = find_people(text, options, texts);
    if (found.format == "csv" || found.format == "tsv" || found.format == "text" || found.format == "markdown") {
        tell_of_fault(found, text, options);
    }
    return found;
}

bool is_plain_table(std::string_view head, ReadOptions const& options)
{
    if (find_format(head) != ListFormat::delimited || (!options.delimiter && (looks_labelled(head) || looks_like_recipients(head) || looks_like_mail(head)))) {
        return false;
    }
    Texts texts;
    auto found = read_delimited(head, options, texts);
    auto const width = found.tables.front().width();
    auto const plain = found.tables.size() == 1 && width > 1 && best_confidence(found, options) >= sure_table && !cells_hold_gaps(found);
    auto const& table = found.tables.front();
    return plain && table.width() == width && columns_of_groups(table, found.columns.front()).empty(); // with a row per person that says all about them
}

} // namespace knowwho
