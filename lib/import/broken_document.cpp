// SPDX-License-Identifier: MIT
#include "import/broken_document.hpp"

#include "import/cell_evidence.hpp"
#include "import/data_document.hpp"
#include "import/yaml_document.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <set>
#include <string>

#include <nlohmann/json.hpp>
#include <toml++/toml.h>

namespace knowwho {
namespace {

using nlohmann::json;

constexpr std::size_t head_of_document = 65536; // bytes that tell what a text is meant as

int line_at(std::string_view text, std::size_t offset)
{
    auto const end = text.begin() + std::ptrdiff_t(std::min(offset, text.size()));
    return 1 + static_cast<int>(std::count(text.begin(), end, '\n'));
}

Problem fault(std::string_view kind, int line, std::string_view why)
{
    while (why.ends_with('.') || why.ends_with(' ')) {
        why.remove_suffix(1);
    }
    return {Severity::loss, {}, line, 0, {}, fmt::format("The {} document is broken or cut off in line {}: {}.", kind, line, why), fmt::format("Mend line {}, or export it again.", line)};
}

/// "[json.exception…] parse error at line 3, column 5: unexpected …" without what stands in front.
std::string_view plain_reason(std::string_view what)
{
    auto const colon = what.find(": ");
    return colon == what.npos ? what : what.substr(colon + 2);
}

std::optional<Problem> fault_in_json(std::string_view text, int line_of_text)
{
    try {
        auto const document = json::parse(text.begin(), text.end(), nullptr, true, true);
        return std::nullopt;
    } catch (json::parse_error const& error) {
        return fault("JSON", line_of_text - 1 + line_at(text, error.byte > 0 ? error.byte - 1 : 0), plain_reason(error.what()));
    }
}

/// Most lines begin with a key of one word, and the keys come again and again.
bool is_meant_as_yaml(std::string_view text)
{
    std::set<std::string_view> keys;
    int filled = 0;
    int keyed = 0;
    for (auto rest = text.substr(0, head_of_document); !rest.empty();) {
        auto const end = std::min(rest.find('\n'), rest.size());
        auto line = trim(rest.substr(0, end));
        rest.remove_prefix(std::min(end + 1, rest.size()));
        line = line.starts_with("- ") ? trim(line.substr(2)) : line;
        auto const key = line.substr(0, line.find(':'));
        filled += !line.empty();
        if (key.size() < line.size() && !key.empty() && key.find(' ') == key.npos) {
            keys.insert(key);
            ++keyed;
        }
    }
    return keyed * 10 >= filled * 6 && int(keys.size()) * 2 <= keyed;
}

} // namespace

Problem broken_json(std::string_view text)
{
    auto whole = fault_in_json(text, 1);
    auto const first = text.substr(0, text.find('\n'));
    if (trim(first).ends_with('}') && !fault_in_json(first, 1)) { // a document in every line
        int number = 1;
        for (auto rest = text; !rest.empty(); ++number) {
            auto const end = std::min(rest.find('\n'), rest.size());
            auto const line = trim(rest.substr(0, end));
            rest.remove_prefix(std::min(end + 1, rest.size()));
            if (auto found = line.empty() ? std::nullopt : fault_in_json(line, number)) {
                return std::move(*found);
            }
        }
    }
    return whole ? std::move(*whole) : fault("JSON", 1, "it is no list");
}

Problem broken_xml(std::string_view text, std::size_t offset, std::string_view why)
{
    return fault("XML", line_at(text, offset), why);
}

std::optional<Problem> broken_yaml_or_toml(std::string_view text)
{
    if (looks_like_toml(text)) {
        try {
            auto const document = toml::parse(text);
            return std::nullopt;
        } catch (toml::parse_error const& error) {
            return fault("TOML", static_cast<int>(error.source().begin.line), error.description());
        }
    }
    auto const broken = is_meant_as_yaml(text) ? yaml_fault(text) : std::nullopt;
    return broken ? std::optional(fault("YAML", broken->line, broken->reason)) : std::nullopt;
}

} // namespace knowwho
