// SPDX-License-Identifier: MIT
#include "enrich/embedding_answer.hpp"

#include "text/json_text.hpp"
#include "text/utf8.hpp"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <cmath>
#include <optional>
#include <stdexcept>

namespace knowwho {
namespace {

using AnswerJson = nlohmann::json;

/// Why an answer is not taken; leaves the reading.
struct NoEmbedding : std::runtime_error {
    explicit NoEmbedding(std::string const& why, bool other_size = false) : std::runtime_error(why), has_other_size(other_size) {}
    bool has_other_size;
};

constexpr std::size_t longest_said = 120; ///< bytes of a server's own words

/// What the server itself says of an error: {"error": {"message": …}} or {"error": …}.
std::string said_of(AnswerJson const& answer)
{
    auto const* said = answer.is_object() && answer.contains("error") ? &answer["error"] : nullptr;
    if (said != nullptr && said->is_object() && said->contains("message")) {
        said = &(*said)["message"];
    }
    return said != nullptr && said->is_string() ? std::string{utf8_prefix(said->get_ref<std::string const&>(), longest_said)} : std::string{};
}

AnswerJson const& list_in(AnswerJson const& answer)
{
    if (answer.is_discarded()) {
        throw NoEmbedding{"it answered something that is no JSON"};
    }
    if (!answer.is_object() || !answer.contains("data") || !answer["data"].is_array()) {
        auto const said = said_of(answer);
        throw NoEmbedding{said.empty() ? "it answered without a list of vectors" : fmt::format("it answered: {}", said)};
    }
    return answer["data"];
}

std::vector<float> vector_in(AnswerJson const& one)
{
    auto const* const numbers = one.is_object() && one.contains("embedding") ? &one["embedding"] : nullptr;
    if (numbers == nullptr || !numbers->is_array() || numbers->empty()) {
        throw NoEmbedding{"it answered with a vector that is no list of numbers"};
    }
    auto vector = std::vector<float>{};
    vector.reserve(numbers->size());
    for (auto const& number : *numbers) {
        auto const value = number.is_number() ? static_cast<float>(number.get<double>()) : std::nanf("");
        if (!std::isfinite(value)) {
            throw NoEmbedding{"it answered with a vector in which something is no finite number"};
        }
        vector.push_back(value);
    }
    if (std::ranges::all_of(vector, [](float value) { return value == 0; })) {
        throw NoEmbedding{"it answered with a vector of nothing but zeros"};
    }
    return vector;
}

std::size_t place_of(AnswerJson const& one, std::size_t in_order, std::size_t texts)
{
    if (!one.is_object() || !one.contains("index")) {
        return in_order;
    }
    auto const& index = one["index"];
    if (!index.is_number_unsigned() || index.get<std::size_t>() >= texts) {
        throw NoEmbedding{"it answered with a vector for a text that it was not asked about"};
    }
    return index.get<std::size_t>();
}

std::vector<std::vector<float>> vectors_in(AnswerJson const& list, std::size_t texts, std::size_t size)
{
    if (list.size() != texts) {
        throw NoEmbedding{fmt::format("it answered with {} vectors for {} texts", list.size(), texts)};
    }
    auto vectors = std::vector<std::vector<float>>(texts);
    for (std::size_t i = 0; i < texts; ++i) {
        auto& vector = vectors[place_of(list[i], i, texts)];
        if (!vector.empty()) {
            throw NoEmbedding{"it answered with two vectors for one text"};
        }
        vector = vector_in(list[i]);
        if (size != 0 && vector.size() != size) {
            throw NoEmbedding{fmt::format("it answered with vectors of {} numbers, and before with ones of {}", vector.size(), size), true};
        }
        size = vector.size();
    }
    return vectors;
}

} // namespace

std::string embedding_request(std::string_view model, std::span<std::string const> texts)
{
    auto const request = AnswerJson{{"model", model}, {"input", std::vector<std::string>(texts.begin(), texts.end())}};
    return json_line(request);
}

EmbeddingAnswer read_embedding_answer(std::string_view body, std::size_t texts, std::size_t size)
{
    try {
        return {vectors_in(list_in(AnswerJson::parse(body, nullptr, false)), texts, size), {}, false};
    } catch (NoEmbedding const& why) {
        return {{}, why.what(), why.has_other_size};
    } catch (nlohmann::json::exception const&) { // deeper than it can be, a number beyond all numbers
        return {{}, "it answered something that is no JSON", false};
    }
}

} // namespace knowwho
