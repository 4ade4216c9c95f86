// SPDX-License-Identifier: MIT
// links: review
// Any bytes as the target and the body of a request: must end, must not crash, and files never get a folder.
#include "review/form.hpp"
#include "review/list_choice.hpp"
#include "review/request.hpp"

#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* data, std::size_t size)
{
    using namespace knowwho::review;
    auto const bytes = std::string_view{reinterpret_cast<char const*>(data), size};
    auto request = WebRequest{};
    if (read_target(bytes.substr(0, bytes.find('\n')), request)) {
        auto const choice = list_choice(request.query);
        auto const query = query_of(choice);
        if (!query.empty() && !(list_choice(read_urlencoded(std::string_view{query}.substr(1))) == choice)) {
            std::abort();
        }
    }
    for (auto const* const type : {"application/x-www-form-urlencoded", "multipart/form-data; boundary=b", "multipart/form-data; boundary=\"b\""}) {
        if (auto const form = read_form(bytes, type)) {
            for (auto const& file : form->files) {
                if (file.name.find_first_of("/\\") != std::string::npos) {
                    std::abort();
                }
            }
        }
    }
    return 0;
}
