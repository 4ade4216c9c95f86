// SPDX-License-Identifier: MIT
#include "score/function_fit.hpp"

#include "score/role_words.hpp"

#include <algorithm>

namespace knowwho {
namespace {

constexpr double other_function = 0.5;
constexpr std::string_view any_function[] = {"general", "other"};

bool says_nothing(std::string_view function)
{
    return std::ranges::find(any_function, function) != std::end(any_function);
}

} // namespace

std::vector<std::string> functions_wanted(std::string_view want)
{
    auto functions = std::vector<std::string>{};
    for (auto const& role : roles_in(want)) {
        if (!says_nothing(role.function) && std::ranges::find(functions, role.function) == functions.end()) {
            functions.emplace_back(role.function);
        }
    }
    return functions;
}

double weight_of_function(std::vector<std::string> const& wanted, std::string_view role)
{
    auto const has = roles_in(role);
    bool const fits = wanted.empty() || has.empty() || std::ranges::any_of(has, [&](RoleWord const& one) {
        return says_nothing(one.function) || std::ranges::find(wanted, one.function) != wanted.end();
    });
    return fits ? 1 : other_function;
}

} // namespace knowwho
