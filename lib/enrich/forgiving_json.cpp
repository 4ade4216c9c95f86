// SPDX-License-Identifier: MIT
// JSON as pages write it, with faults that browsers never look at.
#include "enrich/forgiving_json.hpp"

#include <nlohmann/json.hpp>

#include <cstddef>
#include <string>

namespace knowwho {

namespace {

constexpr std::size_t longest_script = std::size_t{4} << 20;
constexpr int deepest = 200;

/// Whether brackets nest deeper than a page of good will would; strings count too, at little harm.
bool too_deep(std::string_view text)
{
    int depth = 0;
    for (char const c : text) {
        depth += c == '{' || c == '[' ? 1 : c == '}' || c == ']' ? -1 : 0;
        if (depth > deepest) {
            return true;
        }
    }
    return false;
}

/// Raw control characters in strings become blanks; a comma before a closing bracket goes.
std::string mended(std::string_view text)
{
    std::string result;
    result.reserve(text.size());
    bool in_string = false;
    for (std::size_t at = 0; at < text.size(); ++at) {
        char c = text[at];
        if (in_string && c == '\\' && at + 1 < text.size()) {
            result.append(text, at, 2);
            ++at;
            continue;
        }
        if (c == '"') {
            in_string = !in_string;
        } else if (static_cast<unsigned char>(c) < 0x20) {
            c = ' ';
        } else if (!in_string && (c == '}' || c == ']')) {
            auto const last = result.find_last_not_of(' ');
            if (last != std::string::npos && result[last] == ',') {
                result.erase(last);
            }
        }
        result += c;
    }
    return result;
}

/// From the first bracket to the last: without comments and CDATA marks around it.
std::string_view core(std::string_view text)
{
    auto const begin = text.find_first_of("{[");
    auto const end = text.find_last_of("}]");
    if (begin == std::string_view::npos || end == std::string_view::npos || end < begin) {
        return {};
    }
    return text.substr(begin, end - begin + 1);
}

} // namespace

nlohmann::json parse_forgivingly(std::string_view text)
{
    using Json = nlohmann::json;
    auto const bare = core(text.substr(0, longest_script));
    if (bare.empty() || too_deep(bare)) {
        return Json::value_t::discarded;
    }
    auto json = Json::parse(bare, nullptr, false, true);
    return json.is_discarded() ? Json::parse(mended(bare), nullptr, false, true) : json;
}

} // namespace knowwho
