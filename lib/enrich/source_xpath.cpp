// SPDX-License-Identifier: MIT
#include "enrich/source_xpath.hpp"

#include "text/ascii.hpp"

namespace knowwho {
namespace {

void declare(pugi::xpath_variable_set& variables, int status)
{
    variables.set("status", static_cast<double>(status));
}

std::string text_of(pugi::xpath_node const& one)
{
    static auto const whole = pugi::xpath_query{"string()"};
    return one.attribute() ? one.attribute().value() : whole.evaluate_string(one);
}

} // namespace

std::string xpath_problem(std::string const& path, bool as_nodes)
{
    auto variables = pugi::xpath_variable_set{};
    declare(variables, 200);
    try {
        auto const query = pugi::xpath_query{path.c_str(), &variables};
        return as_nodes && query.return_type() != pugi::xpath_type_node_set ? "it gives no nodes" : "";
    } catch (pugi::xpath_exception const& error) {
        return error.what();
    }
}

XPathEvaluator::XPathEvaluator(int status)
{
    declare(m_variables, status);
}

pugi::xpath_query const& XPathEvaluator::query(std::string const& path)
{
    auto& known = m_queries[path];
    if (!known) {
        known = std::make_unique<pugi::xpath_query>(path.c_str(), &m_variables);
    }
    return *known;
}

bool XPathEvaluator::truth(std::string const& path, pugi::xml_node from)
{
    return query(path).evaluate_boolean(from);
}

std::string XPathEvaluator::text(std::string const& path, pugi::xml_node from)
{
    return std::string{trimmed(query(path).evaluate_string(from))};
}

std::vector<pugi::xml_node> XPathEvaluator::nodes(std::string const& path, pugi::xml_node from)
{
    auto found = std::vector<pugi::xml_node>{};
    auto set = query(path).evaluate_node_set(from);
    set.sort(); // a union comes in no particular order
    for (auto const& one : set) {
        if (one.node()) {
            found.push_back(one.node());
        }
    }
    return found;
}

std::vector<std::string> XPathEvaluator::texts(std::string const& path, pugi::xml_node from)
{
    auto found = std::vector<std::string>{};
    auto const take = [&](std::string const& text) {
        if (auto const clean = trimmed(text); !clean.empty()) {
            found.emplace_back(clean);
        }
    };
    auto const& compiled = query(path);
    if (compiled.return_type() != pugi::xpath_type_node_set) {
        take(compiled.evaluate_string(from));
        return found;
    }
    auto set = compiled.evaluate_node_set(from);
    set.sort();
    for (auto const& one : set) {
        take(text_of(one));
    }
    return found;
}

} // namespace knowwho
