// SPDX-License-Identifier: MIT
#include "import/schedule_xml.hpp"

#include "import/broken_document.hpp"
#include "import/cell_evidence.hpp"

#include <cstdlib>

#include <pugixml.hpp>

namespace knowwho {
namespace {

std::string child_text(pugi::xml_node node, char const* name)
{
    return std::string(trim(node.child(name).text().as_string()));
}

/// "14:00" and "00:45" give "14:45"; empty if one of them is no time of day.
std::string end_of(std::string const& start, std::string const& duration)
{
    int const numbers[] = {std::atoi(start.c_str()), start.size() > 3 ? std::atoi(start.c_str() + 3) : -1, std::atoi(duration.c_str()),
                           duration.size() > 3 ? std::atoi(duration.c_str() + 3) : -1};
    if (start.size() != 5 || duration.size() != 5 || start[2] != ':' || duration[2] != ':') {
        return {};
    }
    auto const minutes = (numbers[0] + numbers[2]) * 60 + numbers[1] + numbers[3];
    std::string end = "00:00";
    end[0] = static_cast<char>('0' + minutes / 600 % 10);
    end[1] = static_cast<char>('0' + minutes / 60 % 10);
    end[3] = static_cast<char>('0' + minutes % 60 / 10);
    end[4] = static_cast<char>('0' + minutes % 10);
    return end;
}

class ScheduleReader {
public:
    explicit ScheduleReader(Texts& texts) : m_texts(texts)
    {
        m_table.headers = {"person", "title", "abstract", "room", "start", "end", "biography"};
        m_table.known = {Field::name, Field::talk, Field::talk_abstract, Field::talk_room, Field::talk_starts, Field::talk_ends, Field::about};
        m_table.header_line = 1;
    }

    Table read(pugi::xml_node schedule)
    {
        for (auto const day : schedule.children("day")) {
            std::string const date = day.attribute("date").value();
            for (auto const room : day.children("room")) {
                for (auto const event : room.children("event")) {
                    read_event(event, date, room.attribute("name").value());
                }
            }
            for (auto const event : day.children("event")) {
                read_event(event, date, "");
            }
        }
        return std::move(m_table);
    }

private:
    void read_event(pugi::xml_node event, std::string const& date, std::string const& room)
    {
        auto const start = child_text(event, "start");
        auto const end = end_of(start, child_text(event, "duration"));
        auto const own_room = child_text(event, "room");
        auto abstract = child_text(event, "abstract");
        if (abstract.empty()) {
            abstract = child_text(event, "description");
        }
        for (auto const person : event.child("persons").children("person")) {
            auto name = std::string(trim(person.text().as_string()));
            if (name.empty()) {
                name = person.attribute("name").value();
            }
            m_table.add_row(++m_number);
            m_table.add_cell(m_texts.keep(std::move(name)));
            m_table.add_cell(m_texts.keep(child_text(event, "title")));
            m_table.add_cell(m_texts.keep(abstract));
            m_table.add_cell(m_texts.keep(own_room.empty() ? room : own_room));
            m_table.add_cell(m_texts.keep(date.empty() || start.empty() ? start : date.substr(0, 10) + " " + start));
            m_table.add_cell(m_texts.keep(end));
            m_table.add_cell(m_texts.keep(person.attribute("biography").value()));
        }
    }

    Texts& m_texts;
    Table m_table;
    int m_number = 0;
};

} // namespace

bool looks_like_schedule(std::string_view text)
{
    auto const head = text.substr(0, 4096);
    auto const begin = trim(head);
    return (begin.starts_with("<?xml") || begin.starts_with("<schedule") || begin.starts_with("<!--")) && head.find("<schedule") != head.npos;
}

FoundTables read_schedule(std::string_view text, Texts& texts)
{
    FoundTables found;
    found.format = "schedule";
    found.dialect = "a conference schedule in XML";
    found.repeats = true;
    pugi::xml_document document;
    auto const result = document.load_buffer(text.data(), text.size(), pugi::parse_default, pugi::encoding_utf8);
    if (!result) {
        found.problems.push_back(broken_xml(text, static_cast<std::size_t>(result.offset), result.description()));
    }
    found.titles = {document.child("schedule").child("conference").child_value("title")};
    found.tables.push_back(ScheduleReader(texts).read(document.child("schedule")));
    return found;
}

} // namespace knowwho
