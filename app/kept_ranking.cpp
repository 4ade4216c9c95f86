// SPDX-License-Identifier: MIT
#include "app/kept_ranking.hpp"

#include "app/named_person.hpp"
#include "relevance/word_nets.hpp"
#include "score/shortlist.hpp"
#include "store/attendances.hpp"
#include "store/candidates.hpp"
#include "store/content_hash.hpp"
#include "store/embeddings.hpp"
#include "store/outcomes.hpp"
#include "store/pages.hpp"
#include "store/rankings.hpp"
#include "text/folding.hpp"

#include <algorithm>
#include <filesystem>
#include <fmt/format.h>
#include <optional>
#include <utility>
#include <vector>

namespace knowwho {
namespace {

/// Below so many people a ranking is made as quickly as it is looked for.
constexpr std::size_t large_roster = 5'000;

/// Another text for every build: size and time of the program's file.
std::string program_stamp()
{
    auto failure = std::error_code{};
    auto const program = std::filesystem::path{"/proc/self/exe"};
    auto const size = std::filesystem::file_size(program, failure);
    auto const time = failure ? std::filesystem::file_time_type{} : std::filesystem::last_write_time(program, failure);
    return failure ? std::string{} : fmt::format("{} {} {}", KNOWWHO_VERSION, size, time.time_since_epoch().count());
}

/// Stands for everything a ranking depends on besides the rosters and pages of the notebook. Empty: nothing can stand for it.
std::string fingerprint_of(Notebook const& notebook, EventId event, ReadGoals const& goals, Context const& context)
{
    auto const program = program_stamp();
    if (program.empty()) {
        return {};
    }
    auto const day = has_dated_evidence(notebook, event) ? to_iso(day_of(context.now)) : std::string{"any day"};
    auto text = fmt::format("{}\n{}\n{}\n", program, word_nets_stamp(), day);
    for (auto const& [signal, factor] : learnt_factors(notebook)) {
        text += fmt::format("{} {}\n", signal, factor);
    }
    if (goals.goals.embeddings.is_wanted()) {
        text += fmt::format("{} vectors\n", count_embeddings(notebook, goals.goals.embeddings));
    }
    return content_hash(text + goals.text);
}

Ranking made_anew(Notebook& notebook, Event const& event, ReadGoals const& goals, Context const& context)
{
    auto const before = state_of_others(notebook);
    auto ranking = rank_event(notebook, event, goals.goals, context);
    keep_ranking(notebook, event, goals, context, ranking, before);
    return ranking;
}

/// Matches at the places [0, most) of a kept ranking, with their candidates.
std::optional<Ranking> read_back(Notebook const& notebook, Event const& event, KeptRanking&& kept, std::size_t most)
{
    auto matches = kept_matches(notebook, event.id, 0, most);
    if (!matches || matches->size() < std::min(most, kept.people.size())) {
        return std::nullopt;
    }
    auto ranking = Ranking{load_candidates(notebook, event.id, std::span{kept.people}.first(matches->size())), std::move(*matches), std::move(kept.shortlist)};
    for (std::size_t index = 0; index < ranking.matches.size(); ++index) {
        if (index >= ranking.candidates.size() || ranking.candidates[index].attendance.person != ranking.matches[index].person) {
            return std::nullopt;
        }
        ranking.matches[index].candidate = index;
    }
    return ranking;
}

std::size_t places_needed(Shortlist const& shortlist, std::size_t most)
{
    for (auto const* const some : {&shortlist.targets, &shortlist.reserves}) {
        for (auto const index : *some) {
            most = std::max(most, index + 1);
        }
    }
    return most;
}

/// Who on the roster may be meant: every word begins a word of their names on some row.
std::vector<PersonId> perhaps_named(Notebook const& notebook, EventId event, std::string const& words)
{
    auto people = std::vector<PersonId>{};
    auto const wanted = fold_name(words);
    for (auto const& row : names_of_rows(notebook, event)) {
        if (may_be_named(row.names, wanted)) {
            people.push_back(row.person);
        }
    }
    std::ranges::sort(people);
    people.erase(std::unique(people.begin(), people.end()), people.end());
    return people;
}

std::string why_unplanned(Shortlist const& shortlist, std::size_t place)
{
    return shortlist.unplanned && shortlist.unplanned->match == place ? shortlist.unplanned->why.sentence : std::string{};
}

std::optional<RankedPerson> person_read_back(Notebook const& notebook, Event const& event, KeptRanking const& kept, std::string const& words)
{
    auto candidates = std::vector<Candidate>{};
    if (auto const id = person_id_in(words)) {
        candidates = load_candidates(notebook, event.id, std::span{&*id, 1});
    }
    if (candidates.empty()) {
        candidates = load_candidates(notebook, event.id, perhaps_named(notebook, event.id, words));
    }
    if (candidates.empty()) {
        return std::nullopt; // nobody: who may be meant, is found among all
    }
    auto& candidate = candidates[named_person(candidates, words)];
    auto const place = std::ranges::find(kept.people, candidate.attendance.person);
    if (place == kept.people.end()) {
        return std::nullopt;
    }
    auto match = kept_matches(notebook, event.id, static_cast<std::size_t>(place - kept.people.begin()), 1);
    if (!match || match->empty() || match->front().person != candidate.attendance.person) {
        return std::nullopt;
    }
    return RankedPerson{std::move(candidate), std::move(match->front()), why_unplanned(kept.shortlist, static_cast<std::size_t>(place - kept.people.begin()))};
}

} // namespace

Notebook open_to_rank(Context const& context)
{
    auto for_reading = Notebook::open(context.notebook, Notebook::Access::read_only);
    try {
        return Notebook::open(context.notebook);
    } catch (Error const&) {
        return for_reading;
    }
}

void keep_ranking(Notebook& notebook, Event const& event, ReadGoals const& goals, Context const& context, Ranking const& ranking, std::int64_t since)
{
    if (ranking.matches.size() < large_roster) {
        return;
    }
    auto const fingerprint = fingerprint_of(notebook, event.id, goals, context);
    if (fingerprint.empty()) {
        return;
    }
    auto const shortlist = choose(ranking.matches, ranking.candidates, goals.goals);
    try {
        save_ranking(notebook, event.id, fingerprint, ranking.matches, shortlist, since);
    } catch (Error const&) { // open for reading only, another writer, a full disk: the ranking itself is there
    }
}

Ranking best_ranked(Notebook& notebook, Event const& event, ReadGoals const& goals, Context const& context, std::size_t most)
{
    auto const fingerprint = fingerprint_of(notebook, event.id, goals, context);
    if (auto kept = find_ranking(notebook, event.id, fingerprint)) {
        auto const places = places_needed(kept->shortlist, most);
        if (places * 2 < kept->people.size()) { // nearly all are read as quickly anew
            if (auto ranking = read_back(notebook, event, std::move(*kept), places)) {
                return std::move(*ranking);
            }
        }
    }
    return made_anew(notebook, event, goals, context);
}

RankedPerson ranked_person(Notebook& notebook, Event const& event, ReadGoals const& goals, Context const& context, std::string const& words)
{
    auto const fingerprint = fingerprint_of(notebook, event.id, goals, context);
    if (auto const kept = find_ranking(notebook, event.id, fingerprint)) {
        if (auto person = person_read_back(notebook, event, *kept, words)) {
            return std::move(*person);
        }
    }
    auto ranking = made_anew(notebook, event, goals, context);
    auto const index = named_person(ranking.candidates, words);
    auto const match = std::ranges::find(ranking.matches, index, &Match::candidate);
    auto unplanned = why_unplanned(ranking.shortlist, static_cast<std::size_t>(match - ranking.matches.begin()));
    return {std::move(ranking.candidates[index]), std::move(*match), std::move(unplanned)};
}

} // namespace knowwho
