// SPDX-License-Identifier: MIT
#include "enrich/source_page.hpp"

#include "fetch/address.hpp"
#include "text/language.hpp"
#include "text/utf8.hpp"

#include <algorithm>

namespace knowwho {
namespace {

void add_line(PageReading& reading, std::string_view text, BlockKind kind)
{
    if (text.empty()) {
        return;
    }
    auto& all = reading.page.text;
    if (!all.empty()) {
        all += '\n';
    }
    auto const begin = all.size();
    all += text;
    reading.lines.push_back({kind, static_cast<std::uint8_t>(kind == BlockKind::heading ? 1 : 0), begin, all.size()});
}

/// "Katja Beispiel: Muster Antriebstechnik; Bielefeld".
std::string record_line(FoundPiece const& found)
{
    constexpr std::size_t longest_line = 1000;
    auto line = found.name;
    for (auto const& [kind, value] : found.signals) {
        if (line.size() + value.size() < longest_line) {
            line += (line.size() == found.name.size() ? ": " : "; ") + value;
        }
    }
    return line;
}

/// Whether a quote below the title has the name of an author.
bool lists_authors(PageReading const& reading, TextRange const& quote)
{
    auto const& page = reading.page;
    auto const in_title = !reading.lines.empty() && quote.begin < reading.lines.front().end;
    return !in_title && std::any_of(page.authors.begin(), page.authors.end(), [&](std::string const& author) {
        return !author.empty() && quote.of(page.text).find(author) != std::string_view::npos;
    });
}

} // namespace

PieceReading read_piece(FoundPiece const& found)
{
    auto result = PieceReading{};
    auto& reading = result.reading;
    auto& page = reading.page;
    auto const& piece = found.piece;
    // Without a link of its own the piece is pointed at in the answer, so that each has an address.
    page.address = piece.link.empty() ? found.address + "#:~:text=" + percent_encode(utf8_prefix(piece.title, 80)) : piece.link;
    page.site = piece.site.empty() ? found.source : piece.site;
    page.title = piece.title;
    page.authors = piece.people;
    page.published = piece.date;
    page.kind = piece.kind;
    page.read_at = found.fetched_at;
    add_line(reading, piece.title, BlockKind::heading);
    for (auto const& paragraph : piece.paragraphs) {
        add_line(reading, paragraph, BlockKind::paragraph);
    }
    result.quotable_end = page.text.size();
    page.language = piece.language == Language::unknown ? detect_language(page.text) : piece.language;
    add_line(reading, record_line(found), BlockKind::paragraph);
    return result;
}

std::vector<TextRange> quotes_of(PieceReading const& piece, std::vector<TextRange> const& picked)
{
    auto quotes = std::vector<TextRange>{};
    std::copy_if(picked.begin(), picked.end(), std::back_inserter(quotes), [&](TextRange const& one) { return one.end <= piece.quotable_end; });
    // A line that lists the authors says who wrote, not what: the title is the better quote.
    std::erase_if(quotes, [&](TextRange const& one) { return lists_authors(piece.reading, one); });
    auto const& text = piece.reading.page.text;
    for (auto const& line : piece.reading.lines) {
        if (quotes.size() >= 2 || line.end > piece.quotable_end || !picked.empty()) {
            break;
        }
        quotes.push_back(shortened(text, {line.begin, line.end}));
    }
    if (quotes.empty() && !piece.reading.lines.empty() && piece.quotable_end > 0) {
        auto const& first = piece.reading.lines.front();
        quotes.push_back(shortened(text, {first.begin, first.end}));
    }
    std::erase_if(quotes, [](TextRange const& one) { return one.size() == 0; });
    return quotes;
}

} // namespace knowwho
