// SPDX-License-Identifier: MIT
#include "relevance/word_nets.hpp"

#include "relevance/mapped_file.hpp"

#include <algorithm>
#include <filesystem>
#include <fmt/format.h>
#include <system_error>

namespace knowwho {
namespace {

constexpr auto german_english_file = "/usr/share/trans/de-en";
constexpr auto german_words_file = "/usr/share/dict/ngerman";

} // namespace

std::string word_nets_stamp()
{
    auto stamp = std::string{};
    for (auto const* const file : {german_english_file, german_words_file}) {
        auto status = std::error_code{};
        auto const size = std::filesystem::file_size(file, status);
        auto const time = status ? std::filesystem::file_time_type{} : std::filesystem::last_write_time(file, status);
        stamp += status ? std::string{"none "} : fmt::format("{} {} ", size, time.time_since_epoch().count());
    }
    return stamp;
}

WordNets const& installed_word_nets()
{
    static auto const german_english = MappedFile{german_english_file};
    static auto const german_words = MappedFile{german_words_file};
    static auto const nets = [] {
        auto found = WordNets{german_english.bytes(), german_words.bytes(), {}};
        if (found.german_english.empty()) {
            found.missing.emplace_back("trans-de-en");
        }
        if (found.german_words.empty()) {
            found.missing.emplace_back("wngerman");
        }
        return found;
    }();
    return nets;
}

bool has_line(std::string_view lines, std::string_view word) noexcept
{
    while (!lines.empty()) {
        auto const middle = lines.size() / 2;
        auto const before = lines.rfind('\n', middle == 0 ? 0 : middle - 1);
        auto const begin = middle == 0 || before == lines.npos ? 0 : before + 1;
        auto const end = std::min(lines.find('\n', begin), lines.size());
        auto const line = lines.substr(begin, end - begin);
        if (line == word) {
            return true;
        }
        if (line < word) {
            lines.remove_prefix(std::min(end + 1, lines.size()));
        } else {
            lines = lines.substr(0, begin == 0 ? 0 : begin - 1);
        }
    }
    return false;
}

} // namespace knowwho
