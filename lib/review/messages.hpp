// SPDX-License-Identifier: MIT
// Requests and answers of the review as Beast has them, to and from plain values.
#pragma once

#include "review/request.hpp"
#include "review/response.hpp"

#include <boost/beast/http.hpp>
#include <optional>

namespace knowwho::review {

using Parser = boost::beast::http::request_parser<boost::beast::http::string_body>;
using Answer = boost::beast::http::response<boost::beast::http::string_body>;

/// Method and headers; not the address.
WebRequest head_of(Parser const& parser);

/// HTTP/1.1, with the headers that every answer has.
Answer to_message(WebResponse response, bool keep_alive, bool head_only);

/// What a failure to read means; empty if the client is gone and there is nobody to tell.
std::optional<WebResponse> answer_to(boost::system::error_code const& error);

} // namespace knowwho::review
