// SPDX-License-Identifier: MIT
// Work on many things alike, in parts, on all cores.
#pragma once

#include <cstddef>
#include <functional>

namespace knowwho {

/// Calls `work(begin, end)` once for each part of 0 … `count`, `part` (at least 1) things long, on as many
/// threads as there are cores, at most eight. Parts are begun in order; which thread takes which is open, so
/// `work` must write nothing that another part reads. `between(done)` is called on the calling thread after
/// each of its own parts and at the end. The first exception of either stops the rest and is thrown again.
void in_parts(std::size_t count, std::size_t part, std::function<void(std::size_t, std::size_t)> const& work,
              std::function<void(std::size_t)> const& between = {});

} // namespace knowwho
