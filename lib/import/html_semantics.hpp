// SPDX-License-Identifier: MIT
// People that a page marks as such: schema.org in JSON-LD and microdata, h-card.
#pragma once

#include "import/table.hpp"

#include <pugixml.hpp>

#include <vector>

namespace knowwho {

/// One table per kind of marking that the page uses; meanings are fixed by the marking.
std::vector<Table> find_marked_people(pugi::xml_document const& document, Texts& texts);

/// People in the data that a page carries for its scripts: JSON in script elements and in attributes.
std::vector<Table> find_embedded_people(pugi::xml_document const& document, Texts& texts);

} // namespace knowwho
