// SPDX-License-Identifier: MIT
#include "identity/organisation.hpp"

#include "identity/name_lexicon.hpp"
#include "identity/name_tokens.hpp"
#include "identity/organisation_lexicon.hpp"
#include "text/folding.hpp"
#include "text/ascii.hpp"
#include "text/utf8.hpp"

#include <algorithm>
#include <cctype>
#include <cmath>
#include <optional>
#include <vector>

namespace knowwho {
namespace {

constexpr std::string_view around_organisations = " \t,;-|/";

constexpr std::size_t longest_looked_at = 400;
constexpr std::size_t most_legal_words = 7;

/// Blanks of every kind as one, dashes as "-", typographic quotes gone.
std::string unified(std::string_view written)
{
    auto out = std::string{};
    while (!written.empty() && out.size() < longest_looked_at) {
        auto const c = take_utf8(written);
        if (c <= 0x20 || c == 0xA0 || (c >= 0x2000 && c <= 0x200B) || c == 0x202F || c == 0xFFFD || c == 0x3000) {
            if (!out.empty() && out.back() != ' ') {
                out += ' ';
            }
        } else if (c >= 0x2010 && c <= 0x2015) {
            out += '-';
        } else if (c == U'"' || c == U'„' || c == U'“' || c == U'”' || c == U'«' || c == U'»') {
            continue;
        } else {
            append_utf8(out, c);
        }
    }
    return std::string{trimmed(out, around_organisations)};
}

bool is_acronym(std::string_view text)
{
    auto const capitals = std::ranges::count_if(text, [](unsigned char c) { return c >= 'A' && c <= 'Z'; });
    return capitals >= 2 && text.size() <= 10 && capitals * 2 > static_cast<int>(text.size()) && text.find(' ') == std::string_view::npos;
}

/// Two letters such as "se" or "as" are words of many languages: written small they are no legal form.
bool may_be_legal(std::string_view text, std::string_view key)
{
    static constexpr std::string_view short_and_small[] = {"ag", "kg", "pc", "lp", "pa", "ek", "ev", "eg", "oy", "ab", "as", "sc", "bv", "nv", "sa", "eu", "eb", "hf"};
    auto const small = !text.empty() && text.front() >= 'a' && text.front() <= 'z';
    if (key.size() > 2 || !small) {
        return key.size() != 3 || key != "spa" || text.find('.') != std::string_view::npos || text == "SpA";
    }
    return text.find('.') != std::string_view::npos || std::ranges::find(short_and_small, key) != std::end(short_and_small);
}

std::string const* legal_form_of(std::string_view text)
{
    if (auto const* spelt = OrganisationLexicon::instance().legal_form_spelt(text)) {
        return spelt;
    }
    auto const key = legal_key(text);
    return may_be_legal(trimmed(text, around_organisations), key) ? OrganisationLexicon::instance().legal_form(key) : nullptr;
}

struct Legal {
    std::size_t from = 0; ///< bytes of the text that the form takes
    std::size_t end = 0;
    std::string form;
};

std::size_t offset_of(std::string_view text, std::string_view part) { return static_cast<std::size_t>(part.data() - text.data()); }

/// The longest legal form at the end; never the whole text.
std::optional<Legal> legal_at_end(std::string_view text)
{
    auto const words = split_at_blanks(text);
    auto const most = std::min(words.size() - std::min<std::size_t>(words.size(), 1), most_legal_words);
    for (auto count = most; count > 0; --count) {
        auto const first = words[words.size() - count];
        auto const from = offset_of(text, first);
        if (first != "&" && first != "+") {
            if (auto const* form = legal_form_of(text.substr(from))) {
                return Legal{from, text.size(), *form};
            }
        }
    }
    return std::nullopt;
}

/// "AB Volvo", "ООО Ромашка", "Oy Karl Fazer Ab".
std::optional<Legal> legal_in_front(std::string_view text)
{
    static constexpr std::string_view in_front[] = {"ab", "aktiebolaget", "oy", "ooo", "pao", "oao", "zao", "ao", "pt", "as", "cv", "ojsc", "pjsc", "jsc"};
    auto const words = split_at_blanks(text);
    if (words.size() < 2) {
        return std::nullopt;
    }
    auto const key = legal_key(words.front());
    auto const* form = OrganisationLexicon::instance().legal_form(key);
    if (form == nullptr || std::ranges::find(in_front, key) == std::end(in_front) || (words.front().front() >= 'a' && words.front().front() <= 'z')) {
        return std::nullopt;
    }
    return Legal{0, offset_of(text, words[1]), *form};
}

/// A form that is no word of any language, with something behind it: "Deutsche Bank AG Filiale Frankfurt".
std::optional<Legal> legal_inside(std::string_view text)
{
    static constexpr std::string_view plain[] = {"gmbh", "ag", "kg", "kgaa", "ohg", "inc", "llc", "ltd", "gmbhcokg", "agcokg", "gesmbh", "ggmbh", "ug", "sarl", "spa", "plc", "ev", "se"};
    auto const words = split_at_blanks(text);
    for (auto i = std::size_t{1}; i + 1 < words.size(); ++i) {
        for (auto count = std::min<std::size_t>(4, words.size() - i - 1); count > 0; --count) {
            auto const from = offset_of(text, words[i]);
            auto const last = words[i + count - 1];
            auto const end = offset_of(text, last) + last.size();
            auto const key = legal_key(text.substr(from, end - from));
            auto const dotted = text.substr(from, end - from).find('.') != std::string_view::npos;
            if (std::ranges::find(plain, key) != std::end(plain) || (dotted && key == "pc")) {
                if (auto const* form = legal_form_of(text.substr(from, end - from))) {
                    return Legal{from, end, *form};
                }
            }
        }
    }
    return std::nullopt;
}

bool is_unit(std::string_view text)
{
    auto const folded = fold(text);
    auto const words = split_at_blanks(folded);
    auto const& lexicon = OrganisationLexicon::instance();
    return !words.empty() && (lexicon.is_unit_word(words.front()) || (words.size() > 1 && lexicon.is_unit_word(words.back()) && !lexicon.is_place(folded)));
}

bool is_place(std::string_view text) { return OrganisationLexicon::instance().is_place(fold(text)); }

class OrganisationReader {
public:
    explicit OrganisationReader(std::string_view written) : m_text(unified(written)) { m_result.written = written; }

    Organisation read()
    {
        if (OrganisationLexicon::instance().means_none(fold(m_text)) || fold(m_text).empty()) {
            return std::move(m_result);
        }
        drop_former();
        take_brackets();
        take_acronym_in_front();
        take_parts();
        take_legal_form();
        take_trailing_acronym();
        take_numbered_unit();
        m_result.core = trimmed(m_text, around_organisations);
        if (m_result.core.empty()) {
            m_result.core = trimmed(m_result.written, around_organisations);
        }
        take_place();
        return std::move(m_result);
    }

private:
    void drop_former();
    void take_brackets();
    void take_acronym_in_front();
    void take_parts();
    void take_part(std::string_view part);
    void take_legal_form();
    void take_trailing_acronym();
    void take_numbered_unit();
    void take_place();
    void add_unit(std::string_view text);

    std::string m_text;
    Organisation m_result;
};

void OrganisationReader::drop_former()
{
    auto const words = split_at_blanks(m_text);
    if (words.size() > 1 && OrganisationLexicon::instance().means_former(fold(words.front()))) {
        m_text.erase(0, offset_of(m_text, words[1]));
    }
}

void OrganisationReader::take_brackets()
{
    for (auto open = m_text.find('('); open != std::string::npos; open = m_text.find('(', open + 1)) {
        auto const close = m_text.find(')', open);
        if (close == std::string::npos || open == 0) {
            return;
        }
        auto const inside = std::string{trimmed(std::string_view{m_text}.substr(open + 1, close - open - 1), around_organisations)};
        if (fold(inside) == "haftungsbeschrankt" || legal_form_of(m_text.substr(0, close + 1)) || inside == "publ") {
            continue;
        }
        auto const behind_legal = legal_at_end(trimmed(std::string_view{m_text}.substr(0, open), around_organisations)).has_value();
        if (is_acronym(inside)) {
            m_result.acronym = inside;
        } else if (is_place(inside) || (behind_legal && inside.find(' ') == std::string::npos)) {
            m_result.place = inside;
        } else if (behind_legal || is_unit(inside)) {
            add_unit(inside);
        } else {
            continue;
        }
        m_text.erase(open, close - open + 1);
        --open;
    }
}

/// "BMWK - Bundesministerium für Wirtschaft": the short name in front of the long one.
void OrganisationReader::take_acronym_in_front()
{
    auto const dash = m_text.find(" - ");
    if (dash != std::string::npos && is_acronym(std::string_view{m_text}.substr(0, dash)) && split_at_blanks(m_text).size() > 3) {
        m_result.acronym = m_text.substr(0, dash);
        m_text.erase(0, dash + 3);
    }
}

void OrganisationReader::add_unit(std::string_view text)
{
    m_result.unit += (m_result.unit.empty() ? "" : ", ") + std::string{text};
}

void OrganisationReader::take_parts()
{
    static constexpr std::string_view marks[] = {" | ", " - ", " / ", " · ", ", "};
    auto const from = std::size_t{1};
    auto first = std::string::npos;
    auto length = std::size_t{0};
    for (auto const mark : marks) {
        auto const at = m_text.find(mark, from);
        if (at < first) {
            first = at;
            length = mark.size();
        }
    }
    if (first == std::string::npos) {
        return;
    }
    auto const head = std::string_view{m_text}.substr(0, first);
    auto const tail = std::string{trimmed(std::string_view{m_text}.substr(first + length), around_organisations)};
    auto const closed = legal_at_end(head).has_value();
    auto const tail_form = legal_form_of(tail);
    if (tail_form != nullptr) {
        m_text = std::string{head} + ' ' + tail;
    } else if (closed || is_unit(tail) || is_place(tail) || m_text.compare(first, length, " | ") == 0) {
        m_text = std::string{head};
        take_part(tail);
    } else if (fold(tail).starts_with("inh ")) {
        auto const form = legal_at_end(tail);
        m_text = std::string{head} + (form ? ' ' + tail.substr(form->from) : std::string{});
    }
}

void OrganisationReader::take_part(std::string_view part)
{
    auto const comma = part.rfind(", ");
    if (comma != std::string_view::npos && is_place(part.substr(comma + 2))) {
        m_result.place = part.substr(comma + 2);
        part = part.substr(0, comma);
    }
    if (is_place(part) || (!is_unit(part) && part.find(' ') == std::string_view::npos && !m_result.place.empty())) {
        m_result.place = part;
    } else {
        add_unit(part);
    }
}

void OrganisationReader::take_legal_form()
{
    if (auto const front = legal_in_front(m_text)) {
        auto const end = legal_at_end(m_text);
        m_result.legal_form = front->form + (end ? ' ' + std::string{end->form} : std::string{});
        m_text = m_text.substr(front->end, (end ? end->from : m_text.size()) - front->end);
    } else if (auto const end = legal_at_end(m_text)) {
        m_result.legal_form = end->form;
        m_text.erase(end->from);
    } else if (auto const inside = legal_inside(m_text)) {
        auto const tail = trimmed(std::string_view{m_text}.substr(inside->end), around_organisations);
        m_result.legal_form = inside->form;
        if (is_unit(tail) || is_place(tail)) {
            take_part(tail);
            m_text.erase(inside->from);
        } else {
            m_text.erase(inside->from, inside->end - inside->from);
        }
    } else {
        static constexpr std::string_view glued[] = {"股份有限公司", "有限责任公司", "有限公司", "株式会社", "주식회사"};
        for (auto const form : glued) {
            if (m_text.size() > form.size() && (m_text.ends_with(form) || m_text.starts_with(form))) {
                m_result.legal_form = form;
                m_text.erase(m_text.ends_with(form) ? m_text.size() - form.size() : 0, form.size());
                return;
            }
        }
    }
}

/// "Verein Deutscher Ingenieure VDI": the initials of the words before it.
void OrganisationReader::take_trailing_acronym()
{
    auto const words = split_at_blanks(trimmed(m_text, around_organisations));
    if (words.size() < 3 || !is_acronym(words.back()) || words.back().size() != words.size() - 1) {
        return;
    }
    for (auto i = std::size_t{0}; i + 1 < words.size(); ++i) {
        if (fold(words[i]).substr(0, 1) != fold(words.back().substr(i, 1))) {
            return;
        }
    }
    m_result.acronym = words.back();
    m_text = m_text.substr(0, offset_of(m_text, words.back()));
}

/// "... Firefighters Local 2838", "... Order of Police, Lodge # 72".
void OrganisationReader::take_numbered_unit()
{
    static constexpr std::string_view kinds[] = {"local", "lodge", "chapter", "post", "branch", "ortsgruppe"};
    auto const words = split_at_blanks(m_text);
    auto count = words.size();
    auto const is_number = [](std::string_view word) { return word.find_first_not_of("#0123456789.") == std::string_view::npos; };
    while (count > 0 && is_number(words[count - 1])) {
        --count;
    }
    if (count < 2 || count == words.size() || std::ranges::find(kinds, fold(words[count - 1])) == std::end(kinds)) {
        return;
    }
    auto const from = offset_of(m_text, words[count - 1]);
    add_unit(std::string_view{m_text}.substr(from));
    m_text.erase(from);
}

void OrganisationReader::take_place()
{
    for (auto const& text : {m_result.core, m_result.unit}) {
        auto const words = split_at_blanks(text);
        if (m_result.place.empty() && words.size() > 1) {
            for (auto i = words.size(); i-- > 1;) {
                if (is_place(words[i])) {
                    m_result.place = words[i];
                    break;
                }
            }
        }
    }
}

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

Organisation parse_organisation(std::string_view written) { return OrganisationReader{written}.read(); }

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

namespace {

bool is_known_name(std::string_view word)
{
    auto const* weight = NameLexicon::instance().find(fold_name(word));
    return weight != nullptr && weight->given + weight->family >= 1;
}

/// "Petra Vos": what could be a legal form (v. o. s.) is written as a family name behind a given one.
bool ends_in_a_name(std::string_view text)
{
    auto const words = split_at_blanks(text);
    auto const& last = words.back();
    auto const small = std::all_of(last.begin() + 1, last.end(), [](char c) { return c >= 'a' && c <= 'z'; });
    auto const legal = legal_at_end(text);
    return words.size() == 2 && last.size() > 2 && last.front() >= 'A' && last.front() <= 'Z' && small && is_known_name(last) && legal && legal->form.find('.') != legal->form.npos;
}

} // namespace

double organisation_likelihood(std::string_view text)
{
    if (text.size() < 2 || text.size() > 160) {
        return 0;
    }
    auto const tidy = unified(text);
    auto const folded = fold(tidy);
    auto const& lexicon = OrganisationLexicon::instance();
    if (folded.empty() || lexicon.means_none(folded)) {
        return 0;
    }
    if ((legal_at_end(tidy) && !ends_in_a_name(tidy)) || legal_inside(tidy)) {
        return 0.98;
    }
    auto const words = split_at_blanks(folded);
    auto cues = 0;
    auto names = 0;
    for (auto const written : split_at_blanks(tidy)) {
        auto const folded_word = fold(written);
        auto const parts = split_at_blanks(folded_word);
        auto const cue = !parts.empty() && (lexicon.is_organisation_word(parts.back()) || lexicon.is_house_word(written)); // the end of "Max-Planck-Institut" counts
        cues += cue;
        names += cue ? 0 : static_cast<int>(std::ranges::count_if(parts, [](auto part) { return is_known_name(part) && (word_kinds(part) & word_kind::particle) == 0; }));
    }
    auto score = -0.9 + 2.6 * std::min(cues, 2) - 1.1 * names - (words.size() > 8 ? 1.5 : 0);
    auto const of_something = words.size() > 2 && lexicon.is_organisation_word(words.front()) && (word_kinds(words[1]) & word_kind::particle) != 0;
    score += of_something && !is_known_name(words.front()) ? 1 : 0; // "Université de ..."
    score += lexicon.are_letters_of_house(tidy.substr(0, tidy.find(' '))) ? 1.5 : 0; // "TU Berlin": both may be names
    score += is_acronym(tidy) ? 1.2 : 0;
    score += tidy.find('&') != std::string::npos ? 1.5 : 0;
    return 1 / (1 + std::exp(-score));
}

} // namespace knowwho
