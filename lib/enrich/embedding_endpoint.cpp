// SPDX-License-Identifier: MIT
#include "enrich/embedding_endpoint.hpp"

#include "enrich/embedding_answer.hpp"
#include "fetch/address.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <chrono>

namespace knowwho {
namespace {

constexpr std::size_t largest_vectors = std::size_t{64} << 20; ///< bytes of an answer; 64 vectors of 8,192 written numbers fit
constexpr std::chrono::milliseconds longest_batch{120'000};    // a small machine takes its time over 64 texts

std::string embeddings_at(std::string address)
{
    while (address.ends_with('/')) {
        address.pop_back();
    }
    return address.ends_with("/embeddings") ? address : address + "/embeddings";
}

Request request_for(EmbeddingAccess const& access, std::span<std::string const> texts)
{
    auto request = Request{};
    request.address = embeddings_at(access.model.address);
    request.headers = {{"Accept", "application/json"}};
    if (!access.key.empty()) {
        request.secret_headers = {{"Authorization", "Bearer " + access.key}};
    }
    request.own_server = true;
    request.size_limit = largest_vectors;
    request.body = embedding_request(access.model.name, texts);
    return request;
}

TransferOptions patient(EmbeddingAccess const& access)
{
    auto options = access.transfers;
    options.connection.total_timeout = longest_batch;
    options.connection.stall_timeout = std::chrono::duration_cast<std::chrono::seconds>(longest_batch);
    if (is_on_this_machine(access.model)) {
        options.connection.proxy.clear();
        options.connection.http_proxy.clear();
    }
    return options;
}

std::string problem_of(Response const& response)
{
    if (response.outcome != Outcome::answered) {
        return response.problem.empty() ? "it could not be asked" : response.problem;
    }
    if (response.status == 401 || response.status == 403) {
        return fmt::format("it wants another key (status {})", response.status);
    }
    return response.status == 200 ? std::string{} : fmt::format("it answered with status {}", response.status);
}

EmbeddingAnswer ask_once(EmbeddingAccess const& access, std::span<std::string const> texts, std::size_t size, Transfers& transfers, Watch const& watch)
{
    auto answer = EmbeddingAnswer{};
    transfers.add(request_for(access, texts), [&](Response response) {
        answer.problem = problem_of(response);
        if (answer.problem.empty()) {
            answer = read_embedding_answer(response.body, texts.size(), size);
        }
    });
    transfers.run(watch.stop);
    watch.check();
    return answer;
}

} // namespace

std::string host_of(EmbeddingModel const& model)
{
    auto const address = parse_address(model.address);
    auto const origin = address ? address->origin() : model.address;
    auto const begin = origin.find("//");
    return begin == std::string::npos ? origin : origin.substr(begin + 2);
}

bool is_on_this_machine(EmbeddingModel const& model)
{
    auto const address = parse_address(model.address);
    auto const host = address ? address->host : std::string{};
    bool const four = host.starts_with("127.") && host.find_first_not_of("0123456789.") == std::string::npos;
    return four || host == "::1" || host == "localhost";
}

EmbeddingFailure ask_for_vectors(EmbeddingAccess const& access, std::span<std::string const> texts, Clock& clock, Watch const& watch,
    TakeVectors const& take)
{
    auto const address = parse_address(access.model.address);
    bool const plain = address && address->scheme == "http" && is_on_this_machine(access.model);
    if (!address || (address->scheme != "https" && !plain)) {
        return {"over http only this machine is asked", false};
    }
    auto transfers = Transfers{patient(access), clock}; // one connection for all batches
    auto size = access.size;
    for (std::size_t first = 0; first < texts.size(); first += texts_per_request) {
        watch.report("embeddings", static_cast<std::int64_t>(first), static_cast<std::int64_t>(texts.size()));
        auto answer = ask_once(access, texts.subspan(first, std::min(texts_per_request, texts.size() - first)), size, transfers, watch);
        if (!answer.problem.empty()) {
            return {std::move(answer.problem), answer.has_other_size};
        }
        size = answer.vectors.front().size();
        take(first, std::move(answer.vectors));
    }
    return {};
}

} // namespace knowwho
