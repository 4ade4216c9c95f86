// SPDX-License-Identifier: MIT
#include "store/packed_matches.hpp"

#include "store/packed_bytes.hpp"

#include <utility>
#include <variant>

namespace knowwho {
namespace {

void put(Packer& packer, Source const& source)
{
    packer.number(source.index());
    if (auto const* const row = std::get_if<RosterSource>(&source)) {
        packer.text(row->file);
        packer.id(row->line);
    } else if (auto const* const snippet = std::get_if<SnippetId>(&source)) {
        packer.id(snippet->value);
    } else {
        packer.id(std::get<EncounterId>(source).value);
    }
}

Source take_source(Unpacker& bytes)
{
    switch (bytes.number()) {
    case 0: {
        auto file = bytes.text();
        return RosterSource{std::move(file), static_cast<int>(bytes.id())};
    }
    case 1: return SnippetId{bytes.id()};
    default: return EncounterId{bytes.id()};
    }
}

void put(Packer& packer, Reason const& reason)
{
    packer.number(static_cast<std::uint64_t>(reason.signal));
    packer.number(reason.goal);
    packer.real(reason.share);
    packer.text(reason.sentence);
    packer.number(reason.words.size());
    for (auto const& word : reason.words) {
        packer.text(word);
    }
    packer.number(reason.sources.size());
    for (auto const& source : reason.sources) {
        put(packer, source);
    }
}

Reason take_reason(Unpacker& bytes)
{
    auto reason = Reason{};
    reason.signal = static_cast<SignalKind>(bytes.number());
    reason.goal = bytes.number();
    reason.share = bytes.real();
    reason.sentence = bytes.text();
    for (auto left = bytes.count(); left > 0; --left) {
        reason.words.push_back(bytes.text());
    }
    for (auto left = bytes.count(); left > 0; --left) {
        reason.sources.push_back(take_source(bytes));
    }
    return reason;
}

void put(Packer& packer, Match const& match)
{
    packer.id(match.person.value);
    packer.real(match.score);
    packer.real(match.low);
    packer.real(match.high);
    packer.text(match.excluded);
    packer.number(static_cast<std::size_t>(match.mark));
    packer.text(match.said);
    packer.text(match.barred);
    packer.number(match.is_absent);
    packer.number(match.goals.size());
    for (auto const& goal : match.goals) {
        packer.real(goal.score);
        packer.real(goal.low);
        packer.real(goal.high);
    }
    packer.number(match.reasons.size());
    for (auto const& reason : match.reasons) {
        put(packer, reason);
    }
}

Match take_match(Unpacker& bytes)
{
    auto match = Match{};
    match.person = {bytes.id()};
    match.score = bytes.real();
    match.low = bytes.real();
    match.high = bytes.real();
    match.excluded = bytes.text();
    match.mark = static_cast<Mark>(std::min<std::size_t>(bytes.number(), static_cast<std::size_t>(Mark::vetoed)));
    match.said = bytes.text();
    match.barred = bytes.text();
    match.is_absent = bytes.number() != 0;
    for (auto left = bytes.count(); left > 0; --left) {
        auto const score = bytes.real();
        auto const low = bytes.real();
        match.goals.push_back({score, low, bytes.real()});
    }
    for (auto left = bytes.count(); left > 0; --left) {
        match.reasons.push_back(take_reason(bytes));
    }
    return match;
}

} // namespace

std::string packed(std::span<Match const> matches)
{
    auto packer = Packer{};
    packer.number(matches.size());
    for (auto const& match : matches) {
        put(packer, match);
    }
    return packer.take();
}

std::optional<std::vector<Match>> unpacked_matches(std::string_view bytes)
{
    auto unpacker = Unpacker{bytes};
    auto matches = std::vector<Match>{};
    for (auto left = unpacker.count(); left > 0 && !unpacker.has_failed(); --left) {
        matches.push_back(take_match(unpacker));
    }
    return unpacker.is_whole() ? std::optional{std::move(matches)} : std::nullopt;
}

std::string packed(Shortlist const& shortlist)
{
    auto packer = Packer{};
    for (auto const* const some : {&shortlist.targets, &shortlist.reserves}) {
        packer.number(some->size());
        for (auto const index : *some) {
            packer.number(index);
        }
    }
    packer.number(shortlist.coverage.size());
    for (auto const share : shortlist.coverage) {
        packer.real(share);
    }
    packer.real(shortlist.three_come);
    packer.number(shortlist.unplanned.has_value());
    if (shortlist.unplanned) {
        packer.number(shortlist.unplanned->match);
        put(packer, shortlist.unplanned->why);
    }
    return packer.take();
}

std::optional<Shortlist> unpacked_shortlist(std::string_view bytes)
{
    auto unpacker = Unpacker{bytes};
    auto shortlist = Shortlist{};
    for (auto* const some : {&shortlist.targets, &shortlist.reserves}) {
        for (auto left = unpacker.count(); left > 0; --left) {
            some->push_back(unpacker.number());
        }
    }
    for (auto left = unpacker.count(); left > 0; --left) {
        shortlist.coverage.push_back(unpacker.real());
    }
    shortlist.three_come = unpacker.real();
    if (unpacker.number() != 0) {
        auto const match = unpacker.number();
        shortlist.unplanned = Unplanned{match, take_reason(unpacker)};
    }
    return unpacker.is_whole() ? std::optional{std::move(shortlist)} : std::nullopt;
}

std::string packed(std::span<PersonId const> people)
{
    auto packer = Packer{};
    packer.number(people.size());
    for (auto const person : people) {
        packer.id(person.value);
    }
    return packer.take();
}

std::optional<std::vector<PersonId>> unpacked_people(std::string_view bytes)
{
    auto unpacker = Unpacker{bytes};
    auto people = std::vector<PersonId>{};
    for (auto left = unpacker.count(); left > 0; --left) {
        people.push_back({unpacker.id()});
    }
    return unpacker.is_whole() ? std::optional{std::move(people)} : std::nullopt;
}

} // namespace knowwho
