// SPDX-License-Identifier: MIT
// Gives the precompiled header a target to be compiled in.
