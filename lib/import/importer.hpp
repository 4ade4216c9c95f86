// SPDX-License-Identifier: MIT
// A list that was read goes into the notebook: people found or added, rows new, changed or gone.
#pragma once

#include "import/list_reading.hpp"
#include "model/date.hpp"
#include "model/ids.hpp"
#include "model/watch.hpp"
#include "store/events.hpp"

#include <memory>

namespace knowwho {

class Notebook;

struct ImportResult {
    EventId event;
    int added = 0;     ///< attendances that the event did not have
    int updated = 0;   ///< rows that had changed
    int unchanged = 0;
    int gone = 0;      ///< attendances of the list's earlier version that this one has not
    int merged = 0;    ///< rows of the list that name somebody another row names too
    int known = 0;     ///< of the added: people whom the notebook knew already
    int forgotten = 0; ///< rows of people who were erased for good: passed over
    bool same_list = false; ///< these very bytes had been imported before; nothing was changed
};

/// One transaction: all of the list or nothing. The same list twice changes nothing; a newer
/// version of it (the same file name, or one that shares most of its people) updates, adds, and marks who is gone; another
/// list of the event (speakers beside attendees) adds rows of its own without marking anybody. Throws Error
/// (notebook), or Interrupted with nothing written.
ImportResult import_list(Notebook& notebook, ListReading const& list, Event const& event, Instant now, Watch const& watch);

/// The same for a list whose rows come one by one. Without finish() nothing is written. The arguments must outlive it.
class ListImport {
public:
    ListImport(Notebook& notebook, Event const& event, Instant now, Watch const& watch);
    ~ListImport();
    ListImport(ListImport const&) = delete;
    ListImport& operator=(ListImport const&) = delete;

    void take(RosterRow const& row);

    /// `list` tells about the file; its rows are those taken, whatever it holds itself.
    ImportResult finish(ListReading const& list);

private:
    class State;
    std::unique_ptr<State> m_state;
};

} // namespace knowwho
