// SPDX-License-Identifier: MIT
#include "relevance/need_reader.hpp"

#include "relevance/corpus_compounds.hpp"
#include "relevance/dictionary.hpp"
#include "text/language.hpp"

#include <algorithm>
#include <cmath>

namespace knowwho {
namespace {

// Discount per step away from the word that was asked for.
constexpr float other_stem_discount = 0.8F;
constexpr float synonym_discount = 0.6F;
constexpr float translation_discount = 0.8F;
constexpr float field_discount = 0.35F; ///< of a sentence; a paragraph has words enough of its own
constexpr float dictionary_discount = 0.6F;

/// Share of the corpus in the other language from which on a need is translated.
constexpr double worth_translating = 0.01;

void add_member(NeedWord& word, Member member)
{
    auto const known = std::find_if(word.members.begin(), word.members.end(), [&](auto const& m) { return m.terms == member.terms; });
    if (known == word.members.end()) {
        word.members.push_back(std::move(member));
    } else if (member.discount > known->discount) {
        *known = std::move(member);
    }
}

/// Empty if the corpus lacks one of the words.
std::vector<TermId> terms_of(std::span<std::string const> words, Language language, Analyser& analyser)
{
    auto terms = std::vector<TermId>{};
    for (auto const& word : words) {
        terms.push_back(analyser.find_term(word, language));
    }
    if (std::find(terms.begin(), terms.end(), no_term) != terms.end()) {
        terms.clear();
    }
    return terms;
}

} // namespace

NeedReader::NeedReader(Corpus& corpus, BridgeList const& bridges, WordNets const& nets, Language usual)
    : m_corpus(corpus), m_bridges(bridges), m_nets(nets), m_usual(usual), m_best(corpus.size(), 0)
{
    if (m_usual == Language::unknown) {
        m_usual = corpus.german_share() > 0.5 ? Language::german : Language::english;
    }
}

std::vector<Need> NeedReader::read_all(std::span<std::string_view const> texts)
{
    auto drafts = std::vector<Draft>{};
    for (auto const text : texts) {
        drafts.push_back(begin(text, Language::unknown, true));
        add_bridges(drafts.back());
    }
    add_translations(drafts);
    auto needs = std::vector<Need>{};
    for (auto& draft : drafts) {
        add_compounds(draft);
        finish(draft.need);
        needs.push_back(std::move(draft.need));
    }
    return needs;
}

Need NeedReader::read(std::string_view text, Language language)
{
    auto draft = begin(text, language, false);
    add_bridges(draft);
    add_compounds(draft);
    finish(draft.need);
    return std::move(draft.need);
}

NeedReader::Draft NeedReader::begin(std::string_view text, Language language, bool split)
{
    auto draft = Draft{};
    draft.need.language = language == Language::unknown ? detect_language(text) : language;
    if (draft.need.language == Language::unknown) {
        draft.need.language = guess_language(text);
    }
    draft.words = read_need_words(text, draft.need.language);
    for (auto const& word : draft.words) {
        draft.need.sequence.push_back(m_corpus.analyser().term_of(word.folded, draft.need.language));
    }
    if (split && draft.need.language == Language::german) {
        split_compounds(draft.words, [&](std::string_view word) { return is_german_word(word); });
    }
    for (auto const& word : draft.words) {
        add_word(word, draft);
    }
    add_wholes(draft);
    return draft;
}

/// A word that was read before only adds to its weight.
void NeedReader::add_word(ReadWord const& word, Draft& draft)
{
    auto made = NeedWord{word.written, word.emphasis, 0, {}, word.part};
    add_own_terms(word, draft.need.language, made);
    auto& words = draft.need.words;
    auto const known = std::find_if(words.begin(), words.end(), [&](auto const& other_word) {
        return other_word.members.front().terms == made.members.front().terms;
    });
    draft.slots.push_back(static_cast<std::size_t>(known - words.begin()));
    if (known == words.end()) {
        words.push_back(std::move(made));
    } else {
        known->part = known->part && made.part;
        known->weight = std::sqrt(known->weight * known->weight + made.weight * made.weight);
    }
}

void NeedReader::add_own_terms(ReadWord const& word, Language language, NeedWord& to)
{
    auto& analyser = m_corpus.analyser();
    auto const own = analyser.term_of(word.folded, language);
    to.members.push_back({{own}, 1, Bridge::same, word.written});
    auto const foreign = analyser.find_term(word.folded, other_language(language));
    if (foreign != no_term && foreign != own) {
        add_member(to, {{foreign}, other_stem_discount, Bridge::same, word.written});
    }
    if (language == Language::german) {
        add_verb_forms(word, to);
    }
}

/// "verschlüsselt" for "Verschlüsselung". Short verbs mean too much: one waits, too, where there is "Wartung".
void NeedReader::add_verb_forms(ReadWord const& word, NeedWord& to)
{
    constexpr std::string_view ending = "ung";
    constexpr std::size_t shortest_verb = 6;
    auto const is_short = word.folded.size() < shortest_verb + ending.size();
    if (is_short || !word.folded.ends_with(ending)) {
        return;
    }
    auto const verb = word.folded.substr(0, word.folded.size() - ending.size());
    for (auto const* const form : {"en", "n", "t", "te", "ten"}) {
        auto const term = m_corpus.analyser().find_term(verb + form, Language::german);
        if (term != no_term && term != to.members.front().terms.front()) {
            add_member(to, {{term}, other_stem_discount, Bridge::same, word.written});
        }
    }
}

/// A text that has the compound has its parts.
void NeedReader::add_wholes(Draft& draft)
{
    for (std::size_t i = 1; i < draft.words.size(); ++i) {
        if (!draft.words[i].part) {
            continue;
        }
        auto whole = i;
        while (draft.words[whole].part) {
            --whole;
        }
        auto member = draft.need.words[draft.slots[whole]].members.front();
        member.bridge = Bridge::compound;
        add_member(draft.need.words[draft.slots[i]], std::move(member));
    }
}

void NeedReader::add_bridges(Draft& draft)
{
    for (auto const& phrase : phrases_of(draft.words)) {
        auto words = std::vector<std::string>{};
        auto slots = std::vector<std::size_t>{};
        for (auto const place : phrase) {
            words.push_back(draft.words[place].folded);
            slots.push_back(draft.slots[place]);
        }
        auto const groups = m_bridges.groups(stem_key(words, draft.need.language), draft.need.language);
        for (auto const group : groups) {
            add_group(group, slots, draft);
        }
        if (!groups.empty() && phrase.size() == 1) {
            weaken_parts(phrase.front(), draft);
        }
    }
}

/// A compound that is known as a whole is more than its parts: a "Hochschule" is no high school.
void NeedReader::weaken_parts(std::size_t whole, Draft& draft)
{
    constexpr float weaker = 0.6F;
    for (auto part = whole + 1; part < draft.words.size() && draft.words[part].part && !draft.words[whole].part; ++part) {
        draft.need.words[draft.slots[part]].weight *= weaker;
    }
}

void NeedReader::add_group(std::size_t group, std::span<std::size_t const> slots, Draft& draft)
{
    bool const of_field = m_bridges.is_field(group);
    auto const needed = 1 - draft.need.share_of_paragraph();
    if (of_field && !(needed > 0)) {
        return;
    }
    for (auto const& phrase : m_bridges.phrases(group)) {
        bool const translated = phrase.language != draft.need.language;
        auto const discount = of_field ? field_discount * needed : translated ? translation_discount : synonym_discount;
        auto const bridge = of_field ? Bridge::field : translated ? Bridge::translation : Bridge::synonym;
        auto const member = Member{{}, discount, bridge, phrase.shown};
        add_phrase(phrase.words, phrase.language, member, slots, draft);
    }
}

/// Texts whose language nobody knows were stemmed as the rest of their corpus: a phrase may stand there
/// under the stems of either language.
void NeedReader::add_phrase(std::span<std::string const> words, Language language, Member member,
                            std::span<std::size_t const> slots, Draft& draft)
{
    if (member.bridge != Bridge::field && language == Language::german && draft.need.language == Language::english && words.size() == 1) {
        draft.translated.push_back({slots.front(), words.front(), member.discount});
    }
    for (auto const stemmed_as : {language, other_language(language)}) {
        member.terms = terms_of(words, stemmed_as, m_corpus.analyser());
        for (auto const slot : slots) {
            if (!member.terms.empty()) {
                add_member(draft.need.words[slot], member);
            }
        }
    }
}

void NeedReader::add_translations(std::span<Draft> drafts)
{
    struct Target {
        std::size_t draft;
        std::vector<std::size_t> slots;
    };
    auto queries = std::vector<DictionaryQuery>{};
    auto targets = std::vector<Target>{};
    auto const german_share = m_corpus.german_share();
    for (std::size_t d = 0; d < drafts.size(); ++d) {
        auto const& draft = drafts[d];
        auto const foreign_share = draft.need.language == Language::german ? 1 - german_share : german_share;
        for (auto const& phrase : phrases_of(draft.words)) {
            if (foreign_share < worth_translating || phrase.size() > 2) {
                continue;
            }
            auto query = DictionaryQuery{{}, lower_case(draft.words[phrase.front()].written), draft.need.language};
            auto target = Target{d, {}};
            for (auto const place : phrase) {
                query.words.push_back(draft.words[place].folded);
                target.slots.push_back(draft.slots[place]);
            }
            queries.push_back(std::move(query));
            targets.push_back(std::move(target));
        }
    }
    auto const found = queries.empty() ? std::vector<std::vector<Translation>>{} : look_up(m_nets.german_english, queries);
    for (std::size_t i = 0; i < found.size(); ++i) {
        for (auto const& translation : found[i]) {
            auto& draft = drafts[targets[i].draft];
            auto const member = Member{{}, dictionary_discount * translation.trust, Bridge::translation, translation.shown};
            add_phrase(translation.words, other_language(draft.need.language), member, targets[i].slots, draft);
        }
    }
}

/// German compounds of the corpus that hold a word of the need, or its German translation.
void NeedReader::add_compounds(Draft& draft)
{
    auto parts = std::vector<std::string>{};
    for (auto const& word : draft.words) {
        parts.push_back(word.folded);
    }
    for (auto const& translated : draft.translated) {
        parts.push_back(translated.word);
    }
    for (auto const& found : compounds_with(m_corpus.analyser(), parts)) {
        bool const own = found.part < draft.words.size();
        auto const slot = own ? draft.slots[found.part] : draft.translated[found.part - draft.words.size()].slot;
        auto const discount = own ? 1.0F : draft.translated[found.part - draft.words.size()].discount;
        add_member(draft.need.words[slot], {{found.term}, discount * compound_discount,
                                            own ? Bridge::compound : Bridge::translation, found.word});
    }
}

} // namespace knowwho
