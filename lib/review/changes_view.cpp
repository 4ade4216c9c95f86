// SPDX-License-Identifier: MIT
#include "review/changes_view.hpp"

#include <ctemplate/template.h>

namespace knowwho::review {

std::string changes_html(Frame const& frame, std::vector<ChangeRow> const& rows)
{
    auto dictionary = ctemplate::TemplateDictionary{"changes"};
    set_frame(dictionary, frame);
    if (rows.empty()) {
        dictionary.ShowSection("NO_CHANGES");
    }
    for (auto const& row : rows) {
        auto& section = *dictionary.AddSectionDictionary("CHANGE");
        section.SetValue("WHEN", row.when);
        auto& what = *section.AddSectionDictionary(row.person == 0 ? "PLAIN_WHAT" : "LINKED_WHAT");
        what.SetValue("WHAT", row.what);
        what.SetIntValue("PERSON", static_cast<long>(row.person));
        if (!row.before.empty() || !row.after.empty()) {
            auto& values = *section.AddSectionDictionary("VALUES");
            values.SetValue("BEFORE", row.before.empty() ? std::string{frame.words("empty")} : row.before);
            values.SetValue("AFTER", row.after.empty() ? std::string{frame.words("empty")} : row.after);
        }
    }
    return fill_template("changes", dictionary);
}

} // namespace knowwho::review
