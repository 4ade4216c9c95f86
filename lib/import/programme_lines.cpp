// SPDX-License-Identifier: MIT
#include "import/programme_lines.hpp"

#include "import/cell_evidence.hpp"
#include "import/people_in_cell.hpp"
#include "import/person_line.hpp"
#include "import/word_lists.hpp"

#include <algorithm>
#include <optional>
#include <string_view>

namespace knowwho {
namespace {

constexpr std::ptrdiff_t fewest_talks = 2; // with a speaker, to believe in a programme

/// An empty text parts blocks.
TextLine in_place_of(TextLine const& line, std::string_view text) { return {text, line.number, 0, line.page, false}; }

/// "09:30 ", "9.30 Uhr ", "14:00-15:30 ", "9h00 ": its length, 0 if the line begins otherwise.
std::size_t length_of_time(std::string_view text)
{
    auto const end = text.find_first_not_of("0123456789:.-h");
    auto length = std::min(end, text.size());
    auto const time = text.substr(0, length);
    auto const parted = time.find_first_of(":.h");
    auto const clock = time.size() >= 4 && (parted == 1 || (parted != time.npos && time[0] <= '2' && (parted == 2 || time[parted] == ':')));
    if (!clock || length == text.size()) {
        return 0;
    }
    for (auto const sign : {" - ", " – ", "–"}) {
        auto const rest = text.substr(length);
        auto const dash = std::string_view(sign);
        if (rest.starts_with(dash) && rest.size() > dash.size() && rest[dash.size()] >= '0' && rest[dash.size()] <= '9') {
            length += dash.size();
            length = std::min(text.find_first_not_of("0123456789:.", length), text.size());
        }
    }
    return text.substr(length).starts_with(" Uhr") ? length + 4 : length;
}

/// A programme's line: when, what, and who behind the last dash, slash or colon.
struct ProgrammeLine {
    std::string_view time;
    std::string_view talk;
    std::string_view who;
};

/// What stands behind the time, and the dash or colon behind that.
std::string_view behind_time(std::string_view text, std::size_t length)
{
    auto rest = trim(text.substr(length));
    for (auto const sign : {"– ", "— ", "- ", ": ", "| "}) {
        rest = rest.starts_with(sign) ? trim(rest.substr(std::string_view(sign).size())) : rest;
    }
    return rest;
}

std::optional<ProgrammeLine> read_programme_line(std::string_view text)
{
    auto const length = length_of_time(text);
    auto const rest = behind_time(text, length);
    if (length == 0 || rest.empty()) {
        return std::nullopt;
    }
    for (auto const sign : {" – ", " - ", " — ", " / ", " | ", ": "}) {
        auto const cut = rest.rfind(sign);
        if (cut == rest.npos) {
            continue;
        }
        auto const who = trim(rest.substr(cut + std::string_view(sign).size()));
        auto const person = read_person_line(who);
        if ((person.likelihood >= 0.6 || !people_in_cell(who).empty()) && who.find(' ') != who.npos) {
            return ProgrammeLine{text.substr(0, length), trim(rest.substr(0, cut)), who};
        }
    }
    return std::nullopt;
}

} // namespace

std::vector<TextLine> part_programme(std::vector<TextLine> const& lines)
{
    std::ptrdiff_t timed = 0;
    std::ptrdiff_t spoken = 0;
    std::ptrdiff_t pauses = 0;
    for (auto const& line : lines) {
        auto const time = length_of_time(line.text);
        auto const pause = time > 0 && is_programme_item(behind_time(line.text, time));
        timed += time > 0 && !pause;
        pauses += pause;
        spoken += read_programme_line(line.text).has_value();
    }
    if (spoken <= fewest_talks || spoken * 2 < timed || spoken * 2 < std::count_if(lines.begin(), lines.end(), [](auto const& line) { return !line.text.empty(); }) - pauses) {
        return lines;
    }
    std::vector<TextLine> parted;
    for (auto const& line : lines) {
        auto const item = read_programme_line(line.text);
        if (!item) {
            parted.push_back(in_place_of(line, {}));
            parted.push_back(length_of_time(line.text) > 0 ? in_place_of(line, {}) : line); // a break names nobody
            continue;
        }
        auto people = parts_naming_people(item->who);
        people.resize(std::max<std::size_t>(people.size(), 1), item->who);
        for (auto const who : people) {
            for (auto const text : {std::string_view{}, who, item->talk, item->time, std::string_view{}}) {
                parted.push_back(in_place_of(line, text));
            }
        }
    }
    return parted;
}

} // namespace knowwho
