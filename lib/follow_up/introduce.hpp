// SPDX-License-Identifier: MIT
// Pairs of one's contacts where what one wants meets what the other can give or works on.
#pragma once

#include "model/ids.hpp"
#include "store/contacts.hpp"

#include <optional>
#include <string>
#include <vector>

namespace knowwho {

class Notebook;

struct IntroductionIdea {
    Acquaintance wants;  ///< a contact awake who said what they want
    Acquaintance serves; ///< a contact awake, or somebody at the event
    std::string want;    ///< in the words of the note
    std::vector<std::string> words; ///< that meet it
    double likeness = 0;
};

/// Best first; each pair once, whatever way round. Left out: pairs that were asked, made or declined
/// before, of whom one introduced me to the other, and people of one house. With `event`, its attendees can serve too.
std::vector<IntroductionIdea> introduction_ideas(Notebook const& notebook, std::optional<EventId> event = {});

} // namespace knowwho
