// SPDX-License-Identifier: MIT
// Keeping in touch: when whom, how well one knows them, who gives and who takes, and what the hours allow.
#pragma once

#include "model/encounter.hpp"
#include "model/language.hpp"
#include "store/contacts.hpp"

#include <array>
#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace knowwho {

class Notebook;

/// Every two months, unless said otherwise.
inline constexpr int usual_rhythm_days = 61;

/// One contact takes so long: remembering, writing or calling, noting.
inline constexpr double minutes_per_contact = 20;

inline constexpr double days_per_month = 30.44;

/// What is not known yet of what one should know: the next talk's questions.
struct Depth {
    bool does = false;
    bool why = false;
    bool wants = false;

    int known() const noexcept { return int{does} + int{why} + int{wants}; } ///< 0 to 3
};

/// Steps taken and promises kept by either side.
struct Balance {
    int given = 0;
    int taken = 0;
};

struct ContactState {
    Contact contact;
    Acquaintance person;
    std::optional<Instant> last; ///< the last real contact; a note is none
    int rhythm_days = usual_rhythm_days;
    Instant next{};              ///< last (or when they were added) plus the rhythm
    int overdue_days = 0;        ///< negative: days left
    Depth depth;
    Balance balance;
    std::array<int, 12> months{}; ///< contacts in each of the last twelve spans of 30.44 days, oldest first
    int longest_silence_days = 0; ///< between two contacts, or since the last
    int most_in_a_month = 0;      ///< contacts within any 30 days
};

/// From one contact's history; encounters oldest first. Nothing after `now` counts.
ContactState contact_state(Contact const& contact, std::span<Encounter const> encounters, std::span<Promise const> promises, Instant now);

/// Everybody's, the most overdue first, then by id; the sleeping ones last.
std::vector<ContactState> contact_states(Notebook const& notebook, Instant now);

/// Many contacts in a short time, then a silence of over twice the rhythm.
bool is_burst_and_silence(ContactState const& state) noexcept;

/// What the hours of a month hold.
struct Budget {
    double contacts_a_month = 0;   ///< that the hours hold
    double wanted_a_month = 0;     ///< that the rhythms of those awake ask for
    std::size_t due_this_month = 0;
    std::size_t fitting = 0;       ///< of these, from the top
    int rhythm_that_fits = 0;      ///< days, if all had the same; 0 if there is no time at all
};

/// `states` in the order of contact_states(); hours from 0.
Budget budget_for(std::span<ContactState const> states, double hours_a_month);

/// Questions for the next talk, one per gap, from data/follow_up/questions.tsv.
std::vector<std::string> questions_for(Depth const& depth, Language language, Address address);

} // namespace knowwho
