// SPDX-License-Identifier: MIT
// The path of elements that leads to a text of a page, as coarse or fine as wanted.
#pragma once

#include "import/html_page.hpp"

#include <cstddef>
#include <string>
#include <vector>

namespace knowwho {

/// How fine a path is: with the classes of elements, what stands in front of the element around (`after`),
/// in front of the element itself, too (`behind`), and its place among its siblings.
enum class Grain { tags, classes, after, behind, ordinals };

class ElementPaths {
public:
    /// Keeps a reference to `page`.
    explicit ElementPaths(HtmlPage const& page);

    /// Equal for texts that stand in the same way; never for two different grains.
    std::string of(std::size_t element, Grain grain) const;

private:
    HtmlPage const& m_page;
    std::vector<std::size_t> m_previous; ///< the element before among its siblings
};

} // namespace knowwho
