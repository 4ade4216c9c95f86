// SPDX-License-Identifier: MIT
#include "relevance/need_reader.hpp"

#include "relevance/corpus_compounds.hpp"
#include "text/language.hpp"

#include <algorithm>
#include <cmath>

namespace knowwho {
namespace {

// Discount per step away from the word that was asked for.
constexpr float other_stem_discount = 0.8F;
constexpr float synonym_discount = 0.6F;
constexpr float translation_discount = 0.8F;
constexpr std::size_t longest_phrase = 3;

Language other(Language language) noexcept
{
    return language == Language::german ? Language::english : Language::german;
}

void add_member(NeedWord& word, Member member)
{
    auto const known = std::find_if(word.members.begin(), word.members.end(), [&](auto const& m) { return m.terms == member.terms; });
    if (known == word.members.end()) {
        word.members.push_back(std::move(member));
    } else if (member.discount > known->discount) {
        *known = std::move(member);
    }
}

} // namespace

void texts_with(Corpus const& corpus, Member const& member, std::vector<TextOfTerm>& found)
{
    auto const first = corpus.texts(member.terms.front());
    found.assign(first.begin(), first.end());
    for (std::size_t i = 1; i < member.terms.size(); ++i) {
        auto const texts = corpus.texts(member.terms[i]);
        auto at = texts.begin();
        std::erase_if(found, [&](TextOfTerm& entry) {
            at = std::lower_bound(at, texts.end(), entry.text, [](auto const& t, TextId id) { return t.text < id; });
            if (at == texts.end() || at->text != entry.text) {
                return true;
            }
            entry.root = std::min(entry.root, at->root);
            return false;
        });
    }
}

NeedReader::NeedReader(Corpus& corpus, BridgeList const& bridges)
    : m_corpus(corpus), m_bridges(bridges), m_best(corpus.size(), 0)
{
}

Need NeedReader::read(std::string_view text, Language language)
{
    auto need = Need{};
    need.language = language == Language::unknown ? detect_language(text) : language;
    if (need.language == Language::unknown) {
        need.language = m_corpus.german_share() > 0.5 ? Language::german : Language::english;
    }
    auto const words = read_need_words(text, need.language);
    auto kept = std::vector<ReadWord>{};
    for (auto const& word : words) {
        auto const before = need.words.size();
        add_word(word, need);
        if (need.words.size() > before) {
            kept.push_back(word);
        }
    }
    add_bridges(kept, need);
    add_compounds(kept, need);
    finish(need);
    return need;
}

/// A word that was read before only adds to its weight.
void NeedReader::add_word(ReadWord const& word, Need& need)
{
    auto made = NeedWord{word.written, word.emphasis, 0, {}};
    add_own_terms(word, need.language, made);
    auto const known = std::find_if(need.words.begin(), need.words.end(), [&](auto const& other_word) {
        return other_word.members.front().terms == made.members.front().terms;
    });
    if (known == need.words.end()) {
        need.words.push_back(std::move(made));
    } else {
        known->weight = std::sqrt(known->weight * known->weight + made.weight * made.weight);
    }
}

void NeedReader::add_own_terms(ReadWord const& word, Language language, NeedWord& to)
{
    auto& analyser = m_corpus.analyser();
    auto const own = analyser.term_of(word.folded, language);
    to.members.push_back({{own}, 1, Bridge::same, word.written});
    auto const foreign = analyser.find_term(word.folded, other(language));
    if (foreign != no_term && foreign != own) {
        add_member(to, {{foreign}, other_stem_discount, Bridge::same, word.written});
    }
}

void NeedReader::add_bridges(std::span<ReadWord const> words, Need& need)
{
    auto folded = std::vector<std::string>{};
    for (auto const& word : words) {
        folded.push_back(word.folded);
    }
    for (std::size_t begin = 0; begin < folded.size(); ++begin) {
        for (std::size_t count = 1; count <= longest_phrase && begin + count <= folded.size(); ++count) {
            auto const key = stem_key(std::span{folded}.subspan(begin, count), need.language);
            for (auto const group : m_bridges.groups(key, need.language)) {
                add_group(group, std::span{need.words}.subspan(begin, count), need.language);
            }
        }
    }
}

void NeedReader::add_group(std::size_t group, std::span<NeedWord> words, Language language)
{
    for (auto const& phrase : m_bridges.phrases(group)) {
        bool const translated = phrase.language != language;
        auto member = Member{{}, translated ? translation_discount : synonym_discount,
                             translated ? Bridge::translation : Bridge::synonym, phrase.shown};
        for (auto const& word : phrase.words) {
            member.terms.push_back(m_corpus.analyser().find_term(word, phrase.language));
        }
        if (std::find(member.terms.begin(), member.terms.end(), no_term) != member.terms.end()) {
            continue;
        }
        for (auto& word : words) {
            add_member(word, member);
        }
    }
}

void NeedReader::add_compounds(std::span<ReadWord const> words, Need& need)
{
    auto parts = std::vector<std::string>{};
    for (auto const& word : words) {
        parts.push_back(word.folded);
    }
    for (auto const& found : compounds_with(m_corpus.analyser(), parts)) {
        add_member(need.words[found.part], {{found.term}, compound_discount, Bridge::compound, found.word});
    }
}

void NeedReader::finish(Need& need)
{
    double squares = 0;
    for (auto& word : need.words) {
        std::stable_sort(word.members.begin(), word.members.end(),
                         [](auto const& a, auto const& b) { return a.discount > b.discount; });
        word.rarity = rarity_of(word);
        double const weight = word.weight * word.rarity;
        squares += weight * weight;
    }
    need.length = static_cast<float>(std::sqrt(squares));
}

/// From the number of texts that have any member, each counted by its discount.
float NeedReader::rarity_of(NeedWord const& word)
{
    auto found = std::vector<TextOfTerm>{};
    double texts = 0;
    for (auto const& member : word.members) {
        texts_with(m_corpus, member, found);
        for (auto const& entry : found) {
            if (m_best[entry.text] == 0) {
                m_best[entry.text] = 1;
                m_touched.push_back(entry.text);
                texts += member.discount;
            }
        }
    }
    for (auto const text : m_touched) {
        m_best[text] = 0;
    }
    m_touched.clear();
    return m_corpus.rarity_for(texts);
}

} // namespace knowwho
