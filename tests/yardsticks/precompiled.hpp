// SPDX-License-Identifier: MIT
// What every yardstick includes, compiled once; no file may rely on it.
#pragma once

#include "../../lib/precompiled.hpp"

#include <fstream>
#include <iostream>

#include <nlohmann/json.hpp>
