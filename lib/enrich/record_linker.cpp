// SPDX-License-Identifier: MIT
#include "enrich/record_linker.hpp"

#include "fetch/address.hpp"
#include "identity/mailbox.hpp"
#include "identity/profile_link.hpp"
#include "text/host_name.hpp"

#include <algorithm>
#include <cmath>
#include <fmt/format.h>

namespace knowwho {
namespace {

/// So many people of a roster tell how common names and words are.
constexpr std::size_t most_people = 2'000;

/// Below this a record is a namesake's, as in decide_links().
constexpr double namesake_below = 0.05;

/// A record this sure may be quoted where the page's own signals allow it, too: of 3,283 cases with namesakes
/// two of 619 so quoted were wrong, by trees that never saw their names (without the record 287 of 1,031).
constexpr double sure_record = 0.95;

LinkSubject subject_of(RosterRow const& row)
{
    auto subject = LinkSubject{};
    subject.name = row.name.given.empty() && row.name.family.empty() ? row.name.written : fmt::format("{} {} {}", row.name.given, row.name.middle, row.name.family);
    subject.affiliation = row.organisation;
    subject.email_domain = house_domain(row.email);
    subject.place = row.place;
    subject.role = row.role;
    for (auto const& talk : row.talks) {
        subject.topics.push_back(talk.title);
    }
    return subject;
}

std::string host_without_www(std::string const& website)
{
    auto const address = parse_address(website);
    return std::string{without_www(address ? address->host : website)};
}

LinkProfile profile_of(SourceRecord const& record)
{
    auto profile = LinkProfile{};
    for (auto const& name : record.names) {
        profile.names.emplace_back(name, 1);
    }
    for (auto const& [kind, value] : record.signals) {
        if (kind == "organisation" || kind == "member") {
            profile.affiliations.emplace_back(value, 1);
        } else if (kind == "field") {
            profile.topics.push_back(value);
        } else if (kind == "place") {
            profile.places.push_back(value);
        } else if (kind == "role") {
            profile.roles.push_back(value);
        } else if (kind == "website") {
            profile.email_domains.push_back(host_without_www(value));
        }
    }
    return profile;
}

} // namespace

RecordLinker::RecordLinker(std::span<Attendance const> roster)
{
    for (auto const& attendance : roster.first(std::min(roster.size(), most_people))) {
        m_corpus.add(subject_of(attendance.row));
    }
}

std::vector<double> RecordLinker::chances(Attendance const& attendance, std::span<SourceRecord const> records) const
{
    // A corpus of its own for each inquiry: what was asked before must not change what is decided now.
    auto corpus = m_corpus;
    auto const subject = subject_of(attendance.row);
    auto profiles = std::vector<LinkProfile>{};
    for (auto const& record : records) {
        profiles.push_back(profile_of(record));
        corpus.add(profiles.back());
    }
    return link_profiles(subject, profiles, corpus);
}

void heed_record(LinkDecision& decision, double chance, std::size_t records)
{
    auto const bounded = std::clamp(chance, 1e-6, 1 - 1e-6);
    auto const odds = std::log(bounded / (1 - bounded));
    decision.signals.push_back({"record", fmt::format("{} of this name", records), odds});
    if (chance >= std::min(decision.probability, sure_record)) {
        return;
    }
    decision.probability = chance;
    if (decision.state == LinkState::quotable) {
        decision.state = LinkState::question;
    }
    if (decision.state == LinkState::question && chance < namesake_below) {
        decision.state = LinkState::rejected;
    }
}

} // namespace knowwho
