// SPDX-License-Identifier: MIT
// Takes people out of the notebook: their rows, their pages, and their traces in other rows and freed pages.
#pragma once

#include "model/ids.hpp"

#include <span>
#include <string>
#include <vector>

namespace knowwho {

class Notebook;

/// Deletes people with all that hangs on them, and the pages that were about nobody else. One transaction.
void delete_people(Notebook& notebook, std::span<PersonId const> people);

/// Wherever one of the texts still stands (raw rows, pages, notes, goals), as many bytes of `*` take
/// its place, so that positions stay right; snippets that hold it are deleted; the page cache, which
/// is packed, is emptied. One transaction.
void mask_everywhere(Notebook& notebook, std::span<std::string const> texts);

/// A family name alone, in its `spellings`: masked as a whole word (and with an s behind it) in pages that
/// hold one of `names` and in the user's own notes; snippets of those pages that hold it are deleted.
/// Comes before mask_everywhere(), which takes the names out of the pages. One transaction.
void mask_family_name(Notebook& notebook, std::span<std::string const> names, std::span<std::string const> spellings);

/// The saved files of pages that hold one of the texts, by name.
std::vector<std::string> files_naming(Notebook const& notebook, std::span<std::string const> texts);

/// Whether somebody was deleted and the file not rewritten since: the program was stopped in between.
bool is_rewrite_due(Notebook const& notebook);

/// Brings the search up to date and rewrites the whole file, so that nothing deleted is left in free
/// pages, in the index or in the write-ahead log. Not inside a transaction. False if another program is
/// reading the notebook: then old bytes stay until it ends, and the rewriting stays due.
bool rewrite_file(Notebook& notebook);

} // namespace knowwho
