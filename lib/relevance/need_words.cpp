// SPDX-License-Identifier: MIT
#include "relevance/need_words.hpp"

#include "data/resources.hpp"
#include "text/compounds.hpp"
#include "text/folding.hpp"
#include "text/lexicon.hpp"
#include "text/stop_words.hpp"
#include "text/tokens.hpp"

#include <algorithm>
#include <array>
#include <unordered_set>

namespace knowwho {
namespace {

// How much words count beside a noun that names whom or what is sought.
constexpr float emphasis_of_own = 0.4F;        ///< what the asker says of themselves
constexpr float emphasis_of_extras = 0.5F;     ///< what would be nice
constexpr float emphasis_of_common = 0.3F;     ///< words that fit everybody
constexpr float emphasis_of_lower_case = 0.7F; ///< German verbs and adjectives
constexpr float emphasis_of_part = 0.8F;       ///< a part of a compound; the whole keeps less
constexpr std::size_t shortest_need_word = 4;
constexpr std::size_t longest_run = 3;

/// The words of a list with columns word and language, as "de" + folded word.
std::unordered_set<std::string> read_list(std::string_view path)
{
    auto set = std::unordered_set<std::string>{};
    for (auto const& row : read_rows(resource(path))) {
        set.insert((row.size() > 1 ? std::string{row[1]} : std::string{"de"}) + fold(row[0]));
    }
    return set;
}

bool is_listed(std::unordered_set<std::string> const& words, std::string_view folded, Language language)
{
    auto const of = [&](char const* code) { return words.contains(code + std::string{folded}); };
    return (language != Language::english && of("de")) || (language != Language::german && of("en"));
}

bool is_wish_word(std::string_view folded, Language language)
{
    static auto const words = read_list("lexicon/wish_words.tsv");
    return is_listed(words, folded, language);
}

bool is_common_word(std::string_view folded, Language language)
{
    static auto const words = read_list("lexicon/common_words.tsv");
    return is_listed(words, folded, language);
}

/// "ideally", "gern", ...: from here to the end of the clause it says what would be nice but need not be.
bool speaks_of_extras(std::string_view folded)
{
    constexpr auto words = std::array<std::string_view, 10>{"ideally", "preferably", "perhaps", "gern", "gerne", "idealerweise",
                                                            "vorzugsweise", "liebsten", "moglichst", "vielleicht"};
    return std::find(words.begin(), words.end(), folded) != words.end();
}

/// "unser", "we", ...: from here to the end of the clause the asker speaks of themselves.
bool speaks_of_asker(std::string_view folded)
{
    constexpr auto words = std::array<std::string_view, 12>{"wir", "unser", "unsere", "unseren", "unserem", "unserer",
                                                            "unseres", "ich", "we", "our", "my", "mein"};
    return std::find(words.begin(), words.end(), folded) != words.end();
}

bool has_comma(std::string_view gap)
{
    return gap.find(',') != gap.npos;
}

bool begins_in_lower_case(std::string_view written)
{
    return !written.empty() && capitalised(written) != written;
}

float emphasis_of(std::string_view written, std::string_view folded, Language language)
{
    if (is_common_word(folded, language)) {
        return emphasis_of_common;
    }
    return language == Language::german && begins_in_lower_case(written) ? emphasis_of_lower_case : 1.0F;
}

bool is_filler(std::string_view folded, Language language)
{
    return folded.size() < 2 || is_stop_word(folded, language) || is_wish_word(folded, language);
}

/// "IT", "KI", "3D"
bool is_acronym(std::string_view written)
{
    return written.size() >= 2
        && std::all_of(written.begin(), written.end(), [](char c) { return (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9'); });
}

/// Puts a word and its parts into the list, the parts behind it.
void add_with_parts(ReadWord whole, std::vector<ReadWord> parts, std::vector<ReadWord>& words)
{
    auto const emphasis = whole.emphasis;
    whole.emphasis = parts.empty() ? emphasis : emphasis * (1 - emphasis_of_part / 2);
    words.push_back(std::move(whole));
    for (auto& part : parts) {
        part.emphasis = std::min(part.emphasis, emphasis) * emphasis_of_part;
        part.part = true;
        words.push_back(std::move(part));
    }
}

/// Gathers the words behind hyphens, which count as one word with its parts.
class HyphenRun {
public:
    void add(ReadWord word) { m_words.push_back(std::move(word)); }

    void end(Language language, std::vector<ReadWord>& words)
    {
        if (m_words.size() < 2) {
            std::move(m_words.begin(), m_words.end(), std::back_inserter(words));
        } else {
            auto whole = ReadWord{{}, {}, m_words.back().emphasis, false};
            for (auto const& word : m_words) {
                whole.written += (whole.written.empty() ? "" : "-") + word.written;
                whole.folded += word.folded;
            }
            std::erase_if(m_words, [&](auto const& word) {
                bool const too_short = word.folded.size() < shortest_need_word && !is_acronym(word.written);
                return too_short || is_filler(word.folded, language);
            });
            add_with_parts(std::move(whole), std::move(m_words), words);
        }
        m_words.clear();
    }

private:
    std::vector<ReadWord> m_words;
};

} // namespace

std::vector<ReadWord> read_need_words(std::string_view text, Language language)
{
    auto words = std::vector<ReadWord>{};
    auto run = HyphenRun{};
    bool of_asker = false;
    bool of_extras = false;
    std::size_t last_end = 0;
    for (auto word = Words{text}; word.next(); last_end = word.end()) {
        if (!word.joined()) {
            run.end(language, words);
        }
        bool const clause_begins = word.after_break() || has_comma(text.substr(last_end, word.begin() - last_end));
        of_asker = (of_asker && !clause_begins) || speaks_of_asker(word.folded());
        of_extras = (of_extras && !clause_begins) || speaks_of_extras(word.folded());
        auto const emphasis = emphasis_of(word.written(), word.folded(), language) * (of_asker ? emphasis_of_own : 1.0F)
            * (of_extras ? emphasis_of_extras : 1.0F);
        run.add({std::string{word.written()}, std::string{word.folded()}, emphasis, false});
    }
    run.end(language, words);
    std::erase_if(words, [&](auto const& word) { return is_filler(word.folded, language); });
    return words;
}

void split_compounds(std::vector<ReadWord>& words, std::function<bool(std::string_view)> const& is_word)
{
    auto split = std::vector<ReadWord>{};
    for (auto& word : words) {
        auto parts = std::vector<ReadWord>{};
        if (!word.part) {
            for (auto const& part : split_compound(lower_case(word.written), is_word)) {
                auto folded = fold(part);
                auto const emphasis = is_common_word(folded, Language::german) ? word.emphasis * emphasis_of_common : word.emphasis;
                parts.push_back({part, std::move(folded), emphasis, true});
            }
            add_with_parts(std::move(word), std::move(parts), split);
        } else {
            split.push_back(std::move(word));
        }
    }
    words = std::move(split);
}

std::vector<std::vector<std::size_t>> phrases_of(std::span<ReadWord const> words)
{
    auto phrases = std::vector<std::vector<std::size_t>>{};
    for (std::size_t begin = 0; begin < words.size(); ++begin) {
        auto run = std::vector<std::size_t>{};
        for (auto place = begin; place < words.size() && run.size() < longest_run; ++place) {
            if (words[begin].part && !words[place].part) {
                break;
            }
            if (words[place].part && !words[begin].part) {
                continue;
            }
            run.push_back(place);
            phrases.push_back(run);
        }
    }
    return phrases;
}

std::string lower_case(std::string_view word)
{
    auto lower = std::string{word};
    for (std::size_t i = 0; i < lower.size(); ++i) {
        auto& byte = lower[i];
        bool const after_c3 = i > 0 && lower[i - 1] == '\xC3';
        bool const upper = after_c3 ? byte == '\x84' || byte == '\x96' || byte == '\x9C' : byte >= 'A' && byte <= 'Z';
        byte = upper ? static_cast<char>(byte | 0x20) : byte;
    }
    return lower;
}

std::string capitalised(std::string_view word)
{
    auto upper = std::string{word};
    if (!upper.empty() && upper[0] >= 'a' && upper[0] <= 'z') {
        upper[0] = static_cast<char>(upper[0] - 0x20);
    } else if (upper.size() > 1 && upper[0] == '\xC3') {
        auto& byte = upper[1];
        bool const umlaut = byte == '\xA4' || byte == '\xB6' || byte == '\xBC';
        byte = umlaut ? static_cast<char>(byte & ~0x20) : byte;
    }
    return upper;
}

} // namespace knowwho
