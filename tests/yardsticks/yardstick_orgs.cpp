// links: identity
// SPDX-License-Identifier: MIT
// Parses the organisations of a JSON-lines file (`id`, `raw`) and prints what was understood, one line per case.
#include "identity/organisation.hpp"

#include <nlohmann/json.hpp>

#include <fstream>
#include <iostream>
#include <string>

int main(int argc, char** argv)
{
    for (auto i = 1; i < argc; ++i) {
        auto file = std::ifstream{argv[i]};
        for (auto line = std::string{}; std::getline(file, line);) {
            auto const item = nlohmann::json::parse(line, nullptr, false);
            if (item.is_object() && item.contains("id") && item.contains("raw")) {
                auto const parsed = knowwho::parse_organisation(item["raw"].get<std::string>());
                auto const answer = nlohmann::ordered_json{{"id", item["id"]}, {"core", parsed.core}, {"legal", parsed.legal_form},
                    {"unit", parsed.unit}, {"city", parsed.place}, {"acronym", parsed.acronym}};
                std::cout << answer.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace) << '\n';
            }
        }
    }
}
