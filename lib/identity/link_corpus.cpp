// SPDX-License-Identifier: MIT
#include "identity/link_corpus.hpp"

#include "identity/domain_likeness.hpp"
#include "identity/name_parser.hpp"
#include "identity/organisation.hpp"
#include "text/ascii.hpp"
#include "text/folding.hpp"

#include <algorithm>
#include <cmath>

namespace knowwho {
namespace {

void make_set(WordSet& words)
{
    std::ranges::sort(words);
    auto const rest = std::unique(words.begin(), words.end());
    words.erase(rest, words.end());
}

/// By last word and first letter: quick, as there are many of them.
std::string initial_and_family(std::string_view written)
{
    auto const comma = written.find(',');
    auto const before = fold_name(written.substr(0, comma));
    auto const behind = comma == std::string_view::npos ? std::string{} : fold_name(written.substr(comma + 1));
    auto const family = before.substr(before.rfind(' ') == std::string::npos ? 0 : before.rfind(' ') + 1);
    return family + '|' + (behind.empty() ? before : behind).substr(0, 1);
}

/// The value of a text, made once.
template <typename Value, typename Make>
Value const& kept(StringMap<Value>& values, std::string_view text, Make make)
{
    if (auto const found = values.find(text); found != values.end()) {
        return found->second;
    }
    return values.emplace(std::string{text}, make()).first->second;
}

std::string bearer_key(ComparableName const& name)
{
    return name.family_key + '|' + (name.given.empty() ? std::string{} : name.given.front().substr(0, 1));
}

std::string family_key(ComparableName const& name) { return "f|" + name.family_key; }

std::string given_key(ComparableName const& name) { return "g|" + (name.given.empty() ? std::string{} : name.given.front()); }

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
    auto const topics = corpus.words(subject.topics);
    auto const keywords = corpus.whole(subject.keywords);
    return joined_sets(joined_sets(topics, keywords), corpus.words(subject.venue));
}

WordSet work_words(LinkProfile const& profile, LinkCorpus& corpus)
{
    auto const topics = corpus.words(profile.topics);
    auto const keywords = corpus.whole(profile.keywords);
    return joined_sets(joined_sets(topics, keywords), corpus.words(profile.venues));
}

WordSet joined_sets(WordSet const& a, WordSet const& b)
{
    auto both = WordSet{};
    both.reserve(a.size() + b.size());
    std::set_union(a.begin(), a.end(), b.begin(), b.end(), std::back_inserter(both));
    return both;
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

WordSet const& LinkCorpus::words(std::string_view text)
{
    return kept(m_word_sets, text, [&] {
        auto set = WordSet{};
        auto const folded = fold_name(text);
        for (auto const word : split_at_blanks(folded)) {
            set.push_back(number(word));
        }
        make_set(set);
        return set;
    });
}

WordSet LinkCorpus::words(std::vector<std::string> const& texts)
{
    auto set = WordSet{};
    for (auto const& text : texts) {
        auto const& own = words(text);
        set.insert(set.end(), own.begin(), own.end());
    }
    make_set(set);
    return set;
}

WordSet LinkCorpus::whole(std::vector<std::string> const& texts)
{
    auto set = WordSet{};
    for (auto const& text : texts) {
        // One more than the word's number; 0 for a text without letters.
        auto const word = kept(m_wholes, text, [&] {
            auto const key = fold_name(text);
            return key.empty() ? 0 : number(key) + 1;
        });
        if (word > 0) {
            set.push_back(word - 1);
        }
    }
    make_set(set);
    return set;
}

LinkCorpus::ReadName const& LinkCorpus::name(std::string_view written)
{
    return kept(m_names, written, [&] {
        auto parsed = parse_name(written);
        auto compared = comparable(parsed);
        return ReadName{std::move(parsed), std::move(compared)};
    });
}

std::string const& LinkCorpus::organisation(std::string_view written)
{
    return kept(m_organisations, written, [&] { return organisation_key(written); });
}

double LinkCorpus::domain_likeness(std::string_view domain, std::string_view organisation)
{
    auto both = std::string{domain};
    both.append("\n").append(organisation);
    return kept(m_domain_likeness, both, [&] { return domain_resembles(domain, organisation); });
}

WordSet LinkCorpus::people(std::vector<std::string> const& names)
{
    auto set = WordSet{};
    for (auto const& one : names) {
        set.push_back(kept(m_people, one, [&] { return number(fold_name(initial_and_family(one))); }));
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
    auto const& compared = name(written).compared;
    ++m_bearers.add(bearer_key(compared));
    ++m_bearers.add(family_key(compared));
    ++m_bearers.add(given_key(compared));
}

LinkCorpus::Namesake LinkCorpus::record_of(LinkSubject const& subject)
{
    return {name(subject.name).compared, words(subject.affiliation), words(subject.topics), whole(subject.co_names)};
}

ComparableName const& LinkCorpus::first_name(LinkProfile const& profile)
{
    return name(profile.names.empty() ? std::string_view{} : profile.names.front().first).compared;
}

LinkCorpus::Namesake LinkCorpus::record_of(LinkProfile const& profile)
{
    return {first_name(profile), words(texts_in(profile.affiliations)), words(profile.topics), whole(profile.co_names)};
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
    m_log_records = std::log(++m_records + 2.0);
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
    m_log_records = std::log(++m_records + 2.0);
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

double LinkCorpus::computed_rarity(std::uint32_t word) const { return m_log_records - std::log(static_cast<double>(m_counts[word] + 1)); }

int LinkCorpus::counted(std::string_view key) const
{
    auto const* found = m_bearers.find(key);
    return found == nullptr ? 0 : *found;
}

int LinkCorpus::bearers(ComparableName const& name) const { return counted(bearer_key(name)); }

int LinkCorpus::family_bearers(ComparableName const& name) const { return counted(family_key(name)); }

int LinkCorpus::given_bearers(ComparableName const& name) const { return counted(given_key(name)); }

} // namespace knowwho
