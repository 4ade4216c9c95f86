// SPDX-License-Identifier: MIT
// What the browser asked, as plain values.
#pragma once

#include "review/form.hpp"

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace knowwho::review {

enum class Method { get, head, post, other };

struct WebRequest {
    Method method = Method::get;
    std::string path; ///< decoded, starting with '/'; without the query
    Form query;
    std::vector<std::pair<std::string, std::string>> headers; ///< names in lower case
    std::string body;
    Form form;                           ///< of a POST: the fields of the body
    std::vector<std::string> parameters; ///< what stood for the `{}` of the route, in order

    /// The value of a header by its lower-case name, or empty.
    std::string_view header(std::string_view name) const;

    /// How many headers of that name came.
    std::size_t count(std::string_view name) const;

    /// Whether the page's script asked, and so wants JSON instead of a page.
    bool is_from_script() const { return header("accept").starts_with("application/json"); }
};

/// A request line's target, taken apart: path and query. False if it is none of the form "/path?query".
bool read_target(std::string_view target, WebRequest& request);

} // namespace knowwho::review
