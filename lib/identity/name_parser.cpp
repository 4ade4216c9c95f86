// SPDX-License-Identifier: MIT
#include "identity/name_parser.hpp"

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

bool has_kind(NameToken const& word, std::uint32_t kinds) { return (word.kinds & kinds) != 0; }

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
    bool is_title_here(std::size_t at, bool after_title) const;
    bool leads_to_title(std::size_t at) const;
    bool is_degree_in_front(std::size_t at) const;
    void take_suffixes();
    bool is_suffix_here(std::size_t at, bool mixed_case) const;
    void share_out();
    void share_by_comma(std::size_t comma);
    bool is_arabic_article(std::span<NameToken const> given) const;
    void add_given(std::span<NameToken const> words);
    void add_family(std::span<NameToken const> words);
    void finish();
    std::size_t comma() const;

    NameHints const& m_hints;
    NameText const& m_text;
    Words m_words;
    NameReading& m_reading;
    std::string m_title;
    std::string m_suffix;
    bool m_titled = false;
};

/// "apl. Prof.", "Associate Professor": a word that is a title only in front of one.
bool Reader::leads_to_title(std::size_t at) const
{
    if (!has_kind(m_words[at], word_kind::title_lead) || at + 2 >= m_words.size() || m_words[at + 1].segment != m_words[at].segment) {
        return false;
    }
    return has_kind(m_words[at + 1], word_kind::title) || leads_to_title(at + 1);
}

/// "M.Sc. Anna Berg": a degree that stands behind a name elsewhere; letters alone may be a name.
bool Reader::is_degree_in_front(std::size_t at) const
{
    auto const& word = m_words[at];
    auto const left = std::ranges::count(m_words.begin() + static_cast<std::ptrdiff_t>(at) + 1, m_words.end(), word.segment, &NameToken::segment);
    auto const is_junior = word.text.starts_with("Jr"); // no degree, wherever it stands
    auto const written_so = word.text.find('.') != std::string_view::npos || (!word.upper && !word.lower && !word.known);
    return has_kind(word, word_kind::suffix) && left >= 2 && written_so && word.key.size() >= 2 && m_words[at + 1].given_known && !is_junior;
}

/// Whether the word at `at` is a title where it stands; the caller keeps one word for the name.
bool Reader::is_title_here(std::size_t at, bool after_title) const
{
    auto const& word = m_words[at];
    auto const first = at == 0 || m_words[at - 1].segment != word.segment;
    auto const letter = word.initial && word.key.size() == 1;
    if (leads_to_title(at) || ((first || after_title) && is_degree_in_front(at))) {
        return true;
    }
    if (has_kind(word, word_kind::title_more) && after_title && !(letter && !word.lower)) {
        return true;
    }
    if (letter && !has_kind(word, word_kind::any_salutation)) {
        return false;
    }
    // "Sen Hu", "Drew Barr": a title without its dot may be a name.
    auto const maybe_name = word.known && !word.dotted && !word.lower && m_words.size() == 2;
    if (maybe_name && !has_kind(word, word_kind::any_salutation)) {
        return false;
    }
    // "Graf Anton von Bergen", but "Edler von Bergen, Anton".
    if (at == 0 && has_kind(word, word_kind::noble) && m_words.size() >= 3 && !word.upper) {
        return !has_kind(m_words[1], word_kind::particle) || comma() == 0;
    }
    // "DI" is an Austrian engineer, "di" an Italian particle.
    if (has_kind(word, word_kind::particle) && !word.upper) {
        return false;
    }
    if (has_kind(word, word_kind::any_salutation | word_kind::dot_title) && (first || after_title)) {
        return !has_kind(word, word_kind::dot_title) || word.dotted || has_kind(word, word_kind::any_salutation);
    }
    return has_kind(word, word_kind::title) && (first || after_title);
}

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
        if (alone || !is_title_here(i, after_title)) {
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

/// Suffixes that are nobody's name, so that they need no mark to be known.
bool is_plain_suffix(NameToken const& word)
{
    static constexpr std::string_view plain[] = {"jr", "ii", "iii", "iv", "md", "phd", "esq", "mba", "mdb", "mdl", "cpa", "dds", "atty", "dmd", "msc", "bsc"};
    return std::ranges::find(plain, word.key) != std::end(plain);
}

bool Reader::is_suffix_here(std::size_t at, bool mixed_case) const
{
    auto const& word = m_words[at];
    auto const behind_comma = at > 0 && m_words[at - 1].segment != word.segment;
    if (!has_kind(word, word_kind::suffix)) {
        // Letters of an order that no list has: "Doe, John, LUTC" and "John Doe, LUTC".
        auto const letters = word.upper && mixed_case && !word.known && word.key.size() <= 5;
        return behind_comma && letters && (word.segment > 1 || at > 1);
    }
    if (is_plain_suffix(word) || (behind_comma && (!word.known || word.upper || word.dotted || word.key == "sr"))) {
        return true;
    }
    auto const marked = word.text.find('.') != std::string_view::npos && !word.initial;
    auto const shouted = (word.upper && mixed_case) || word.lower;
    return marked || shouted || !word.known || word.key == "sr" || word.key.size() >= 4;
}

void Reader::take_suffixes()
{
    auto const mixed = std::ranges::any_of(m_words, [](auto const& word) { return !word.upper && !word.initial && !has_kind(word, word_kind::suffix); });
    auto end = m_words.size();
    while (end > 1 && is_suffix_here(end - 1, mixed) && (end > 2 || m_titled || m_words[end - 1].segment != m_words[end - 2].segment || !m_words[end - 1].known)) {
        --end;
    }
    auto segment = 0;
    for (auto i = end; i < m_words.size(); ++i) {
        append_suffix(m_suffix, m_words[i], segment);
    }
    m_words.resize(end);
    // "von Bergen MD, Pennie" and "Doe, Jr., John": a degree before the comma.
    for (auto i = std::size_t{1}; i + 1 < m_words.size(); ++i) {
        auto const ends_part = m_words[i].segment != m_words[i + 1].segment || is_suffix_here(i + 1, mixed);
        if (ends_part && is_suffix_here(i, mixed)) {
            append_suffix(m_suffix, m_words[i], segment);
            m_words.erase(m_words.begin() + static_cast<std::ptrdiff_t>(i--));
        }
    }
}

std::size_t Reader::comma() const
{
    for (auto i = std::size_t{1}; i < m_words.size(); ++i) {
        if (m_words[i].segment != m_words[0].segment) {
            return i;
        }
    }
    return 0;
}

void Reader::share_out()
{
    m_reading.words = static_cast<int>(m_words.size());
    m_reading.known_words = static_cast<int>(std::ranges::count_if(m_words, &NameToken::known));
    if (auto const at = comma(); at > 0) {
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
