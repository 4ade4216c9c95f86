// SPDX-License-Identifier: MIT
#include "import/read_html.hpp"

#include "import/columns.hpp"
#include "import/data_document.hpp"
#include "import/html_records.hpp"
#include "import/html_semantics.hpp"
#include "import/html_tables.hpp"
#include "import/name_pattern.hpp"
#include "text/html_tree.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <iterator>

namespace knowwho {
namespace {

constexpr double table_of_people = 0.6; // confidence from which a table is read as such
constexpr double class_trust = 0.3;     // class names are meant for style sheets, and often lie
constexpr std::size_t longest_title = 300; // bytes
constexpr std::size_t most_of_template = 3; // rows that a page shows before its scripts run

/// Takes the tables whose columns say that their rows are people, and marks their lines.
std::vector<Table> take_tables(HtmlPage const& page, Texts& texts, std::vector<Problem>& problems, std::vector<bool>& used)
{
    std::vector<Table> taken;
    for (auto& table : find_tables(page, texts, problems)) {
        for (auto& section : table.sections) {
            if (section.rows.empty() || people_confidence(understand_columns(section, {})) < table_of_people) {
                continue;
            }
            auto const& e = page.elements[table.element];
            std::fill(used.begin() + std::ptrdiff_t(e.first_line), used.begin() + std::ptrdiff_t(e.end_line), true);
            taken.push_back(std::move(section));
        }
    }
    return taken;
}

std::size_t rows_of(std::vector<Table> const& tables)
{
    std::size_t rows = 0;
    for (auto const& table : tables) {
        rows += table.rows.size();
    }
    return rows;
}

/// The page's name, and its first heading.
std::vector<std::string> titles_of_page(pugi::xml_document const& document)
{
    auto titles = std::vector<std::string>{};
    for (auto const* const tag : {"title", "h1"}) {
        auto const node = document.find_node([tag](pugi::xml_node one) { return std::string_view{one.name()} == tag; });
        auto text = pugi::xpath_query{"normalize-space(.)"}.evaluate_string(node);
        if (!text.empty() && text.size() <= longest_title) {
            titles.push_back(std::move(text));
        }
    }
    return titles;
}

/// What the page itself marks as people is surer than any pattern, unless it marks only some of them.
void prefer_marked(pugi::xml_document const& document, FoundTables& found, Texts& texts)
{
    auto marked = find_marked_people(document, texts);
    if (rows_of(marked) < 2 || rows_of(marked) * 10 < rows_of(found.tables) * 8) {
        return;
    }
    found.tables = std::move(marked);
    found.dialect = "people that the page marks as such";
    found.header_trust = 1;
    found.repeats = true;
}

/// What the scripts inside a page set; the tree has none of them.
std::vector<Table> find_scripted_people(std::string_view page, Texts& texts)
{
    std::vector<Table> tables;
    for (auto open = page.find("<script"); open != page.npos; open = page.find("<script", open)) {
        auto const begin = std::min(page.find('>', open), page.size());
        auto const end = std::min(page.find("</script", begin), page.size());
        auto found = people_in_script(page.substr(begin, end - begin), texts);
        std::move(found.begin(), found.end(), std::back_inserter(tables));
        open = end;
    }
    return tables;
}

/// A page that its scripts fill shows hardly anybody before they run.
void prefer_embedded(std::string_view page, pugi::xml_document const& document, FoundTables& found, Texts& texts)
{
    auto embedded = find_embedded_people(document, texts);
    if (embedded.empty() && rows_of(found.tables) < most_of_template) {
        embedded = find_scripted_people(page, texts);
    }
    std::erase_if(embedded, [](Table const& table) { return people_confidence(understand_columns(table, {})) < table_of_people; });
    if (rows_of(embedded) < 2 || rows_of(found.tables) * 2 > rows_of(embedded)) {
        return;
    }
    found.tables = std::move(embedded);
    found.dialect = "data that the page carries for its scripts";
    found.header_trust = 1;
    found.repeats = true;
}

void take_records(HtmlPage const& page, std::vector<bool> const& used, FoundTables& found, Texts& texts)
{
    if (auto const names = find_names(page, used); !names.empty()) {
        found.header_trust = found.tables.empty() ? class_trust : 1;
        found.repeats = true;
        found.tables.push_back(records_to_table(page, names, texts));
    }
}

} // namespace

FoundTables read_html(std::string_view text, Texts& texts)
{
    FoundTables found;
    found.format = "html";
    auto const tree = parse_html(text);
    if (tree.truncated) {
        found.problems.push_back({Severity::loss, {}, 0, 0, {}, tree.problem, "Save only the part of the page that holds the list."});
    }
    found.titles = titles_of_page(tree.document);
    auto const page = read_page(tree.document);
    std::vector<bool> used(page.lines.size(), false);
    found.tables = take_tables(page, texts, found.problems, used);
    found.dialect = found.tables.empty() ? "repeated entries of the page" : "a table";
    take_records(page, used, found, texts);
    prefer_marked(tree.document, found, texts);
    prefer_embedded(text, tree.document, found, texts);
    if (found.tables.empty()) { // perhaps people are shown, and named in what stands for their pictures
        auto const pictures = read_page(tree.document, Pictures::named);
        take_records(pictures, std::vector<bool>(pictures.lines.size(), false), found, texts);
    }
    return found;
}

} // namespace knowwho
