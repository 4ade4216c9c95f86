// SPDX-License-Identifier: MIT
// Puts values into the templates of data/templates/review/, and views into the page around them.
#pragma once

#include "review/response.hpp"
#include "review/words.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace ctemplate {
class TemplateDictionary;
}

namespace knowwho::review {

/// What is the same on every page.
struct Frame {
    PageWords const& words;
    std::string form_token;
    std::string event;   ///< name of the event, or empty while there is none
    std::string current; ///< path of the view that the navigation marks as shown: "/", "/changes"
    std::string undo;    ///< what the undo button would take back; empty: nothing
    std::string notice;  ///< one sentence to be read first, e.g. what was just done; may be empty
    bool is_ranked_anew = false; ///< what is shown is a little old, and a new ranking is on its way
};

/// A dictionary in which every word is `T_KEY`, with the language and the form token; also in the sections of it.
void set_frame(ctemplate::TemplateDictionary& dictionary, Frame const& frame);

/// Shows the section with its one variable, if there is something to show.
void show_text(ctemplate::TemplateDictionary& parent, std::string const& section, std::string const& variable, std::string const& text);

/// One option of a choice: the section with VALUE and WORD, and SELECTED in it if it is the one.
void add_option(ctemplate::TemplateDictionary& parent, std::string const& section, std::string_view value, std::string_view word, bool is_selected);

/// The template data/templates/review/`name`.html filled. Every value is escaped for the place where it
/// stands; a template that cannot be escaped throws Error (usage), as does one that cannot be read.
std::string fill_template(std::string_view name, ctemplate::TemplateDictionary const& dictionary);

/// A view inside the page: `main` comes from fill_template().
std::string whole_page(Frame const& frame, std::string_view title, std::string_view main);

/// A page that says one thing: what went wrong, and the way out.
std::string message_page(Frame const& frame, std::string_view title, std::string_view sentence, std::string_view hint, bool with_way_back = true);

} // namespace knowwho::review
