// SPDX-License-Identifier: MIT
// The little German (and less English) grammar that a spoken sentence with names in it needs.
#pragma once

#include "model/language.hpp"

#include <string>
#include <string_view>

namespace knowwho {

/// "Webers", "Hans’", "Max’", "Marx’"; English "Weber's", "Hans'".
std::string genitive_of_name(std::string_view name, Language language);

/// An organisation as one says it: without legal form ("Ebersteig Hydraulik GmbH & Co. KG"
/// is "Ebersteig Hydraulik"). Never empty unless `organisation` is.
std::string spoken_organisation(std::string_view organisation);

/// The gender of the word that heads a German organisation's name ("Hochschule", "e. V.").
enum class Gender { none, masculine, feminine, neuter, plural };

/// `none` for bare names ("Bosch", "Ebersteig Hydraulik"), which take no article in speech.
Gender gender_of_organisation(std::string_view organisation);

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
