// SPDX-License-Identifier: MIT
#include "store/follow_up_values.hpp"

#include <algorithm>
#include <array>
#include <cstddef>

namespace knowwho {
namespace {

/// The words stand at the places of the enumerators.
template <std::size_t count>
using Words = std::array<std::string_view, count>;

constexpr auto encounter_kinds = Words<7>{"met", "meeting", "call", "mail", "message", "post", "note"};
constexpr auto promise_states = Words<3>{"open", "kept", "dropped"};
constexpr auto follow_up_kinds
    = Words<6>{"thank_introducer", "promise", "thanks", "next_step", "their_promise", "tell_introducer"};
constexpr auto follow_up_states = Words<3>{"open", "done", "dropped"};

/// The first value stands for words of a program that knew more.
template <typename Value, std::size_t count>
Value value_of(Words<count> const& words, std::string_view word)
{
    auto const found = std::ranges::find(words, word);
    return found == words.end() ? Value{} : static_cast<Value>(found - words.begin());
}

} // namespace

std::string_view stored(EncounterKind kind)
{
    return encounter_kinds[static_cast<std::size_t>(kind)];
}

EncounterKind stored_encounter_kind(std::string_view text)
{
    return value_of<EncounterKind>(encounter_kinds, text);
}

std::string_view stored(PromiseState state)
{
    return promise_states[static_cast<std::size_t>(state)];
}

PromiseState stored_promise_state(std::string_view text)
{
    return value_of<PromiseState>(promise_states, text);
}

std::string_view stored(FollowUpKind kind)
{
    return follow_up_kinds[static_cast<std::size_t>(kind)];
}

FollowUpKind stored_follow_up_kind(std::string_view text)
{
    return value_of<FollowUpKind>(follow_up_kinds, text);
}

std::string_view stored(FollowUpState state)
{
    return follow_up_states[static_cast<std::size_t>(state)];
}

FollowUpState stored_follow_up_state(std::string_view text)
{
    return value_of<FollowUpState>(follow_up_states, text);
}

} // namespace knowwho
