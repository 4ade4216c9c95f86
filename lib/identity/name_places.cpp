// SPDX-License-Identifier: MIT
#include "identity/name_places.hpp"

#include "data/resources.hpp"
#include "identity/name_lexicon.hpp"
#include "identity/organisation.hpp"
#include "identity/organisation_lexicon.hpp"
#include "text/folding.hpp"
#include "text/lexicon.hpp"
#include "text/sentences.hpp"
#include "text/ascii.hpp"
#include "text/utf8.hpp"

#include <algorithm>

#include <unicode/uchar.h>

namespace knowwho {
namespace {

constexpr std::size_t most_sentences = 200;
constexpr std::size_t longest_sentence = 2'000;

bool has_words(std::string_view padded_key, std::string_view words)
{
    for (auto at = padded_key.find(words); at != std::string_view::npos; at = padded_key.find(words, at + 1)) {
        auto const end = at + words.size();
        auto const starts = at == 0 || padded_key[at - 1] == ' ';
        // A genitive s still names the person: "Webers Vortrag".
        auto const ends = end == padded_key.size() || padded_key[end] == ' ' || (padded_key[end] == 's' && (end + 1 == padded_key.size() || padded_key[end + 1] == ' '));
        if (starts && ends) {
            return true;
        }
    }
    return false;
}

std::vector<std::string_view> spaced_words(std::string_view text)
{
    auto words = std::vector<std::string_view>{};
    while (!text.empty()) {
        auto const end = std::min(text.find_first_of(" \n\t\xC2\xA0"), text.size());
        if (end > 0) {
            words.push_back(text.substr(0, end));
        }
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return words;
}

std::string_view bare(std::string_view word)
{
    constexpr std::string_view marks = ".,;:!?()[]\"'";
    return trimmed(word, marks);
}

bool is_capital(std::string_view word)
{
    word = bare(word);
    if (word.empty()) {
        return false;
    }
    auto const c = take_utf8(word);
    return u_isupper(static_cast<UChar32>(c)) != 0 || (c >= U'0' && c <= U'9');
}

bool is_plain_legal_form(std::string_view word)
{
    static constexpr std::string_view forms[] = {"gmbh", "ag", "kg", "ohg", "kgaa", "se", "inc", "llc", "ltd", "plc", "corp", "ggmbh", "gesmbh", "ev", "eg", "ug", "gbr", "sarl", "spa", "bv", "nv", "sro", "oy", "ab"};
    auto const key = legal_key(word);
    auto const text = bare(word);
    return std::ranges::find(forms, key) != std::end(forms) && !text.empty() && (text.front() < 'a' || text.front() > 'z' || text == "gGmbH" || text.starts_with("e.") || text == "eG");
}

bool joins_organisation(std::string_view word)
{
    static constexpr std::string_view joiners[] = {"&", "und", "and", "für", "fur", "of", "-", "+", "zu", "the"};
    return std::ranges::find(joiners, word) != std::end(joiners);
}

bool starts_organisation(std::string_view word)
{
    static constexpr std::string_view before[] = {"der", "die", "das", "bei", "beim", "von", "vom", "des", "dem", "den", "of", "at", "from", "with", "for", "im", "am", "an", "zur", "zum", "fur", "the", "in"};
    return std::ranges::find(before, word) != std::end(before);
}

std::string joined(std::vector<std::string_view> const& words, std::size_t from, std::size_t end)
{
    auto text = std::string{};
    for (auto i = from; i < end; ++i) {
        text.append(text.empty() ? "" : " ").append(words[i]);
    }
    return std::string{bare(text)};
}

/// From a legal form back over the capitalised words before it.
void add_by_legal_form(std::vector<std::string_view> const& words, std::size_t at, std::vector<StatedOrganisation>& found)
{
    auto from = at;
    while (from > 0 && at - from < 7) {
        auto const word = words[from - 1];
        auto const closes = from != at && (word.ends_with(',') || word.ends_with(':') || word.ends_with(';'));
        if (closes || (!is_capital(word) && !joins_organisation(word)) || (starts_organisation(fold(word)) && !joins_organisation(word))) {
            break;
        }
        --from;
    }
    while (from < at && joins_organisation(words[from])) {
        ++from;
    }
    if (from < at) {
        found.push_back({joined(words, from, at + 1), true});
    }
}

/// Behind a preposition: capitalised words up to the first that is none.
void add_behind_word(std::vector<std::string_view> const& words, std::size_t at, std::vector<StatedOrganisation>& found)
{
    auto end = at + 1;
    while (end < words.size() && end - at < 8 && (is_capital(words[end]) || (joins_organisation(words[end]) && end > at + 1))) {
        ++end;
        if (words[end - 1].ends_with(',') || words[end - 1].ends_with('.')) {
            break;
        }
    }
    auto const text = joined(words, at + 1, end);
    auto const folded = fold(text);
    auto const& lexicon = OrganisationLexicon::instance();
    auto cue = false;
    for (auto const word : split_at_blanks(folded)) {
        cue = cue || lexicon.is_organisation_word(word);
    }
    if (cue && end - at > 2) {
        found.push_back({text, false});
    }
}

class Trades {
public:
    static Trades const& instance()
    {
        static Trades const trades;
        return trades;
    }

    std::string const* field(std::string_view word) const
    {
        if (auto const found = m_fields.find(word); found != m_fields.end()) {
            return &found->second;
        }
        for (auto start = std::size_t{3}; start + 6 <= word.size(); ++start) {
            if (auto const found = m_fields.find(word.substr(start)); found != m_fields.end()) {
                return &found->second;
            }
        }
        return nullptr;
    }

private:
    Trades()
    {
        for (auto const& row : read_rows(resource("lexicon/trades.tsv"))) {
            if (row.size() >= 2) {
                m_fields.emplace(fold(row[0]), row[1]);
            }
        }
    }

    StringMap<std::string> m_fields;
};

} // namespace

NearName near_name(std::string_view text, PersonName const& name)
{
    auto near = NearName{};
    add_near_name(near, text, name);
    return near;
}

void add_near_name(NearName& near, std::string_view text, PersonName const& name)
{
    auto const family = fold_name(name.family);
    if (family.empty()) {
        return;
    }
    auto follows = false;
    for (auto const range : split_sentences(text)) {
        auto const sentence = range.of(text).substr(0, longest_sentence);
        auto const key = fold_name(sentence);
        auto const names = has_words(key, family);
        if (names || follows) {
            near.sentences.push_back(sentence);
            near.key.append(" ").append(key).append(" ");
        }
        follows = names;
        if (near.sentences.size() >= most_sentences) {
            break;
        }
    }
}

std::vector<StatedOrganisation> stated_organisations(NearName const& near)
{
    auto found = std::vector<StatedOrganisation>{};
    for (auto const sentence : near.sentences) {
        auto const words = spaced_words(sentence);
        for (auto i = std::size_t{0}; i < words.size(); ++i) {
            if (i > 0 && is_plain_legal_form(words[i])) {
                add_by_legal_form(words, i, found);
            } else if (starts_organisation(fold(words[i]))) {
                add_behind_word(words, i, found);
            }
        }
    }
    return found;
}

std::vector<StatedTrade> stated_trades(NearName const& near)
{
    auto found = std::vector<StatedTrade>{};
    for (auto const sentence : near.sentences) {
        auto const folded = fold(sentence);
        for (auto const word : split_at_blanks(folded)) {
            if (auto const* field = Trades::instance().field(word)) {
                found.push_back({std::string{word}, *field});
            }
        }
    }
    return found;
}

std::vector<std::string> trade_fields(std::string_view text)
{
    auto fields = std::vector<std::string>{};
    auto const folded = fold(text);
    for (auto const word : split_at_blanks(folded)) {
        if (auto const* field = Trades::instance().field(word)) {
            fields.push_back(*field);
        }
    }
    return fields;
}

} // namespace knowwho
