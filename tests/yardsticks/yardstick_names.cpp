// links: identity
// SPDX-License-Identifier: MIT
// Parses the names of a JSON-lines file (`id`, `raw`) and prints what was understood, one line per case.
#include "identity/name_reading.hpp"

#include <nlohmann/json.hpp>

#include <fstream>
#include <iostream>
#include <string>

namespace {

nlohmann::ordered_json as_json(std::string const& id, knowwho::NameReading const& reading)
{
    auto const& name = reading.name;
    auto const title = reading.salutation.empty() || name.title.empty() ? reading.salutation + name.title : reading.salutation + ' ' + name.title;
    return {{"id", id}, {"title", title}, {"given", name.given}, {"middle", name.middle}, {"family", name.family},
            {"suffix", name.suffix}, {"nickname", name.nickname}, {"maiden", name.maiden}, {"confidence", name.confidence}};
}

} // namespace

int main(int argc, char** argv)
{
    for (auto i = 1; i < argc; ++i) {
        auto file = std::ifstream{argv[i]};
        for (auto line = std::string{}; std::getline(file, line);) {
            auto const item = nlohmann::json::parse(line, nullptr, false);
            if (item.is_object() && item.contains("id") && item.contains("raw")) {
                auto const reading = knowwho::read_name(item["raw"].get<std::string>());
                std::cout << as_json(item["id"].get<std::string>(), reading).dump(-1, ' ', false, nlohmann::json::error_handler_t::replace) << '\n';
            }
        }
    }
}
