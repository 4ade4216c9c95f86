// SPDX-License-Identifier: MIT
#include "import/introduction.hpp"

#include "identity/organisation.hpp"
#include "import/cell_evidence.hpp"
#include "import/list_words.hpp"
#include "import/word_lists.hpp"
#include "text/folding.hpp"
#include "text/sentences.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <vector>

namespace knowwho {
namespace {

constexpr std::size_t introduction_bytes = 600; // bytes from the beginning: introductions come first
constexpr std::size_t most_sentences = 3;
constexpr std::size_t role_words = 9;         // words
constexpr std::size_t longest_organisation = 12; // words
constexpr double introduced_role = 0.5;

template <std::size_t N>
bool is_one_of(std::array<std::string_view, N> const& words, std::string_view word)
{
    return std::find(words.begin(), words.end(), word) != words.end();
}

bool is_preposition(std::string_view word) { return is_list_word(word, ListWord::preposition); }

bool is_article(std::string_view word) { return is_list_word(word, ListWord::article); }

bool is_time_word(std::string_view word) { return is_list_word(word, ListWord::time_word); }

bool is_former(std::string_view word) { return is_list_word(word, ListWord::former); }

/// What sort of house it is, in front of its name: "der Firma Beispiel".
bool is_kind_of_house(std::string_view word)
{
    constexpr std::array<std::string_view, 8> words{"firma", "firmen", "agentur", "unternehmen", "unternehmens", "company", "startup", "agency"};
    return std::any_of(words.begin(), words.end(), [&](auto kind) { return word.ends_with(kind); });
}

struct Word {
    std::string_view text;   ///< with its signs
    std::string key;         ///< folded
    std::size_t begin = 0;
    std::size_t end = 0;     ///< without the sign behind
    bool ends_part = false;  ///< a comma, colon or semicolon follows
    bool capital = false;
};

bool starts_large(std::string_view text)
{
    auto const begin = text.find_first_not_of("(\"'&");
    if (begin == text.npos) {
        return true;
    }
    auto const c = static_cast<unsigned char>(text[begin]);
    return (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || (c == 0xc3 && begin + 1 < text.size() && static_cast<unsigned char>(text[begin + 1]) < 0x9f) || c == 0xc2;
}

std::vector<Word> sentence_words(std::string_view sentence)
{
    std::vector<Word> words;
    for (std::size_t begin = 0; begin < sentence.size();) {
        begin = std::min(sentence.find_first_not_of(" \n\t", begin), sentence.size());
        auto const end = std::min(sentence.find_first_of(" \n\t", begin), sentence.size());
        if (begin == end) {
            break;
        }
        Word word;
        word.text = sentence.substr(begin, end - begin);
        word.key = fold(word.text);
        word.begin = begin;
        word.end = end;
        while (word.end > begin + 1 && std::string_view(",;:.").find(sentence[word.end - 1]) != std::string_view::npos) {
            word.ends_part |= sentence[word.end - 1] != '.' || end == sentence.size();
            --word.end;
        }
        word.capital = starts_large(word.text);
        words.push_back(std::move(word));
        begin = end;
    }
    return words;
}

class Introduction {
public:
    explicit Introduction(std::string_view sentence) : m_sentence(sentence), m_words(sentence_words(sentence)) {}

    /// The post that somebody works in says more than the profession that they learnt.
    std::optional<Affiliation> read() const
    {
        std::optional<Affiliation> best;
        for (std::size_t index = 0; index < m_words.size() && index < 24; ++index) {
            auto const start = behind_verb(index);
            auto found = start ? from(*start) : std::nullopt;
            if (found && (!best || (best->organisation.empty() && !found->organisation.empty()) || (best->organisation.empty() == found->organisation.empty() && (key(index) == "arbeitet" || key(index) == "works")))) {
                best = std::move(found);
            }
        }
        return best;
    }

private:
    std::string_view key(std::size_t index) const { return index < m_words.size() ? std::string_view(m_words[index].key) : std::string_view{}; }

    std::string slice(std::size_t first, std::size_t end) const
    {
        return first < end ? std::string(m_sentence.substr(m_words[first].begin, m_words[end - 1].end - m_words[first].begin)) : std::string{};
    }

    /// Where the role may begin if the word at `index` is a verb of being or working.
    std::optional<std::size_t> behind_verb(std::size_t index) const
    {
        auto const verb = key(index);
        if (verb == "ist" || verb == "is") {
            return index + 1;
        }
        if (verb == "arbeitet" || verb == "works" || verb == "dort" || verb == "working") {
            for (auto next = index + 1; next < std::min(index + 6, m_words.size()); ++next) {
                if (key(next) == "als" || key(next) == "as") {
                    return next + 1;
                }
            }
        }
        return std::nullopt;
    }

    std::size_t skip_time(std::size_t index) const
    {
        while (index < m_words.size() && (is_time_word(key(index)) || is_article(key(index)))) {
            ++index;
        }
        if (key(index) == "seit" || key(index) == "since") {
            ++index;
            while (index < m_words.size() && !(key(index).find_first_not_of("0123456789") == std::string_view::npos)) {
                ++index;
            }
            ++index;
            index += key(index) == "jahren" || key(index) == "years" ? 1 : 0;
        }
        while (index < m_words.size() && (is_time_word(key(index)) || is_article(key(index)))) {
            ++index;
        }
        return index;
    }

    std::optional<Affiliation> from(std::size_t index) const
    {
        auto first = skip_time(index);
        if (first >= m_words.size() || is_former(key(first))) {
            return std::nullopt;
        }
        auto const department = key(first) == "im" || key(first) == "in";
        first += department;
        auto const end = end_of_role(first);
        auto const role = slice(first, end);
        if (role.empty() || (!department && role_likelihood(role) < introduced_role)) {
            return std::nullopt;
        }
        Affiliation found{role, organisation_from(end)};
        if (department && (found.organisation.empty() || organisation_likelihood(role) > 0.6)) {
            return std::nullopt;
        }
        return found;
    }

    /// A role goes on over "und", commas and "für", as long as what follows is one too.
    std::size_t end_of_role(std::size_t first) const
    {
        auto index = first;
        while (index < m_words.size() && index - first < role_words) {
            auto const word = key(index);
            if (index > first && is_preposition(word) && !goes_on_with_task(index)) {
                return index;
            }
            if ((word == "fuer" || word == "fur" || word == "for") && names_house(index + 1)) {
                return index;
            }
            if ((word == "und" || word == "and") && !is_role_at(index + 1) && !works_at_house_behind(index + 1)) {
                return index;
            }
            ++index;
            if (m_words[index - 1].ends_part && !(index < m_words.size() && m_words[index].capital && role_likelihood(slice(index, index + 1)) >= introduced_role)) {
                return index;
            }
        }
        return index;
    }

    /// "Leiter der Entwicklung bei …", "head of research at …": a genitive that is no house belongs to the role.
    bool goes_on_with_task(std::size_t index) const
    {
        auto const word = key(index);
        if (word == "of") {
            return !names_house(index + 1);
        }
        if ((word != "der" && word != "des") || names_house(index + 1) || index + 1 >= m_words.size() || !m_words[index + 1].capital) {
            return false;
        }
        return works_at_house_behind(index + 1);
    }

    bool is_role_at(std::size_t index) const { return index < m_words.size() && role_likelihood(slice(index, index + 1)) >= introduced_role; }

    /// "… und Entwicklung bei der Beispiel AG": a task, whose house comes a few words later.
    bool works_at_house_behind(std::size_t index) const
    {
        if (index >= m_words.size() || !m_words[index].capital) {
            return false;
        }
        for (auto later = index + 1; later < std::min(index + 5, m_words.size()); ++later) {
            if (key(later) == "bei" || key(later) == "beim" || key(later) == "at") {
                return true;
            }
        }
        return false;
    }

    /// Whether an organisation's name begins at the word, behind an article perhaps.
    bool names_house(std::size_t index) const
    {
        index += index < m_words.size() && is_article(key(index));
        if (index >= m_words.size() || !m_words[index].capital) {
            return false;
        }
        return organisation_likelihood(slice(index, end_of_house(index))) >= 0.6;
    }

    /// A name of capital words, and the small words between such.
    std::size_t end_of_house(std::size_t first) const
    {
        constexpr std::array<std::string_view, 13> between{"der", "des", "fuer", "fur", "und", "of", "for", "and", "in", "the", "de", "la", ""};
        auto end = first;
        for (auto index = first; index < m_words.size() && index - first < longest_organisation; ++index) {
            if (!m_words[index].capital && !is_one_of(between, std::string_view(m_words[index].key))) {
                break;
            }
            if (m_words[index].capital) {
                end = index + 1;
            }
            if (m_words[index].ends_part) {
                break;
            }
        }
        return end;
    }

    /// The likeliest name behind one of the prepositions that follow the role.
    std::string organisation_from(std::size_t index) const
    {
        std::string best;
        double best_likelihood = 0.3;
        for (int tries = 0; index < m_words.size() && tries < 4; ++index) {
            auto const preposition = key(index);
            auto const working = preposition == "fuer" || preposition == "fur" || preposition == "for";
            if ((index > 0 && m_words[index - 1].ends_part) || (!is_preposition(preposition) && !working)) {
                if (tries > 0 && m_words[index].ends_part) {
                    break;
                }
                continue;
            }
            ++tries;
            auto first = index + 1;
            while (first < m_words.size() && ((is_article(key(first)) && !m_words[first].capital) || is_kind_of_house(key(first)))) {
                ++first;
            }
            auto name = slice(first, end_of_house(first));
            if (name.empty() && first + 2 <= m_words.size() && organisation_likelihood(slice(first, first + 2)) >= 0.8) {
                name = slice(first, first + 2); // a house that writes itself small: "der adyard GmbH"
            }
            auto const sure = preposition == "bei" || preposition == "beim" || preposition == "at" || preposition == "von" || preposition == "with" || is_kind_of_house(key(first - 1));
            auto const likelihood = name.empty() ? 0 : organisation_likelihood(name) + (sure ? 0.35 : 0) - (is_place(name) ? 0.4 : 0);
            if (likelihood > best_likelihood) {
                best = name;
                best_likelihood = likelihood;
            }
        }
        return best;
    }

    std::string_view m_sentence;
    std::vector<Word> m_words;
};

} // namespace

Affiliation read_introduction(std::string_view prose)
{
    auto const beginning = prose.substr(0, introduction_bytes);
    std::size_t count = 0;
    for (auto const& range : split_sentences(beginning)) {
        if (count++ == most_sentences) {
            break;
        }
        auto sentence = range.of(beginning);
        while (!sentence.empty() && (sentence.back() == '.' || sentence.back() == ';')) {
            sentence.remove_suffix(1);
        }
        if (auto found = Introduction(sentence).read()) {
            return std::move(*found);
        }
    }
    return {};
}

} // namespace knowwho
