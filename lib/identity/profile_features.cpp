// SPDX-License-Identifier: MIT
// What is measured of a profile beside an attendee: the columns that the trees ask for.
#include "identity/profile_link.hpp"

#include "identity/pair_row.hpp"
#include "identity/profile_name.hpp"
#include "identity/word_overlap.hpp"
#include "text/folding.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

namespace knowwho {
namespace {

double year_gap(LinkSubject const& subject, LinkProfile const& profile)
{
    if (subject.year == 0 || profile.first_year == 0) {
        return -1;
    }
    return std::max({0, profile.first_year - subject.year, subject.year - profile.last_year});
}

using Row = std::vector<float>;

constexpr std::size_t most_columns = 128; // room for, not a bound

void put_overlap(Row& row, Overlap const& o)
{
    put_value(row, o.a <= 0 || o.b <= 0 ? -1 : o.contained());
    put_value(row, o.a <= 0 || o.b <= 0 ? -1 : o.cosine());
    put_value(row, o.shared);
    put_value(row, o.rarest);
    put_value(row, o.count);
}

struct PreparedSubject {
    ComparableName name;
    NameRarity rarity;
    WordSet affiliation;
    std::string organisation;
    WordSet topics;
    WordSet keywords;
    WordSet co_names;
    WordSet co_family;
    WordSet venue;
    WordSet role;
    WordSet work;
    WordSet field; ///< work and house
    std::string place;
    CompanyOfWords near_house;
    CompanyOfWords near_work;
    CompanyOfWords near_field;
};

/// The words of a profile, looked up once.
struct PreparedProfile {
    WordSet houses; ///< of all affiliations
    WordSet topics;
    WordSet keywords;
    WordSet co_names;
    WordSet venues;
    WordSet work; ///< topics, keywords, venues
};

PreparedProfile prepare(LinkProfile const& profile, LinkCorpus& corpus)
{
    auto made = PreparedProfile{{}, corpus.words(profile.topics), corpus.whole(profile.keywords), corpus.whole(profile.co_names), corpus.words(profile.venues), {}};
    for (auto const& [written, count] : profile.affiliations) {
        made.houses = joined_sets(made.houses, corpus.words(written));
    }
    made.work = joined_sets(joined_sets(made.topics, made.keywords), made.venues);
    return made;
}

PreparedSubject prepare(LinkSubject const& subject, LinkCorpus& corpus)
{
    auto made = PreparedSubject{};
    auto const& read = corpus.name(subject.name);
    made.name = read.compared;
    made.rarity = name_rarity(read, corpus);
    made.affiliation = corpus.words(subject.affiliation);
    made.organisation = corpus.organisation(subject.affiliation);
    made.topics = corpus.words(subject.topics);
    made.keywords = corpus.whole(subject.keywords);
    made.co_names = corpus.whole(subject.co_names);
    made.co_family = corpus.people(subject.co_names);
    made.work = work_words(subject, corpus);
    made.field = joined_sets(made.work, made.affiliation);
    made.venue = corpus.words(subject.venue);
    made.role = corpus.words(subject.role);
    made.place = fold_name(subject.place);
    made.near_house = corpus.company(made.affiliation);
    made.near_work = corpus.company(made.work);
    made.near_field = corpus.company(made.field);
    return made;
}

/// The best overlap with any affiliation, by what of the subject's is contained.
void put_affiliations(Row& row, LinkSubject const& subject, PreparedSubject const& prepared, LinkProfile const& profile, WordSet const& houses, LinkCorpus& corpus)
{
    auto best = Overlap{};
    auto share = 0.0;
    auto uses = 0.0;
    auto same = false;
    auto likeness = 0.0;
    for (auto const& [written, count] : profile.affiliations) {
        auto const& words = corpus.words(written);
        auto const o = overlap(prepared.affiliation, words, corpus);
        uses += count;
        if (o.jaccard() + o.contained() > best.jaccard() + best.contained()) {
            best = o;
            share = count;
        }
        same = same || (!prepared.organisation.empty() && corpus.organisation(written) == prepared.organisation);
        likeness = std::max(likeness, subject.email_domain.empty() ? 0.0 : corpus.domain_likeness(subject.email_domain, written));
    }
    put_overlap(row, best);
    put_value(row, best.jaccard());
    put_overlap(row, overlap(prepared.affiliation, houses, corpus));
    put_value(row, uses > 0 ? share / uses : -1);
    put_value(row, same);
    put_value(row, static_cast<double>(profile.affiliations.size()));
    put_value(row, prepared.affiliation.empty() ? 0 : profile.affiliations.empty() ? 1 : 2);
    put_value(row, subject.email_domain.empty() || profile.affiliations.empty() ? -1 : likeness);
}

void put_house(Row& row, LinkSubject const& subject, PreparedSubject const& prepared, LinkProfile const& profile, LinkCorpus& corpus)
{
    auto const& domains = profile.email_domains;
    auto const equal = std::ranges::find(domains, subject.email_domain) != domains.end();
    put_value(row, subject.email_domain.empty() || domains.empty() ? -1 : equal);
    auto likeness = -1.0;
    for (auto const& domain : domains) {
        likeness = std::max(likeness, subject.affiliation.empty() ? -1.0 : corpus.domain_likeness(domain, subject.affiliation));
    }
    put_value(row, likeness);
    auto place = prepared.place.empty() || profile.places.empty() ? -1.0 : 0.0;
    for (auto const& written : profile.places) {
        place = std::max(place, prepared.place.empty() ? -1.0 : fold_name(written) == prepared.place ? 1.0 : 0.0);
    }
    put_value(row, place);
    put_value(row, static_cast<double>(profile.places.size()));
    auto const roles = overlap(prepared.role, corpus.words(profile.roles), corpus);
    put_value(row, roles.a <= 0 || roles.b <= 0 ? -1 : roles.jaccard());
    put_value(row, roles.rarest);
}

void put_work(Row& row, LinkSubject const& subject, PreparedSubject const& prepared, LinkProfile const& profile, PreparedProfile const& words, LinkCorpus& corpus)
{
    put_overlap(row, overlap(prepared.topics, words.topics, corpus));
    put_overlap(row, overlap(prepared.keywords, words.keywords, corpus));
    put_overlap(row, overlap(prepared.co_names, words.co_names, corpus));
    put_overlap(row, overlap(prepared.co_family, corpus.people(profile.co_names), corpus));
    auto const venues = overlap(prepared.venue, words.venues, corpus);
    put_value(row, venues.a <= 0 || venues.b <= 0 ? -1 : venues.contained());
    put_value(row, venues.rarest);
    put_value(row, std::ranges::find(profile.venues, subject.venue) != profile.venues.end() && !subject.venue.empty());
    put_value(row, subject.language.empty() || profile.language.empty() ? -1 : subject.language == profile.language);
    put_value(row, year_gap(subject, profile));
    put_value(row, std::log1p(profile.works));
    put_value(row, profile.last_year - profile.first_year);
    put_value(row, static_cast<double>(profile.co_names.size()));
    put_value(row, static_cast<double>(words.topics.size()));
    put_value(row, nearness(prepared.near_work, corpus.company(words.work)));
    put_value(row, subject.year == 0 || profile.last_year == 0 ? -99 : subject.year - profile.last_year);
}

/// How well others of the name fit who are no candidates: they compete, too.
struct Rivals {
    double bearers = 0;
    double affiliation = 0;
    double topics = 0;
    double co_names = 0;
};

bool is_record(LinkCorpus::Namesake const& one, WordSet const& affiliation, WordSet const& topics, WordSet const& co_names)
{
    return one.affiliation == affiliation && one.topics == topics && one.co_names == co_names;
}

Rivals rivals_of(PreparedSubject const& subject, std::vector<PreparedProfile> const& candidates, LinkCorpus const& corpus)
{
    auto found = Rivals{};
    for (auto const& other : corpus.namesakes(subject.name)) {
        auto const compared = compare_names(subject.name, other.name);
        if (compared.given < GivenAgreement::unknown || compared.middle < 0 || !compared.family_same || is_record(other, subject.affiliation, subject.topics, subject.co_names)
            || std::ranges::any_of(candidates, [&](auto const& one) { return is_record(other, one.houses, one.topics, one.co_names); })) {
            continue;
        }
        found.bearers += 1;
        found.affiliation = std::max(found.affiliation, overlap(subject.affiliation, other.affiliation, corpus).shared);
        found.topics = std::max(found.topics, overlap(subject.topics, other.topics, corpus).cosine());
        found.co_names = std::max(found.co_names, overlap(subject.co_names, other.co_names, corpus).shared);
    }
    return found;
}

void put_rivals(Row& row, Rivals const& rivals, PreparedSubject const& subject, PreparedProfile const& candidate, LinkCorpus const& corpus)
{
    auto const affiliation = overlap(subject.affiliation, candidate.houses, corpus).shared;
    auto const topics = overlap(subject.topics, candidate.topics, corpus).cosine();
    auto const co_names = overlap(subject.co_names, candidate.co_names, corpus).shared;
    put_value(row, std::log1p(rivals.bearers));
    put_value(row, rivals.affiliation);
    put_value(row, affiliation - rivals.affiliation);
    put_value(row, rivals.topics);
    put_value(row, topics - rivals.topics);
    put_value(row, rivals.co_names);
    put_value(row, co_names - rivals.co_names);
}

/// Houses and fields that keep the same company.
void put_company(Row& row, PreparedSubject const& prepared, PreparedProfile const& words, LinkCorpus& corpus)
{
    put_value(row, nearness(prepared.near_house, corpus.company(words.houses)));
    put_value(row, nearness(prepared.near_field, corpus.company(joined_sets(words.work, words.houses))));
}

/// The columns whose standing among the candidates says something: by position in the row.
constexpr std::size_t group_columns[] = {0, 1, 4, 15, 16, 17, 18, 20, 24, 26, 30, 31, 32, 33, 35, 38, 39, 40, 43, 44, 47, 49, 51, 54, 56, 57, 61, 62, 66, 68, 69};

/// How far each row is ahead of the best other one in a column.
void put_lead(std::vector<Row>& rows, std::size_t column)
{
    auto best = -1.0F;
    auto second = -1.0F;
    auto leader = rows.size();
    for (auto i = std::size_t{0}; i < rows.size(); ++i) {
        auto const value = rows[i][column];
        leader = value > best ? i : leader;
        second = std::max(second, std::min(value, best));
        best = std::max(best, value);
    }
    for (auto i = std::size_t{0}; i < rows.size(); ++i) {
        put_value(rows[i], static_cast<double>(rows[i][column] - (i == leader ? second : best)));
    }
}

void put_group(std::vector<Row>& rows)
{
    auto const fits = [](Row const& row) { return row[0] >= static_cast<float>(GivenAgreement::unknown); };
    auto const fitting = std::ranges::count_if(rows, fits);
    for (auto& row : rows) {
        put_value(row, std::log1p(static_cast<double>(rows.size())));
        put_value(row, std::log1p(static_cast<double>(fitting - fits(row))));
    }
    for (auto const column : group_columns) {
        put_lead(rows, column);
    }
}

} // namespace

std::vector<std::vector<float>> link_features(LinkSubject const& subject, std::span<LinkProfile const> profiles, LinkCorpus& corpus)
{
    auto const prepared = prepare(subject, corpus);
    auto rows = std::vector<Row>(profiles.size());
    auto candidates = std::vector<PreparedProfile>{};
    for (auto i = std::size_t{0}; i < profiles.size(); ++i) {
        auto const& profile = profiles[i];
        auto const& words = candidates.emplace_back(prepare(profile, corpus));
        auto& row = rows[i];
        row.reserve(most_columns);
        put_name(row, prepared.rarity, fit_names(prepared.name, profile, corpus));
        put_affiliations(row, subject, prepared, profile, words.houses, corpus);
        put_house(row, subject, prepared, profile, corpus);
        put_work(row, subject, prepared, profile, words, corpus);
        put_company(row, prepared, words, corpus);
    }
    put_group(rows);
    auto const rivals = rivals_of(prepared, candidates, corpus);
    for (auto i = std::size_t{0}; i < rows.size(); ++i) {
        put_rivals(rows[i], rivals, prepared, candidates[i], corpus);
    }
    return rows;
}

} // namespace knowwho
