// SPDX-License-Identifier: MIT
// The briefing for machines.
#include "report/json.hpp"

#include "report/patterns.hpp"
#include "text/json_text.hpp"

#include <nlohmann/json.hpp>

#include <cmath>

namespace knowwho {

namespace {

using Json = nlohmann::ordered_json;

/// Three digits are enough, and the same on every machine.
double rounded(double value)
{
    return std::round(value * 1000) / 1000;
}

Json as_json(Statement const& statement)
{
    return {{"text", statement.text}, {"sources", statement.sources}};
}

Json as_json(std::vector<Statement> const& statements)
{
    Json list = Json::array();
    for (auto const& statement : statements) {
        list.push_back(as_json(statement));
    }
    return list;
}

Json as_json(std::vector<Appearance> const& appearances)
{
    Json list = Json::array();
    for (auto const& one : appearances) {
        list.push_back({{"title", one.title}, {"when", one.when}, {"starts", one.sort_key}, {"room", one.room},
            {"sources", one.sources}});
    }
    return list;
}

Json as_json(Opener const& opener)
{
    Json json{{"kind", name_of(opener.kind)}, {"pattern", opener.pattern}, {"sentence", opener.sentence.text},
        {"sources", opener.sentence.sources}};
    if (!opener.fill_in.empty()) {
        json["fill_in"] = opener.fill_in;
    }
    json["question"] = opener.question;
    return json;
}

template <typename Row>
Json identity(Row const& row)
{
    return {{"person", row.person.value}, {"address", row.address}, {"name", row.full_name}, {"role", row.role},
        {"organisation", row.organisation}, {"sources", row.row_sources}, {"why", as_json(row.why)},
        {"appearances", as_json(row.appearances)}};
}

Json as_json(Card const& card)
{
    Json json = identity(card);
    json["place"] = card.place;
    json["score"] = rounded(card.score);
    json["range"] = {rounded(card.low), rounded(card.high)};
    json["goals"] = Json::array();
    for (double const goal : card.goals) {
        json["goals"].push_back(rounded(goal));
    }
    json["reasons"] = Json::array();
    for (auto const& reason : card.reasons) {
        json["reasons"].push_back({{"label", reason.label}, {"text", reason.sentence.text},
            {"sources", reason.sentence.sources}, {"share", rounded(reason.share)}});
    }
    json["quotes"] = as_json(card.quotes);
    json["give"] = as_json(card.give);
    json["openers"] = Json::array();
    for (auto const& opener : card.openers) {
        json["openers"].push_back(as_json(opener));
    }
    json["ask"] = card.ask;
    json["unknown"] = as_json(card.unknown);
    json["do_not_mention"] = as_json(card.do_not_mention);
    return json;
}

Json as_json(SourceEntry const& entry)
{
    Json json{{"number", entry.number}, {"label", entry.label}};
    if (std::holds_alternative<RosterSource>(entry.origin)) {
        auto const& row = std::get<RosterSource>(entry.origin);
        json["file"] = row.file;
        json["line"] = row.line;
        return json;
    }
    json["site"] = entry.site;
    json["link"] = entry.link;
    json["date"] = entry.date;
    json["stale"] = entry.stale;
    json["quote"] = entry.quote;
    return json;
}

template <typename Value>
Json list_of(std::vector<Value> const& values)
{
    Json list = Json::array();
    for (auto const& value : values) {
        list.push_back(as_json(value));
    }
    return list;
}

Json goals_of(Briefing const& briefing)
{
    Json goals = Json::array();
    for (auto const& goal : briefing.goals) {
        goals.push_back({{"name", goal.name}, {"want", goal.want}, {"weight", goal.weight},
            {"covered", rounded(goal.coverage)}});
    }
    return goals;
}

Json dropped_of(Briefing const& briefing)
{
    Json dropped = Json::array();
    for (auto const& fault : briefing.dropped) {
        dropped.push_back({{"person", fault.person}, {"where", fault.where}, {"sentence", fault.sentence},
            {"reason", fault.reason}});
    }
    return dropped;
}

} // namespace

std::string to_json(Briefing const& briefing)
{
    Json json{{"event", briefing.event}, {"place", briefing.place}, {"dates", briefing.dates},
        {"language", briefing.language == Language::german ? "de" : "en"}, {"owner", briefing.owner},
        {"introduction", briefing.introduction}, {"goals", goals_of(briefing)}};
    json["targets"] = list_of(briefing.cards);
    json["reserves"] = Json::array();
    for (auto const& reserve : briefing.reserves) {
        json["reserves"].push_back(identity(reserve));
    }
    json["chance"] = briefing.chance;
    json["follow_up"] = briefing.follow_up;
    json["polite_exits"] = briefing.polite_exits;
    json["sources"] = list_of(briefing.sources);
    json["resources"] = briefing.resources;
    json["prepared"] = briefing.prepared;
    json["dropped"] = dropped_of(briefing);
    return json_document(json);
}

} // namespace knowwho
