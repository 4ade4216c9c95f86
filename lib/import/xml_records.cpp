// SPDX-License-Identifier: MIT
#include "import/xml_records.hpp"

#include "import/broken_document.hpp"
#include "import/cell_evidence.hpp"
#include "import/json_records.hpp"

#include <nlohmann/json.hpp>
#include <pugixml.hpp>

#include <string>

namespace knowwho {
namespace {

using nlohmann::json;

constexpr int deepest_element = 60;

bool has_elements(pugi::xml_node node)
{
    for (auto const child : node.children()) {
        if (child.type() == pugi::node_element) {
            return true;
        }
    }
    return false;
}

/// "ns:given" as "given".
std::string plain_name(std::string_view name) { return std::string(name.substr(name.find(':') + 1)); }

void put(json& object, std::string const& key, json value)
{
    auto const known = object.find(key);
    if (known == object.end()) {
        object[key] = std::move(value);
    } else if (known->is_array()) {
        known->push_back(std::move(value));
    } else {
        *known = json::array({std::move(*known), std::move(value)});
    }
}

/// Elements become objects, equal siblings arrays, the text of an element without any inside a string.
json to_json(pugi::xml_node node, int depth)
{
    if (!has_elements(node) && node.attributes().empty()) {
        return std::string(trim(node.text().get()));
    }
    auto object = json::object();
    for (auto const attribute : node.attributes()) {
        put(object, plain_name(attribute.name()), std::string(attribute.value()));
    }
    for (auto const child : node.children()) {
        if (child.type() == pugi::node_element && depth < deepest_element) {
            put(object, plain_name(child.name()), to_json(child, depth + 1));
        }
    }
    if (auto const text = trim(node.text().get()); !text.empty()) {
        put(object, "text", std::string(text));
    }
    return object;
}

} // namespace

bool looks_like_xml(std::string_view text)
{
    auto const begin = trim(text.substr(0, 200));
    auto const named = begin.size() > 1 && begin[0] == '<' && (begin[1] == '?' || begin[1] == '!' || (begin[1] >= 'A' && begin[1] <= 'z'));
    return named && trim(text.substr(text.size() - std::min<std::size_t>(text.size(), 200))).ends_with('>');
}

FoundTables read_xml(std::string_view text, Texts& texts)
{
    pugi::xml_document document;
    FoundTables found;
    if (auto const result = document.load_buffer(text.data(), text.size()); !result) {
        found.problems.push_back(broken_xml(text, static_cast<std::size_t>(result.offset), result.description()));
    } else {
        found = read_json(to_json(document, 0), texts);
    }
    found.format = "xml";
    found.dialect = "elements that repeat";
    return found;
}

} // namespace knowwho
