// SPDX-License-Identifier: MIT
#include "store/embeddings.hpp"

#include "store/query.hpp"
#include "text/sha256.hpp"

#include <bit>
#include <cstddef>

namespace knowwho {
namespace {

constexpr std::size_t number_bytes = 4;

std::string packed_floats(std::vector<float> const& numbers)
{
    auto bytes = std::string{};
    bytes.reserve(numbers.size() * number_bytes);
    for (auto const number : numbers) {
        auto const raw = std::bit_cast<std::uint32_t>(number);
        for (unsigned shift = 0; shift < 32; shift += 8) {
            bytes += static_cast<char>(raw >> shift & 0xffU);
        }
    }
    return bytes;
}

std::vector<float> unpacked_floats(std::string_view bytes)
{
    auto numbers = std::vector<float>{};
    numbers.reserve(bytes.size() / number_bytes);
    for (; bytes.size() >= number_bytes; bytes.remove_prefix(number_bytes)) {
        auto raw = std::uint32_t{0};
        for (std::size_t byte = 0; byte < number_bytes; ++byte) {
            raw |= std::uint32_t{static_cast<unsigned char>(bytes[byte])} << (8 * byte);
        }
        numbers.push_back(std::bit_cast<float>(raw));
    }
    return numbers;
}

} // namespace

std::vector<float> find_embedding(Notebook const& notebook, EmbeddingModel const& model, std::string_view text)
{
    auto query = Query{notebook, "SELECT vector FROM embedding WHERE endpoint = ? AND model = ? AND text_hash = ?"};
    query.bind(model.address, model.name, sha256(text));
    return query.next() ? unpacked_floats(query.text(0)) : std::vector<float>{};
}

void save_embedding(Notebook& notebook, EmbeddingModel const& model, std::string_view text, std::optional<PersonId> person,
    std::vector<float> const& vector)
{
    Query{notebook, "INSERT INTO embedding (endpoint, model, text_hash, person, vector) VALUES (?, ?, ?, nullif(?, 0), CAST(? AS BLOB))"
                    " ON CONFLICT (endpoint, model, text_hash) DO UPDATE SET person = excluded.person, vector = excluded.vector"}
        .bind(model.address, model.name, sha256(text), person ? person->value : 0, packed_floats(vector))
        .run();
}

void drop_embeddings(Notebook& notebook, EmbeddingModel const& model)
{
    Query{notebook, "DELETE FROM embedding WHERE endpoint = ? AND model = ?"}.bind(model.address, model.name).run();
}

void drop_embeddings(Notebook& notebook)
{
    Query{notebook, "DELETE FROM embedding"}.run();
}

std::int64_t count_embeddings(Notebook const& notebook, EmbeddingModel const& model)
{
    auto query = Query{notebook, "SELECT count(*) FROM embedding WHERE endpoint = ? AND model = ?"};
    query.bind(model.address, model.name);
    return query.next() ? query.integer(0) : 0;
}

std::vector<AskedModel> models_asked_about(Notebook const& notebook, PersonId person)
{
    auto query = Query{notebook, "SELECT endpoint, model, count(*) AS texts FROM embedding WHERE person = ? GROUP BY endpoint, model ORDER BY endpoint, model"};
    query.bind(person.value);
    auto models = std::vector<AskedModel>{};
    while (query.next()) {
        models.push_back({query.text("endpoint"), query.text("model"), query.integer("texts")});
    }
    return models;
}

} // namespace knowwho
