// SPDX-License-Identifier: MIT
// What is wrong with a data file that cannot be read, and in which line.
#pragma once

#include "model/problem.hpp"

#include <cstddef>
#include <optional>
#include <string_view>

namespace knowwho {

/// Of a text that is no JSON document, nor one in every line.
Problem broken_json(std::string_view text);

/// Of an XML document whose parser stopped at `offset`, in bytes, and said why.
Problem broken_xml(std::string_view text, std::size_t offset, std::string_view why);

/// Of a text that is plainly meant as YAML or TOML; empty if it is sound, or something else.
std::optional<Problem> broken_yaml_or_toml(std::string_view text);

} // namespace knowwho
