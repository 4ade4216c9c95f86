// SPDX-License-Identifier: MIT
#include "import/json_table.hpp"

#include "import/header_words.hpp"

#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <utility>

namespace knowwho {

using nlohmann::json;

namespace {

constexpr std::size_t most_keys = 200;

/// The addresses of [{"title": "Twitter", "url": "https://…"}, …]. Things with a name of their own are more than addresses.
std::string links_in(json const& objects)
{
    std::string links;
    for (auto const& object : objects) {
        if (object.is_object() && object.contains("name")) {
            return {};
        }
        auto const link = object.is_object() ? json_text_at(object, {"url", "href", "link"}) : std::string{};
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
        if (is_json_scalar(value)) {
            cells[name] = json_text(value);
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
                if (is_json_scalar(element) && joined.size() < 4000) {
                    joined += (joined.empty() ? "" : "; ") + json_text(element);
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
    cells["talk title"] = json_text_at(session, {"title", "name"});
    cells["talk abstract"] = json_text_at(session, {"abstract", "description"});
    auto const day = json_text_at(session, {"date", "startsAt", "start"});
    cells["talk starts"] = day.size() > 9 ? plain_time(day) : json_text_at(session, {"start", "startsAt", "startTime"});
    cells["talk ends"] = plain_time(json_text_at(session, {"endsAt", "end", "endTime"}));
    auto place = json_text_at(session, {"room", "location"});
    if (auto const id = json_text_at(session, {"roomId"}); place.empty() && !id.empty() && by_id.contains(id)) {
        place = json_text_at(*by_id.at(id), {"name", "title"});
    }
    cells["talk room"] = place.empty() ? room : place;
}

/// "sessions": [12, 31] points to objects elsewhere in the document.
json const* first_session_of(json const& person, JsonWalk const& document)
{
    for (auto const* key : {"sessions", "talks", "submissions", "events"}) {
        auto const list = person.find(key);
        if (list == person.end() || !list->is_array() || list->empty()) {
            continue;
        }
        auto const& first = list->front();
        auto const id = first.is_object() ? json_text_at(first, {"id"}) : json_text(first);
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
void add_facts_around(JsonObject const& found, std::map<std::string, std::string>& cells)
{
    if (found.around == nullptr) {
        return;
    }
    auto const take = [&](std::string const& key, json const& value, bool inside) {
        if (is_json_scalar(value) && !cells.contains(key) && is_told_beside(key, inside)) {
            cells[key] = json_text(value);
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

} // namespace

Table json_table(std::vector<JsonObject> const& objects, JsonWalk const& document, Texts& texts)
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

} // namespace knowwho
