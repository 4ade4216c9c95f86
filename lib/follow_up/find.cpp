// SPDX-License-Identifier: MIT
#include "follow_up/find.hpp"

#include "follow_up/search_query.hpp"
#include "follow_up/typing_errors.hpp"
#include "identity/recognition_keys.hpp"
#include "store/notebook.hpp"
#include "store/search_index.hpp"
#include "text/folding.hpp"
#include "text/tokens.hpp"

#include <algorithm>
#include <optional>
#include <utility>

namespace knowwho {
namespace {

/// Above so many rows, sorting by rank costs more than it says: every row has the words.
constexpr std::size_t most_ranked = 20'000;
constexpr std::size_t excerpt_around = 60; // bytes on each side of the word
constexpr std::size_t most_near_names = 3;
constexpr std::size_t most_near_looked_at = 20;

std::vector<SearchHit> hits_of(Notebook const& notebook, std::string const& expression, std::size_t limit)
{
    if (expression.empty()) {
        return {};
    }
    return count_in_index(notebook, expression, most_ranked) < most_ranked ? search_index(notebook, expression, limit)
                                                                           : search_index_unranked(notebook, expression, limit);
}

bool stands_anywhere(Notebook const& notebook, SearchTerm const& term)
{
    return term.excluded || term.starts.empty() || count_in_index(notebook, search_expression({term}, Join::all), 1) > 0;
}

/// The words of a phrase that nobody has, as they may have been meant.
void correct_phrase(Notebook const& notebook, SearchTerm& phrase, std::vector<Correction>& corrections)
{
    for (auto& word : phrase.starts) {
        if (stands_anywhere(notebook, {word, phrase.field, true, false, {word}})) {
            continue;
        }
        if (auto meant = words_meant(notebook, word); !meant.empty() && meant.front() != word) {
            corrections.push_back({word, meant.front()});
            word = std::move(meant.front());
        }
    }
}

/// Replaces words that nobody has by those that may have been meant.
std::vector<Correction> correct(Notebook const& notebook, std::vector<SearchTerm>& terms)
{
    auto corrections = std::vector<Correction>{};
    for (auto& term : terms) {
        if (stands_anywhere(notebook, term)) {
            continue;
        }
        if (term.phrase) {
            correct_phrase(notebook, term, corrections);
            continue;
        }
        auto const typed = fold(term.written);
        auto meant = words_meant(notebook, typed);
        if (!meant.empty() && meant.front() != typed) { // the word itself: it stands in other fields
            corrections.push_back({term.written, meant.front()});
            term.starts = std::move(meant);
        }
    }
    return corrections;
}

bool fits(SearchTerm const& term, std::string_view folded_word)
{
    return !term.excluded && std::ranges::any_of(term.starts, [&](std::string const& start) { return folded_word.starts_with(start); });
}

/// Moves a cut to the next blank, so that no word and no character is broken.
std::size_t blank_from(std::string_view text, std::size_t at)
{
    auto const blank = text.find(' ', at);
    return blank == text.npos ? text.size() : blank;
}

std::string around(std::string_view text, std::size_t begin, std::size_t end)
{
    auto const from = begin > excerpt_around ? std::min(blank_from(text, begin - excerpt_around), begin) : 0;
    auto const to = blank_from(text, std::min(text.size(), end + excerpt_around));
    auto excerpt = std::string{text.substr(from, to - from)};
    return (from > 0 ? "…" : "") + excerpt + (to < text.size() ? " …" : "");
}

std::optional<std::string> excerpt_of(std::string const& text, std::vector<SearchTerm> const& terms)
{
    for (auto words = Words{text}; words.next();) {
        if (std::ranges::any_of(terms, [&](SearchTerm const& term) { return fits(term, words.folded()); })) {
            return around(text, words.begin(), words.end());
        }
    }
    return std::nullopt;
}

/// The most telling field first: notes and promises say more than a cell of the list.
constexpr SearchField fields_by_worth[] = {SearchField::note, SearchField::promise, SearchField::met, SearchField::role,
    SearchField::organisation, SearchField::place, SearchField::page, SearchField::name, SearchField::list};

FoundPerson explained(Notebook const& notebook, PersonId person, std::vector<SearchTerm> const& terms)
{
    auto found = FoundPerson{find_acquaintance(notebook, person).value_or(Acquaintance{}), SearchField::name, {}};
    auto const texts = search_texts(notebook, person);
    for (auto const field : fields_by_worth) {
        auto wanted = terms;
        std::erase_if(wanted, [&](SearchTerm const& term) { return term.field && *term.field != field; });
        for (auto const& text : texts.of(field)) {
            if (auto excerpt = excerpt_of(text, wanted)) {
                found.field = field;
                // The name is shown anyway.
                found.excerpt = field == SearchField::name ? std::string{} : std::move(*excerpt);
                return found;
            }
        }
    }
    return found;
}

std::vector<SearchTerm> name_terms(std::string_view words)
{
    auto terms = std::vector<SearchTerm>{};
    for (auto& word : folded_words(words)) {
        auto starts = std::vector<std::string>{word};
        if (auto const other = fold_name(word); other != word) {
            starts.push_back(other);
        }
        terms.push_back({std::move(word), SearchField::name, false, false, std::move(starts)});
    }
    return terms;
}

std::vector<Acquaintance> loaded(Notebook const& notebook, std::vector<SearchHit> const& hits)
{
    auto people = std::vector<Acquaintance>{};
    for (auto const& hit : hits) {
        if (auto person = find_acquaintance(notebook, hit.person)) {
            people.push_back(std::move(*person));
        }
    }
    return people;
}

} // namespace

FindResult find_people(Notebook& notebook, std::string_view typed, std::size_t limit)
{
    refresh_search(notebook);
    auto result = FindResult{};
    auto terms = read_search(typed);
    auto hits = hits_of(notebook, search_expression(terms, Join::all), limit + 1);
    if (hits.empty()) {
        result.corrections = correct(notebook, terms);
        hits = hits_of(notebook, search_expression(terms, Join::all), limit + 1);
    }
    if (hits.empty() && terms.size() > 1) {
        hits = hits_of(notebook, search_expression(terms, Join::any), limit + 1);
        result.any_word = !hits.empty();
    }
    for (auto const& term : terms) {
        if (term.field && !term.field_written.empty()) {
            result.corrections.push_back({term.field_written, std::string{search_field_names[static_cast<std::size_t>(*term.field)]}, true});
        }
    }
    result.more = hits.size() > limit;
    hits.resize(std::min(hits.size(), limit));
    for (auto const& hit : hits) {
        result.people.push_back(explained(notebook, hit.person, terms));
    }
    return result;
}

std::vector<Acquaintance> people_named(Notebook& notebook, std::string_view words, std::size_t limit)
{
    refresh_search(notebook);
    auto const expression = search_expression(name_terms(words), Join::all);
    if (expression.empty()) {
        return {};
    }
    auto people = loaded(notebook, search_index_unranked(notebook, expression, limit + 1));
    auto const wanted = fold_name(words);
    auto exact = std::vector<Acquaintance>{};
    std::ranges::copy_if(people, std::back_inserter(exact), [&](Acquaintance const& one) {
        return name_key(one.name) == wanted || fold_name(one.name.written) == wanted;
    });
    return exact.empty() ? people : exact;
}

std::vector<Acquaintance> people_nearly_named(Notebook& notebook, std::string_view words)
{
    refresh_search(notebook);
    auto terms = name_terms(words);
    correct(notebook, terms);
    auto const expression = search_expression(terms, Join::all);
    if (expression.empty()) {
        return {};
    }
    auto people = loaded(notebook, search_index(notebook, expression, most_near_looked_at));
    // Of names that begin alike the shortest has least that was not typed.
    std::ranges::stable_sort(people, {}, [](Acquaintance const& one) { return name_key(one.name).size(); });
    people.resize(std::min(people.size(), most_near_names));
    return people;
}

} // namespace knowwho
