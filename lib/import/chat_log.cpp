// SPDX-License-Identifier: MIT
#include "import/chat_log.hpp"

#include "import/cell_evidence.hpp"
#include "import/person_line.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <set>

namespace knowwho {
namespace {

constexpr std::size_t head_of_chat = 65536; // bytes that tell what it is
constexpr std::size_t longest_stamp = 40;   // bytes
constexpr std::size_t shortest_stamp = 5;   // bytes, of a time alone
constexpr std::size_t shortest_date_and_time = 12; // bytes
constexpr std::size_t longest_sender = 80;  // bytes
constexpr int fewest_messages = 3;
constexpr double may_be_named = 0.3;

/// The time in front of a message, taken off the line with the signs behind it; false if there is none.
bool take_stamp(std::string_view& line)
{
    auto rest = trim(line);
    auto const bracket = rest.starts_with('[');
    rest.remove_prefix(bracket ? 1 : 0);
    auto const dash = rest.find(" - ");
    auto const dated = dash != rest.npos && dash >= shortest_date_and_time; // "09:30 - Opening" is a programme
    auto const end = bracket ? rest.find(']') : dated ? dash : rest.find("From ");
    if (end == rest.npos || end > longest_stamp || end < shortest_stamp || rest[0] < '0' || rest[0] > '9' || !has_time_of_day(rest.substr(0, end))) {
        return false;
    }
    rest = trim(rest.substr(end + (bracket ? 1 : 0)));
    line = rest.starts_with("- ") ? trim(rest.substr(2)) : rest;
    return true;
}

/// "Anna Berg: Good morning", "From Anna Berg to Everyone: …": who wrote it; empty where the program itself speaks.
std::optional<std::string_view> sender_of(std::string_view message)
{
    auto const colon = message.find(':');
    if (colon == message.npos || colon > longest_sender || (colon + 1 < message.size() && message[colon + 1] != ' ')) {
        return std::nullopt;
    }
    auto sender = trim(message.substr(0, colon));
    auto const from = sender.starts_with("From ");
    sender = from ? trim(sender.substr(5)) : sender;
    auto const to = std::min(sender.find(" to "), sender.find(" To "));
    sender = from && to != sender.npos ? trim(sender.substr(0, to)) : sender;
    sender = sender.starts_with("~") ? trim(sender.substr(1)) : sender; // a name that the sender gave, and not the reader's address book
    auto const blanks = std::count(sender.begin(), sender.end(), ' ');
    return sender.empty() || blanks > 5 || sender.find_first_of("\"?!") != sender.npos ? std::nullopt : std::optional(sender);
}

template <typename Take>
void for_each_message(std::string_view text, Take take)
{
    for (int number = 1; !text.empty(); ++number) {
        auto const end = std::min(text.find('\n'), text.size());
        auto line = text.substr(0, end);
        take(line, take_stamp(line), number);
        text.remove_prefix(std::min(end + 1, text.size()));
    }
}

} // namespace

bool looks_like_chat(std::string_view text)
{
    std::set<std::string_view> senders;
    int filled = 0;
    int stamped = 0;
    int sent = 0;
    for_each_message(text.substr(0, head_of_chat), [&](std::string_view line, bool stamp, int) {
        filled += !trim(line).empty();
        stamped += stamp;
        if (auto const sender = stamp ? sender_of(line) : std::nullopt) {
            senders.insert(*sender);
            ++sent;
        }
    });
    auto const named = std::count_if(senders.begin(), senders.end(), [](auto sender) { return read_person_line(sender).likelihood >= may_be_named; }); // "[10:00] Talk: Anna Berg" is a programme
    return std::size_t(named) * 2 >= senders.size() && sent >= fewest_messages && stamped * 2 > filled && sent * 2 > stamped;
}

FoundTables read_chat(std::string_view text, Texts&)
{
    FoundTables found;
    found.format = "chat";
    found.dialect = "messages and who wrote them";
    Table table;
    table.headers = {"sender"};
    table.known = {Field::name};
    table.header_line = 1;
    std::set<std::string_view> known;
    for_each_message(text, [&](std::string_view line, bool stamp, int number) {
        auto const sender = stamp ? sender_of(line) : std::nullopt;
        if (sender && known.insert(*sender).second) {
            table.add_row(number);
            table.add_cell(*sender);
        }
    });
    found.tables.push_back(std::move(table));
    return found;
}

} // namespace knowwho
