// SPDX-License-Identifier: MIT
#include "review/messages.hpp"

#include "text/ascii.hpp"

#include <fmt/format.h>
#include <string>
#include <string_view>
#include <utility>

namespace knowwho::review {
namespace {

namespace http = boost::beast::http;
using boost::system::error_code;

constexpr std::string_view content_rules = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self';"
                                           " form-action 'self'; frame-src 'self'; base-uri 'none'; frame-ancestors ";

} // namespace

WebRequest head_of(Parser const& parser)
{
    auto request = WebRequest{};
    auto const& message = parser.get();
    request.method = message.method() == http::verb::get ? Method::get
        : message.method() == http::verb::head           ? Method::head
        : message.method() == http::verb::post           ? Method::post
                                                         : Method::other;
    for (auto const& field : message) {
        request.headers.emplace_back(ascii_lower(std::string{field.name_string()}), std::string{field.value()});
    }
    return request;
}

Answer to_message(WebResponse response, bool keep_alive, bool head_only)
{
    auto answer = Answer{static_cast<http::status>(response.status), 11};
    answer.set(http::field::content_type, response.content_type);
    answer.set("Content-Security-Policy", fmt::format("{}{}", content_rules, response.framing == Framing::ourselves ? "'self'" : "'none'"));
    answer.set("X-Content-Type-Options", "nosniff");
    answer.set("Referrer-Policy", "same-origin"); // with "no-referrer" browsers send a form with the Origin "null"
    answer.set("Cross-Origin-Resource-Policy", "same-origin");
    answer.set("Cross-Origin-Opener-Policy", "same-origin");
    answer.set(http::field::cache_control, response.may_be_cached ? "private, no-cache" : "no-store");
    for (auto const& [name, value] : response.headers) {
        answer.set(name, value);
    }
    answer.keep_alive(keep_alive);
    answer.body() = std::move(response.body);
    answer.prepare_payload();
    if (head_only) {
        answer.body().clear();
    }
    return answer;
}

std::optional<WebResponse> answer_to(error_code const& error)
{
    if (error == http::error::header_limit || error == http::error::buffer_overflow) {
        return plain(431, "The head of the request is too large.");
    }
    if (error == http::error::body_limit) {
        return plain(413, "That is too much to send at once.");
    }
    if (error.category() != http::make_error_code(http::error::bad_method).category() || error == http::error::end_of_stream
        || error == http::error::partial_message) {
        return std::nullopt;
    }
    return plain(400, "This is no request that can be read.");
}

} // namespace knowwho::review
