// SPDX-License-Identifier: MIT
#include "relevance/need_reader.hpp"

#include "relevance/corpus_compounds.hpp"
#include "relevance/dictionary.hpp"
#include "text/folding.hpp"
#include "text/language.hpp"
#include "text/tokens.hpp"

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
constexpr std::size_t longest_phrase = 3;

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

/// Places of the words of every run of one to three words; parts run with parts of the same compound.
std::vector<std::vector<std::size_t>> phrases_of(std::span<ReadWord const> words)
{
    auto phrases = std::vector<std::vector<std::size_t>>{};
    for (std::size_t begin = 0; begin < words.size(); ++begin) {
        auto run = std::vector<std::size_t>{};
        for (auto place = begin; place < words.size() && run.size() < longest_phrase; ++place) {
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

/// By which language knows more of the words; the usual one if both know as many.
Language NeedReader::guess_language(std::string_view text) const
{
    auto const words = folded_words(text);
    auto const known_as = [&](Language language) { return m_bridges.groups(stem_key(words, language), language).empty() ? 0 : 2; };
    int german = words.size() > longest_phrase ? 0 : known_as(Language::german) - known_as(Language::english);
    for (auto word = Words{text}; word.next();) {
        auto const folded = std::string{word.folded()};
        auto const knows = [&](Language language) {
            return m_bridges.groups(stem_key({&folded, 1}, language), language).empty() ? 0 : 1;
        };
        german += knows(Language::german) - knows(Language::english);
        bool const in_lower_case = capitalised(word.written()) != word.written();
        german += has_line(m_nets.german_words, word.written()) ? 1 : in_lower_case && !m_nets.german_words.empty() ? -1 : 0;
    }
    return german == 0 ? m_usual : german > 0 ? Language::german : Language::english;
}

bool NeedReader::is_german_word(std::string_view word)
{
    constexpr std::size_t long_enough = 5; // of a word of the corpus, which may be anything
    auto const verb = std::string{word} + "en"; // the "programmier" of "Programmierkurs"
    return has_line(m_nets.german_words, capitalised(word)) || has_line(m_nets.german_words, word)
        || (word.size() >= long_enough && has_line(m_nets.german_words, verb))
        || (word.size() >= long_enough && m_corpus.analyser().find_term(fold(word), Language::german) != no_term);
}

/// A word that was read before only adds to its weight.
void NeedReader::add_word(ReadWord const& word, Draft& draft)
{
    auto made = NeedWord{word.written, word.emphasis, 0, {}};
    add_own_terms(word, draft.need.language, made);
    auto& words = draft.need.words;
    auto const known = std::find_if(words.begin(), words.end(), [&](auto const& other_word) {
        return other_word.members.front().terms == made.members.front().terms;
    });
    draft.slots.push_back(static_cast<std::size_t>(known - words.begin()));
    if (known == words.end()) {
        words.push_back(std::move(made));
    } else {
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

void NeedReader::finish(Need& need)
{
    double squares = 0;
    auto const best_first = [](auto const& a, auto const& b) { return a.discount > b.discount; };
    for (auto& word : need.words) {
        std::stable_sort(word.members.begin(), word.members.end(), best_first);
        word.rarity = rarity_of(word);
        weaken_common_field_words(word);
        std::stable_sort(word.members.begin(), word.members.end(), best_first);
        double const weight = word.weight * word.rarity;
        squares += weight * weight;
    }
    need.length = static_cast<float>(std::sqrt(squares));
}

/// A word of the field counts by its own rarity: "health" where "diagnostics" was asked for.
void NeedReader::weaken_common_field_words(NeedWord& word) const
{
    for (auto& member : word.members) {
        if (member.bridge == Bridge::field && word.rarity > 0) {
            float rarest = 0;
            for (auto const term : member.terms) {
                rarest = std::max(rarest, m_corpus.rarity(term));
            }
            auto const ratio = std::min(1.0F, rarest / word.rarity);
            member.discount *= ratio * ratio;
        }
    }
}

/// From the number of texts that have any member that means the same, each counted by its discount.
float NeedReader::rarity_of(NeedWord const& word)
{
    auto found = std::vector<TextOfTerm>{};
    double texts = 0;
    for (auto const& member : word.members) {
        if (member.bridge == Bridge::field) {
            continue;
        }
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
