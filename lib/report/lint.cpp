// SPDX-License-Identifier: MIT
// What one had better not say: found in generated sentences and in the user's own.
#include "report/lint.hpp"

#include "data/resources.hpp"
#include "model/error.hpp"
#include "report/clean_text.hpp"
#include "report/phrases.hpp"
#include "report/sensitive.hpp"
#include "text/folding.hpp"
#include "text/lexicon.hpp"
#include "text/sentences.hpp"
#include "text/tokens.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <optional>

namespace knowwho {

namespace {

constexpr std::size_t most_words = 30;
constexpr std::size_t most_i = 2;

struct NamedKind {
    LintKind kind;
    std::string_view name;
};

constexpr std::array<NamedKind, 8> kinds{{
    {LintKind::flattery, "flattery"}, {LintKind::self_praise, "self_praise"}, {LintKind::hidden_ask, "hidden_ask"},
    {LintKind::belittling, "belittling"}, {LintKind::unverifiable, "unverifiable"},
    {LintKind::counting_i, "counting_i"}, {LintKind::sensitive, "sensitive"}, {LintKind::too_long, "too_long"},
}};

/// Throws Error (usage) for a kind that is none, as an overriding table may have.
LintKind kind_named(std::string_view name)
{
    auto const* const kind = std::find_if(kinds.begin(), kinds.end(), [&](NamedKind const& one) { return one.name == name; });
    if (kind == kinds.end()) {
        throw Error{ExitCode::usage, fmt::format("openers/lint.tsv: '{}' is no kind of finding", name), "the kinds are those of the table built in"};
    }
    return kind->kind;
}

/// Words that follow each other; "*" at the end of a word stands for any ending.
struct Rule {
    std::string kind;
    std::vector<std::string> words;
};

std::vector<std::string> words_of_rule(std::string_view text)
{
    std::vector<std::string> words;
    while (!text.empty()) {
        std::size_t const end = std::min(text.find(' '), text.size());
        std::string_view const word = text.substr(0, end);
        bool const open = word.ends_with('*');
        words.push_back(fold(word) + (open ? "*" : ""));
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return words;
}

std::vector<Rule> const& rules()
{
    static auto const table = [] {
        std::vector<Rule> rows;
        for (auto const& row : read_rows(resource("openers/lint.tsv"))) {
            if (row.size() >= 2) {
                rows.push_back({std::string{row[0]}, words_of_rule(row[1])});
            }
        }
        return rows;
    }();
    return table;
}

struct Word {
    std::string folded;
    std::size_t begin = 0, end = 0;
};

std::vector<Word> words_in(std::string_view sentence)
{
    std::vector<Word> words;
    Words reader{sentence};
    while (reader.next()) {
        words.push_back({std::string{reader.folded()}, reader.begin(), reader.end()});
    }
    return words;
}

bool fits(std::string const& pattern, std::string const& word)
{
    return pattern.ends_with('*') ? word.starts_with(std::string_view{pattern}.substr(0, pattern.size() - 1)) : pattern == word;
}

/// Where the words of a rule stand one after the other; as written.
std::optional<std::string> find_rule(Rule const& rule, std::string_view sentence, std::vector<Word> const& words)
{
    auto const found = std::search(words.begin(), words.end(), rule.words.begin(), rule.words.end(),
        [](Word const& word, std::string const& pattern) { return fits(pattern, word.folded); });
    if (found == words.end() || rule.words.empty()) {
        return std::nullopt;
    }
    auto const last = found + static_cast<std::ptrdiff_t>(rule.words.size()) - 1;
    return std::string{sentence.substr(found->begin, last->end - found->begin)};
}

/// What one sentence is looked at with, and what stood before it in its paragraph.
class Linter {
public:
    explicit Linter(Language language) : m_language(language), m_phrases(language) {}

    void paragraph() { m_personal = false; }
    void sentence(std::string_view sentence, std::size_t line);
    std::vector<LintFinding> take() { return std::move(m_findings); }

private:
    void rules_in(std::string_view sentence, std::vector<Word> const& words);
    void add(LintKind kind, std::string words)
    {
        std::string const reason{m_phrases("lint_" + std::string{name_of(kind)})};
        m_findings.push_back({kind, m_line, m_sentence, std::move(words), reason});
    }

    Language m_language;
    Phrases m_phrases;
    std::vector<LintFinding> m_findings;
    std::string m_sentence;
    std::size_t m_line = 1;
    bool m_personal = false;
};

void Linter::rules_in(std::string_view sentence, std::vector<Word> const& words)
{
    std::optional<std::string> ask;
    bool personal = false;
    std::vector<std::string> seen;
    for (auto const& rule : rules()) {
        auto const found = find_rule(rule, sentence, words);
        bool const again = std::find(seen.begin(), seen.end(), rule.kind) != seen.end();
        if (!found || again) {
            continue;
        }
        if (rule.kind == "ask") {
            ask = found;
        } else if (rule.kind == "personal") {
            personal = true;
        } else {
            seen.push_back(rule.kind);
            add(kind_named(rule.kind), *found);
        }
    }
    if (ask && (m_personal || personal)) {
        add(LintKind::hidden_ask, *ask);
    }
    m_personal = m_personal || personal;
}

void Linter::sentence(std::string_view sentence, std::size_t line)
{
    m_line = line;
    m_sentence = clean_line(sentence, 300);
    auto const words = words_in(sentence);
    rules_in(sentence, words);
    std::string_view const me = m_language == Language::german ? "ich" : "i";
    auto const count = static_cast<std::size_t>(
        std::count_if(words.begin(), words.end(), [&](Word const& word) { return word.folded == me; }));
    if (count > most_i) {
        add(LintKind::counting_i, std::to_string(count));
    }
    if (auto const topic = sensitive_topic(sentence, m_language)) {
        add(LintKind::sensitive, *topic);
    }
    if (words.size() > most_words) {
        add(LintKind::too_long, std::to_string(words.size()));
    }
}

} // namespace

std::vector<LintFinding> lint(std::string_view text, Language language)
{
    Linter linter{language};
    std::size_t line = 1, at = 0;
    for (auto const& range : split_sentences(text)) {
        std::string_view const gap = text.substr(at, range.begin - at);
        auto const breaks = std::count(gap.begin(), gap.end(), '\n');
        line += static_cast<std::size_t>(breaks);
        if (breaks > 1) {
            linter.paragraph();
        }
        linter.sentence(range.of(text), line);
        std::string_view const sentence = range.of(text);
        line += static_cast<std::size_t>(std::count(sentence.begin(), sentence.end(), '\n'));
        at = range.end;
    }
    return linter.take();
}

std::string_view name_of(LintKind kind)
{
    return kinds[static_cast<std::size_t>(kind)].name;
}

} // namespace knowwho
