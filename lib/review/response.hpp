// SPDX-License-Identifier: MIT
// What the browser is told, as plain values.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace knowwho::review {

/// Who may show a page inside of another.
enum class Framing { nobody, ourselves };

struct WebResponse {
    int status = 200;
    std::string content_type = "text/html; charset=utf-8";
    std::string body;
    std::vector<std::pair<std::string, std::string>> headers;
    Framing framing = Framing::nobody;
    bool may_be_cached = false; ///< a static file: kept by the browser, but asked about by its ETag
    bool is_last = false;       ///< the server ends when it is written
};

inline WebResponse page(std::string html, int status = 200)
{
    return {status, "text/html; charset=utf-8", std::move(html), {}};
}

inline WebResponse json(std::string text, int status = 200)
{
    return {status, "application/json; charset=utf-8", std::move(text), {}};
}

/// One line, e.g. for what a browser never asks.
inline WebResponse plain(int status, std::string text)
{
    return {status, "text/plain; charset=utf-8", std::move(text) + "\n", {}};
}

/// After a form: go on with a GET of `path`, which starts with one '/'.
inline WebResponse see_other(std::string path)
{
    return {303, "text/plain; charset=utf-8", "", {{"Location", std::move(path)}}};
}

} // namespace knowwho::review
