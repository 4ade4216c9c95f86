// SPDX-License-Identifier: MIT
#include "score/sentences.hpp"

#include "text/quotation.hpp"
#include "text/talk_cells.hpp"
#include "text/utf8.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace knowwho {
namespace {

constexpr std::size_t longest_quote = 90; ///< code points
constexpr std::size_t most_words = 4;

/// One line, at most `longest_quote` long, cut between words.
std::string shortened(std::string_view text)
{
    auto line = std::string{};
    std::size_t length = 0;
    std::size_t last_blank = 0;
    for (std::size_t position = 0; position < text.size();) {
        auto code_point = next_code_point(text, position);
        if (code_point < 0x20 || code_point == ' ') {
            code_point = ' ';
            last_blank = line.size();
        }
        if (++length > longest_quote) {
            line.resize(last_blank > 0 ? last_blank : line.size());
            return line + " …";
        }
        append_utf8(line, code_point);
    }
    return line;
}

std::string when_and_where(Talk const& talk, bool german)
{
    bool const dated = talk.starts.size() > 11 && talk.starts[4] == '-'; // 2026-11-26 14:00
    auto text = dated ? talk.starts.substr(11) : talk.starts;
    if (!text.empty() && german) {
        text += " Uhr";
    }
    if (!talk.room.empty()) {
        text += text.empty() ? "" : ", ";
        text += talk.room;
    }
    return text;
}

std::string date_of(Evidence const& evidence)
{
    return evidence.page.published ? fmt::format(" ({})", to_iso(*evidence.page.published)) : std::string{};
}

} // namespace

std::string Sentences::quoted(std::string_view text) const
{
    return in_quotes(shortened(text), m_german ? Language::german : Language::english);
}

std::string Sentences::list(std::span<std::string const> words) const
{
    auto text = std::string{};
    auto const count = std::min(words.size(), most_words);
    for (std::size_t i = 0; i < count; ++i) {
        text += i == 0 ? "" : i + 1 < count ? ", " : m_german ? " und " : " and ";
        text += quoted(words[i]);
    }
    return text;
}

std::string Sentences::reason(SignalKind signal, Candidate const& candidate, std::size_t index,
                              std::span<std::string const> words) const
{
    auto const& row = candidate.attendance.row;
    auto const found = list(words);
    switch (signal) {
    case SignalKind::role:
        return fmt::format(fmt::runtime(m_german ? "Funktion {} passt zu {}" : "Role {} fits {}"),
                           quoted(row.role.empty() ? row.unit : row.role), found);
    case SignalKind::organisation:
        return fmt::format(fmt::runtime(m_german ? "Organisation {} passt zu {}" : "Organisation {} fits {}"),
                           quoted(row.organisation), found);
    case SignalKind::place:
        return fmt::format(fmt::runtime(m_german ? "Ort passt zu {}" : "Place fits {}"), found);
    case SignalKind::talk: {
        auto const talk = with_time_and_room(row.talks[index], m_event);
        auto const place = when_and_where(talk, m_german);
        return fmt::format(fmt::runtime(m_german ? "Vortrag {}{} handelt von {}" : "Talk {}{} is about {}"), quoted(talk.title),
                           place.empty() ? "" : " (" + place + ")", found);
    }
    case SignalKind::evidence: {
        auto const& evidence = candidate.evidence[index];
        auto const& name = evidence.page.title.empty() ? evidence.page.site : evidence.page.title;
        if (name.empty()) {
            return fmt::format(fmt::runtime(m_german ? "Ein Text{} nennt {}" : "A text{} names {}"), date_of(evidence), found);
        }
        return fmt::format("{}{} {} {}", quoted(name), date_of(evidence), m_german ? "nennt" : "names", found);
    }
    default:
        return fmt::format(fmt::runtime(m_german ? "Die Liste nennt {}" : "The list names {}"), found);
    }
}

std::string Sentences::organisation_asked_for(std::string_view organisation) const
{
    return fmt::format(fmt::runtime(m_german ? "Kommt von {}, ausdrücklich gewünscht" : "Is from {}, asked for by name"),
                       quoted(organisation));
}

std::string Sentences::place_asked_for(std::string_view place) const
{
    return fmt::format(fmt::runtime(m_german ? "Kommt aus {}, wie gewünscht" : "Is from {}, as asked for"), quoted(place));
}

std::string Sentences::common_ground(std::string_view what) const
{
    return fmt::format(fmt::runtime(m_german ? "Gemeinsam: {}" : "In common: {}"), quoted(what));
}

std::string Sentences::offer(std::string_view offer, std::span<std::string const> words) const
{
    auto const* const german = m_du ? "Dein Angebot {} passt zu {}" : "Ihr Angebot {} passt zu {}";
    return fmt::format(fmt::runtime(m_german ? german : "Your offer {} fits {}"), quoted(offer), list(words));
}

std::string Sentences::speaks(Talk const& talk) const
{
    auto const place = when_and_where(with_time_and_room(talk, m_event), m_german);
    if (place.empty()) {
        return m_german ? "Hält einen Vortrag und ist danach ansprechbar" : "Gives a talk and can be approached afterwards";
    }
    return fmt::format(fmt::runtime(m_german ? "Hält einen Vortrag ({})" : "Gives a talk ({})"), place);
}

std::string Sentences::familiar(Familiarity const& known) const
{
    auto const* const who = known.asleep ? (m_german ? "Schlafender Kontakt" : "A contact that has fallen asleep")
                                         : (m_german ? "Schon bekannt" : "Known already");
    if (known.when) {
        return fmt::format("{}, {} {}", who, m_german ? "zuletzt gesprochen am" : "last spoken to on", to_iso(*known.when));
    }
    return fmt::format("{}, {} {}", who, m_german ? "steht in" : "is in", quoted(known.source));
}

std::string Sentences::unplanned(std::string_view what_speaks_for_them) const
{
    return fmt::format("{}: {}", m_german ? "Nicht gesucht" : "Not looked for", what_speaks_for_them);
}

std::string Sentences::rare_role(std::string_view role) const
{
    return fmt::format(fmt::runtime(m_german ? "Funktion {}, auf dieser Liste selten" : "Role {}, rare on this list"), quoted(role));
}

std::string Sentences::alike(std::span<std::string const> words) const
{
    return fmt::format(fmt::runtime(m_german ? "Texte ähneln denen anderer zu {}" : "Texts are like those of others on {}"), list(words));
}

std::string Sentences::cancelled() const
{
    return m_german ? "Hat abgesagt" : "Has cancelled";
}

std::string Sentences::gone() const
{
    return m_german ? "Steht nicht mehr auf der neuesten Liste" : "Is not on the latest list any more";
}

std::string Sentences::oneself() const
{
    return !m_german ? "That is you" : m_du ? "Das bist du selbst" : "Das sind Sie selbst";
}

std::string Sentences::avoided(std::string_view wanted_away, std::string_view found) const
{
    if (wanted_away == found) {
        return fmt::format(fmt::runtime(m_german ? "Ausgeschlossen wegen {}" : "Excluded because of {}"), quoted(found));
    }
    return fmt::format(fmt::runtime(m_german ? "Ausgeschlossen wegen {}: gefunden {}" : "Excluded because of {}: found {}"),
                       quoted(wanted_away), quoted(found));
}

std::string Sentences::pinned() const
{
    return !m_german ? "Pinned by you" : m_du ? "Von dir gesetzt" : "Von Ihnen gesetzt";
}

std::string Sentences::vetoed() const
{
    return !m_german ? "Left out by you" : m_du ? "Von dir ausgeschlossen" : "Von Ihnen ausgeschlossen";
}

std::string Sentences::lacks(std::span<std::string const> must) const
{
    return fmt::format(fmt::runtime(m_german ? "Nichts Bekanntes nennt {}" : "Nothing known names {}"), list(must));
}

} // namespace knowwho
