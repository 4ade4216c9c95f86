// SPDX-License-Identifier: MIT
// Public text about people: pages, the pieces quoted from them, and the decision whom they are about.
#pragma once

#include "model/date.hpp"
#include "model/ids.hpp"
#include "model/language.hpp"

#include <optional>
#include <string>
#include <vector>

namespace knowwho {

enum class PageKind { other, article, profile, company, list, forum, programme, note };

/// A page as it was read. `text` is the body's text, blocks separated by newlines;
/// positions of snippets count its bytes.
struct Page {
    PageId id;
    std::string file;    ///< path of the saved file, or empty
    std::string address; ///< canonical link, or empty if the page does not say
    std::string site;    ///< name of the site or publisher, or empty
    std::string title;
    std::vector<std::string> authors;
    std::optional<PartialDate> published;
    std::optional<PartialDate> modified;
    Language language = Language::unknown;
    PageKind kind = PageKind::other;
    std::string text;
    std::string content_hash; ///< of the bytes as saved, to know a page again
    Instant read_at{};

    /// Where the user finds it again: the saved file, else the address.
    std::string const& place() const { return file.empty() ? address : file; }
};

/// A verbatim piece of a page.
struct Snippet {
    SnippetId id;
    PageId page;
    std::string quote;        ///< at most 300 characters, never cut inside a word
    int position = 0;         ///< byte offset of the quote in the page's text
    Language language = Language::unknown;
};

/// Why a snippet is thought to be about a person: a named signal and what it adds.
struct LinkSignal {
    std::string name;   ///< "name", "organisation", "email", "place", "role", "talk", ...
    std::string detail; ///< the words that agreed or disagreed
    double weight = 0;  ///< log-odds (natural logarithm); negative speaks against

    friend bool operator==(LinkSignal const&, LinkSignal const&) = default;
};

enum class LinkState {
    quotable,  ///< at or above the shipped threshold, or confirmed by the user
    question,  ///< waits for the user's answer
    rejected,  ///< another bearer of the name
};

/// The decision that a snippet is about a person.
struct Link {
    SnippetId snippet;
    PersonId person;
    double probability = 0;
    LinkState state = LinkState::question;
    bool by_user = false; ///< the user said so; the program never changes it
    std::vector<LinkSignal> signals;
};

/// A snippet with its page and link: what may stand behind a statement.
struct Evidence {
    Snippet snippet;
    Page page; ///< without `text`
    Link link;
};

} // namespace knowwho
