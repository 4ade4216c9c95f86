// SPDX-License-Identifier: MIT
// Many new people and attendances at once: what the triggers would do row by row is done once, at the end.
#pragma once

#include "model/ids.hpp"

#include <cstdint>

namespace knowwho {

class Notebook;

/// While it lives no trigger fires. Only add_person() and add_attendance() for one event may be called
/// then, inside a transaction that is rolled back unless finish() was called: it marks the new people's
/// rows of the search index as stale and takes the event's ranking away.
class BulkRows {
public:
    explicit BulkRows(Notebook& notebook, EventId event);
    ~BulkRows();
    BulkRows(BulkRows const&) = delete;
    BulkRows& operator=(BulkRows const&) = delete;

    void finish();

private:
    void let_triggers_fire(bool fire);

    Notebook& m_notebook;
    EventId m_event;
    std::int64_t m_last_before = 0; ///< key of the last attendance that was there
};

} // namespace knowwho
