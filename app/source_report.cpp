// SPDX-License-Identifier: MIT
#include "app/source_report.hpp"

#include "enrich/source_request.hpp"
#include "model/error.hpp"
#include "report/clean_text.hpp"
#include "text/did_you_mean.hpp"
#include "text/json_text.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>
#include <nlohmann/json.hpp>

#include <array>

namespace knowwho {
namespace {

constexpr std::size_t longest_shown = 120;

/// Somebody invented, so that addresses can be shown.
SourceParameters sample_person()
{
    auto attendance = Attendance{};
    auto& row = attendance.row;
    row.name.given = "Käthe";
    row.name.family = "Musterfrau";
    row.organisation = "Musterwerk GmbH";
    row.place = "Musterstadt";
    row.country = "DE";
    row.website = "https://musterwerk.example/";
    row.about = "@kaethe@social.example, github.com/kaethe, orcid.org/0000-0000-0000-0000, bsky.app/profile/musterwerk.example";
    auto parameters = parameters_of(attendance);
    parameters["base"] = "https://your-own-server.example";
    parameters["page"] = "1";
    parameters["offset"] = "0";
    return parameters;
}

/// What a step takes along stands as its name where an answer would give it.
void take_along(SourceParameters& parameters, SourceStep const& step)
{
    for (auto const& [name, path] : step.take) {
        parameters.try_emplace(name, "<" + name + ">");
    }
}

std::string on_or_off(SourceRecipe const& recipe)
{
    if (!recipe.on) {
        return "off";
    }
    return recipe.key_required ? "needs a key" : recipe.base_env.empty() ? "on" : "needs an address";
}

std::string state_name(ReadState state)
{
    constexpr auto names = std::array<std::string_view, 4>{"found", "nothing", "ask later", "failed"};
    return std::string{names[static_cast<std::size_t>(state)]};
}

std::string shown(std::string const& text)
{
    return clean_line(text, longest_shown);
}

std::string line_of(std::string_view name, std::string const& value)
{
    return value.empty() ? std::string{} : fmt::format("  {:<9} {}\n", name, shown(value));
}

std::string item_as_text(SourceItem const& item)
{
    auto text = std::string{};
    if (!item.names.empty()) {
        text += fmt::format("  person    {}\n", shown(fmt::format("{}", fmt::join(item.names, "; "))));
    }
    for (auto const& [name, value] : item.signals) {
        text += fmt::format("  {:<9} {}\n", name, shown(value));
    }
    for (auto const& [name, value] : item.taken) {
        text += fmt::format("  {{{}}} = {}\n", name, shown(value));
    }
    text += line_of("web site", item.site);
    if (item.piece) {
        auto const& piece = *item.piece;
        text += line_of("title", piece.title);
        for (auto const& paragraph : piece.paragraphs) {
            text += line_of("text", paragraph);
        }
        text += line_of("link", piece.link) + line_of("site", piece.site) + line_of("date", piece.date ? to_iso(*piece.date) : "");
        if (!piece.people.empty()) {
            text += line_of("people", fmt::format("{}", fmt::join(piece.people, "; ")));
        }
    }
    return text;
}

} // namespace

std::string sources_as_table(std::span<SourceRecipe const> recipes)
{
    auto text = std::string{};
    for (auto const& recipe : recipes) {
        text += fmt::format("{:<16} {:<16} {}\n{:33} terms: {}\n", recipe.name, on_or_off(recipe), recipe.gives, "", recipe.terms);
        if (!recipe.key_env.empty()) {
            text += fmt::format("{:33} key: {}{}\n", "", recipe.key_env, recipe.key_required ? "" : " (optional)");
        }
        if (!recipe.base_env.empty()) {
            text += fmt::format("{:33} address: {}\n", "", recipe.base_env);
        }
    }
    text += fmt::format("{:<16} {:<16} {}\n", "website", "on", "team, imprint and news pages of the organisation, by its robots rules");
    text += fmt::format("{:<16} {:<16} {}\n", "linkedin, xing", "never", "their terms forbid reading by programs; import your own export instead");
    return text;
}

std::string sources_as_json(std::span<SourceRecipe const> recipes)
{
    auto all = nlohmann::ordered_json::array();
    for (auto const& recipe : recipes) {
        all.push_back({{"name", recipe.name}, {"title", recipe.title}, {"homepage", recipe.homepage}, {"gives", recipe.gives},
            {"terms", recipe.terms}, {"non_commercial", recipe.non_commercial}, {"state", on_or_off(recipe)},
            {"key_env", recipe.key_env}, {"key_required", recipe.key_required}, {"base_env", recipe.base_env},
            {"pace_seconds", std::chrono::duration<double>(recipe.pace).count()},
            {"fresh_days", static_cast<double>(recipe.max_age.count()) / 86400}});
    }
    return json_document(all);
}

std::string recipe_as_text(SourceRecipe const& recipe)
{
    auto text = fmt::format("{} ({}): {}\nterms: {}\n{}; one request every {:.1f} s; an answer stays fresh for {:.1f} days\n",
        recipe.title, recipe.name, recipe.gives, recipe.terms, on_or_off(recipe), std::chrono::duration<double>(recipe.pace).count(),
        static_cast<double>(recipe.max_age.count()) / 86400);
    auto parameters = sample_person();
    for (auto const& step : recipe.steps) {
        auto const address = fill_in(step.url, parameters);
        text += fmt::format("\nstep {}{}\n  GET {}\n", step.name, step.after.empty() ? "" : " (after " + step.after + ")",
            address.value_or("?"));
        for (auto const& [name, value] : step.headers) {
            text += fmt::format("  {}: {}\n", name, value);
        }
        take_along(parameters, step);
    }
    return text;
}

StepReading read_by_step(SourceRecipe const& recipe, std::string_view step, int status, std::string_view body)
{
    if (!step.empty() && recipe.step(step) == nullptr) {
        auto names = std::vector<std::string_view>{};
        for (auto const& one : recipe.steps) {
            names.push_back(one.name);
        }
        auto const meant = did_you_mean(step, names);
        throw Error{ExitCode::usage, fmt::format("{} has no step '{}'", recipe.file, step),
            meant.empty() ? fmt::format("it has: {}", fmt::join(names, ", ")) : fmt::format("did you mean '{}'?", meant)};
    }
    auto first = StepReading{};
    for (auto const& one : recipe.steps) {
        if (!step.empty() && one.name != step) {
            continue;
        }
        auto const address = fill_in(one.url, sample_person()).value_or(recipe.homepage);
        auto reading = read_answer(recipe, one, status, body, "", address);
        if (reading.state == ReadState::found || !step.empty()) {
            return {one.name, std::move(reading)};
        }
        if (first.step.empty()) {
            first = {one.name, std::move(reading)};
        }
    }
    return first;
}

std::string reading_as_text(std::string_view step, SourceReading const& reading)
{
    auto text = fmt::format("read by step {}: {}", step, state_name(reading.state));
    if (!reading.message.empty()) {
        text += ": " + shown(reading.message);
    }
    text += fmt::format(" ({} items{})\n", reading.items.size(), reading.more ? ", more pages" : "");
    if (reading.pause > std::chrono::seconds{0}) {
        text += fmt::format("asks for {} s before the next request\n", reading.pause.count());
    }
    for (auto const& item : reading.items) {
        text += "\n" + item_as_text(item);
    }
    return text;
}

} // namespace knowwho
