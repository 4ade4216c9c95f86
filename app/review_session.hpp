// SPDX-License-Identifier: MIT
// What the review knows while it runs: the notebook, the ranking that is shown, and what was decided.
#pragma once

#include "app/review_ranking.hpp"
#include "app/steps.hpp"
#include "identity/likely_same.hpp"
#include "review/decisions.hpp"
#include "review/page.hpp"
#include "review/request.hpp"
#include "store/judgements.hpp"

#include <chrono>
#include <cstddef>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace knowwho::review {

/// Used by the server's one worker only; a job opens a notebook of its own.
class Session {
public:
    /// `goals_file` and `event_name` as on the command line; both may be empty. `ranked` is called from another
    /// thread when a ranking that was made beside the page is ready.
    Session(Context const& context, std::string goals_file, std::string event_name, std::string form_token, std::function<void()> ranked);

    /// Brings everything up to date with the notebook, whoever wrote to it: decisions at once; if others have changed
    /// rosters or evidence, a ranking is made beside the page and taken over when it is ready. False while there is no
    /// event with goals.
    bool refresh();

    /// Whether what is shown is older than the notebook, and a new ranking is on its way.
    bool is_ranking_anew() const { return m_is_behind; }

    /// Orders by these weights of the goals and of offers, common ground and reach; by those kept if empty.
    void arrange(std::vector<double> const& weights);

    /// Does it and brings the ranking up to date. As decide() of lib/review.
    std::optional<ChangeId> decide(Decision const& decision, std::optional<std::int64_t> revision = {});
    std::optional<StoredChange> undo();

    /// Something of this name was written to notebook() by other means: everything is brought up to date.
    void wrote(std::string_view what);

    /// Everything is read anew at the next refresh().
    void forget()
    {
        m_fingerprint.clear();
        m_version = -1;
        m_is_loaded = false;
        m_beside.drop();
    }

    Notebook& notebook() { return m_notebook; }
    Notebook const& notebook() const { return m_notebook; }
    Context const& context() const { return m_context; }
    Event const& event() const { return m_event; }
    std::string const& goals_file() const { return m_goals_file; } ///< of the command line; need not be there yet
    bool is_ready() const { return m_is_ready; }
    Goals const& written() const { return m_written; } ///< as the goals file has them
    Goals const& goals() const { return m_goals; }     ///< with what was decided
    Ranking const& ranking() const { return m_ranking; }
    Remark remark_on(PersonId person) const;
    bool has_tag(PersonId person, std::string_view tag) const;
    std::vector<std::string> tags() const; ///< that somebody has, in the order of the alphabet
    std::size_t questions_about(PersonId person) const;

    /// Who may be in the notebook twice; found when first asked for.
    std::vector<SameQuestion> const& duplicates();

    /// Index of the person's match; empty if they are not on the list.
    std::optional<std::size_t> match_of(PersonId person) const;

    /// 1-based place of a candidate by the weights that are kept.
    std::size_t kept_place(std::size_t candidate) const { return m_kept_places[candidate]; }

    /// The weights that the ranking is in the order of.
    std::vector<double> const& arranged() const { return m_arranged; }

    /// Folded name, organisation, role, place and tags of a candidate, to be searched; and the organisation alone.
    std::string const& searched(std::size_t candidate) const { return m_searched[candidate]; }
    std::string const& house(std::size_t candidate) const { return m_houses[candidate]; }

    /// Weights in the order of arrange().
    static std::vector<double> weights_of(Goals const& goals);
    static void put_weights(Goals& goals, std::vector<double> const& weights);

    Instant now() const;
    PageWords const& words(WebRequest const& request) const;
    Frame frame(WebRequest const& request, std::string_view current) const;

    /// What a change was, in the words of the page.
    std::string words_for(StoredChange const& change, PageWords const& words) const;

private:
    void take_over(RankedEvent ranked);
    void rank_beside(Event const& event);
    std::string goals_file_there() const;
    void load_decisions();
    void settle_anew();

    Context const& m_context;
    std::string m_goals_file;
    std::string m_event_name;
    std::string m_form_token;
    Notebook m_notebook;
    std::chrono::steady_clock::time_point m_started = std::chrono::steady_clock::now();
    PageWords m_german{Language::german};
    PageWords m_english{Language::english};

    std::int64_t m_version = -1;
    std::string m_fingerprint;
    std::string m_goals_text;
    bool m_is_ready = false;
    bool m_is_loaded = false; ///< and the ranking may be shown while a newer one is made
    bool m_is_behind = false;
    std::chrono::steady_clock::time_point m_loaded;
    std::chrono::steady_clock::duration m_load_time{};
    RankingBeside m_beside;
    Event m_event;
    Goals m_written;
    Goals m_goals;
    SignalWeights m_learnt;
    Ranking m_ranking;
    std::vector<double> m_arranged; ///< weights that the ranking is in the order of
    std::vector<std::size_t> m_kept_places;
    std::unordered_map<PersonId, std::size_t> m_candidates;
    std::vector<std::size_t> m_matches; ///< of each candidate
    std::unordered_map<PersonId, Remark> m_remarks;
    std::unordered_map<PersonId, std::size_t> m_questions;
    std::optional<std::vector<SameQuestion>> m_duplicates;
    std::vector<std::string> m_searched;
    std::vector<std::string> m_houses;
};

} // namespace knowwho::review
