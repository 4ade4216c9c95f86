// SPDX-License-Identifier: MIT
#include "import/feed.hpp"

#include "import/broken_document.hpp"
#include "import/cell_evidence.hpp"

#include <string>
#include <utility>
#include <vector>

#include <pugixml.hpp>

namespace knowwho {
namespace {

constexpr std::size_t head_of_feed = 4096; // bytes that tell what it is

struct FeedAuthor {
    std::string name;
    std::string email;
};

/// "dc:creator" as "creator".
std::string_view local_name(pugi::xml_node node)
{
    std::string_view const name = node.name();
    return name.substr(name.find(':') + 1);
}

std::string feed_text(pugi::xml_node node) { return std::string(trim(node.text().as_string())); }

/// "anna@berg.example (Anna Berg)", as RSS has it, or the name alone.
FeedAuthor read_author(std::string written)
{
    auto const open = written.find(" (");
    if (open != written.npos && written.ends_with(')') && is_email(std::string_view(written).substr(0, open))) {
        return {written.substr(open + 2, written.size() - open - 3), written.substr(0, open)};
    }
    return {std::move(written), {}};
}

std::vector<FeedAuthor> authors_of(pugi::xml_node entry)
{
    std::vector<FeedAuthor> authors;
    for (auto const child : entry.children()) {
        auto const name = local_name(child);
        if (name == "author" && child.child("name")) {
            authors.push_back({feed_text(child.child("name")), feed_text(child.child("email"))});
        } else if (name == "creator" || name == "author") {
            authors.push_back(read_author(feed_text(child)));
        }
    }
    return authors;
}

class FeedReader {
public:
    explicit FeedReader(Texts& texts) : m_texts(texts)
    {
        m_table.headers = {"author", "email", "title"};
        m_table.known = {Field::name, Field::email, Field::talk};
        m_table.header_line = 1;
    }

    Table read(pugi::xml_node feed)
    {
        add_entries(feed.child("channel"));
        add_entries(feed);
        return std::move(m_table);
    }

private:
    void add_entries(pugi::xml_node around)
    {
        for (auto const entry : around.children()) {
            if (local_name(entry) == "item" || local_name(entry) == "entry") {
                add(entry);
            }
        }
    }

    void add(pugi::xml_node entry)
    {
        for (auto& author : authors_of(entry)) {
            m_table.add_row(static_cast<int>(m_table.rows.size()) + 1);
            m_table.add_cell(m_texts.keep(std::move(author.name)));
            m_table.add_cell(m_texts.keep(std::move(author.email)));
            m_table.add_cell(m_texts.keep(feed_text(entry.child("title"))));
        }
    }

    Texts& m_texts;
    Table m_table;
};

} // namespace

bool looks_like_feed(std::string_view text)
{
    auto const head = text.substr(0, head_of_feed);
    auto const opens = head.find("<rss") != head.npos || head.find("<feed") != head.npos || head.find("<rdf:RDF") != head.npos;
    return trim(head).starts_with('<') && opens && (text.find("<item") != text.npos || text.find("<entry") != text.npos);
}

FoundTables read_feed(std::string_view text, Texts& texts)
{
    FoundTables found;
    found.format = "feed";
    found.dialect = "entries and their authors";
    found.repeats = true;
    pugi::xml_document document;
    if (auto const result = document.load_buffer(text.data(), text.size(), pugi::parse_default, pugi::encoding_utf8); !result) {
        found.problems.push_back(broken_xml(text, static_cast<std::size_t>(result.offset), result.description()));
    }
    auto const root = document.document_element();
    auto const title = feed_text(root.child("title") ? root.child("title") : root.child("channel").child("title"));
    found.titles = title.empty() ? std::vector<std::string>{} : std::vector{title};
    if (auto table = FeedReader(texts).read(root); !table.rows.empty()) {
        found.tables.push_back(std::move(table));
    }
    return found;
}

} // namespace knowwho
