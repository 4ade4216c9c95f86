// SPDX-License-Identifier: MIT
// What the first words of a line show: "Lesen Sie auch", "Share this", "Foto: …".
#include "enrich/page_cues.hpp"

#include "data/resources.hpp"
#include "text/folding.hpp"
#include "text/lexicon.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <unordered_map>

namespace knowwho {

namespace {

constexpr std::size_t longest_beginning = 60;

constexpr std::array<std::string_view, 14> cue_names = {"none",  "share",  "more",   "subscribe", "comments", "legal",  "credit",
                                                        "agency", "source", "author", "date",      "tags",     "advert", "navigation"};

struct Meaning {
    Cue cue = Cue::none;
    bool whole_line = false;
};

using Beginnings = std::unordered_map<std::string_view, Meaning>;

Beginnings read_beginnings()
{
    Beginnings beginnings;
    for (auto const& row : read_rows(resource("lexicon/page_cues.tsv"))) {
        auto const name = row.size() < 2 ? cue_names.end() : std::find(cue_names.begin(), cue_names.end(), row[1]);
        if (name != cue_names.end()) {
            beginnings.emplace(row[0], Meaning{static_cast<Cue>(name - cue_names.begin()), row.size() > 2 && row[2] == "all"});
        }
    }
    return beginnings;
}

} // namespace

Cue cue_of(std::string_view line)
{
    static Beginnings const beginnings = read_beginnings();
    std::string const words = fold(line.substr(0, longest_beginning));
    bool const cut = line.size() > longest_beginning;
    for (std::size_t end = words.size(); end != 0 && end != std::string::npos; end = words.rfind(' ', end - 1)) {
        auto const found = beginnings.find(std::string_view{words}.substr(0, end));
        if (found != beginnings.end() && (!found->second.whole_line || (end == words.size() && !cut))) {
            return found->second.cue;
        }
    }
    return Cue::none;
}

} // namespace knowwho
