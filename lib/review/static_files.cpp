// SPDX-License-Identifier: MIT
#include "review/static_files.hpp"

#include "data/resources.hpp"
#include "text/fnv.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <iterator>
#include <string_view>

namespace knowwho::review {
namespace {

struct StaticFile {
    std::string_view path;
    std::string_view file; ///< below data/
    std::string_view type;
};

constexpr StaticFile static_files[] = {
    {"/review.css", "templates/review/review.css", "text/css; charset=utf-8"},
    {"/review.js", "templates/review/review.js", "text/javascript; charset=utf-8"},
    {"/views.css", "templates/review/views.css", "text/css; charset=utf-8"},
    {"/views.js", "templates/review/views.js", "text/javascript; charset=utf-8"},
    {"/favicon.ico", "templates/review/icon.svg", "image/svg+xml"},
};

/// Whether a file is still the same, nothing more.
std::string etag_of(std::string_view bytes)
{
    return fmt::format("\"{:016x}\"", fnv1a(bytes));
}

} // namespace

std::optional<WebResponse> static_file(WebRequest const& request)
{
    auto const* const found = std::ranges::find(static_files, request.path, &StaticFile::path);
    if (found == std::end(static_files)) {
        return std::nullopt;
    }
    auto const bytes = resource(found->file);
    auto response = WebResponse{};
    response.content_type = found->type;
    response.may_be_cached = true;
    auto etag = etag_of(bytes);
    response.status = request.header("if-none-match") == etag ? 304 : 200;
    response.body = response.status == 304 ? "" : std::string{bytes};
    response.headers.emplace_back("ETag", std::move(etag));
    return response;
}

} // namespace knowwho::review
