// SPDX-License-Identifier: MIT
#include "identity/likely_same.hpp"

#include "data/resources.hpp"
#include "identity/name_compare.hpp"
#include "identity/name_statistics.hpp"
#include "identity/organisation.hpp"
#include "identity/same_name.hpp"
#include "store/likeness.hpp"
#include "store/merges.hpp"
#include "store/notebook.hpp"
#include "text/ascii.hpp"
#include "text/folding.hpp"
#include "text/lexicon.hpp"

#include <algorithm>
#include <cmath>
#include <fmt/format.h>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <tuple>
#include <utility>

namespace knowwho {
namespace {

/// So many people move in circles that overlap; among them a name has to be rare to say something.
constexpr double people_in_reach = 200'000;

constexpr std::size_t largest_name_block = 150; ///< a commoner name brings nobody together
constexpr std::size_t most_weighed = 300;       ///< pairs, the rarest names first

double bounded(double weight, double least, double most) { return std::clamp(weight, least, most); }

std::string own_mailbox(std::string const& email) { return ascii_lower(trimmed(email)); }

std::string domain_of(std::string const& mailbox)
{
    auto const at = mailbox.find('@');
    return at == std::string::npos ? std::string{} : mailbox.substr(at + 1);
}

bool is_provider_for_anybody(std::string const& domain)
{
    static auto const domains = [] {
        auto read = std::set<std::string, std::less<>>{};
        for (auto const& row : read_rows(resource("lexicon/freemail_domains.txt"))) {
            read.emplace(row[0]);
        }
        return read;
    }();
    return domains.contains(domain);
}

void add(SameQuestion& question, std::string name, std::string detail, double weight)
{
    question.signals.push_back({std::move(name), std::move(detail), weight});
}

std::string both(std::string const& a, std::string const& b) { return a == b ? a : fmt::format("{} / {}", a, b); }

double weight_of_spelling(NameComparison const& names)
{
    double const given = names.given == GivenAgreement::same || names.given == GivenAgreement::same_all ? 0
        : names.given == GivenAgreement::short_form ? -0.7
        : names.given == GivenAgreement::similar ? -1.2
        : names.given == GivenAgreement::initial ? -2.0 : -6.0;
    return given + (names.family_same ? 0 : -2.0) + (names.middle < 0 ? -3 : 0) + (names.suffix_conflict ? -5 : 0);
}

void weigh_names(SameQuestion& question)
{
    static auto const statistics = NameStatistics{};
    auto const& a = question.first.name;
    auto const& b = question.second.name;
    auto const names = compare_names(comparable(a), comparable(b));
    auto const rarity = bounded(-std::log(statistics.expected_namesakes(a, people_in_reach)), -3, 4);
    auto const* const how_rare = rarity < 0 ? "a common name" : rarity > 2 ? "a rare name" : "neither rare nor common";
    add(question, "name", fmt::format("{}: {}", both(a.given + ' ' + a.family, b.given + ' ' + b.family), how_rare), rarity + weight_of_spelling(names));
    if (a.salutation != Salutation::unknown && b.salutation != Salutation::unknown && a.salutation != b.salutation) {
        add(question, "salutation", "Herr / Frau", -6);
    }
}

void weigh_houses(SameQuestion& question, bool on_one_list)
{
    auto const& a = question.first.organisation;
    auto const& b = question.second.organisation;
    if (a.empty() || b.empty()) {
        return;
    }
    if (same_organisation(a, b)) {
        add(question, "organisation", both(a, b), 3);
    } else if (same_organisation_name(a, b) > 0.5) {
        add(question, "organisation", both(a, b), 1.5);
    } else {
        // Between two events people change jobs; one list does not name one person for two houses.
        add(question, on_one_list ? "organisation on one list" : "organisation", both(a, b), on_one_list ? -6 : -1.5);
    }
}

void weigh_mailboxes(SameQuestion& question)
{
    auto const a = own_mailbox(question.first.email);
    auto const b = own_mailbox(question.second.email);
    if (a.empty() || b.empty()) {
        return;
    }
    auto const domain = domain_of(a);
    if (a == b) {
        add(question, "e-mail", a, 5);
    } else if (domain == domain_of(b) && !is_provider_for_anybody(domain)) {
        add(question, "e-mail", both(a, b), -3); // two mailboxes of one house
    } else {
        add(question, "e-mail", both(a, b), -0.3);
    }
}

void weigh_places(SameQuestion& question)
{
    auto const& a = question.first.place;
    auto const& b = question.second.place;
    if (!a.empty() && !b.empty()) {
        add(question, "place", both(a, b), fold(a) == fold(b) ? 1 : -0.7);
    }
}

void weigh_roles(SameQuestion& question)
{
    auto const& a = question.first.role;
    auto const& b = question.second.role;
    if (!a.empty() && !b.empty() && fold(a) == fold(b)) {
        add(question, "role", a, 1);
    }
}

bool share_a_list(Notebook const& notebook, PersonId one, PersonId other)
{
    auto const a = lists_naming(notebook, one);
    auto const b = lists_naming(notebook, other);
    return std::ranges::any_of(a, [&](ListId list) { return std::ranges::binary_search(b, list); });
}

/// Two people of the notebook whose names may be one.
struct NamePair {
    std::uint32_t a = 0;
    std::uint32_t b = 0;
    friend auto operator<=>(NamePair const&, NamePair const&) = default;
};

ComparableName comparable(BriefName const& name)
{
    return comparable(PersonName{{}, {}, {}, name.given, {}, name.family, {}, {}, {}, 1});
}

bool may_be_one_name(ComparableName const& a, ComparableName const& b)
{
    auto const names = compare_names(a, b);
    return names.given >= GivenAgreement::initial && names.family >= 0.9;
}

/// Folded given names that can be forms of one: they begin alike, or one is an initial.
bool begin_alike(std::string_view a, std::string_view b)
{
    auto const first = [](std::string_view name) { return name.substr(0, name.find(' ')); };
    return first(a).size() < 2 || first(b).size() < 2 || a.substr(0, 2) == b.substr(0, 2);
}

/// Pairs of one family name and first letter of the given name.
class NamePairs {
public:
    explicit NamePairs(Notebook const& notebook) : m_names(brief_names(notebook))
    {
        auto keyed = std::vector<KeyedName>{};
        keyed.reserve(m_names.size());
        for (std::uint32_t index = 0; index < m_names.size(); ++index) {
            auto given = fold_name(m_names[index].given);
            if (!given.empty()) {
                keyed.push_back({fold_name(m_names[index].family) + '|' + given.front(), std::move(given), index});
            }
        }
        std::ranges::sort(keyed, {}, [](KeyedName const& one) { return std::tie(one.block, one.index); });
        for (std::size_t begin = 0; begin < keyed.size();) {
            auto end = begin + 1;
            while (end < keyed.size() && keyed[end].block == keyed[begin].block) {
                ++end;
            }
            bring_together(std::span{keyed}.subspan(begin, end - begin));
            begin = end;
        }
    }

    BriefName const& name(std::uint32_t index) const { return m_names[index]; }

    /// Those about people one knows first, then the rarest names.
    std::vector<NamePair> best_first() const
    {
        auto ranked = std::vector<std::tuple<bool, std::size_t, NamePair>>{};
        for (auto const& [pair, bearers] : m_pairs) {
            ranked.emplace_back(!(m_names[pair.a].is_close || m_names[pair.b].is_close), bearers, pair);
        }
        auto const kept = std::min(ranked.size(), most_weighed);
        std::ranges::partial_sort(ranked, ranked.begin() + static_cast<std::ptrdiff_t>(kept));
        auto pairs = std::vector<NamePair>{};
        std::ranges::transform(std::span{ranked}.first(kept), std::back_inserter(pairs), [](auto const& one) { return std::get<2>(one); });
        return pairs;
    }

private:
    struct KeyedName {
        std::string block;
        std::string given; ///< folded
        std::uint32_t index = 0;
    };

    void bring_together(std::span<KeyedName const> block)
    {
        bool const common = block.size() > largest_name_block;
        auto known = std::vector<std::optional<ComparableName>>(block.size());
        auto const prepared = [&](std::size_t at) -> ComparableName const& {
            if (!known[at]) {
                known[at] = comparable(m_names[block[at].index]);
            }
            return *known[at];
        };
        for (std::size_t i = 0; i < block.size(); ++i) {
            for (std::size_t j = i + 1; j < block.size(); ++j) {
                auto const& a = m_names[block[i].index];
                auto const& b = m_names[block[j].index];
                bool const asked = (!common || a.is_close || b.is_close) && begin_alike(block[i].given, block[j].given);
                if (asked && (block[i].given == block[j].given || may_be_one_name(prepared(i), prepared(j)))) {
                    m_pairs.emplace_back(NamePair{block[i].index, block[j].index}, block.size());
                }
            }
        }
    }

    std::vector<BriefName> m_names;
    std::vector<std::pair<NamePair, std::size_t>> m_pairs; ///< with how many bear the family name and the letter
};

} // namespace

SameQuestion compare_people(Notebook const& notebook, PersonId one, PersonId other)
{
    auto const [first, second] = std::minmax(one, other);
    auto question = SameQuestion{find_acquaintance(notebook, first).value_or(Acquaintance{}), find_acquaintance(notebook, second).value_or(Acquaintance{}), 0, {}, false};
    weigh_names(question);
    weigh_houses(question, share_a_list(notebook, first, second));
    weigh_mailboxes(question);
    weigh_places(question);
    weigh_roles(question);
    double sum = 0;
    for (auto const& signal : question.signals) {
        sum += signal.weight;
    }
    question.probability = 1 / (1 + std::exp(-sum));
    std::ranges::stable_sort(question.signals, std::ranges::greater{}, [](LinkSignal const& signal) { return std::abs(signal.weight); });
    return question;
}

std::vector<SameQuestion> likely_same(Notebook const& notebook, std::size_t limit)
{
    auto const answered = different_people(notebook);
    auto const pairs = NamePairs{notebook};
    auto questions = std::vector<SameQuestion>{};
    for (auto const& pair : pairs.best_first()) {
        auto const& a = pairs.name(pair.a);
        auto const& b = pairs.name(pair.b);
        if (std::ranges::binary_search(answered, std::pair{a.person, b.person})) {
            continue;
        }
        auto question = compare_people(notebook, a.person, b.person);
        question.is_close = a.is_close || b.is_close;
        if (question.probability >= worth_asking) {
            questions.push_back(std::move(question));
        }
    }
    std::ranges::sort(questions, {}, [](SameQuestion const& one) {
        return std::tuple{!one.is_close, -one.probability, one.first.person, one.second.person};
    });
    questions.resize(std::min(questions.size(), limit));
    return questions;
}

} // namespace knowwho
