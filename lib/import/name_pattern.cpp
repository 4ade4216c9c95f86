// SPDX-License-Identifier: MIT
#include "import/name_pattern.hpp"

#include "identity/name_parser.hpp"
#include "identity/organisation.hpp"
#include "import/comma_habit.hpp"
#include "import/element_paths.hpp"
#include "import/header_words.hpp"
#include "import/html_records.hpp"

#include <algorithm>
#include <array>
#include <functional>
#include <iterator>
#include <map>
#include <memory>
#include <set>
#include <unordered_map>

namespace knowwho {
namespace {

constexpr double neutral = 0.35; // a text of this likelihood speaks neither for nor against its group
constexpr double a_name = 0.5;
constexpr double sure_duty = 0.6; // that somebody is named behind "Moderation:"
constexpr std::size_t most_units = 200000;

struct Unit {
    std::size_t line = 0;
    std::size_t piece = NamePlace::whole_line;
    std::string_view text;
    std::size_t text_number = 0; ///< equal texts have the same
};

/// A text read with each habit of commas that was asked for; those that it can't differ in share one.
using Readings = std::array<std::unique_ptr<PersonLine const>, 4>;

struct Group {
    std::vector<std::size_t> units;
    double sum = 0;  ///< of likelihoods above neutral
    double mean = 0;
    int names = 0;
    int titled = 0; ///< names with a salutation or title in front
    std::size_t different = 0;
    bool pieces = false;
};

/// "N.N.", "wird noch benannt": nobody, but where names stand; "Name" is a label.
bool stands_for_a_name(std::string_view text)
{
    constexpr std::size_t shortest = 3;
    return text.size() >= shortest && is_placeholder_name(text) && !is_header_phrase(text);
}

class Finder {
public:
    Finder(HtmlPage const& page, std::vector<bool> const& used) : m_page(page), m_used(used), m_paths(page)
    {
        collect_units();
        group_units();
    }

    std::vector<NamePlace> find()
    {
        std::set<std::size_t> taken_lines;
        std::vector<NamePlace> places;
        // Where a table names the people, what looks like a name elsewhere must prove more.
        auto best_sum = std::any_of(m_used.begin(), m_used.end(), [](bool used) { return used; }) ? 1e-9 : 0.0;
        while (auto const* group = next_group(taken_lines, best_sum)) {
            best_sum = std::max(best_sum, group->sum);
            take(*group, places, taken_lines);
        }
        if (!places.empty()) {
            take_duties(places, taken_lines);
        }
        return places;
    }

private:
    void collect_units()
    {
        for (std::size_t line = 0; line < m_page.lines.size() && m_units.size() < most_units; ++line) {
            if (m_used[line]) {
                continue;
            }
            auto const& l = m_page.lines[line];
            m_units.push_back({line, NamePlace::whole_line, l.text});
            auto const lone = l.pieces.size() == 1 && l.pieces.front().element != l.block; // others may have more in their line
            if ((l.pieces.size() < 2 && !lone) || l.pieces.size() > 12) {
                continue;
            }
            for (std::size_t piece = 0; piece < l.pieces.size(); ++piece) {
                m_units.push_back({line, piece, l.pieces[piece].text});
            }
        }
        std::unordered_map<std::string_view, std::size_t> numbers;
        for (auto& unit : m_units) {
            unit.text_number = numbers.try_emplace(unit.text, numbers.size()).first->second;
        }
        m_last_group.assign(numbers.size(), 0);
        m_readings.resize(numbers.size());
    }

    void group_units()
    {
        std::map<std::string, std::vector<std::size_t>> by_path;
        for (std::size_t index = 0; index < m_units.size(); ++index) {
            auto const& unit = m_units[index];
            auto const whole = unit.piece == NamePlace::whole_line;
            auto const& line = m_page.lines[unit.line];
            for (auto const grain : {Grain::tags, Grain::classes, Grain::after, Grain::behind, Grain::ordinals}) {
                by_path[(whole ? "line" : "piece") + m_paths.of(whole ? line.block : line.pieces[unit.piece].element, grain)].push_back(index);
                if (whole && grain == Grain::classes && opens_a_block(m_page, unit.line)) {
                    by_path["first" + m_paths.of(line.block, grain)].push_back(index);
                }
                auto const apart = line.pieces.size() == 1 && line.pieces[0].element != line.block;
                if (whole && apart) {
                    by_path["inner" + m_paths.of(line.pieces[0].element, grain)].push_back(index);
                } else if (whole && grain == Grain::tags) { // without what is set apart as a heading would be
                    by_path["plain" + m_paths.of(line.block, grain)].push_back(index);
                }
            }
        }
        for (auto& [path, units] : by_path) {
            rate(path.starts_with("piece"), std::move(units));
        }
        std::stable_sort(m_groups.begin(), m_groups.end(), [](Group const& a, Group const& b) { return a.sum > b.sum; });
    }

    /// A text stands in several units and groups; it is read again only if a comma may mean something else.
    PersonLine const& read(Unit const& unit, CommaHabit habit)
    {
        auto const open = unit.text.find_first_of(",|/&;") != std::string_view::npos;
        auto& reading = m_readings[unit.text_number][open ? static_cast<std::size_t>(habit) : 0];
        if (reading == nullptr) {
            reading = std::make_unique<PersonLine const>(read_person_line(unit.text, habit));
        }
        return *reading;
    }

    void rate(bool pieces, std::vector<std::size_t> units)
    {
        Group group;
        group.pieces = pieces;
        group.units = std::move(units);
        std::vector<std::string_view> texts;
        for (auto const index : group.units) {
            texts.push_back(m_units[index].text);
        }
        auto const habit = find_comma_habit(texts);
        ++m_group;
        for (auto const index : group.units) {
            auto const& unit = m_units[index];
            auto const& person = read(unit, habit);
            auto const likelihood = stands_for_a_name(unit.text) ? a_name : person.likelihood;
            group.titled += person.titled;
            group.sum += likelihood - neutral;
            group.mean += likelihood;
            group.names += likelihood >= a_name;
            group.different += m_last_group[unit.text_number] != m_group;
            m_last_group[unit.text_number] = m_group;
        }
        group.mean /= double(group.units.size());
        // Repetitions of one text ("Read more", "Speaker") are no list of people.
        group.sum *= double(group.different) / double(group.units.size());
        m_groups.push_back(std::move(group));
    }

    bool good_enough(Group const& group, double best_sum) const
    {
        if (group.names == 0 || group.different * 2 < group.units.size()) {
            return false;
        }
        auto const share = double(group.names) / double(group.units.size());
        if (best_sum > 0) {
            return group.names >= 2 && share >= 0.75 && group.mean >= 0.62 && group.sum >= best_sum * 0.02;
        }
        return group.names >= 3 ? share >= 0.5 && group.mean >= 0.4 : share >= 0.6 && group.mean >= 0.65;
    }

    Group const* next_group(std::set<std::size_t> const& taken_lines, double best_sum)
    {
        for (auto& group : m_groups) {
            if (group.units.empty()) {
                continue;
            }
            auto const overlaps = std::count_if(group.units.begin(), group.units.end(), [&](auto index) { return taken_lines.contains(m_units[index].line); });
            if (overlaps * 5 > std::ptrdiff_t(group.units.size())) {
                group.units.clear();
                continue;
            }
            if (good_enough(group, best_sum)) {
                return &widened(group);
            }
        }
        return nullptr;
    }

    /// A few more entries, none of them surely a name and none surely something else.
    static bool adds_only_likely(Group const& group, Group const& other)
    {
        auto const more = double(other.units.size() - group.units.size());
        auto const likelihood = other.mean * double(other.units.size()) - group.mean * double(group.units.size());
        return more * 3 <= double(group.units.size()) + 2 && likelihood >= 0.2 * more;
    }

    /// A coarser group that holds this one and as many names again is the list itself; the finer one only
    /// happened to have fewer odd entries.
    Group const& widened(Group const& group) const
    {
        std::set<std::size_t> const inner(group.units.begin(), group.units.end());
        for (auto const& other : m_groups) {
            if (other.units.size() <= group.units.size() || (other.names * 20 < group.names * 21 && !adds_only_likely(group, other)) || other.sum < 0.7 * group.sum ||
                other.names * 2 < int(other.units.size()) || ((other.names - group.names) * 2 < int(other.units.size() - group.units.size()) && !adds_only_likely(group, other))) {
                continue;
            }
            auto const shared = std::count_if(other.units.begin(), other.units.end(), [&](auto unit) { return inner.contains(unit); });
            if (shared == std::ptrdiff_t(inner.size())) {
                return other;
            }
        }
        return group;
    }

    void take(Group const& group, std::vector<NamePlace>& places, std::set<std::size_t>& taken_lines)
    {
        std::vector<std::string_view> texts;
        for (auto const index : group.units) {
            texts.push_back(m_units[index].text);
        }
        auto const habit = find_comma_habit(texts);
        auto const inner = inner_path(group);
        std::vector<NamePlace> found;
        for (auto const index : group.units) {
            auto const& unit = m_units[index];
            if (taken_lines.contains(unit.line)) {
                continue;
            }
            if (auto const piece = piece_with(unit, inner); piece != NamePlace::whole_line) {
                auto person = read_person_line(m_page.lines[unit.line].pieces[piece].text, habit);
                auto const nobody = !belongs(group, person);
                found.push_back({unit.line, piece, std::move(person), nobody});
                continue;
            }
            auto person = read(m_units[index], habit);
            auto const nobody = !belongs(group, person);
            found.push_back({unit.line, unit.piece, std::move(person), nobody});
        }
        leave_out_heads(m_page, found);
        leave_out_details(m_page, found);
        std::move(found.begin(), found.end(), std::back_inserter(places));
        std::sort(places.begin(), places.end(), [](auto const& a, auto const& b) { return a.line != b.line ? a.line < b.line : a.piece < b.piece; });
        part_acronyms(places);
        for (auto const& record : find_records(m_page, places)) {
            if (record.heading_line != HtmlRecord::no_line) {
                taken_lines.insert(record.heading_line);
            }
            for (auto line = record.first_line; line < record.end_line; ++line) {
                taken_lines.insert(line);
            }
        }
    }

    /// "Moderation: Anna Berg, Beispiel AG" stands alone in its place, and still is one of them.
    void take_duties(std::vector<NamePlace>& places, std::set<std::size_t> const& taken_lines)
    {
        for (auto const& unit : m_units) {
            if (unit.piece != NamePlace::whole_line || taken_lines.contains(unit.line) || unit.text.find(": ") == unit.text.npos) {
                continue;
            }
            auto person = read_person_line(unit.text, CommaHabit::name_rest);
            if (!person.duty.empty() && person.likelihood >= sure_duty) {
                places.push_back({unit.line, NamePlace::whole_line, std::move(person), false});
            }
        }
        std::sort(places.begin(), places.end(), [](auto const& a, auto const& b) { return a.line != b.line ? a.line < b.line : a.piece < b.piece; });
    }

    /// The element inside the lines in which most names of the group stand alone: a link, say. Empty if there is none.
    std::string inner_path(Group const& group) const
    {
        std::map<std::string, std::size_t> counts;
        for (auto const index : group.units) {
            auto const& line = m_page.lines[m_units[index].line];
            if (m_units[index].piece == NamePlace::whole_line && line.pieces.size() == 1 && line.pieces[0].element != line.block) {
                ++counts[m_paths.of(line.pieces[0].element, Grain::tags)];
            }
        }
        auto const most = std::max_element(counts.begin(), counts.end(), [](auto const& a, auto const& b) { return a.second < b.second; });
        return most != counts.end() && most->second * 2 >= group.units.size() ? most->first : std::string{};
    }

    /// The one piece of a line that stands where the others have their whole name.
    std::size_t piece_with(Unit const& unit, std::string const& path) const
    {
        auto const& pieces = m_page.lines[unit.line].pieces;
        auto found = NamePlace::whole_line;
        if (path.empty() || unit.piece != NamePlace::whole_line || pieces.size() < 2) {
            return found;
        }
        for (std::size_t piece = 0; piece < pieces.size(); ++piece) {
            if (m_paths.of(pieces[piece].element, Grain::tags) == path) {
                if (found != NamePlace::whole_line) {
                    return NamePlace::whole_line;
                }
                found = piece;
            }
        }
        return found;
    }

    /// In a place where nearly everything is a name, a word that no lexicon knows is one too.
    static bool belongs(Group const& group, PersonLine const& person)
    {
        auto const labelled = person.rest_sign == ':' && person.likelihood < 0.15; // "Notification: 15 March"
        if (person.name.empty() || person.name.size() > 60 || labelled) {
            return false;
        }
        auto const share = double(group.names) / double(group.units.size());
        if (person.titled && group.titled * 4 > group.names * 3) {
            return true;
        }
        if (!person.titled && group.titled * 4 > group.names * 3 && (person.likelihood < 0.5 || group.titled * 20 > group.names * 19)) {
            return false; // every other name has its Mr or Ms
        }
        return person.likelihood >= 0.15 || (share >= 0.7 && group.names >= 3 && person.likelihood > 0 && person.name.find_first_of(".:!?0123456789") == std::string::npos &&
                                             header_likelihood(person.name) < 0.9 && organisation_likelihood(person.name) < 0.8);
    }

    HtmlPage const& m_page;
    std::vector<bool> const& m_used;
    ElementPaths m_paths;
    std::vector<Unit> m_units;
    std::vector<Group> m_groups;
    std::vector<Readings> m_readings; ///< by number of text
    std::vector<int> m_last_group; ///< by number of text: the last group that had it
    int m_group = 0;
};

} // namespace

std::vector<NamePlace> find_names(HtmlPage const& page, std::vector<bool> const& used)
{
    return Finder(page, used).find();
}

} // namespace knowwho
