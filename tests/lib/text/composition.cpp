// SPDX-License-Identifier: MIT
#include "text/composition.hpp"

#include <boost/test/unit_test.hpp>

using namespace knowwho;

BOOST_AUTO_TEST_SUITE(composition)

BOOST_AUTO_TEST_CASE(a_letter_and_its_accent_become_one_character)
{
    BOOST_TEST(composed("Mu\u0308ller, Dvor\u030ca\u0301k") == "Müller, Dvořák");
}

BOOST_AUTO_TEST_CASE(what_is_composed_stays)
{
    BOOST_TEST(composed("Müller 🙂 李") == "Müller 🙂 李");
}

BOOST_AUTO_TEST_SUITE_END()
