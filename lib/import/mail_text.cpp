// SPDX-License-Identifier: MIT
#include "import/mail_text.hpp"

#include "import/cell_evidence.hpp"
#include "import/read_text.hpp"
#include "text/folding.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <utility>
#include <vector>

namespace knowwho {
namespace {

constexpr std::size_t head_of_mail = 65536; // bytes that tell what it is
constexpr std::size_t longest_head_label = 12;   // bytes
constexpr std::ptrdiff_t several = 3;       // addresses from which the people of the mail are the list

enum class HeadLine { none, people, other };

/// By the word in front of the colon (RFC 5322, and as programs translate it).
HeadLine kind_of_head_line(std::string_view line)
{
    constexpr std::array<std::string_view, 24> people{"from", "to", "cc", "bcc", "von", "an", "kopie", "blindkopie", "de", "a", "para", "copie", "da", "per", "van", "aan", "od", "do", "dw", "fran", "till", "fra", "til", "kopia"};
    constexpr std::array<std::string_view, 24> others{"sent", "date", "subject", "reply-to", "attachments", "gesendet", "datum", "betreff", "anlagen", "antwort an", "objet", "envoye", "asunto", "enviado", "fecha", "oggetto", "inviato", "data", "onderwerp", "verzonden", "temat", "wyslano", "assunto", "amne"};
    auto const colon = line.find(':');
    if (colon == line.npos || colon == 0 || colon > longest_head_label || (colon + 1 < line.size() && line[colon + 1] != ' ')) {
        return HeadLine::none;
    }
    auto const label = fold(line.substr(0, colon));
    auto const is = [&](auto const& words) { return std::find(words.begin(), words.end(), label) != words.end(); };
    return is(people) ? HeadLine::people : is(others) ? HeadLine::other : HeadLine::none;
}

std::string_view take_line(std::string_view& text)
{
    auto const end = std::min(text.find('\n'), text.size());
    auto const line = text.substr(0, end);
    text.remove_prefix(std::min(end + 1, text.size()));
    return line;
}

struct MailParts {
    std::string people;    ///< of all such lines of the head, each unfolded and on its own
    std::string_view body;
};

MailParts part_mail(std::string_view text)
{
    MailParts parts;
    auto kind = HeadLine::none;
    text.remove_prefix(static_cast<std::size_t>(trim(text).data() - text.data()));
    while (!text.empty()) {
        auto const line = trim(take_line(text));
        if (line.empty()) {
            break;
        }
        auto const begins = kind_of_head_line(line);
        kind = begins == HeadLine::none ? kind : begins;
        if (kind == HeadLine::people) {
            parts.people.append(begins == HeadLine::none || parts.people.empty() ? " " : "\n").append(trim(begins == HeadLine::none ? line : line.substr(line.find(':') + 1)));
        }
    }
    parts.body = text;
    return parts;
}

/// Signs of quoting taken off; ends at the signature's dashes.
std::string written_below(std::string_view body)
{
    std::string text;
    while (!body.empty()) {
        auto line = take_line(body);
        while (line.starts_with('>')) {
            line.remove_prefix(line.starts_with("> ") ? 2 : 1);
        }
        if (trim(line) == "--") {
            break;
        }
        text.append(line).push_back('\n');
    }
    return text;
}

} // namespace

bool looks_like_recipients(std::string_view text)
{
    auto const content = trim(text.substr(0, head_of_mail));
    auto const addresses = std::count(content.begin(), content.end(), '@');
    auto const lines = 1 + std::count(content.begin(), content.end(), '\n');
    auto const angles = std::count(content.begin(), content.end(), '<');
    return addresses >= several && angles * 2 >= addresses && lines * 3 <= addresses;
}

FoundTables read_recipients(std::string_view text, Texts& texts)
{
    std::string lines;
    bool quoted = false;
    bool addressed = false; // a comma inside a name stands in front of its address
    for (char const c : text) {
        quoted ^= c == '"';
        addressed |= c == '>';
        auto const parts = !quoted && (c == ';' || c == '\n' || (c == ',' && addressed));
        addressed = addressed && !parts;
        auto const opens = c == '\'' && (lines.empty() || trim(std::string_view(lines).substr(lines.rfind('\n') + 1)).empty());
        auto const closes = c == '<' && lines.ends_with("' ");
        if (closes) {
            lines.resize(lines.size() - 2);
            lines.push_back(' ');
        }
        if (c != '"' && !opens) {
            lines.push_back(parts ? '\n' : c);
        }
    }
    return read_text(texts.keep(std::move(lines)), texts);
}

bool looks_like_mail(std::string_view text)
{
    text = trim(text.substr(0, head_of_mail));
    auto const first = kind_of_head_line(trim(text.substr(0, text.find('\n'))));
    auto people = false;
    auto lines = 0;
    while (!text.empty()) {
        auto const line = trim(take_line(text));
        if (line.empty()) {
            break;
        }
        auto const kind = kind_of_head_line(line);
        lines += kind != HeadLine::none;
        people |= kind == HeadLine::people;
    }
    return first != HeadLine::none && people && lines >= 3;
}

FoundTables read_mail(std::string_view text, Texts& texts)
{
    auto parts = part_mail(text);
    if (std::count(parts.people.begin(), parts.people.end(), '@') >= several) {
        return read_recipients(parts.people, texts);
    }
    return read_text(texts.keep(written_below(parts.body)), texts);
}

} // namespace knowwho
