// SPDX-License-Identifier: MIT
#include "score/candidate_text.hpp"

#include "text/language.hpp"

namespace knowwho {
namespace {

std::string joined(std::initializer_list<std::string_view> parts, std::string_view between)
{
    auto text = std::string{};
    for (auto const part : parts) {
        if (!part.empty()) {
            text += text.empty() ? std::string_view{} : between;
            text += part;
        }
    }
    return text;
}

/// "@anna_makes", "https://…", "anna@firm.example": the words inside are nobody's field.
bool is_handle_or_address(std::string_view cell)
{
    bool const one_word = cell.find_first_of(" \t\n") == std::string_view::npos;
    return one_word && (cell.find('@') != std::string_view::npos || cell.find("://") != std::string_view::npos || cell.starts_with("www."));
}

std::string others_of(RosterRow const& row)
{
    auto text = row.about;
    for (auto const& cell : row.others) {
        if (!cell.value.empty() && !is_handle_or_address(cell.value)) {
            text += text.empty() ? "" : "\n";
            text += cell.value;
        }
    }
    return text;
}

Language language_of(std::string_view text, Language known)
{
    return known == Language::unknown ? detect_language(text) : known;
}

/// Short free text tells its language less surely than the roster around it.
constexpr std::size_t long_enough_to_tell = 60;

/// What somebody does all day says more than what else is written about them.
constexpr float role_weight = 2;

void add_roster_fields(Candidate const& candidate, std::vector<FieldText>& fields)
{
    auto const& row = candidate.attendance.row;
    auto const source = RosterSource{candidate.attendance.list_file, row.line};
    auto const add = [&](SignalKind signal, std::string text) {
        if (!text.empty()) {
            auto const language = text.size() >= long_enough_to_tell ? detect_language(text) : Language::unknown;
            fields.push_back({signal, std::move(text), language, source, 0});
        }
    };
    add(SignalKind::role, joined({row.role, row.unit}, ", "));
    add(SignalKind::organisation, row.organisation);
    add(SignalKind::field, others_of(row));
    add(SignalKind::place, joined({row.place, row.country}, ", "));
}

constexpr std::size_t longest_plain_text = 2000; ///< bytes; what a small model reads of a text at most

std::string plain(std::span<TextPiece const> pieces)
{
    auto text = std::string{};
    for (auto const& piece : pieces) {
        text += text.empty() ? std::string_view{} : "\n";
        text += piece.text;
    }
    if (text.size() > longest_plain_text) {
        auto end = longest_plain_text;
        while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xc0U) == 0x80U) {
            --end;
        }
        text.resize(end);
    }
    return text;
}

/// Calls `take` for each text of a candidate: the row behind each talk and evidence, or the row alone.
template <typename Take>
void each_text(Candidate const& candidate, Take take)
{
    auto row = std::vector<TextPiece>{};
    auto const fields = fields_of(candidate);
    for (auto const& field : fields) {
        if (is_of_row(field)) {
            row.push_back({field.text, field.language, field.signal == SignalKind::role ? role_weight : 1.0F});
        }
    }
    bool alone = true;
    for (auto const& field : fields) {
        if (!is_of_row(field)) {
            auto pieces = row;
            pieces.push_back({field.text, field.language});
            take(std::span<TextPiece const>{pieces});
            alone = false;
        }
    }
    if (alone) {
        take(std::span<TextPiece const>{row});
    }
}

/// The language most rows of a roster are written in; `fallback` if they don't tell.
Language language_of_roster(std::span<Candidate const> candidates, Language fallback)
{
    constexpr std::size_t sample = 300;
    auto const every = candidates.size() / sample + 1;
    int german = 0;
    int english = 0;
    for (auto const& candidate : candidates) {
        auto const& row = candidate.attendance.row;
        auto const text = joined({row.role, row.unit, row.about}, "\n");
        // Which rows are looked at must not depend on their order.
        if (text.empty() || std::hash<std::string>{}(text) % every != 0) {
            continue;
        }
        auto const language = detect_language(text);
        german += language == Language::german ? 1 : 0;
        english += language == Language::english ? 1 : 0;
    }
    return german == english ? fallback : german > english ? Language::german : Language::english;
}

} // namespace

std::vector<FieldText> fields_of(Candidate const& candidate)
{
    auto fields = std::vector<FieldText>{};
    add_roster_fields(candidate, fields);
    auto const& row = candidate.attendance.row;
    for (std::size_t i = 0; i < row.talks.size(); ++i) {
        auto text = joined({row.talks[i].title, row.talks[i].abstract}, "\n");
        if (!text.empty()) {
            auto const language = detect_language(text);
            fields.push_back({SignalKind::talk, std::move(text), language, RosterSource{candidate.attendance.list_file, row.line}, i});
        }
    }
    for (std::size_t i = 0; i < candidate.evidence.size(); ++i) {
        auto const& evidence = candidate.evidence[i];
        auto text = joined({evidence.page.title, evidence.snippet.quote}, "\n");
        if (!text.empty()) {
            auto const language = language_of(text, evidence.snippet.language);
            fields.push_back({SignalKind::evidence, std::move(text), language, evidence.snippet.id, i});
        }
    }
    return fields;
}

bool is_of_row(FieldText const& field)
{
    return field.signal != SignalKind::talk && field.signal != SignalKind::evidence;
}

CandidateTexts texts_of(std::span<Candidate const> candidates, Language fallback)
{
    auto texts = CandidateTexts{};
    texts.roster_language = language_of_roster(candidates, fallback);
    for (auto const& candidate : candidates) {
        texts.first.push_back(static_cast<TextId>(texts.corpus.size()));
        each_text(candidate, [&](std::span<TextPiece const> pieces) { texts.corpus.add(pieces, texts.roster_language); });
    }
    texts.first.push_back(static_cast<TextId>(texts.corpus.size()));
    texts.corpus.finish();
    return texts;
}

std::vector<PlainText> plain_texts_of(std::span<Candidate const> candidates)
{
    auto texts = std::vector<PlainText>{};
    for (auto const& candidate : candidates) {
        each_text(candidate, [&](std::span<TextPiece const> pieces) { texts.push_back({candidate.attendance.person, plain(pieces)}); });
    }
    return texts;
}

} // namespace knowwho
