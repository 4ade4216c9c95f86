// SPDX-License-Identifier: MIT
// Runs gumbo inside an arena that is dropped whole, and leaves it when memory or time run out.
#pragma once

#include <chrono>
#include <csetjmp>
#include <cstddef>
#include <string>
#include <string_view>

struct GumboInternalOutput;

namespace knowwho {

struct GumboBudget {
    std::size_t memory = std::size_t{256} << 20; ///< bytes
    std::chrono::milliseconds time{2000}; ///< of the thread's own, however busy the machine is
};

/// Owns what gumbo allocates. Gumbo alone is quadratic on hostile input and overflows the stack
/// when it frees deep trees; here it never frees.
class GumboArena {
public:
    explicit GumboArena(GumboBudget budget);
    ~GumboArena();
    GumboArena(GumboArena const&) = delete;
    GumboArena& operator=(GumboArena const&) = delete;

    /// The tree, valid as long as the arena and `utf8`; null when the budget did not suffice.
    GumboInternalOutput const* parse(std::string_view utf8);

    /// Why `parse` answered null, a sentence.
    std::string problem() const;

private:
    struct Block {
        Block* next;
        std::size_t size;
    };

    static void* allocate(void* arena, std::size_t size);
    void* take(std::size_t size);
    bool add_block(std::size_t size);
    void check_time();

    GumboBudget m_budget;
    Block* m_blocks = nullptr;
    char* m_free = nullptr;
    std::size_t m_left = 0;
    std::size_t m_used = 0;
    unsigned m_calls = 0;
    bool m_late = false;
    std::chrono::nanoseconds m_deadline{0};
    std::jmp_buf m_way_out;
};

} // namespace knowwho
