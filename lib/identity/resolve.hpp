// SPDX-License-Identifier: MIT
// Which rows of a list are one person, and which of them the notebook knows already.
#pragma once

#include "identity/written_record.hpp"
#include "model/ids.hpp"
#include "model/roster.hpp"
#include "model/snippet.hpp"
#include "store/people.hpp"

#include <cstddef>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <utility>
#include <vector>

namespace knowwho {

/// What was decided about one row. With neither `known` nor `same_as_row` it is somebody new.
struct Resolution {
    std::optional<PersonId> known;          ///< the person of the notebook that the row is about
    std::optional<std::size_t> same_as_row; ///< the first row of the same list about the same person; never itself, and that row has none
    double probability = 1;                 ///< that the decision is right
    std::string reason;                     ///< "family name +9.5, e-mail address +11.4, before that -8.1": in bits; empty for somebody new
};

/// What the notebook says beside the rows.
struct KnownWorld {
    std::span<KnownPerson const> people;                          ///< all that known_people() gives
    std::span<std::pair<PersonId, PersonId> const> different = {}; ///< whom the user told apart
    std::span<ListId const> earlier = {};                          ///< earlier versions of the list at hand; sorted
};

/// Two records that are likely one person, and were not joined: the people of the world come first, then the rows.
struct OpenQuestion {
    std::size_t a = 0;
    std::size_t b = 0; ///< always a row; a < b
    double bits = 0;
    double probability = 0;
    std::vector<LinkSignal> signals;
};

/// The rows weighed once against each other and those known; decided as often as more becomes known of the list.
/// The texts of the rows and the world must outlive it.
class WeighedPeople {
public:
    /// `world.earlier` is not looked at.
    WeighedPeople(std::vector<WrittenRecord> rows, KnownWorld const& world);
    ~WeighedPeople();
    WeighedPeople(WeighedPeople const&) = delete;
    WeighedPeople& operator=(WeighedPeople const&) = delete;

    /// One resolution per row, in their order; `earlier`: earlier versions of the list at hand, sorted.
    std::vector<Resolution> resolve(std::span<ListId const> earlier);

    /// What is to be asked after what was decided last: the likeliest 5,000 pairs, likeliest first.
    std::vector<OpenQuestion> questions() const;

private:
    class Weighed;
    std::unique_ptr<Weighed> m_weighed;
};

/// Decides for every row, in their order; the result has one element per row. The weights are those of
/// find_duplicates(), learnt from rows and known people together. Only what is nearly certain is joined;
/// what is merely likely stays apart. No two known people become one, nor do rows by the names of people whom the
/// user told apart; a row that fits both of these is somebody new, and a question.
std::vector<Resolution> resolve_people(std::span<RosterRow const> rows, KnownWorld const& world);

} // namespace knowwho
