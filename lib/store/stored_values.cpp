// SPDX-License-Identifier: MIT
#include "store/stored_values.hpp"

#include "store/array_writer.hpp"
#include "store/plain_array.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <nlohmann/json.hpp>
#include <optional>
#include <utility>

namespace knowwho {
namespace {

using nlohmann::json;

template <typename Value, std::size_t count>
using NamedValues = std::array<std::pair<Value, std::string_view>, count>;

constexpr auto salutations = NamedValues<Salutation, 3>{{
    {Salutation::unknown, ""},
    {Salutation::mr, "mr"},
    {Salutation::mrs, "mrs"},
}};
constexpr auto statuses = NamedValues<AttendanceStatus, 4>{{
    {AttendanceStatus::coming, "coming"},
    {AttendanceStatus::pending, "pending"},
    {AttendanceStatus::waiting, "waiting"},
    {AttendanceStatus::cancelled, "cancelled"},
}};
constexpr auto languages = NamedValues<Language, 3>{{
    {Language::unknown, ""},
    {Language::german, "de"},
    {Language::english, "en"},
}};
constexpr auto page_kinds = NamedValues<PageKind, 8>{{
    {PageKind::other, "other"},
    {PageKind::article, "article"},
    {PageKind::profile, "profile"},
    {PageKind::company, "company"},
    {PageKind::list, "list"},
    {PageKind::forum, "forum"},
    {PageKind::programme, "programme"},
    {PageKind::note, "note"},
}};
constexpr auto link_states = NamedValues<LinkState, 3>{{
    {LinkState::quotable, "quotable"},
    {LinkState::question, "question"},
    {LinkState::rejected, "rejected"},
}};

template <typename Value, std::size_t count>
std::string_view word_of(NamedValues<Value, count> const& words, Value value)
{
    return std::ranges::find(words, value, &std::pair<Value, std::string_view>::first)->second;
}

/// The first value stands for words of a program that knew more.
template <typename Value, std::size_t count>
Value value_of(NamedValues<Value, count> const& words, std::string_view word)
{
    auto const found = std::ranges::find(words, word, &std::pair<Value, std::string_view>::second);
    return found == words.end() ? words.front().first : found->first;
}

/// Empty instead of an exception for what is not JSON: a column damaged by hand loses itself only.
json parsed(std::string_view text)
{
    if (text == "[]") {
        return json::array();
    }
    auto value = json::parse(text, nullptr, false);
    return value.is_array() ? value : json::array();
}

std::optional<PersonName> plain_name(std::string_view text)
{
    auto const array = plain_array(text);
    if (!array || array->texts.size() != 9) {
        return std::nullopt;
    }
    auto confidence = 0.0;
    auto const* const end = array->rest.data() + array->rest.size();
    if (std::from_chars(array->rest.data(), end, confidence).ptr != end) {
        return std::nullopt;
    }
    auto const part = [&](std::size_t index) { return std::string{array->texts[index]}; };
    return PersonName{part(0), stored_salutation(part(1)), part(2), part(3), part(4), part(5), part(6), part(7), part(8), confidence};
}

std::string text_at(json const& array, std::size_t index)
{
    return index < array.size() && array[index].is_string() ? array[index].get<std::string>() : std::string{};
}

} // namespace

std::int64_t stored(Instant instant)
{
    return instant.time_since_epoch().count();
}

Instant stored_instant(std::int64_t seconds)
{
    return Instant{std::chrono::seconds{seconds}};
}

std::string stored(std::optional<PartialDate> const& date)
{
    return date ? to_iso(*date) : std::string{};
}

std::string_view stored(Salutation salutation)
{
    return word_of(salutations, salutation);
}

Salutation stored_salutation(std::string_view text)
{
    return value_of(salutations, text);
}

std::string_view stored(AttendanceStatus status)
{
    return word_of(statuses, status);
}

AttendanceStatus stored_status(std::string_view text)
{
    return value_of(statuses, text);
}

std::string_view stored(Language language)
{
    return word_of(languages, language);
}

Language stored_language(std::string_view text)
{
    return value_of(languages, text);
}

std::string_view stored(PageKind kind)
{
    return word_of(page_kinds, kind);
}

PageKind stored_page_kind(std::string_view text)
{
    return value_of(page_kinds, text);
}

std::string_view stored(LinkState state)
{
    return word_of(link_states, state);
}

LinkState stored_link_state(std::string_view text)
{
    return value_of(link_states, text);
}

std::string stored(PersonName const& name)
{
    return stored_parts({name.written, stored(name.salutation), name.title, name.given, name.middle, name.family, name.suffix, name.nickname, name.maiden}, name.confidence);
}

std::string stored_parts(std::array<std::string_view, 9> const& parts, double confidence)
{
    auto array = ArrayWriter{};
    array.reserve(3 * parts.front().size() + 48);
    for (auto const part : parts) {
        array.add(part);
    }
    array.add(confidence);
    return array.finish();
}

PersonName stored_name(std::string_view text)
{
    if (auto plain = plain_name(text)) {
        return std::move(*plain);
    }
    auto const array = parsed(text);
    auto name = PersonName{text_at(array, 0), stored_salutation(text_at(array, 1)), text_at(array, 2), text_at(array, 3),
        text_at(array, 4), text_at(array, 5), text_at(array, 6), text_at(array, 7), text_at(array, 8)};
    if (array.size() > 9 && array[9].is_number()) {
        name.confidence = array[9].get<double>();
    }
    return name;
}

std::string stored(std::span<RawCell const> cells)
{
    auto array = ArrayWriter{};
    for (auto const& cell : cells) {
        array.add(cell.header);
        array.add(cell.value);
    }
    return array.finish();
}

std::vector<RawCell> stored_cells(std::string_view text)
{
    auto cells = std::vector<RawCell>{};
    if (auto const plain = plain_array(text); plain && plain->rest.empty()) {
        for (std::size_t index = 0; index + 1 < plain->texts.size(); index += 2) {
            cells.push_back({std::string{plain->texts[index]}, std::string{plain->texts[index + 1]}});
        }
        return cells;
    }
    auto const array = parsed(text);
    for (std::size_t index = 0; index + 1 < array.size(); index += 2) {
        cells.push_back({text_at(array, index), text_at(array, index + 1)});
    }
    return cells;
}

std::string stored(std::span<Talk const> talks)
{
    auto array = ArrayWriter{};
    for (auto const& talk : talks) {
        array.add_array(talk.title, talk.abstract, talk.room, talk.starts, talk.ends);
    }
    return array.finish();
}

std::vector<Talk> stored_talks(std::string_view text)
{
    auto talks = std::vector<Talk>{};
    for (auto const& row : parsed(text)) {
        talks.push_back({text_at(row, 0), text_at(row, 1), text_at(row, 2), text_at(row, 3), text_at(row, 4)});
    }
    return talks;
}

std::string stored(std::span<std::string const> texts)
{
    auto array = ArrayWriter{};
    for (auto const& text : texts) {
        array.add(text);
    }
    return array.finish();
}

std::vector<std::string> stored_texts(std::string_view text)
{
    auto const array = parsed(text);
    auto texts = std::vector<std::string>{};
    for (std::size_t index = 0; index < array.size(); ++index) {
        texts.push_back(text_at(array, index));
    }
    return texts;
}

std::string stored(std::span<LinkSignal const> signals)
{
    auto array = ArrayWriter{};
    for (auto const& signal : signals) {
        array.add_array(signal.name, signal.detail, signal.weight);
    }
    return array.finish();
}

std::vector<LinkSignal> stored_signals(std::string_view text)
{
    auto signals = std::vector<LinkSignal>{};
    for (auto const& row : parsed(text)) {
        double const weight = row.size() > 2 && row[2].is_number() ? row[2].get<double>() : 0;
        signals.push_back({text_at(row, 0), text_at(row, 1), weight});
    }
    return signals;
}

} // namespace knowwho
