// SPDX-License-Identifier: MIT
// Rows that say the same of somebody, word for word.
#pragma once

#include "identity/duplicate_records.hpp"
#include "identity/resolve.hpp"
#include "identity/written_record.hpp"

#include <span>
#include <string>
#include <vector>

namespace knowwho {

/// Given and family name, folded.
std::string full_name_key(WrittenRecord const& record);

/// Of the same row twice, name, house, role, place and mailbox, the second is about the same person.
/// `records` are those of the people known, then those of the rows; `resolutions`, one per row, are changed.
void join_same_rows(std::span<WrittenRecord const> rows, PreparedRecords const& records, std::vector<Resolution>& resolutions);

} // namespace knowwho
