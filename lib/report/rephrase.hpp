// SPDX-License-Identifier: MIT
// Lets a chat model word the openers anew, and believes none of it: what says more than the facts is dropped.
#pragma once

#include "report/compose.hpp"

#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace knowwho {

/// Sends the JSON body of a request to an OpenAI-compatible chat endpoint; the body of the answer, or nothing.
using ChatTransport = std::function<std::optional<std::string>(std::string const& request)>;

struct RephraseResult {
    std::size_t asked = 0;
    std::size_t taken = 0;
    std::vector<GroundingFault> refused; ///< answers that were dropped, and why; their openers stay as they were
};

/// Asks once for every opener that stands on a fact. The endpoint gets that one sentence without the name and
/// nothing else: not whom it is said to, no source, no other fact. An answer is taken only if it keeps what
/// stands in quotation marks, is made of the words of the fact and of the patterns of its kind, denies
/// nothing that was said, and passes the lint.
RephraseResult rephrase(Briefing& sheet, BriefingInput const& input, std::string const& model, ChatTransport const& transport);

} // namespace knowwho
