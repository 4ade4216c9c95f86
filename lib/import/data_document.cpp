// SPDX-License-Identifier: MIT
#include "import/data_document.hpp"

#include "import/cell_evidence.hpp"
#include "import/json_records.hpp"
#include "import/yaml_document.hpp"

#include <algorithm>
#include <sstream>
#include <string>
#include <utility>

#include <nlohmann/json.hpp>
#include <toml++/toml.h>

namespace knowwho {
namespace {

constexpr std::size_t head_of_data = 65536; // bytes that tell the format

/// "[[speakers]]" alone in a line, or "name = " with a value in quotes.
bool looks_like_toml(std::string_view text)
{
    auto const head = text.substr(0, head_of_data);
    return (head.starts_with("[[") || head.find("\n[[") != head.npos) && head.find("]]") != head.npos && head.find(" = \"") != head.npos;
}

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

} // namespace

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
    return looks_like_yaml(text) ? people_in(parse_yaml(text), "yaml", texts) : std::nullopt;
}

} // namespace knowwho
