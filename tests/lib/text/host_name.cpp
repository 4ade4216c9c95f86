// SPDX-License-Identifier: MIT
#include "text/host_name.hpp"

#include <boost/test/unit_test.hpp>

using namespace knowwho;

BOOST_AUTO_TEST_SUITE(host_name)

BOOST_AUTO_TEST_CASE(a_host_is_in_its_domain_and_in_those_above)
{
    BOOST_TEST(is_in_domain("firma.example", "firma.example"));
    BOOST_TEST(is_in_domain("news.firma.example", "firma.example"));
    BOOST_TEST(!is_in_domain("andere-firma.example", "firma.example"));
    BOOST_TEST(!is_in_domain("firma.example", "news.firma.example"));
}

BOOST_AUTO_TEST_CASE(www_is_no_part_of_a_site_s_name)
{
    BOOST_TEST(without_www("www.firma.example") == "firma.example");
    BOOST_TEST(without_www("wwwfirma.example") == "wwwfirma.example");
}

BOOST_AUTO_TEST_CASE(names_become_ascii_as_the_network_wants_them)
{
    BOOST_TEST(ascii_host("MÜLLER.example").value_or("") == "xn--mller-kva.example");
    BOOST_TEST(ascii_host("Firma.Example").value_or("") == "firma.example");
    BOOST_TEST(!ascii_host("").has_value());
}

BOOST_AUTO_TEST_SUITE_END()
