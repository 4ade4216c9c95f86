// SPDX-License-Identifier: MIT
#include "identity/link_corpus.hpp"

#include "identity/name_parser.hpp"
#include "text/folding.hpp"

#include <algorithm>
#include <cmath>

namespace knowwho {
namespace {

template <typename Take>
void for_each_word(std::string_view text, Take take)
{
    auto const folded = fold_name(text);
    auto rest = std::string_view{folded};
    while (!rest.empty()) {
        auto const end = std::min(rest.find(' '), rest.size());
        if (end > 0) {
            take(rest.substr(0, end));
        }
        rest.remove_prefix(std::min(end + 1, rest.size()));
    }
}

void make_set(WordSet& words)
{
    std::ranges::sort(words);
    auto const rest = std::unique(words.begin(), words.end());
    words.erase(rest, words.end());
}

ComparableName name_of(std::string_view written) { return comparable(parse_name(written)); }

std::string bearer_key(ComparableName const& name)
{
    return name.family_key + '|' + (name.given.empty() ? std::string{} : name.given.front().substr(0, 1));
}

std::string family_key(ComparableName const& name) { return "f|" + name.family_key; }

std::string given_key(ComparableName const& name) { return "g|" + (name.given.empty() ? std::string{} : name.given.front()); }

template <typename Record>
WordSet joined_words(Record const& record, LinkCorpus& corpus)
{
    auto set = corpus.words(record.topics);
    auto const keywords = corpus.whole(record.keywords);
    set.insert(set.end(), keywords.begin(), keywords.end());
    return set;
}

template <typename Direction>
double product(Direction const& a, Direction const& b)
{
    auto sum = 0.0;
    for (auto i = std::size_t{0}; i < a.size(); ++i) {
        sum += static_cast<double>(a[i]) * static_cast<double>(b[i]);
    }
    return sum;
}

template <typename Direction>
void normalise(Direction& direction)
{
    auto const length = static_cast<float>(std::sqrt(product(direction, direction)));
    if (length > 0) {
        for (auto& value : direction) {
            value /= length;
        }
    }
}

} // namespace

std::vector<std::string> texts_in(std::vector<std::pair<std::string, int>> const& counted)
{
    auto texts = std::vector<std::string>{};
    for (auto const& [text, count] : counted) {
        texts.push_back(text);
    }
    return texts;
}

WordSet work_words(LinkSubject const& subject, LinkCorpus& corpus)
{
    auto set = joined_words(subject, corpus);
    auto const venue = corpus.words(subject.venue);
    set.insert(set.end(), venue.begin(), venue.end());
    make_set(set);
    return set;
}

WordSet work_words(LinkProfile const& profile, LinkCorpus& corpus)
{
    auto set = joined_words(profile, corpus);
    auto const venues = corpus.words(profile.venues);
    set.insert(set.end(), venues.begin(), venues.end());
    make_set(set);
    return set;
}

WordSet joined_sets(WordSet a, WordSet const& b)
{
    a.insert(a.end(), b.begin(), b.end());
    make_set(a);
    return a;
}

std::uint32_t LinkCorpus::number(std::string_view word)
{
    auto& number = m_numbers.add(word);
    if (number == 0) {
        m_counts.push_back(0);
        number = static_cast<std::uint32_t>(m_counts.size());
    }
    return number - 1;
}

WordSet LinkCorpus::words(std::string_view text)
{
    auto set = WordSet{};
    for_each_word(text, [&](std::string_view word) { set.push_back(number(word)); });
    make_set(set);
    return set;
}

WordSet LinkCorpus::words(std::vector<std::string> const& texts)
{
    auto set = WordSet{};
    for (auto const& text : texts) {
        for_each_word(text, [&](std::string_view word) { set.push_back(number(word)); });
    }
    make_set(set);
    return set;
}

WordSet LinkCorpus::whole(std::vector<std::string> const& texts)
{
    auto set = WordSet{};
    for (auto const& text : texts) {
        if (auto const key = fold_name(text); !key.empty()) {
            set.push_back(number(key));
        }
    }
    make_set(set);
    return set;
}

void LinkCorpus::count(WordSet const& words)
{
    for (auto const word : words) {
        ++m_counts[word];
    }
}

void LinkCorpus::count_name(std::string_view written)
{
    auto const name = name_of(written);
    ++m_bearers.add(bearer_key(name));
    ++m_bearers.add(family_key(name));
    ++m_bearers.add(given_key(name));
}

LinkCorpus::Namesake LinkCorpus::record_of(LinkSubject const& subject)
{
    return {name_of(subject.name), words(subject.affiliation), words(subject.topics), whole(subject.co_names)};
}

LinkCorpus::Namesake LinkCorpus::record_of(LinkProfile const& profile)
{
    return {name_of(profile.names.empty() ? std::string_view{} : profile.names.front().first), words(texts_in(profile.affiliations)), words(profile.topics), whole(profile.co_names)};
}

void LinkCorpus::keep_namesake(Namesake namesake)
{
    auto& list = m_namesake_lists.add(bearer_key(namesake.name));
    if (list == 0) {
        m_namesakes.emplace_back();
        list = static_cast<std::uint32_t>(m_namesakes.size());
    }
    auto& all = m_namesakes[list - 1];
    if (all.size() < 300 && std::ranges::find(all, namesake) == all.end()) {
        all.push_back(std::move(namesake));
    }
}

std::span<LinkCorpus::Namesake const> LinkCorpus::namesakes(ComparableName const& name) const
{
    auto const* list = m_namesake_lists.find(bearer_key(name));
    return list == nullptr ? std::span<Namesake const>{} : m_namesakes[*list - 1];
}

void LinkCorpus::add(LinkSubject const& subject)
{
    keep_namesake(record_of(subject));
    ++m_records;
    count(words(subject.affiliation));
    count(words(subject.topics));
    count(words(subject.venue));
    count(words(subject.role));
    count(whole(subject.keywords));
    count(whole(subject.co_names));
    count_name(subject.name);
    keep_company(work_words(subject, *this));
}

void LinkCorpus::add(LinkProfile const& profile)
{
    keep_namesake(record_of(profile));
    ++m_records;
    auto const affiliations = words(texts_in(profile.affiliations));
    count(affiliations);
    keep_company(affiliations);
    count(words(profile.topics));
    count(words(profile.venues));
    count(words(profile.roles));
    count(whole(profile.keywords));
    count(whole(profile.co_names));
    if (!profile.names.empty()) {
        count_name(profile.names.front().first);
    }
    keep_company(work_words(profile, *this));
}

void LinkCorpus::keep_company(WordSet words)
{
    m_companies.push_back(std::move(words));
    m_directions.clear();
}

/// Random indexing (Kanerva 2000): every word has a random direction; a word that is met gets those of
/// the words beside it, so that words of the same field point the same way.
void LinkCorpus::learn_company()
{
    m_directions.assign(m_counts.size(), Direction{});
    auto mean = Direction{};
    for (auto const& company : m_companies) {
        auto together = Direction{};
        for (auto const word : company) {
            auto random = word * 2654435761U + 12345;
            auto const weight = static_cast<float>(rarity(word));
            for (auto& value : together) {
                random = random * 1664525U + 1013904223U;
                value += (random & 0x80000000U) != 0 ? weight : -weight;
            }
        }
        normalise(together);
        for (auto const word : company) {
            for (auto i = std::size_t{0}; i < together.size(); ++i) {
                m_directions[word][i] += together[i];
            }
        }
        for (auto i = std::size_t{0}; i < together.size(); ++i) {
            mean[i] += together[i];
        }
    }
    normalise(mean);
    for (auto& direction : m_directions) {
        auto const common = product(direction, mean);
        for (auto i = std::size_t{0}; i < direction.size(); ++i) {
            direction[i] -= static_cast<float>(common) * mean[i];
        }
        normalise(direction);
    }
}

LinkCorpus::Direction LinkCorpus::direction_of(WordSet const& words) const
{
    auto sum = Direction{};
    for (auto const word : words) {
        if (word < m_directions.size()) {
            auto const weight = static_cast<float>(rarity(word));
            for (auto i = std::size_t{0}; i < sum.size(); ++i) {
                sum[i] += weight * m_directions[word][i];
            }
        }
    }
    normalise(sum);
    return sum;
}

double LinkCorpus::nearness(WordSet const& a, WordSet const& b)
{
    if (a.empty() || b.empty()) {
        return 0;
    }
    if (m_directions.empty()) {
        learn_company();
    }
    return product(direction_of(a), direction_of(b));
}

double LinkCorpus::rarity(std::uint32_t word) const
{
    return std::log((m_records + 2.0) / (m_counts[word] + 1.0));
}

int LinkCorpus::counted(std::string_view key) const
{
    auto const* found = m_bearers.find(key);
    return found == nullptr ? 0 : *found;
}

int LinkCorpus::bearers(ComparableName const& name) const { return counted(bearer_key(name)); }

int LinkCorpus::family_bearers(ComparableName const& name) const { return counted(family_key(name)); }

int LinkCorpus::given_bearers(ComparableName const& name) const { return counted(given_key(name)); }

} // namespace knowwho
