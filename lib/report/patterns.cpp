// SPDX-License-Identifier: MIT
// The pattern language of openers: data/openers/de.toml and en.toml.
#include "report/patterns.hpp"

#include "data/resources.hpp"
#include "model/error.hpp"

#include <toml++/toml.h>

#include <fmt/format.h>

#include <array>

namespace knowwho {

namespace {

struct PatternKind {
    std::string_view name;
    OpenerKind kind;
};

constexpr std::array<PatternKind, 16> pattern_kinds{{
    {"own_article", OpenerKind::own_article}, {"interview", OpenerKind::interview}, {"article", OpenerKind::article},
    {"talk", OpenerKind::talk}, {"panel", OpenerKind::panel}, {"topic", OpenerKind::topic}, {"work", OpenerKind::work},
    {"team_page", OpenerKind::team_page}, {"common_ground", OpenerKind::common_ground}, {"offer", OpenerKind::offer},
    {"news", OpenerKind::news}, {"place", OpenerKind::place}, {"met_before", OpenerKind::met_before},
    {"promise", OpenerKind::promise}, {"situation", OpenerKind::situation}, {"ask", OpenerKind::ask},
}};

/// A file as read: which keys hold the sentence, the fill-in and the question.
struct Keys {
    std::string_view file, sentence, fill_in, question;
};

Keys keys_for(Language language, Address form)
{
    if (language != Language::german) {
        return {"openers/en.toml", "text", "fill_in", "ask"};
    }
    return form == Address::du ? Keys{"openers/de.toml", "du", "fill_in_du", "ask_du"}
                               : Keys{"openers/de.toml", "sie", "fill_in", "ask_sie"};
}

[[noreturn]] void refuse(Keys const& keys, std::size_t line, std::string_view what)
{
    throw Error(ExitCode::usage, fmt::format("{}, line {}: {}", keys.file, line, what),
        "each [[opener]] has a kind, a sentence and, but for asks, a question");
}

std::string text_at(toml::table const& table, std::string_view key)
{
    return table[key].value_or(std::string{});
}

OpenerKind kind_of(toml::table const& table, Keys const& keys)
{
    std::string const name = text_at(table, "kind");
    for (auto const& known : pattern_kinds) {
        if (known.name == name) {
            return known.kind;
        }
    }
    refuse(keys, table.source().begin.line, fmt::format("'{}' is no kind of opener", name));
}

std::optional<GoalKind> goal_of(toml::table const& table, Keys const& keys)
{
    std::string const name = text_at(table, "goal");
    auto const kind = goal_kind_named(name);
    if (!kind && !name.empty()) {
        refuse(keys, table.source().begin.line, fmt::format("'{}' is no kind of goal", name));
    }
    return kind;
}

Pattern read_pattern(toml::table const& table, Keys const& keys)
{
    Pattern pattern;
    pattern.kind = kind_of(table, keys);
    pattern.goal = goal_of(table, keys);
    pattern.sentence = text_at(table, keys.sentence);
    pattern.fill_in = text_at(table, keys.fill_in);
    if (pattern.fill_in.empty()) {
        pattern.fill_in = text_at(table, "fill_in");
    }
    pattern.because = text_at(table, "because");
    pattern.question = text_at(table, keys.question);
    bool const complete = !pattern.sentence.empty() && (pattern.kind == OpenerKind::ask || !pattern.question.empty());
    if (!complete) {
        refuse(keys, table.source().begin.line, fmt::format("'{}' or '{}' is missing", keys.sentence, keys.question));
    }
    return pattern;
}

toml::table parse(Keys const& keys)
{
    try {
        return toml::parse(resource(keys.file), keys.file);
    } catch (toml::parse_error const& error) {
        refuse(keys, error.source().begin.line, error.description());
    }
}

} // namespace

std::vector<Pattern> read_patterns(Language language, Address form)
{
    Keys const keys = keys_for(language, form);
    toml::table const file = parse(keys);
    std::vector<Pattern> patterns;
    std::map<OpenerKind, int> count;
    auto const* const rows = file["opener"].as_array();
    for (std::size_t i = 0; rows != nullptr && i < rows->size(); ++i) {
        auto const* const table = rows->get(i)->as_table();
        if (table == nullptr) {
            refuse(keys, rows->get(i)->source().begin.line, "'opener' must be a table");
        }
        Pattern pattern = read_pattern(*table, keys);
        pattern.id = fmt::format("{}.{}", name_of(pattern.kind), ++count[pattern.kind]);
        patterns.push_back(std::move(pattern));
    }
    return patterns;
}

std::optional<std::string> fill_pattern(std::string_view sentence, Slots const& slots)
{
    std::string out;
    while (!sentence.empty()) {
        std::size_t const open = sentence.find('{');
        std::size_t const close = open == sentence.npos ? open : sentence.find('}', open);
        out += sentence.substr(0, open);
        if (close == sentence.npos) {
            break;
        }
        auto const slot = slots.find(sentence.substr(open + 1, close - open - 1));
        if (slot == slots.end() || slot->second.empty()) {
            return std::nullopt;
        }
        out += slot->second;
        sentence.remove_prefix(close + 1);
    }
    return out;
}

std::string_view name_of(OpenerKind kind)
{
    for (auto const& known : pattern_kinds) {
        if (known.kind == kind) {
            return known.name;
        }
    }
    return "situation";
}

} // namespace knowwho
