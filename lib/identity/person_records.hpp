// SPDX-License-Identifier: MIT
// Rows of lists and people of the notebook as records to be compared.
#pragma once

#include "identity/duplicates.hpp"
#include "identity/written_record.hpp"
#include "model/name.hpp"
#include "model/snippet.hpp"

#include <cstdint>
#include <deque>
#include <string>
#include <string_view>
#include <vector>

namespace knowwho {

/// Mean weight in bits above which two are nearly certainly one person: 0.97, and no doubt (PairWeights::is_doubtful).
/// Of pairs joined so on two sets of attendees, 0.997 and 0.998 were right (yardstick_dedupe's sets of attendees).
inline constexpr double nearly_certain = 5;

/// Collects what is compared of people: names, house, mailbox, place, and which list says so. What is added must stay
/// as it is until the columns are prepared.
class PersonRecords {
public:
    PersonRecords() = default;
    PersonRecords(PersonRecords&&) = default; // the texts made here do not move
    PersonRecords& operator=(PersonRecords&&) = delete;

    /// `list` is the number of the list that names them so, 0 for none; `person` their number if they are known.
    void add(WrittenRecord const& record, std::int64_t list, std::int64_t person);

    void reserve(std::size_t records);

    std::vector<RecordColumn> const& columns() const noexcept { return m_columns; }
    void forget_columns() { m_columns.clear(); } ///< once they are prepared: there may be many
    std::vector<std::int64_t> const& people() const noexcept { return m_people; }
    std::size_t size() const noexcept { return m_people.size(); }

private:
    std::vector<RecordColumn> m_columns = {{FieldKind::given, {}}, {FieldKind::family, {}}, {FieldKind::organisation, {}},
        {FieldKind::email, {}}, {FieldKind::place, {}}, {FieldKind::list, {}}, {FieldKind::generation, {}}};
    std::vector<std::int64_t> m_people;
    std::deque<std::string> m_made; ///< texts that nobody else has
    std::int64_t m_list = 0;        ///< the last one, and its number as text
    std::string_view m_list_number;

    std::string_view number_of(std::int64_t list);
};

/// "e-mail address": what a kind of column is called in a reason.
std::string_view to_text(FieldKind kind);

/// "family name +9.5, e-mail address +11.4, place (another) -2.9, before that -8.1".
std::string reason_in_words(PairWeights const& weights, std::size_t a, std::size_t b);

/// The probability that a weight in bits stands for.
double probability_of_bits(double bits);

/// Below this weight, the probability 0.2, nobody is asked whether two are one.
inline constexpr double least_bits_to_ask = -2;

/// "Katharina / Kathi": what both say in a column of a kind, once if it is the same.
std::string detail_of(FieldKind kind, WrittenRecord const& a, WrittenRecord const& b);

/// How likely two records are one person, 0.94 at most where a doubt is left.
double asked_probability(PairWeights const& weights, std::size_t a, std::size_t b);

/// The same once the names are looked at, which takes long: 0.5 at most where they look like two people's (same_person_name()).
double shown_probability(double asked, PersonName const& a, PersonName const& b);

/// What speaks for and against it, in bits, the strongest first and the prior last.
std::vector<LinkSignal> asked_signals(PairWeights const& weights, std::size_t a, std::size_t b, WrittenRecord const& written_a, WrittenRecord const& written_b);

} // namespace knowwho
