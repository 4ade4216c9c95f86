// SPDX-License-Identifier: MIT
// The briefing as values: everything a printed sheet says, in its order, each fact with its sources.
#pragma once

#include "model/date.hpp"
#include "model/goals.hpp"
#include "model/ids.hpp"
#include "model/language.hpp"
#include "model/match.hpp"

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

namespace knowwho {

/// One sentence and the numbers of the sources that carry it. A statement without a number
/// says nothing about anybody: it is the user's own text, or an instruction.
struct Statement {
    std::string text;
    std::vector<int> sources; ///< numbers of Briefing::sources, ascending

    friend bool operator==(Statement const&, Statement const&) = default;
};

/// Where facts come from: a row of the attendee list or a quoted snippet.
struct SourceEntry {
    int number = 0;    ///< 1-based, in the order of first use
    Source origin;
    std::string label; ///< "Teilnehmerliste teilnehmer.csv, Zeile 23", or the title of the page
    std::string site;  ///< empty for a list
    std::string link;  ///< http or https only; empty if the page has none
    std::string date;  ///< as printed, in the language of the briefing; empty if unknown
    std::string quote; ///< verbatim; empty for a list
    bool stale = false; ///< older than two years, or without a date
};

/// What an opener starts from; the order is that of the files in data/openers.
enum class OpenerKind {
    own_article, interview, article, talk, panel, topic, work, team_page, common_ground, offer, news, place,
    met_before, promise, situation, ask,
};

/// A sentence or two to start with, and the question to go on with.
struct Opener {
    OpenerKind kind = OpenerKind::situation;
    std::string label;     ///< the kind, as printed
    std::string pattern;   ///< id of the pattern, e.g. "talk.3": for the trace and the tests
    Statement sentence;
    std::string fill_in;   ///< beginning of a line that the user completes by hand; empty if complete
    std::string question;
    bool rephrased = false; ///< the sentence is a chat model's wording of the pattern
};

/// One share of a target's score.
struct ScoreShare {
    std::string label; ///< kind of signal, as printed
    double share = 0;  ///< 0 to 1
};

/// Why the target is on the sheet.
struct CardReason {
    std::string label; ///< goal it serves, or the kind of signal
    Statement sentence;
    double share = 0;
};

/// A talk of a target at this event.
struct Appearance {
    std::string title;
    std::string when; ///< as printed: "Do, 26. November, 17:15–18:00"; empty if unknown
    std::string room;
    std::string sort_key; ///< the beginning as the list has it, if possible "2026-11-26 14:00"
    std::string ends_key; ///< the end likewise; empty if unknown
    std::vector<int> sources;
};

/// A target: one row of the table on page 1, and a page.
struct Card {
    int number = 0; ///< 1-based
    PersonId person;
    std::string address;   ///< as to be addressed: "Frau Dr. Weber"
    std::string full_name; ///< with titles, without Herr or Frau
    std::string role;
    std::string organisation;
    std::string place;
    std::vector<int> row_sources; ///< of the four above
    Statement why;                ///< in one line
    std::vector<Appearance> appearances;
    double score = 0, low = 0, high = 0; ///< 0 to 1
    std::vector<double> goals;           ///< score per goal, 0 to 1
    std::vector<ScoreShare> shares;      ///< largest first; they sum to at most 1
    std::vector<CardReason> reasons;
    std::vector<Statement> quotes; ///< verbatim pieces of public text
    std::vector<Statement> give;
    std::vector<Opener> openers; ///< three to five, of different kinds
    std::string ask;             ///< the honest ask, one sentence
    std::vector<Statement> unknown;      ///< not known, or stale
    std::vector<Statement> do_not_mention;
};

/// Who steps in when a target does not come.
struct Reserve {
    PersonId person;
    std::string address;
    std::string full_name;
    std::string role;
    std::string organisation;
    Statement why;
    std::vector<Appearance> appearances;
    std::vector<int> row_sources;
};

/// A goal and how well the targets cover it.
struct GoalCoverage {
    std::string name;
    std::string want;
    double weight = 1;
    double coverage = 0; ///< 0 to 1
};

/// A sentence that no source carries: taken out before printing, and told.
struct GroundingFault {
    std::string person;
    std::string where;    ///< "opener", "reason", "quote", "source", …
    std::string sentence;
    std::string reason;
};

struct Briefing {
    Language language = Language::german; ///< german or english
    Address form = Address::sie;
    std::string event;
    std::string place;
    std::string dates; ///< "26. und 27. November 2026"; empty if unknown
    std::string owner; ///< whose briefing it is
    std::string introduction;
    std::vector<GoalCoverage> goals;
    std::vector<Card> cards;
    std::vector<Reserve> reserves;
    std::string chance;    ///< the sentence on who will be there; empty without targets
    std::string follow_up; ///< the slot to book now, a sentence
    std::vector<std::string> polite_exits;
    std::size_t blank_cards = 4;
    std::vector<SourceEntry> sources;
    std::vector<std::string> resources; ///< what was used to find and judge, one sentence each
    std::string prepared;               ///< "Stand: 25. November 2026"
    std::vector<GroundingFault> dropped; ///< what the grounding check took out; not printed
};

} // namespace knowwho
