// SPDX-License-Identifier: MIT
// Whether two writings are of one house.
#include "identity/organisation.hpp"

#include "identity/legal_forms.hpp"
#include "identity/name_tokens.hpp"
#include "text/ascii.hpp"
#include "text/folding.hpp"

#include <algorithm>

namespace knowwho {
namespace {

/// fold_name() without the little words that spellings differ in: "Holm & Söhne", "Holm und Söhne".
std::string core_key(std::string_view core)
{
    auto const folded = fold_name(core);
    auto key = std::string{};
    for (auto const word : split_at_blanks(folded)) {
        if (word != "und" && word != "and" && word != "u" && word != "the") {
            key.append(key.empty() ? "" : " ").append(word);
        }
    }
    return key.empty() ? folded : key;
}

bool is_spelt_out_by(std::string_view acronym, std::string_view core)
{
    if (!is_acronym(acronym)) {
        return false;
    }
    auto const letters = word_key(acronym);
    auto at = std::size_t{0};
    auto const folded = fold(core);
    auto const words = split_at_blanks(folded);
    for (auto const word : words) {
        if (at < letters.size() && word.front() == letters[at]) {
            ++at;
        }
    }
    return words.size() >= 2 && words.size() <= letters.size() + 3 && at == letters.size() && letters.size() >= 2;
}

} // namespace

std::string organisation_key(std::string_view written) { return core_key(parse_organisation(written).core); }

std::vector<std::string> organisation_short_forms(std::string_view written)
{
    struct Form {
        std::string_view whole;
        std::string_view brief;
    };
    static constexpr Form forms[] = {{"technische universitat", "tu"}, {"technical university of", "tu"}, {"technische hochschule", "th"},
        {"universitat zu", "uni"}, {"universitat", "uni"}, {"university of", "uni"}, {"fachhochschule", "fh"}, {"hochschule", "hs"},
        {"industrie und handelskammer", "ihk"}, {"handwerkskammer", "hwk"}, {"padagogische hochschule", "ph"}};
    auto const organisation = parse_organisation(written);
    auto const key = core_key(organisation.core);
    auto found = std::vector<std::string>{};
    for (auto const& form : forms) {
        if (key.starts_with(form.whole) && key.size() > form.whole.size() + 4 && key[form.whole.size()] == ' ') {
            found.push_back(std::string{form.brief}.append(key, form.whole.size()));
            break;
        }
    }
    if (organisation.acronym.size() >= 3) {
        found.push_back(fold_name(organisation.acronym));
    }
    return found;
}

bool same_organisation(std::string_view a, std::string_view b)
{
    auto const left = parse_organisation(a);
    auto const right = parse_organisation(b);
    auto const left_key = core_key(left.core);
    auto const right_key = core_key(right.core);
    if (left_key.empty() || right_key.empty()) {
        return false;
    }
    auto const acronym_of = [](Organisation const& longer, Organisation const& shorter) {
        return (!longer.acronym.empty() && word_key(longer.acronym) == word_key(shorter.core)) || is_spelt_out_by(shorter.core, longer.core);
    };
    auto const brief = [](std::string_view longer, std::string const& shorter) {
        return std::ranges::count(organisation_short_forms(longer), shorter) > 0;
    };
    return left_key == right_key || word_key(left_key) == word_key(right_key) || acronym_of(left, right) || acronym_of(right, left)
        || brief(a, right_key) || brief(b, left_key);
}

} // namespace knowwho
