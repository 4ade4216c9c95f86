// SPDX-License-Identifier: MIT
#include "import/yaml_document.hpp"

#include "import/cell_evidence.hpp"
#include "import/flow_value.hpp"

#include <algorithm>
#include <string>
#include <utility>

#include <nlohmann/json.hpp>
#include <yaml.h>

namespace knowwho {
namespace {

using nlohmann::json;

constexpr int deepest_yaml = 64; // levels

/// Thrown and caught inside this file only.
struct NoYaml {
    YamlFault fault;
};

/// At the place that the parser has come to.
NoYaml fault_at(yaml_parser_t const& parser, char const* reason)
{
    return {{static_cast<int>(parser.mark.line) + 1, reason}};
}

/// What libyaml says: a quote that is never closed is missed at the end, and to be mended where it opens.
NoYaml fault_of(yaml_parser_t const& parser)
{
    auto const reason = std::string(parser.problem == nullptr ? "it cannot be read" : parser.problem);
    if (parser.context == nullptr) {
        return {{static_cast<int>(parser.problem_mark.line) + 1, reason}};
    }
    return {{static_cast<int>(parser.context_mark.line) + 1, std::string(parser.context) + ", " + reason}};
}

/// One event of libyaml.
class YamlEvent {
public:
    explicit YamlEvent(yaml_parser_t& parser)
    {
        if (yaml_parser_parse(&parser, &m_event) == 0) {
            throw fault_of(parser);
        }
    }
    ~YamlEvent() { yaml_event_delete(&m_event); }
    YamlEvent(YamlEvent const&) = delete;
    YamlEvent& operator=(YamlEvent const&) = delete;

    yaml_event_type_t type() const { return m_event.type; }

    std::string_view text() const
    {
        auto const& scalar = m_event.data.scalar;
        return {reinterpret_cast<char const*>(scalar.value), scalar.length};
    }

    bool is_quoted() const { return m_event.data.scalar.style != YAML_PLAIN_SCALAR_STYLE; }

private:
    yaml_event_t m_event{};
};

class YamlReader {
public:
    explicit YamlReader(std::string_view utf8)
    {
        if (yaml_parser_initialize(&m_parser) == 0) {
            throw NoYaml{{0, "there is no memory for it"}};
        }
        yaml_parser_set_encoding(&m_parser, YAML_UTF8_ENCODING);
        yaml_parser_set_input_string(&m_parser, reinterpret_cast<unsigned char const*>(utf8.data()), utf8.size());
    }
    ~YamlReader() { yaml_parser_delete(&m_parser); }
    YamlReader(YamlReader const&) = delete;
    YamlReader& operator=(YamlReader const&) = delete;

    json read()
    {
        expect(YAML_STREAM_START_EVENT);
        expect(YAML_DOCUMENT_START_EVENT);
        auto document = read_node(YamlEvent{m_parser}, 0);
        expect(YAML_DOCUMENT_END_EVENT);
        expect(YAML_STREAM_END_EVENT);
        return document.is_structured() ? std::move(document) : throw fault_at(m_parser, "it holds a single text only");
    }

private:
    void expect(yaml_event_type_t type)
    {
        if (YamlEvent{m_parser}.type() != type) {
            throw fault_at(m_parser, "a second document begins");
        }
    }

    json read_node(YamlEvent const& event, int depth)
    {
        if (depth > deepest_yaml) {
            throw fault_at(m_parser, "its values lie too deep");
        }
        switch (event.type()) {
        case YAML_SCALAR_EVENT: return event.is_quoted() ? json(std::string(trim(event.text()))) : flow_scalar(event.text());
        case YAML_SEQUENCE_START_EVENT: return read_sequence(depth);
        case YAML_MAPPING_START_EVENT: return read_mapping(depth);
        case YAML_ALIAS_EVENT: return nullptr;
        default: throw fault_at(m_parser, "a value is missing");
        }
    }

    json read_sequence(int depth)
    {
        auto array = json::array();
        while (true) {
            auto const element = YamlEvent{m_parser};
            if (element.type() == YAML_SEQUENCE_END_EVENT) {
                return array;
            }
            array.push_back(read_node(element, depth + 1));
        }
    }

    json read_mapping(int depth)
    {
        auto object = json::object();
        while (true) {
            auto const key = YamlEvent{m_parser};
            if (key.type() == YAML_MAPPING_END_EVENT) {
                return object;
            }
            if (key.type() != YAML_SCALAR_EVENT) {
                throw fault_at(m_parser, "a key is no text");
            }
            if (object.contains(key.text())) {
                throw fault_at(m_parser, "a key comes twice");
            }
            object[std::string(key.text())] = read_node(YamlEvent{m_parser}, depth + 1);
        }
    }

    yaml_parser_t m_parser{};
};

} // namespace

std::optional<json> parse_yaml(std::string_view utf8)
{
    try {
        return YamlReader(utf8).read();
    } catch (NoYaml const&) {
        return std::nullopt;
    }
}

std::optional<YamlFault> yaml_fault(std::string_view utf8)
{
    try {
        YamlReader(utf8).read();
        return std::nullopt;
    } catch (NoYaml const& none) {
        return none.fault;
    }
}

std::string_view yaml_head(std::string_view utf8)
{
    if (!utf8.starts_with("---\n") && !utf8.starts_with("---\r\n")) {
        return {};
    }
    auto const close = utf8.find("\n---", 3);
    return close == utf8.npos ? std::string_view{} : utf8.substr(4, close - 3);
}

} // namespace knowwho
