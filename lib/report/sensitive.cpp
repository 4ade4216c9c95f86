// SPDX-License-Identifier: MIT
// Topics that a stranger does not bring up: health, family, religion, politics, death, trouble.
#include "report/sensitive.hpp"

#include "data/resources.hpp"
#include "text/lexicon.hpp"
#include "text/tokens.hpp"

#include <map>

namespace knowwho {

namespace {

struct Stem {
    bool whole_word = false;
    std::string_view german, english;
};

using Stems = std::map<std::string_view, Stem>;

Stems read_stems()
{
    Stems stems;
    for (auto const& row : read_rows(resource("openers/sensitive.tsv"))) {
        if (row.size() < 3 || row[0].empty()) {
            continue;
        }
        bool const whole = row[0].ends_with('$');
        stems.emplace(row[0].substr(0, row[0].size() - (whole ? 1 : 0)), Stem{whole, row[1], row[2]});
    }
    return stems;
}

Stem const* find_stem(Stems const& stems, std::string_view word)
{
    for (std::size_t length = word.size(); length >= 3; --length) {
        auto const found = stems.find(word.substr(0, length));
        if (found != stems.end() && (!found->second.whole_word || length == word.size())) {
            return &found->second;
        }
    }
    return nullptr;
}

} // namespace

std::optional<std::string> sensitive_topic(std::string_view text, Language language)
{
    static Stems const stems = read_stems();
    Words words{text};
    while (words.next()) {
        if (Stem const* const stem = find_stem(stems, words.folded())) {
            return std::string{language == Language::german ? stem->german : stem->english};
        }
    }
    return std::nullopt;
}

} // namespace knowwho
