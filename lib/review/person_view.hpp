// SPDX-License-Identifier: MIT
// One person: why, how sure, what to say, what was decided.
#pragma once

#include "model/judgement.hpp"
#include "review/page.hpp"

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

namespace knowwho::review {

/// A text or row of a list that something stands on.
struct SourceRow {
    std::string label; ///< title of the page, or list and line
    std::string link;  ///< http or https only; empty: none
    std::string date;
    std::string quote;
};

struct ReasonRow {
    double share = 0;
    std::string sentence;
    std::vector<SourceRow> sources;
};

/// The reasons of one goal, or of what stands beside the goals.
struct ReasonGroup {
    std::string name;
    double score = 0, low = 0, high = 0;
    std::vector<ReasonRow> reasons;
};

struct SignalRow {
    std::string name;
    std::string detail;
    double weight = 0;
};

/// A page that is, may be, or is not about the person.
struct EvidenceRow {
    std::int64_t page = 0;
    std::string title;
    std::string link;
    std::string date;
    std::string language; ///< "de", "en" or empty
    double probability = 0;
    bool by_user = false;
    std::vector<std::string> quotes;
    std::vector<SignalRow> signals;
};

/// Somebody of the notebook who may be the same.
struct SameRow {
    std::int64_t id = 0;
    std::string name;
    std::string what;
    double probability = 0;
    std::vector<SignalRow> signals;
};

/// Who turned out to be the same.
struct MergedRow {
    std::int64_t id = 0; ///< that the other one had
    std::string name;
    std::string what;
    std::string reason;
};

struct OpenerRow {
    std::string label;
    std::string sentence;
    std::string fill_in;
    std::string question;
    bool is_own = false; ///< in the user's own words already
};

/// What had better not be said, in a sentence of the user's own.
struct FindingRow {
    std::string words;
    std::string reason;
};

struct PersonView {
    std::int64_t id = 0;
    std::int64_t revision = 0;
    std::string name;
    std::string address; ///< as to be addressed
    std::vector<std::pair<std::string, std::string>> facts; ///< word for what it is, value
    std::string website; ///< http or https only
    std::size_t place = 0;
    double score = 0, low = 0, high = 0;
    std::string excluded;
    std::string said;
    Mark mark = Mark::none;
    std::vector<std::string> talks;
    std::vector<ReasonGroup> groups;
    std::vector<EvidenceRow> questions;
    std::vector<EvidenceRow> quotable;
    std::vector<EvidenceRow> rejected;
    std::vector<SameRow> same;
    std::vector<MergedRow> merged;
    std::vector<OpenerRow> openers;
    std::vector<FindingRow> findings; ///< in the user's own openers
    std::string ask;
    std::vector<std::string> give; ///< what the user can give them
    std::vector<std::string> unknown;
    std::vector<std::string> titles; ///< of the texts of theirs that may be quoted
    Judgement judgement;
    Remark remark;
    std::vector<std::pair<std::string, std::string>> history; ///< day, what was
    std::vector<std::pair<std::string, std::string>> row;     ///< of the list: header, value
};

std::string findings_html(Frame const& frame, std::vector<FindingRow> const& findings);

std::string person_html(Frame const& frame, PersonView const& view);

} // namespace knowwho::review
