// SPDX-License-Identifier: MIT
#include "identity/resolve.hpp"

#include "identity/key_table.hpp"
#include "identity/name_compare.hpp"
#include "identity/name_lexicon.hpp"
#include "identity/organisation.hpp"
#include "text/ascii.hpp"
#include "text/folding.hpp"

#include <algorithm>
#include <cstdint>
#include <string_view>
#include <utility>

namespace knowwho {
namespace {

/// What is compared of a row or of a known person.
struct Subject {
    std::string name;               ///< folded full name; empty: nobody to compare
    std::string_view organisation;  ///< organisation_key(), kept by OrganisationKeys
    std::string email;              ///< lower case; a shared mailbox counts as none
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
class Bearers {
public:
    void add(std::string_view key, std::size_t subject)
    {
        if (key.empty()) {
            return;
        }
        auto& chain = m_chains.add(key);
        auto const link = static_cast<std::uint32_t>(m_links.size() + 1);
        m_links.push_back({subject, 0});
        (chain.first == 0 ? chain.first : m_links[chain.last - 1].next) = link;
        chain.last = link;
    }

    /// The first of them for whom `judge` finds a reason, among so many that it takes bounded time.
    template <typename Judge>
    std::optional<std::pair<std::size_t, std::string>> find(std::string_view key, Judge judge) const
    {
        auto const* chain = m_chains.find(key.substr(0, longest_key));
        auto compared = 0;
        for (auto link = chain == nullptr ? 0 : chain->first; link != 0 && compared < most_bearers_compared; link = m_links[link - 1].next, ++compared) {
            if (auto const reason = judge(m_links[link - 1].subject); !reason.empty()) {
                return std::pair{m_links[link - 1].subject, std::string{reason}};
            }
        }
        return std::nullopt;
    }

private:
    static constexpr int most_bearers_compared = 64;
    static constexpr std::size_t longest_key = 255; // the table cuts them there

    struct Chain {
        std::uint32_t first = 0; ///< number of a link, from 1; 0: none
        std::uint32_t last = 0;
    };
    struct Link {
        std::size_t subject = 0;
        std::uint32_t next = 0;
    };
    KeyTable<Chain> m_chains;
    std::vector<Link> m_links;
};

} // namespace

class PeopleResolver::State {
public:
    explicit State(std::span<KnownPerson const> known) : m_known(known)
    {
        for (auto const& person : m_known) {
            add(m_known_subjects, m_known_bearers, {full_name_key(person.name), m_keys.of(person.organisation), mailbox(person.email), fold(person.place), &person.name});
        }
    }

    Resolution next(RosterRow const& row)
    {
        auto subject = Subject{full_name_key(row.name), m_keys.of(row.organisation), mailbox(row.email), fold(row.place), &row.name};
        auto resolution = decide(subject);
        if (!resolution.same_as_row) {
            m_row_of.push_back(m_rows);
            subject.written = nullptr;
            add(m_subjects, m_bearers, std::move(subject));
        }
        ++m_rows;
        return resolution;
    }

    void name_stays_at(PersonName const& name) { m_subjects.back().written = &name; }

private:
    static void add(std::vector<Subject>& subjects, Bearers& bearers, Subject subject)
    {
        bearers.add(subject.name, subjects.size());
        bearers.add(subject.email, subjects.size());
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
        if (auto found = bearers.find(subject.name, [&](std::size_t other) { return reason_to_join(subject, among[other], same_list); })) {
            return found;
        }
        return bearers.find(subject.email, [&](std::size_t other) {
            return among[other].name != subject.name && is_same_owner(subject, among[other]) ? std::string_view{"same e-mail address, name spelt otherwise"} : std::string_view{};
        });
    }

    std::size_t m_rows = 0; ///< seen so far
    std::span<KnownPerson const> m_known;
    OrganisationKeys m_keys;
    std::vector<Subject> m_subjects;
    std::vector<std::size_t> m_row_of;
    Bearers m_bearers;
    std::vector<Subject> m_known_subjects;
    Bearers m_known_bearers;
};

std::vector<Resolution> resolve_people(std::span<RosterRow const> rows, std::span<KnownPerson const> known)
{
    auto resolver = PeopleResolver{known};
    auto result = std::vector<Resolution>{};
    result.reserve(rows.size());
    for (auto const& row : rows) {
        result.push_back(resolver.next(row));
        if (!result.back().same_as_row) {
            resolver.name_stays_at(row.name);
        }
    }
    return result;
}

PeopleResolver::PeopleResolver(std::span<KnownPerson const> known) : m_state(std::make_unique<State>(known)) {}

PeopleResolver::~PeopleResolver() = default;

void PeopleResolver::name_stays_at(PersonName const& name) { m_state->name_stays_at(name); }

Resolution PeopleResolver::next(RosterRow const& row) { return m_state->next(row); }

} // namespace knowwho
