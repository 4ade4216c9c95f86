// SPDX-License-Identifier: MIT
#include "enrich/source_reader.hpp"

#include "enrich/clean_text.hpp"
#include "enrich/source_items.hpp"
#include "enrich/source_tree.hpp"
#include "enrich/source_xpath.hpp"
#include "text/utf8.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>

namespace knowwho {
namespace {

constexpr std::size_t longest_message = 200;

bool any_true(std::vector<std::string> const& conditions, XPathEvaluator& xpath, pugi::xml_node root)
{
    return std::any_of(conditions.begin(), conditions.end(), [&](std::string const& one) { return xpath.truth(one, root); });
}

std::string message_of(SourceRecipe const& recipe, XPathEvaluator& xpath, pugi::xml_node root, std::string const& otherwise)
{
    auto const said = recipe.message.empty() ? std::string{} : xpath.text(recipe.message, root);
    auto const own = clean_text(utf8_prefix(said, longest_message));
    return own.empty() ? otherwise : fmt::format("{}: {}", otherwise, own);
}

/// The seconds that the answer asks for; a day at most.
std::chrono::seconds pause_in(SourceRecipe const& recipe, XPathEvaluator& xpath, pugi::xml_node root)
{
    auto const written = recipe.pause.empty() ? std::string{} : xpath.text(recipe.pause, root);
    auto seconds = 0;
    std::from_chars(written.data(), written.data() + written.size(), seconds);
    return std::chrono::seconds{std::clamp(seconds, 0, 86'400)};
}

/// What the answer is before its items are looked at; nothing if it may hold some.
std::optional<SourceReading> verdict(SourceRecipe const& recipe, SourceStep const& step, int status, AnswerTree const& tree,
    XPathEvaluator& xpath)
{
    auto const root = tree.document.root();
    auto const say = [&](ReadState state, std::string const& what) {
        return SourceReading{state, message_of(recipe, xpath, root, what), {}, false, {}};
    };
    if (status == 429 || status == 503 || any_true(recipe.ask_later, xpath, root)) {
        return say(ReadState::ask_later, fmt::format("{} asks for patience (status {})", recipe.title, status));
    }
    if (any_true(recipe.nothing, xpath, root) || status == 404 || status == 410) {
        return SourceReading{ReadState::nothing, "", {}, false, {}};
    }
    if (any_true(recipe.failed, xpath, root) || status >= 400) {
        return say(ReadState::failed, fmt::format("{} reports an error (status {})", recipe.title, status));
    }
    if (!tree.as_promised) {
        static constexpr std::string_view names[] = {"JSON", "XML", "HTML", "JSON or XML"};
        return say(ReadState::failed, fmt::format("{} promised {} and sent something else", recipe.title,
            names[static_cast<std::size_t>(step.format)]));
    }
    return std::nullopt;
}

} // namespace

SourceReading read_answer(SourceRecipe const& recipe, SourceStep const& step, int status, std::string_view body,
    std::string_view content_type, std::string_view address)
{
    auto const tree = read_answer_tree(body, content_type, step.format);
    auto xpath = XPathEvaluator{status};
    auto const pause = pause_in(recipe, xpath, tree.document.root());
    if (auto early = verdict(recipe, step, status, tree, xpath)) {
        early->pause = pause;
        return *early;
    }
    auto reading = SourceReading{};
    reading.pause = pause;
    auto items = ItemReader{recipe, step, xpath, address};
    auto const nodes = xpath.nodes(step.items, tree.document.root());
    for (auto const& node : nodes) {
        if (static_cast<int>(reading.items.size()) == step.limit) {
            break;
        }
        if (step.keep.empty() || xpath.truth(step.keep, node)) {
            reading.items.push_back(items.read(node));
        }
    }
    reading.state = reading.items.empty() ? ReadState::nothing : ReadState::found;
    reading.more = step.more.empty() ? static_cast<int>(nodes.size()) >= step.page_size : xpath.truth(step.more, tree.document.root());
    return reading;
}

} // namespace knowwho
