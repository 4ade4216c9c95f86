// SPDX-License-Identifier: MIT
// The names of the fields, for messages and for what users and lexicons call them.
#include "import/list_reading.hpp"

#include "text/folding.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace knowwho {
namespace {

constexpr std::array<std::pair<Field, std::string_view>, 27> names{{
    {Field::name, "name"},
    {Field::given, "given"},
    {Field::middle, "middle"},
    {Field::family, "family"},
    {Field::salutation, "salutation"},
    {Field::title, "title"},
    {Field::suffix, "suffix"},
    {Field::nickname, "nickname"},
    {Field::maiden, "maiden"},
    {Field::organisation, "organisation"},
    {Field::unit, "unit"},
    {Field::role, "role"},
    {Field::email, "email"},
    {Field::phone, "phone"},
    {Field::website, "website"},
    {Field::place, "place"},
    {Field::country, "country"},
    {Field::about, "about"},
    {Field::interests, "interests"},
    {Field::status, "status"},
    {Field::talk, "talk"},
    {Field::talk_abstract, "talk_abstract"},
    {Field::talk_room, "talk_room"},
    {Field::talk_starts, "talk_starts"},
    {Field::talk_ends, "talk_ends"},
    {Field::category, "category"},
    {Field::ignored, "ignored"},
}};

/// What people write behind `--map 'Header='`, folded without blanks.
constexpr std::pair<std::string_view, Field> other_words[] = {
    {"fullname", Field::name},          {"givenname", Field::given},       {"firstname", Field::given},
    {"vorname", Field::given},          {"middlename", Field::middle},     {"familyname", Field::family},
    {"lastname", Field::family},        {"surname", Field::family},        {"nachname", Field::family},
    {"familienname", Field::family},    {"anrede", Field::salutation},     {"honorific", Field::salutation},
    {"titel", Field::title},            {"organization", Field::organisation}, {"company", Field::organisation},
    {"firma", Field::organisation},     {"affiliation", Field::organisation},  {"department", Field::unit},
    {"abteilung", Field::unit},         {"position", Field::role},         {"jobtitle", Field::role},
    {"funktion", Field::role},          {"mail", Field::email},            {"url", Field::website},
    {"telefon", Field::phone},          {"city", Field::place},            {"ort", Field::place},
    {"land", Field::country},           {"bio", Field::about},             {"biography", Field::about},
    {"note", Field::about},             {"interest", Field::interests},    {"topic", Field::interests},
    {"session", Field::talk},           {"talktitle", Field::talk},        {"room", Field::talk_room},
    {"abstract", Field::talk_abstract}, {"talkabstract", Field::talk_abstract}, {"starts", Field::talk_starts},
    {"start", Field::talk_starts},      {"ends", Field::talk_ends},        {"end", Field::talk_ends},
    {"ticket", Field::category},        {"type", Field::category},         {"ignore", Field::ignored},
    {"id", Field::ignored},             {"externalid", Field::ignored},
                {"date", Field::ignored},          {"street", Field::ignored},
    {"postcode", Field::ignored},       {"zip", Field::ignored},           {"language", Field::ignored},
};

} // namespace

std::string_view to_text(Field field)
{
    return names[static_cast<std::size_t>(field)].second;
}

std::optional<Field> parse_field(std::string_view word)
{
    auto const named = std::find_if(names.begin(), names.end(), [&](auto const& entry) { return entry.second == word; });
    if (named != names.end()) {
        return named->first;
    }
    auto key = fold(word);
    std::erase(key, ' ');
    for (auto const& [field, name] : names) {
        if (name == key) {
            return field;
        }
    }
    for (auto const& [other, field] : other_words) {
        if (other == key) {
            return field;
        }
    }
    return std::nullopt;
}

} // namespace knowwho
