// SPDX-License-Identifier: MIT
#include "import/json_records.hpp"

#include "identity/name_parser.hpp"
#include "import/broken_document.hpp"
#include "import/cell_evidence.hpp"
#include "import/columns.hpp"
#include "import/header_words.hpp"
#include "import/json_rows.hpp"
#include "import/json_table.hpp"
#include "import/json_walk.hpp"

#include <algorithm>

#include <nlohmann/json.hpp>

namespace knowwho {
namespace {

using nlohmann::json;

constexpr double records_of_people = 0.55;

/// Rooms and tracks have names too, but none of people.
bool looks_like_people(std::vector<ColumnUse> const& columns)
{
    double likelihood = 0;
    int samples = 0;
    for (auto const& use : columns) {
        if (use.field == Field::given) {
            return true;
        }
        for (auto const& sample : use.samples) {
            likelihood += use.field == Field::name ? name_likelihood(sample) : 0;
            samples += use.field == Field::name;
        }
    }
    return samples > 0 && likelihood / samples > 0.3;
}

/// One document; or one in every line, as logs and exports write them.
json parse(std::string_view text)
{
    auto document = json::parse(text.begin(), text.end(), nullptr, false, true);
    if (!document.is_discarded()) {
        return document;
    }
    auto lines = json::array();
    while (!text.empty()) {
        auto const end = std::min(text.find('\n'), text.size());
        auto const line = trim(text.substr(0, end));
        text.remove_prefix(std::min(end + 1, text.size()));
        auto value = line.starts_with('{') ? json::parse(line.begin(), line.end(), nullptr, false, true) : json(json::value_t::discarded);
        if (!line.empty() && value.is_discarded()) {
            return value;
        }
        if (!line.empty()) {
            lines.push_back(std::move(value));
        }
    }
    return lines;
}

/// "$.conference.rooms[]": what the key says are other things than people.
bool holds_other_things(std::string_view path)
{
    constexpr std::string_view things[] = {"rooms", "tracks", "tags", "venues", "links", "categories", "organizations", "organisations", "companies", "partners", "sponsors", "tickets", "items", "locations", "topics", "exhibitors"};
    while (path.ends_with("[]")) {
        path.remove_suffix(2);
    }
    auto const key = path.substr(path.rfind('.') + 1);
    return std::find(std::begin(things), std::end(things), key) != std::end(things);
}

/// How many of the objects have something to call a person by.
bool may_be_people(std::vector<JsonObject> const& objects)
{
    std::size_t named = 0;
    for (auto const& found : objects) {
        for (auto const& [key, value] : found.object->items()) {
            if (value.is_string() && key.size() < 60) {
                auto const meaning = read_header(key);
                auto const person = std::any_of(meaning.candidates.begin(), meaning.candidates.end(), [](auto const& c) {
                    return c.field == Field::name || c.field == Field::family || c.field == Field::given;
                });
                if (person) {
                    ++named;
                    break;
                }
            }
        }
        if (named > 5) {
            return true;
        }
    }
    return named * 2 >= objects.size() && named > 0;
}

bool is_schema_person(json const& object)
{
    auto const type = object.find("@type");
    if (type == object.end()) {
        return false;
    }
    auto const named = [](json const& word) { return word.is_string() && (word == "Person" || word == "http://schema.org/Person" || word == "https://schema.org/Person"); };
    return type->is_array() ? std::any_of(type->begin(), type->end(), named) : named(*type);
}

} // namespace

bool looks_like_json(std::string_view text)
{
    auto const begin = trim(text.substr(0, 200));
    return begin.starts_with('{') ? begin.find('"') != begin.npos || begin == "{}" : begin.starts_with("[{") || (begin.starts_with('[') && begin.find('{') != begin.npos);
}

FoundTables read_json(std::string_view text, Texts& texts)
{
    auto const document = parse(text);
    auto found = read_json(document, texts);
    if (document.is_discarded()) {
        found.problems.push_back(broken_json(text));
    }
    return found;
}

FoundTables read_json(json const& document, Texts& texts)
{
    FoundTables found;
    found.format = "json";
    found.dialect = "objects with keys";
    found.repeats = true;
    if (document.is_discarded()) {
        return found;
    }
    JsonWalk const walker(document);
    std::vector<std::string> taken;
    for (auto const& [path, objects] : walker.by_path) {
        auto const inside = std::any_of(taken.begin(), taken.end(), [&path = path](auto const& other) { return path.starts_with(other); });
        if (inside || holds_other_things(path) || (objects.size() < 2 && !path.ends_with("[]") && path != "$") || !may_be_people(objects)) {
            continue;
        }
        auto table = json_table(objects, walker, texts);
        if (auto const columns = understand_columns(table, {}); people_confidence(columns) >= records_of_people && looks_like_people(columns)) {
            taken.push_back(path);
            found.tables.push_back(std::move(table));
        }
    }
    if (found.tables.empty()) {
        found.tables = read_json_rows(document, texts, found.problems);
    }
    return found;
}

std::vector<Table> read_json_ld(std::string_view text, Texts& texts)
{
    std::vector<Table> tables;
    auto const document = parse(text);
    if (document.is_discarded()) {
        return tables;
    }
    JsonWalk const walker(document);
    std::vector<JsonObject> people;
    for (auto const& [path, objects] : walker.by_path) {
        for (auto const& found : objects) {
            if (is_schema_person(*found.object) && (found.object->contains("name") || found.object->contains("familyName"))) {
                people.push_back(found);
            }
        }
    }
    if (!people.empty()) {
        tables.push_back(json_table(people, walker, texts));
    }
    return tables;
}

} // namespace knowwho
