// SPDX-License-Identifier: MIT
#include "import/name_places.hpp"

#include <algorithm>
#include <functional>
#include <set>
#include <string>
#include <string_view>
#include <utility>

namespace knowwho {
namespace {

constexpr double a_likely_name = 0.5;

bool is_below_another(HtmlPage const& page, NamePlace const& place)
{
    return place.piece == NamePlace::whole_line && page.elements[page.lines[place.line].block].first_line < place.line;
}

/// Whether the first line of every block names somebody, and few of the others do.
bool names_open_blocks(HtmlPage const& page, std::vector<NamePlace> const& places)
{
    int first = 0;
    int names = 0;
    int below = 0;
    int names_below = 0;
    for (auto const& place : places) {
        auto const name = place.person.likelihood >= a_likely_name;
        (is_below_another(page, place) ? below : first) += 1;
        (is_below_another(page, place) ? names_below : names) += name;
    }
    return first >= 2 && below > 0 && names * 10 >= first * 7 && names_below * 2 <= below && names_below * first < names * below;
}

} // namespace

void leave_out_heads(HtmlPage const& page, std::vector<NamePlace>& places)
{
    auto const is_head = [&](NamePlace const& place) {
        return place.piece == NamePlace::whole_line && heads_its_block(page, place.line);
    };
    auto const heads = std::count_if(places.begin(), places.end(), is_head);
    auto const named = std::count_if(places.begin(), places.end(), [&](NamePlace const& place) { return is_head(place) && place.person.likelihood >= a_likely_name; });
    if (heads > 0 && named * 3 <= heads && heads < std::ptrdiff_t(places.size())) {
        std::for_each(places.begin(), places.end(), [&](NamePlace& place) { place.nobody = place.nobody || is_head(place); });
    }
}

void leave_out_details(HtmlPage const& page, std::vector<NamePlace>& places)
{
    std::size_t details = 0;
    std::sort(places.begin(), places.end(), [](auto const& a, auto const& b) { return a.line < b.line; });
    auto const by_position = names_open_blocks(page, places);
    auto const is_detail = [&](std::size_t index) {
        auto const& place = places[index];
        return (by_position && is_below_another(page, place)) ||
               (place.nobody && index > 0 && place.piece == NamePlace::whole_line && page.lines[places[index - 1].line].block == page.lines[place.line].block);
    };
    for (std::size_t index = 0; index < places.size(); ++index) {
        details += is_detail(index);
    }
    if (details * 10 < places.size() * 3) {
        return;
    }
    std::vector<NamePlace> people;
    for (std::size_t index = 0; index < places.size(); ++index) {
        if (!is_detail(index)) {
            people.push_back(places[index]);
        }
    }
    places = std::move(people);
}

void part_acronyms(std::vector<NamePlace>& places)
{
    std::set<std::string, std::less<>> organisations;
    for (auto const& place : places) {
        organisations.insert(place.person.rest);
    }
    for (auto& place : places) {
        auto& person = place.person;
        auto const blank = person.name.rfind(' ');
        if (!person.rest.empty() || blank == std::string::npos || person.name.find(' ') == blank) {
            continue;
        }
        auto const last = std::string_view(person.name).substr(blank + 1);
        auto const capitals = last.size() > 1 && std::all_of(last.begin(), last.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
        if (capitals && organisations.contains(last)) {
            person.rest = last;
            person.name.resize(blank);
        }
    }
}

} // namespace knowwho
