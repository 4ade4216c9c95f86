// SPDX-License-Identifier: MIT
// Which lines of a page speak as a person or stand under their name, without naming them.
#pragma once

#include "enrich/page_reader.hpp"

#include <cstddef>
#include <vector>

namespace knowwho {

struct PersonOnPage;

/// The lines of a page that belong to one person: answers in an interview with them, what follows
/// "Weber: …", the section under a heading that is their name, all of it if they are the author.
class Speakers {
public:
    Speakers(PageReading const& reading, PersonOnPage const& person);

    /// How surely the line at this byte of the text is the person's: 0 to 2.2.
    double share(std::size_t position) const;

private:
    void mark_answers(PersonOnPage const& person);
    void mark_labelled(PersonOnPage const& person);
    void mark_sections(PersonOnPage const& person);
    void mark_all(double share);
    bool named_in(std::size_t line, PersonOnPage const& person) const;

    PageReading const& m_reading;
    std::vector<double> m_shares; ///< one per line
};

} // namespace knowwho
