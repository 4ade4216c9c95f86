// SPDX-License-Identifier: MIT
// A public source as a file describes it: how to ask, how fast, and where the pieces are.
#pragma once

#include "model/language.hpp"
#include "model/problem.hpp"
#include "model/snippet.hpp"

#include <chrono>
#include <filesystem>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace knowwho {

enum class AnswerFormat { json, xml, html, any };

/// Where a value stands: XPath from the item. The first that gives anything but white space counts.
struct FieldRule {
    std::vector<std::string> paths;
    std::string each;      ///< XPath from every node of the path; the values are joined by "; "
    bool markup = false;   ///< the text is itself HTML
    std::string parameter; ///< take this query parameter of the address that stands there, if it has it

    bool empty() const noexcept { return paths.empty(); }
};

/// What can be quoted from an item.
struct PieceRule {
    FieldRule title;
    std::vector<FieldRule> text;  ///< paragraphs, in order
    FieldRule link;
    FieldRule date;
    FieldRule site;
    FieldRule language;
    FieldRule people; ///< every node is a name that the piece has (authors, guests)
    PageKind kind = PageKind::article;
};

/// One kind of request of a source.
struct SourceStep {
    std::string name;
    std::string after; ///< follows the items of this step; empty: the source is asked this first
    std::string url;   ///< with {parameters}
    std::map<std::string, std::string> headers;
    AnswerFormat format = AnswerFormat::json;
    std::string items; ///< XPath of the items
    std::string keep;  ///< XPath: only items where this is true; empty: all
    std::vector<std::string> names; ///< XPath: every node is a name of whom or what the item is; empty: it is a text
    bool of_organisation = false;   ///< the names are of organisations, and must mean that of the list
    std::map<std::string, std::string> signals; ///< "organisation", "place", ...: XPath, every node a value
    std::map<std::string, std::string> take;    ///< parameters for the steps after this: XPath
    int limit = 10;    ///< items read of an answer
    int follow = 2;    ///< items that are followed
    int pages = 1;     ///< answers asked for in a row, by {page} or {offset}
    int page_size = 10;
    std::string more;  ///< XPath: true if there is a further page; empty: while pages are full
    std::vector<std::string> needs; ///< parameters without which the step is left out
    std::vector<std::string> unless; ///< parameters with which the step is left out: what it looks for is known
    std::string site;  ///< XPath: the official web site of the organisation whom the item is
    bool has_piece = false;
    PieceRule piece;
};

struct SourceRecipe {
    std::string file;     ///< where it was read, for messages
    std::string name;     ///< "openalex": lower case, also of the file
    std::string title;    ///< "OpenAlex"
    std::string homepage;
    std::string gives;    ///< one line
    std::string terms;    ///< one line
    bool non_commercial = false;
    bool on = true;       ///< asked unless the user says otherwise
    std::string key_env;  ///< environment variable of the key; empty: none is known
    bool key_required = false;
    std::string key_header; ///< "x-api-key: {key}"
    std::string key_query;  ///< "api_key={key}"
    std::string base_env; ///< environment variable of {base}, for sources that the user runs
    std::chrono::milliseconds pace{1000};
    std::chrono::seconds max_age{7 * 86400};
    Language language = Language::unknown;
    int spellings = 2;    ///< of the name that are tried while nothing is found
    double gain = 0.3;    ///< chance that it adds something about a person of the kind below, 0 to 1
    std::vector<std::string> kinds; ///< "research", "software", "public", "media", "company": whom it knows
    std::vector<std::string> ask_later; ///< XPath on any answer ($status is known): come back another time
    std::vector<std::string> failed;    ///< ... : an error
    std::vector<std::string> nothing;   ///< ... : asked, and there is nothing
    std::string message;  ///< XPath of the source's own words on an error
    std::string pause;    ///< XPath of the seconds that any answer asks to wait before the next request
    std::vector<SourceStep> steps;

    SourceStep const* step(std::string_view step_name) const;

    /// Whether it tells an organisation's web site rather than something about people.
    bool finds_sites() const;
};

/// Reads a recipe. `file` is for messages. Throws Error (input) with file, line and key for what is
/// not TOML, unknown, missing, of the wrong type, not XPath, or a parameter that nothing gives.
SourceRecipe parse_recipe(std::string_view toml, std::string_view file);

/// The recipes that come with the program, by name.
std::vector<SourceRecipe> shipped_recipes();

/// The shipped recipes and those in the user's folder (*.toml; it need not be there), by name. Of two of
/// one name the user's wins. A file that is no sound recipe is left out and told in `problems`.
std::vector<SourceRecipe> recipes_with(std::filesystem::path const& folder, std::vector<Problem>& problems);

} // namespace knowwho
