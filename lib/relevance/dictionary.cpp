// SPDX-License-Identifier: MIT
#include "relevance/dictionary.hpp"

#include "relevance/bridge_list.hpp"
#include "relevance/parts.hpp"
#include "relevance/prefix_scan.hpp"
#include "text/ascii.hpp"
#include "text/folding.hpp"
#include "text/stop_words.hpp"
#include "text/tokens.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <unordered_map>
#include <unordered_set>

namespace knowwho {
namespace {

constexpr std::size_t most_translations = 8;
constexpr std::size_t longest_entry = 3;
constexpr std::size_t longest_line = 20'000; ///< longer ones are no dictionary
constexpr std::size_t longest_ending = 10; ///< that a stem lacks, and a letter; compounds go on for longer
constexpr float least_trust = 0.2F;

/// Fields that a business event hardly means; their senses count little.
constexpr auto far_fields = std::array<std::string_view, 14>{"[zool.]", "[bot.]",  "[mus.]",  "[cook.]", "[ornith.]", "[relig.]", "[mil.]",
                                                             "[anat.]", "[hist.]", "[slang]", "[vulg.]", "[poet.]",  "[naut.]",  "[ling.]"};
constexpr double weight_of_far_fields = 0.3;

/// The text without what stands in brackets of any kind, and without abbreviations behind it.
std::string without_notes(std::string_view text)
{
    auto bare = std::string{};
    int depth = 0;
    bool in_abbreviation = false;
    for (char const c : text) {
        if (c == '/' && (in_abbreviation || bare.ends_with(' '))) {
            in_abbreviation = !in_abbreviation; // "künstliche Intelligenz /KI/"
        } else if (in_abbreviation) {
            continue;
        } else if (c == '{' || c == '[' || c == '(') {
            ++depth;
        } else if (c == '}' || c == ']' || c == ')') {
            depth = std::max(0, depth - 1);
        } else if (depth == 0) {
            bare.push_back(c);
        }
    }
    return std::string{trimmed(bare, " ")};
}

/// "etwas", "jemanden", "something": where an object would stand.
bool is_placeholder(std::string_view word)
{
    constexpr auto placeholders = std::array<std::string_view, 7>{"etw", "jd", "jdn", "jdm", "jds", "sth", "sb"};
    return std::find(placeholders.begin(), placeholders.end(), word) != placeholders.end();
}

std::vector<std::string> entry_words(std::string_view text, Language language)
{
    auto words = folded_words(text);
    std::erase_if(words, [&](auto const& word) { return word.size() < 2 || is_stop_word(word, language) || is_placeholder(word); });
    return words;
}

/// The piece of `text` around `place` between two separators.
std::string_view piece_around(std::string_view text, std::size_t place, char separator)
{
    auto const before = place == 0 ? text.npos : text.rfind(separator, place - 1);
    auto const begin = before == text.npos ? 0 : before + 1;
    return text.substr(begin, std::min(text.find(separator, place), text.size()) - begin);
}

std::string_view nth_piece(std::string_view text, std::size_t n, char separator)
{
    for (; n > 0; --n) {
        auto const end = text.find(separator);
        if (end == text.npos) {
            return {};
        }
        text.remove_prefix(end + 1);
    }
    return text.substr(0, text.find(separator));
}

/// Whether a synonym begins at `place`: only blanks and "to" between it and a separator.
bool begins_synonym(std::string_view text, std::size_t place)
{
    auto const blank_before = [&] {
        while (place > 0 && text[place - 1] == ' ') {
            --place;
        }
    };
    blank_before();
    if (place >= 2 && text.substr(place - 2, 2) == "to") {
        place -= 2;
        blank_before();
    }
    return place == 0 || text[place - 1] == ';' || text[place - 1] == '|' || text[place - 1] == ':' || text[place - 1] == '\n';
}

/// The first place at or behind `place` where a line begins, or the end.
std::size_t line_end(std::string_view text, std::size_t place)
{
    auto const found = place == 0 ? text.npos : text.find('\n', place - 1);
    return found == text.npos ? text.size() : found + 1;
}

class LookUp {
public:
    LookUp(std::string_view entries, std::span<DictionaryQuery const> queries) : m_entries(entries), m_found(queries.size())
    {
        for (std::size_t i = 0; i < queries.size(); ++i) {
            auto const& query = queries[i];
            auto const letter = query.language == Language::german ? "d " : "e ";
            m_queries[letter + stem_key(query.words, query.language)].push_back(i);
            auto start = stem_key({&query.words.front(), 1}, query.language);
            m_first_stems.insert(letter + start);
            start.pop_back(); // a stem may end in another letter than its word: "policy", "polici"
            m_starts.push_back(std::move(start));
            m_scan.add(query.written);
            m_scan.add(query.words.front());
        }
    }

    void run()
    {
        auto at = m_scan.empty() ? m_entries.npos : m_scan.next(m_entries, 0);
        while (at != m_entries.npos) {
            if (begins_synonym(m_entries, at) && may_be_asked_for(at)) {
                look_at(at);
            }
            at = m_scan.next(m_entries, at + 1);
        }
    }

    /// What later entries had to say.
    void add(LookUp const& later)
    {
        for (std::size_t query = 0; query < m_found.size(); ++query) {
            for (auto const& [key, support] : later.m_found[query]) {
                auto& known = m_found[query][key];
                known.weight += support.weight;
                if (known.translation.words.empty()) {
                    known.translation = support.translation;
                }
            }
        }
    }

    /// For each query its translations, best first.
    std::vector<std::vector<Translation>> best() const
    {
        auto result = std::vector<std::vector<Translation>>(m_found.size());
        for (std::size_t query = 0; query < m_found.size(); ++query) {
            auto ordered = std::vector<std::pair<double, std::string>>{};
            for (auto const& [key, support] : m_found[query]) {
                ordered.emplace_back(-support.weight, key);
            }
            std::sort(ordered.begin(), ordered.end());
            for (auto const& [negative, key] : ordered) {
                auto translation = m_found[query].at(key).translation;
                translation.trust = static_cast<float>(std::sqrt(negative / ordered.front().first));
                if (translation.trust >= least_trust && result[query].size() < most_translations) {
                    result[query].push_back(std::move(translation));
                }
            }
        }
        return result;
    }

private:
    struct Support {
        Translation translation;
        double weight = 0;
    };

    void look_at(std::size_t at)
    {
        auto const line_break = m_entries.rfind('\n', at);
        auto const begin = line_break == m_entries.npos ? 0 : line_break + 1;
        auto const line = m_entries.substr(begin, std::min(m_entries.find('\n', at), m_entries.size()) - begin);
        auto const middle = line.find(" :: ");
        if (middle == line.npos || line.size() > longest_line) {
            return;
        }
        bool const german = at - begin < middle;
        auto const side = german ? line.substr(0, middle) : line.substr(middle + 4);
        auto const place = at - begin - (german ? 0 : middle + 4);
        auto const language = german ? Language::german : Language::english;
        auto const piece = piece_around(side, place, '|');
        auto const phrase = without_notes(synonym_at(side, place));
        auto const words = entry_words(phrase, language);
        if (words.empty() || words.size() > longest_entry) {
            return;
        }
        auto const found = m_queries.find((german ? "d " : "e ") + stem_key(words, language));
        if (found == m_queries.end()) {
            return;
        }
        auto const part = static_cast<std::size_t>(std::count(side.begin(), side.begin() + static_cast<std::ptrdiff_t>(place), '|'));
        auto const translated = nth_piece(german ? line.substr(middle + 4) : line.substr(0, middle), part, '|');
        bool const far = std::any_of(far_fields.begin(), far_fields.end(), [&](auto field) { return piece.find(field) != piece.npos; });
        for (auto const query : found->second) {
            take(query, translated, other_language(language), far ? weight_of_far_fields : 1.0);
        }
    }

    /// Whether the word there may be the first word of a query: spares most entries all further work. The
    /// same words stand at many places.
    bool may_be_asked_for(std::size_t at)
    {
        auto const end = std::min(m_entries.find_first_of(" ;|,{}()[]/-\n", at), m_entries.size());
        auto const written = m_entries.substr(at, end - at);
        if (auto const known = m_asked_for.find(written); known != m_asked_for.end()) {
            return known->second;
        }
        auto const word = fold(written);
        auto const begins = std::any_of(m_starts.begin(), m_starts.end(), [&](auto const& start) {
            return word.starts_with(start) && word.size() <= start.size() + longest_ending;
        });
        return m_asked_for.emplace(written, begins && may_be_first(word)).first->second;
    }

    bool may_be_first(std::string const& word) const
    {
        if (word.find(' ') != word.npos) {
            return true; // two words by our reckoning
        }
        return m_first_stems.contains("d " + stem_key({&word, 1}, Language::german)) || m_first_stems.contains("e " + stem_key({&word, 1}, Language::english));
    }

    static std::string_view synonym_at(std::string_view side, std::size_t place)
    {
        auto const end = side.find_first_of(";|", place);
        return side.substr(place, end == side.npos ? side.npos : end - place);
    }

    /// The first synonym of a line is the usual word, the later ones say it more and more specially.
    void take(std::size_t query, std::string_view synonyms, Language language, double weight)
    {
        for (int rank = 0; !synonyms.empty(); ++rank) {
            auto const end = std::min(synonyms.find(';'), synonyms.size());
            auto shown = without_notes(synonyms.substr(0, end));
            synonyms.remove_prefix(std::min(end + 1, synonyms.size()));
            auto words = entry_words(shown, language);
            if (words.empty() || words.size() > longest_entry) {
                continue;
            }
            auto const key = stem_key(words, language);
            auto& support = m_found[query][key];
            support.weight += weight / (1 + 0.3 * rank);
            if (support.translation.words.empty()) {
                support.translation = {std::move(words), std::move(shown), 1};
            }
        }
    }

    std::string_view m_entries;
    PrefixScan m_scan;
    std::unordered_map<std::string, std::vector<std::size_t>> m_queries;
    std::unordered_set<std::string> m_first_stems; ///< of the queries' first words, with the letter of the language
    std::unordered_map<std::string_view, bool> m_asked_for; ///< words of the entries seen so far
    std::vector<std::string> m_starts; ///< how the first words of the queries begin
    std::vector<std::unordered_map<std::string, Support>> m_found;
};

} // namespace

std::vector<std::vector<Translation>> look_up(std::string_view entries, std::span<DictionaryQuery const> queries)
{
    // Always the same parts, whatever the number of cores: sums must not depend on it.
    constexpr std::size_t parts = 8;
    auto parted = std::vector<LookUp>{};
    for (std::size_t part = 0, begin = 0; part < parts; ++part) {
        auto const end = part + 1 == parts ? entries.size() : line_end(entries, std::max(begin, entries.size() * (part + 1) / parts));
        parted.emplace_back(entries.substr(begin, end - begin), queries);
        begin = end;
    }
    in_parts(parts, 1, [&](std::size_t begin, std::size_t) { parted[begin].run(); });
    for (std::size_t part = 1; part < parts; ++part) {
        parted.front().add(parted[part]);
    }
    return parted.front().best();
}

} // namespace knowwho
