// SPDX-License-Identifier: MIT
#include "enrich/source_recipe.hpp"

#include "data/resources.hpp"
#include "enrich/source_request.hpp"
#include "enrich/source_toml.hpp"
#include "model/error.hpp"
#include "store/files.hpp"
#include "text/did_you_mean.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace knowwho {
namespace {

using Keys = std::string_view const[];

constexpr std::size_t largest_recipe = 1 << 20;
constexpr auto formats = std::array<std::string_view, 4>{"json", "xml", "html", "any"};
constexpr auto languages = std::array<std::string_view, 3>{"", "de", "en"};
constexpr auto page_kinds = std::array<std::string_view, 8>{"other", "article", "profile", "company", "list", "forum",
                                                            "programme", "note"};
constexpr auto named_things = std::array<std::string_view, 2>{"person", "organisation"};
constexpr auto people_kinds = std::array<std::string_view, 5>{"research", "software", "public", "media", "company"};

FieldRule read_field(SourceTable const& table, std::string_view key)
{
    auto rule = FieldRule{};
    auto const* const node = table.table().get(key);
    if (node == nullptr) {
        return rule;
    }
    if (auto const* const inner = node->as_table()) {
        auto const field = SourceTable{*inner, std::string{key}, table.file()};
        static constexpr Keys known = {"path", "each", "markup", "parameter"};
        field.allow(known);
        field.require("path");
        field.read("path", rule.paths);
        field.read_xpath("each", rule.each);
        field.read("markup", rule.markup);
        field.read("parameter", rule.parameter);
    } else {
        table.read(key, rule.paths);
    }
    for (auto const& path : rule.paths) {
        table.check_xpath(key, path);
    }
    return rule;
}

std::vector<FieldRule> read_fields(SourceTable const& table, std::string_view key)
{
    auto const* const list = table.table().get_as<toml::array>(key);
    if (list == nullptr || list->empty() || !list->is_homogeneous(toml::node_type::table)) {
        auto const one = read_field(table, key);
        auto rules = std::vector<FieldRule>{};
        for (auto const& path : one.paths) { // a plain list: every path is a paragraph of its own
            rules.push_back({{path}, one.each, one.markup, one.parameter});
        }
        return rules;
    }
    auto rules = std::vector<FieldRule>{};
    for (auto const& item : *list) {
        auto holder = toml::table{{"path", *item.as_table()}};
        rules.push_back(read_field(SourceTable{holder, std::string{key}, table.file()}, "path"));
    }
    return rules;
}

PieceRule read_piece(SourceTable const& table)
{
    static constexpr Keys known = {"title", "text", "link", "date", "site", "language", "people", "kind"};
    table.allow(known);
    auto piece = PieceRule{};
    piece.title = read_field(table, "title");
    piece.text = read_fields(table, "text");
    piece.link = read_field(table, "link");
    piece.date = read_field(table, "date");
    piece.site = read_field(table, "site");
    piece.language = read_field(table, "language");
    piece.people = read_field(table, "people");
    piece.kind = static_cast<PageKind>(table.read_choice("kind", page_kinds).value_or(static_cast<std::size_t>(PageKind::article)));
    if (piece.title.empty() && piece.text.empty()) {
        table.fail("title", "is missing, and so is text: a piece needs one of them");
    }
    return piece;
}

void check_paths(SourceTable const& table, std::string_view key, std::map<std::string, std::string> const& paths)
{
    for (auto const& [name, path] : paths) {
        table.check_xpath(key, path);
    }
}

SourceStep read_step(SourceTable const& table)
{
    static constexpr Keys known = {"name", "after", "url", "headers", "format", "items", "keep", "names", "signals", "take",
        "limit", "follow", "pages", "page_size", "more", "needs", "unless", "is", "site", "piece"};
    table.allow(known);
    for (auto const* const key : {"name", "url", "items"}) {
        table.require(key);
    }
    auto step = SourceStep{};
    table.read("name", step.name);
    table.read("after", step.after);
    table.read("url", step.url);
    table.read("headers", step.headers);
    step.format = static_cast<AnswerFormat>(table.read_choice("format", formats).value_or(0));
    table.read_xpath("items", step.items, true);
    table.read_xpath("keep", step.keep);
    table.read_xpaths("names", step.names);
    table.read("signals", step.signals);
    table.read("take", step.take);
    check_paths(table, "signals", step.signals);
    check_paths(table, "take", step.take);
    table.read("limit", step.limit, 1, 1000);
    table.read("follow", step.follow, 0, 20);
    table.read("pages", step.pages, 1, 20);
    table.read("page_size", step.page_size, 1, 1000);
    table.read_xpath("more", step.more);
    table.read("needs", step.needs);
    table.read("unless", step.unless);
    step.of_organisation = table.read_choice("is", named_things) == 1u;
    table.read_xpath("site", step.site);
    if (auto const* const piece = table.table().get_as<toml::table>("piece")) {
        step.has_piece = true;
        step.piece = read_piece(SourceTable{*piece, "piece", table.file()});
    }
    return step;
}

/// Every {parameter} must be one that a person, a setting or an earlier step gives.
void check_parameters(SourceTable const& table, SourceStep const& step, SourceRecipe const& recipe)
{
    auto known = known_parameters();
    for (auto const* before = recipe.step(step.after); before != nullptr; before = recipe.step(before->after)) {
        for (auto const& [name, path] : before->take) {
            known.push_back(name);
        }
    }
    auto const words = std::vector<std::string_view>(known.begin(), known.end());
    for (auto const& name : parameters_in(step.url)) {
        if (std::find(known.begin(), known.end(), name) == known.end()) {
            auto const meant = did_you_mean(name, words);
            table.fail("url", fmt::format("nothing gives the parameter {{{}}}", name),
                meant.empty() ? "" : fmt::format("did you mean {{{}}}?", meant));
        }
    }
}

void read_steps(SourceTable const& table, SourceRecipe& recipe)
{
    auto const* const list = table.table().get_as<toml::array>("step");
    if (list == nullptr || list->empty()) {
        table.fail("step", "is missing", "a recipe needs at least one [[step]]");
    }
    for (auto const& item : *list) {
        if (!item.is_table()) {
            table.fail("step", "must be written as [[step]]");
        }
        auto const one = SourceTable{*item.as_table(), "step", table.file()};
        auto step = read_step(one);
        if (recipe.step(step.name) != nullptr) {
            one.fail("name", fmt::format("there is a step '{}' already", step.name));
        }
        if (!step.after.empty() && recipe.step(step.after) == nullptr) {
            one.fail("after", fmt::format("no step before it is called '{}'", step.after));
        }
        check_parameters(one, step, recipe);
        recipe.steps.push_back(std::move(step));
    }
}

void read_manners(SourceTable const& table, SourceRecipe& recipe)
{
    auto pace = 1.0;
    table.read("pace", pace, 0, 3600);
    recipe.pace = std::chrono::milliseconds{static_cast<std::int64_t>(pace * 1000)};
    auto days = 7.0;
    table.read("fresh_days", days, 0, 365);
    recipe.max_age = std::chrono::seconds{static_cast<std::int64_t>(days * 86400)};
    table.read("spellings", recipe.spellings, 1, 4);
    table.read("gain", recipe.gain, 0, 1);
    table.read("kinds", recipe.kinds);
    for (auto const& kind : recipe.kinds) {
        if (std::find(people_kinds.begin(), people_kinds.end(), kind) == people_kinds.end()) {
            table.fail("kinds", fmt::format("'{}' is none of research, software, public, media, company", kind));
        }
    }
}

SourceRecipe read_recipe(SourceTable const& table)
{
    static constexpr Keys known = {"name", "title", "homepage", "gives", "terms", "non_commercial", "on", "key_env",
        "key_required", "key_header", "key_query", "base_env", "pace", "fresh_days", "language", "spellings", "gain", "kinds",
        "ask_later", "failed", "nothing", "message", "pause", "step"};
    table.allow(known);
    for (auto const* const key : {"name", "title", "gives", "terms"}) {
        table.require(key);
    }
    auto recipe = SourceRecipe{};
    recipe.file = table.file();
    table.read("name", recipe.name);
    table.read("title", recipe.title);
    table.read("homepage", recipe.homepage);
    table.read("gives", recipe.gives);
    table.read("terms", recipe.terms);
    table.read("non_commercial", recipe.non_commercial);
    table.read("on", recipe.on);
    table.read("key_env", recipe.key_env);
    table.read("key_required", recipe.key_required);
    table.read("key_header", recipe.key_header);
    table.read("key_query", recipe.key_query);
    table.read("base_env", recipe.base_env);
    recipe.language = static_cast<Language>(table.read_choice("language", languages).value_or(0));
    read_manners(table, recipe);
    table.read_xpaths("ask_later", recipe.ask_later);
    table.read_xpaths("failed", recipe.failed);
    table.read_xpaths("nothing", recipe.nothing);
    table.read_xpath("message", recipe.message);
    table.read_xpath("pause", recipe.pause);
    read_steps(table, recipe);
    return recipe;
}

} // namespace

SourceStep const* SourceRecipe::step(std::string_view step_name) const
{
    auto const found = std::find_if(steps.begin(), steps.end(), [&](SourceStep const& one) { return one.name == step_name; });
    return found == steps.end() ? nullptr : &*found;
}

bool SourceRecipe::finds_sites() const
{
    return std::any_of(steps.begin(), steps.end(), [](SourceStep const& one) { return !one.site.empty(); });
}

SourceRecipe parse_recipe(std::string_view toml, std::string_view file)
{
    auto const parsed = parse_toml(toml, file, "'knowwho sources check FILE' shows what a recipe would ask");
    return read_recipe(SourceTable{parsed, "", file});
}

std::vector<SourceRecipe> shipped_recipes()
{
    auto recipes = std::vector<SourceRecipe>{};
    for (auto const& path : resource_paths("sources/")) {
        if (path.ends_with(".toml")) {
            recipes.push_back(parse_recipe(resource(path), path));
        }
    }
    std::sort(recipes.begin(), recipes.end(), [](auto const& a, auto const& b) { return a.name < b.name; });
    return recipes;
}

std::vector<SourceRecipe> recipes_with(std::filesystem::path const& folder, std::vector<Problem>& problems)
{
    auto recipes = shipped_recipes();
    auto failure = std::error_code{};
    auto files = std::vector<std::filesystem::path>{};
    for (auto const& entry : std::filesystem::directory_iterator{folder, failure}) {
        if (entry.path().extension() == ".toml") {
            files.push_back(entry.path());
        }
    }
    std::sort(files.begin(), files.end());
    for (auto const& file : files) {
        try {
            auto own = parse_recipe(read_file(file, largest_recipe), file.string());
            std::erase_if(recipes, [&](SourceRecipe const& one) { return one.name == own.name; });
            recipes.push_back(std::move(own));
        } catch (Error const& error) {
            problems.push_back({Severity::loss, file.string(), 0, 0, {}, fmt::format("this source is left out: {}", error.what()), error.hint()});
        }
    }
    std::sort(recipes.begin(), recipes.end(), [](auto const& a, auto const& b) { return a.name < b.name; });
    return recipes;
}

} // namespace knowwho
