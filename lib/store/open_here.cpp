// SPDX-License-Identifier: MIT
#include "store/open_here.hpp"

#include <system_error>

namespace knowwho {

OpenHere::OpenHere(std::filesystem::path const& file) : m_key(key_of(file))
{
    auto const lock = std::scoped_lock{mutex()};
    ++counts()[m_key];
}

OpenHere::~OpenHere()
{
    auto const lock = std::scoped_lock{mutex()};
    if (--counts()[m_key] == 0) {
        counts().erase(m_key);
    }
}

std::mutex& OpenHere::mutex()
{
    static auto one = std::mutex{};
    return one;
}

std::map<std::string, int>& OpenHere::counts()
{
    static auto all = std::map<std::string, int>{};
    return all;
}

/// One file has one key, however it is named; links are followed.
std::string OpenHere::key_of(std::filesystem::path const& file)
{
    auto failure = std::error_code{};
    auto const whole = std::filesystem::weakly_canonical(std::filesystem::absolute(file, failure), failure);
    return failure ? file.string() : whole.string();
}

} // namespace knowwho
