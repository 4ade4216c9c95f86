// SPDX-License-Identifier: MIT
#include "identity/name_parser.hpp"

#include "identity/name_affixes.hpp"
#include "identity/name_lexicon.hpp"
#include "identity/name_order.hpp"
#include "identity/name_reading.hpp"
#include "identity/name_tokens.hpp"
#include "identity/native_names.hpp"

#include <algorithm>
#include <span>
#include <vector>

namespace knowwho {
namespace {

using Words = std::vector<NameToken>;

void append_word(std::string& text, std::string_view word)
{
    if (word.empty()) {
        return;
    }
    if (!text.empty()) {
        text += ' ';
    }
    text += word;
}

/// Suffixes keep the comma that parted them: "PMP, CISSP".
void append_suffix(std::string& text, NameToken const& word, int& last_segment)
{
    if (!text.empty()) {
        text += word.segment != last_segment ? ", " : " ";
    }
    text += word.text;
    last_segment = word.segment;
}

class Reader {
public:
    Reader(std::string_view written, NameHints const& hints, NameText const& text, Words words, NameReading& reading)
        : m_hints(hints), m_text(text), m_words(std::move(words)), m_reading(reading)
    {
        m_reading.name.written = written;
    }

    void read()
    {
        take_titles();
        take_suffixes();
        if (m_words.size() == 1 && split_native(m_words.front().text, m_reading.name)) {
            m_reading.words = m_reading.known_words = 2;
        } else if (!m_words.empty()) {
            share_out();
        }
        finish();
    }

private:
    void take_titles();
    void take_suffixes();
    void share_out();
    void share_by_comma(std::size_t comma);
    bool is_arabic_article(std::span<NameToken const> given) const;
    void add_given(std::span<NameToken const> words);
    void add_family(std::span<NameToken const> words);
    void finish();

    NameHints const& m_hints;
    NameText const& m_text;
    Words m_words;
    NameReading& m_reading;
    std::string m_title;
    std::string m_suffix;
    bool m_titled = false;
};

void Reader::take_titles()
{
    constexpr auto any_title = word_kind::any_salutation | word_kind::title | word_kind::dot_title | word_kind::noble | word_kind::suffix;
    if (std::ranges::none_of(m_words, [](auto const& word) { return has_kind(word, any_title); })) {
        return;
    }
    auto kept = std::size_t{0}; // words, moved up to the front
    auto after_title = false;
    for (auto i = std::size_t{0}; i < m_words.size(); ++i) {
        auto const& word = m_words[i];
        auto const left = m_words.size() - i - 1 + kept;
        auto const alone = left == 0 || (i + 1 < m_words.size() && m_words[i + 1].segment != word.segment
                                         && (i == 0 || m_words[i - 1].segment != word.segment) && kept == 0);
        if (alone || !is_title_here(m_words, i, after_title)) {
            after_title = false;
            if (kept < i) {
                m_words[kept] = std::move(m_words[i]);
            }
            ++kept;
            continue;
        }
        auto const salutation = has_kind(word, word_kind::any_salutation) && m_title.empty();
        append_word(salutation ? m_reading.salutation : m_title, word.text);
        if (has_kind(word, word_kind::mr | word_kind::mrs)) {
            m_reading.name.salutation = has_kind(word, word_kind::mr) ? Salutation::mr : Salutation::mrs;
        }
        m_titled = true;
        after_title = true;
    }
    m_words.resize(kept);
}

void Reader::take_suffixes()
{
    auto const mixed = std::ranges::any_of(m_words, [](auto const& word) { return !word.upper && !word.initial && !has_kind(word, word_kind::suffix); });
    auto end = m_words.size();
    while (end > 1 && is_suffix_here(m_words, end - 1, mixed) && (end > 2 || m_titled || m_words[end - 1].segment != m_words[end - 2].segment || !m_words[end - 1].known)) {
        --end;
    }
    auto segment = 0;
    for (auto i = end; i < m_words.size(); ++i) {
        append_suffix(m_suffix, m_words[i], segment);
    }
    m_words.resize(end);
    // "von Bergen MD, Pennie" and "Doe, Jr., John": a degree before the comma.
    for (auto i = std::size_t{1}; i + 1 < m_words.size(); ++i) {
        auto const ends_part = m_words[i].segment != m_words[i + 1].segment || is_suffix_here(m_words, i + 1, mixed);
        if (ends_part && is_suffix_here(m_words, i, mixed)) {
            append_suffix(m_suffix, m_words[i], segment);
            m_words.erase(m_words.begin() + static_cast<std::ptrdiff_t>(i--));
        }
    }
}

void Reader::share_out()
{
    m_reading.words = static_cast<int>(m_words.size());
    m_reading.known_words = static_cast<int>(std::ranges::count_if(m_words, &NameToken::known));
    if (auto const at = first_comma(m_words); at > 0) {
        share_by_comma(at);
        return;
    }
    auto const all = std::span<NameToken const>{m_words};
    m_reading.order_odds = order_odds(all);
    auto const family = find_family(all, m_reading.order_odds, m_hints.habit, m_titled);
    m_reading.order = m_words.size() < 2 ? NameOrder::unknown : family.from == 0 ? NameOrder::family_first : NameOrder::given_first;
    m_reading.name.confidence = family.confidence;
    add_family(all.subspan(family.from, family.end - family.from));
    add_given(all.first(family.from));
    add_given(all.subspan(family.end));
}

void Reader::share_by_comma(std::size_t at)
{
    auto const all = std::span<NameToken const>{m_words};
    auto const given = all.subspan(at);
    auto const particles = trailing_particles(all.first(at), given);
    m_reading.name.confidence = 0.97;
    add_given(given.first(particles));
    add_family(given.subspan(particles));
    add_family(all.first(at));
}

/// Capitals as other names are written; a particle small, unless it is a name here ("LI Wei").
std::string shown(NameToken const& word, bool is_name)
{
    auto const particle = has_kind(word, word_kind::particle);
    if (!word.upper || word.initial || (word.text.size() < 4 && !word.known && !particle)) {
        return std::string{word.text};
    }
    return natural_case(word.text, particle && !is_name);
}

/// "Al Zahra El-Amrani": not "Al Gore", nor "Al Roker Khan".
bool Reader::is_arabic_article(std::span<NameToken const> given) const
{
    auto const starts = [](NameToken const& word) { return word.key.starts_with("al") || word.key.starts_with("el"); };
    auto const& last = m_words.back();
    return given.size() >= 2 && (given[0].key == "al" || given[0].key == "el") && !given[0].dotted && starts(last) && last.dashed;
}

void Reader::add_given(std::span<NameToken const> words)
{
    auto& name = m_reading.name;
    auto const article = name.given.empty() && is_arabic_article(words);
    for (auto const& word : words) {
        append_word(name.given.empty() || (article && &word == &words[1]) ? name.given : name.middle, shown(word, &word == &words.front()));
    }
}

void Reader::add_family(std::span<NameToken const> words)
{
    for (auto const& word : words) {
        append_word(m_reading.name.family, shown(word, words.size() == 1));
    }
}

void Reader::finish()
{
    auto& name = m_reading.name;
    name.title = m_hints.title;
    append_word(name.title, m_title);
    append_word(name.title, m_text.title);
    name.suffix = m_suffix;
    append_word(name.suffix, m_text.suffix);
    name.nickname = m_text.nickname;
    name.maiden = m_text.maiden;
    auto const kinds = m_hints.salutation.empty() ? 0 : word_kinds(m_hints.salutation);
    if ((kinds & (word_kind::mr | word_kind::mrs)) != 0) {
        name.salutation = (kinds & word_kind::mr) != 0 ? Salutation::mr : Salutation::mrs;
    }
}

} // namespace

NameReading read_name(std::string_view written, NameHints const& hints)
{
    auto reading = NameReading{};
    if (is_placeholder_name(written)) {
        reading.name.written = written;
        return reading;
    }
    auto const text = tidy_name(written);
    Reader{written, hints, text, name_tokens(text), reading}.read();
    return reading;
}

NameReading read_name(std::string_view written, NameText const& text, std::vector<NameToken> words)
{
    auto const none = NameHints{};
    auto reading = NameReading{};
    Reader{written, none, text, std::move(words), reading}.read();
    return reading;
}

PersonName parse_name(std::string_view written, NameHints const& hints) { return read_name(written, hints).name; }

} // namespace knowwho
