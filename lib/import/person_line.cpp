// SPDX-License-Identifier: MIT
#include "import/person_line.hpp"

#include "identity/name_lexicon.hpp"
#include "identity/name_parser.hpp"
#include "identity/name_tokens.hpp"
#include "identity/organisation.hpp"
#include "import/cell_evidence.hpp"
#include "import/header_words.hpp"
#include "import/line_segments.hpp"
#include "import/list_words.hpp"
#include "import/word_lists.hpp"
#include "text/ascii.hpp"
#include "text/folding.hpp"

#include <algorithm>
#include <utility>

namespace knowwho {
namespace {

constexpr std::size_t longest_line = 600; // bytes; whatever is longer is text, not an entry
constexpr std::size_t longest_name = 90;
constexpr double sure_name = 0.5;
constexpr double a_post = 0.7; // "Stellv. Vorsitzende: Anna Berg"
constexpr std::size_t shortest_state = 5; // bytes; what is shorter is rather a house

int words_by_blanks(std::string_view text)
{
    return text.empty() ? 0 : 1 + static_cast<int>(std::count(text.begin(), text.end(), ' '));
}

/// "Participants of the workshop", "Teilnehmer der Tagung": what stands above a list.
bool is_list_title(std::string_view text)
{
    auto const key = fold(text);
    auto const parts = split_at_blanks(key);
    if (!parts.empty() && is_list_word(parts.front(), ListWord::title_whole)) { // "Gästeliste Neujahrsempfang"
        return true;
    }
    if (parts.size() <= 2 && std::all_of(parts.begin(), parts.end(), [](auto part) { return is_list_word(part, ListWord::title_sort); })) {
        return true;
    }
    if (parts.size() == 2 && is_list_word(parts.back(), ListWord::title_end)) { // "General Chairs"
        return true;
    }
    return parts.size() != 2 && has_list_word(key, ListWord::title_word);
}

/// "Tisch 2", "Session 14": a word of digits only is no part of a name.
bool has_bare_number(std::string_view text)
{
    auto const words = split_at_blanks(text);
    return words.size() > 1 && std::any_of(words.begin(), words.end(), [](auto word) { return word.find_first_not_of("0123456789") == word.npos; });
}

double as_name(std::string_view text)
{
    if (text.empty() || text.size() > longest_name || is_header_phrase(text) || is_list_title(text) || has_bare_number(text) || is_country(text)) {
        return 0;
    }
    return name_likelihood(text);
}

/// Whether "first, second" is a family and a given name rather than a name and something else.
double comma_name(LineSegment const& first, LineSegment const& second)
{
    if (second.sign != ',' || words_by_blanks(second.text) > 4 || words_by_blanks(first.text) > 4 || second.text.empty()) {
        return 0;
    }
    if (organisation_likelihood(second.text) > 0.6 || is_country(second.text) || role_likelihood(second.text) > 0.6) {
        return 0;
    }
    return as_name(std::string(first.text).append(", ").append(second.text));
}

/// All words are in the lexicon, and as given rather than family names.
bool is_given(std::string_view text)
{
    auto const words = split_at_blanks(text);
    return !words.empty() && std::all_of(words.begin(), words.end(), [](auto word) {
        auto const* weight = NameLexicon::instance().find(word_key(word));
        return weight != nullptr && weight->given > weight->family;
    });
}

/// Begins with a salutation or title; "M." and "Sr." are such in French and Spanish lists.
bool is_titled(std::string_view name)
{
    auto const word = name.substr(0, name.find(' '));
    return is_all_title(word) || (word_kinds(word) & (word_kind::any_salutation | word_kind::title)) != 0 || word == "M." || word == "Sr.";
}

/// "Ansprechpartner: ", "Contact person: ": says that somebody is named, and not what they do.
bool announces_somebody(std::string_view label)
{
    return is_header_phrase(label) || is_list_word(fold(label), ListWord::announcement);
}

/// What somebody does at the event.
bool is_duty(std::string_view label)
{
    return is_list_word(fold(label), ListWord::duty) || (role_likelihood(label) >= a_post && !announces_somebody(label));
}

/// Stands in front of a name, with a colon.
bool is_label(LineSegment const& label, LineSegment const& behind)
{
    if (behind.sign != ':' || label.text.size() > 40 || behind.text.empty()) {
        return false;
    }
    return announces_somebody(label.text) || (is_duty(label.text) && as_name(behind.text) >= sure_name);
}

/// "Name Anna Berg": a label and its value in two elements of one line.
std::string_view drop_name_label(std::string_view line)
{
    constexpr std::string_view label = "Name ";
    return line.starts_with(label) && as_name(line.substr(label.size())) >= 0.3 ? line.substr(label.size()) : line;
}

class LineReader {
public:
    LineReader(std::string_view line, CommaHabit habit) : m_habit(habit)
    {
        m_plain = take_asides(drop_quotes(drop_name_label(drop_company(drop_bullet(line)))), m_result.asides);
        name_behind_address();
        m_segments = cut_segments(m_plain);
    }

    PersonLine read()
    {
        auto first = std::size_t{0};
        std::string name(m_segments[0].text);
        if (m_segments.size() > 1 && is_state_of(m_segments[0], m_segments[1])) {
            first = 1;
            name = m_segments[1].text;
            m_result.asides.emplace_back(m_segments[0].text);
        } else if (m_segments.size() > 1 && is_label(m_segments[0], m_segments[1])) {
            first = 1;
            name = m_segments[1].text;
            m_result.duty = is_duty(m_segments[0].text) ? m_segments[0].text : std::string_view{};
        } else if (m_segments.size() > 1 && is_all_title(name)) { // "Prof, Anna Berg, Beispiel AG"
            first = 1;
            name.append(" ").append(m_segments[1].text);
        }
        auto used = first + 1;
        auto likelihood = as_name(name);
        take_comma_name(first, name, likelihood, used);
        auto const is_suffix = [&](std::size_t index) { // "Anna Berg, Architektin, Büro Tal" tells a profession
            return m_segments[index].sign == ',' && is_all_suffix(m_segments[index].text) && (index + 1 == m_segments.size() || role_likelihood(m_segments[index].text) < 1);
        };
        while (used < m_segments.size() && is_suffix(used)) {
            name.append(", ").append(m_segments[used].text);
            m_result.titled = true;
            ++used;
        }
        take_more_names(name, likelihood, used);
        m_result.titled |= is_titled(name);
        m_result.name = name;
        m_result.likelihood = likelihood;
        if (used < m_segments.size()) {
            m_result.rest = std::string(trim(std::string_view(m_plain).substr(m_segments[used].begin)));
            m_result.rest_sign = m_segments[used].sign;
        }
        if (m_result.rest_sign == '-' && ((is_status(m_result.rest) && m_result.rest.size() >= shortest_state) || is_remark(m_result.rest))) { // "Anna Berg (Beispiel AG) - abgesagt"
            m_result.asides.push_back(std::move(m_result.rest));
            m_result.rest.clear();
        }
        if (is_placeholder_name(m_result.rest)) { // "Petra Lang + Begleitung"
            m_result.rest.clear();
        }
        return std::move(m_result);
    }

private:
    /// "anna@x.example (Anna Berg)": the older way to write an address.
    void name_behind_address()
    {
        if (m_result.asides.size() == 1 && is_email(trim(m_plain)) && as_name(m_result.asides.front()) >= sure_name) {
            auto address = std::string(trim(m_plain));
            m_plain = std::exchange(m_result.asides.front(), std::move(address));
        }
    }

    /// "Abgesagt: Anna Berg".
    static bool is_state_of(LineSegment const& state, LineSegment const& behind)
    {
        return behind.sign == ':' && state.text.size() >= shortest_state && is_status(state.text) && as_name(behind.text) >= sure_name;
    }

    void take_comma_name(std::size_t first, std::string& name, double& likelihood, std::size_t& used)
    {
        if (m_habit == CommaHabit::name_rest || m_habit == CommaHabit::several_names || first + 1 >= m_segments.size()) {
            return;
        }
        auto const inverted = comma_name(m_segments[first], m_segments[first + 1]);
        auto const plain = likelihood;
        auto const one_word = words_by_blanks(m_segments[first].text) == 1;
        if (inverted < sure_name && !(m_habit == CommaHabit::family_given && inverted > 0.2)) {
            return;
        }
        m_result.comma_open = !one_word && plain >= sure_name;
        m_result.comma_given = m_result.comma_open && is_given(m_segments[first + 1].text);
        if (m_habit == CommaHabit::unknown && m_result.comma_open) {
            return;
        }
        m_result.comma_decided = true;
        name.append(", ").append(m_segments[first + 1].text);
        likelihood = std::max(inverted, m_habit == CommaHabit::family_given ? 0.6 : 0.0);
        used = first + 2;
    }

    /// All segments are names: several people stand in the line.
    void take_more_names(std::string const& name, double likelihood, std::size_t& used)
    {
        auto const expected = m_habit == CommaHabit::several_names;
        if (used >= m_segments.size() || m_habit == CommaHabit::name_rest || m_result.comma_decided || likelihood < (expected ? 0.25 : sure_name) || words_by_blanks(name) < 2) {
            return;
        }
        std::vector<std::string> more;
        for (auto index = used; index < m_segments.size(); ++index) {
            auto const& segment = m_segments[index];
            if (expected && is_placeholder_name(segment.text)) { // "Anna Berg, Karl Tal, N.N."
                continue;
            }
            if (std::string_view(",;&|").find(segment.sign) == std::string_view::npos || as_name(segment.text) < (expected ? 0.25 : 0.55) ||
                words_by_blanks(segment.text) < 2 || organisation_likelihood(segment.text) > 0.6 || (is_titled(name) && !is_titled(segment.text))) {
                return;
            }
            more.emplace_back(segment.text);
        }
        m_result.more_names = std::move(more);
        used = m_segments.size();
    }

    CommaHabit m_habit;
    std::string m_plain;
    std::vector<LineSegment> m_segments;
    PersonLine m_result;
};

} // namespace

PersonLine read_person_line(std::string_view line, CommaHabit habit)
{
    if (line.empty() || line.size() > longest_line) {
        return {};
    }
    if (line.size() <= longest_name && line.find_first_of("([") != line.npos) { // "Karl (Charly) Berg"
        auto const parted = line.find(" - ") != line.npos || line.find(" – ") != line.npos || line.find(" | ") != line.npos || line.find_first_of(",:") != line.npos;
        if (line.back() != ')' && line.back() != ']' && !parted && as_name(line) >= 0.75) {
            PersonLine whole;
            whole.name = drop_bullet(line);
            whole.likelihood = as_name(whole.name);
            return whole;
        }
    }
    return LineReader(line, habit).read();
}

} // namespace knowwho
