// SPDX-License-Identifier: MIT
#include "text/json_tree.hpp"

#include <cctype>
#include <cstdint>
#include <vector>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

namespace knowwho {
namespace {

bool is_plain_name(std::string_view key)
{
    if (key.empty() || !(std::isalpha(static_cast<unsigned char>(key[0])) != 0 || key[0] == '_')) {
        return false;
    }
    for (auto const c : key) {
        if (std::isalnum(static_cast<unsigned char>(c)) == 0 && c != '_' && c != '-' && c != '.') {
            return false;
        }
    }
    return true;
}

/// Takes what nlohmann's parser meets, without building its own tree: so depth costs nothing twice.
class TreeMaker : public nlohmann::json_sax<nlohmann::json> {
public:
    explicit TreeMaker(pugi::xml_node root) : m_path{{root, false}} {}

    bool truncated() const { return m_truncated; }

    bool null() override
    {
        if (auto node = value(); node) {
            node.append_attribute("null") = "true";
        }
        return true;
    }
    bool boolean(bool flag) override { return text(flag ? "true" : "false"); }
    bool number_integer(number_integer_t number) override { return text(fmt::format("{}", number)); }
    bool number_unsigned(number_unsigned_t number) override { return text(fmt::format("{}", number)); }
    bool number_float(number_float_t, string_t const& written) override { return text(written); }
    bool string(string_t& written) override { return text(written); }
    bool binary(binary_t&) override { return true; }
    bool key(string_t& name) override
    {
        m_key = name;
        return true;
    }
    bool start_object(std::size_t) override { return open(false); }
    bool start_array(std::size_t) override { return open(true); }
    bool end_object() override { return close(); }
    bool end_array() override { return close(); }
    bool parse_error(std::size_t, std::string const&, nlohmann::json::exception const&) override { return false; }

private:
    struct Level {
        pugi::xml_node node;
        bool is_array;
    };

    /// The element for the value that comes; null below the limit of depth.
    pugi::xml_node value()
    {
        if (m_skipped > 0) {
            return {};
        }
        auto& level = m_path.back();
        if (m_path.size() == 1) {
            return level.node; // the root is the value itself
        }
        if (level.is_array) {
            return level.node.append_child("item");
        }
        if (is_plain_name(m_key)) {
            return level.node.append_child(m_key.c_str());
        }
        auto node = level.node.append_child("member");
        node.append_attribute("name") = m_key.c_str();
        return node;
    }

    bool text(std::string const& written)
    {
        if (auto node = value(); node && !written.empty()) {
            node.append_child(pugi::node_pcdata).set_value(written.c_str());
        }
        return true;
    }

    bool open(bool is_array)
    {
        if (m_skipped > 0 || m_path.size() > json_depth_limit) {
            ++m_skipped;
            m_truncated = true;
            return true;
        }
        auto const node = value();
        m_path.push_back({node, is_array});
        return true;
    }

    bool close()
    {
        if (m_skipped > 0) {
            --m_skipped;
        } else {
            m_path.pop_back();
        }
        return true;
    }

    std::vector<Level> m_path;
    std::string m_key;
    int m_skipped = 0; ///< open brackets below the limit
    bool m_truncated = false;
};

} // namespace

JsonTree parse_json_tree(std::string_view utf8)
{
    auto tree = JsonTree{};
    auto maker = TreeMaker{tree.document.append_child("json")};
    tree.valid = nlohmann::json::sax_parse(utf8.begin(), utf8.end(), &maker);
    tree.truncated = maker.truncated();
    return tree;
}

} // namespace knowwho
