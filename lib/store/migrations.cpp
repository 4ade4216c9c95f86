// SPDX-License-Identifier: MIT
#include "store/migrations.hpp"

#include "data/resources.hpp"
#include "store/notebook.hpp"

#include <SQLiteCpp/SQLiteCpp.h>
#include <fmt/format.h>
#include <string>

namespace knowwho {

int schema_version()
{
    return static_cast<int>(resource_paths("schema/").size());
}

void migrate(SQLite::Database& database, int from)
{
    auto transaction = SQLite::Transaction{database, SQLite::TransactionBehavior::IMMEDIATE};
    auto const steps = resource_paths("schema/");
    for (auto step = static_cast<std::size_t>(from); step < steps.size(); ++step) {
        database.exec(std::string{resource(steps[step])});
    }
    database.exec(fmt::format("PRAGMA application_id = {}", notebook_application_id));
    database.exec(fmt::format("PRAGMA user_version = {}", steps.size()));
    transaction.commit();
}

} // namespace knowwho
