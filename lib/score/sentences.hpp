// SPDX-License-Identifier: MIT
// The scorer's sentences in German and English, without a final stop.
#pragma once

#include "model/goals.hpp"
#include "model/match.hpp"
#include "model/person.hpp"

#include <span>
#include <string>
#include <string_view>

namespace knowwho {

/// Writes in the language and form of address of one briefing.
class Sentences {
public:
    /// `event` must outlive the sentences.
    explicit Sentences(EventPlan const& event) noexcept : m_event(event), m_german(event.language != Language::english), m_du(event.address == Address::du) {}

    /// Why the words of a goal are met by a role, an organisation, another field, a place, a talk or
    /// an evidence of the candidate; `index` picks the talk or evidence.
    std::string reason(SignalKind signal, Candidate const& candidate, std::size_t index,
                       std::span<std::string const> words) const;

    std::string organisation_asked_for(std::string_view organisation) const;
    std::string place_asked_for(std::string_view place) const;
    std::string common_ground(std::string_view what) const;
    std::string offer(std::string_view offer, std::span<std::string const> words) const;
    std::string speaks(Talk const& talk) const;
    std::string familiar(Familiarity const& known) const;

    /// For whom no goal asks: "Not looked for: …" before what speaks for them.
    std::string unplanned(std::string_view what_speaks_for_them) const;
    std::string rare_role(std::string_view role) const;
    std::string alike(std::span<std::string const> words) const;

    std::string cancelled() const;
    std::string gone() const;
    std::string oneself() const;
    std::string avoided(std::string_view wanted_away, std::string_view found) const;
    std::string lacks(std::span<std::string const> must) const;

    std::string pinned() const;
    std::string vetoed() const;

    std::string quoted(std::string_view text) const;

private:
    std::string list(std::span<std::string const> words) const;

    EventPlan const& m_event;
    bool m_german;
    bool m_du;
};

} // namespace knowwho
