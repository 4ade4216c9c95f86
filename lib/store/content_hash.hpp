// SPDX-License-Identifier: MIT
// Knows bytes again: lists and pages that were read before.
#pragma once

#include <string>
#include <string_view>

namespace knowwho {

/// 128-bit FNV-1a of the bytes, as 32 hexadecimal digits (Fowler, Noll, Vo; RFC 9923). To know
/// content again, not to withstand somebody who wants a collision.
std::string content_hash(std::string_view bytes);

} // namespace knowwho
