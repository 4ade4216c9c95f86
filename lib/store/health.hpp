// SPDX-License-Identifier: MIT
// Whether the notebook's file is sound, and what it holds.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace knowwho {

class Notebook;

struct NotebookHealth {
    int version = 0;           ///< of the schema
    std::int64_t people = 0;
    std::int64_t events = 0;
    std::int64_t bytes = 0;    ///< of the file, without the write-ahead log
    std::vector<std::string> faults; ///< SQLite's words for what is damaged or points at nothing; the first ten
};

/// Reads the whole file once: `integrity_check` and `foreign_key_check` of SQLite.
NotebookHealth notebook_health(Notebook const& notebook);

} // namespace knowwho
