// SPDX-License-Identifier: MIT
// links: import
// Prints a JSON line per person that the import makes of each FILE, rows about one person joined; scored from outside.
#include "import/importer.hpp"
#include "import/read_list.hpp"
#include "model/error.hpp"
#include "store/attendances.hpp"
#include "store/notebook.hpp"

#include <filesystem>
#include <fstream>
#include <iostream>
#include <iterator>
#include <set>

#include <nlohmann/json.hpp>

namespace {

using namespace knowwho;

/// The name as it is spoken: "Berg, Anna" as "Anna Berg".
std::string shown(PersonName const& name)
{
    auto const comma = name.written.find(", ");
    auto const inverted = comma != std::string::npos && !name.given.empty() && name.written.find(name.given) > comma && name.written.find(name.given) != std::string::npos;
    return inverted ? name.written.substr(comma + 2) + " " + name.written.substr(0, comma) : name.written;
}

void print(std::string const& file, RosterRow const& row)
{
    nlohmann::ordered_json const line{{"file", file},
                                      {"name", shown(row.name)},
                                      {"given", row.name.middle.empty() ? row.name.given : row.name.given + " " + row.name.middle},
                                      {"family", row.name.family},
                                      {"title", row.name.title},
                                      {"organisation", row.organisation},
                                      {"role", row.role},
                                      {"place", row.place}};
    std::cout << line.dump(-1, ' ', false, nlohmann::ordered_json::error_handler_t::replace) << '\n';
}

Event event_named(std::string const& name)
{
    Event event;
    event.name = name;
    return event;
}

} // namespace

int main(int count, char** arguments)
{
    for (int index = 1; index < count; ++index) {
        std::filesystem::path const path(arguments[index]);
        std::ifstream stream(path, std::ios::binary);
        std::string const bytes(std::istreambuf_iterator<char>(stream), {});
        auto const file = path.filename().string();
        try {
            auto notebook = Notebook::in_memory();
            auto const result = import_list(notebook, read_list(file, bytes, {}, {}), event_named(file), {}, {});
            auto printed = std::set<PersonId>{};
            for (auto const& attendance : attendances(notebook, result.event)) {
                if (printed.insert(attendance.person).second) { // each row of somebody is kept
                    print(file, attendance.row);
                }
            }
        } catch (Error const& error) {
            std::cerr << file << ": " << error.what() << '\n';
        }
    }
}
