// SPDX-License-Identifier: MIT
// Lists from files into the notebook, as `import` and `brief` do it.
#pragma once

#include "app/steps.hpp"
#include "import/read_list.hpp"

#include <string>
#include <vector>

namespace knowwho {

/// What came of one list.
struct ImportedList {
    Event event;
    ListReading reading; ///< without its rows
    ImportResult result;
    std::string summary; ///< "240 people from teilnehmer.csv (3 new, 2 gone)"
};

/// The event as the goals describe it, used now.
Event event_of(Goals const& goals, Instant now);

/// Reads one list. Throws Error (input) if it can't be read at all.
ListReading read_list_file(std::string const& file, ReadOptions const& options, Context const& context);

/// The options, with what the notebook remembers about columns. The notebook must outlive them.
ReadOptions with_memory(Notebook const& notebook, ReadOptions options);

/// Imports the lists one after the other, as they are read; problems are added to `problems`. All go in or none:
/// a list that can't be read (Error, input) leaves the notebook as it was.
std::vector<ImportedList> import_lists(Notebook& notebook, std::vector<std::string> const& files, ReadOptions const& options,
    Event const& event, Context const& context, std::vector<Problem>& problems);

} // namespace knowwho
