// SPDX-License-Identifier: MIT
#include "identity/name_parser.hpp"
#include "identity/name_reading.hpp"
#include "text/folding.hpp"

#include <boost/test/data/monomorphic.hpp>
#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>

#include <algorithm>
#include <ostream>
#include <random>
#include <string>

using namespace knowwho;

BOOST_AUTO_TEST_SUITE(name_parser)

namespace {

struct Case {
    char const* written;
    char const* title;
    char const* given;
    char const* middle;
    char const* family;
    char const* suffix = "";
    char const* nickname = "";
    char const* maiden = "";
};

std::ostream& operator<<(std::ostream& out, Case const& c) { return out << c.written; }

Case const cases[] = {
    {"Karin Wiesner", "", "Karin", "", "Wiesner"},
    {"Wiesner, Karin", "", "Karin", "", "Wiesner"},
    {"WIESNER Karin", "", "Karin", "", "Wiesner"},
    {"Karin WIESNER", "", "Karin", "", "Wiesner"},
    {"Prof. Dr.-Ing. Karin Luise Wiesner", "Prof. Dr.-Ing.", "Karin", "Luise", "Wiesner"},
    {"Prof.Dr.Karin Wiesner", "Prof. Dr.", "Karin", "", "Wiesner"},
    {"Wiesner, Dr. Karin", "Dr.", "Karin", "", "Wiesner"},
    {"Dipl.-Ing. (FH) Karin Wiesner, MBA", "Dipl.-Ing. (FH)", "Karin", "", "Wiesner", "MBA"},
    {"Mag. (FH) Stefan Hofbauer", "Mag. (FH)", "Stefan", "", "Hofbauer"},
    {"Dr. med. Stefan Hofbauer, M.Sc., LL.M.", "Dr. med.", "Stefan", "", "Hofbauer", "M.Sc., LL.M."},
    {"apl. Prof. Dr. Karin Wiesner", "apl. Prof. Dr.", "Karin", "", "Wiesner"},
    {"Jun.-Prof. Karin Wiesner", "Jun.-Prof.", "Karin", "", "Wiesner"},
    {"Univ. Prof. Karin Wiesner", "Univ. Prof.", "Karin", "", "Wiesner"},
    {"Associate Professor Karin Wiesner", "Associate Professor", "Karin", "", "Wiesner"},
    {"Gastprofessorin Karin Wiesner", "Gastprofessorin", "Karin", "", "Wiesner"},
    {"M.Sc. Karin Wiesner", "M.Sc.", "Karin", "", "Wiesner"},
    {"Wiesner, M.Sc. Karin Luise", "M.Sc.", "Karin", "Luise", "Wiesner"},
    {"Ministerialrätin Karin Wiesner", "Ministerialrätin", "Karin", "", "Wiesner"},
    {"Prof. i. R. Karin Wiesner", "Prof. i. R.", "Karin", "", "Wiesner"},
    {"Dr.-Ing. E. h. Stefan Hofbauer", "Dr.-Ing. E. h.", "Stefan", "", "Hofbauer"},
    {"Stefan Hofbauer a. D.", "", "Stefan", "", "Hofbauer", "a. D."},
    {"Karin Wiesner, Steuerberaterin", "", "Karin", "", "Wiesner", "Steuerberaterin"},
    {"M. A. Wiesner", "", "M.", "A.", "Wiesner"},
    {"Lead Singer", "", "Lead", "", "Singer"},
    {"Henrike von der Wisch", "", "Henrike", "", "von der Wisch"},
    {"Wisch, Henrike von der", "", "Henrike", "", "von der Wisch"},
    {"Henrike Gräfin von Altmark", "", "Henrike", "", "Gräfin von Altmark"},
    {"Petra Wiesner, geb. Holm", "", "Petra", "", "Wiesner", "", "", "Holm"},
    {"Wiesner, Alexander (Sascha)", "", "Alexander", "", "Wiesner", "", "Sascha"},
    {"Robert \"Bob\" Miller", "", "Robert", "", "Miller", "", "Bob"},
    {"John A. Miller Jr.", "", "John", "A.", "Miller", "Jr."},
    {"Annegret Holm - Wiesner", "", "Annegret", "", "Holm-Wiesner"},
    {"Wang Xiaoming", "", "Xiaoming", "", "Wang"},
    {"Nagy Péter", "", "Péter", "", "Nagy"},
    {"王小明", "", "小明", "", "王"},
    {"3. Karin Wiesner <wiesner@firma.example>", "", "Karin", "", "Wiesner"},
    {"Julia Herr", "", "Julia", "", "Herr"},
    {"Mag.a Katharina Wögerbauer", "Mag.a", "Katharina", "", "Wögerbauer"},
    {"Prof. Dr. Dr. h.c. mult. Klaus Töpfermann", "Prof. Dr. Dr. h.c. mult.", "Klaus", "", "Töpfermann"},
    {"DI Dr. Sabine Kogler-Moser", "DI Dr.", "Sabine", "", "Kogler-Moser"},
    {"lic. iur. Urs Aeschbacher", "lic. iur.", "Urs", "", "Aeschbacher"},
    {"Univ.-Prof. i.R. Dr. Otto Rehberg", "Univ.-Prof. i.R. Dr.", "Otto", "", "Rehberg"},
    {"KommR Herbert Pointner", "KommR", "Herbert", "", "Pointner"},
    {"Maximilian Prinz zu Löwenau", "", "Maximilian", "", "Prinz zu Löwenau"},
    {"Petra Kunze, geborene Voß", "", "Petra", "", "Kunze", "", "", "Voß"},
    {"José Antonio García López", "", "José", "Antonio", "García López"},
    {"María del Carmen Ruiz de la Torre", "", "María", "del Carmen", "Ruiz de la Torre"},
    {"María del Mar Otero", "", "María", "del Mar", "Otero"},
    {"Maria de Vries", "", "Maria", "", "de Vries"},
    {"João Pedro da Silva Santos", "", "João", "Pedro", "da Silva Santos"},
    {"Ahmed bin Khalid Al-Rashid", "", "Ahmed", "", "bin Khalid Al-Rashid"},
    {"Kovács Béla", "", "Béla", "", "Kovács"},
    {"Li Xiaoping", "", "Xiaoping", "", "Li"},
    {"Nguyễn Thị Minh Khai", "", "Thị", "Minh Khai", "Nguyễn"},
    {"Trần Văn Nam", "", "Văn", "Nam", "Trần"},
    {"An van Dijk", "", "An", "", "van Dijk"},
    {"山田太郎", "", "太郎", "", "山田"},
    {"Ayşe Gül ÖZTÜRK", "", "Ayşe", "Gül", "Öztürk"},
    {"Karl-Heinz \"Charly\" Neumann", "", "Karl-Heinz", "", "Neumann", "", "Charly"},
    {"Frau Prof.in Dr.in Ulla Kern", "Prof.in Dr.in", "Ulla", "", "Kern"},
    {"van den Berg, Pieter J.", "", "Pieter", "J.", "van den Berg"},
    {"StB/WP Kerstin Amling", "StB/WP", "Kerstin", "", "Amling"},
    {"Rechtsanwältin Dr. Vera Hülsmann, LL.M. (Cambridge)", "Rechtsanwältin Dr.", "Vera", "", "Hülsmann", "LL.M."},
    {"Sra. Dña. Inmaculada Torrijos Peña", "", "Inmaculada", "", "Torrijos Peña"},
    {"Inés Fernández de Córdoba", "", "Inés", "", "Fernández de Córdoba"},
    {"Ana Luísa Vasconcelos e Sousa", "", "Ana", "Luísa", "Vasconcelos e Sousa"},
    {"Omar Abd el-Rahman", "", "Omar", "", "Abd el-Rahman"},
    {"Al Zahra El-Amrani", "", "Al Zahra", "", "El-Amrani"},
    {"Al Roker", "", "Al", "", "Roker"},
    {"Edler von Marienthal, Gottfried", "", "Gottfried", "", "Edler von Marienthal"},
    {"Oberst i.G. Carsten Vollmer", "Oberst i.G.", "Carsten", "", "Vollmer"},
    {"I. E. Botschafterin Marisol Quiroga", "I. E. Botschafterin", "Marisol", "", "Quiroga"},
    {"Clemens Freiherr von Tannhausen", "", "Clemens", "", "Freiherr von Tannhausen"},
    {"MÜLLER-THURGAU BÄRBEL", "", "Bärbel", "", "Müller-Thurgau"},
    {"Sjoerd 't Hooft", "", "Sjoerd", "", "'t Hooft"},
    {"Gurpreet Singh Dhillon", "", "Gurpreet", "", "Singh Dhillon"},
    {"Dkfm. Leopold Stöger", "Dkfm.", "Leopold", "", "Stöger"},
    {"Eng.ª Beatriz Nogueira Pinto", "Eng.ª", "Beatriz", "", "Nogueira Pinto"},
    {"mgr Agnieszka Dudzińska z d. Lis", "mgr", "Agnieszka", "", "Dudzińska", "", "", "Lis"},
    {"Luís Filipe Tavares de Almeida", "", "Luís", "Filipe", "Tavares de Almeida"},
    {"Lê Thị Hồng Nhung", "", "Thị", "Hồng Nhung", "Lê"},
    {"LI Wei", "", "Wei", "", "Li"},
    {"DU Bin", "", "Bin", "", "Du"},
    {"Bin LI", "", "Bin", "", "Li"},
    {"LE, Thi Mai", "", "Thi", "Mai", "Le"},
    {"DI, Wei", "", "Wei", "", "Di"},
    {"LI XIAO MING", "", "Xiao", "Ming", "Li"},
    {"Wang, Xiao Li", "", "Xiao", "Li", "Wang"},
    {"Chen, Wei Bin", "", "Wei", "Bin", "Chen"},
    {"VAN DIJK An", "", "An", "", "van Dijk"},
    {"BERG, Pieter VAN DEN", "", "Pieter", "", "van den Berg"},
    {"Peter Paul Zahlbruckner jun.", "", "Peter", "Paul", "Zahlbruckner", "jun."},
    {"Dr. Szabó-Kiss Ildikó", "Dr.", "Ildikó", "", "Szabó-Kiss"},
    {"Doç. Dr. Gülşen Karabulut", "Doç. Dr.", "Gülşen", "", "Karabulut"},
    {"Ouyang Mingzhe", "", "Mingzhe", "", "Ouyang"},
    {"dr hab. inż. Zbigniew Wołoszyn", "dr hab. inż.", "Zbigniew", "", "Wołoszyn"},
    {"j.hartwig@firma.example", "", "", "", ""},
};

std::string letters_of(PersonName const& name)
{
    return fold(name.title + ' ' + name.given + ' ' + name.middle + ' ' + name.family + ' ' + name.suffix + ' ' + name.nickname + ' ' + name.maiden);
}

std::string random_name(std::mt19937& random)
{
    static char const* const pieces[] = {"Anna", "Weber", "von", "der", "Dr.", "Prof.", "MÜLLER", ",", "(", ")", "\"", "geb.", "née", "-", "J.", "Graf",
        "MBA", "王", "\xCC\x88", "\xE2\x80\xAE", "Siemens", "AG", "d'", "O'Neil", "\xFF", "  ", "\t", "Jr.", "<", "@", "|", "12.", "N.N."};
    auto text = std::string{};
    for (auto count = random() % 9; count > 0; --count) {
        text += pieces[random() % std::size(pieces)];
        text += random() % 4 == 0 ? "" : " ";
    }
    return text;
}

} // namespace

BOOST_DATA_TEST_CASE(a_name_is_taken_apart, boost::unit_test::data::make(cases), c)
{
    auto const name = parse_name(c.written);
    BOOST_TEST(fold(name.title) == fold(c.title));
    BOOST_TEST(name.given == c.given);
    BOOST_TEST(name.middle == c.middle);
    BOOST_TEST(name.family == c.family);
    BOOST_TEST(name.suffix == c.suffix);
    BOOST_TEST(name.nickname == c.nickname);
    BOOST_TEST(name.maiden == c.maiden);
    BOOST_TEST(name.written == c.written);
}

BOOST_AUTO_TEST_CASE(the_salutation_is_only_what_the_list_says)
{
    BOOST_TEST((parse_name("Frau Karin Wiesner").salutation == Salutation::mrs));
    BOOST_TEST((parse_name("Karin Wiesner").salutation == Salutation::unknown));
    auto hints = NameHints{};
    hints.salutation = "Herr";
    BOOST_TEST((parse_name("Kim Wiesner", hints).salutation == Salutation::mr));
}

BOOST_AUTO_TEST_CASE(a_column_teaches_its_order)
{
    auto habit = NameHabit{};
    for (auto const* written : {"Wiesner Karin", "Müller Thomas", "Schmidt Sabine", "Hofbauer Stefan", "Becker Anna"}) {
        habit.learn(written);
    }
    BOOST_TEST((habit.order() == NameOrder::family_first));
    auto hints = NameHints{};
    hints.habit = habit.order();
    BOOST_TEST(parse_name("Martin Walter", hints).family == "Martin");
}

char const* const people[] = {"Karin Wiesner", "Friedrich Holmbach jun.", "Stefan Hofbauer a. D.", "LI Wei", "mgr Agnieszka Dudzińska z d. Lis", "Dr. Stefan Hofbauer", "Müller, Thomas", "Henrike von der Wisch", "Sven Ole Petersen"};
char const* const others[] = {"Müller Maschinenbau GmbH", "Leiter Instandhaltung", "Universität Köln", "Teilnehmerliste Stand 18.11.", "Summe", "info@firma.example",
    "Ich freue mich auf den Austausch", "Begleitperson von Thomas Müller", "N.N.", "12345 Musterstadt", "Head of Sales", "Deutsche Bank AG"};

BOOST_DATA_TEST_CASE(a_person_looks_like_one, boost::unit_test::data::make(people), text) { BOOST_TEST(name_likelihood(text) > 0.6); }

BOOST_DATA_TEST_CASE(other_texts_do_not_look_like_a_person, boost::unit_test::data::make(others), text) { BOOST_TEST(name_likelihood(text) < 0.4); }

BOOST_AUTO_TEST_CASE(whatever_is_written_is_kept_and_no_part_holds_what_was_not_written)
{
    auto random = std::mt19937{5};
    for (auto i = 0; i < 5000; ++i) {
        auto const written = random_name(random);
        auto const name = parse_name(written);
        BOOST_TEST_REQUIRE(name.written == written);
        auto const parts = letters_of(name);
        auto left = fold(written);
        for (auto const c : parts) {
            if (c == ' ') {
                continue;
            }
            auto const at = left.find(c);
            BOOST_TEST_REQUIRE(at != std::string::npos, written << " gave " << parts);
            left.erase(at, 1);
        }
    }
}

/// The letters in order of the alphabet, without marks and blanks.
std::string sorted_letters(std::string_view text)
{
    auto letters = fold(text);
    std::erase(letters, ' ');
    std::ranges::sort(letters);
    return letters;
}

BOOST_AUTO_TEST_CASE(of_what_is_a_name_no_letter_is_lost)
{
    static char const* const pieces[] = {"Anna", "Weber", "von", "der", "Dr.", "Prof.", "MÜLLER", "J.", "Graf", "MBA", "d'Avout", "O'Neil", "Jr.", "Frau", "Herr", "Al",
        "El-Amrani", "de", "Córdoba", "Fernández", "e", "Oberst", "i.G.", "Kim", "Nguyễn", "Ыванов", "Li", "Sepp,", "LL.M.", "StB/WP", "Karl-Heinz", "zu"};
    auto random = std::mt19937{11};
    for (auto i = 0; i < 5000; ++i) {
        auto written = std::string{"Anna"};
        for (auto count = random() % 8; count > 0; --count) {
            written += std::string{" "} + pieces[random() % std::size(pieces)];
        }
        auto const reading = read_name(written);
        BOOST_TEST_REQUIRE(sorted_letters(letters_of(reading.name) + reading.salutation) == sorted_letters(written), written);
    }
}

BOOST_AUTO_TEST_CASE(a_megabyte_or_only_marks_is_no_trouble)
{
    auto mixed = std::string{}; // from left to right and back
    for (auto i = 0; i < 100'000; ++i) {
        mixed += i % 2 == 0 ? "\xD7\x90 \xE2\x80\xAE" : "a\xE2\x80\xAB(";
    }
    BOOST_TEST(parse_name(mixed).written == mixed);
    BOOST_TEST(name_likelihood(mixed) < 0.5);
    auto marks = std::string{};
    for (auto i = 0; i < 500'000; ++i) {
        marks += "\xCC\x88";
    }
    BOOST_TEST(parse_name(marks).family.empty());
    BOOST_TEST(!parse_name(std::string(1'000'000, 'a')).written.empty());
    BOOST_TEST(name_likelihood(std::string(1'000'000, 'A')) < 0.1);
}

BOOST_AUTO_TEST_SUITE_END()
