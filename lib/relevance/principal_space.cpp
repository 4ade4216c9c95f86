// SPDX-License-Identifier: MIT
#include "relevance/principal_space.hpp"

#include <algorithm>
#include <cmath>

namespace knowwho {
namespace {

constexpr int rounds = 2;
constexpr double no_direction = 1e-9; ///< of the longest column: below, a column says nothing new

using Rows = std::vector<PrincipalRow>;
using Square = std::vector<std::array<double, principal_dimensions>>;

Rows product(SparseRows const& matrix, Rows const& right)
{
    auto result = Rows(right.size(), PrincipalRow{});
    for (std::size_t row = 0; row < result.size(); ++row) {
        for (auto i = matrix.begins[row]; i < matrix.begins[row + 1]; ++i) {
            add_row(result[row], matrix.entries[i].value, right[matrix.entries[i].column]);
        }
    }
    return result;
}

Rows product_of_transposed(SparseRows const& matrix, Rows const& right)
{
    auto result = Rows(right.size(), PrincipalRow{});
    for (std::size_t row = 0; row < result.size(); ++row) {
        for (auto i = matrix.begins[row]; i < matrix.begins[row + 1]; ++i) {
            add_row(result[matrix.entries[i].column], matrix.entries[i].value, right[row]);
        }
    }
    return result;
}

/// The products of all columns with each other; the lower triangle, as the rest mirrors it.
Square products_of_columns(Rows const& rows)
{
    auto products = Square(principal_dimensions);
    for (auto& line : products) {
        line.fill(0);
    }
    for (auto const& row : rows) {
        for (std::size_t a = 0; a < principal_dimensions; ++a) {
            for (std::size_t b = 0; b <= a; ++b) {
                products[a][b] += static_cast<double>(row[a]) * row[b];
            }
        }
    }
    return products;
}

/// The lower triangle L with L · Lᵀ = `products` (Cholesky); 0 on the diagonal where a column is a sum of others.
void factorise(Square& products)
{
    double longest = 0;
    for (std::size_t i = 0; i < principal_dimensions; ++i) {
        longest = std::max(longest, products[i][i]);
    }
    for (std::size_t column = 0; column < principal_dimensions; ++column) {
        for (std::size_t row = column; row < principal_dimensions; ++row) {
            auto rest = products[row][column];
            for (std::size_t k = 0; k < column; ++k) {
                rest -= products[row][k] * products[column][k];
            }
            auto const diagonal = row == column ? 0 : products[column][column];
            products[row][column] = row == column ? (rest > no_direction * longest ? std::sqrt(rest) : 0)
                : diagonal > 0                    ? rest / diagonal
                                                  : 0;
        }
    }
}

/// Makes the columns orthonormal: rows · L⁻ᵀ.
void make_orthonormal(Rows& rows)
{
    auto triangle = products_of_columns(rows);
    factorise(triangle);
    for (auto& row : rows) {
        for (std::size_t column = 0; column < principal_dimensions; ++column) {
            double rest = row[column];
            for (std::size_t k = 0; k < column; ++k) {
                rest -= triangle[column][k] * row[k];
            }
            row[column] = triangle[column][column] > 0 ? static_cast<float>(rest / triangle[column][column]) : 0;
        }
    }
}

} // namespace

void add_row(PrincipalRow& to, float factor, PrincipalRow const& row) noexcept
{
    for (std::size_t i = 0; i < principal_dimensions; ++i) {
        to[i] += factor * row[i];
    }
}

std::vector<PrincipalRow> principal_space(SparseRows const& matrix, std::vector<PrincipalRow> start)
{
    auto basis = product(matrix, start);
    make_orthonormal(basis);
    for (int round = 0; round < rounds; ++round) {
        basis = product(matrix, product_of_transposed(matrix, basis));
        make_orthonormal(basis);
    }
    return basis;
}

} // namespace knowwho
