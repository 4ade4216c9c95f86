// SPDX-License-Identifier: MIT
#include "import/cell_evidence.hpp"

#include "identity/name_lexicon.hpp"
#include "identity/name_parser.hpp"
#include "identity/name_tokens.hpp"
#include "identity/organisation.hpp"
#include "import/list_words.hpp"
#include "import/word_lists.hpp"
#include "text/ascii.hpp"
#include "text/folding.hpp"
#include "text/utf8.hpp"

#include <algorithm>
#include <string>
#include <unordered_set>

namespace knowwho {
namespace {

bool is_ascii_digit(char c) { return c >= '0' && c <= '9'; }
bool is_ascii_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

bool is_code(std::string_view text)
{
    if (text.size() < 5 || text.find(' ') != text.npos) {
        return false;
    }
    auto const digits = std::count_if(text.begin(), text.end(), is_ascii_digit);
    auto const letters = std::count_if(text.begin(), text.end(), is_ascii_letter);
    auto const signs = std::count_if(text.begin(), text.end(), [](char c) { return c == '-' || c == '_'; });
    return digits > 0 && letters > 0 && digits + letters + signs == std::ptrdiff_t(text.size()) && (digits * 4 >= letters || text.size() > 20);
}

/// "@name", and addresses made unusable on purpose: "name@…", "name at example.org".
bool is_handle(std::string_view text)
{
    auto const at = text.find('@');
    if (at != text.npos && text.find(' ') == text.npos && !is_email(text)) {
        return true;
    }
    auto const word = text.find(" at ");
    return word != text.npos && words_in(text) == 3 && text.find('.', word) != text.npos;
}

bool is_phone(std::string_view text)
{
    int digits = 0;
    for (char const c : text) {
        digits += is_ascii_digit(c);
        if (!is_ascii_digit(c) && std::string_view(" +-/().x").find(c) == std::string_view::npos) {
            return false;
        }
    }
    return digits >= 7 && digits <= 16 && (text[0] == '+' || text[0] == '0' || text[0] == '(' || text.find_first_of(" -/") != text.npos);
}

/// "45m", "1h 30m", "2 Std.", "90 min".
bool is_duration(std::string_view text)
{
    if (text.size() > 16 || text.empty() || !is_ascii_digit(text[0])) {
        return false;
    }
    std::string letters = ascii_lower(text);
    std::replace_if(letters.begin(), letters.end(), [](char c) { return is_ascii_digit(c) || c == '.' || c == ','; }, ' ');
    auto const words = split_at_blanks(letters);
    return !words.empty() && std::all_of(words.begin(), words.end(), [&](auto word) { return is_list_word(word, ListWord::duration); });
}

bool is_yes_no(std::string_view text)
{
    if (text.size() > 9) {
        return false;
    }
    return is_list_word(fold(text), ListWord::yes_no);
}

/// Mostly letters from Hebrew and Arabic on.
bool is_foreign(std::string_view text)
{
    auto const high = std::count_if(text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) >= 0xd6; });
    return high * 5 > std::ptrdiff_t(text.size());
}

/// "Anna Berg spielt seit Jahren.": a full stop behind a whole word, and none of an abbreviation.
bool has_full_stop(std::string_view text)
{
    auto const last = text.substr(text.rfind(' ') + 1);
    return last.size() > 5 && last.find('.') == last.size() - 1;
}

bool is_prose(std::string_view text)
{
    auto const words = words_in(text);
    return words > 14 || (words > 4 && has_full_stop(text)) || (words > 6 && (text.find(". ") != text.npos || text.ends_with('.')));
}

/// "Mirrors without tears", "Wärme aus dem Fluss": the last of three or more words begins small, or one says so.
bool reads_as_topic(std::string_view text)
{
    auto const last = text.substr(text.rfind(' ') + 1);
    if (words_in(text) < 3) {
        return false;
    }
    return (last.size() > 2 && last.back() != '.' && last[0] >= 'a' && last[0] <= 'z') || text.ends_with('?') || has_list_word(fold(text), ListWord::topic);
}

/// Log odds of given against family name over the words of a cell; 0 where nothing is known.
double given_odds(std::string_view text)
{
    double odds = 0;
    auto const& lexicon = NameLexicon::instance();
    for (std::size_t begin = 0; begin < text.size();) {
        auto const end = std::min(text.find_first_of(" -", begin), text.size());
        auto key = fold_name(text.substr(begin, end - begin));
        std::erase(key, ' ');
        if (auto const* weight = lexicon.find(key)) {
            odds += weight->given > weight->family * 1.5F ? 1 : weight->family > weight->given * 1.5F ? -1 : 0;
        } else if ((lexicon.kinds(key) & word_kind::particle) != 0) {
            odds -= 0.5;
        }
        begin = end + 1;
    }
    return odds;
}

struct Tally {
    CellEvidence sums;
    std::unordered_set<std::string_view> different;

    void add(std::string_view cell);
    void add_kinds(std::string_view cell);
    void add_words(std::string_view cell);
};

void Tally::add_kinds(std::string_view cell)
{
    sums.email += is_email(cell);
    sums.website += is_website(cell);
    sums.handle += is_handle(cell);
    sums.number += is_number(cell) || is_duration(cell);
    sums.phone += !is_number(cell) ? is_phone(cell) : is_phone(cell) && cell.size() >= 8;
    sums.date += is_date(cell);
    sums.yes_no += is_yes_no(cell);
    sums.code += is_code(cell);
}

void Tally::add_words(std::string_view cell)
{
    sums.country += is_country(cell);
    sums.place += is_place(cell);
    sums.category += is_category(cell);
    sums.status += is_status(cell);
    if (cell.size() > 80) {
        return;
    }
    auto const kinds = word_kinds(cell);
    sums.salutation += (kinds & word_kind::any_salutation) != 0 || (is_all_title(cell) && cell.size() < 12 && words_in(cell) == 1 && kinds == 0);
    sums.title += is_all_title(cell) || is_all_suffix(cell);
    auto const person = name_likelihood(cell);
    sums.person += person;
    auto const comma = cell.find(',');
    sums.comma_name += comma != cell.npos && person > 0.5;
    auto const odds = given_odds(cell);
    sums.given += odds > 0;
    sums.family += odds < 0;
    auto const house = organisation_likelihood(cell);
    sums.organisation += house < 0.9 && reads_as_topic(cell) ? house / 2 : house;
    sums.role += role_likelihood(cell);
}

void Tally::add(std::string_view cell)
{
    ++sums.cells;
    different.insert(cell);
    sums.length += double(cell.size());
    sums.prose += is_prose(cell);
    sums.topic += reads_as_topic(cell);
    sums.one_word += words_in(cell) == 1;
    sums.foreign += is_foreign(cell);
    add_kinds(cell);
    add_words(cell);
}

} // namespace

CellEvidence examine(std::span<std::string_view const> cells)
{
    Tally tally;
    for (auto const cell : cells) {
        if (auto const content = trim(cell); !content.empty() && !is_filler(content)) {
            tally.add(content);
        }
    }
    auto evidence = tally.sums;
    if (evidence.cells == 0) {
        return evidence;
    }
    for (double* const share : {&evidence.email, &evidence.website, &evidence.handle, &evidence.phone, &evidence.number, &evidence.date, &evidence.yes_no,
                                &evidence.code, &evidence.salutation, &evidence.title, &evidence.country, &evidence.place, &evidence.category, &evidence.status, &evidence.person,
                                &evidence.comma_name, &evidence.given, &evidence.family, &evidence.organisation, &evidence.role, &evidence.foreign, &evidence.topic, &evidence.prose,
                                &evidence.one_word, &evidence.length}) {
        *share /= evidence.cells;
    }
    evidence.filled = double(evidence.cells) / double(cells.size());
    evidence.distinct = double(tally.different.size()) / evidence.cells;
    return evidence;
}

} // namespace knowwho
