// SPDX-License-Identifier: MIT
// Asks a model of the user's choice for vectors of texts, batch by batch.
#pragma once

#include "fetch/transfers.hpp"
#include "model/goals.hpp"
#include "model/watch.hpp"

#include <cstddef>
#include <functional>
#include <span>
#include <string>
#include <vector>

namespace knowwho {

inline constexpr std::size_t texts_per_request = 64;

/// How a model is asked.
struct EmbeddingAccess {
    EmbeddingModel model;
    std::string key;           ///< sent as a bearer token; empty: none. In no message and no file
    TransferOptions transfers;
    std::size_t size = 0;      ///< numbers of the vectors known before; 0: none are
};

/// "api.example" of "https://api.example/v1", with the port where one is written.
std::string host_of(EmbeddingModel const& model);

/// Whether the model runs on this machine: no text leaves it then.
bool is_on_this_machine(EmbeddingModel const& model);

/// Called after each batch with its first text and its vectors, so that what was answered is kept whatever comes.
using TakeVectors = std::function<void(std::size_t first, std::vector<std::vector<float>> vectors)>;

/// Why asking ended before all texts were asked about.
struct EmbeddingFailure {
    std::string problem;         ///< a clause, "it answered with status 404"; empty: it did not
    bool has_other_size = false; ///< the vectors don't fit those known before: another model has the name now
};

/// Asks for all texts, 64 at a time, and stops at the first answer that is none. Over http only this machine is
/// asked, and without a proxy. Throws Interrupted when asked to stop.
EmbeddingFailure ask_for_vectors(EmbeddingAccess const& access, std::span<std::string const> texts, Clock& clock, Watch const& watch,
    TakeVectors const& take);

} // namespace knowwho
