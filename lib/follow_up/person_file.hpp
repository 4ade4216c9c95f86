// SPDX-License-Identifier: MIT
// Everything the notebook holds about one person, with where it came from: what an access request asks for.
#pragma once

#include "model/encounter.hpp"
#include "model/judgement.hpp"
#include "model/person.hpp"
#include "store/contacts.hpp"
#include "store/embeddings.hpp"
#include "store/introductions.hpp"
#include "store/merges.hpp"

#include <optional>
#include <string>
#include <vector>

namespace knowwho {

class Notebook;

struct PersonFile {
    Acquaintance person;
    std::vector<Attendance> attendances;
    std::vector<std::string> events;   ///< names, one per attendance
    std::optional<Contact> contact;
    std::vector<Encounter> encounters;
    std::vector<Promise> promises;
    std::vector<FollowUp> follow_ups;
    std::vector<StoredIntroduction> introductions;
    std::vector<StoredMerge> merges;   ///< who turned out to be the same
    std::vector<Evidence> evidence;    ///< whatever its state
    Remark remark;                     ///< the user's own words
    std::vector<Judgement> judgements; ///< one per attendance
    std::vector<AskedModel> asked;     ///< to whom texts about the person went
    std::optional<Instant> purge_due;  ///< empty: kept
};

/// Empty if there is nobody of that id.
std::optional<PersonFile> person_file(Notebook const& notebook, PersonId person);

} // namespace knowwho
