// SPDX-License-Identifier: MIT
// Which of a source's records is somebody of the roster's, if any: all records of the name compete.
#pragma once

#include "identity/link.hpp"
#include "identity/link_corpus.hpp"
#include "model/person.hpp"

#include <cstddef>
#include <span>
#include <string>
#include <utility>
#include <vector>

namespace knowwho {

/// What a source says of somebody, all answers about them together.
struct SourceRecord {
    std::vector<std::string> names;
    std::vector<std::pair<std::string, std::string>> signals; ///< "organisation", "Beispiel GmbH"
};

class RecordLinker {
public:
    /// Learns from the roster how common names and words are; keeps nothing of it by reference.
    explicit RecordLinker(std::span<Attendance const> roster);

    /// Probability of each record that it is the attendee's; with "none of them" they sum to 1. By
    /// link_profiles(), whose table knows how often records of one name are another's.
    std::vector<double> chances(Attendance const& attendance, std::span<SourceRecord const> records) const;

private:
    LinkCorpus m_corpus;
};

/// A piece that a record led to is no surer than the record: the decision's probability and state are
/// lowered to what `chance` allows, and the signal "record" tells why.
void heed_record(LinkDecision& decision, double chance, std::size_t records);

} // namespace knowwho
