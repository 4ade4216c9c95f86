// SPDX-License-Identifier: MIT
// Where a text names people of the roster: one pass, whatever the roster's size.
#include "enrich/mentions.hpp"

#include "text/folding.hpp"
#include "text/tokens.hpp"

#include <algorithm>

namespace knowwho {

namespace {

std::uint64_t hash_of(std::string_view word, std::uint64_t seed)
{
    for (char const c : word) {
        seed = (seed ^ static_cast<unsigned char>(c)) * 0x100000001b3ULL;
    }
    return (seed ^ 0xff) * 0x100000001b3ULL;
}

std::uint64_t pair_key(std::string_view first, std::string_view second)
{
    return hash_of(second, hash_of(first, 0xcbf29ce484222325ULL));
}

/// The pair under which other spellings of a given name are looked for: those that begin alike.
std::uint64_t spelling_key(std::string_view given, std::string_view family)
{
    return pair_key(given.substr(0, 1), family) ^ 1;
}

/// "mathias" and "matthias", "stephan" and "stefan": one name, as it is heard.
bool is_spelling_of(std::string_view a, std::string_view b)
{
    auto const heard = [](std::string_view word) {
        std::string sound;
        for (std::size_t at = 0; at < word.size(); ++at) {
            char const c = word[at];
            char const next = at + 1 < word.size() ? word[at + 1] : '\0';
            bool const silent = c == 'h' && at > 0 && (word[at - 1] == 't' || word[at - 1] == 'c');
            char const heard_as = c == 'p' && next == 'h' ? 'f' : c == 'c' && next != 'h' ? 'k' : c == 'y' ? 'i' : c;
            at += heard_as == 'f' && c == 'p' ? 1 : 0;
            if (!silent && (sound.empty() || sound.back() != heard_as)) {
                sound += heard_as;
            }
        }
        return sound;
    };
    return a.size() >= 4 && b.size() >= 4 && heard(a) == heard(b);
}

/// fold_name() of a folded word; most have nothing to unify.
void append_name_key(std::string& out, std::string_view folded)
{
    auto const at = folded.find('e', 1);
    bool umlaut = false;
    for (std::size_t e = at; e != std::string_view::npos; e = folded.find('e', e + 1)) {
        umlaut = umlaut || folded[e - 1] == 'a' || folded[e - 1] == 'o' || folded[e - 1] == 'u';
    }
    umlaut ? static_cast<void>(out += fold_name(folded)) : static_cast<void>(out += folded);
}

std::vector<std::string> name_words(std::string_view name)
{
    std::vector<std::string> words;
    for (Words reader{name}; reader.next();) {
        std::string key;
        append_name_key(key, reader.folded());
        words.push_back(std::move(key));
    }
    return words;
}

} // namespace

/// The words of a text with their name keys.
struct NameIndex::Reading {
    struct Word {
        std::uint32_t key_begin;
        std::uint32_t key_end;
        std::uint32_t begin;
        std::uint32_t end;
    };

    std::string_view text;
    std::string keys;
    std::vector<Word> words;

    explicit Reading(std::string_view utf8) : text(utf8)
    {
        for (Words reader{utf8}; reader.next();) {
            auto const key_begin = static_cast<std::uint32_t>(keys.size());
            append_name_key(keys, reader.folded());
            words.push_back({key_begin, static_cast<std::uint32_t>(keys.size()), static_cast<std::uint32_t>(reader.begin()),
                             static_cast<std::uint32_t>(reader.end())});
        }
    }

    std::string_view key(std::size_t at) const
    {
        return std::string_view{keys}.substr(words[at].key_begin, words[at].key_end - words[at].key_begin);
    }

    std::string_view gap(std::size_t before, std::size_t after) const
    {
        return text.substr(words[before].end, words[after].begin - words[before].end);
    }

    /// Words of one name stand on one line with no more than blanks, a hyphen or an initial's stop between.
    bool joined(std::size_t before, std::size_t after) const
    {
        auto const between = gap(before, after);
        return between.size() <= 4 && between.find_first_not_of(" .-'\t\xc2\xa0\xe2\x80\x91\x99") == std::string_view::npos;
    }

    bool capital(std::size_t at) const
    {
        auto const c = static_cast<unsigned char>(text[words[at].begin]);
        return (c >= 'A' && c <= 'Z') || c >= 0x80;
    }
};

NameIndex::NameIndex(std::span<Attendance const> roster)
{
    m_entries.push_back({});
    m_bearers.reserve(roster.size());
    for (auto const& attendance : roster) {
        auto const& name = attendance.row.name;
        Bearer bearer{name_words(name.given), name_words(name.family)};
        for (auto const* const more : {&name.middle, &name.nickname}) {
            for (auto& word : name_words(*more)) {
                bearer.given.push_back(std::move(word));
            }
        }
        m_bearers.push_back(std::move(bearer));
        add(static_cast<std::uint32_t>(m_bearers.size() - 1));
    }
}

void NameIndex::add(std::uint32_t bearer)
{
    auto const& [given, family] = m_bearers[bearer];
    if (given.empty() || family.empty()) {
        return;
    }
    for (auto const& word : given) {
        add_pair(word, family.front(), {bearer, 0, false, word.size() > 1, false});
        add_pair(family.back(), word, {bearer, 0, true, word.size() > 1, false});
    }
    if (given.front().size() >= 4) {
        auto& head = m_by_pair[spelling_key(given.front(), family.front())];
        m_entries.push_back({bearer, head, false, false, true});
        head = static_cast<std::uint32_t>(m_entries.size() - 1);
    }
    if (given.front().size() > 1) {
        add_pair(given.front().substr(0, 1), family.front(), {bearer, 0, false, false, false});
    }
}

void NameIndex::add_pair(std::string_view first, std::string_view second, Entry entry)
{
    auto& head = m_by_pair[pair_key(first, second)];
    entry.next = head;
    m_entries.push_back(entry);
    head = static_cast<std::uint32_t>(m_entries.size() - 1);
}

/// The last word of the bearer's family name if it stands at word `at` whole; npos if not.
std::size_t NameIndex::end_of_family(Reading const& reading, std::size_t at, Bearer const& bearer) const
{
    for (std::size_t part = 0; part < bearer.family.size(); ++part) {
        if (at + part >= reading.words.size() || reading.key(at + part) != bearer.family[part]
            || (part > 0 && !reading.joined(at + part - 1, at + part))) {
            return std::string_view::npos;
        }
    }
    return at + bearer.family.size() - 1;
}

void NameIndex::match(Reading const& reading, std::size_t first, std::size_t second, std::vector<NameMention>& mentions) const
{
    if (!reading.capital(first)) {
        return;
    }
    auto const exact = match_key(reading, pair_key(reading.key(first), reading.key(second)), first, second, mentions);
    if (!exact && reading.key(first).size() >= 4) {
        match_key(reading, spelling_key(reading.key(first), reading.key(second)), first, second, mentions);
    }
}

/// The bearers under one key; whether the text names any of them.
bool NameIndex::match_key(Reading const& reading, std::uint64_t key, std::size_t first, std::size_t second, std::vector<NameMention>& mentions) const
{
    auto const found = m_by_pair.find(key);
    if (found == m_by_pair.end()) {
        return false;
    }
    auto const before = mentions.size();
    for (auto at = found->second; at != 0; at = m_entries[at].next) {
        Entry const& entry = m_entries[at];
        Bearer const& bearer = m_bearers[entry.bearer];
        if (entry.spelt && !is_spelling_of(reading.key(first), bearer.given.front())) {
            continue;
        }
        std::size_t const family_begin = entry.reversed ? first + 1 - std::min(first + 1, bearer.family.size()) : second;
        std::size_t const family_end = end_of_family(reading, family_begin, bearer);
        if (family_end == std::string_view::npos || (entry.reversed && (family_end != first || second != first + 1))) {
            continue;
        }
        bool const fits = entry.reversed ? reading.gap(first, second) == ", " : reading.joined(second - 1, second);
        bool const initial = reading.key(first).size() == 1 && reading.gap(first, first + 1).find('.') == std::string_view::npos;
        if (!fits || (!entry.reversed && initial)) {
            continue;
        }
        std::size_t const begin = entry.reversed ? family_begin : first;
        std::size_t const end = entry.reversed ? second : family_end;
        mentions.push_back({{reading.words[begin].begin, reading.words[end].end}, {entry.bearer}, entry.full});
    }
    return mentions.size() > before;
}

namespace {

/// Overlapping mentions are one place: the full ones win, their bearers together.
std::vector<NameMention> merged(std::vector<NameMention> mentions)
{
    std::stable_sort(mentions.begin(), mentions.end(), [](auto const& a, auto const& b) { return a.where.begin < b.where.begin; });
    std::vector<NameMention> result;
    for (auto& mention : mentions) {
        if (result.empty() || mention.where.begin >= result.back().where.end) {
            result.push_back(std::move(mention));
            continue;
        }
        NameMention& last = result.back();
        if (mention.full != last.full) {
            if (mention.full) {
                last = std::move(mention);
            }
            continue;
        }
        last.where.end = std::max(last.where.end, mention.where.end);
        last.bearers.insert(last.bearers.end(), mention.bearers.begin(), mention.bearers.end());
    }
    for (auto& mention : result) {
        std::sort(mention.bearers.begin(), mention.bearers.end());
        mention.bearers.erase(std::unique(mention.bearers.begin(), mention.bearers.end()), mention.bearers.end());
    }
    return result;
}

} // namespace

std::vector<NameMention> NameIndex::find(std::string_view utf8) const
{
    Reading const reading{utf8};
    std::vector<NameMention> mentions;
    for (std::size_t at = 0; at + 1 < reading.words.size(); ++at) {
        match(reading, at, at + 1, mentions);
        // A middle name or initial that the roster does not have.
        if (at + 2 < reading.words.size() && reading.joined(at, at + 1) && reading.capital(at + 1)) {
            match(reading, at, at + 2, mentions);
        }
    }
    return merged(std::move(mentions));
}

std::vector<TextRange> NameIndex::find_family(std::string_view utf8, std::size_t bearer) const
{
    std::vector<TextRange> places;
    Bearer const& wanted = m_bearers[bearer];
    if (wanted.family.empty()) {
        return places;
    }
    Reading const reading{utf8};
    for (std::size_t at = 0; at < reading.words.size(); ++at) {
        std::size_t const end = reading.key(at) == wanted.family.front() ? end_of_family(reading, at, wanted) : std::string_view::npos;
        if (end != std::string_view::npos && (reading.capital(at) || wanted.family.size() > 1)) {
            places.push_back({reading.words[at].begin, reading.words[end].end});
        }
    }
    return places;
}

} // namespace knowwho
