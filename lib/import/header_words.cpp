// SPDX-License-Identifier: MIT
#include "import/header_words.hpp"

#include "data/resources.hpp"
#include "import/list_words.hpp"
#include "text/folding.hpp"
#include "text/lexicon.hpp"

#include <algorithm>
#include <string>
#include <unordered_map>

namespace knowwho {
namespace {

constexpr std::size_t longest_header = 200; // bytes; whole questions are headers, essays are not
constexpr std::size_t longest_header_phrase = 5;   // words

struct HeaderEntry {
    std::vector<Field> fields;
};

/// Folded headers without blanks.
std::unordered_map<std::string, HeaderEntry> read_lexicon()
{
    std::unordered_map<std::string, HeaderEntry> entries;
    for (auto const& row : read_rows(resource("lexicon/column_headers.tsv"))) {
        auto const field = row.size() > 1 ? parse_field(row[1]) : std::nullopt;
        if (!field) {
            continue;
        }
        auto key = fold(row[0]);
        std::erase(key, ' ');
        auto& fields = entries[key].fields;
        if (std::find(fields.begin(), fields.end(), *field) == fields.end()) {
            fields.push_back(*field);
        }
    }
    return entries;
}

HeaderEntry const* find_phrase(std::string const& key)
{
    static auto const entries = read_lexicon();
    auto const found = entries.find(key);
    return found == entries.end() ? nullptr : &found->second;
}

bool is_lower(char c) { return c >= 'a' && c <= 'z'; }
bool is_upper(char c) { return c >= 'A' && c <= 'Z'; }

/// "firstName" as "first Name"; underscores and dashes become blanks when folding.
std::string cut_humps(std::string_view header)
{
    std::string text;
    for (std::size_t position = 0; position < header.size(); ++position) {
        if (position > 0 && is_upper(header[position]) && is_lower(header[position - 1])) {
            text.push_back(' ');
        }
        text.push_back(header[position] == '_' ? ' ' : header[position]);
    }
    return text;
}

std::vector<std::string> header_words(std::string_view header)
{
    std::vector<std::string> words;
    auto const folded = fold(cut_humps(header.substr(0, longest_header)));
    for (std::size_t begin = 0; begin < folded.size();) {
        auto const end = std::min(folded.find(' ', begin), folded.size());
        words.push_back(folded.substr(begin, end - begin));
        begin = end + 1;
    }
    return words;
}

void add_candidates(HeaderMeaning& meaning, HeaderEntry const& entry, double weight)
{
    for (std::size_t index = 0; index < entry.fields.size(); ++index) {
        auto const field = entry.fields[index];
        auto const known = std::find_if(meaning.candidates.begin(), meaning.candidates.end(), [&](auto const& c) { return c.field == field; });
        if (known != meaning.candidates.end()) {
            known->weight = std::max(known->weight, weight);
        } else {
            meaning.candidates.push_back({field, weight});
        }
    }
}

struct Phrase {
    std::size_t begin = 0;
    std::size_t length = 0;
    HeaderEntry const* entry = nullptr;
};

/// The known phrases in a header, longest first from the left, none overlapping.
std::vector<Phrase> phrases_in(std::vector<std::string> const& words)
{
    std::vector<Phrase> phrases;
    for (std::size_t begin = 0; begin < words.size();) {
        Phrase best{begin, 0, nullptr};
        std::string key;
        for (std::size_t length = 1; length <= std::min(longest_header_phrase, words.size() - begin); ++length) {
            key += words[begin + length - 1];
            if (auto const* entry = find_phrase(key)) {
                best = {begin, length, entry};
            }
        }
        if (best.entry != nullptr) {
            phrases.push_back(best);
        }
        begin += std::max<std::size_t>(best.length, 1);
    }
    return phrases;
}

bool is_only(HeaderEntry const& entry, Field field) { return entry.fields.size() == 1 && entry.fields.front() == field; }

/// "Ticket name" is the ticket's.
bool says_nothing(HeaderEntry const& entry)
{
    return std::all_of(entry.fields.begin(), entry.fields.end(), [](Field field) { return field == Field::ignored || field == Field::category; });
}

bool follows_organisation(std::vector<Phrase> const& phrases, Phrase const& phrase)
{
    return std::any_of(phrases.begin(), phrases.end(), [&](Phrase const& other) {
        return other.begin + other.length == phrase.begin && is_only(*other.entry, Field::organisation);
    });
}

bool is_other_person(std::string const& word)
{
    return is_list_word(word, ListWord::other_person) || word.starts_with("rechnungs") ||
           word.starts_with("besteller");
}

/// "Attendee email" is the attendee's own, where "Email" may be the buyer's.
std::string without_attendee(std::vector<std::string> const& words)
{
    std::string key;
    bool found = false;
    for (auto const& word : words) {
        auto const attendee = is_list_word(word, ListWord::own);
        found |= attendee;
        key += attendee ? "" : word;
    }
    return found ? key : std::string{};
}

} // namespace

HeaderMeaning read_header(std::string_view header)
{
    HeaderMeaning meaning;
    auto const words = header_words(header);
    std::string whole;
    for (auto const& word : words) {
        whole += word;
    }
    auto const* const known = find_phrase(whole);
    auto const alternatives = header.find_first_of("/|&") != header.npos; // "Company / attendee" is either
    meaning.of_somebody_else = known == nullptr && std::any_of(words.begin(), words.end(), is_other_person);
    if (auto const* entry = find_phrase(without_attendee(words)); entry != nullptr && !alternatives && !meaning.of_somebody_else && (known == nullptr || !says_nothing(*known))) {
        add_candidates(meaning, *entry, 1.3);
        return meaning;
    }
    if (known != nullptr) {
        add_candidates(meaning, *known, 1);
        return meaning;
    }
    auto const phrases = phrases_in(words);
    for (auto const& phrase : phrases) {
        if (!alternatives && is_only(*phrase.entry, Field::name) && follows_organisation(phrases, phrase)) {
            add_candidates(meaning, HeaderEntry{{Field::organisation}}, 1); // "Employer name", "worksFor name"
            continue;
        }
        // The noun of a header stands at its end ("Attendee E-mail"); in a question anywhere.
        auto const last = phrase.begin + phrase.length == words.size();
        auto const coverage = double(phrase.length) / double(words.size());
        add_candidates(meaning, *phrase.entry, std::min(0.9, 0.3 + 0.4 * coverage + (last ? 0.2 : 0)));
    }
    std::stable_sort(meaning.candidates.begin(), meaning.candidates.end(), [](auto const& a, auto const& b) { return a.weight > b.weight; });
    return meaning;
}

bool is_header_phrase(std::string_view cell)
{
    if (cell.empty() || cell.size() > longest_header || std::count(cell.begin(), cell.end(), ' ') > 6) {
        return false;
    }
    auto key = fold(cell);
    std::erase(key, ' ');
    return find_phrase(key) != nullptr;
}

double header_likelihood(std::string_view cell)
{
    if (cell.empty() || cell.size() > longest_header) {
        return 0;
    }
    auto const meaning = read_header(cell);
    return meaning.candidates.empty() ? 0 : meaning.candidates.front().weight;
}

} // namespace knowwho
