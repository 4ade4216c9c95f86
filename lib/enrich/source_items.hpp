// SPDX-License-Identifier: MIT
// The items of a source's answer, read one by one by the recipe's paths.
#pragma once

#include "enrich/source_reader.hpp"
#include "enrich/source_recipe.hpp"
#include "enrich/source_xpath.hpp"
#include "fetch/address.hpp"

#include <pugixml.hpp>

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace knowwho {

/// Reads the items of one answer. Keeps recipe, step and evaluator by reference.
class ItemReader {
public:
    /// `address` is the answer's: links are relative to it.
    ItemReader(SourceRecipe const& recipe, SourceStep const& step, XPathEvaluator& xpath, std::string_view address);

    SourceItem read(pugi::xml_node node);

private:
    std::vector<std::string> values(FieldRule const& rule, std::string const& path, pugi::xml_node node);
    std::string value(FieldRule const& rule, pugi::xml_node node);
    std::string link(pugi::xml_node node);
    std::optional<SourcePiece> piece(pugi::xml_node node);
    Language language(pugi::xml_node node);

    SourceRecipe const& m_recipe;
    SourceStep const& m_step;
    XPathEvaluator& m_xpath;
    std::optional<WebAddress> m_base;
};

} // namespace knowwho
