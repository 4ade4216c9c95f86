// SPDX-License-Identifier: MIT
// The picture of when and where the targets speak: a lane of hours for each day.
#include "report/pdf_pages.hpp"
#include "report/timeline.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <memory>

namespace knowwho {

namespace {

/// Where minutes lie on the paper.
struct Hours {
    int opens, closes;
    double left, width;

    double at(int minutes) const { return left + width * (minutes - opens) / std::max(closes - opens, 1); }
};

/// A talk as a bar with its number, and the room beside it.
struct Bar {
    double x, width;
    std::shared_ptr<SetText> number, room;
    double room_x;
    std::size_t lane;

    double right() const { return std::max(x + width, room_x + room->width()); }
    double left() const { return std::min(x, room_x); }
};

std::shared_ptr<SetText> set(Press const& press, std::string const& text, Look const& look)
{
    return std::make_shared<SetText>(press.setter.set({{text, look, {}}}, press.width));
}

/// Each bar goes into the first lane where neither it nor its room touches another.
std::vector<Bar> bars_of(Press const& press, TimelineDay const& day, Hours const& hours)
{
    Look white = bold(press, 8);
    white.colour = {1, 1, 1};
    double const gap = press.unit(4);
    std::vector<Bar> bars;
    std::vector<double> ends;
    for (auto const& item : day.items) {
        double const x = hours.at(item.begins);
        double const width = std::max(hours.at(item.ends) - x, press.unit(13));
        auto const room = set(press, item.hours + (item.room.empty() ? "" : ", " + item.room), quiet(press, 7.6));
        bool const fits = x + width + gap + room->width() <= hours.left + hours.width;
        Bar bar{x, width, set(press, std::to_string(item.number), white), room, fits ? x + width + gap : x - gap - room->width(), 0};
        auto const lane = std::find_if(ends.begin(), ends.end(), [&](double end) { return end + 2 * gap <= bar.left(); });
        bar.lane = static_cast<std::size_t>(lane - ends.begin());
        (lane == ends.end() ? ends.emplace_back() : *lane) = bar.right();
        bars.push_back(std::move(bar));
    }
    return bars;
}

/// The hours above all days: every one, or every second where they stand too close.
SheetPiece scale(Press const& press, Hours const& hours)
{
    std::vector<std::pair<double, SetText>> marks;
    int const step = hours.width * 60 / std::max(hours.closes - hours.opens, 60) < press.unit(24) ? 120 : 60;
    for (int at = hours.opens; at <= hours.closes; at += step) {
        marks.emplace_back(hours.at(at), press.setter.set({{fmt::format("{}", at / 60), quiet(press, 7), {}}}, press.width));
    }
    double const height = marks.front().second.height();
    return {height, 0, true, false, false, [marks](Canvas& canvas, double x, double y, double) {
                for (auto const& [at, text] : marks) {
                    canvas.text(text, x + at - text.width() / 2, y, "");
                }
            }};
}

SheetPiece day_row(Press const& press, TimelineDay const& day, Hours const& hours)
{
    auto const bars = bars_of(press, day, hours);
    std::size_t lanes = 1;
    for (auto const& bar : bars) {
        lanes = std::max(lanes, bar.lane + 1);
    }
    auto const label = std::make_shared<SetText>(press.setter.set({{day.day, sans(press, 8.4), {}}}, std::max(hours.left - press.unit(6), 1.0)));
    double const lane = press.unit(14), pad = press.unit(2.5);
    double const height = std::max(static_cast<double>(lanes) * lane + pad, label->height() + pad);
    Palette const palette = press.palette;
    return {height, 0, false, false, false, [=](Canvas& canvas, double x, double y, double) {
                canvas.line(x, y, x + hours.left + hours.width, y, 0.6, palette.line);
                for (int at = hours.opens; at <= hours.closes; at += 60) {
                    canvas.line(x + hours.at(at), y, x + hours.at(at), y + height, 0.4, palette.line);
                }
                canvas.text(*label, x, y + pad, "P");
                for (auto const& bar : bars) {
                    double const top = y + pad + static_cast<double>(bar.lane) * lane;
                    double const thickness = lane - pad;
                    canvas.box(x + bar.x, top, bar.width, thickness, palette.accent);
                    canvas.text(*bar.number, x + bar.x + (bar.width - bar.number->width()) / 2,
                        top + (thickness - bar.number->height()) / 2, "P");
                    canvas.box(x + bar.room_x - 1, top, bar.room->width() + 2, thickness, {1, 1, 1});
                    canvas.text(*bar.room, x + bar.room_x, top + (thickness - bar.room->height()) / 2, "P");
                }
            }};
}

} // namespace

void add_timeline(Stack& stack, Press const& press)
{
    Timeline const timeline = timeline_of(press.sheet);
    if (timeline.days.empty()) {
        return;
    }
    bool const named = std::any_of(timeline.days.begin(), timeline.days.end(), [](auto const& day) { return !day.day.empty(); });
    double const left = press.unit(named ? 84 : 8);
    Hours const hours{timeline.opens, timeline.closes, left, press.width - left - press.unit(6)};
    stack.push_back(small_heading(press, press.phrases("timeline"), press.width, 10));
    stack.push_back(scale(press, hours));
    for (auto const& day : timeline.days) {
        stack.push_back(day_row(press, day, hours));
    }
}

} // namespace knowwho
