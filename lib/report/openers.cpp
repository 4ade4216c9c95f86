// SPDX-License-Identifier: MIT
// Chooses the sentences to start a conversation with: facts with a source, patterns, no repetition.
#include "report/openers.hpp"

#include "report/clean_text.hpp"
#include "report/spoken_words.hpp"
#include "text/fnv.hpp"

#include <algorithm>
#include <cstdint>

namespace knowwho {

namespace {

constexpr std::size_t fewest_openers = 3;

/// The same name takes the same turn on every machine.
template <typename Value>
void rotate_by(std::vector<Value>& values, std::uint64_t turn)
{
    if (!values.empty()) {
        auto const middle = static_cast<std::ptrdiff_t>(turn % values.size());
        std::rotate(values.begin(), values.begin() + middle, values.end());
    }
}

/// The address and what follows is one sentence: capital letters only where nothing stands before.
std::string capitalised(std::string text)
{
    if (!text.empty() && text[0] >= 'a' && text[0] <= 'z') {
        text[0] = static_cast<char>(text[0] - ('a' - 'A'));
    }
    return text;
}

} // namespace

OpenerChoice::OpenerChoice(std::vector<Pattern> const& patterns, Phrases const& phrases)
    : m_patterns(patterns)
    , m_phrases(phrases)
{
}

std::vector<Opener> OpenerChoice::options_for(std::string_view person, Fact const& fact) const
{
    std::vector<Opener> options;
    for (auto const& pattern : m_patterns) {
        bool const with_reason = !pattern.because.empty() && fact.slots.contains("because");
        std::string const whole = pattern.sentence + (with_reason ? " " + pattern.because : "");
        auto const sentence = pattern.kind == fact.kind ? fill_pattern(whole, fact.slots) : std::nullopt;
        auto const question = sentence ? fill_pattern(pattern.question, fact.slots) : std::nullopt;
        if (question) {
            std::string const label{m_phrases("kind_" + std::string{name_of(fact.kind)})};
            std::string const fill_in = with_reason ? std::string{} : pattern.fill_in;
            options.push_back({fact.kind, label, pattern.id, {capitalised(*sentence), {}}, fill_in, *question});
        }
    }
    rotate_by(options, fnv1a(person));
    return options;
}

std::optional<Opener> OpenerChoice::unused(std::vector<Opener> const& options)
{
    if (options.empty()) {
        return std::nullopt;
    }
    auto const fresh = std::find_if(
        options.begin(), options.end(), [&](Opener const& option) { return !m_used.contains(option.pattern); });
    Opener const& chosen = fresh == options.end() ? options.front() : *fresh;
    m_used.insert(chosen.pattern);
    return chosen;
}

std::vector<ChosenOpener> OpenerChoice::choose(std::string_view person, std::span<Fact const> facts)
{
    std::vector<ChosenOpener> chosen;
    for (auto const& fact : facts) {
        bool const room = chosen.size() + 1 < most_openers || fact.kind == OpenerKind::situation;
        bool const seen = std::any_of(
            chosen.begin(), chosen.end(), [&](ChosenOpener const& one) { return one.opener.kind == fact.kind; });
        if (!room || seen) {
            continue;
        }
        if (auto const opener = unused(options_for(person, fact))) {
            chosen.push_back({*opener, &fact});
        }
    }
    fill_up(chosen, person, facts);
    return chosen;
}

void OpenerChoice::fill_up(std::vector<ChosenOpener>& chosen, std::string_view person, std::span<Fact const> facts)
{
    auto const& last = facts.back();
    for (auto const& option : last.kind == OpenerKind::situation ? options_for(person, last) : std::vector<Opener>{}) {
        bool const fresh = !m_used.contains(option.pattern);
        if (chosen.size() < fewest_openers && fresh) {
            m_used.insert(option.pattern);
            chosen.push_back({option, &last});
        }
    }
}

std::string OpenerChoice::ask(std::string_view person, Goal const& goal)
{
    if (std::string own = own_ask(goal); !own.empty()) {
        return own;
    }
    Slots const slots{{"want", spoken_want(goal)}};
    std::vector<Opener> special, general;
    for (auto const& pattern : m_patterns) {
        auto const sentence = pattern.kind == OpenerKind::ask ? fill_pattern(pattern.sentence, slots) : std::nullopt;
        if (sentence && (!pattern.goal || *pattern.goal == goal.kind)) {
            (pattern.goal ? special : general).push_back({pattern.kind, {}, pattern.id, {*sentence, {}}, {}, {}});
        }
    }
    rotate_by(special, fnv1a(person));
    rotate_by(general, fnv1a(person));
    special.insert(special.end(), general.begin(), general.end());
    auto const opener = unused(special);
    return opener ? opener->sentence.text : std::string{};
}

} // namespace knowwho
