// SPDX-License-Identifier: MIT
#include "identity/resolve.hpp"

#include "identity/name_compare.hpp"
#include "identity/name_lexicon.hpp"
#include "identity/organisation.hpp"
#include "text/ascii.hpp"
#include "text/folding.hpp"

#include <algorithm>
#include <string_view>

namespace knowwho {
namespace {

/// What is compared of a row or of a known person.
struct Subject {
    std::string name;         ///< folded full name; empty: nobody to compare
    std::string organisation; ///< organisation_key()
    std::string email;        ///< lower case; a shared mailbox counts as none
    std::string place;
    PersonName const* written = nullptr;
};

bool is_shared_mailbox(std::string_view local)
{
    static constexpr std::string_view shared[] = {"info", "kontakt", "contact", "office", "mail", "post", "sekretariat", "service", "hello", "hallo",
        "team", "presse", "press", "empfang", "verwaltung", "zentrale", "anmeldung", "admin", "buero", "events", "event", "einkauf", "vertrieb", "sales", "marketing"};
    return std::ranges::find(shared, local) != std::end(shared);
}

std::string mailbox(std::string_view email)
{
    auto key = std::string{};
    for (auto const c : email) {
        if (c != ' ') {
            key += ascii_lower(c);
        }
    }
    auto const at = key.find('@');
    return at == std::string::npos || is_shared_mailbox(std::string_view{key}.substr(0, at)) ? std::string{} : key;
}

std::string full_name_key(PersonName const& name)
{
    if (name.family.empty() || name.given.empty()) {
        return {};
    }
    return fold_name(name.given) + '|' + fold_name(name.family);
}

/// Organisations repeat on a list: each spelling is taken apart once.
class OrganisationKeys {
public:
    std::string const& of(std::string const& written)
    {
        auto const [place, is_new] = m_keys.try_emplace(written);
        if (is_new) {
            place->second = organisation_key(written);
        }
        return place->second;
    }

private:
    StringMap<std::string> m_keys;
};

/// Why both are one person; empty when that is not nearly certain.
std::string_view reason_to_join(Subject const& a, Subject const& b, bool same_list)
{
    if (!a.email.empty() && !b.email.empty()) {
        if (a.email == b.email) {
            return "same name and e-mail address";
        }
        // Two mailboxes of one house are two people; another house's may be a change of job.
        return {};
    }
    if (!a.organisation.empty() && !b.organisation.empty()) {
        return a.organisation == b.organisation ? "same name and organisation" : std::string_view{};
    }
    auto const nothing_more = a.organisation.empty() && b.organisation.empty() && a.email.empty() && b.email.empty();
    if (same_list && nothing_more && !a.place.empty() && a.place == b.place) {
        return "same name and place";
    }
    return {};
}

/// One mailbox of one's own, and two spellings of a name: "Katharina" and "Kathi", "Steinberg" and "Steinnberg".
/// Relatives who share an address have other given names.
bool is_same_owner(Subject const& a, Subject const& b)
{
    constexpr double same_spelt_otherwise = 0.9;
    if (a.written == nullptr || b.written == nullptr || a.written->given.empty() || b.written->given.empty()) {
        return false;
    }
    auto const compared = compare_names(comparable(*a.written), comparable(*b.written));
    return compared.given >= GivenAgreement::initial && compared.family >= same_spelt_otherwise && compared.middle >= 0 && !compared.suffix_conflict;
}

/// The subjects of one name or mailbox, in the order in which they came.
using Bearers = StringMap<std::vector<std::size_t>>;

constexpr std::size_t most_bearers_compared = 64;

class Resolver {
public:
    Resolver(std::span<RosterRow const> rows, std::span<KnownPerson const> known) : m_rows(rows), m_known(known) {}

    std::vector<Resolution> resolve()
    {
        for (auto const& person : m_known) {
            add(m_known_subjects, m_known_bearers, {full_name_key(person.name), m_keys.of(person.organisation), mailbox(person.email), fold(person.place), &person.name});
        }
        auto result = std::vector<Resolution>(m_rows.size());
        for (auto i = std::size_t{0}; i < m_rows.size(); ++i) {
            auto const& row = m_rows[i];
            auto subject = Subject{full_name_key(row.name), m_keys.of(row.organisation), mailbox(row.email), fold(row.place), &row.name};
            result[i] = decide(subject);
            if (!result[i].same_as_row) {
                m_row_of.push_back(i);
                add(m_subjects, m_bearers, std::move(subject));
            }
        }
        return result;
    }

private:
    static void add(std::vector<Subject>& subjects, Bearers& bearers, Subject subject)
    {
        if (!subject.name.empty()) {
            bearers[subject.name].push_back(subjects.size());
        }
        if (!subject.email.empty()) {
            bearers[subject.email].push_back(subjects.size());
        }
        subjects.push_back(std::move(subject));
    }

    Resolution decide(Subject const& subject) const
    {
        auto resolution = Resolution{};
        if (auto const match = find(subject, m_subjects, m_bearers, true)) {
            resolution.same_as_row = m_row_of[match->first];
            resolution.reason = match->second;
        } else if (auto const before = find(subject, m_known_subjects, m_known_bearers, false)) {
            resolution.known = m_known[before->first].id;
            resolution.reason = before->second;
        }
        return resolution;
    }

    using Found = std::optional<std::pair<std::size_t, std::string>>;

    static Found find(Subject const& subject, std::vector<Subject> const& among, Bearers const& bearers, bool same_list)
    {
        auto const by_name = [&](Subject const& other) { return reason_to_join(subject, other, same_list); };
        if (auto const found = find_by(subject.name, among, bearers, by_name)) {
            return found;
        }
        return find_by(subject.email, among, bearers, [&](Subject const& other) {
            return other.name != subject.name && is_same_owner(subject, other) ? std::string_view{"same e-mail address, name spelt otherwise"} : std::string_view{};
        });
    }

    template <typename Judge>
    static Found find_by(std::string const& key, std::vector<Subject> const& among, Bearers const& bearers, Judge judge)
    {
        auto const found = key.empty() ? bearers.end() : bearers.find(key);
        if (found == bearers.end()) {
            return std::nullopt;
        }
        auto const& candidates = found->second;
        for (auto i = std::size_t{0}; i < std::min(candidates.size(), most_bearers_compared); ++i) {
            auto const reason = judge(among[candidates[i]]);
            if (!reason.empty()) {
                return std::pair{candidates[i], std::string{reason}};
            }
        }
        return std::nullopt;
    }

    std::span<RosterRow const> m_rows;
    std::span<KnownPerson const> m_known;
    OrganisationKeys m_keys;
    std::vector<Subject> m_subjects;
    std::vector<std::size_t> m_row_of;
    Bearers m_bearers;
    std::vector<Subject> m_known_subjects;
    Bearers m_known_bearers;
};

} // namespace

std::vector<Resolution> resolve_people(std::span<RosterRow const> rows, std::span<KnownPerson const> known)
{
    return Resolver{rows, known}.resolve();
}

} // namespace knowwho
