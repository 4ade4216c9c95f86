// SPDX-License-Identifier: MIT
#include "identity/link_signals.hpp"

#include "data/resources.hpp"
#include "identity/mailbox.hpp"
#include "identity/name_lexicon.hpp"
#include "identity/name_places.hpp"
#include "identity/organisation.hpp"
#include "identity/organisation_lexicon.hpp"
#include "text/ascii.hpp"
#include "text/folding.hpp"
#include "text/lexicon.hpp"

#include <algorithm>
#include <optional>

namespace knowwho {
namespace {

// Weights are log odds. The strong ones carry a full name over the threshold, the weak ones never do alone.
constexpr double mailbox_weight = 9;
constexpr double organisation_at_name_weight = 6.5;
constexpr double organisation_on_page_weight = 4.5;
constexpr double organisation_in_head_weight = 6;
constexpr double short_organisation_discount = 0.8;
constexpr double domain_weight = 6;
constexpr double talk_weight = 6.5;
constexpr double place_at_name_weight = 1.6;
constexpr double place_on_page_weight = 0.8;
constexpr double role_weight = 2.2;
constexpr double field_weight = 0.7;
constexpr double other_organisation_weight = -6;
constexpr double maybe_other_organisation_weight = -3.5;
constexpr double other_trade_weight = -4.5;
constexpr double elsewhere_on_page = 0.75;
constexpr double dead_weight = -8;

constexpr std::string_view dead_field = "dead";
constexpr std::size_t most_text = 400'000;

std::string padded(std::string const& key) { return ' ' + key + ' '; }

std::string host_of(std::string_view address)
{
    auto const scheme = address.find("://");
    auto rest = scheme == std::string_view::npos ? address : address.substr(scheme + 3);
    rest = rest.substr(0, rest.find_first_of("/?#:"));
    auto host = ascii_lower(rest);
    return host.starts_with("www.") ? host.substr(4) : host;
}

std::string letters_of(std::string_view host)
{
    auto letters = std::string{};
    std::ranges::copy_if(host, std::back_inserter(letters), [](char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'); });
    return letters;
}

bool same_site(std::string_view a, std::string_view b)
{
    return !a.empty() && !b.empty() && (a == b || (a.size() > b.size() ? a.ends_with(b) && a[a.size() - b.size() - 1] == '.' : b.size() > a.size() && b.ends_with(a) && b[b.size() - a.size() - 1] == '.'));
}

bool contains_words(std::string_view padded_key, std::string_view words)
{
    return !words.empty() && padded_key.find(' ' + std::string{words} + ' ') != std::string_view::npos;
}

/// The word of an organisation's name that it is called by: "Hallerbruch" of "Hallerbruch Maschinenfabrik".
/// Empty if all its words are common ones, towns, or a person's name.
std::string telling_word(std::string_view core_key, PersonName const& name)
{
    auto const& lexicon = OrganisationLexicon::instance();
    auto const own = ' ' + fold_name(name.given + ' ' + name.family) + ' ';
    auto const words = split_at_blanks(core_key);
    for (auto const word : words) {
        auto const* weight = NameLexicon::instance().find(word);
        auto const common_name = weight != nullptr && weight->given + weight->family >= 16;
        auto const general = words.size() == 1 ? lexicon.is_listed_word(word) : lexicon.is_organisation_word(word);
        if (word.size() >= 4 && !general && !lexicon.is_place(word) && !common_name && !contains_words(own, word)) {
            return std::string{word};
        }
    }
    return {};
}

/// Whether the text has the word, alone or as the first part of a compound ("Hallerbruchs", "Hallerbruch-Werke").
bool contains_stem(std::string_view padded_key, std::string_view word)
{
    auto const at = padded_key.find(' ' + std::string{word});
    if (at == std::string_view::npos || word.size() < 4) {
        return false;
    }
    auto const end = padded_key.find(' ', at + 1);
    return word.size() >= 6 || end - at - 1 <= word.size() + 1;
}

class Collector {
public:
    Collector(PreparedMention const& prepared, RosterRow const& row)
        : m_prepared(prepared), m_row(row), m_near(near_name(prepared.mention->context, row.name)), m_core(organisation_key(row.organisation)),
          m_telling(telling_word(m_core, row.name)), m_short_forms(organisation_short_forms(row.organisation))
    {
        add_near_name(m_near, prepared.mention->page_title, row.name);
    }

    std::vector<LinkSignal> collect()
    {
        add_mailbox();
        add_organisation();
        add_domain();
        add_talks();
        auto const proven = !m_signals.empty();
        add_place();
        add_role();
        if (!proven) {
            add_contradictions();
        }
        add_death_notice();
        return std::move(m_signals);
    }

private:
    void add(char const* name, std::string detail, double weight) { m_signals.push_back({name, std::move(detail), weight}); }

    void add_mailbox();
    void add_organisation();
    void add_domain();
    void add_talks();
    void add_place();
    void add_role();
    void add_contradictions();
    bool add_other_organisation(NearName const& near, double share);
    bool add_other_trade(NearName const& near, double share);
    void add_death_notice();
    std::optional<double> organisation_in(std::string_view padded_key) const;

    PreparedMention const& m_prepared;
    RosterRow const& m_row;
    NearName m_near;
    std::string m_core;
    std::string m_telling;
    std::vector<std::string> m_short_forms;
    std::vector<LinkSignal> m_signals;
};

void Collector::add_mailbox()
{
    auto const email = ascii_lower(m_row.email);
    if (email.find('@') != std::string::npos && m_prepared.page_lower.find(email) != std::string::npos) {
        add("email", m_row.email, mailbox_weight);
    }
}

/// 1 if the text has the organisation's whole name, less if only the word it is called by.
std::optional<double> Collector::organisation_in(std::string_view padded_key) const
{
    auto const words = split_at_blanks(m_core);
    // A single short or common word ("Bank", "KIT") may stand for anything.
    auto const telling = !m_telling.empty() || words.size() >= 2;
    if (telling && m_core.size() >= 3 && contains_words(padded_key, m_core)) {
        return 1.0;
    }
    auto const called = std::ranges::any_of(m_short_forms, [&](auto const& form) { return contains_words(padded_key, form); });
    if (called || (!m_telling.empty() && contains_stem(padded_key, m_telling))) {
        return short_organisation_discount;
    }
    return std::nullopt;
}

void Collector::add_organisation()
{
    if (m_core.empty()) {
        return;
    }
    if (auto const near = organisation_in(m_near.key)) {
        add("organisation", m_row.organisation, organisation_at_name_weight * *near);
    } else if (auto const head = organisation_in(m_prepared.head_key)) {
        add("organisation", m_row.organisation, organisation_in_head_weight * *head);
    } else if (auto const context = organisation_in(m_prepared.context_key)) {
        add("organisation", m_row.organisation, organisation_at_name_weight * *context * 0.95);
    } else if (auto const page = organisation_in(m_prepared.page_key)) {
        add("organisation", m_row.organisation, organisation_on_page_weight * *page);
    }
}

void Collector::add_domain()
{
    auto const domain = house_domain(m_row.email);
    auto const website = host_of(m_row.website);
    if (same_site(m_prepared.host_name, domain) || same_site(m_prepared.host_name, website)) {
        add("web domain", m_prepared.host_name, domain_weight);
    } else if (!domain.empty() && m_prepared.page_lower.find(domain) != std::string::npos) {
        add("web domain", domain, domain_weight * 0.8);
    } else if (m_telling.size() >= 6 && m_prepared.host.find(m_telling) != std::string::npos) {
        add("web domain", m_prepared.host_name, domain_weight * 0.8);
    }
}

void Collector::add_talks()
{
    for (auto const& talk : m_row.talks) {
        auto const key = fold_name(talk.title);
        if (split_at_blanks(key).size() >= 3 && contains_words(m_prepared.page_key, key)) {
            add("talk", talk.title, talk_weight);
            return;
        }
    }
}

void Collector::add_place()
{
    auto const place = fold_name(m_row.place);
    if (place.size() < 3) {
        return;
    }
    if (contains_words(m_near.key, place)) {
        add("place", m_row.place, place_at_name_weight);
    } else if (contains_words(m_prepared.page_key, place)) {
        add("place", m_row.place, place_on_page_weight);
    }
}

void Collector::add_role()
{
    auto agreeing = 0;
    auto all = 0;
    auto const role = fold_name(m_row.role);
    for (auto const word : split_at_blanks(role)) {
        if (word.size() >= 5) {
            ++all;
            agreeing += m_near.key.find(word.substr(0, std::max<std::size_t>(5, word.size() - 2))) != std::string::npos;
        }
    }
    if (all > 0 && agreeing == all) {
        add("role", m_row.role, role_weight);
    } else if (agreeing > 0) {
        add("field", m_row.role, field_weight);
    }
}

bool Collector::add_other_organisation(NearName const& near, double share)
{
    if (m_core.empty()) {
        return false;
    }
    for (auto const& stated : stated_organisations(near)) {
        if (!same_organisation(stated.text, m_row.organisation)) {
            add("other organisation", stated.text, share * (stated.by_legal_form ? other_organisation_weight : maybe_other_organisation_weight));
            return true;
        }
    }
    return false;
}

bool Collector::add_other_trade(NearName const& near, double share)
{
    auto const own = trade_fields(m_row.role + ' ' + m_row.organisation + ' ' + m_row.unit + ' ' + m_row.about);
    for (auto const& trade : stated_trades(near)) {
        if (trade.field != dead_field && std::ranges::find(own, trade.field) == own.end()) {
            add("other trade", trade.word, share * other_trade_weight);
            return true;
        }
    }
    return false;
}

/// Nobody who was mourned comes to an event.
void Collector::add_death_notice()
{
    for (auto const& trade : stated_trades(m_near)) {
        if (trade.field == dead_field) {
            add("death notice", trade.word, dead_weight);
            return;
        }
    }
}

/// What the page says against this bearer where it names him; only asked when nothing has proven him.
void Collector::add_contradictions()
{
    auto const page = near_name(std::string_view{m_prepared.mention->page_text}.substr(0, most_text), m_row.name);
    if (!add_other_organisation(m_near, 1)) {
        add_other_organisation(page, elsewhere_on_page);
    }
    if (!add_other_trade(m_near, 1)) {
        add_other_trade(page, elsewhere_on_page);
    }
}

} // namespace

PreparedMention::PreparedMention(Mention const& written)
    : mention(&written), context_key(padded(fold_name(written.context))), page_key(padded(fold_name(std::string_view{written.page_text}.substr(0, most_text)))),
      head_key(padded(fold_name(written.page_title + " | " + written.site))), host_name(host_of(written.address)), page_lower(ascii_lower(std::string_view{written.page_text}.substr(0, most_text)))
{
    host = letters_of(host_name);
}

std::vector<LinkSignal> link_signals(PreparedMention const& prepared, RosterRow const& row) { return Collector{prepared, row}.collect(); }

} // namespace knowwho
