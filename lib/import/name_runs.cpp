// SPDX-License-Identifier: MIT
#include "import/name_runs.hpp"

#include "import/cell_evidence.hpp"
#include "import/person_line.hpp"

#include <algorithm>
#include <array>

namespace knowwho {
namespace {

constexpr std::size_t fewest_entries = 3;
constexpr std::size_t longest_entry = 220;  // bytes
constexpr std::size_t longest_label_of_run = 60; // bytes
constexpr double a_person = 0.5;

/// Where the text is cut: at semicolons outside brackets, or behind closing brackets.
std::size_t cut_length(std::string_view text, std::size_t position, int depth, bool semicolons)
{
    if (semicolons) {
        return depth == 0 && text[position] == ';' ? 1 : 0;
    }
    constexpr std::array<std::string_view, 8> signs{"), and ", "), und ", "), ", ") and ", ") und ", ") & ", ") et ", ") y "};
    if (depth == 1 && text[position] == ')') {
        for (auto const sign : signs) {
            if (text.substr(position, sign.size()) == sign) {
                return sign.size();
            }
        }
    }
    return 0;
}

std::vector<std::string_view> cut_run(std::string_view text, bool semicolons)
{
    std::vector<std::string_view> entries;
    std::size_t begin = 0;
    int depth = 0;
    for (std::size_t position = 0; position < text.size(); ++position) {
        auto const length = cut_length(text, position, depth, semicolons);
        depth += text[position] == '(' ? 1 : text[position] == ')' && depth > 0 ? -1 : 0;
        if (length > 0) {
            entries.push_back(trim(text.substr(begin, position + (semicolons ? 0 : 1) - begin)));
            begin = position + length;
            position = begin - 1;
        }
    }
    auto last = trim(text.substr(begin));
    if (last.ends_with('.') && !last.ends_with("e.V.")) {
        last.remove_suffix(1);
    }
    entries.push_back(last);
    std::erase_if(entries, [](auto entry) { return entry.empty(); });
    return entries;
}

/// "Programme committee: Anna Berg (...)": the label becomes an entry of its own.
void part_label(std::vector<std::string_view>& entries)
{
    auto const first = entries.front();
    auto const colon = first.find(": ");
    if (colon != first.npos && colon < longest_label_of_run && read_person_line(first.substr(colon + 2)).likelihood >= a_person) {
        entries.front() = trim(first.substr(colon + 2));
        entries.insert(entries.begin(), first.substr(0, colon));
    }
}

bool names_people(std::vector<std::string_view> const& entries)
{
    std::size_t people = 0;
    std::size_t seen = 0;
    for (auto const entry : entries) {
        people += entry.size() <= longest_entry && read_person_line(entry).likelihood >= a_person;
        if (++seen == 6 && people < 3) {
            return false;
        }
    }
    return people >= fewest_entries && people * 10 >= entries.size() * 6;
}

} // namespace

std::vector<std::string_view> entries_of_run(std::string_view paragraph)
{
    for (auto const semicolons : {true, false}) {
        auto const signs = semicolons ? std::count(paragraph.begin(), paragraph.end(), ';') : std::count(paragraph.begin(), paragraph.end(), ')');
        if (signs < 2) {
            continue;
        }
        auto entries = cut_run(paragraph, semicolons);
        if (entries.size() < fewest_entries) {
            continue;
        }
        part_label(entries);
        if (names_people(entries)) {
            return entries;
        }
    }
    return {};
}

} // namespace knowwho
