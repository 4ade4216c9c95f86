// SPDX-License-Identifier: MIT
#include "text/sha256.hpp"

#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <fmt/format.h>

namespace knowwho {
namespace {

/// FIPS 180-4, 4.2.2.
constexpr std::array<std::uint32_t, 64> round_constants{0x428a2f98, 0x71374491, 0xb5c0fbcf, 0xe9b5dba5, 0x3956c25b, 0x59f111f1,
    0x923f82a4, 0xab1c5ed5, 0xd807aa98, 0x12835b01, 0x243185be, 0x550c7dc3, 0x72be5d74, 0x80deb1fe, 0x9bdc06a7, 0xc19bf174, 0xe49b69c1,
    0xefbe4786, 0x0fc19dc6, 0x240ca1cc, 0x2de92c6f, 0x4a7484aa, 0x5cb0a9dc, 0x76f988da, 0x983e5152, 0xa831c66d, 0xb00327c8, 0xbf597fc7,
    0xc6e00bf3, 0xd5a79147, 0x06ca6351, 0x14292967, 0x27b70a85, 0x2e1b2138, 0x4d2c6dfc, 0x53380d13, 0x650a7354, 0x766a0abb, 0x81c2c92e,
    0x92722c85, 0xa2bfe8a1, 0xa81a664b, 0xc24b8b70, 0xc76c51a3, 0xd192e819, 0xd6990624, 0xf40e3585, 0x106aa070, 0x19a4c116, 0x1e376c08,
    0x2748774c, 0x34b0bcb5, 0x391c0cb3, 0x4ed8aa4a, 0x5b9cca4f, 0x682e6ff3, 0x748f82ee, 0x78a5636f, 0x84c87814, 0x8cc70208, 0x90befffa,
    0xa4506ceb, 0xbef9a3f7, 0xc67178f2};

using State = std::array<std::uint32_t, 8>;

std::array<std::uint32_t, 64> schedule_of(std::string_view block)
{
    auto words = std::array<std::uint32_t, 64>{};
    for (std::size_t at = 0; at < 64; ++at) {
        words[at / 4] = words[at / 4] << 8 | static_cast<unsigned char>(block[at]);
    }
    for (std::size_t at = 16; at < 64; ++at) {
        auto const a = words[at - 15];
        auto const b = words[at - 2];
        words[at] = words[at - 16] + words[at - 7] + (std::rotr(a, 7) ^ std::rotr(a, 18) ^ a >> 3) + (std::rotr(b, 17) ^ std::rotr(b, 19) ^ b >> 10);
    }
    return words;
}

void take_block(State& state, std::string_view block)
{
    auto const words = schedule_of(block);
    auto [a, b, c, d, e, f, g, h] = state;
    for (std::size_t round = 0; round < 64; ++round) {
        auto const first = h + (std::rotr(e, 6) ^ std::rotr(e, 11) ^ std::rotr(e, 25)) + ((e & f) ^ (~e & g)) + round_constants[round] + words[round];
        auto const second = (std::rotr(a, 2) ^ std::rotr(a, 13) ^ std::rotr(a, 22)) + ((a & b) ^ (a & c) ^ (b & c));
        h = g;
        g = f;
        f = e;
        e = d + first;
        d = c;
        c = b;
        b = a;
        a = first + second;
    }
    auto const added = State{a, b, c, d, e, f, g, h};
    for (std::size_t index = 0; index < state.size(); ++index) {
        state[index] += added[index];
    }
}

/// What is left of the last block: a one bit, zeros, and the length in bits.
std::string padded(std::string_view rest, std::uint64_t length)
{
    auto block = std::string{rest} + '\x80';
    block.resize(block.size() + (120 - block.size() % 64) % 64, '\0');
    for (int shift = 56; shift >= 0; shift -= 8) {
        block += static_cast<char>(length * 8 >> shift);
    }
    return block;
}

} // namespace

std::string sha256(std::string_view bytes)
{
    auto state = State{0x6a09e667, 0xbb67ae85, 0x3c6ef372, 0xa54ff53a, 0x510e527f, 0x9b05688c, 0x1f83d9ab, 0x5be0cd19};
    auto const length = bytes.size();
    for (; bytes.size() >= 64; bytes.remove_prefix(64)) {
        take_block(state, bytes.substr(0, 64));
    }
    auto const last = padded(bytes, length);
    for (auto rest = std::string_view{last}; !rest.empty(); rest.remove_prefix(64)) {
        take_block(state, rest.substr(0, 64));
    }
    auto digest = std::string{};
    for (auto const word : state) {
        digest += fmt::format("{:08x}", word);
    }
    return digest;
}

} // namespace knowwho
