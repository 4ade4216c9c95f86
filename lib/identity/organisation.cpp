// SPDX-License-Identifier: MIT
#include "identity/organisation.hpp"

#include "identity/legal_forms.hpp"
#include "identity/name_tokens.hpp"
#include "identity/organisation_lexicon.hpp"
#include "text/folding.hpp"
#include "text/ascii.hpp"

#include <algorithm>
#include <cctype>
#include <optional>
#include <vector>

namespace knowwho {
namespace {

bool is_unit(std::string_view text)
{
    auto const folded = fold(text);
    auto const words = split_at_blanks(folded);
    auto const& lexicon = OrganisationLexicon::instance();
    return !words.empty() && (lexicon.is_unit_word(words.front()) || (words.size() > 1 && lexicon.is_unit_word(words.back()) && !lexicon.is_place(folded)));
}

/// "Technische Universität Elbstadt", "University of Northgate": what institutes and departments are part of.
bool is_university(std::string_view text)
{
    static constexpr std::string_view kinds[] = {"universitat", "hochschule", "fachhochschule", "university", "universite", "universita", "universidad", "universiteit"};
    auto const folded = fold(text);
    auto const words = split_at_blanks(folded);
    return std::ranges::any_of(words, [&](std::string_view word) { return std::ranges::find(kinds, word) != std::end(kinds); });
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
    void take_form_before_state();
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
    auto const is_care_of = [](std::string_view word) { return word == "c/o" || word == "C/O" || word == "c/o:"; };
    if (words.size() > 1 && (is_care_of(words.front()) || OrganisationLexicon::instance().means_former(fold(words.front())))) {
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
        if (OrganisationLexicon::instance().means_former(fold(inside.substr(0, inside.find(' '))))) { // what it was called once
            m_text.erase(open, close - open + 1);
            --open;
            continue;
        }
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
        bool const before_comma = close + 1 < m_text.size() && m_text[close + 1] == ',' && m_text[open - 1] == ' ';
        m_text.erase(before_comma ? open - 1 : open, close - open + (before_comma ? 2 : 1));
        open -= before_comma ? 2 : 1;
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
    } else if (!closed && is_unit(head) && is_university(tail)) {
        add_unit(head);
        m_text = tail;
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

/// "GmbH i.G.": being founded or wound up is a state of the form before it.
void OrganisationReader::take_form_before_state()
{
    static constexpr std::string_view states[] = {"i.G.", "i.Gr.", "i.L.", "i.I.", "in Gründung", "in Liquidation"};
    auto const is_state = std::ranges::find(states, m_result.legal_form) != std::end(states);
    if (auto const before = is_state ? legal_at_end(trimmed(m_text, around_organisations)) : std::nullopt) {
        m_result.legal_form = before->form;
        m_text.erase(before->from);
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
        take_form_before_state();
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

} // namespace

Organisation parse_organisation(std::string_view written) { return OrganisationReader{written}.read(); }

} // namespace knowwho
