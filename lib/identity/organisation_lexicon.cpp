// SPDX-License-Identifier: MIT
#include "identity/organisation_lexicon.hpp"

#include "data/resources.hpp"
#include "text/folding.hpp"
#include "text/lexicon.hpp"

#include <algorithm>

namespace knowwho {
namespace {

constexpr unsigned word_cue = 1;
constexpr unsigned unit_cue = 2;
constexpr unsigned none_cue = 4;
constexpr unsigned former_cue = 8;

unsigned cue_named(std::string_view kind)
{
    return kind == "word" ? word_cue : kind == "unit" ? unit_cue : kind == "none" ? none_cue : kind == "former" ? former_cue : 0;
}

} // namespace

std::string legal_key(std::string_view text)
{
    auto const folded = fold(text);
    auto key = std::string{};
    for (auto rest = std::string_view{folded}; !rest.empty();) {
        auto const end = std::min(rest.find(' '), rest.size());
        auto const word = rest.substr(0, end);
        if (word != "und" && word != "u" && word != "and" && word != "et") {
            key += word;
        }
        rest.remove_prefix(std::min(end + 1, rest.size()));
    }
    return key;
}

OrganisationLexicon const& OrganisationLexicon::instance()
{
    static OrganisationLexicon const lexicon;
    return lexicon;
}

OrganisationLexicon::OrganisationLexicon()
{
    add_legal_forms();
    add_cues();
    add_places();
    add_houses();
}

void OrganisationLexicon::add_legal_forms()
{
    for (auto const& row : read_rows(resource("lexicon/legal_forms.tsv"))) {
        m_legal.emplace(legal_key(row[0]), row[0]);
    }
    for (auto const& row : read_rows(resource("lexicon/legal_form_aliases.tsv"))) {
        if (row.size() < 2) {
            continue;
        }
        if (row[1] == "-") {
            m_legal.erase(legal_key(row[0]));
        } else {
            m_spelt[std::string{row[0]}] = row[1];
            m_legal[legal_key(row[0])] = row[1];
        }
    }
}

void OrganisationLexicon::add_cues()
{
    for (auto const& row : read_rows(resource("lexicon/organisation_cues.tsv"))) {
        if (row.size() >= 2 && row[1] == "ending") {
            m_endings.emplace_back(row[0]);
        } else if (row.size() >= 2) {
            m_cues[std::string{row[0]}] |= cue_named(row[1]);
        }
    }
}

void OrganisationLexicon::add_places()
{
    for (auto const& path : resource_paths("lexicon/places")) {
        for (auto const& row : read_rows(resource(path))) {
            m_places.emplace(fold(row[0]), true);
        }
    }
}

namespace {

bool is_in_capitals(std::string_view text)
{
    return std::ranges::all_of(text, [](char c) { return c >= 'A' && c <= 'Z'; });
}

} // namespace

void OrganisationLexicon::add_houses()
{
    for (auto const& row : read_rows(resource("lexicon/organisation_words.tsv"))) {
        m_houses.emplace(is_in_capitals(row[0]) ? std::string{row[0]} : fold(row[0]), true);
    }
}

bool OrganisationLexicon::is_house_word(std::string_view written) const
{
    return are_letters_of_house(written) || (!is_in_capitals(written) && m_houses.contains(fold(written)));
}

bool OrganisationLexicon::are_letters_of_house(std::string_view written) const
{
    return is_in_capitals(written) && m_houses.contains(written);
}

std::string const* OrganisationLexicon::legal_form(std::string_view key) const
{
    auto const found = m_legal.find(key);
    return found == m_legal.end() ? nullptr : &found->second;
}

std::string const* OrganisationLexicon::legal_form_spelt(std::string_view text) const
{
    auto const found = m_spelt.find(text);
    return found == m_spelt.end() ? nullptr : &found->second;
}

bool OrganisationLexicon::is_unit_word(std::string_view word) const
{
    auto const found = m_cues.find(word);
    return found != m_cues.end() && (found->second & unit_cue) != 0;
}

bool OrganisationLexicon::is_listed_word(std::string_view word) const
{
    auto const found = m_cues.find(word);
    return found != m_cues.end() && (found->second & word_cue) != 0;
}

bool OrganisationLexicon::is_organisation_word(std::string_view word) const
{
    return is_listed_word(word)
        || std::ranges::any_of(m_endings, [&](auto const& ending) { return word.size() > ending.size() + 2 && word.ends_with(ending); });
}

bool OrganisationLexicon::means_none(std::string_view folded) const
{
    auto const found = m_cues.find(folded);
    return found != m_cues.end() && (found->second & none_cue) != 0;
}

bool OrganisationLexicon::means_former(std::string_view word) const
{
    auto const found = m_cues.find(word);
    return found != m_cues.end() && (found->second & former_cue) != 0;
}

bool OrganisationLexicon::is_place(std::string_view folded) const { return m_places.contains(folded); }

} // namespace knowwho
