// SPDX-License-Identifier: MIT
#include "review/map_view.hpp"

#include "text/json_text.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <ctemplate/template.h>
#include <fmt/format.h>
#include <nlohmann/json.hpp>
#include <span>

namespace knowwho::review {
namespace {

using Dictionary = ctemplate::TemplateDictionary;

constexpr double width = 1000;  ///< of the drawing, in its own units
constexpr double left = 190;    ///< room for the names of the bands
constexpr double right = 20;
constexpr double height = 600;  ///< of all bands together
constexpr double step = 11;     ///< between two points above each other
constexpr std::array<std::string_view, 4> reach_words = {"reach_absent", "reach_unsure", "reach_there", "reach_speaks"};

struct Spot {
    double x = 0;
    double y = 0;
};

/// One band for every reach that somebody has, the easiest above.
class Bands {
public:
    explicit Bands(MapView const& view)
    {
        for (auto const& point : view.points) {
            m_used.at(static_cast<std::size_t>(point.reach)) = true;
        }
    }

    bool is_used(Reach reach) const { return m_used.at(static_cast<std::size_t>(reach)); }
    double band() const { return height / static_cast<double>(std::max<std::ptrdiff_t>(std::ranges::count(m_used, true), 1)); }

    double middle_of(Reach reach) const
    {
        auto const above = std::count(m_used.begin() + static_cast<std::ptrdiff_t>(reach) + 1, m_used.end(), true);
        return (static_cast<double>(above) + 0.5) * band();
    }

private:
    std::array<bool, reach_words.size()> m_used{};
};

/// Points of about the same value stand above and below each other, so that each can be seen.
class Spreading {
public:
    explicit Spreading(Bands const& bands) : m_bands(bands) {}

    Spot place(MapPoint const& point, double scale)
    {
        auto const x = left + std::clamp(point.value * scale, 0.0, 1.0) * (width - left - right);
        auto const column = static_cast<std::size_t>(x / step);
        auto& taken = m_taken.at(static_cast<std::size_t>(point.reach)).at(std::min(column, columns - 1));
        auto const most = static_cast<std::size_t>(m_bands.band() / step) - 1;
        auto const at = taken++ % most;
        // NOLINTNEXTLINE(bugprone-integer-division): 0, 1, -1, 2, -2
        auto const away = static_cast<double>((at + 1) / 2) * step * (at % 2 == 0 ? 1 : -1);
        return {x, m_bands.middle_of(point.reach) + away};
    }

private:
    static constexpr std::size_t columns = static_cast<std::size_t>(width / step) + 1;
    Bands const& m_bands;
    std::array<std::array<std::size_t, columns>, 4> m_taken{};
};

/// One form per goal beside its colour: circle, square, diamond, triangle, and so on, 9 units wide.
std::string_view form_of(std::size_t goal)
{
    constexpr std::array<std::string_view, goal_colours> forms = {"M-5 0a5 5 0 1 0 10 0a5 5 0 1 0-10 0z", "M-4.5-4.5h9v9h-9z", "M0-6 6 0 0 6-6 0z", "M0-5.5 5.5 4.5h-11z",
        "M0 5.5-5.5-4.5h11z", "M-2-6h4v4h4v4h-4v4h-4v-4h-4v-4h4z", "M-5.5 0-2.8-4.8h5.6L5.5 0 2.8 4.8h-5.6z", "M-6-3h12v6h-12z"};
    return forms[goal % forms.size()];
}

/// A small circle for who serves no goal.
constexpr std::string_view no_form = "M-3.5 0a3.5 3.5 0 1 0 7 0a3.5 3.5 0 1 0-7 0z";

std::string seat_words(PageWords const& words, MapPoint const& point)
{
    return std::string{point.seat == Seat::target ? words("target") : point.seat == Seat::reserve ? words("reserve") : point.is_out ? words("out") : ""};
}

std::string spoken(PageWords const& words, MapView const& view, MapPoint const& point)
{
    auto text = point.name;
    auto const add = [&](std::string_view part) { text += part.empty() ? std::string{} : ", " + std::string{part}; };
    add(point.what);
    add(decimal(point.value, 2, words.language()));
    add(words(reach_words[static_cast<std::size_t>(point.reach)]));
    add(point.goal ? std::string_view{view.goals[*point.goal]} : std::string_view{});
    add(seat_words(words, point));
    return text;
}

void add_legend(Dictionary& dictionary, MapView const& view)
{
    for (std::size_t goal = 0; goal < view.goals.size(); ++goal) {
        auto& row = *dictionary.AddSectionDictionary("LEGEND");
        row.SetIntValue("COLOUR", static_cast<long>(colour_of(goal, view.goals.size())));
        row.SetValue("FORM", std::string{form_of(goal)});
        row.SetValue("GOAL", view.goals[goal]);
    }
}

void add_shapes(Dictionary& dictionary)
{
    for (std::size_t colour = 0; colour <= goal_colours; ++colour) {
        auto& row = *dictionary.AddSectionDictionary("SHAPE");
        row.SetIntValue("SHAPE_ID", static_cast<long>(colour));
        row.SetValue("FORM", std::string{colour == 0 ? no_form : form_of(colour - 1)});
    }
}

void add_bands(Dictionary& dictionary, PageWords const& words, Bands const& bands)
{
    for (std::size_t i = 0; i < reach_words.size(); ++i) {
        if (!bands.is_used(static_cast<Reach>(i))) {
            continue;
        }
        auto& row = *dictionary.AddSectionDictionary("BAND");
        auto const middle = bands.middle_of(static_cast<Reach>(i));
        row.SetValue("BAND_WORD", std::string{words(reach_words[i])});
        row.SetValue("BAND_Y", fmt::format("{:.0f}", middle));
        row.SetValue("EDGE_Y", fmt::format("{:.0f}", middle + bands.band() / 2));
    }
}

void add_marks(Dictionary& dictionary, PageWords const& words, double scale)
{
    for (int tenth = 0; tenth <= 10; ++tenth) {
        auto const value = tenth / 10.0;
        if (value * scale <= 1.0001) {
            auto& row = *dictionary.AddSectionDictionary("MARK");
            row.SetValue("MARK_X", fmt::format("{:.1f}", left + value * scale * (width - left - right)));
            row.SetValue("MARK_WORD", decimal(value, 1, words.language()));
        }
    }
}

void add_line(Dictionary& dictionary, PageWords const& words, MapView const& view, MapPoint const& point)
{
    auto& row = *dictionary.AddSectionDictionary("LINE");
    row.SetIntValue("ID", static_cast<long>(point.id));
    row.SetValue("NAME", point.name);
    row.SetValue("WHAT", point.what);
    row.SetValue("VALUE", decimal(point.value, 2, words.language()));
    row.SetValue("REACH", std::string{words(reach_words[static_cast<std::size_t>(point.reach)])});
    row.SetValue("GOAL", point.goal ? view.goals[*point.goal] : std::string{});
    row.SetValue("SEAT", seat_words(words, point));
}

/// Units of the axis for a score of 1; the axis ends at the next twentieth.
double scale_of(MapView const& view)
{
    double highest = 0.1;
    for (auto const& point : view.points) {
        highest = std::max(highest, point.value);
    }
    return 20 / std::ceil(highest * 20);
}

void add_drawing(Dictionary& dictionary, PageWords const& words, MapView const& view)
{
    auto const scale = scale_of(view);
    dictionary.SetValue("HEIGHT", fmt::format("{:.0f}", height + 50));
    dictionary.SetValue("AXIS_Y", fmt::format("{:.0f}", height + 20));
    add_legend(dictionary, view);
    add_shapes(dictionary);
    add_bands(dictionary, words, Bands{view});
    add_marks(dictionary, words, scale);
}

} // namespace

std::string map_points(PageWords const& words, MapView const& view)
{
    constexpr int target = 1;
    constexpr int out = 2;
    auto const scale = scale_of(view);
    auto const bands = Bands{view};
    auto spreading = Spreading{bands};
    auto points = nlohmann::json::array();
    for (auto const& point : std::span{view.points}.first(std::min(view.points.size(), most_points))) {
        auto const spot = spreading.place(point, scale);
        auto const flags = (point.seat == Seat::target ? target : 0) + (point.is_out ? out : 0);
        points.push_back({point.id, std::lround(spot.x), std::lround(spot.y), point.goal ? colour_of(*point.goal, view.goals.size()) : 0, flags, spoken(words, view, point)});
    }
    return json_line(points);
}

std::string map_html(Frame const& frame, MapView const& view)
{
    auto const& words = frame.words;
    auto dictionary = Dictionary{"map"};
    set_frame(dictionary, frame);
    auto const drawn = std::min(view.points.size(), most_points);
    auto& part = *dictionary.AddSectionDictionary(view.as_table ? "TABLE" : "DRAWING");
    part.SetValue("COUNT", count_words(words, drawn, view.everybody));
    if (!view.as_table) {
        add_drawing(part, words, view);
    }
    for (std::size_t i = 0; view.as_table && i < drawn; ++i) {
        add_line(part, words, view, view.points[i]);
    }
    return fill_template("map", dictionary);
}

} // namespace knowwho::review
