// SPDX-License-Identifier: MIT
// Serves recorded answers to one command: `replay_server TABLE COMMAND...` runs the command with
// KNOWWHO_REPLAY set, so that it asks this server instead of the internet, and ends with its exit code.
#include "support/replay_server.hpp"

#include <cstdio>
#include <cstdlib>

#include <spawn.h>
#include <sys/wait.h>

extern char** environ;

int main(int count, char** words)
{
    if (count < 3) {
        std::fputs("usage: replay_server TABLE COMMAND...\n", stderr);
        return 2;
    }
    auto server = knowwho::test::ReplayServer{};
    server.serve_table(words[1]);
    setenv("KNOWWHO_REPLAY", server.address().c_str(), 1);
    auto child = pid_t{};
    if (posix_spawnp(&child, words[2], nullptr, nullptr, words + 2, environ) != 0) {
        std::perror(words[2]);
        return 127;
    }
    auto status = 0;
    waitpid(child, &status, 0);
    std::fprintf(stderr, "replay_server: %d requests answered\n", server.hits());
    return WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
}
