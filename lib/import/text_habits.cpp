// SPDX-License-Identifier: MIT
#include "import/text_habits.hpp"

#include "identity/organisation.hpp"
#include "import/cell_evidence.hpp"
#include "import/header_words.hpp"
#include "import/list_words.hpp"
#include "import/numbered_notes.hpp"
#include "import/people_in_cell.hpp"
#include "import/person_line.hpp"
#include "import/programme_lines.hpp"
#include "import/word_lists.hpp"
#include "text/ascii.hpp"
#include "text/folding.hpp"

#include <algorithm>
#include <iterator>
#include <map>
#include <optional>
#include <string>

namespace knowwho {
namespace {

constexpr double a_named_person = 0.5;
constexpr std::size_t longest_house = 90; // bytes
constexpr std::size_t longest_button = 24; // bytes
constexpr std::size_t longest_greeting = 80; // bytes
constexpr std::ptrdiff_t fewest_blocks = 4; // that end alike
constexpr std::ptrdiff_t fewest_lines = 2; // with a habit, to believe in it

using TextLines = std::vector<TextLine>;

bool has_leader(std::string_view text)
{
    auto const dots = text.find("....");
    return dots != text.npos && dots > 1 && text.find_first_not_of(". ", dots) != text.npos;
}

std::ptrdiff_t count_filled(TextLines const& lines)
{
    return std::count_if(lines.begin(), lines.end(), [](auto const& line) { return !line.text.empty(); });
}

/// A line in place of another one; an empty text parts blocks.
TextLine beside(TextLine const& line, std::string_view text) { return {text, line.number, 0, line.page, false}; }

/// "Beispiel AG: Anna Berg, Bert Tal".
struct HouseLine {
    std::string_view house;
    std::vector<std::string_view> names;
};

std::vector<std::string_view> cut_names(std::string_view text)
{
    std::vector<std::string_view> names;
    while (!text.empty()) {
        auto const sign = std::min({text.find(", "), text.find("; "), text.find(" und "), text.find(" and "), text.size()});
        names.push_back(trim(text.substr(0, sign)));
        auto const rest = text.substr(sign);
        auto const length = rest.starts_with(" und ") || rest.starts_with(" and ") ? 5 : 2;
        text.remove_prefix(std::min(sign + static_cast<std::size_t>(length), text.size()));
    }
    return names;
}

std::optional<HouseLine> read_house_line(std::string_view text)
{
    auto const colon = text.find(": ");
    if (colon == text.npos || colon > longest_house) {
        return std::nullopt;
    }
    auto const house = trim(text.substr(0, colon));
    if (is_header_phrase(house) || is_group_of_people(house) || is_status(house) || is_date(house) || has_time_of_day(house) || role_likelihood(house) >= 0.6) {
        return std::nullopt;
    }
    auto names = cut_names(text.substr(colon + 2));
    auto const all = std::all_of(names.begin(), names.end(), [](auto name) {
        return name.find(' ') != name.npos && read_person_line(name).likelihood >= a_named_person && organisation_likelihood(name) < 0.7;
    });
    return all ? std::optional(HouseLine{house, std::move(names)}) : std::nullopt;
}

/// Of the lines with a colon most have the habit, and some house is surely one.
bool have_house_lines(TextLines const& lines)
{
    std::ptrdiff_t colons = 0;
    std::ptrdiff_t houses = 0;
    bool sure = false;
    for (auto const& line : lines) {
        colons += line.text.find(": ") != line.text.npos;
        if (auto const house = read_house_line(line.text)) {
            ++houses;
            sure = sure || organisation_likelihood(house->house) >= 0.6;
        }
    }
    return sure && houses >= fewest_lines && houses * 10 >= colons * 7 && houses * 2 >= count_filled(lines);
}

TextLines part_houses(TextLines const& lines, Texts& texts)
{
    if (!have_house_lines(lines)) {
        return lines;
    }
    TextLines parted;
    for (auto const& line : lines) {
        auto const house = read_house_line(line.text);
        if (!house) {
            if (read_person_line(line.text).likelihood >= a_named_person && line.text.find_first_of(",-(") != line.text.npos) {
                parted.push_back(line); // a person among them; anything else is a title
            }
            continue;
        }
        for (auto const name : house->names) {
            parted.push_back(beside(line, texts.keep(std::string(name).append(" - ").append(house->house))));
        }
    }
    return parted;
}

/// "Apologies: Anna Berg (X), Bert Tal (Y)": the length of a label that says which people follow; 0 if there is none.
std::size_t length_of_label(std::string_view text)
{
    auto const colon = text.find(": ");
    auto const label = text.substr(0, std::min(colon, text.size()));
    auto const known = colon != text.npos && (is_group_of_people(label) || is_status(label) || is_list_word(fold(label), ListWord::attendance));
    return known ? colon + 2 : 0;
}

/// "Anna Berg (X), Bert Tal (Y)" in one line.
TextLines part_people(TextLines const& lines)
{
    TextLines parted;
    for (auto const& line : lines) {
        auto const label = length_of_label(line.text);
        auto parts = line.text.ends_with(')') ? parts_naming_people(line.text.substr(label)) : std::vector<std::string_view>{};
        if (parts.empty() && label > 0 && line.text.ends_with(')') && read_person_line(line.text.substr(label)).likelihood >= a_named_person) {
            parts.push_back(line.text.substr(label));
        }
        for (auto const above : {std::string_view{}, line.text.substr(0, label > 0 ? label - 2 : 0), std::string_view{}}) {
            if (label > 0 && !parts.empty()) {
                parted.push_back(beside(line, above));
            }
        }
        for (auto const part : parts) {
            parted.push_back(beside(line, part));
        }
        if (parts.empty()) {
            parted.push_back(line);
        }
    }
    return parted;
}

bool is_button(std::string_view text)
{
    while (text.starts_with("·") || text.starts_with("•")) {
        text = trim(text.substr(text.starts_with("·") ? 2 : 3));
    }
    auto const key = fold(text);
    if (is_list_word(key, ListWord::button)) {
        return true;
    }
    auto const blank = key.find(' '); // "2nd degree connection"
    return key.size() < 30 && (is_list_word(key, ListWord::degree) || (blank != key.npos && is_list_word(std::string_view(key).substr(blank + 1), ListWord::degree)));
}

/// "Sehr geehrte Frau Berg,", "Dear all,".
bool is_greeting(std::string_view text)
{
    auto const key = fold(text.substr(0, text.find(' ')));
    auto const ends = text.ends_with('!') ? text.find(',') == text.npos : text.find(',') + 1 == text.size();
    return text.size() < longest_greeting && ends && text.find(' ') != text.npos && is_list_word(key, ListWord::greeting);
}

bool is_closing_words(std::string_view text)
{
    return text.size() < 40 && is_list_word(fold(text), ListWord::closing);
}

/// A short line that says the same at the end of every block, as buttons do that are copied along.
void drop_repeated(std::vector<TextLine>& lines)
{
    std::map<std::string_view, std::ptrdiff_t> times;
    std::ptrdiff_t blocks = 0;
    for (std::size_t index = 1; index < lines.size(); ++index) {
        auto const& text = lines[index].text;
        blocks += text.empty() && !lines[index - 1].text.empty();
        times[text] += !text.empty() && text.size() <= longest_button && !lines[index - 1].text.empty(); // below another line
    }
    std::erase_if(lines, [&](TextLine const& line) {
        auto const often = times.contains(line.text) && times.at(line.text) >= fewest_blocks && times.at(line.text) * 10 >= blocks * 8;
        return often && organisation_likelihood(line.text) < 0.5 && role_likelihood(line.text) < 0.3 && !is_place(line.text) && !is_status(line.text);
    });
}

} // namespace

void part_leaders(std::vector<TextLine>& lines, Texts& texts)
{
    auto const led = std::count_if(lines.begin(), lines.end(), [](auto const& line) { return has_leader(line.text); });
    if (led <= fewest_lines || led * 2 < count_filled(lines)) {
        return;
    }
    for (auto& line : lines) {
        if (has_leader(line.text)) {
            auto const begin = line.text.find("....");
            auto const end = line.text.find_first_not_of(". ", begin);
            line.text = texts.keep(std::string(trim(line.text.substr(0, begin))).append(" - ").append(line.text.substr(end)));
        }
    }
}

void drop_letter_frame(std::vector<TextLine>& lines)
{
    std::erase_if(lines, [](TextLine const& line) { return is_greeting(line.text); });
    auto const closing = std::find_if(lines.begin(), lines.end(), [](TextLine const& line) { return is_closing_words(line.text); });
    auto const below = std::find_if(closing, lines.end(), [](TextLine const& line) { return line.text.empty(); });
    lines.erase(closing, below);
}

void drop_buttons(std::vector<TextLine>& lines)
{
    drop_repeated(lines);
    auto const buttons = std::count_if(lines.begin(), lines.end(), [](auto const& line) { return is_button(line.text); });
    if (buttons > fewest_lines) {
        std::erase_if(lines, [](auto const& line) { return is_button(line.text); });
    }
}

std::vector<TextLine> follow_habits(std::vector<TextLine> const& lines, Texts& texts)
{
    return part_people(part_programme(part_houses(look_up_notes(lines, texts), texts)));
}

} // namespace knowwho
