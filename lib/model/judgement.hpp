// SPDX-License-Identifier: MIT
// What the user decides by looking: their word comes before any score.
#pragma once

#include "model/ids.hpp"

#include <cstdint>
#include <string>
#include <vector>

namespace knowwho {

enum class Mark {
    none,
    pinned, ///< to be met in any case
    vetoed, ///< never a target
};

/// About one person at one event.
struct Judgement {
    Mark mark = Mark::none;
    std::string read_title; ///< a text of theirs that the user has read; empty: any
    std::string because;    ///< why it stayed with the user, as it goes on after "because"; empty: nothing said
    std::vector<std::string> openers; ///< what the user wants to begin with, in words of their own; the first first

    friend bool operator==(Judgement const&, Judgement const&) = default;
};

/// About one person, wherever they are met.
struct Remark {
    std::string note;
    std::vector<std::string> tags;
    std::vector<std::string> do_not_mention;
    std::int64_t revision = 0; ///< counts what was decided about the person, marks included

    friend bool operator==(Remark const&, Remark const&) = default;
};

} // namespace knowwho
