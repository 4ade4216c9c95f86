// SPDX-License-Identifier: MIT
// What the user decides, in the browser or on the command line: one transaction each, told apart by
// revision, and undone newest first.
#pragma once

#include "model/error.hpp"
#include "store/changes.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace knowwho {

class Notebook;

/// Somebody else has decided about the person since the page was shown; nothing was changed.
class StaleRevision : public Error {
public:
    StaleRevision();
};

/// The name of a change in the notebook, and the key of its words.
namespace decision {
inline constexpr std::string_view mark = "mark";                     ///< value: "pinned", "vetoed" or empty
inline constexpr std::string_view note = "note";                     ///< value: the text
inline constexpr std::string_view tags = "tags";                     ///< value: one a line
inline constexpr std::string_view do_not_mention = "do not mention"; ///< value: one a line
inline constexpr std::string_view because = "because";               ///< value: the title of the text, a line break, the reason
inline constexpr std::string_view openers = "openers";               ///< value: one sentence a line
inline constexpr std::string_view answer = "answer";                 ///< subject: the page; value: "yes", "no" or "unsure"
inline constexpr std::string_view weights = "weights";               ///< no person; value: a line "name<tab>written<tab>chosen" each
inline constexpr std::string_view different = "different";           ///< subject: the other person; value: "yes"
inline constexpr std::string_view merge = "merge";                   ///< subject: the other person; value: why
inline constexpr std::string_view follow_up = "follow-up";           ///< subject: the follow-up; value: see after_talks.hpp
inline constexpr std::string_view kept = "kept";                     ///< value: "yes" or empty: the purge passes over
inline constexpr std::string_view met = "met";                       ///< subject: the encounter; made by add_met_change() only
inline constexpr std::string_view split = "split";                   ///< subject: the number that the other one had
} // namespace decision

struct Decision {
    EventId event;
    PersonId person; ///< 0 for the weights
    std::string_view what;
    std::int64_t subject = 0;
    std::string value;
};

/// Does it, with a row in `change`, in one transaction. Empty if it was so already. With `revision`, the
/// person's must be the same, or StaleRevision is thrown. Throws Error (usage) for what cannot be done.
std::optional<ChangeId> decide(Notebook& notebook, Decision const& decision, Instant now, std::optional<std::int64_t> revision = {});

/// Takes the newest change of an event back, in one transaction; empty if there is none. Throws Error
/// (usage) and changes nothing if what it did has been changed since by another way.
std::optional<StoredChange> undo_newest(Notebook& notebook, EventId event, Instant now);

} // namespace knowwho
