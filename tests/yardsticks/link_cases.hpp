// SPDX-License-Identifier: MIT
// Reads the cases of the link set: an attendee and candidate profiles, one JSON object per line.
#pragma once

#include "identity/profile_link.hpp"

#include <nlohmann/json.hpp>

#include <fstream>
#include <string>
#include <vector>

namespace knowwho {

struct LinkCase {
    std::string id;
    LinkSubject subject;
    std::vector<LinkProfile> profiles;
    std::vector<std::string> names; ///< ids of the profiles
    std::string answer;             ///< read for fitting only
};

inline std::string text_of(nlohmann::json const& item, char const* key)
{
    return item.contains(key) && item[key].is_string() ? item[key].get<std::string>() : std::string{};
}

inline std::vector<std::string> texts_of(nlohmann::json const& item, char const* key)
{
    auto texts = std::vector<std::string>{};
    if (item.contains(key) && item[key].is_array()) {
        for (auto const& text : item[key]) {
            if (text.is_string()) {
                texts.push_back(text.get<std::string>());
            }
        }
    }
    return texts;
}

inline std::vector<std::pair<std::string, int>> counts_of(nlohmann::json const& item, char const* key)
{
    auto counts = std::vector<std::pair<std::string, int>>{};
    if (item.contains(key) && item[key].is_object()) {
        for (auto const& [text, count] : item[key].items()) {
            counts.emplace_back(text, count.is_number_integer() ? count.get<int>() : 1);
        }
    }
    return counts;
}

inline int number_of(nlohmann::json const& item, char const* key)
{
    return item.contains(key) && item[key].is_number_integer() ? item[key].get<int>() : 0;
}

inline LinkProfile profile_of(nlohmann::json const& item)
{
    auto profile = LinkProfile{counts_of(item, "names"), counts_of(item, "affiliations"), texts_of(item, "email_domains"), texts_of(item, "cities"),
        texts_of(item, "roles"), texts_of(item, "topics"), texts_of(item, "keywords"), texts_of(item, "co_names"), texts_of(item, "venues"),
        text_of(item, "language"), 0, 0, number_of(item, "n_docs")};
    if (item.contains("years") && item["years"].is_array() && item["years"].size() == 2 && item["years"][0].is_number_integer() && item["years"][1].is_number_integer()) {
        profile.first_year = item["years"][0].get<int>();
        profile.last_year = item["years"][1].get<int>();
    }
    return profile;
}

inline LinkCase case_of(nlohmann::json const& item)
{
    auto made = LinkCase{text_of(item, "id"), {}, {}, {}, text_of(item, "gold")};
    auto const& a = item["attendee"];
    made.subject = {text_of(a, "name"), text_of(a, "affiliation"), text_of(a, "email_domain"), text_of(a, "city"), text_of(a, "role"), text_of(a, "venue"),
        text_of(a, "language"), texts_of(a, "topics"), texts_of(a, "keywords"), texts_of(a, "co_names"), number_of(a, "year")};
    for (auto const& candidate : item["candidates"]) {
        made.names.push_back(text_of(candidate, "pid"));
        made.profiles.push_back(profile_of(candidate));
    }
    return made;
}

inline std::vector<LinkCase> read_link_cases(char const* path)
{
    auto cases = std::vector<LinkCase>{};
    auto file = std::ifstream{path};
    for (auto line = std::string{}; std::getline(file, line);) {
        auto const item = nlohmann::json::parse(line, nullptr, false);
        if (item.is_object() && item.contains("attendee") && item.contains("candidates")) {
            cases.push_back(case_of(item));
        }
    }
    return cases;
}

inline LinkCorpus corpus_of(std::vector<LinkCase> const& cases)
{
    auto corpus = LinkCorpus{};
    for (auto const& one : cases) {
        corpus.add(one.subject);
        for (auto const& profile : one.profiles) {
            corpus.add(profile);
        }
    }
    return corpus;
}

} // namespace knowwho
