// SPDX-License-Identifier: MIT
// links: score relevance
// Prints how likely each person of an event serves each goal: need,person,score.
//   yardstick_goals FOLDER   (people.jsonl and needs.jsonl)
#include "score/rank.hpp"
#include "store/files.hpp"

#include <nlohmann/json.hpp>

#include <cstdio>
#include <exception>
#include <filesystem>
#include <sstream>

namespace {

using nlohmann::json;
using namespace knowwho;

std::vector<json> read_lines(std::filesystem::path const& file)
{
    auto rows = std::vector<json>{};
    auto stream = std::istringstream{read_file(file)};
    for (auto line = std::string{}; std::getline(stream, line);) {
        if (!line.empty()) {
            rows.push_back(json::parse(line));
        }
    }
    return rows;
}

Language language_of(std::string const& code)
{
    return code == "de" ? Language::german : code == "en" ? Language::english : Language::unknown;
}

/// A person as the program would hold them: a row with quotable evidence.
Candidate candidate_of(json const& person, std::int64_t number)
{
    auto candidate = Candidate{};
    candidate.attendance.person = PersonId{number};
    candidate.attendance.id = AttendanceId{number};
    candidate.attendance.list_file = "people.jsonl";
    auto& row = candidate.attendance.row;
    row.line = static_cast<int>(number);
    row.name.written = person.value("name", "");
    row.organisation = person.value("organisation", "");
    row.role = person.value("role", "");
    row.place = person.value("place", "");
    for (auto const& text : person.at("snippets")) {
        auto evidence = Evidence{};
        evidence.page.title = text.value("title", "");
        evidence.snippet.id = SnippetId{number};
        evidence.snippet.quote = text.value("text", "");
        evidence.snippet.language = language_of(text.value("language", ""));
        candidate.evidence.push_back(std::move(evidence));
    }
    return candidate;
}

Goals goals_of(std::vector<json> const& needs)
{
    auto goals = Goals{};
    for (auto const& need : needs) {
        auto goal = Goal{};
        goal.name = need.at("id");
        goal.kind = goal_kind_named(need.at("kind").get<std::string>()).value();
        goal.want = need.at("text");
        goals.goals.push_back(std::move(goal));
    }
    return goals;
}

int run(std::filesystem::path const& folder)
{
    auto const people = read_lines(folder / "people.jsonl");
    auto candidates = std::vector<Candidate>{};
    for (auto const& person : people) {
        candidates.push_back(candidate_of(person, static_cast<std::int64_t>(candidates.size() + 1)));
    }
    auto const goals = goals_of(read_lines(folder / "needs.jsonl"));
    auto const matches = rank(candidates, goals, PartialDate{2026, 11, 26}, Watch{});
    std::puts("need,person,score");
    for (std::size_t goal = 0; goal < goals.goals.size(); ++goal) {
        for (auto const& match : matches) {
            auto const id = people[match.candidate].at("id").get<std::string>();
            std::printf("%s,%s,%.9g\n", goals.goals[goal].name.c_str(), id.c_str(), match.goals[goal].score);
        }
    }
    return 0;
}

} // namespace

int main(int argc, char** argv)
{
    if (argc != 2) {
        std::fputs("usage: yardstick_goals FOLDER\n", stderr);
        return 2;
    }
    try {
        return run(argv[1]);
    } catch (std::exception const& error) {
        std::fprintf(stderr, "yardstick_goals: %s\n", error.what());
        return 2;
    }
}
