// SPDX-License-Identifier: MIT
#include "store/packed_row.hpp"

#include "store/raw_rows.hpp"
#include "store/stored_values.hpp"

namespace knowwho {

PackedRow::PackedRow(Notebook& notebook, RosterRow const& row) : m_line(row.line), m_salutation(row.name.salutation), m_status(row.status), m_confidence(row.name.confidence)
{
    auto const& name = row.name;
    auto const other_cells = stored(row.others);
    auto const all_talks = stored(row.talks);
    auto const raw_cells = stored_raw(notebook, row.raw);
    auto const all = std::array<std::string_view, raw + 1>{name.written, name.title, name.given, name.middle, name.family, name.suffix, name.nickname, name.maiden,
        row.organisation, row.unit, row.role, row.email, row.website, row.place, row.country, row.about, other_cells, all_talks, raw_cells};
    for (auto index = std::size_t{0}; index < all.size(); ++index) {
        m_starts[index + 1] = m_starts[index] + static_cast<std::uint32_t>(all[index].size());
    }
    m_texts.reserve(m_starts.back());
    for (auto const one : all) {
        m_texts += one;
    }
}

RosterRow PackedRow::unpacked(Notebook const& notebook) const
{
    auto const copy = [this](Text which) { return std::string{text(which)}; };
    auto row = RosterRow{};
    row.line = m_line;
    row.raw = read_raw(notebook, text(raw));
    row.name = {copy(written), m_salutation, copy(title), copy(given), copy(middle), copy(family), copy(suffix), copy(nickname), copy(maiden), m_confidence};
    row.organisation = copy(organisation);
    row.unit = copy(unit);
    row.role = copy(role);
    row.email = copy(email);
    row.website = copy(website);
    row.place = copy(place);
    row.country = copy(country);
    row.about = copy(about);
    row.others = stored_cells(text(others));
    row.status = m_status;
    row.talks = stored_talks(text(talks));
    return row;
}

} // namespace knowwho
