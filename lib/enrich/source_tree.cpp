// SPDX-License-Identifier: MIT
#include "enrich/source_tree.hpp"

#include "text/ascii.hpp"
#include "text/charset.hpp"
#include "text/html_tree.hpp"
#include "text/json_tree.hpp"

#include <string>

namespace knowwho {
namespace {

constexpr std::size_t longest_plain_text = 4000;

std::string_view without_leading_blanks(std::string_view text)
{
    auto const first = text.find_first_not_of(" \t\r\n");
    return first == std::string_view::npos ? std::string_view{} : text.substr(first);
}

void as_plain_text(AnswerTree& tree, std::string_view text)
{
    tree.as_promised = false;
    tree.document.reset();
    auto const shown = std::string{text.substr(0, longest_plain_text)};
    tree.document.append_child("text").append_child(pugi::node_pcdata).set_value(shown.c_str());
}

bool is_html(std::string_view text)
{
    auto const head = ascii_lower(text.substr(0, 15));
    return head.starts_with("<!doctype html") || head.starts_with("<html");
}

/// Namespaces stay in the names as written: "dc:creator". Blank lines before the prolog are common.
bool read_xml(AnswerTree& tree, std::string_view text)
{
    if (!text.starts_with('<') || is_html(text)) {
        return false;
    }
    auto const result = tree.document.load_buffer(text.data(), text.size(), pugi::parse_default, pugi::encoding_utf8);
    return static_cast<bool>(result) && tree.document.document_element();
}

} // namespace

std::string_view charset_of(std::string_view content_type)
{
    auto const at = ascii_lower(content_type).find("charset=");
    if (at == std::string_view::npos) {
        return {};
    }
    auto charset = content_type.substr(at + 8);
    charset = charset.substr(0, charset.find_first_of("; "));
    if (charset.starts_with('"')) {
        charset.remove_prefix(1);
    }
    return charset.substr(0, charset.find('"'));
}

AnswerTree read_answer_tree(std::string_view body, std::string_view content_type, AnswerFormat format)
{
    auto tree = AnswerTree{};
    auto const decoded = decode(body, charset_of(content_type));
    auto const text = without_leading_blanks(decoded.text);
    if (format == AnswerFormat::html) {
        tree.document = std::move(parse_html(text).document);
        return tree;
    }
    if (format != AnswerFormat::xml) {
        auto json = parse_json_tree(text);
        if (json.valid) {
            tree.document = std::move(json.document);
            return tree;
        }
    }
    if (format != AnswerFormat::json && read_xml(tree, text)) {
        return tree;
    }
    as_plain_text(tree, text);
    return tree;
}

} // namespace knowwho
