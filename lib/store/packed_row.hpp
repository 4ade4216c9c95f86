// SPDX-License-Identifier: MIT
// A row of a list as it waits for its person: small, as there may be many.
#pragma once

#include "model/roster.hpp"

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace knowwho {

class Notebook;

/// A RosterRow with its texts one behind the other, as the notebook stores them.
class PackedRow {
public:
    /// `others`, `talks` and `raw` are JSON.
    enum Text : std::size_t { written, title, given, middle, family, suffix, nickname, maiden, organisation, unit, role, email, website, place, country, about, others, talks, raw };

    PackedRow() = default;

    /// Headers of the row that the notebook does not have yet are written: inside a transaction.
    PackedRow(Notebook& notebook, RosterRow const& row);

    /// Lives as long as the row stays as it is.
    std::string_view text(Text which) const { return std::string_view{m_texts}.substr(m_starts[which], m_starts[which + 1] - m_starts[which]); }
    int line() const noexcept { return m_line; }
    Salutation salutation() const noexcept { return m_salutation; }
    AttendanceStatus status() const noexcept { return m_status; }
    double confidence() const noexcept { return m_confidence; }

    /// What was packed.
    RosterRow unpacked(Notebook const& notebook) const;

private:
    std::string m_texts;
    std::array<std::uint32_t, raw + 2> m_starts{}; ///< the last is the end
    int m_line = 0;
    Salutation m_salutation = Salutation::unknown;
    AttendanceStatus m_status = AttendanceStatus::coming;
    double m_confidence = 0;
};

} // namespace knowwho
