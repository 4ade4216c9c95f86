// SPDX-License-Identifier: MIT
// Address books into the contacts: merged by identity, nothing overwritten silently.
#pragma once

#include "follow_up/card_contact.hpp"
#include "model/problem.hpp"

#include <span>
#include <string>
#include <vector>

namespace knowwho {

class Notebook;

/// One entry of an address book.
struct BookEntry {
    CardPerson person; ///< contact.uid and contact.card as far as the book has them
    int line = 0;
};

struct BookResult {
    int added = 0;     ///< contacts that were none before
    int updated = 0;
    int unchanged = 0;
    int forgotten = 0; ///< people with a tombstone: passed over
};

/// When the book and the notebook say different things.
enum class Prefer { notebook, book };

/// One transaction. An entry is found again by its uid, else as identity decides (name with e-mail or
/// organisation). Blanks are filled; what differs stays (or is taken over) and becomes a warning.
BookResult import_address_book(Notebook& notebook, std::span<BookEntry const> entries, std::string const& source, Prefer prefer,
                               Instant now, std::vector<Problem>& problems);

/// The entries of a vCard file.
std::vector<BookEntry> entries_of(std::span<VCard const> cards);

} // namespace knowwho
