// SPDX-License-Identifier: MIT
// A written name taken apart: titles, given, middle, family, suffix, nickname, maiden name.
#pragma once

#include "model/name.hpp"

#include <string>
#include <string_view>

namespace knowwho {

/// In which order a column writes its names where a single one doesn't show it by a comma.
enum class NameOrder { unknown, given_first, family_first };

/// What is known beside the text itself.
struct NameHints {
    NameOrder habit = NameOrder::unknown; ///< what NameHabit learnt from the column
    std::string salutation;               ///< the list's own salutation cell ("Frau", "Mr"); may be empty
    std::string title;                    ///< the list's own title cell ("Dr."); put before titles in the name
};

/// Takes a name apart. Never fails: what can't be told apart stays together with a low
/// confidence, and `written` is always the text as given. The salutation is set only if the
/// text or the hints say it.
PersonName parse_name(std::string_view written, NameHints const& hints = {});

/// Learns from the values of one column how it writes names, to decide the ambiguous ones.
class NameHabit {
public:
    /// Takes one value of the column; anything that is no name is passed over.
    void learn(std::string_view written);

    /// What the column does as far as it has been seen; unknown while it is divided.
    NameOrder order() const noexcept;

private:
    int m_given_first = 0;
    int m_family_first = 0;
};

/// 0 to 1 that the text is one person's name and not an organisation, a role, a place, a heading
/// or a sentence. Quick: meant for every cell of a list.
double name_likelihood(std::string_view text);

/// N.N., TBD, "Begleitperson von …": somebody whose name is not known yet.
bool is_placeholder_name(std::string_view text);

} // namespace knowwho
