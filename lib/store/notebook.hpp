// SPDX-License-Identifier: MIT
// The one SQLite file that holds everything: opening, migrating, transactions.
#pragma once

#include <filesystem>
#include <memory>

namespace knowwho {

/// "kwho" in ASCII: SQLite's application_id of a notebook.
inline constexpr int notebook_application_id = 0x6b77686f;

/// An open notebook. One writer at a time: a second one waits two seconds, then gets an Error
/// (notebook) that says so. Not for use by several threads at once; movable, not copyable.
class Notebook {
public:
    enum class Access { read_write, read_only };

    /// Opens the notebook, making file and folders (readable for the user only) if there is none,
    /// and migrates an older one forwards in one transaction. Throws Error (notebook) for a file
    /// of a newer version, of another program, or that cannot be read or written; nothing is
    /// changed then. `Access::read_only` throws if there is none.
    static Notebook open(std::filesystem::path const& file, Access access = Access::read_write);

    /// A notebook in memory, gone with the object: for one run that should leave nothing behind.
    static Notebook in_memory();

    Notebook(Notebook&&) noexcept;
    Notebook& operator=(Notebook&&) noexcept;
    ~Notebook();

    /// The connection, for the files of `store/` only.
    struct Connection;
    Connection& connection() const noexcept { return *m_connection; }

private:
    explicit Notebook(std::unique_ptr<Connection> connection) noexcept;
    std::unique_ptr<Connection> m_connection;
};

/// Everything written between construction and `commit` happens together or not at all.
/// Destruction without commit rolls back. Nested transactions join the outer one.
class Transaction {
public:
    explicit Transaction(Notebook& notebook);
    ~Transaction();
    Transaction(Transaction const&) = delete;
    Transaction& operator=(Transaction const&) = delete;

    /// Throws Error (notebook), e.g. when the disk is full.
    void commit();

private:
    Notebook& m_notebook;
    bool m_outermost;
    bool m_open = true;
};

} // namespace knowwho
