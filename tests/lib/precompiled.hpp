// SPDX-License-Identifier: MIT
// What nearly every test includes, compiled once; no file may rely on it.
#pragma once

#include "../../lib/precompiled.hpp"

#include <boost/test/data/monomorphic.hpp>
#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>
