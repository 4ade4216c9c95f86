// SPDX-License-Identifier: MIT
#include "fetch/secrets.hpp"

#include "fetch/address.hpp"

#include <algorithm>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace knowwho {
namespace {

constexpr std::size_t shortest_secret = 4;
constexpr std::string_view instead = "***";

void add_secret(std::vector<std::string>& secrets, std::string_view value)
{
    for (auto form : {std::string{value}, percent_decode(value), percent_encode(value)}) {
        if (form.size() >= shortest_secret && std::find(secrets.begin(), secrets.end(), form) == secrets.end()) {
            secrets.push_back(std::move(form));
        }
    }
}

/// The values of "a=1&b=2" and what stands behind "Bearer " in headers; the longest first.
std::vector<std::string> secrets_of(Request const& request)
{
    auto secrets = std::vector<std::string>{};
    auto const& query = request.secret_query;
    for (std::size_t begin = 0; begin < query.size();) {
        auto const end = std::min(query.find('&', begin), query.size());
        auto const equals = std::min(query.find('=', begin), query.size());
        auto const value = equals < end ? equals + 1 : begin;
        add_secret(secrets, query.substr(value, end - value));
        begin = end + 1;
    }
    for (auto const& [name, value] : request.secret_headers) {
        add_secret(secrets, std::string_view{value}.substr(value.rfind(' ') + 1));
    }
    std::sort(secrets.begin(), secrets.end(), [](auto const& a, auto const& b) { return a.size() > b.size(); });
    return secrets;
}

void hide(std::string& text, std::vector<std::string> const& secrets)
{
    for (auto const& secret : secrets) {
        for (auto at = text.find(secret); at != std::string::npos; at = text.find(secret, at + instead.size())) {
            text.replace(at, secret.size(), instead);
        }
    }
}

/// Drops "key=…" from the query of an address. Whether it was there.
bool drop_query(std::string& address, std::string const& query)
{
    auto const at = query.empty() ? std::string::npos : address.find(query);
    auto const end = at == std::string::npos ? at : at + query.size();
    auto const is_parameter = at != std::string::npos && at > 0 && (address[at - 1] == '?' || address[at - 1] == '&')
        && (end == address.size() || address[end] == '&' || address[end] == '#');
    if (!is_parameter) {
        return false;
    }
    auto const with_mark_behind = end < address.size() && address[end] == '&';
    with_mark_behind ? address.erase(at, query.size() + 1) : address.erase(at - 1, query.size() + 1);
    return true;
}

} // namespace

void hide_secrets(Response& response, Request const& request)
{
    if (request.secret_query.empty() && request.secret_headers.empty()) {
        return;
    }
    auto const secrets = secrets_of(request);
    for (auto& [name, value] : response.headers) {
        if (name == "location") {
            response.echoed_secret_query = drop_query(value, request.secret_query);
        }
        hide(value, secrets);
    }
    hide(response.body, secrets);
    hide(response.problem, secrets);
}

} // namespace knowwho
