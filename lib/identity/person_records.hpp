// SPDX-License-Identifier: MIT
// Rows of lists and people of the notebook as records to be compared.
#pragma once

#include "identity/duplicates.hpp"
#include "model/name.hpp"

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

} // namespace knowwho
