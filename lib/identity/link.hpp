// SPDX-License-Identifier: MIT
// Whom a page means when it writes a name that somebody on the list bears: the decision, with its reasons.
#pragma once

#include "model/date.hpp"
#include "model/ids.hpp"
#include "model/person.hpp"
#include "model/snippet.hpp"

#include "identity/name_statistics.hpp"

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace knowwho {

/// At this probability and above a snippet may be quoted.
constexpr double quotable_probability = 0.99;

/// One place where a page names somebody.
struct Mention {
    std::string name_as_written;
    std::string context;    ///< the text around the name: its paragraph and the neighbouring ones
    std::string page_text;
    std::string page_title;
    std::string site;       ///< name of the site or publisher, or empty
    std::string address;    ///< link of the page, or empty
    std::optional<PartialDate> published;
};

/// What was decided about one bearer of the name.
struct LinkDecision {
    PersonId person;
    std::size_t bearer = 0; ///< index into the bearers that were handed in
    double probability = 0; ///< that the mention is about this bearer; all bearers and "nobody" sum to 1
    LinkState state = LinkState::question;
    std::vector<LinkSignal> signals; ///< strongest first
};

/// Decides whom the mention is about: one decision per bearer, in their order. Bearers are the
/// attendances whose name agrees with the mention; "none of them" competes with them. A full name and
/// one more signal can be quoted; the name alone is a question; what contradicts (another organisation
/// or trade right at the name) makes a namesake. Two bearers that fit alike are both a question.
std::vector<LinkDecision> decide_links(Mention const& mention, std::span<Attendance const* const> bearers,
                                       NameStatistics const& statistics);

} // namespace knowwho
