// SPDX-License-Identifier: MIT
#include "follow_up/vcard.hpp"

#include "text/ascii.hpp"
#include "text/charset.hpp"
#include "text/content_line.hpp"
#include "text/utf8.hpp"

#include <algorithm>
#include <optional>

namespace knowwho {
namespace {

constexpr std::size_t longest_line = std::size_t{1} << 20;
constexpr int deepest = 16;

/// A line of quoted-printable that goes on: the blank that begins the next one is part of the text.
bool ends_softly(std::string_view line)
{
    constexpr std::size_t longest_head = 200; // a line is asked again with every piece it grows by
    auto const head = line.substr(0, line.substr(0, longest_head).find(':')).substr(0, longest_head);
    return line.ends_with('=') && ascii_upper(head).find("QUOTED-PRINTABLE") != std::string::npos;
}

/// The lines of a file, unfolded; each with the number of its first line.
class Lines {
public:
    explicit Lines(std::string_view bytes) : m_rest(bytes) {}

    std::optional<std::string> next()
    {
        if (m_rest.empty()) {
            return std::nullopt;
        }
        m_line = m_next_line;
        auto line = std::string{take()};
        while (!m_rest.empty() && (m_rest.front() == ' ' || m_rest.front() == '\t') && !ends_softly(line)) {
            m_rest.remove_prefix(1);
            add(line, take());
        }
        return line;
    }

    /// The physical line that follows: what a soft break of quoted-printable goes on with.
    std::string take_more() { return std::string{take()}; }

    bool at_end() const noexcept { return m_rest.empty(); }
    int line() const noexcept { return m_line; }

private:
    std::string_view take()
    {
        ++m_next_line;
        auto const end = std::min(m_rest.find('\n'), m_rest.size());
        auto line = m_rest.substr(0, end);
        m_rest.remove_prefix(std::min(end + 1, m_rest.size()));
        while (line.ends_with('\r')) {
            line.remove_suffix(1);
        }
        return line;
    }

    static void add(std::string& line, std::string_view more)
    {
        if (line.size() <= longest_line) {
            line += more;
        }
    }

    std::string_view m_rest;
    int m_line = 0;
    int m_next_line = 1;
};

class CardReader {
public:
    CardReader(std::string_view bytes, std::string_view file, std::vector<Problem>& problems) : m_lines(bytes), m_file(file), m_problems(problems) {}

    std::vector<VCard> read()
    {
        while (auto line = m_lines.next()) {
            read_line(*line);
        }
        if (m_open) {
            tell(Severity::warning, m_card.line, {}, "the card has no END:VCARD", "it may have been cut off; what was there is taken");
            finish();
        }
        return std::move(m_cards);
    }

private:
    void read_line(std::string& line)
    {
        if (line.find_first_not_of(" \t") == line.npos) {
            return;
        }
        if (line.size() > longest_line) {
            tell(Severity::loss, m_lines.line(), line.substr(0, 40), "this line is over 1 MB", "take the picture out of the card");
            return;
        }
        go_on_after_soft_break(line);
        auto property = property_of(line);
        if (!property) {
            tell(m_open ? Severity::loss : Severity::warning, m_lines.line(), line.substr(0, 60), "this is no line of a vCard", "");
        } else if (property->name == "BEGIN") {
            begin();
        } else if (property->name == "END") {
            end();
        } else if (m_open && m_depth == 1) {
            take(*std::move(property));
        } else if (!m_open) {
            tell(Severity::loss, m_lines.line(), line.substr(0, 60), "this stands outside of any card", "");
        }
    }

    void go_on_after_soft_break(std::string& line)
    {
        while (ends_softly(line) && !m_lines.at_end() && line.size() <= longest_line) {
            line.pop_back();
            line += m_lines.take_more();
        }
    }

    void begin()
    {
        if (m_open && m_depth >= 1) {
            // Version 2.1 nests a card as AGENT; a card that begins before the last one ended is more likely.
            if (!m_card.properties.empty() && m_card.properties.back().name == "AGENT" && m_depth < deepest) {
                ++m_depth;
                return;
            }
            tell(Severity::warning, m_card.line, {}, "the card has no END:VCARD", "what was there is taken");
            finish();
        }
        m_open = true;
        m_depth = 1;
        m_card = {};
        m_card.line = m_lines.line();
    }

    void end()
    {
        if (m_open && --m_depth == 0) {
            finish();
        }
    }

    void take(CardProperty property)
    {
        if (property.name == "VERSION") {
            return;
        }
        modernise(property);
        std::erase(property.value, '\0');
        m_card.properties.push_back(std::move(property));
    }

    void finish()
    {
        m_open = false;
        m_depth = 0;
        if (m_card.raw("FN").empty() && m_card.raw("N").empty() && m_card.raw("EMAIL").empty() && m_card.raw("ORG").empty()) {
            tell(Severity::loss, m_card.line, {}, "the card names nobody", "a card needs a line FN or N");
            return;
        }
        m_cards.push_back(std::move(m_card));
    }

    void tell(Severity severity, int line, std::string cell, std::string reason, std::string advice)
    {
        m_problems.push_back({severity, std::string{m_file}, line, 0, std::move(cell), std::move(reason), std::move(advice)});
    }

    Lines m_lines;
    std::string_view m_file;
    std::vector<Problem>& m_problems;
    std::vector<VCard> m_cards;
    VCard m_card;
    bool m_open = false;
    int m_depth = 0;
};

std::string head_of(CardProperty const& property)
{
    auto head = property.group.empty() ? property.name : property.group + '.' + property.name;
    for (auto const& [name, value] : property.parameters) {
        // PREF became a parameter of its own in version 4.
        head += name == "TYPE" && ascii_upper(value) == "PREF" ? ";PREF=1" : ';' + name + '=' + value;
    }
    return head;
}

} // namespace

std::string_view VCard::raw(std::string_view name) const
{
    auto const found = std::ranges::find(properties, name, &CardProperty::name);
    return found == properties.end() ? std::string_view{} : std::string_view{found->value};
}

std::vector<std::string> VCard::all(std::string_view name) const
{
    auto values = std::vector<std::string>{};
    for (auto const& property : properties) {
        if (property.name == name) {
            values.push_back(unescaped(property.value));
        }
    }
    return values;
}

void VCard::set(std::string_view name, std::string value)
{
    auto const found = std::ranges::find(properties, name, &CardProperty::name);
    if (found == properties.end()) {
        if (!value.empty()) {
            properties.push_back({{}, std::string{name}, {}, std::move(value)});
        }
    } else if (value.empty()) {
        properties.erase(found);
    } else {
        found->value = std::move(value);
    }
}

std::vector<VCard> read_vcards(std::string_view bytes, std::string_view file, std::vector<Problem>& problems)
{
    if (bytes.starts_with("\xEF\xBB\xBF")) {
        bytes.remove_prefix(3);
    }
    if (is_utf8(bytes)) {
        return CardReader{bytes, file, problems}.read();
    }
    auto const decoded = decode(bytes);
    return CardReader{decoded.text, file, problems}.read();
}

VCard kept_card(std::string_view text)
{
    auto ignored = std::vector<Problem>{};
    auto cards = read_vcards(text, {}, ignored);
    return cards.empty() ? VCard{} : std::move(cards.front());
}

std::string write_vcard(VCard const& card)
{
    auto text = std::string{"BEGIN:VCARD\r\nVERSION:4.0\r\n"};
    for (auto const& property : card.properties) {
        text += folded_line(head_of(property) + ':' + with_escaped_breaks(property.value));
    }
    return text + "END:VCARD\r\n";
}

std::string unescaped(std::string_view value)
{
    auto text = std::string{};
    for (std::size_t at = 0; at < value.size(); ++at) {
        if (value[at] == '\\' && at + 1 < value.size()) {
            ++at;
            text += value[at] == 'n' || value[at] == 'N' ? '\n' : value[at];
        } else {
            text += value[at];
        }
    }
    return text;
}

std::vector<std::string> card_parts(std::string_view value)
{
    auto parts = std::vector<std::string>{};
    std::size_t begin = 0;
    for (std::size_t at = 0; at < value.size(); ++at) {
        if (value[at] == '\\') {
            ++at;
        } else if (value[at] == ';') {
            parts.push_back(unescaped(value.substr(begin, at - begin)));
            begin = at + 1;
        }
    }
    parts.push_back(unescaped(value.substr(begin)));
    return parts;
}

} // namespace knowwho
