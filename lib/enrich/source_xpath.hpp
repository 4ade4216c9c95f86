// SPDX-License-Identifier: MIT
// XPath of recipes: checked once, evaluated often, never throwing afterwards.
#pragma once

#include <pugixml.hpp>

#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace knowwho {

/// What is wrong with an expression, or empty. `as_nodes` demands that it gives nodes.
std::string xpath_problem(std::string const& path, bool as_nodes);

/// Evaluates expressions that were checked; compiles each once. `$status` is the answer's status.
class XPathEvaluator {
public:
    explicit XPathEvaluator(int status);

    bool truth(std::string const& path, pugi::xml_node from);
    std::string text(std::string const& path, pugi::xml_node from);
    std::vector<pugi::xml_node> nodes(std::string const& path, pugi::xml_node from);

    /// One text per node (an attribute's value, or all text of an element); of an expression that
    /// gives no nodes its text. Nothing for white space.
    std::vector<std::string> texts(std::string const& path, pugi::xml_node from);

private:
    pugi::xpath_query const& query(std::string const& path);

    pugi::xpath_variable_set m_variables;
    std::map<std::string, std::unique_ptr<pugi::xpath_query>> m_queries;
};

} // namespace knowwho
