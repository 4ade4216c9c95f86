// SPDX-License-Identifier: MIT
// Runs the examples' pages against their rosters and compares whom each page is linked to with what
// a careful reader wrote down (tests/expectations).
#include "enrich/saved_pages.hpp"

#include "import/importer.hpp"
#include "import/read_list.hpp"
#include "store/candidates.hpp"
#include "store/files.hpp"
#include "store/notebook.hpp"
#include "store/pages.hpp"
#include "text/lexicon.hpp"
#include "text/tokens.hpp"

#include <boost/test/unit_test.hpp>

#include <map>
#include <set>

BOOST_AUTO_TEST_SUITE(example_links)

namespace {

using namespace knowwho;
namespace fs = std::filesystem;

Instant const now{std::chrono::sys_days{std::chrono::year{2026} / 11 / 20}};

struct Verdict {
    std::string page;
    std::string person;

    friend auto operator<=>(Verdict const&, Verdict const&) = default;
};

std::ostream& operator<<(std::ostream& out, Verdict const& verdict)
{
    return out << verdict.page << " / " << verdict.person;
}

/// The words of a name in any order: "Liu Ruoxi" is Ruoxi Liu.
std::string name_key(std::string_view name)
{
    auto words = folded_words(name);
    std::sort(words.begin(), words.end());
    std::string key;
    for (auto const& word : words) {
        key += word + ' ';
    }
    return key;
}

/// The verdicts of one kind in an expectation file: "linked", "namesake" or "question".
std::set<Verdict> expected(std::string const& rows, std::string_view kind)
{
    std::set<Verdict> verdicts;
    for (auto const& row : read_rows(rows)) {
        if (row.size() >= 3 && row[2] == kind) {
            verdicts.insert({std::string{row[0]}, name_key(row[1])});
        }
    }
    return verdicts;
}

fs::path list_of(fs::path const& example)
{
    for (auto const& entry : fs::directory_iterator{example}) {
        auto const ending = entry.path().extension();
        if (ending == ".csv" || ending == ".html" || ending == ".htm") {
            return entry.path();
        }
    }
    return {};
}

struct Run {
    Notebook notebook = Notebook::in_memory();
    EventId event;
    EnrichResult result;

    explicit Run(std::string const& name)
    {
        fs::path const example = fs::path{KNOWWHO_SOURCE_DIR} / "examples" / name;
        fs::path const list = list_of(example);
        auto const reading = read_list(list.filename().string(), read_file(list), {}, {});
        event = import_list(notebook, reading, {{}, name, {}, {}, {}, {}}, now, {}).event;
        result = enrich_from_pages(notebook, event, example / "pages", nullptr, now, {});
    }

    std::set<Verdict> linked() const
    {
        std::set<Verdict> verdicts;
        for (auto const& candidate : load_candidates(notebook, event)) {
            auto const& name = candidate.attendance.row.name;
            for (auto const& evidence : all_evidence(notebook, candidate.attendance.person)) {
                if (evidence.link.state == LinkState::quotable) {
                    verdicts.insert({fs::path{evidence.page.file}.filename().string(), name_key(name.given + ' ' + name.middle + ' ' + name.family)});
                }
            }
        }
        return verdicts;
    }
};

/// Everybody is linked who should be, and nobody else.
void check(std::string const& example)
{
    auto const rows = read_file(fs::path{KNOWWHO_SOURCE_DIR} / "tests/expectations" / (example + ".tsv"));
    auto const right = expected(rows, "linked");
    auto const linked = Run{example}.linked();
    for (auto const& verdict : linked) {
        BOOST_TEST(right.contains(verdict), "wrongly linked: " << verdict);
    }
    for (auto const& verdict : right) {
        BOOST_TEST(linked.contains(verdict), "not linked: " << verdict);
    }
}

} // namespace

BOOST_AUTO_TEST_CASE(the_forum_s_pages_are_linked_to_the_right_people)
{
    check("maschinenbau-forum");
}

BOOST_AUTO_TEST_CASE(the_symposium_s_pages_are_linked_to_the_right_people)
{
    check("research-symposium");
}

BOOST_AUTO_TEST_SUITE_END()
