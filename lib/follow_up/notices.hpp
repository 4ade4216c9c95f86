// SPDX-License-Identifier: MIT
// Who is to be told that data about them are kept (Art. 14 GDPR), and by when.
#pragma once

#include "model/date.hpp"
#include "store/contacts.hpp"

#include <optional>
#include <string>
#include <vector>

namespace knowwho {

class Notebook;

struct NoticeDue {
    Acquaintance person;
    Instant obtained{}; ///< when the first data came in
    Instant due{};      ///< a month later (Art. 14 (3) a); earlier if one writes to them before
    std::optional<Instant> sent;
};

/// The contacts, and whoever has quotable evidence: people about whom more is kept than a list's row.
/// The earliest due first, then by id.
std::vector<NoticeDue> notices(Notebook const& notebook);

/// One person's, whoever they are.
std::optional<NoticeDue> notice_for(Notebook const& notebook, PersonId person);

void note_notice_sent(Notebook& notebook, PersonId person, Instant now);

} // namespace knowwho
