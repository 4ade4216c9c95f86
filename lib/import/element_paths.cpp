// SPDX-License-Identifier: MIT
#include "import/element_paths.hpp"

#include <map>

namespace knowwho {

ElementPaths::ElementPaths(HtmlPage const& page) : m_page(page), m_previous(page.elements.size(), HtmlElement::none)
{
    std::map<std::size_t, std::size_t> last_child;
    for (std::size_t index = 1; index < page.elements.size(); ++index) {
        auto const [last, fresh] = last_child.try_emplace(page.elements[index].parent, index);
        m_previous[index] = fresh ? HtmlElement::none : last->second;
        last->second = index;
    }
}

std::string ElementPaths::of(std::size_t element, Grain grain) const
{
    std::string path(1, "tcabo"[static_cast<int>(grain)]);
    int depth = 0;
    for (auto index = element; index != HtmlElement::none && index != 0; index = m_page.elements[index].parent, ++depth) {
        auto const& e = m_page.elements[index];
        path.append(1, '>').append(e.tag == "ol" ? "ul" : e.tag); // whether a list is numbered tells nothing
        if (grain != Grain::tags && !e.classes.empty() && depth < 3) {
            path.append(1, '.').append(e.classes);
        }
        if (grain == Grain::ordinals && (depth == 0 || e.tag == "td")) {
            path.append(1, '#').append(std::to_string(e.ordinal));
        }
        if ((grain == Grain::behind && depth < 2) || (grain == Grain::after && depth == 1)) {
            path.append(1, '+').append(m_previous[index] == HtmlElement::none ? "" : m_page.elements[m_previous[index]].tag);
        }
    }
    return path;
}

} // namespace knowwho
