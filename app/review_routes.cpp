// SPDX-License-Identifier: MIT
#include "app/review_routes.hpp"

#include "text/json_text.hpp"

#include <charconv>
#include <exception>
#include <nlohmann/json.hpp>
#include <system_error>
#include <utility>

namespace knowwho::review {
namespace {

WebResponse failure(Review& review, WebRequest const& request, int status, std::string const& title, std::string const& sentence, std::string const& hint)
{
    if (request.is_from_script()) {
        auto const said = nlohmann::json{{"said", sentence + (hint.empty() ? "" : " – " + hint)}};
        return json(json_line(said), status);
    }
    return page(message_page(review.session.frame(request, ""), title, sentence, hint), status);
}

WebResponse start(Review& review, WebRequest const& request)
{
    if (!request.is_from_script()) {
        return see_other("/start");
    }
    auto const& words = review.session.words(request);
    return failure(review, request, 200, std::string{words("start_title")}, std::string{words("start_sentence")}, std::string{words("start_hint")});
}

} // namespace

Handler with_errors(Review& review, std::function<WebResponse(WebRequest const&)> handler)
{
    return [&review, handler = std::move(handler)](WebRequest const& request) -> WebResponse {
        auto const& words = review.session.words(request);
        try {
            return handler(request);
        } catch (StaleRevision const&) {
            return failure(review, request, 409, std::string{words("stale_title")}, std::string{words("stale_sentence")}, std::string{words("stale_hint")});
        } catch (Error const& error) {
            return failure(review, request, error.code() == ExitCode::usage ? 422 : 500, std::string{words("error_title")}, words.said(error.what()), words.said(error.hint()));
        }
    };
}

Handler with_session(Review& review, std::function<WebResponse(WebRequest const&)> handler)
{
    return with_errors(review, [&review, handler = std::move(handler)](WebRequest const& request) {
        return review.session.refresh() ? handler(request) : start(review, request);
    });
}

std::int64_t number_in(WebRequest const& request)
{
    auto number = std::int64_t{0};
    auto const& text = request.parameters.front();
    auto const [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    return error == std::errc{} && end == text.data() + text.size() ? number : 0;
}

PersonId person_in(WebRequest const& request)
{
    return {number_in(request)};
}

std::string way_back(WebRequest const& request)
{
    auto const back = request.form["back"];
    bool const ours = back.starts_with('/') && !back.starts_with("//") && back.find_first_of("\\\r\n\t") == back.npos;
    return ours ? std::string{back} : "/";
}

} // namespace knowwho::review
