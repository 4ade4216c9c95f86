// SPDX-License-Identifier: MIT
#include "app/file_word.hpp"

#include "text/folding.hpp"

namespace knowwho {

std::string file_word(std::string_view name)
{
    constexpr std::size_t longest = 80;
    auto word = std::string{};
    for (char const c : fold_name(name)) {
        bool const plain = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
        if (plain && word.size() < longest) {
            word += c;
        } else if (!word.empty() && !word.ends_with('-')) {
            word += '-';
        }
    }
    return word.substr(0, word.find_last_not_of('-') + 1);
}

} // namespace knowwho
