// SPDX-License-Identifier: MIT
// links: enrich
// Reads a folder of recorded answers (SOURCE/FILE, and a table replay.tsv of method, url, status, content type, headers,
// file) by the shipped recipes and prints a row per file: file, status, recipe/step, state, items, what the first one says.
#include "enrich/company_web_links.hpp"
#include "enrich/page_reader.hpp"
#include "enrich/site_map.hpp"
#include "enrich/source_reader.hpp"
#include "enrich/source_request.hpp"
#include "fetch/robots.hpp"
#include "store/files.hpp"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <chrono>
#include <filesystem>
#include <iostream>
#include <map>

namespace {

using namespace knowwho;
namespace fs = std::filesystem;

struct Answer {
    std::string file;
    std::string url;
    int status = 200;
    std::string content_type;
};

std::vector<std::string> cells_of(std::string const& line, char mark)
{
    std::vector<std::string> cells(1);
    for (char const c : line) {
        if (c == mark) {
            cells.emplace_back();
        } else {
            cells.back() += c;
        }
    }
    return cells;
}

/// "error_429_budget.json": the status that a file's name tells.
int status_in(std::string const& name)
{
    for (std::size_t at = name.find('_'); at != std::string::npos; at = name.find('_', at + 1)) {
        if (int const number = std::atoi(name.c_str() + at + 1); number >= 200 && number < 600) {
            return number;
        }
    }
    return 200;
}

std::map<std::string, Answer> answers_in(fs::path const& folder)
{
    std::map<std::string, Answer> answers;
    for (auto const& line : cells_of(read_file(folder / "replay.tsv"), '\n')) {
        auto const row = cells_of(line, '\t');
        if (row.size() >= 6 && row[0] == "GET" && row[5] != "-") {
            answers.emplace(row[5], Answer{row[5], row[1], std::atoi(row[2].c_str()), row[3]});
        }
    }
    for (auto const& entry : fs::recursive_directory_iterator{folder}) {
        auto const name = entry.path().lexically_relative(folder).generic_string();
        if (entry.is_regular_file() && name.find('/') != std::string::npos && name.find("response_headers") == std::string::npos) {
            answers.emplace(name, Answer{name, "", status_in(name), ""});
        }
    }
    return answers;
}

/// Host and path of an address or of a step's template, {parameters} and all.
std::string place_of(std::string const& url)
{
    auto const begin = url.find("://") == std::string::npos ? 0 : url.find("://") + 3;
    return url.substr(begin, url.find('?') - begin);
}

/// The path without its host, every {parameter} alike: servers differ where everybody runs their own.
std::string path_of(std::string const& url)
{
    auto const place = place_of(url);
    std::string path;
    bool inside = false;
    for (char const c : place.substr(std::min(place.find('/'), place.size()))) {
        inside = c == '{' || (inside && c != '}');
        path += inside ? "" : std::string(1, c);
    }
    return path;
}

std::string host_of(std::string const& url)
{
    return place_of(url).substr(0, place_of(url).find('/'));
}

std::string folder_of(std::string const& file)
{
    return file.substr(0, file.find('/'));
}

bool is_of(SourceRecipe const& recipe, std::string const& folder)
{
    return folder == recipe.name || recipe.name.starts_with(folder + "-") || (folder == "dnb-gnd" && (recipe.name == "lobid" || recipe.name == "dnb"));
}

struct Reading {
    std::string step;
    SourceReading reading;
    int rank = 0; ///< how well the step fits the request, then whether it reads anything
};

int rank_of(SourceStep const& step, Answer const& answer, SourceReading const& reading)
{
    auto const found = reading.state == ReadState::found ? 2 : reading.state == ReadState::failed ? 0 : 1;
    auto const same_path = !path_of(answer.url).empty() && path_of(step.url) == path_of(answer.url);
    return (place_of(step.url) == place_of(answer.url) ? 100 : same_path ? 50 : 0) + (host_of(step.url) == host_of(answer.url) ? 10 : 0) + found;
}

Reading read(std::vector<SourceRecipe> const& recipes, Answer const& answer, std::string const& body)
{
    Reading best;
    best.rank = -1;
    for (auto const& recipe : recipes) {
        for (auto const& step : recipe.steps) {
            if (!is_of(recipe, folder_of(answer.file)) || recipe.finds_sites()) {
                continue;
            }
            auto reading = read_answer(recipe, step, answer.status, body, answer.content_type, answer.url);
            if (int const rank = rank_of(step, answer, reading); rank > best.rank) {
                best = {recipe.name + '/' + step.name, std::move(reading), rank};
            }
        }
    }
    return best;
}

std::string short_of(std::string text, std::size_t length)
{
    std::replace_if(text.begin(), text.end(), [](char c) { return c == '\n' || c == '\t'; }, ' ');
    if (text.size() > length) {
        while (length > 0 && (static_cast<unsigned char>(text[length]) & 0xC0U) == 0x80) {
            --length;
        }
        text.resize(length);
    }
    return text;
}

std::string line_of(SourceItem const& item)
{
    std::string line;
    for (auto const& name : item.names) {
        line += (line.empty() ? "names=" : "; ") + short_of(name, 40);
    }
    for (auto const& [name, value] : item.signals) {
        line += ' ' + name + '=' + short_of(value, 40);
    }
    for (auto const& [name, value] : item.taken) {
        line += " {" + name + '=' + short_of(value, 30) + '}';
    }
    if (auto const& piece = item.piece) {
        line += " | " + short_of(piece->title, 60) + " | " + (piece->paragraphs.empty() ? "" : short_of(piece->paragraphs.front(), 60)) + " | "
            + piece->link + " | " + piece->site + " | " + (piece->date ? to_iso(*piece->date) : "-");
        for (auto const& name : piece->people) {
            line += (&name == &piece->people.front() ? " | " : "; ") + short_of(name, 40);
        }
    }
    return line;
}

void print_source(std::vector<SourceRecipe> const& recipes, Answer const& answer, std::string const& body)
{
    static constexpr std::string_view states[] = {"found", "nothing", "ask later", "failed"};
    auto const read_as = read(recipes, answer, body);
    if (read_as.rank < 0) {
        std::cout << answer.file << "\t" << answer.status << "\t-\tno source\t0\t\n";
        return;
    }
    auto const& reading = read_as.reading;
    std::cout << answer.file << '\t' << answer.status << '\t' << read_as.step << '\t' << states[static_cast<int>(reading.state)] << '\t'
              << reading.items.size() << '\t' << short_of(reading.message, 160) << (reading.items.empty() ? "" : line_of(reading.items.front())) << '\n';
}

std::string robots_line(std::string const& json)
{
    int right = 0;
    int all = 0;
    auto const table = nlohmann::json::parse(json);
    for (auto const& one : table.at("cases")) {
        for (auto const& check : one.at("checks")) {
            auto const rules = RobotsRules::parse(one.at("robots").get<std::string>(), check.at(0).get<std::string>());
            right += rules.allows(check.at(1).get<std::string>()) == check.at(2).get<bool>() ? 1 : 0;
            ++all;
        }
    }
    return fmt::format("decisions\t{}\t{} of {} as written down", all, right, all);
}

std::string page_line(Answer const& answer, std::string const& body)
{
    auto const page = read_page(body, answer.file, std::chrono::time_point_cast<std::chrono::seconds>(std::chrono::system_clock::now()), "", answer.url).page;
    auto const state = answer.status != 200 ? "refused" : is_soft_404(page.title, page.text) ? "not there" : forbids_quotes(body, "") ? "link only" : "page";
    auto const links = read_site_links(body, parse_address(answer.url.empty() ? "https://firma.example/" : answer.url).value_or(WebAddress{}));
    std::string authors;
    for (auto const& author : page.authors) {
        authors += (authors.empty() ? "" : "; ") + author;
    }
    return fmt::format("{}\t{}\t{} | {} | {} | {} | {} bytes | feeds {}, people {}, imprint {}, news {}", state, 1, page.title, page.site,
        page.published ? to_iso(*page.published) : "-", authors, page.text.size(), links.feeds.size(), links.people.size(), links.imprint.size(),
        links.news.size());
}

std::string list_line(Answer const& answer, std::string const& body)
{
    constexpr std::size_t limit = 8 << 20;
    auto const map = read_site_map(body, parse_address("https://firma.example/" + answer.file).value_or(WebAddress{}), limit);
    if (!map.maps.empty()) {
        return fmt::format("index\t{}\t{}", map.maps.size(), map.maps.front());
    }
    auto const& links = map.pages;
    return fmt::format("{}\t{}\t{}", links.empty() ? "nothing" : "list", links.size(),
        links.empty() ? "" : links.front().address + " | " + short_of(links.front().text, 60));
}

void print_site(Answer const& answer, std::string const& body)
{
    auto const ending = fs::path{answer.file}.extension();
    std::string line = "-\t0\t";
    if (answer.file.ends_with("robots_cases.json")) {
        line = robots_line(body);
    } else if (ending == ".txt") {
        auto const rules = RobotsRules::parse(body, "KnowWho");
        line = fmt::format("rules\t0\t/ {}, /unternehmen/team/ {}, delay {} s, {} sitemaps", rules.allows("/") ? "allowed" : "forbidden",
            rules.allows("/unternehmen/team/") ? "allowed" : "forbidden", rules.crawl_delay().value_or(std::chrono::seconds{0}).count(),
            rules.sitemaps().size());
    } else if (ending == ".xml") {
        line = list_line(answer, body);
    } else if (ending == ".html") {
        line = page_line(answer, body);
    }
    std::cout << answer.file << '\t' << answer.status << "\twebsite\t" << line << '\n';
}

} // namespace

int main(int count, char** words)
{
    if (count != 2) {
        std::cerr << "usage: yardstick_answers FOLDER\n";
        return 2;
    }
    auto const recipes = shipped_recipes();
    for (auto const& [file, answer] : answers_in(words[1])) {
        auto const body = read_file(fs::path{words[1]} / file);
        folder_of(file) == "company-web" ? print_site(answer, body) : print_source(recipes, answer, body);
    }
    return 0;
}
