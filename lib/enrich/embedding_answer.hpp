// SPDX-License-Identifier: MIT
// Reads what an OpenAI-compatible endpoint answers to POST /embeddings, and believes none of it.
#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace knowwho {

/// {"model": …, "input": […]}
std::string embedding_request(std::string_view model, std::span<std::string const> texts);

struct EmbeddingAnswer {
    std::vector<std::vector<float>> vectors; ///< one per text, in the order of the texts; none when there is a problem
    std::string problem;                     ///< "it answered …", a clause without a full stop; empty if all is well
    bool has_other_size = false;             ///< that is because the vectors are of another size than `size`
};

/// Reads `data[].embedding` by `data[].index`, or in their order where there is none. A problem: no JSON, another
/// shape, fewer or more vectors than `texts`, two for one text, numbers that are none or not finite, all of them
/// zero, vectors of different sizes, or of another size than `size` (0: any).
EmbeddingAnswer read_embedding_answer(std::string_view body, std::size_t texts, std::size_t size);

} // namespace knowwho
