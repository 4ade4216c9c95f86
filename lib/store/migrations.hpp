// SPDX-License-Identifier: MIT
// The versions of the schema, run forwards on opening.
#pragma once

namespace SQLite {
class Database;
}

namespace knowwho {

/// The version that this program writes: the number of the last file in data/schema/.
int schema_version();

/// Brings a database from version `from` to schema_version() in one transaction: a step that
/// fails leaves it as it was. Throws what SQLite throws.
void migrate(SQLite::Database& database, int from);

} // namespace knowwho
