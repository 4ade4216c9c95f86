// SPDX-License-Identifier: MIT
// A connection of the replay server whose client chose HTTP/2.
#pragma once

#include "support/replay_server.hpp"
#include "support/replay_stream.hpp"

#include <functional>
#include <optional>

namespace knowwho::test {

/// What to say to a request; nothing for 404.
using Chooser = std::function<std::optional<ServedAnswer>(ReceivedRequest const&)>;

/// Answers until the client leaves. `open` is told how many requests are in hand. Knows no faults and no delays.
void talk_http2(ReplayStream& stream, Chooser const& choose, std::function<void(int)> const& open);

} // namespace knowwho::test
