// SPDX-License-Identifier: MIT
// Tables `page`, `snippet` and `link`: what was read, what is quoted, and whom it is about.
#pragma once

#include "model/ids.hpp"
#include "model/person.hpp"
#include "model/snippet.hpp"

#include <optional>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace knowwho {

class Notebook;

/// Stores a page, or takes the newer reading of one with the same file or address.
/// Snippets of an older reading whose text has changed are dropped unless the user decided on them.
PageId save_page(Notebook& notebook, Page const& page);

/// The page that was read from these bytes, without its text.
std::optional<Page> find_page(Notebook const& notebook, std::string_view content_hash);

/// The page of that link, with its text.
std::optional<Page> find_page_by_address(Notebook const& notebook, std::string_view address);

/// Stores a snippet; one of the same page and position is that snippet.
SnippetId save_snippet(Notebook& notebook, Snippet const& snippet);

/// Stores a decision; one by the user is never overwritten by one of the program.
void save_link(Notebook& notebook, Link const& link);

/// The decisions on the snippets of one page about a person, by snippet; without signals.
std::vector<Link> links_of_page(Notebook const& notebook, PersonId person, PageId page);

/// State, probability and whose word it is of a link that there is, also back from the user's word.
void put_link_state(Notebook& notebook, Link const& link);

/// The quotable evidence about everybody on the event's roster, newest page first.
std::unordered_map<PersonId, std::vector<Evidence>> quotable_evidence(Notebook const& notebook, EventId event);

/// Everything about one person whatever its state, newest page first: for `explain`.
std::vector<Evidence> all_evidence(Notebook const& notebook, PersonId person);

/// The links of the event's people that wait for the user's answer.
std::vector<Evidence> open_questions(Notebook const& notebook, EventId event);

/// Whether a page of known date may be quoted about somebody on the event's roster: then the day matters to a score.
bool has_dated_evidence(Notebook const& notebook, EventId event);

} // namespace knowwho
