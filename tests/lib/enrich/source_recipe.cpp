// SPDX-License-Identifier: MIT
// A recipe is checked when it is read, and errors name line and key; the shipped ones are sound.
#include "enrich/source_recipe.hpp"

#include "enrich/source_choice.hpp"
#include "enrich/source_dates.hpp"
#include "enrich/source_request.hpp"
#include "model/error.hpp"
#include "support/temporary_folder.hpp"

#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>

#include <fstream>
#include <ostream>
#include <set>

namespace knowwho {
BOOST_AUTO_TEST_SUITE(source_recipe)
namespace {

std::string const head = "name = \"blatt\"\ntitle = \"Blatt\"\ngives = \"Artikel\"\nterms = \"frei\"\n";
std::string const step = "[[step]]\nname = \"suche\"\nurl = \"https://blatt.example/?q={name}\"\nitems = \"/json/item\"\n";

struct Fault {
    std::string toml;
    std::string message;
};

std::ostream& operator<<(std::ostream& out, Fault const& one)
{
    return out << one.message;
}

Fault const faults[] = {
    {"name = ", "blatt.toml, line 1: not valid TOML"},
    {"title = \"x\"\n", "name: is missing"},
    {head, "step: is missing"},
    {head + "pice = 2\n" + step, "line 5: unknown key 'pice'"},
    {head + "pace = \"langsam\"\n" + step, "line 5: pace: must be a number"},
    {head + "pace = -1\n" + step, "line 5: pace: must lie between 0 and 3600"},
    {head + "kinds = [\"dancer\"]\n" + step, "line 5: kinds: 'dancer' is none of"},
    {head + "failed = [\"/json/[\"]\n" + step, "line 5: failed: '/json/[' is not XPath"},
    {head + step + "keep = \"(\"\n", "line 9: step keep: '(' is not XPath"},
    {head + step + "format = \"jsno\"\n", "line 9: step format: 'jsno' is none of"},
    {head + step + "after = \"vorher\"\n", "line 9: step after: no step before it is called 'vorher'"},
    {head + "[[step]]\nname = \"a\"\nurl = \"https://b.example/{nmae}\"\nitems = \"/json\"\n", "step url: nothing gives the parameter {nmae}"},
    {head + "[[step]]\nname = \"a\"\nurl = \"https://b.example/\"\nitems = \"count(/json)\"\n", "it gives no nodes"},
    {head + step + "[step.piece]\nlink = \"url\"\n", "a piece needs one of them"},
    {head + step + step, "there is a step 'suche' already"},
};

Attendance person(std::string const& given, std::string const& family)
{
    auto made = Attendance{};
    made.row.name.given = given;
    made.row.name.family = family;
    made.row.organisation = "Ährenfeld & Söhne GmbH";
    made.row.email = "kontakt@aehrenfeld.example";
    made.row.others = {{"Profil", "@anna_a@social.example"}};
    return made;
}

struct Written {
    std::string text;
    std::string iso;
};

std::ostream& operator<<(std::ostream& out, Written const& one)
{
    return out << one.text;
}

Written const dates[] = {
    {"2026-05-11", "2026-05-11"}, {"2026-05-11T08:00:00Z", "2026-05-11"}, {"+1969-06-00T00:00:00Z", "1969-06"},
    {"+1969-00-00T00:00:00Z", "1969"}, {"2026 5 ", "2026-05"}, {"2026,5,11", "2026-05-11"}, {"2026", "2026"},
    {"Mon, 11 May 2026 08:00:00 GMT", "2026-05-11"}, {"20260511T170000Z", "2026-05-11"}, {"1778486400", "2026-05-11"},
    {"1778486400000", "2026-05-11"}, {"11.05.2026", "2026-05-11"}, {"soon", ""}, {"", ""}, {"  ", ""}, {"99999", ""},
};

} // namespace

BOOST_DATA_TEST_CASE(a_fault_is_named_with_line_and_key, boost::unit_test::data::make(faults), one)
{
    BOOST_CHECK_EXCEPTION(parse_recipe(one.toml, "blatt.toml"), Error, [&](Error const& error) {
        BOOST_TEST_MESSAGE(error.what());
        return std::string{error.what()}.find(one.message) != std::string::npos;
    });
}

BOOST_AUTO_TEST_CASE(the_shipped_recipes_are_sound_and_say_their_terms)
{
    auto const recipes = shipped_recipes();
    BOOST_TEST(recipes.size() >= 20);
    auto names = std::set<std::string>{};
    for (auto const& recipe : recipes) {
        BOOST_TEST(names.insert(recipe.name).second);
        BOOST_TEST(recipe.file == "sources/" + recipe.name + ".toml");
        BOOST_TEST(!recipe.terms.empty());
        BOOST_TEST((!recipe.non_commercial || !recipe.on), recipe.name);
        BOOST_TEST((recipe.pace >= std::chrono::milliseconds{200}), recipe.name);
    }
}

BOOST_AUTO_TEST_CASE(the_recipe_of_the_example_is_sound_and_short)
{
    auto file = std::ifstream{KNOWWHO_SOURCE_DIR "/examples/new-source/vereinsblatt.toml"};
    auto const toml = std::string{std::istreambuf_iterator<char>{file}, {}};
    BOOST_TEST(std::count(toml.begin(), toml.end(), '\n') < 30);
    BOOST_TEST(parse_recipe(toml, "vereinsblatt.toml").title == "Vereinsblatt");
}

BOOST_AUTO_TEST_CASE(the_user_s_folder_adds_replaces_and_tells_what_is_unsound)
{
    auto const folder = test::TemporaryFolder{};
    folder.write("blatt.toml", head + step);
    folder.write("dblp.toml", "name = \"dblp\"\ntitle = \"dblp by me\"\ngives = \"x\"\nterms = \"y\"\n" + step);
    folder.write("kaputt.toml", "name = ");
    folder.write("notizen.txt", "kein Rezept");
    auto problems = std::vector<Problem>{};
    auto const recipes = recipes_with(folder.path(), problems);
    BOOST_TEST(recipes.size() == shipped_recipes().size() + 1);
    auto const title_of = [&](std::string_view name) {
        return std::find_if(recipes.begin(), recipes.end(), [&](SourceRecipe const& one) { return one.name == name; })->title;
    };
    BOOST_TEST(title_of("blatt") == "Blatt");
    BOOST_TEST(title_of("dblp") == "dblp by me");
    BOOST_REQUIRE(problems.size() == 1);
    BOOST_TEST(problems[0].file.ends_with("kaputt.toml"));
    BOOST_TEST(problems[0].reason.find("line 1") != std::string::npos, problems[0].reason);
    BOOST_TEST(recipes_with(folder.path() / "nirgends", problems).size() == shipped_recipes().size());
}

BOOST_AUTO_TEST_CASE(parameters_come_from_the_list_and_are_encoded)
{
    auto const anna = parameters_of(person("Anna", "Ährenfeld"));
    BOOST_TEST(anna.at("domain") == "aehrenfeld.example");
    BOOST_TEST(anna.at("mastodon_user") == "anna_a");
    BOOST_TEST(anna.at("mastodon_server") == "social.example");
    BOOST_TEST(fill_in("https://b.example/?q=%22{name}%22", anna).value() == "https://b.example/?q=%22Anna%20%C3%84hrenfeld%22");
    BOOST_TEST(!fill_in("https://b.example/{github}", anna).has_value());
    BOOST_TEST(parameters_of(person("Ärne", "Weber")).at("initial") == "Ä");
    BOOST_TEST(parameters_of(person("明", "Li")).at("initial") == "明");
}

BOOST_AUTO_TEST_CASE(a_provider_for_everybody_is_nobodys_site)
{
    auto anna = person("Anna", "Ährenfeld");
    anna.row.email = "anna@gmail.com";
    BOOST_TEST(!parameters_of(anna).contains("domain"));
}

BOOST_AUTO_TEST_CASE(names_are_spelt_otherwise_too)
{
    auto const all = spellings_of(parameters_of(person("Jörg", "Müller-Groß")), 4);
    BOOST_REQUIRE(all.size() == 3);
    BOOST_TEST(all[1].at("name") == "Joerg Mueller-Gross");
    BOOST_TEST(all[2].at("name") == "Jorg Muller-Gross");
    BOOST_TEST(spellings_of(parameters_of(person("Anna", "Weber")), 4).size() == 1);
}

BOOST_DATA_TEST_CASE(dates_are_read_as_sources_write_them, boost::unit_test::data::make(dates), one)
{
    auto const date = parse_source_date(one.text);
    BOOST_TEST((date ? to_iso(*date) : "") == one.iso);
}

BOOST_AUTO_TEST_CASE(linkedin_is_refused_with_the_reason)
{
    BOOST_CHECK_EXCEPTION(chosen_recipes(shipped_recipes(), {"linkedin"}), Error,
        [](Error const& error) { return std::string{error.what()}.find("terms forbid") != std::string::npos; });
    BOOST_CHECK_EXCEPTION(chosen_recipes(shipped_recipes(), {"openalx"}), Error,
        [](Error const& error) { return error.hint() == "did you mean 'openalex'?"; });
    BOOST_TEST(chosen_recipes(shipped_recipes(), {"orcid"}).size() == 1);
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace knowwho
