// SPDX-License-Identifier: MIT
// Table `embedding`: vectors that a model gave of texts, known again by the texts' digests.
#pragma once

#include "model/goals.hpp"
#include "model/ids.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace knowwho {

class Notebook;

/// The vector that the model gave of the text before; empty if it was not asked.
std::vector<float> find_embedding(Notebook const& notebook, EmbeddingModel const& model, std::string_view text);

/// Keeps a vector. It goes with the person whose text it is; without one it is of a text of the user's own.
void save_embedding(Notebook& notebook, EmbeddingModel const& model, std::string_view text, std::optional<PersonId> person,
    std::vector<float> const& vector);

/// All vectors of the model: they no longer fit together with what it answers.
void drop_embeddings(Notebook& notebook, EmbeddingModel const& model);

/// All vectors of all models: texts that they were made of have been changed for good.
void drop_embeddings(Notebook& notebook);

std::int64_t count_embeddings(Notebook const& notebook, EmbeddingModel const& model);

/// Texts about somebody that a model was asked about and whose vectors are kept: recipients in the sense of Art. 15 GDPR.
struct AskedModel {
    std::string address;
    std::string name;
    std::int64_t texts = 0;
};
std::vector<AskedModel> models_asked_about(Notebook const& notebook, PersonId person);

} // namespace knowwho
