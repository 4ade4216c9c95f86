// SPDX-License-Identifier: MIT
// Runs gumbo inside an arena that is dropped whole, and leaves it when memory or time run out.
#include "text/gumbo_arena.hpp"

#include <gumbo.h>

#include <algorithm>
#include <cstdlib>
#include <ctime>

namespace knowwho {

namespace {

constexpr std::size_t alignment = 16;
constexpr std::size_t first_block = std::size_t{256} << 10;
constexpr std::size_t largest_block = std::size_t{8} << 20;
constexpr unsigned calls_between_looks_at_the_clock = 64;

std::size_t aligned(std::size_t size)
{
    return (size + alignment - 1) / alignment * alignment;
}

void never_free(void* /*arena*/, void* /*memory*/)
{
}

/// What the thread has worked: on a busy machine a harmless page may wait for seconds.
std::chrono::nanoseconds thread_time()
{
    auto worked = timespec{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &worked);
    return std::chrono::seconds{worked.tv_sec} + std::chrono::nanoseconds{worked.tv_nsec};
}

} // namespace

GumboArena::GumboArena(GumboBudget budget) : m_budget(budget)
{
}

GumboArena::~GumboArena()
{
    while (m_blocks != nullptr) {
        Block* const block = m_blocks;
        m_blocks = block->next;
        std::free(block);
    }
}

// Between setjmp and gumbo only plain values may live: longjmp runs no destructors.
GumboInternalOutput const* GumboArena::parse(std::string_view utf8)
{
    m_deadline = thread_time() + m_budget.time;
    GumboOptions options = kGumboDefaultOptions;
    options.allocator = &GumboArena::allocate;
    options.deallocator = &never_free;
    options.userdata = this;
    options.max_errors = 0;
    if (setjmp(m_way_out) != 0) {
        return nullptr;
    }
    return gumbo_parse_with_options(&options, utf8.data(), utf8.size());
}

std::string GumboArena::problem() const
{
    return m_late ? "The page is built so that reading it takes too long; it was left out."
                  : "The page is built so that reading it takes too much memory; it was left out.";
}

void* GumboArena::allocate(void* arena, std::size_t size)
{
    return static_cast<GumboArena*>(arena)->take(size);
}

void* GumboArena::take(std::size_t size)
{
    if (++m_calls % calls_between_looks_at_the_clock == 0) {
        check_time();
    }
    std::size_t const wanted = aligned(std::max<std::size_t>(size, 1));
    if (wanted > m_left && !add_block(wanted)) {
        std::longjmp(m_way_out, 1);
    }
    void* const memory = m_free;
    m_free += wanted;
    m_left -= wanted;
    return memory;
}

bool GumboArena::add_block(std::size_t size)
{
    std::size_t const head = aligned(sizeof(Block));
    std::size_t const usual = m_blocks == nullptr ? first_block : std::min(m_blocks->size * 2, largest_block);
    std::size_t const whole = head + std::max(size, usual);
    if (size > m_budget.memory || m_used + whole > m_budget.memory) {
        return false;
    }
    void* const memory = std::malloc(whole);
    if (memory == nullptr) {
        return false;
    }
    m_blocks = new (memory) Block{m_blocks, whole - head};
    m_free = static_cast<char*>(memory) + head;
    m_left = whole - head;
    m_used += whole;
    return true;
}

void GumboArena::check_time()
{
    if (thread_time() > m_deadline) {
        m_late = true;
        std::longjmp(m_way_out, 1);
    }
}

} // namespace knowwho
