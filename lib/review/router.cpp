// SPDX-License-Identifier: MIT
#include "review/router.hpp"

#include <algorithm>

namespace knowwho::review {
namespace {

std::vector<std::string> pieces_of(std::string_view path)
{
    auto pieces = std::vector<std::string>{};
    while (!path.empty()) {
        path.remove_prefix(1);
        auto const end = std::min(path.find('/'), path.size());
        pieces.emplace_back(path.substr(0, end));
        path.remove_prefix(end);
    }
    return pieces;
}

/// Whether the pieces fit; what stands for the `{}` is appended.
bool fits(std::vector<std::string> const& pattern, std::vector<std::string> const& pieces, std::vector<std::string>& parameters)
{
    if (pattern.size() != pieces.size()) {
        return false;
    }
    for (std::size_t i = 0; i < pieces.size(); ++i) {
        if (pattern[i] != "{}" && pattern[i] != pieces[i]) {
            return false;
        }
    }
    for (std::size_t i = 0; i < pieces.size(); ++i) {
        if (pattern[i] == "{}") {
            parameters.push_back(pieces[i]);
        }
    }
    return true;
}

} // namespace

void Router::add(Method method, std::string_view pattern, Handler handler)
{
    m_routes.push_back({method, pieces_of(pattern), std::move(handler)});
}

WebResponse Router::answer(WebRequest request) const
{
    auto const pieces = pieces_of(request.path);
    auto const method = request.method == Method::head ? Method::get : request.method;
    bool known = false;
    for (auto const& route : m_routes) {
        request.parameters.clear();
        if (!fits(route.pieces, pieces, request.parameters)) {
            continue;
        }
        if (route.method == method) {
            return route.handler(request);
        }
        known = true;
    }
    return known ? plain(405, "This address takes another method.") : plain(404, "There is nothing at this address.");
}

} // namespace knowwho::review
