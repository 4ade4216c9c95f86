// SPDX-License-Identifier: MIT
// How well two values of a column agree, by its kind.
#include "identity/duplicate_records.hpp"

#include "identity/mailbox.hpp"
#include "identity/name_compare.hpp"
#include "identity/spelt_value.hpp"
#include "text/ascii.hpp"
#include "text/similarity.hpp"

#include <string>
#include <string_view>

namespace knowwho {
namespace {

int given_level(SpeltValue const& a, SpeltValue const& b)
{
    if (are_numbered_apart(a, b)) {
        return 5;
    }
    auto const left = first_word(a.text);
    auto const right = first_word(b.text);
    if (left == right || (may_be_short_forms(a, b) && are_short_forms(left, right))) {
        return 1;
    }
    if (left.size() == 1 || right.size() == 1) {
        return left.front() == right.front() ? 2 : 5;
    }
    auto const likeness = likeness_at_most(a, b) < 0.7 ? 0 : jaro_winkler(a.text, b.text);
    return likeness >= 0.92 || are_slips_apart(a, b, 1) ? 1 : likeness >= 0.82 ? 3 : likeness >= 0.7 ? 4 : 5;
}

int family_level(SpeltValue const& a, SpeltValue const& b)
{
    if (are_numbered_apart(a, b)) {
        return 4;
    }
    auto const likeness = likeness_at_most(a, b) < 0.82 ? 0 : jaro_winkler(a.text, b.text);
    if (likeness >= 0.92 || are_slips_apart(a, b, 1)) {
        return 1;
    }
    auto const& shorter = a.text.size() < b.text.size() ? a.text : b.text;
    auto const& longer = a.text.size() < b.text.size() ? b.text : a.text;
    if (shorter.size() > 2 && has_word(longer, shorter)) {
        return 2;
    }
    return likeness >= 0.82 ? 3 : 4;
}

int date_level(std::string const& a, std::string const& b)
{
    if (damerau_levenshtein(a, b) <= 1) {
        return 1;
    }
    auto const year = a.size() >= 4 && b.size() >= 4 && a.compare(0, 4, b, 0, 4) == 0;
    return damerau_levenshtein(a, b) <= 2 ? 2 : year ? 3 : 4;
}

/// A local part that is a name says the name again; with digits it is an account of its own.
int email_level(SpeltValue const& a, SpeltValue const& b)
{
    auto const left = local_part(a.text);
    auto const right = local_part(b.text);
    auto const account = left == right && left.find_first_of("0123456789") != std::string_view::npos;
    if (account || (a.text.size() > 10 && are_slips_apart(a, b, 2))) {
        return 1;
    }
    auto const domain = std::string_view{a.text}.substr(left.size());
    return domain == std::string_view{b.text}.substr(right.size()) ? (left == right ? 2 : 3) : 4;
}

int plain_level(SpeltValue const& a, SpeltValue const& b, double near, double far)
{
    auto const likeness = likeness_at_most(a, b) < far ? 0 : jaro_winkler(a.text, b.text);
    return likeness >= near ? 1 : likeness >= far ? 2 : 3;
}

int code_level(std::string const& a, std::string const& b)
{
    auto const distance = damerau_levenshtein(a, b);
    return distance <= 1 ? 1 : distance <= 2 && a.size() > 4 ? 2 : 3;
}

} // namespace

int agreement_level(PreparedRecords const& records, std::size_t at, std::size_t a, std::size_t b)
{
    auto const& column = records.columns[at];
    if (!column.has(a) || !column.has(b)) {
        return -1;
    }
    auto const left = SpeltValue{column.value(a), column.letters(a)};
    auto const right = SpeltValue{column.value(b), column.letters(b)};
    if (column.number(a) == column.number(b)) {
        return column.kind() == FieldKind::email && is_shared_mailbox(local_part(left.text)) ? 2 : 0;
    }
    switch (column.kind()) {
    case FieldKind::given: return given_level(left, right);
    case FieldKind::family: return family_level(left, right);
    case FieldKind::date: return date_level(left.text, right.text);
    case FieldKind::email: return email_level(left, right);
    case FieldKind::organisation: return plain_level(left, right, 0.92, 0.84);
    case FieldKind::code: return code_level(left.text, right.text);
    default: return plain_level(left, right, 0.9, 0.8);
    }
}

int level_count(FieldKind kind)
{
    switch (kind) {
    case FieldKind::given: return 6;
    case FieldKind::family:
    case FieldKind::date:
    case FieldKind::email: return 5;
    default: return 4;
    }
}

} // namespace knowwho
