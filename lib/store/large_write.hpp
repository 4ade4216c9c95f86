// SPDX-License-Identifier: MIT
// The first list into an empty notebook may be long: its pages are written once, not twice, and its rows are not
// held against the ones they refer to, which were written a moment before.
#pragma once

namespace knowwho {

class Notebook;

/// While it lives, an empty notebook that nobody else has open keeps a rollback journal instead of the
/// write-ahead log: what is killed or fails leaves it empty as before, and new pages go straight to their
/// place. No foreign key is looked at: the caller adds rows that refer to rows it has added, and deletes
/// none. Of any other notebook nothing is changed. Made before the transaction, gone after it; the
/// notebook must outlive it. Throws nothing.
class LargeWrite {
public:
    explicit LargeWrite(Notebook& notebook) noexcept;
    ~LargeWrite();
    LargeWrite(LargeWrite const&) = delete;
    LargeWrite& operator=(LargeWrite const&) = delete;

private:
    Notebook& m_notebook;
    bool m_without_log = false;
};

} // namespace knowwho
