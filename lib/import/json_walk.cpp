// SPDX-License-Identifier: MIT
#include "import/json_walk.hpp"

#include <algorithm>

namespace knowwho {

using nlohmann::json;

namespace {

constexpr int deepest = 40; // levels that are followed; whatever lies deeper is no list

bool is_session(json const& object)
{
    return object.is_object() && object.contains("title") && (object.contains("persons") || object.contains("speakers") || object.contains("presenters") ||
                                                               object.contains("start") || object.contains("startsAt") || object.contains("abstract"));
}

/// {"anna-berg": {...}, "bert-tal": {...}}: a list whose keys are ids.
bool is_keyed_list(json const& object)
{
    if (object.size() < 3 || !object.begin()->is_object()) {
        return false;
    }
    auto const& first = object.front();
    return std::all_of(object.begin(), object.end(), [&](json const& child) {
        std::size_t shared = 0;
        for (auto const& [key, value] : child.is_object() ? child.items() : first.items()) {
            shared += first.contains(key);
        }
        return child.is_object() && shared > 1 && shared * 2 >= child.size();
    });
}

} // namespace

bool is_json_scalar(json const& value) { return value.is_string() || value.is_number() || value.is_boolean(); }

std::string json_text(json const& value)
{
    if (value.is_string()) {
        return value.get_ref<std::string const&>();
    }
    return is_json_scalar(value) ? value.dump() : std::string{};
}

std::string json_text_at(json const& object, std::initializer_list<char const*> keys)
{
    for (auto const* key : keys) {
        if (auto const found = object.find(key); found != object.end() && is_json_scalar(*found)) {
            return json_text(*found);
        }
    }
    return {};
}

void JsonWalk::walk(json const& value, std::string const& path, json const* session, std::string const& room, int depth, json const* around)
{
    if (depth > deepest) {
        return;
    }
    if (value.is_array()) {
        for (auto const& element : value) {
            walk(element, path + "[]", session, room, depth + 1, nullptr);
        }
        return;
    }
    if (!value.is_object()) {
        return;
    }
    by_path[path].push_back({&value, session, room, around});
    if (auto const id = json_text_at(value, {"id", "guid", "@id"}); !id.empty()) {
        by_id.emplace(id, &value);
    }
    auto const* inner = path.ends_with("[]") && is_session(value) ? &value : session; // a page has a title too
    auto const keyed = is_keyed_list(value);
    for (auto const& [key, child] : value.items()) {
        auto const in_rooms = path.ends_with(".rooms") && child.is_array();
        walk(child, keyed ? path + "[]" : path + "." + (in_rooms ? "*" : key), inner, in_rooms ? key : room, depth + 1, keyed ? nullptr : &value);
    }
}

} // namespace knowwho
