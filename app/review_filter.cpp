// SPDX-License-Identifier: MIT
// Which rows of the ranked list fit what was asked for, and in which order.
#include "app/review_list.hpp"
#include "text/ascii.hpp"
#include "text/folding.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <iterator>
#include <utility>

namespace knowwho::review {
namespace {

bool fits_evidence(Session const& session, Candidate const& candidate, std::string const& wanted)
{
    return wanted == "some" ? !candidate.evidence.empty()
        : wanted == "talk"  ? !candidate.attendance.row.talks.empty()
        : wanted == "none"  ? candidate.evidence.empty()
        : wanted == "question" ? session.questions_about(candidate.attendance.person) > 0
                               : true;
}

bool fits_status(Session const& session, std::size_t index, std::string const& wanted)
{
    auto const& match = session.ranking().matches[index];
    return wanted == "target" ? seat_of(session, index) == Seat::target
        : wanted == "reserve" ? seat_of(session, index) == Seat::reserve
        : wanted == "pinned"  ? match.mark == Mark::pinned
        : wanted == "vetoed"  ? match.mark == Mark::vetoed
        : wanted == "out"     ? !match.excluded.empty()
        : wanted == "noted"   ? !session.remark_on(match.person).note.empty()
                              : true;
}

/// Whether every word begins a word of the text; both are folded.
bool has_words(std::string const& text, std::vector<std::string> const& words)
{
    return std::ranges::all_of(words, [&](std::string const& word) {
        return text.starts_with(word) || text.find(' ' + word) != std::string::npos;
    });
}

/// What was typed, folded as texts are and as names are: Mueller meets Müller.
struct TypedWords {
    std::vector<std::string> as_text;
    std::vector<std::string> as_name;

    bool fit(std::string const& text) const { return has_words(text, as_text) || has_words(text, as_name); }
};

TypedWords typed_words(std::string const& text)
{
    auto const words_of = [](std::string const& folded) {
        auto const views = split_at_blanks(folded);
        return std::vector<std::string>{views.begin(), views.end()};
    };
    return {words_of(fold(text)), words_of(fold_name(text))};
}

void sort_rows(Session const& session, std::vector<std::size_t>& rows, std::string const& by)
{
    auto const& ranking = session.ranking();
    if (by == "name") {
        auto const key = [&](std::size_t row) {
            auto const& name = ranking.candidates[ranking.matches[row].candidate].attendance.row.name;
            return fold(fmt::format("{} {}", name.family.empty() ? name.written : name.family, name.given));
        };
        auto keyed = std::vector<std::pair<std::string, std::size_t>>{};
        std::ranges::transform(rows, std::back_inserter(keyed), [&](std::size_t row) { return std::pair{key(row), row}; });
        std::ranges::sort(keyed);
        std::ranges::transform(keyed, rows.begin(), &std::pair<std::string, std::size_t>::second);
    } else if (by == "organisation") {
        std::ranges::stable_sort(rows, [&](std::size_t a, std::size_t b) {
            auto const& one = session.house(ranking.matches[a].candidate);
            auto const& two = session.house(ranking.matches[b].candidate);
            return one.empty() != two.empty() ? two.empty() : one < two;
        });
    } else if (by == "doubt") {
        auto const doubt = [&](std::size_t row) { return ranking.matches[row].low - ranking.matches[row].high; };
        std::ranges::stable_sort(rows, [&](std::size_t a, std::size_t b) { return doubt(a) < doubt(b); });
    }
}

} // namespace

Seat seat_of(Session const& session, std::size_t match)
{
    auto const& shortlist = session.ranking().shortlist;
    return std::ranges::find(shortlist.targets, match) != shortlist.targets.end() ? Seat::target
        : std::ranges::find(shortlist.reserves, match) != shortlist.reserves.end() ? Seat::reserve
                                                                                   : Seat::none;
}

std::vector<std::size_t> chosen_rows(Session const& session, ListChoice const& choice)
{
    auto const& ranking = session.ranking();
    auto const words = typed_words(choice.q);
    auto const house = typed_words(choice.organisation);
    auto rows = std::vector<std::size_t>{};
    for (std::size_t i = 0; i < ranking.matches.size(); ++i) {
        auto const& match = ranking.matches[i];
        bool const serves = !choice.goal || (*choice.goal < match.goals.size() && match.goals[*choice.goal].score >= serves_from);
        if (serves && (choice.tag.empty() || session.has_tag(match.person, choice.tag)) && words.fit(session.searched(match.candidate)) && house.fit(session.house(match.candidate))
            && fits_evidence(session, ranking.candidates[match.candidate], choice.evidence) && fits_status(session, i, choice.status)) {
            rows.push_back(i);
        }
    }
    if (choice.goal && choice.sort.empty()) {
        std::ranges::stable_sort(rows, std::ranges::greater{}, [&](std::size_t row) {
            auto const& match = ranking.matches[row];
            return std::pair{match.excluded.empty(), match.goals[*choice.goal].score};
        });
    }
    sort_rows(session, rows, choice.sort);
    return rows;
}

} // namespace knowwho::review
