// SPDX-License-Identifier: MIT
// Sentences of other stages made fit to print: full stops, bridges, dates.
#include "report/wording.hpp"

#include "report/clean_text.hpp"
#include "report/date_forms.hpp"
#include "text/folding.hpp"
#include "text/quotation.hpp"

#include <algorithm>
#include <array>

namespace knowwho {

namespace {

/// What stands behind the arrow of a bridge ("Wartung → maintenance") is the person's own word.
std::string_view own_word(std::string_view piece)
{
    std::size_t const arrow = piece.find("→");
    std::string_view const own = arrow == piece.npos ? piece : piece.substr(arrow + std::string_view{"→"}.size());
    return own.substr(std::min(own.find_first_not_of(' '), own.size()));
}

/// A run of quoted pieces as a list again: each word once, and none that is part of another.
std::string list_of_pieces(std::vector<std::string> const& pieces, QuotationMarks const& marks, Language language)
{
    std::vector<std::string> kept;
    for (std::size_t i = 0; i < pieces.size(); ++i) {
        std::string const word = fold(pieces[i]);
        bool redundant = false;
        for (std::size_t k = 0; k < pieces.size(); ++k) {
            std::string const other = fold(pieces[k]);
            redundant = redundant || (k != i && other.find(word) != std::string::npos && (other != word || k < i));
        }
        if (!redundant) {
            kept.push_back(std::string{marks.open} + pieces[i] + std::string{marks.close});
        }
    }
    return joined(kept, language);
}

/// The piece that `text` begins with, without its marks; empty if it begins with none.
std::string_view piece_at(std::string_view text, QuotationMarks const& marks)
{
    std::size_t const end = text.starts_with(marks.open) ? text.find(marks.close, marks.open.size()) : text.npos;
    return end == text.npos ? std::string_view{} : text.substr(marks.open.size(), end - marks.open.size());
}

/// Bridges without their first half: how a word was found is for `explain`, not for the sheet.
std::string without_bridges(std::string_view text, Language language, PieceFilter const& filter)
{
    QuotationMarks const marks = quotation_marks(language);
    std::string out;
    while (!text.empty()) {
        std::vector<std::string> pieces;
        std::string_view rest = text;
        bool bridged = false;
        for (std::string_view piece = piece_at(rest, marks); !piece.empty(); piece = piece_at(rest, marks)) {
            bridged = bridged || piece.find("→") != piece.npos;
            pieces.emplace_back(own_word(piece));
            text = rest.substr(marks.open.size() + piece.size() + marks.close.size());
            rest = text;
            for (std::string_view const between : {", ", " und ", " and "}) {
                if (rest.starts_with(between)) {
                    rest.remove_prefix(between.size());
                    break;
                }
            }
        }
        if (pieces.empty()) {
            out += text.front();
            text.remove_prefix(1);
            continue;
        }
        if (filter) {
            filter(pieces);
        }
        out += bridged || pieces.size() > 1 ? list_of_pieces(pieces, marks, language)
                                            : std::string{marks.open} + pieces.front() + std::string{marks.close};
    }
    return out;
}

bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

std::string with_dates(std::string_view text, Language language)
{
    std::string out;
    while (!text.empty()) {
        bool const alone = out.empty() || !is_digit(out.back());
        auto const date = alone && text.size() >= 10 && text[4] == '-' ? parse_iso_date(text.substr(0, 10)) : std::nullopt;
        if (date && date->day != 0 && (text.size() == 10 || !is_digit(text[10]))) {
            out += long_date(*date, language);
            text.remove_prefix(10);
        } else {
            out += text.front();
            text.remove_prefix(1);
        }
    }
    return out;
}

} // namespace

std::string polished(std::string_view text, Language language, PieceFilter const& filter)
{
    return with_dates(without_bridges(text, language, filter), language);
}

std::string as_sentence(std::string_view text, Language language, PieceFilter const& filter)
{
    std::string out = polished(clean_line(text, 400), language, filter);
    bool const ended = out.ends_with('.') || out.ends_with('?') || out.ends_with('!') || out.ends_with("…");
    return out.empty() || ended ? out : out + ".";
}

std::vector<Statement> inner_quotes(std::vector<Statement> statements, Language language)
{
    for (auto& statement : statements) {
        statement.text = inner_quotes(statement.text, language);
    }
    return statements;
}

} // namespace knowwho
