// SPDX-License-Identifier: MIT
#include "enrich/source_inquiry.hpp"

#include "fetch/address.hpp"
#include "fetch/retry.hpp"
#include "identity/organisation.hpp"
#include "text/host_name.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace knowwho {
namespace {

std::string setting(SourceSettings const& settings, std::string const& variable)
{
    auto const found = settings.find(variable);
    return variable.empty() || found == settings.end() ? std::string{} : found->second;
}

/// The first parameter that is known and makes the step needless; empty if none.
std::string needless_by(SourceStep const& step, SourceParameters const& parameters)
{
    auto const found = std::find_if(step.unless.begin(), step.unless.end(), [&](std::string const& name) { return parameters.contains(name); });
    return found == step.unless.end() ? std::string{} : *found;
}

std::string without_last_slash(std::string text)
{
    while (text.ends_with('/')) {
        text.pop_back();
    }
    return text;
}

using Signals = std::vector<std::pair<std::string, std::string>>;

/// What is not known yet.
void add_new(Signals& known, Signals const& more)
{
    for (auto const& signal : more) {
        if (std::find(known.begin(), known.end(), signal) == known.end()) {
            known.push_back(signal);
        }
    }
}

/// How much a state says about the whole inquiry: something found beats all else.
int weight(AskState state)
{
    switch (state) {
    case AskState::found: return 4;
    case AskState::not_asked: return 3;
    case AskState::refused: return 2;
    case AskState::failed: return 1;
    case AskState::nothing: return 0;
    }
    return 0;
}

} // namespace

SourceInquiry::SourceInquiry(SourceRecipe const& recipe, Attendance const& attendance, SourceSettings const& settings)
    : m_recipe(recipe), m_attendance(attendance), m_name(std::span{&attendance, 1}), m_key(setting(settings, recipe.key_env))
{
    auto parameters = parameters_of(attendance);
    if (auto base = without_last_slash(setting(settings, recipe.base_env)); !base.empty()) {
        parameters["base"] = std::move(base);
    }
    m_spellings = spellings_of(parameters, recipe.spellings);
}

std::vector<Question> SourceInquiry::start()
{
    auto questions = std::vector<Question>{};
    if (m_recipe.key_required && m_key.empty()) {
        note(AskState::not_asked, fmt::format("needs a key in {}", m_recipe.key_env));
        return questions;
    }
    auto missing = std::string{};
    auto known = std::string{};
    for (auto const& step : m_recipe.steps) {
        if (!step.after.empty()) {
            continue;
        }
        if (auto const needless = needless_by(step, m_spellings.front()); !needless.empty()) {
            known = needless;
        } else if (auto const parameter = missing_parameter(step, m_spellings.front()); parameter.empty()) {
            ask({&step, m_spellings.front(), 1, 0, 1, {}, {}, std::nullopt}, questions);
        } else if (missing.empty()) {
            missing = parameter;
        }
    }
    if (questions.empty()) {
        note(AskState::not_asked, missing == "base" ? fmt::format("needs an address in {}", m_recipe.base_env)
                : missing.empty()                   ? fmt::format("the list says it: {}", m_spellings.front().at(known))
                                                    : fmt::format("the list says nothing for {{{}}}", missing));
    }
    return questions;
}

void SourceInquiry::ask(Open open, std::vector<Question>& questions)
{
    open.parameters["page"] = std::to_string(open.page);
    open.parameters["offset"] = std::to_string((open.page - 1) * open.step->page_size);
    if (auto fetch = request_for(m_recipe, *open.step, open.parameters, m_key)) {
        questions.push_back({m_next, std::move(*fetch)});
        m_open.emplace(m_next++, std::move(open));
    }
}

std::vector<Question> SourceInquiry::take(std::size_t number, Response const& response)
{
    auto questions = std::vector<Question>{};
    auto node = m_open.extract(number);
    if (node.empty()) {
        return questions;
    }
    m_requests += response.requests;
    m_aftermath = {};
    switch (response.outcome) {
    case Outcome::answered: read(node.mapped(), response, questions); break;
    case Outcome::refused: note(AskState::refused, response.problem); break;
    case Outcome::failed: note(AskState::failed, response.problem); break;
    case Outcome::ask_later:
    case Outcome::stopped: note(AskState::not_asked, response.problem); break;
    }
    return questions;
}

void SourceInquiry::read(Open const& open, Response const& response, std::vector<Question>& questions)
{
    auto const reading = read_answer(m_recipe, *open.step, response.status, response.body, response.header("content-type"),
        response.address);
    m_aftermath.wait = response.from_cache ? std::chrono::seconds{0} : reading.pause;
    m_aftermath.worthless = reading.state == ReadState::ask_later || reading.state == ReadState::failed;
    if (reading.state == ReadState::failed) {
        note(AskState::failed, reading.message);
    } else if (reading.state == ReadState::ask_later) {
        be_patient(open, reading, response, questions);
    } else {
        read_items(open, reading, response, questions);
    }
}

/// Waits as the answer says and asks once more, or leaves the source alone for this run: that is not
/// "nothing found".
void SourceInquiry::be_patient(Open const& open, SourceReading const& reading, Response const& response, std::vector<Question>& questions)
{
    auto const policy = RetryPolicy{};
    auto const asked = parse_retry_after(response.header("retry-after"), response.fetched_at);
    auto const wait = std::max(reading.pause, asked.value_or(std::chrono::seconds{0}));
    if (wait > std::chrono::seconds{0} && wait <= policy.longest_wait && open.tries < policy.tries) {
        m_aftermath.wait = wait;
        auto again = open;
        ++again.tries;
        ask(std::move(again), questions);
        return;
    }
    m_aftermath.closed = reading.message;
    note(AskState::not_asked, reading.message);
}

void SourceInquiry::read_items(Open const& open, SourceReading const& reading, Response const& response, std::vector<Question>& questions)
{
    auto const items = agreeing(*open.step, reading.items);
    auto followed = 0;
    for (auto const* const item : items) {
        take_item(open, *item, followed < open.step->follow, response, questions);
        ++followed;
    }
    auto const first_step = open.step->after.empty();
    if (items.empty() && first_step && open.page == 1 && open.spelling + 1 < m_spellings.size()) {
        auto next = open;
        next.spelling = open.spelling + 1;
        next.parameters = m_spellings[next.spelling];
        ask(std::move(next), questions);
    } else if (reading.more && open.page < open.step->pages) {
        auto next = open;
        ++next.page;
        ask(std::move(next), questions);
    }
}

/// The items that may be the person: those at their employer first, else in the source's order.
std::vector<SourceItem const*> SourceInquiry::agreeing(SourceStep const& step, std::vector<SourceItem> const& items) const
{
    auto chosen = std::vector<SourceItem const*>{};
    for (auto const& item : items) {
        if (names_them(step, item)) {
            chosen.push_back(&item);
        }
    }
    std::stable_partition(chosen.begin(), chosen.end(), [&](SourceItem const* item) { return is_their_employer(*item); });
    return chosen;
}

/// Where the recipe says that items are people, one without a name is nobody.
bool SourceInquiry::names_them(SourceStep const& step, SourceItem const& item) const
{
    return step.names.empty() || std::any_of(item.names.begin(), item.names.end(), [&](std::string const& name) {
        return step.of_organisation ? same_organisation(name, m_attendance.row.organisation) : !m_name.find(name).empty();
    });
}

bool SourceInquiry::is_their_employer(SourceItem const& item) const
{
    return std::any_of(item.signals.begin(), item.signals.end(), [&](auto const& signal) {
        return signal.first == "organisation" && same_organisation(signal.second, m_attendance.row.organisation);
    });
}

/// The record that the item is, or goes on with; none for texts that were found by themselves.
std::optional<std::size_t> SourceInquiry::record_of(Open const& open, SourceItem const& item)
{
    if (open.step->names.empty() || open.step->of_organisation) {
        return open.record;
    }
    auto const record = open.record.value_or(m_records.size());
    m_records.resize(std::max(m_records.size(), record + 1));
    auto& known = m_records[record];
    known.names.insert(known.names.end(), item.names.begin(), item.names.end());
    add_new(known.signals, item.signals);
    return record;
}

void SourceInquiry::take_item(Open const& open, SourceItem const& item, bool follow, Response const& response,
    std::vector<Question>& questions)
{
    auto next = Open{};
    next.name = item.names.empty() ? open.name : item.names.front();
    next.record = record_of(open, item);
    next.signals = open.signals;
    add_new(next.signals, item.signals);
    if (auto const site = parse_address(item.site); site && m_site.empty()) {
        m_site = without_www(site->host);
        note(AskState::found, m_site);
    }
    if (item.piece) {
        m_pieces.push_back({*item.piece, next.name, next.signals, m_recipe.title, response.address, response.fetched_at, next.record});
        note(AskState::found, "");
    }
    next.parameters = open.parameters;
    for (auto const& [name, value] : item.taken) {
        next.parameters[name] = value;
    }
    for (auto const& step : m_recipe.steps) {
        if (follow && step.after == open.step->name) {
            auto child = next;
            child.step = &step;
            ask(std::move(child), questions);
        }
    }
}

void SourceInquiry::note(AskState state, std::string detail)
{
    if (weight(state) > weight(m_state) || (state == m_state && m_detail.empty())) {
        m_state = state;
        m_detail = std::move(detail);
    }
}

} // namespace knowwho
