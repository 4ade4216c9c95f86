// SPDX-License-Identifier: MIT
#include "score/function_fit.hpp"

#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>
#include <ostream>

BOOST_AUTO_TEST_SUITE(function_fit)

namespace {

namespace data = boost::unit_test::data;

struct Case {
    char const* want;
    char const* role;
    double weight;
};

std::ostream& operator<<(std::ostream& stream, Case const& one)
{
    return stream << one.want << " / " << one.role;
}

Case const cases[] = {
    {"Produktionsleiter im Maschinenbau", "Leiter Produktion", 1},
    {"Produktionsleiter im Maschinenbau", "Head of Production", 1},
    {"Produktionsleiter im Maschinenbau", "Geschäftsführerin", 1},
    {"Produktionsleiter im Maschinenbau", "Redakteurin Instandhaltung", 0.5},
    {"Produktionsleiter im Maschinenbau", "Vertriebsleiterin", 0.5},
    {"Produktionsleiter im Maschinenbau", "Traumdeuter", 1},
    {"Produktionsleiter im Maschinenbau", "", 1},
    {"Maschinenbauer mit vielen Stillständen", "Redakteurin", 1},
};

} // namespace

BOOST_DATA_TEST_CASE(who_does_another_job_counts_half, data::make(cases), one)
{
    BOOST_TEST(knowwho::weight_of_function(knowwho::functions_wanted(one.want), one.role) == one.weight);
}

BOOST_AUTO_TEST_SUITE_END()
