// SPDX-License-Identifier: MIT
// The fields of a query or of a form that was sent, and the files with it.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace knowwho::review {

/// A file that came with a form. The name is the browser's word: never a path, never trusted.
struct SentFile {
    std::string field;
    std::string name; ///< without folders
    std::string bytes;
};

struct Form {
    std::vector<std::pair<std::string, std::string>> fields; ///< in their order
    std::vector<SentFile> files;

    /// The first value of a field, or empty.
    std::string_view operator[](std::string_view name) const;
    bool has(std::string_view name) const;
    std::vector<std::string> all(std::string_view name) const;

    /// Empty if the field is missing or no whole number.
    std::optional<std::int64_t> number(std::string_view name) const;
    /// Empty if the field is missing or no finite number written with a point.
    std::optional<double> real(std::string_view name) const;
};

/// More fields than this are not read.
inline constexpr std::size_t most_fields = 2000;

enum class Plus { blank, itself };

/// Percent signs undone; what is no valid escape stays as it is.
std::string decoded(std::string_view text, Plus plus = Plus::blank);

/// "a=1&b=zwei+drei"; https://url.spec.whatwg.org/#urlencoded-parsing.
Form read_urlencoded(std::string_view text);

/// The form of a body by its content type; empty if it is neither of the two.
std::optional<Form> read_form(std::string_view body, std::string_view content_type);

} // namespace knowwho::review
