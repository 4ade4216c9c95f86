// SPDX-License-Identifier: MIT
#include "relevance/corpus_compounds.hpp"

#include "text/stems.hpp"

#include <algorithm>
#include <array>
#include <bitset>

namespace knowwho {
namespace {

constexpr std::size_t shortest_part = 5;
constexpr std::size_t shortest_rest = 3;

/// What may follow a stem at the end of a word.
constexpr auto inflections = std::array<std::string_view, 9>{"", "e", "n", "en", "s", "es", "er", "ern", "in"};

/// Which three letters a part may begin with, so that most places of most words are passed at once.
class Beginnings {
public:
    void add(std::string_view part) { m_seen.set(slot(part)); }
    bool may_begin(std::string_view text) const { return m_seen.test(slot(text)); }

private:
    static std::size_t slot(std::string_view text)
    {
        auto const byte = [&](std::size_t i) { return static_cast<std::size_t>(static_cast<unsigned char>(text[i])); };
        return (byte(0) * 31 * 31 + byte(1) * 31 + byte(2)) % 65536;
    }
    std::bitset<65536> m_seen;
};

bool holds(std::string_view word, std::size_t place, std::string_view part)
{
    auto const rest = word.substr(place);
    if (!rest.starts_with(part)) {
        return false;
    }
    auto const after = rest.substr(part.size());
    if (place == 0) {
        return after.size() >= shortest_rest;
    }
    return place >= shortest_rest && std::find(inflections.begin(), inflections.end(), after) != inflections.end();
}

} // namespace

std::vector<FoundCompound> compounds_with(Analyser const& analyser, std::span<std::string const> parts)
{
    auto stemmer = Stemmer{};
    auto stems = std::vector<std::string>{};
    auto beginnings = Beginnings{};
    for (auto const& part : parts) {
        auto const stem = std::string{stemmer.stem(part, Language::german)};
        // A stem that changed the word's letters would not be found inside another word.
        stems.push_back(part.starts_with(stem) && stem.size() >= shortest_part ? stem : part);
        if (stems.back().size() >= shortest_part) {
            beginnings.add(stems.back());
        }
    }
    auto found = std::vector<FoundCompound>{};
    for (std::size_t index = 0; index < analyser.word_count(); ++index) {
        auto const word = analyser.word(index);
        if (analyser.word_term(index) == no_term || word.size() < shortest_part + shortest_rest) {
            continue;
        }
        for (std::size_t place = 0; place + shortest_part <= word.size(); ++place) {
            if (!beginnings.may_begin(word.substr(place))) {
                continue;
            }
            for (std::size_t part = 0; part < stems.size(); ++part) {
                if (stems[part].size() >= shortest_part && holds(word, place, stems[part])) {
                    found.push_back({part, analyser.word_term(index), std::string{word}});
                }
            }
        }
    }
    return found;
}

} // namespace knowwho
