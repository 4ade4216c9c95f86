// SPDX-License-Identifier: MIT
// Rows of lists and people of the notebook as records to be compared.
#pragma once

#include "identity/duplicates.hpp"
#include "model/name.hpp"
#include "model/snippet.hpp"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace knowwho {

/// Mean weight in bits above which two are nearly certainly one person: 0.97, and no doubt (PairWeights::is_doubtful).
/// Of pairs joined so on two sets of attendees, 0.997 and 0.998 were right (yardstick_dedupe's sets of attendees).
inline constexpr double nearly_certain = 5;

/// Collects what is compared of people: names, house, mailbox, place, and which list says so.
class PersonRecords {
public:
    /// `list` is the number of the list that names them so, 0 for none; `person` their number if they are known.
    void add(PersonName const& name, std::string_view organisation, std::string_view email, std::string_view place, std::int64_t list, std::int64_t person);

    void reserve(std::size_t records);

    std::vector<RecordColumn> const& columns() const noexcept { return m_columns; }
    void forget_columns() { m_columns.clear(); } ///< once they are prepared: there may be many
    std::vector<std::int64_t> const& people() const noexcept { return m_people; }
    std::size_t size() const noexcept { return m_people.size(); }

private:
    std::vector<RecordColumn> m_columns = {{FieldKind::given, {}}, {FieldKind::family, {}}, {FieldKind::organisation, {}},
        {FieldKind::email, {}}, {FieldKind::place, {}}, {FieldKind::list, {}}};
    std::vector<std::int64_t> m_people;
};

/// "e-mail address": what a kind of column is called in a reason.
std::string_view to_text(FieldKind kind);

/// "family name +9.5, e-mail address +11.4, place (another) -2.9, before that -8.1".
std::string reason_in_words(PairWeights const& weights, std::size_t a, std::size_t b);

/// The probability that a weight in bits stands for.
double probability_of_bits(double bits);

/// Below this weight, the probability 0.2, nobody is asked whether two are one.
inline constexpr double least_bits_to_ask = -2;

/// What one record says, as it was written.
struct WrittenRecord {
    PersonName const& name;
    std::string const& organisation;
    std::string const& email;
    std::string const& place;
};

/// "Katharina / Kathi": what both say in a column of a kind, once if it is the same.
std::string detail_of(FieldKind kind, WrittenRecord const& a, WrittenRecord const& b);

/// What is asked about two records: how likely they are one person, 0.94 at most where a doubt is left and 0.5
/// where the names look like two people's (same_person_name()); and what speaks for and against it, in bits, the
/// strongest first and the prior last.
double asked_probability(PairWeights const& weights, std::size_t a, std::size_t b, WrittenRecord const& written_a, WrittenRecord const& written_b);
std::vector<LinkSignal> asked_signals(PairWeights const& weights, std::size_t a, std::size_t b, WrittenRecord const& written_a, WrittenRecord const& written_b);

} // namespace knowwho
