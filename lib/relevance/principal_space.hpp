// SPDX-License-Identifier: MIT
// The few directions along which the rows of a large sparse matrix differ most.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <vector>

namespace knowwho {

struct SparseEntry {
    std::uint32_t column = 0;
    float value = 0;
};

/// The entries of row `r` stand from `begins[r]` to `begins[r + 1]`. As many columns as rows.
struct SparseRows {
    std::vector<std::size_t> begins{0};
    std::vector<SparseEntry> entries;
};

inline constexpr std::size_t principal_dimensions = 256;
using PrincipalRow = std::array<float, principal_dimensions>;

void add_row(PrincipalRow& to, float factor, PrincipalRow const& row) noexcept;

/// An orthonormal basis of the 256 leading left singular directions, one row per row of `matrix`: a
/// truncated singular value decomposition without the values, by randomised subspace iteration (Halko,
/// Martinsson and Tropp 2011, algorithm 4.4, two rounds). `start`: one row of random signs per row; the
/// same start gives the same basis. A matrix of fewer directions leaves the last columns 0.
/// Cost: some 10 ms per 100,000 entries.
std::vector<PrincipalRow> principal_space(SparseRows const& matrix, std::vector<PrincipalRow> start);

} // namespace knowwho
