// SPDX-License-Identifier: MIT
// Opens the review in the user's browser without showing the token to other users of the machine.
#pragma once

#include <filesystem>
#include <string>

namespace knowwho::review {

/// Writes a page for the user's eyes only that leads to `address`, and hands its path to xdg-open: command
/// lines can be read by everybody on a machine. The page is gone with the object. Without a desktop nothing happens.
class BrowserOpening {
public:
    explicit BrowserOpening(std::string const& address);
    ~BrowserOpening();
    BrowserOpening(BrowserOpening&& other) noexcept;
    BrowserOpening(BrowserOpening const&) = delete;
    BrowserOpening& operator=(BrowserOpening const&) = delete;

private:
    std::filesystem::path m_file;
};

} // namespace knowwho::review
