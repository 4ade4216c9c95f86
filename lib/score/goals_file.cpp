// SPDX-License-Identifier: MIT
#include "score/goals_file.hpp"

#include "data/resources.hpp"
#include "model/value_parts.hpp"
#include "text/toml_table.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace knowwho {
namespace {

using Keys = std::string_view const[];

constexpr auto languages = std::array<std::string_view, 2>{"de", "en"};
constexpr auto addresses = std::array<std::string_view, 2>{"Sie", "du"};
constexpr double largest_weight = 1000;

EventPlan read_event(TomlTable const& table)
{
    constexpr Keys known = {"name", "place", "starts", "ends", "language", "address", "no_show", "serendipity"};
    table.allow(known);
    auto event = EventPlan{};
    table.read("name", event.name);
    table.read("place", event.place);
    table.read("starts", event.starts);
    table.read("ends", event.ends);
    table.read("no_show", event.no_show, 0, 0.95);
    table.read("serendipity", event.serendipity);
    event.language = table.read_choice("language", languages) == 1u ? Language::english : Language::german;
    event.address = table.read_choice("address", addresses) == 1u ? Address::du : Address::sie;
    if (event.starts && event.ends && *event.ends < *event.starts) {
        table.fail("ends", fmt::format("{} is before the start, {}", to_iso(*event.ends), to_iso(*event.starts)));
    }
    return event;
}

Profile read_profile(TomlTable const& table)
{
    constexpr Keys known = {"name", "introduction", "offers", "common_ground", "prepare_minutes"};
    table.allow(known);
    auto me = Profile{};
    table.read("name", me.name);
    table.read("introduction", me.introduction);
    table.read("offers", me.offers);
    table.read("common_ground", me.common_ground);
    table.read("prepare_minutes", me.prepare_minutes, 0, 24 * 60);
    return me;
}

ValueWeights read_weights(TomlTable const& table)
{
    auto known = std::vector<std::string_view>{};
    auto weights = ValueWeights{};
    for (auto const& part : value_parts) {
        known.push_back(part.key);
    }
    table.allow(known);
    for (auto const& part : value_parts) {
        table.read(part.key, weights.*part.weight, 0, 1);
    }
    return weights;
}

Goal read_goal(TomlTable const& table, std::size_t number)
{
    constexpr Keys known = {"name", "kind", "want", "weight", "organisations", "places", "must", "avoid", "ask"};
    table.allow(known);
    auto goal = Goal{};
    table.read("name", goal.name);
    table.read("want", goal.want);
    table.read("weight", goal.weight, 0.001, largest_weight);
    table.read("organisations", goal.organisations);
    table.read("places", goal.places);
    table.read("must", goal.must);
    table.read("avoid", goal.avoid);
    table.read("ask", goal.ask);
    auto const kind = table.read_choice("kind", goal_kind_names);
    goal.kind = kind ? static_cast<GoalKind>(*kind) : GoalKind::know_how;
    if (goal.want.find_first_not_of(" \t\r\n") == std::string::npos && goal.organisations.empty()) {
        table.fail("want", "is missing: say in a sentence whom you look for",
                   "e.g. want = \"Head of production in mechanical engineering\"");
    }
    if (goal.name.empty()) {
        goal.name = fmt::format("{} {}", to_text(goal.kind), number);
    }
    return goal;
}

std::vector<Goal> read_goals(TomlTable const& top, toml::node const* node, std::string_view file)
{
    auto const* const list = node == nullptr ? nullptr : node->as_array();
    if (list == nullptr || list->empty()) {
        top.fail("goal", "there is no goal in it", "start each goal with a line [[goal]]; 'knowwho goals init' shows how");
    }
    auto goals = std::vector<Goal>{};
    for (auto const& item : *list) {
        auto const number = goals.size() + 1;
        auto const* const table = item.as_table();
        if (table == nullptr) {
            top.fail("goal", fmt::format("goal {} is no table", number), "start each goal with a line [[goal]]");
        }
        goals.push_back(read_goal(TomlTable{*table, fmt::format("goal {}", number), file}, number));
    }
    return goals;
}

/// A reason goes on after "because" and before a full stop: neither is kept.
std::string without_conjunction(std::string reason)
{
    for (std::string_view const word : {"weil ", "because "}) {
        if (reason.starts_with(word)) {
            reason.erase(0, word.size());
        }
    }
    while (reason.ends_with('.') || reason.ends_with(' ')) {
        reason.pop_back();
    }
    return reason;
}

ReadText read_text(TomlTable const& table)
{
    constexpr Keys known = {"of", "title", "because"};
    table.allow(known);
    auto text = ReadText{};
    table.read("of", text.of);
    table.read("title", text.title);
    table.read("because", text.because);
    text.because = without_conjunction(text.because);
    if (text.of.empty() || text.because.empty()) {
        table.fail(text.of.empty() ? "of" : "because", "is missing: say whose text you have read, and why it stayed with you",
                   "e.g. of = \"Anna Weber\" and because = \"you start with the noise, not with the data\"");
    }
    return text;
}

std::vector<ReadText> read_texts(TomlTable const& top, toml::node const* node, std::string_view file)
{
    auto texts = std::vector<ReadText>{};
    auto const* const list = node == nullptr ? nullptr : node->as_array();
    if (node != nullptr && list == nullptr) {
        top.fail("read", "must be a list of texts", "start each with a line [[read]]");
    }
    for (std::size_t i = 0; list != nullptr && i < list->size(); ++i) {
        auto const* const table = list->get(i)->as_table();
        if (table == nullptr) {
            top.fail("read", fmt::format("text {} is no table", i + 1), "start each with a line [[read]]");
        }
        texts.push_back(read_text(TomlTable{*table, fmt::format("read {}", i + 1), file}));
    }
    return texts;
}

/// "localhost", "127.0.0.1", "::1": what leaves over http must not leave the machine.
bool is_this_machine(std::string_view host)
{
    bool const numbers = !host.empty() && host.find_first_not_of("0123456789.") == std::string_view::npos;
    return host == "localhost" || host == "[::1]" || (numbers && host.starts_with("127.") && std::ranges::count(host, '.') == 3);
}

void check_address(TomlTable const& table, std::string_view address)
{
    constexpr auto hint = "e.g. address = \"http://localhost:11434/v1\" or \"https://api.example/v1\"";
    bool const plain = address.starts_with("http://");
    if (!plain && !address.starts_with("https://")) {
        table.fail("address", fmt::format("'{}' is no web address", address), hint);
    }
    address.remove_prefix(address.find("//") + 2);
    address = address.substr(0, address.find_first_of("/?#"));
    if (address.find('@') != std::string_view::npos) {
        table.fail("address", "holds a user or a password", "a key is read from KNOWWHO_EMBEDDINGS_KEY and kept nowhere");
    }
    auto const host = address.substr(0, address.starts_with('[') ? address.find(']') + 1 : address.find(':'));
    if (plain && !is_this_machine(host)) {
        table.fail("address", fmt::format("texts would go to '{}' unencrypted", host), "write https; http is for this machine only: localhost, 127.0.0.1 or [::1]");
    }
}

EmbeddingModel read_embeddings(TomlTable const& table)
{
    constexpr Keys known = {"address", "model", "weight"};
    table.allow(known);
    auto model = EmbeddingModel{};
    table.read("address", model.address);
    table.read("model", model.name);
    table.read("weight", model.weight, 0, 10);
    if (table.table().empty()) {
        return model;
    }
    if (model.address.empty() || model.name.empty()) {
        table.fail(model.address.empty() ? "address" : "model", "is missing: say which model is to be asked, and where",
            "e.g. address = \"http://localhost:11434/v1\" and model = \"nomic-embed-text\"");
    }
    check_address(table, model.address);
    return model;
}

/// The table of that name; an empty one where it is missing.
toml::table const& sub_table(TomlTable const& top, toml::table const& file, std::string_view key)
{
    static auto const empty = toml::table{};
    auto const* const node = file.get(key);
    if (node == nullptr) {
        return empty;
    }
    if (!node->is_table()) {
        top.fail(key, "must be a table", fmt::format("start it with a line [{}]", key));
    }
    return *node->as_table();
}

} // namespace

Goals parse_goals(std::string_view toml, std::string_view file_name)
{
    constexpr Keys known = {"event", "me", "goal", "read", "weights", "embeddings"};
    auto const file = parse_toml(toml, file_name, "'knowwho goals init' writes a file to start from");
    auto const top = TomlTable{file, "", file_name};
    top.allow(known);
    auto goals = Goals{};
    goals.event = read_event(TomlTable{sub_table(top, file, "event"), "[event]", file_name});
    goals.me = read_profile(TomlTable{sub_table(top, file, "me"), "[me]", file_name});
    goals.goals = read_goals(top, file.get("goal"), file_name);
    goals.read = read_texts(top, file.get("read"), file_name);
    goals.value = read_weights(TomlTable{sub_table(top, file, "weights"), "[weights]", file_name});
    goals.embeddings = read_embeddings(TomlTable{sub_table(top, file, "embeddings"), "[embeddings]", file_name});
    return goals;
}

std::string_view goals_template(Language language)
{
    return resource(language == Language::english ? "templates/goals_en.toml" : "templates/goals_de.toml");
}

} // namespace knowwho
