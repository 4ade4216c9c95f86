// SPDX-License-Identifier: MIT
// The entry of each folder's test program.
#define BOOST_TEST_MODULE knowwho
#include <boost/test/unit_test.hpp>
