// SPDX-License-Identifier: MIT
#include "import/draft_person.hpp"

#include "identity/name_lexicon.hpp"
#include "identity/name_tokens.hpp"
#include "identity/organisation.hpp"
#include "import/affiliation.hpp"
#include "import/cell_evidence.hpp"
#include "import/introduction.hpp"
#include "import/word_lists.hpp"
#include "text/ascii.hpp"
#include "text/folding.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <string_view>
#include <utility>

namespace knowwho {
namespace {

constexpr std::size_t shortest_status = 5; // bytes; what is shorter in brackets is a house

/// One word in small letters that is no known name, or an address: what somebody calls themselves online.
bool is_handle(PersonName const& name)
{
    if (is_email(name.written)) {
        return true;
    }
    auto const& word = name.written;
    auto const plain = word.find(' ') == std::string::npos && !word.empty() && !(word[0] >= 'A' && word[0] <= 'Z') && static_cast<unsigned char>(word[0]) < 0xc3;
    return plain && NameLexicon::instance().find(fold_name(word)) == nullptr;
}

bool is_all_particle(std::string_view text)
{
    auto const words = split_at_blanks(text);
    return !words.empty() && std::all_of(words.begin(), words.end(), [](auto word) { return (word_kinds(word) & (word_kind::particle | word_kind::noble)) != 0; });
}

/// "Mr. & Mrs. Alan Berg" names one of the two, "Alan Berg und Team" one of some.
std::string_view without_company(std::string_view name)
{
    constexpr std::array<std::string_view, 11> couples{"Mr. & Mrs. ", "Mr & Mrs ", "Mr. and Mrs. ", "Mr and Mrs ", "Herr und Frau ", "Herr & Frau ", "Frau und Herr ", "M. et Mme ", "M. & Mme ", "Sr. y Sra. ", "Sig. e Sig.ra "};
    auto const found = std::find_if(couples.begin(), couples.end(), [&](auto couple) { return name.starts_with(couple); });
    name = found == couples.end() ? name : name.substr(found->size());
    constexpr std::array<std::string_view, 6> teams{" und Team", " & Team", " + Team", " and team", " et son \xc3\xa9quipe", " y equipo"};
    auto const team = std::find_if(teams.begin(), teams.end(), [&](auto behind) { return name.ends_with(behind); });
    return team == teams.end() ? name : name.substr(0, name.size() - team->size());
}

/// "Beck von der, Anna": lists sorted by the main word put the particles behind it.
void draw_particles_forward(std::string& family)
{
    auto const first = family.find(' ');
    if (first == std::string::npos) {
        return;
    }
    auto const rest = std::string_view(family).substr(first + 1);
    for (std::size_t begin = 0; begin < rest.size();) {
        auto const end = std::min(rest.find(' ', begin), rest.size());
        auto const word = rest.substr(begin, end - begin);
        auto const kinds = word_kinds(word);
        if ((kinds & (word_kind::particle | word_kind::noble)) == 0 && word != "und") {
            return;
        }
        begin = end + 1;
    }
    family = std::string(rest) + " " + family.substr(0, first);
}

/// "Institut für Strömung (Germany)", "Alte Lampen GmbH, Ulm": a country in brackets, and what follows the legal form.
void part_place(RosterRow& row)
{
    auto const house = std::string_view(row.organisation);
    auto const open = house.rfind(" (");
    if (open != house.npos && house.ends_with(')') && row.country.empty() && is_country(house.substr(open + 2, house.size() - open - 3))) {
        row.country = house.substr(open + 2, house.size() - open - 3);
        row.organisation.resize(open);
        return;
    }
    auto const comma = house.rfind(", ");
    if (comma == house.npos && row.place.empty() && is_place(house) && !is_country(house) && organisation_likelihood(house) < 0.45) {
        row.place = std::exchange(row.organisation, {}); // "Anna Berg, Leiterin" and "Bert Tal, Ulm" in one list
    }
    if (comma == house.npos || !row.place.empty()) {
        return;
    }
    auto const town = house.substr(comma + 2);
    auto const named = parse_organisation(house.substr(0, comma));
    auto const short_name = town.find_first_of("0123456789.&") == town.npos && std::count(town.begin(), town.end(), ' ') < 3;
    if (!named.legal_form.empty() && named.unit.empty() && short_name && !is_country(town) && parse_organisation(town).legal_form.empty() && (is_place(town) || (organisation_likelihood(town) < 0.4 && role_likelihood(town) < 0.4))) {
        row.place = town;
        row.organisation.resize(comma);
    }
}

void take_introduction(RosterRow& row, std::string const& prose)
{
    auto found = read_introduction(prose);
    row.role = std::move(found.role);
    row.organisation = std::move(found.organisation);
}

} // namespace

bool name_draft(RowDraft& draft, NameOrder habit, bool is_french)
{
    NameHints hints;
    hints.habit = habit;
    hints.salutation = draft.salutation;
    hints.title = draft.title;
    if (draft.salutation == "M." || draft.salutation == "M") { // in a column of its own
        draft.salutation = "Monsieur";
        hints.salutation = draft.salutation;
    }
    if (is_french && draft.salutation.empty() && draft.name.starts_with("M. ")) {
        draft.salutation = "Monsieur";
        draft.name.erase(0, 3);
        hints.salutation = draft.salutation;
    }
    auto written = draft.name;
    if (!draft.given.empty() && !draft.family.empty()) {
        written = draft.given + " " + draft.family;
    } else if (written.empty()) {
        written = draft.given + draft.family;
    }
    if (written.empty()) {
        return false;
    }
    auto const extra = std::move(draft.row.name);
    auto& name = draft.row.name;
    // A comma says what the two columns say: where the family name ends.
    name = !draft.given.empty() && !draft.family.empty() ? parse_name(draft.family + ", " + draft.given, hints) : parse_name(without_company(written), hints);
    name.written = written;
    if (written.find(',') != std::string::npos) {
        draw_particles_forward(name.family);
    }
    if (is_handle(name)) {
        name.given.clear();
        name.family.clear();
    }
    if (is_all_particle(extra.middle)) { // a column for "van der", "von"
        name.family = extra.middle + " " + name.family;
        name.written = draft.given + " " + name.family;
    } else {
        append_text(name.middle, extra.middle, " ");
    }
    append_text(name.suffix, draft.suffix, ", ");
    name.nickname = extra.nickname.empty() ? name.nickname : extra.nickname;
    name.maiden = extra.maiden.empty() ? name.maiden : extra.maiden;
    return true;
}

void part_affiliation(RosterRow& row, bool is_headed)
{
    if (!is_headed) {
        part_place(row);
    }
    if (auto const comma = row.organisation.rfind(", "); !is_headed && row.country.empty() && comma != std::string::npos && is_country(row.organisation.substr(comma + 2))) {
        row.country = row.organisation.substr(comma + 2);
        return;
    }
    if (!row.organisation.empty() && row.role.empty() && !is_headed) {
        auto parts = split_affiliation(row.organisation);
        row.role = std::move(parts.role);
        row.organisation = std::move(parts.organisation);
    } else if (row.organisation.empty() && !row.role.empty()) {
        auto parts = split_affiliation(row.role);
        if (!parts.role.empty() && !parts.organisation.empty()) {
            row.role = std::move(parts.role);
            row.organisation = std::move(parts.organisation);
        }
    }
}

void introduce(RosterRow& row)
{
    if (!row.role.empty() || !row.organisation.empty()) {
        return;
    }
    for (auto const& cell : row.others) {
        if (row.role.empty() && cell.value.size() > 12) {
            take_introduction(row, cell.value);
        }
    }
    if (row.role.empty() && !row.about.empty()) {
        take_introduction(row, row.about);
    }
}

bool names_person(std::string const& aside)
{
    auto const first = std::string_view(aside).substr(0, aside.find(' '));
    if (first.size() > 1 && first.size() < aside.size() && std::all_of(first.begin(), first.end(), [](char c) { return c >= 'A' && c <= 'Z'; })) {
        return false; // "TU Nordstadt"
    }
    return (name_likelihood(aside) >= 0.5 && organisation_likelihood(aside) < 0.5) || is_all_title(aside) || aside.starts_with("geb") || aside.starts_with("n\xc3\xa9" "e");
}

void take_rest(RosterRow& row, std::string const& rest)
{
    auto parts = split_affiliation(rest);
    row.role = row.role.empty() ? std::move(parts.role) : row.role;
    row.organisation = row.organisation.empty() ? std::move(parts.organisation) : row.organisation;
}

void take_aside(RowDraft& draft, std::string const& aside)
{
    auto& row = draft.row;
    if (auto const status = is_status(aside) ? parse_status(aside) : std::nullopt; status && aside.size() >= shortest_status) { // "Anna Berg (abgesagt)"
        row.status = *status;
        row.others.push_back({{}, aside});
        return;
    }
    if (is_remark(aside)) { // "(kommt später)", "(sie/ihr)"
        row.others.push_back({{}, aside});
        return;
    }
    auto const code = aside.size() == 2 && aside.find_first_not_of("ABCDEFGHIJKLMNOPQRSTUVWXYZ") == aside.npos && !row.organisation.empty(); // "AT"
    auto& target = is_email(aside) ? row.email : code || is_country(aside) ? row.country : row.organisation;
    if (target.empty() && !is_no_organisation(aside)) {
        target = aside;
    } else {
        row.others.push_back({{}, aside});
    }
}

} // namespace knowwho
