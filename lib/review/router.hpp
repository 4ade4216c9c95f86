// SPDX-License-Identifier: MIT
// Method and path to the function that answers.
#pragma once

#include "review/request.hpp"
#include "review/response.hpp"

#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace knowwho::review {

using Handler = std::function<WebResponse(WebRequest const&)>;

class Router {
public:
    /// `pattern` is a path in which `{}` stands for one piece between slashes: "/person/{}/note".
    void get(std::string_view pattern, Handler handler) { add(Method::get, pattern, std::move(handler)); }
    void post(std::string_view pattern, Handler handler) { add(Method::post, pattern, std::move(handler)); }

    /// 404 for a path that nobody answers, 405 for one that is answered with another method only.
    /// HEAD is answered as GET. What stood for the `{}` is in `parameters`.
    WebResponse answer(WebRequest request) const;

private:
    struct Route {
        Method method;
        std::vector<std::string> pieces;
        Handler handler;
    };

    void add(Method method, std::string_view pattern, Handler handler);

    std::vector<Route> m_routes;
};

} // namespace knowwho::review
