// SPDX-License-Identifier: MIT
// The little German (and less English) grammar that a spoken sentence with names in it needs.
#include "report/grammar.hpp"

#include "data/resources.hpp"
#include "report/clean_text.hpp"
#include "report/name_forms.hpp"
#include "text/folding.hpp"
#include "text/lexicon.hpp"

#include <algorithm>
#include <array>
#include <vector>

namespace knowwho {

namespace {

std::vector<std::string> split_words(std::string_view text)
{
    std::vector<std::string> words;
    std::string const line = clean_line(text, 160);
    std::size_t start = 0;
    while (start < line.size()) {
        std::size_t const end = std::min(line.find(' ', start), line.size());
        if (end > start) {
            words.push_back(line.substr(start, end - start));
        }
        start = end + 1;
    }
    return words;
}

std::string join_words(std::vector<std::string> const& words)
{
    std::string out;
    for (auto const& word : words) {
        out += (out.empty() ? "" : " ") + word;
    }
    return out;
}

/// Legal forms and what ties them together, folded and without dots: only at the end of a name.
bool is_legal_form(std::string_view word)
{
    static constexpr std::array<std::string_view, 35> forms{"gmbh", "mbh", "ggmbh", "ag", "se", "kg", "kgaa", "ohg", "gbr",
        "ug", "haftungsbeschrankt", "ek", "ev", "e", "v", "k", "eg", "co", "cokg", "partg", "partgmbb", "inc", "ltd",
        "llc", "plc", "corp", "limited", "sa", "sarl", "srl", "spa", "bv", "nv", "ab", "gesmbh"};
    std::string folded = fold(word);
    folded.erase(std::remove(folded.begin(), folded.end(), ' '), folded.end());
    // "&" and "+" between two legal forms fold to nothing.
    return folded.empty() || std::find(forms.begin(), forms.end(), folded) != forms.end();
}

/// Of the word that heads an organisation's name; `none` for bare names ("Bosch", "Ebersteig Hydraulik"), which take no
/// article in speech.
enum class Gender { none, masculine, feminine, neuter, plural };

struct Head {
    std::string ending; ///< folded
    Gender gender;
};

Gender gender_named(std::string_view letter)
{
    return letter == "m" ? Gender::masculine
        : letter == "f"  ? Gender::feminine
        : letter == "n"  ? Gender::neuter
                         : Gender::plural;
}

/// Head words by their endings, longest first, so that "Genossenschaftsverband" is a Verband.
std::vector<Head> const& heads()
{
    static std::vector<Head> const table = [] {
        std::vector<Head> rows;
        for (auto const& row : read_rows(resource("openers/heads_de.tsv"))) {
            if (row.size() >= 2) {
                rows.push_back({fold(row[0]), gender_named(row[1])});
            }
        }
        std::stable_sort(rows.begin(), rows.end(),
            [](Head const& a, Head const& b) { return a.ending.size() > b.ending.size(); });
        return rows;
    }();
    return table;
}

Gender gender_of_word(std::string_view word)
{
    std::string const folded = fold(word);
    // "Fraunhofer-Institut" counts by its last part, "Bankhaus" by its ending.
    for (auto const& head : heads()) {
        if (folded.ends_with(head.ending)) {
            return head.gender;
        }
    }
    return Gender::none;
}

bool is_adjective(std::string_view word)
{
    static constexpr std::array<std::string_view, 16> stems{"isch", "lich", "deutsch", "technisch", "frei", "neu", "hoh",
        "national", "zentral", "europaisch", "bayerisch", "ig", "al", "iv", "vereinigt", "angewandt"};
    std::string_view stem = word;
    for (std::string_view const ending : {"er", "es", "e"}) {
        if (word.size() > ending.size() + 2 && word.ends_with(ending)) {
            stem = word.substr(0, word.size() - ending.size());
            break;
        }
    }
    if (stem.size() == word.size()) {
        return false;
    }
    // "Dresdner", "Münchner" do not bend, and end in no such stem.
    std::string const folded = fold(stem);
    return std::any_of(stems.begin(), stems.end(), [&](std::string_view s) { return folded.ends_with(fold(s)); });
}

std::string bent(std::string const& adjective, std::string_view ending)
{
    for (std::string_view const old : {"er", "es", "e"}) {
        if (adjective.ends_with(old)) {
            return adjective.substr(0, adjective.size() - old.size()) + std::string{ending};
        }
    }
    return adjective;
}

/// The head is the first word after any adjectives ("Technische Hochschule Oberweser"), else the
/// last one ("Leinetal Beteiligungsgesellschaft"), if it is a word with a gender.
struct Parsed {
    std::vector<std::string> words;
    std::size_t adjectives = 0;
    std::size_t head = 0;
    Gender gender = Gender::none;
};

Parsed parse(std::string_view organisation)
{
    Parsed name{split_words(spoken_organisation(organisation))};
    while (name.adjectives < name.words.size() && is_adjective(name.words[name.adjectives])) {
        ++name.adjectives;
    }
    if (name.adjectives == name.words.size()) {
        return name;
    }
    name.head = name.adjectives;
    name.gender = gender_of_word(name.words[name.head]);
    if (name.gender == Gender::none && name.words.size() - name.adjectives == 2) {
        name.head = name.words.size() - 1;
        name.gender = gender_of_word(name.words[name.head]);
    }
    return name;
}

void bend_adjectives(Parsed& name, std::string_view ending)
{
    for (std::size_t i = 0; i < name.adjectives; ++i) {
        name.words[i] = bent(name.words[i], ending);
    }
}

/// "des Fachverbands", "des Instituts", "des Hauses", "des Vereins".
std::string head_in_genitive(std::string const& head)
{
    std::string const folded = fold(head);
    bool const short_head = folded.ends_with("haus") || folded.ends_with("bund") || folded.ends_with("amt");
    if (short_head) {
        return head + "es";
    }
    bool const abbreviation = is_all_capitals(head);
    bool const hissing = folded.ends_with("s") || folded.ends_with("z") || folded.ends_with("x");
    return abbreviation || hissing ? head : head + "s";
}

/// "bei den Stadtwerken".
std::string head_in_dative_plural(std::string const& head)
{
    return head + (head.ends_with('n') || head.ends_with('s') ? "" : "n");
}

} // namespace

std::string spoken_organisation(std::string_view organisation)
{
    auto words = split_words(organisation);
    auto const spoken = words;
    while (words.size() > 1 && is_legal_form(words.back())) {
        words.pop_back();
    }
    std::string out = join_words(words);
    while (!out.empty() && (out.back() == ',' || out.back() == '-' || out.back() == '&')) {
        out.pop_back();
    }
    return out.empty() ? join_words(spoken) : out;
}

std::string at_organisation(std::string_view organisation, Language language)
{
    if (language != Language::german) {
        return "at " + spoken_organisation(organisation);
    }
    Parsed name = parse(organisation);
    if (name.gender == Gender::none) {
        return "bei " + spoken_organisation(organisation);
    }
    bend_adjectives(name, "en");
    if (name.gender == Gender::plural) {
        name.words[name.head] = head_in_dative_plural(name.words[name.head]);
        return "bei den " + join_words(name.words);
    }
    return (name.gender == Gender::feminine ? "bei der " : "beim ") + join_words(name.words);
}

std::string of_organisation(std::string_view organisation, Language language)
{
    if (language != Language::german) {
        return "of " + spoken_organisation(organisation);
    }
    Parsed name = parse(organisation);
    if (name.gender == Gender::none) {
        return "von " + spoken_organisation(organisation);
    }
    bend_adjectives(name, "en");
    if (name.gender == Gender::feminine || name.gender == Gender::plural) {
        return "der " + join_words(name.words);
    }
    name.words[name.head] = head_in_genitive(name.words[name.head]);
    return "des " + join_words(name.words);
}

std::string the_organisation(std::string_view organisation, Language language)
{
    if (language != Language::german) {
        return spoken_organisation(organisation);
    }
    Parsed name = parse(organisation);
    switch (name.gender) {
    case Gender::masculine:
        bend_adjectives(name, "en");
        return "den " + join_words(name.words);
    case Gender::feminine:
        bend_adjectives(name, "e");
        return "die " + join_words(name.words);
    case Gender::neuter:
        bend_adjectives(name, "e");
        return "das " + join_words(name.words);
    case Gender::plural:
        bend_adjectives(name, "en");
        return "die " + join_words(name.words);
    default:
        return spoken_organisation(organisation);
    }
}

std::string about_organisation(std::string_view organisation, Language language)
{
    return (language == Language::german ? "über " : "about ") + the_organisation(organisation, language);
}

} // namespace knowwho
