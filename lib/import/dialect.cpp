// SPDX-License-Identifier: MIT
#include "import/dialect.hpp"

#include "import/delimited.hpp"

#include <algorithm>
#include <map>

namespace knowwho {
namespace {

constexpr std::size_t sample_size = 65536;
constexpr std::size_t dialect_rows = 300;
constexpr std::string_view candidates = ",;\t|^";

/// What one delimiter makes of the sample.
struct Attempt {
    char delimiter = ',';
    double score = 0;
};

/// The text up to the last whole line of the first 64 KiB.
std::string_view sample_of(std::string_view text, std::size_t begin, char line_end)
{
    auto sample = text.substr(0, begin + sample_size);
    if (sample.size() < text.size()) {
        if (auto const last = sample.rfind(line_end); last != sample.npos && last > begin) {
            sample = sample.substr(0, last + 1);
        }
    }
    return sample;
}

bool is_blank(std::string_view cell) { return cell.find_first_not_of(" \t\r\n\xc2\xa0") == cell.npos; }

/// A comma inside running text is followed by a blank; a delimiter hardly ever.
double share_after_blank(Table const& table)
{
    std::size_t inner = 0;
    std::size_t blank = 0;
    for (auto const& row : table.rows) {
        auto const cells = table.cells_of(row);
        for (std::size_t index = 1; index < cells.size(); ++index) {
            ++inner;
            blank += cells[index].size() > 1 && cells[index][0] == ' ' && cells[index][1] != ' ';
        }
    }
    return inner == 0 ? 0 : double(blank) / double(inner);
}

/// Rows by their number of cells; blank rows do not count.
std::map<std::size_t, int> widths_of(Table const& table)
{
    std::map<std::size_t, int> widths;
    int rows = 0;
    for (auto const& row : table.rows) {
        auto const cells = table.cells_of(row);
        if (!std::all_of(cells.begin(), cells.end(), is_blank) && rows++ < int(dialect_rows)) {
            ++widths[row.count];
        }
    }
    return widths;
}

double score_of(Table const& table, char delimiter)
{
    auto const widths = widths_of(table);
    int rows = 0;
    int wide = 0;
    double best = 0;
    for (auto const& [width, count] : widths) {
        rows += count;
        wide += width > 1 ? count : 0;
    }
    for (auto const& [width, count] : widths) {
        if (width > 1) {
            // Trailing empty cells are often left out: a little narrower still agrees a little.
            auto const agreeing = double(count) / double(rows);
            best = std::max(best, agreeing * (1 - 0.5 / double(width)) * std::min(1.0, 0.6 + 0.1 * double(width)));
        }
    }
    auto const blanks = share_after_blank(table);
    auto const running_text = delimiter == ',' ? 0.7 : 0.2; // other signs hardly stand in sentences
    return rows == 0 ? 0 : (best + 0.2 * double(wide) / rows) * (1 - running_text * blanks);
}

char find_line_end(std::string_view sample)
{
    if (sample.find('\r') == sample.npos) {
        return '\n';
    }
    // Files of old Macs end lines with CR alone; a CR inside a quoted cell of a modern file does not.
    auto const line_feeds = std::count(sample.begin(), sample.end(), '\n');
    auto const returns = std::count(sample.begin(), sample.end(), '\r');
    return line_feeds * 4 < returns ? '\r' : '\n';
}

/// Excel's own first line "sep=;".
std::optional<char> declared_delimiter(std::string_view text, std::size_t& begin)
{
    if (text.size() < 6 || (text.substr(0, 4) != "sep=" && text.substr(0, 4) != "SEP=" && text.substr(0, 5) != "\"sep=")) {
        return std::nullopt;
    }
    auto const end = text.find('\n');
    if (end == text.npos || end > 9) {
        return std::nullopt;
    }
    begin = end + 1;
    return text[text[0] == '"' ? 5 : 4];
}

} // namespace

Dialect find_dialect(std::string_view text, std::optional<char> forced)
{
    Dialect dialect;
    auto const declared = declared_delimiter(text, dialect.begin);
    dialect.line_end = find_line_end(text.substr(0, sample_size));
    if (forced || declared) {
        dialect.delimiter = forced ? *forced : *declared;
        dialect.confidence = 1;
        return dialect;
    }
    auto const sample = sample_of(text, dialect.begin, dialect.line_end);
    for (char const delimiter : candidates) {
        auto attempt = dialect;
        attempt.delimiter = delimiter;
        Texts texts;
        std::vector<Problem> problems;
        auto const score = score_of(split_delimited(sample, attempt, texts, problems), delimiter) / (1 + 0.02 * double(problems.size()));
        if (score > dialect.confidence) {
            dialect.delimiter = delimiter;
            dialect.confidence = score;
        }
    }
    dialect.confidence = std::min(dialect.confidence, 1.0);
    return dialect;
}

std::string delimiter_word(char delimiter)
{
    switch (delimiter) {
    case ',':
        return "commas";
    case ';':
        return "semicolons";
    case '\t':
        return "tabs";
    case '|':
        return "vertical bars";
    default:
        return std::string("'") + delimiter + "' as delimiter";
    }
}

} // namespace knowwho
