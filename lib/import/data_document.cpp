// SPDX-License-Identifier: MIT
#include "import/data_document.hpp"

#include "import/cell_evidence.hpp"
#include "import/flow_value.hpp"
#include "import/json_records.hpp"
#include "import/yaml_document.hpp"

#include <algorithm>
#include <iterator>
#include <sstream>
#include <string>
#include <utility>

#include <nlohmann/json.hpp>
#include <toml++/toml.h>

namespace knowwho {
namespace {

constexpr std::size_t head_of_data = 65536; // bytes that tell the format
constexpr std::size_t longest_literals = std::size_t{32} << 20; // bytes of a script that are read as values, with those read in vain

/// Has a key, or an element that is one, in the first line that says anything.
bool looks_like_yaml(std::string_view text)
{
    auto rest = text.substr(0, head_of_data);
    while (!rest.empty()) {
        auto const end = std::min(rest.find('\n'), rest.size());
        auto line = trim(rest.substr(0, end));
        rest.remove_prefix(std::min(end + 1, rest.size()));
        if (line.empty() || line.starts_with('#') || line == "---") {
            continue;
        }
        line = line.starts_with("- ") ? trim(line.substr(2)) : line;
        auto const colon = line.find(':');
        return line == "-" || line.starts_with('{') || (colon != line.npos && (colon + 1 == line.size() || line[colon + 1] == ' '));
    }
    return false;
}

std::optional<nlohmann::json> parse_toml(std::string_view text)
{
    try {
        std::ostringstream written;
        written << toml::json_formatter{toml::parse(text)};
        auto document = nlohmann::json::parse(written.str(), nullptr, false);
        return document.is_discarded() ? std::nullopt : std::optional(std::move(document));
    } catch (toml::parse_error const&) {
        return std::nullopt;
    }
}

std::optional<FoundTables> people_in(std::optional<nlohmann::json> const& document, std::string_view format, Texts& texts)
{
    if (!document) {
        return std::nullopt;
    }
    auto found = read_json(*document, texts);
    found.format = format;
    return found.tables.empty() ? std::nullopt : std::optional(std::move(found));
}

/// Where the next value in brackets begins that a script sets, gives back or exports; npos if there is none.
std::size_t next_literal(std::string_view script, std::size_t from)
{
    for (auto open = script.find_first_of("[{", from); open != script.npos; open = script.find_first_of("[{", open + 1)) {
        auto const before = trim(script.substr(open < 64 ? 0 : open - 64, std::min<std::size_t>(open, 64)));
        if ((before.ends_with('=') && !before.ends_with("==")) || before.ends_with('(') || before.ends_with("return") || before.ends_with("default")) {
            return open;
        }
    }
    return script.npos;
}

/// A script that sets a list of objects, one of them with a text.
bool looks_like_script(std::string_view text)
{
    auto const head = text.substr(0, head_of_data);
    auto const sets = head.find("export ") != head.npos || head.find("const ") != head.npos || head.find("var ") != head.npos || head.find("let ") != head.npos || head.find("module.exports") != head.npos;
    return sets && head.find('{') != head.npos && next_literal(head, 0) != head.npos;
}

} // namespace

bool looks_like_toml(std::string_view text)
{
    auto const head = text.substr(0, head_of_data);
    return (head.starts_with("[[") || head.find("\n[[") != head.npos) && head.find("]]") != head.npos && head.find(" = \"") != head.npos;
}

std::vector<Table> people_in_script(std::string_view script, Texts& texts)
{
    std::vector<Table> tables;
    std::size_t read = 0;
    for (auto open = next_literal(script, 0); open != script.npos && read < longest_literals;) {
        auto rest = script.substr(open);
        auto const value = parse_flow(rest);
        auto const length = value ? script.size() - open - rest.size() : std::size_t{1};
        if (value) {
            auto found = read_json(*value, texts);
            std::move(found.tables.begin(), found.tables.end(), std::back_inserter(tables));
        }
        read += value ? length : script.size() - open;
        open = next_literal(script, open + length);
    }
    return tables;
}

std::optional<FoundTables> read_data_document(std::string_view text, Texts& texts)
{
    if (auto const head = yaml_head(text); !head.empty()) {
        auto found = people_in(parse_yaml(head), "markdown", texts);
        auto const body = trim(text.substr(static_cast<std::size_t>(head.data() + head.size() - text.data())));
        if (found || body.size() > 4) { // below the head is a page
            return found;
        }
    }
    if (looks_like_toml(text)) {
        return people_in(parse_toml(text), "toml", texts);
    }
    if (looks_like_script(text)) {
        FoundTables found;
        found.format = "script";
        found.dialect = "values that a script sets";
        found.repeats = true;
        found.tables = people_in_script(text, texts);
        return found.tables.empty() ? std::nullopt : std::optional(std::move(found));
    }
    return looks_like_yaml(text) ? people_in(parse_yaml(text), "yaml", texts) : std::nullopt;
}

} // namespace knowwho
