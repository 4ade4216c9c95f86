// SPDX-License-Identifier: MIT
#include "app/interruption.hpp"

#include "model/error.hpp"

#include <csignal>
#include <pthread.h>
#include <unistd.h>

namespace knowwho {
namespace {

/// The listener is woken with this one when nobody interrupted.
constexpr int farewell = SIGUSR2;

sigset_t awaited_signals()
{
    auto signals = sigset_t{};
    sigemptyset(&signals);
    sigaddset(&signals, SIGINT);
    sigaddset(&signals, SIGTERM);
    sigaddset(&signals, farewell);
    return signals;
}

void listen(std::stop_source source) // NOLINT(performance-unnecessary-value-param): the thread has its own
{
    auto const signals = awaited_signals();
    int received = 0;
    while (sigwait(&signals, &received) == 0 && received != farewell) {
        if (source.stop_requested()) {
            ::_exit(static_cast<int>(ExitCode::interrupted));
        }
        source.request_stop();
    }
}

} // namespace

Interruption::Interruption()
{
    auto const signals = awaited_signals();
    pthread_sigmask(SIG_BLOCK, &signals, nullptr);
    m_listener = std::thread{listen, m_source};
}

Interruption::~Interruption()
{
    pthread_kill(m_listener.native_handle(), farewell);
    m_listener.join();
}

} // namespace knowwho
