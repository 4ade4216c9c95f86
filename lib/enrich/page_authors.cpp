// SPDX-License-Identifier: MIT
// Who wrote a page: linked data, meta elements, elements named for authors.
#include "enrich/page_facts.hpp"

#include "enrich/clean_text.hpp"
#include "text/folding.hpp"

#include <algorithm>
#include <array>

namespace knowwho {

namespace {

constexpr std::array<std::string_view, 9> opening_words = {"von ", "by ", "text: ", "autor: ", "autorin: ", "author: ", "written by ",
                                                           "ein beitrag von ", "geschrieben von "};

bool starts_without_case(std::string_view text, std::string_view beginning)
{
    return text.size() >= beginning.size()
        && std::equal(beginning.begin(), beginning.end(), text.begin(), [](char a, char b) {
               return a == (b >= 'A' && b <= 'Z' ? static_cast<char>(b - 'A' + 'a') : b);
           });
}

std::string_view without_opening(std::string_view text)
{
    for (auto const opening : opening_words) {
        if (starts_without_case(text, opening)) {
            return text.substr(opening.size());
        }
    }
    return text;
}

int words_in(std::string_view text)
{
    return static_cast<int>(std::count(text.begin(), text.end(), ' ')) + 1;
}

/// Looks like one person's name: two to five words, no address, no digits.
bool may_be_name(std::string_view text)
{
    bool const short_enough = text.size() >= 4 && text.size() <= 60 && words_in(text) >= 2 && words_in(text) <= 5;
    return short_enough && text.find_first_of("0123456789@/:|<>") == std::string_view::npos;
}

void add_name(std::vector<std::string>& names, std::string_view text)
{
    std::string name = clean_text(without_opening(text));
    auto const same = [&](std::string const& known) { return fold(known) == fold(name); };
    if (may_be_name(name) && std::none_of(names.begin(), names.end(), same)) {
        names.push_back(std::move(name));
    }
}

/// Cuts "Anna Weber, Bernd Krause und Chris Lee".
void add_names(std::vector<std::string>& names, std::string_view text)
{
    text = without_opening(text);
    while (!text.empty()) {
        std::size_t cut = text.size();
        std::size_t skip = 0;
        for (std::string_view const mark : {",", ";", " und ", " and ", " & ", "|", "/"}) {
            if (auto const at = text.find(mark); at < cut) {
                cut = at;
                skip = mark.size();
            }
        }
        add_name(names, text.substr(0, cut));
        text.remove_prefix(std::min(text.size(), cut + skip));
    }
}

std::vector<std::string> from_markup(PageFacts const& facts)
{
    std::vector<std::string> names;
    for (auto const& block : facts.page.blocks) {
        bool named = false;
        std::uint32_t at = block.first;
        for (int step = 0; step < 4 && at != 0; ++step, at = facts.tree.nodes[at].parent) {
            named = named || has(facts.tree.nodes[at].hints, Hint::author);
        }
        if (named && block.end - block.begin < 120) {
            add_names(names, facts.page.of(block));
        }
        if (!names.empty()) {
            break;
        }
    }
    return names;
}

} // namespace

std::vector<std::string> authors_of(PageFacts const& facts)
{
    std::vector<std::string> names;
    for (auto const& author : facts.data.authors) {
        add_names(names, author);
    }
    for (auto const* const key : {"author", "article:author", "dc.creator", "dcterms.creator", "parsely-author"}) {
        if (names.empty()) {
            for (auto const author : facts.head.all_of(key)) {
                add_names(names, author);
            }
        }
    }
    return names.empty() ? from_markup(facts) : names;
}

} // namespace knowwho
