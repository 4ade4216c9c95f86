// SPDX-License-Identifier: MIT
// links: relevance store
// Prints how like each person's own texts are to each need: person,need,similarity.
//   yardstick_ranking FOLDER   (people.jsonl and needs.jsonl)
#include "relevance/blend.hpp"
#include "relevance/need_reader.hpp"
#include "relevance/person_likeness.hpp"
#include "store/files.hpp"

#include <nlohmann/json.hpp>

#include <cstdio>
#include <exception>
#include <filesystem>
#include <sstream>

namespace {

using nlohmann::json;
using namespace knowwho;

/// The data were collected in 2022; ages count from there.
constexpr double this_year = 2022;

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

std::string text_of(json const& row, char const* key)
{
    return row.contains(key) && row.at(key).is_string() ? row.at(key).get<std::string>() : std::string{};
}

double age_of(json const& snippet)
{
    auto const date = text_of(snippet, "date");
    auto const year = date.size() >= 4 ? std::atof(date.substr(0, 4).c_str())
        : snippet.contains("date") && snippet.at("date").is_number() ? snippet.at("date").get<double>()
                                                                     : this_year;
    return std::max(0.0, this_year - year);
}

struct Person {
    std::string id;
    std::vector<TextId> texts;
    std::vector<double> ages;
};

std::vector<Person> add_people(std::vector<json> const& rows, Corpus& corpus)
{
    auto people = std::vector<Person>{};
    for (auto const& row : rows) {
        auto person = Person{row.at("id"), {}, {}};
        for (auto const& snippet : row.at("snippets")) {
            auto const text = text_of(snippet, "title") + "\n" + text_of(snippet, "text");
            auto const piece = TextPiece{text, Language::english};
            person.texts.push_back(corpus.add({&piece, 1}));
            person.ages.push_back(age_of(snippet));
        }
        people.push_back(std::move(person));
    }
    corpus.finish();
    return people;
}

double likeness_of(Person const& person, std::vector<float> const& of_texts)
{
    auto aged = std::vector<AgedLikeness>{};
    for (std::size_t i = 0; i < person.texts.size(); ++i) {
        aged.push_back({of_texts[person.texts[i]], person.ages[i]});
    }
    return person_likeness(aged);
}

int run(std::filesystem::path const& folder)
{
    auto corpus = Corpus{};
    auto const people = add_people(read_lines(folder / "people.jsonl"), corpus);
    auto const rows = read_lines(folder / "needs.jsonl");
    auto reader = NeedReader{corpus, BridgeList::built_in()};
    auto texts = std::vector<std::string>{};
    for (auto const& row : rows) {
        auto const text = text_of(row, "text");
        texts.push_back(text.empty() ? text_of(row, "title") : text);
    }
    auto const needs = reader.read_all(std::vector<std::string_view>(texts.begin(), texts.end()));
    auto const likeness = likeness_of_texts(corpus, needs);
    std::puts("person,need,similarity");
    for (std::size_t need = 0; need < rows.size(); ++need) {
        for (auto const& person : people) {
            std::printf("%s,%s,%.9g\n", person.id.c_str(), rows[need].at("id").get<std::string>().c_str(),
                        likeness_of(person, likeness[need]));
        }
    }
    return 0;
}

} // namespace

int main(int argc, char** argv)
{
    if (argc != 2) {
        std::fputs("usage: yardstick_ranking FOLDER\n", stderr);
        return 2;
    }
    try {
        return run(argv[1]);
    } catch (std::exception const& error) {
        std::fprintf(stderr, "yardstick_ranking: %s\n", error.what());
        return 2;
    }
}
