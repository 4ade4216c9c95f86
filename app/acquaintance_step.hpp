// SPDX-License-Identifier: MIT
// PERSON on the command line where anybody in the notebook may be meant.
#pragma once

#include "model/language.hpp"
#include "store/contacts.hpp"
#include "store/events.hpp"

#include <string>

namespace knowwho {

class Notebook;

/// The one person that `words` name: a name, part of one, or an id. Throws Error (usage) if nobody
/// fits (with who may have been meant), or if several do (listing them with their ids).
Acquaintance named_acquaintance(Notebook& notebook, std::string const& words);

/// "Wenke Thode, Thode Maschinenbau GmbH & Co. KG [3]", on one clean line.
std::string in_one_line(Acquaintance const& person);

/// In whose name and how drafts are written: as the goals kept with the event say, else those of the
/// event used last that has any; German with Sie where there are none.
struct Voice {
    std::string me; ///< "[Name]" where nobody said it
    Language language = Language::german;
    Address address = Address::sie;
};
Voice voice_of(Notebook const& notebook, EventId event = {});

} // namespace knowwho
