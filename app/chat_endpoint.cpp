// SPDX-License-Identifier: MIT
#include "app/chat_endpoint.hpp"

#include "fetch/clock.hpp"
#include "fetch/transfers.hpp"

#include <chrono>
#include <memory>
#include <optional>

#include <fmt/format.h>

namespace knowwho {
namespace {

constexpr std::size_t largest_answer = std::size_t{1} << 20;
constexpr std::chrono::milliseconds longest_wait{60'000}; // a small model on a small machine takes its time

std::string completions_at(std::string address)
{
    while (address.ends_with('/')) {
        address.pop_back();
    }
    return address.ends_with("/chat/completions") ? address : address + "/chat/completions";
}

Request request_to(ChatEndpoint const& endpoint, std::string const& body)
{
    auto request = Request{};
    request.address = completions_at(endpoint.address);
    request.headers = {{"Accept", "application/json"}};
    if (!endpoint.key.empty()) {
        request.secret_headers = {{"Authorization", "Bearer " + endpoint.key}};
    }
    request.own_server = true;
    request.size_limit = largest_answer;
    request.body = body;
    return request;
}

} // namespace

ChatTransport transport_to(ChatEndpoint const& endpoint, Clock& clock, std::string& problem)
{
    auto options = TransferOptions{};
    options.connection = endpoint.connection;
    options.connection.total_timeout = longest_wait;
    options.connection.stall_timeout = std::chrono::duration_cast<std::chrono::seconds>(longest_wait);
    auto const transfers = std::make_shared<Transfers>(options, clock); // one connection for all sentences
    return [endpoint, transfers, &problem](std::string const& body) -> std::optional<std::string> {
        if (!problem.empty()) {
            return std::nullopt;
        }
        auto answer = std::optional<std::string>{};
        transfers->add(request_to(endpoint, body), [&](Response response) {
            if (response.outcome == Outcome::answered && response.status == 200) {
                answer = std::move(response.body);
            } else {
                problem = response.outcome == Outcome::answered ? fmt::format("it answered with status {}", response.status) : response.problem;
            }
        });
        transfers->run();
        return answer;
    };
}

} // namespace knowwho
