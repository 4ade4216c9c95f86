// SPDX-License-Identifier: MIT
#include "import/html_semantics.hpp"

#include "import/cell_evidence.hpp"
#include "import/json_records.hpp"
#include "text/ascii.hpp"

#include <algorithm>
#include <array>
#include <iterator>
#include <string>
#include <string_view>

namespace knowwho {
namespace {

constexpr std::size_t longest_script = 8 << 20;
constexpr std::size_t longest_implied_name = 80;
constexpr std::size_t least_data = 100; // bytes; less holds no list

struct Property {
    std::string_view name; ///< of itemprop, or a class of h-card and its ancestor hCard
    Field field;
};

constexpr std::array<Property, 32> properties{{
    {"name", Field::name},          {"p-name", Field::name},          {"fn", Field::name},
    {"givenName", Field::given},    {"p-given-name", Field::given},   {"given-name", Field::given},
    {"familyName", Field::family},  {"p-family-name", Field::family}, {"family-name", Field::family},
    {"honorificPrefix", Field::title}, {"p-honorific-prefix", Field::title}, {"honorific-prefix", Field::title},
    {"jobTitle", Field::role},      {"p-job-title", Field::role},     {"p-role", Field::role},
    {"role", Field::role},          {"worksFor", Field::organisation}, {"affiliation", Field::organisation},
    {"memberOf", Field::organisation}, {"p-org", Field::organisation}, {"org", Field::organisation},
    {"email", Field::email},        {"u-email", Field::email},        {"url", Field::website},
    {"u-url", Field::website},      {"p-locality", Field::place},     {"locality", Field::place},
    {"addressLocality", Field::place}, {"p-country-name", Field::country}, {"addressCountry", Field::country},
    {"description", Field::about},  {"p-note", Field::about},
}};

constexpr std::array<Field, 11> columns{Field::name, Field::given, Field::family, Field::title, Field::role, Field::organisation, Field::email,
                                        Field::website, Field::place, Field::country, Field::about};

std::string text_of(pugi::xml_node node)
{
    std::string text;
    struct Collector : pugi::xml_tree_walker {
        std::string* text = nullptr;
        bool for_each(pugi::xml_node& inner) override
        {
            if (inner.type() == pugi::node_pcdata || inner.type() == pugi::node_cdata) {
                *text += inner.value();
            }
            return text->size() < 20000;
        }
    } collector;
    collector.text = &text;
    node.traverse(collector);
    std::string drawn;
    for (char const c : text) {
        auto const blank = static_cast<unsigned char>(c) <= 0x20;
        if (!blank) {
            drawn.push_back(c);
        } else if (!drawn.ends_with(' ') && !drawn.empty()) {
            drawn.push_back(' ');
        }
    }
    return std::string(trim(drawn));
}

std::string value_of(pugi::xml_node node, Field field)
{
    if (auto const content = node.attribute("content")) {
        return content.value();
    }
    if (field == Field::email || field == Field::website) {
        std::string const link = node.attribute("href").value();
        return link.starts_with("mailto:") ? link.substr(7) : link.empty() ? text_of(node) : link;
    }
    return text_of(node);
}

class MarkedPeople {
public:
    explicit MarkedPeople(Texts& texts) : m_texts(texts)
    {
        m_table.known.assign(columns.begin(), columns.end());
        for (auto const field : columns) {
            m_table.headers.emplace_back(to_text(field));
        }
        m_table.header_line = 1;
    }

    void walk(pugi::xml_node node)
    {
        for (auto const child : node.children()) {
            if (child.type() != pugi::node_element) {
                continue;
            }
            std::string_view const type = child.attribute("itemtype").value();
            std::string_view const classes = child.attribute("class").value();
            if (type.ends_with("schema.org/Person") || has_word(classes, "h-card") || has_word(classes, "vcard")) {
                read_person(child);
            } else {
                walk(child);
            }
        }
    }

    Table take() { return std::move(m_table); }

private:
    void read_person(pugi::xml_node node)
    {
        std::array<std::string, columns.size()> cells;
        collect(node, cells);
        if (cells[0].empty() && cells[1].empty() && cells[2].empty()) {
            auto const implied = text_of(node);
            cells[0] = implied.size() <= longest_implied_name ? implied : std::string{};
        }
        m_table.add_row(++m_number);
        for (auto& cell : cells) {
            m_table.add_cell(m_texts.keep(std::move(cell)));
        }
    }

    void collect(pugi::xml_node node, std::array<std::string, columns.size()>& cells)
    {
        for (auto const child : node.children()) {
            if (child.type() != pugi::node_element) {
                continue;
            }
            std::string_view const itemprop = child.attribute("itemprop").value();
            std::string_view const classes = child.attribute("class").value();
            bool taken = false;
            for (auto const& property : properties) {
                if (!has_word(itemprop, property.name) && !has_word(classes, property.name)) {
                    continue;
                }
                auto& cell = cells[static_cast<std::size_t>(std::find(columns.begin(), columns.end(), property.field) - columns.begin())];
                if (cell.empty()) {
                    cell = value_of(child, property.field);
                }
                taken = true;
            }
            // The name of the employer is not the person's.
            if (!taken || child.attribute("itemscope").empty()) {
                collect(child, cells);
            }
        }
    }

    Texts& m_texts;
    Table m_table;
    int m_number = 0;
};

void find_json_ld(pugi::xml_node node, std::vector<Table>& tables, Texts& texts)
{
    for (auto const child : node.children()) {
        if (child.type() != pugi::node_element) {
            continue;
        }
        if (std::string_view(child.name()) == "script") {
            std::string_view const text = child.text().get();
            if (std::string_view(child.attribute("type").value()).starts_with("application/ld+json") && text.size() < longest_script) {
                for (auto& table : read_json_ld(text, texts)) {
                    tables.push_back(std::move(table));
                }
            }
            continue;
        }
        find_json_ld(child, tables, texts);
    }
}

} // namespace

std::vector<Table> find_marked_people(pugi::xml_document const& document, Texts& texts)
{
    std::vector<Table> tables;
    find_json_ld(document, tables, texts);
    MarkedPeople people(texts);
    people.walk(document);
    if (auto table = people.take(); !table.rows.empty()) {
        tables.push_back(std::move(table));
    }
    return tables;
}

std::vector<Table> find_embedded_people(pugi::xml_document const& document, Texts& texts)
{
    struct Collector : pugi::xml_tree_walker {
        Texts* texts = nullptr;
        std::vector<Table> tables;

        void take(std::string_view data)
        {
            auto const json = trim(data);
            if (json.size() < least_data || json.size() > longest_script || !looks_like_json(json)) {
                return;
            }
            auto found = read_json(json, *texts);
            std::move(found.tables.begin(), found.tables.end(), std::back_inserter(tables));
        }

        bool for_each(pugi::xml_node& node) override
        {
            std::string_view const type = node.attribute("type").value();
            if (std::string_view(node.name()) == "script" && !type.starts_with("application/ld+json")) {
                take(node.text().get());
            }
            for (auto const& attribute : node.attributes()) {
                take(attribute.value());
            }
            return true;
        }
    } collector;
    collector.texts = &texts;
    document.document_element().traverse(collector);
    return std::move(collector.tables);
}

} // namespace knowwho
