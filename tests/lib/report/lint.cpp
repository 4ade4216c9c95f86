// SPDX-License-Identifier: MIT
// The lint finds what one had better not say, and lets the program's own sentences pass.
#include "report/lint.hpp"

#include "builders.hpp"
#include "report/patterns.hpp"

#include <boost/test/data/monomorphic.hpp>
#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>

#include <ostream>

using namespace knowwho;
namespace data = boost::unit_test::data;

BOOST_AUTO_TEST_SUITE(lint)

namespace {

struct Case {
    Language language;
    char const* text;
    char const* kind; ///< empty for a sentence without findings
};

std::ostream& operator<<(std::ostream& out, Case const& c)
{
    return out << c.text;
}

constexpr auto german = Language::german;
constexpr auto english = Language::english;

Case const cases[] = {
    {german, "Ihr Vortrag hat mich sehr beeindruckt.", "flattery"},
    {german, "Ich bewundere, was Sie aufgebaut haben.", "flattery"},
    {german, "Wir sind der führende Anbieter für Sensorik.", "self_praise"},
    {german, "Unsere Lösung ist einzigartig.", "self_praise"},
    {german, "Ich habe Ihren Vortrag gehört. Übrigens suchen wir Kunden.", "hidden_ask"},
    {german, "Ich will nicht stören, aber haben Sie Zeit?", "belittling"},
    {german, "Sie kennen mich nicht.", "belittling"},
    {german, "Jeder weiß, dass Bänder reißen.", "unverifiable"},
    {german, "Ich dachte, ich hätte gesehen, dass ich auf der Liste stehe.", "counting_i"},
    {german, "Wie geht es Ihren Kindern und Ihrer Ehefrau?", "sensitive"},
    {german, "Sind Sie wieder gesund nach der Erkrankung?", "sensitive"},
    {english, "I am a huge fan of your work.", "flattery"},
    {english, "We are the market leader.", "self_praise"},
    {english, "I read your article. By the way, we sell pumps.", "hidden_ask"},
    {english, "Sorry to bother you.", "belittling"},
    {english, "Everybody knows that belts break.", "unverifiable"},
    {english, "Are your children well?", "sensitive"},
    {german, "Wie ist es damit seither weitergegangen?", ""},
    {german, "Mich hat beschäftigt, dass Bänder so selten reißen.", ""},
    {german, "Ich sage offen, worum es mir geht: Wir suchen Betriebe.", ""},
    {english, "What did you have to leave out?", ""},
};

} // namespace

BOOST_DATA_TEST_CASE(sentences_are_judged, data::make(cases), c)
{
    auto const findings = knowwho::lint(c.text, c.language);
    BOOST_TEST(findings.size() == (*c.kind == '\0' ? 0u : 1u));
    for (auto const& finding : findings) {
        BOOST_TEST(name_of(finding.kind) == c.kind);
        BOOST_TEST(!finding.reason.empty());
    }
}

BOOST_AUTO_TEST_CASE(a_sentence_over_thirty_words_is_too_long)
{
    std::string text;
    for (int i = 0; i < 31; ++i) {
        text += "Wort ";
    }
    auto const findings = knowwho::lint(text + ".", german);
    BOOST_REQUIRE_EQUAL(findings.size(), 1u);
    BOOST_TEST((findings[0].kind == LintKind::too_long));
    BOOST_TEST(findings[0].words == "31");
}

BOOST_AUTO_TEST_CASE(findings_name_their_line)
{
    auto const findings = knowwho::lint("Guten Tag.\n\nDas ist gut.\nIhre Arbeit ist großartig.", german);
    BOOST_REQUIRE_EQUAL(findings.size(), 1u);
    BOOST_TEST(findings[0].line == 4u);
    BOOST_TEST(findings[0].words == "großartig");
}

BOOST_AUTO_TEST_CASE(no_pattern_of_ours_says_what_the_lint_refuses)
{
    for (auto const& [language, form] : {std::pair{german, Address::sie}, {german, Address::du}, {english, Address::sie}}) {
        for (auto const& pattern : read_patterns(language, form)) {
            for (std::string const& text : {pattern.sentence, pattern.fill_in, pattern.question}) {
                for (auto const& finding : knowwho::lint(text, language)) {
                    BOOST_TEST(false, pattern.id << ": " << name_of(finding.kind) << " in " << text);
                }
            }
        }
    }
}

BOOST_AUTO_TEST_CASE(hostile_texts_end)
{
    BOOST_TEST(knowwho::lint(std::string(1'000'000, 'x'), german).size() <= 1u);
    BOOST_TEST(knowwho::lint(std::string{"\0\xff\xfe", 3}, english).empty());
}

BOOST_AUTO_TEST_SUITE_END()
