// SPDX-License-Identifier: MIT
// What a page says about itself in schema.org's JSON-LD, read with forgiveness.
#include "enrich/json_ld.hpp"

#include "enrich/clean_text.hpp"
#include "enrich/forgiving_json.hpp"
#include "text/ascii.hpp"

#include <nlohmann/json.hpp>

#include <unordered_map>

namespace knowwho {

namespace {

using Json = nlohmann::json;

constexpr int deepest_thing = 12; ///< objects and lists around it

std::string text_of(Json const& object, char const* key)
{
    if (!object.is_object()) {
        return {};
    }
    auto const found = object.find(key);
    if (found == object.end()) {
        return {};
    }
    Json const& value = found->is_array() && !found->empty() ? found->front() : *found;
    if (value.is_string()) {
        return clean_text(value.get_ref<std::string const&>());
    }
    return value.is_object() ? text_of(value, value.contains("name") ? "name" : "@value") : std::string{};
}

std::string type_of(Json const& object)
{
    auto type = text_of(object, "@type");
    auto const slash = type.find_last_of("/#:");
    return slash == std::string::npos ? type : type.substr(slash + 1);
}

bool is_article(std::string_view type)
{
    return type.ends_with("Article") || type.ends_with("BlogPosting") || type.ends_with("Report") || type == "SocialMediaPosting"
        || type == "LiveBlogPosting" || type == "Review" || type == "Interview" || type == "PodcastEpisode";
}

bool is_page(std::string_view type)
{
    return type.ends_with("Page") || type == "Recipe";
}

std::string without_tags(std::string const& text)
{
    if (text.find('<') == std::string::npos) {
        return text;
    }
    std::string plain;
    bool in_tag = false;
    for (char const c : text) {
        if (c == '<') {
            in_tag = true;
            plain += ' ';
        } else if (c == '>' && in_tag) {
            in_tag = false;
        } else if (!in_tag) {
            plain += c;
        }
    }
    return clean_text(plain);
}

class Reader {
public:
    void take(Json const& json)
    {
        index(json, 0);
        visit(json, 0);
    }

    LinkedData result() { return std::move(m_data); }

private:
    /// Remembers the names of what other objects point to by "@id".
    void index(Json const& json, int depth)
    {
        if (depth > deepest_thing) {
            return;
        }
        if (json.is_object() && json.contains("@id") && json.contains("name")) {
            m_names.emplace(text_of(json, "@id"), text_of(json, "name"));
        }
        if (json.is_structured()) {
            for (auto const& child : json) {
                index(child, depth + 1);
            }
        }
    }

    void visit(Json const& json, int depth)
    {
        if (depth > deepest_thing) {
            return;
        }
        if (json.is_array()) {
            for (auto const& child : json) {
                visit(child, depth + 1);
            }
        } else if (json.is_object()) {
            visit_object(json, depth);
        }
    }

    void visit_object(Json const& object, int depth)
    {
        take_thing(object, type_of(object));
        for (auto const* const key : {"@graph", "mainEntity", "mainEntityOfPage"}) {
            if (auto const found = object.find(key); found != object.end()) {
                visit(*found, depth + 1);
            }
        }
    }

    void take_thing(Json const& object, std::string const& type)
    {
        if (is_article(type) && !m_data.article) {
            take_article(object, type);
        } else if (type == "ProfilePage" || (type == "Person" && (m_data.type.empty() || m_data.type == "ProfilePage"))) {
            m_data.profile = true;
            m_data.type = m_data.type.empty() ? type : m_data.type;
            if (type == "Person" && m_data.person.name.empty()) {
                m_data.person = {text_of(object, "name"), text_of(object, "jobTitle"), text_of(object, "worksFor"), text_of(object, "description")};
            }
        } else if (type == "WebSite") {
            m_data.site = text_of(object, "name");
        } else if (is_page(type)) {
            take_page(object, type);
        } else if (m_data.type.empty() && !type.empty() && type != "BreadcrumbList" && type != "ImageObject") {
            m_data.type = type;
        }
    }

    void take_article(Json const& object, std::string const& type)
    {
        m_data.article = true;
        m_data.type = type;
        m_data.headline = text_of(object, "headline");
        if (m_data.headline.empty()) {
            m_data.headline = text_of(object, "name");
        }
        m_data.body = without_tags(text_of(object, "articleBody"));
        m_data.publisher = text_of(object, "publisher");
        m_data.authors.clear();
        for (auto const* const key : {"author", "creator"}) {
            if (auto const found = object.find(key); found != object.end() && m_data.authors.empty()) {
                take_authors(*found);
            }
        }
        take_dates(object, true);
    }

    void take_page(Json const& object, std::string const& type)
    {
        m_data.type = m_data.type.empty() ? type : m_data.type;
        take_dates(object, false);
        if (auto const author = object.find("author"); author != object.end() && !m_data.article) {
            take_authors(*author);
        }
    }

    void take_dates(Json const& object, bool overwrite)
    {
        auto const take = [&](std::string& field, char const* key) {
            auto value = text_of(object, key);
            if (!value.empty() && (overwrite || field.empty())) {
                field = std::move(value);
            }
        };
        take(m_data.published, "datePublished");
        take(m_data.modified, "dateModified");
        if (m_data.published.empty()) {
            take(m_data.published, "dateCreated");
        }
    }

    void take_authors(Json const& value)
    {
        if (value.is_array()) {
            for (auto const& one : value) {
                take_authors(one);
            }
            return;
        }
        std::string name;
        if (value.is_string()) {
            name = clean_text(value.get_ref<std::string const&>());
        } else if (value.is_object()) {
            name = value.contains("name") ? text_of(value, "name") : name_of(text_of(value, "@id"));
        }
        if (!name.empty()) {
            m_data.authors.push_back(std::move(name));
        }
    }

    std::string name_of(std::string const& id) const
    {
        auto const found = m_names.find(id);
        return found == m_names.end() || id.empty() ? std::string{} : found->second;
    }

    LinkedData m_data;
    std::unordered_map<std::string, std::string> m_names; ///< by "@id"; the first one counts
};

bool is_json_ld(PageNode const& node)
{
    if (node.tag != Tag::silent || std::string_view{node.node.name()} != "script") {
        return false;
    }
    return ascii_lower(node.node.attribute("type").value()).find("ld+json") != std::string::npos;
}

} // namespace

LinkedData read_json_ld(PageTree const& tree)
{
    Reader reader;
    for (auto const& node : tree.nodes) {
        if (is_json_ld(node)) {
            auto const json = parse_forgivingly(node.node.text().get());
            if (!json.is_discarded()) {
                reader.take(json);
            }
        }
    }
    return reader.result();
}

} // namespace knowwho
