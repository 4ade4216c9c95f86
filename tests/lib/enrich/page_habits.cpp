// SPDX-License-Identifier: MIT
// Golden pages, one per habit of the web (tests/lib/enrich/pages): lines with "Kranich" are the
// page's own text, those with "Attrappe" are not; the comment at the top says the facts.
#include "enrich/page_reader.hpp"
#include "store/files.hpp"

#include <boost/test/data/monomorphic.hpp>
#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>

#include <algorithm>
#include <filesystem>
#include <map>
#include <sstream>

BOOST_AUTO_TEST_SUITE(page_habits)

namespace {

using namespace knowwho;
namespace fs = std::filesystem;

Instant const now{std::chrono::sys_days{std::chrono::year{2026} / 11 / 20}};

fs::path folder()
{
    return fs::path{KNOWWHO_SOURCE_DIR} / "tests/lib/enrich/pages";
}

std::vector<std::string> page_names()
{
    std::vector<std::string> names;
    for (auto const& entry : fs::directory_iterator{folder()}) {
        names.push_back(entry.path().filename().string());
    }
    std::sort(names.begin(), names.end());
    return names;
}

/// "key: value" lines of the comment at the top.
std::map<std::string, std::string> facts_of(std::string const& html)
{
    std::map<std::string, std::string> facts;
    std::istringstream comment{html.substr(0, html.find("-->"))};
    for (std::string line; std::getline(comment, line);) {
        if (auto const colon = line.find(": "); colon != std::string::npos) {
            facts[line.substr(0, colon)] = line.substr(colon + 2);
        }
    }
    return facts;
}

int count(std::string_view text, std::string_view word)
{
    int found = 0;
    for (auto at = text.find(word); at != std::string_view::npos; at = text.find(word, at + 1)) {
        ++found;
    }
    return found;
}

std::string joined(std::vector<std::string> const& names)
{
    std::string result;
    for (auto const& name : names) {
        result += (result.empty() ? "" : "; ") + name;
    }
    return result;
}

std::string fact(Page const& page, std::string const& key)
{
    if (key == "title") {
        return page.title;
    }
    if (key == "authors") {
        return joined(page.authors);
    }
    if (key == "date") {
        return page.published ? to_iso(*page.published) : "";
    }
    if (key == "site") {
        return page.site;
    }
    if (key == "address") {
        return page.address;
    }
    return page.kind == PageKind::article ? "article" : "other";
}

} // namespace

BOOST_DATA_TEST_CASE(a_page_is_read_as_a_person_would, boost::unit_test::data::make(page_names()), name)
{
    std::string const html = read_file(folder() / name);
    auto const reading = read_page(html, name, now);
    Page const& page = reading.page;
    BOOST_TEST(count(page.text, "Attrappe") == 0, page.text);
    BOOST_TEST(count(page.text, "Kranich") == count(html, "Kranich"), page.text);
    BOOST_TEST((page.language == (name.starts_with("de") ? Language::german : Language::english)));
    for (auto const& [key, value] : facts_of(html)) {
        BOOST_TEST(fact(page, key) == value, key << " is " << fact(page, key));
    }
    BOOST_TEST(page.text.find("\u00ad") == std::string::npos);
    BOOST_TEST(reading.problems.empty());
}

BOOST_AUTO_TEST_SUITE_END()
