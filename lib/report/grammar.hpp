// SPDX-License-Identifier: MIT
// The little German (and less English) grammar that a spoken sentence with names in it needs.
#pragma once

#include "model/language.hpp"

#include <string>
#include <string_view>

namespace knowwho {

/// An organisation as one says it: without legal form ("Ebersteig Hydraulik GmbH & Co. KG"
/// is "Ebersteig Hydraulik"). Never empty unless `organisation` is.
std::string spoken_organisation(std::string_view organisation);

/// "bei Ebersteig Hydraulik", "beim Fachverband Maschinenbau", "bei der Westfälischen Technischen
/// Universität", "bei den Stadtwerken Hameln" ("bei den" names keep their form); English "at …".
std::string at_organisation(std::string_view organisation, Language language);

/// "von Ebersteig Hydraulik", "des Fachverbands Maschinenbau", "der Technischen Hochschule
/// Oberweser"; without the legal form, as it is said ("von Bosch" for "Bosch AG"); English "of …".
std::string of_organisation(std::string_view organisation, Language language);

/// In the accusative, as an object: "Ebersteig Hydraulik", "den Fachverband", "die Hochschule".
std::string the_organisation(std::string_view organisation, Language language);

/// "über Ebersteig Hydraulik", "über den Fachverband", "über die Hochschule"; English "about …".
std::string about_organisation(std::string_view organisation, Language language);

} // namespace knowwho
