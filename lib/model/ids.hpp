// SPDX-License-Identifier: MIT
// Identifiers that cannot be mixed up: the row number of a thing in the notebook, typed.
#pragma once

#include <compare>
#include <cstddef>
#include <cstdint>
#include <functional>

namespace knowwho {

/// The key of one thing in the notebook. 0 means "not stored yet"; keys start at 1.
template <typename Thing>
struct Id {
    std::int64_t value = 0;

    explicit operator bool() const noexcept { return value != 0; }
    friend auto operator<=>(Id const&, Id const&) = default;
};

using EventId = Id<struct EventThing>;
using ListId = Id<struct ListThing>;
using PersonId = Id<struct PersonThing>;
using AttendanceId = Id<struct AttendanceThing>;
using PageId = Id<struct PageThing>;
using SnippetId = Id<struct SnippetThing>;

} // namespace knowwho

template <typename Thing>
struct std::hash<knowwho::Id<Thing>> {
    std::size_t operator()(knowwho::Id<Thing> id) const noexcept { return std::hash<std::int64_t>{}(id.value); }
};
