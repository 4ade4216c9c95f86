// SPDX-License-Identifier: MIT
#include "import/json_records.hpp"

#include "identity/name_parser.hpp"
#include "import/broken_document.hpp"
#include "import/cell_evidence.hpp"
#include "import/columns.hpp"
#include "import/json_rows.hpp"
#include "import/header_words.hpp"

#include <algorithm>
#include <map>
#include <set>

#include <nlohmann/json.hpp>

namespace knowwho {
namespace {

using nlohmann::json;

constexpr int deepest = 40; // levels that are followed; whatever lies deeper is no list
constexpr std::size_t most_keys = 200;
constexpr double records_of_people = 0.55;

/// An object with the objects around it, nearest last.
struct Found {
    json const* object = nullptr;
    json const* session = nullptr; ///< the nearest object around that has a title
    std::string room;              ///< of a schedule whose rooms are keys
    json const* around = nullptr;  ///< whose member it is, as in {"status": "confirmed", "profile": {...}}
};

bool is_scalar(json const& value) { return value.is_string() || value.is_number() || value.is_boolean(); }

std::string text_of(json const& value)
{
    if (value.is_string()) {
        return value.get_ref<std::string const&>();
    }
    return is_scalar(value) ? value.dump() : std::string{};
}

std::string scalar(json const& object, std::initializer_list<char const*> keys)
{
    for (auto const* key : keys) {
        if (auto const found = object.find(key); found != object.end() && is_scalar(*found)) {
            return text_of(*found);
        }
    }
    return {};
}

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

/// All objects of the document by the path that leads to them, indices left out.
class Walker {
public:
    void walk(json const& value, std::string const& path, json const* session, std::string const& room, int depth, json const* around = nullptr)
    {
        if (depth > deepest) {
            return;
        }
        if (value.is_array()) {
            for (auto const& element : value) {
                walk(element, path + "[]", session, room, depth + 1);
            }
            return;
        }
        if (!value.is_object()) {
            return;
        }
        by_path[path].push_back({&value, session, room, around});
        if (auto const id = scalar(value, {"id", "guid", "@id"}); !id.empty()) {
            by_id.emplace(id, &value);
        }
        auto const* inner = path.ends_with("[]") && is_session(value) ? &value : session; // a page has a title too
        auto const keyed = is_keyed_list(value);
        for (auto const& [key, child] : value.items()) {
            auto const in_rooms = path.ends_with(".rooms") && child.is_array();
            walk(child, keyed ? path + "[]" : path + "." + (in_rooms ? "*" : key), inner, in_rooms ? key : room, depth + 1, keyed ? nullptr : &value);
        }
    }

    std::map<std::string, std::vector<Found>> by_path;
    std::map<std::string, json const*> by_id;
};

/// The addresses of [{"title": "Twitter", "url": "https://…"}, …]. Things with a name of their own are more than addresses.
std::string links_in(json const& objects)
{
    std::string links;
    for (auto const& object : objects) {
        if (object.is_object() && object.contains("name")) {
            return {};
        }
        auto const link = object.is_object() ? scalar(object, {"url", "href", "link"}) : std::string{};
        if (!link.empty() && links.size() < 2000) {
            links += (links.empty() ? "" : " ") + link;
        }
    }
    return links;
}

/// One object as cells by key; objects inside give "key.inner", arrays of plain values one cell.
void flatten(json const& object, std::string const& prefix, std::map<std::string, std::string>& cells, int depth)
{
    for (auto const& [key, value] : object.items()) {
        if (cells.size() >= most_keys || key.starts_with('@')) {
            continue;
        }
        auto const name = prefix.empty() ? key : prefix + " " + key;
        if (is_scalar(value)) {
            cells[name] = text_of(value);
        } else if (value.is_object() && depth < 3) {
            flatten(value, name, cells, depth + 1);
        } else if (value.is_array() && !value.empty() && value.front().is_object() && depth < 3) {
            if (auto links = links_in(value); !links.empty()) {
                cells[name + " url"] = std::move(links);
            } else {
                flatten(value.front(), name, cells, depth + 1);
            }
        } else if (value.is_array()) {
            std::string joined;
            for (auto const& element : value) {
                if (is_scalar(element) && joined.size() < 4000) {
                    joined += (joined.empty() ? "" : "; ") + text_of(element);
                }
            }
            if (!joined.empty()) {
                cells[name] = joined;
            }
        }
    }
}

/// "2026-08-01T10:00:00+02:00" as "2026-08-01 10:00". A time in UTC (RFC 3339, "Z") stays as it is: it is not that of the place.
std::string plain_time(std::string time)
{
    if (time.ends_with('Z') || time.size() < 16 || time[4] != '-' || time[10] != 'T' || time[13] != ':') {
        return time;
    }
    time[10] = ' ';
    return time.substr(0, 16);
}

void add_session(json const& session, std::string const& room, std::map<std::string, json const*> const& by_id, std::map<std::string, std::string>& cells)
{
    cells["talk title"] = scalar(session, {"title", "name"});
    cells["talk abstract"] = scalar(session, {"abstract", "description"});
    auto const day = scalar(session, {"date", "startsAt", "start"});
    cells["talk starts"] = day.size() > 9 ? plain_time(day) : scalar(session, {"start", "startsAt", "startTime"});
    cells["talk ends"] = plain_time(scalar(session, {"endsAt", "end", "endTime"}));
    auto place = scalar(session, {"room", "location"});
    if (auto const id = scalar(session, {"roomId"}); place.empty() && !id.empty() && by_id.contains(id)) {
        place = scalar(*by_id.at(id), {"name", "title"});
    }
    cells["talk room"] = place.empty() ? room : place;
}

/// "sessions": [12, 31] points to objects elsewhere in the document.
json const* first_session_of(json const& person, Walker const& document)
{
    for (auto const* key : {"sessions", "talks", "submissions", "events"}) {
        auto const list = person.find(key);
        if (list == person.end() || !list->is_array() || list->empty()) {
            continue;
        }
        auto const& first = list->front();
        auto const id = first.is_object() ? scalar(first, {"id"}) : text_of(first);
        if (auto const found = document.by_id.find(id); found != document.by_id.end() && found->second->contains("title")) {
            return found->second;
        }
        if (first.is_object() && first.contains("title")) {
            return &first;
        }
    }
    return nullptr;
}

/// What the key says is told of somebody beside the name: whether they come, and where they work.
bool is_told_beside(std::string_view key, bool inside)
{
    auto const meaning = read_header(key);
    auto const field = meaning.candidates.empty() || meaning.candidates.front().weight < 0.6 ? std::nullopt : std::optional(meaning.candidates.front().field);
    return field == Field::status || (inside && (field == Field::organisation || field == Field::role || field == Field::email || field == Field::unit));
}

/// {"contact": {"forename": …}, "employment": {"company": …}, "state": …}: the person is one of several parts.
void add_facts_around(Found const& found, std::map<std::string, std::string>& cells)
{
    if (found.around == nullptr) {
        return;
    }
    auto const take = [&](std::string const& key, json const& value, bool inside) {
        if (is_scalar(value) && !cells.contains(key) && is_told_beside(key, inside)) {
            cells[key] = text_of(value);
        }
    };
    for (auto const& [key, value] : found.around->items()) {
        take(key, value, false);
        if (value.is_object() && &value != found.object) {
            for (auto const& [inner, fact] : value.items()) {
                take(key + " " + inner, fact, true);
            }
        }
    }
}

Table to_table(std::vector<Found> const& objects, Walker const& document, Texts& texts)
{
    std::vector<std::map<std::string, std::string>> rows;
    std::set<std::string> keys;
    for (auto const& found : objects) {
        auto& row = rows.emplace_back();
        flatten(*found.object, {}, row, 0);
        add_facts_around(found, row);
        auto const* session = found.session != nullptr && found.session != found.object ? found.session : first_session_of(*found.object, document);
        if (session != nullptr) {
            add_session(*session, found.room, document.by_id, row);
        }
        for (auto const& [key, value] : row) {
            if (keys.size() < most_keys) {
                keys.insert(key);
            }
        }
    }
    Table table;
    for (auto const& key : keys) {
        table.headers.push_back(key);
        table.known.push_back(key == "talk title" ? std::optional(Field::talk) : key == "talk abstract" ? std::optional(Field::talk_abstract)
                              : key == "talk starts" ? std::optional(Field::talk_starts) : key == "talk ends" ? std::optional(Field::talk_ends)
                              : key == "talk room" ? std::optional(Field::talk_room) : std::nullopt);
    }
    int number = 0;
    for (auto& row : rows) {
        table.add_row(++number);
        for (auto const& key : table.headers) {
            auto const cell = row.find(key);
            table.add_cell(cell == row.end() ? std::string_view{} : texts.keep(std::move(cell->second)));
        }
    }
    table.header_line = 1;
    table.keyed = true;
    return table;
}

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
bool may_be_people(std::vector<Found> const& objects)
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
    Walker walker;
    walker.walk(document, "$", nullptr, {}, 0);
    std::vector<std::string> taken;
    for (auto const& [path, objects] : walker.by_path) {
        auto const inside = std::any_of(taken.begin(), taken.end(), [&path = path](auto const& other) { return path.starts_with(other); });
        if (inside || holds_other_things(path) || (objects.size() < 2 && !path.ends_with("[]") && path != "$") || !may_be_people(objects)) {
            continue;
        }
        auto table = to_table(objects, walker, texts);
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
    Walker walker;
    walker.walk(document, "$", nullptr, {}, 0);
    std::vector<Found> people;
    for (auto const& [path, objects] : walker.by_path) {
        for (auto const& found : objects) {
            if (is_schema_person(*found.object) && (found.object->contains("name") || found.object->contains("familyName"))) {
                people.push_back(found);
            }
        }
    }
    if (!people.empty()) {
        tables.push_back(to_table(people, walker, texts));
    }
    return tables;
}

} // namespace knowwho
