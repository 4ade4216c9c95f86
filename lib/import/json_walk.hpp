// SPDX-License-Identifier: MIT
// The objects of a JSON document by the paths that lead to them.
#pragma once

#include <initializer_list>
#include <map>
#include <string>
#include <vector>

#include <nlohmann/json.hpp>

namespace knowwho {

/// An object with the objects around it, nearest last.
struct JsonObject {
    nlohmann::json const* object = nullptr;
    nlohmann::json const* session = nullptr; ///< the nearest object around that has a title
    std::string room;              ///< of a schedule whose rooms are keys
    nlohmann::json const* around = nullptr;  ///< whose member it is, as in {"status": "confirmed", "profile": {...}}
};

/// Text, number or boolean.
bool is_json_scalar(nlohmann::json const& value);

/// A scalar as it is written, without quotes; empty for anything else.
std::string json_text(nlohmann::json const& value);

/// The text of the first of the keys that has a scalar; empty if none has.
std::string json_text_at(nlohmann::json const& object, std::initializer_list<char const*> keys);

/// All objects of a document. Keeps references into it. What lies deeper than 40 levels is passed over.
class JsonWalk {
public:
    explicit JsonWalk(nlohmann::json const& document) { walk(document, "$", nullptr, {}, 0, nullptr); }

    std::map<std::string, std::vector<JsonObject>> by_path; ///< "$.people[]": indices left out
    std::map<std::string, nlohmann::json const*> by_id;

private:
    void walk(nlohmann::json const& value, std::string const& path, nlohmann::json const* session, std::string const& room, int depth, nlohmann::json const* around);
};

} // namespace knowwho
