// SPDX-License-Identifier: MIT
#include "import/latex_text.hpp"

#include "import/cell_evidence.hpp"
#include "text/composition.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace knowwho {
namespace {

constexpr std::size_t head_of_latex = 65536; // bytes that tell the format

using Pair = std::pair<std::string_view, std::string_view>;

bool is_letter(char c) { return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z'); }

/// `\"u`, `\'e`: the combining character that the sign stands for; empty if it is none.
std::string_view accent_of(std::string_view sign)
{
    constexpr std::array<Pair, 15> accents{{{"\"", "\u0308"}, {"'", "\u0301"}, {"`", "\u0300"}, {"^", "\u0302"}, {"~", "\u0303"}, {"=", "\u0304"}, {".", "\u0307"}, {"c", "\u0327"},
                                            {"v", "\u030c"}, {"u", "\u0306"}, {"H", "\u030b"}, {"r", "\u030a"}, {"k", "\u0328"}, {"d", "\u0323"}, {"b", "\u0331"}}};
    auto const found = std::find_if(accents.begin(), accents.end(), [&](auto const& accent) { return accent.first == sign; });
    return found == accents.end() ? std::string_view{} : found->second;
}

/// `\ss`, `\o`: letters and signs by their names.
std::string_view letter_of(std::string_view name)
{
    constexpr std::array<Pair, 16> letters{{{"ss", "ß"}, {"o", "ø"}, {"O", "Ø"}, {"l", "ł"}, {"L", "Ł"}, {"aa", "å"}, {"AA", "Å"}, {"ae", "æ"}, {"AE", "Æ"}, {"oe", "œ"}, {"OE", "Œ"},
                                            {"i", "i"}, {"j", "j"}, {"dh", "ð"}, {"th", "þ"}, {"textendash", "–"}}};
    auto const found = std::find_if(letters.begin(), letters.end(), [&](auto const& letter) { return letter.first == name; });
    return found == letters.end() ? std::string_view{} : found->second;
}

/// What a reader sees of a line: commands give their last argument, accents their letters.
class ShownLine {
public:
    explicit ShownLine(std::string_view source) : m_rest(source) {}

    std::string text()
    {
        while (!m_rest.empty() && m_rest[0] != '%') {
            take();
        }
        return composed(m_shown);
    }

private:
    void take()
    {
        auto const c = m_rest[0];
        if (c == '\\') {
            m_rest.remove_prefix(1);
            return take_command();
        }
        m_rest.remove_prefix(1);
        if (c == '~') {
            m_shown.push_back(' ');
        } else if (c != '{' && c != '}' && c != '$') {
            m_shown.push_back(c);
        }
    }

    void take_command()
    {
        auto const letters = std::find_if_not(m_rest.begin(), m_rest.end(), is_letter) - m_rest.begin();
        auto const name = m_rest.substr(0, std::max<std::size_t>(std::size_t(letters), std::min<std::size_t>(1, m_rest.size())));
        m_rest.remove_prefix(name.size());
        if (auto const accent = accent_of(name); !accent.empty() && (letters == 0 || m_rest.starts_with('{') || m_rest.starts_with(' '))) {
            return take_accented(accent);
        }
        if (letters == 0) { // \&, \%, \_, and \\ at the end of a row
            m_shown.append(name == "\\" ? "" : name == "," || name == ";" || name == " " ? " " : name);
            return;
        }
        auto const letter = letter_of(name);
        m_shown.append(letter);
        m_rest.remove_prefix(m_rest.starts_with("{}") ? 2 : m_rest.starts_with(' ') && !letter.empty() ? 1 : 0);
        if (name == "href" || name == "textcolor" || name == "begin" || name == "end" || name == "multicolumn" || name == "cline" || name == "label" || name == "vspace" || name == "hspace") {
            drop_argument();
        }
        if (name == "multicolumn") {
            drop_argument();
        }
    }

    void take_accented(std::string_view accent)
    {
        auto const braced = m_rest.starts_with('{') || m_rest.starts_with(' ');
        m_rest.remove_prefix(braced ? 1 : 0);
        m_rest.remove_prefix(m_rest.starts_with("\\i") || m_rest.starts_with("\\j") ? 1 : 0);
        if (!m_rest.empty()) {
            m_shown.append(1, m_rest[0]).append(accent);
            m_rest.remove_prefix(1);
        }
    }

    void drop_argument()
    {
        auto const close = m_rest.starts_with('{') ? m_rest.find('}') : m_rest.npos;
        m_rest.remove_prefix(close == m_rest.npos ? 0 : close + 1);
    }

    std::string_view m_rest;
    std::string m_shown;
};

template <typename Take>
void for_each_latex_line(std::string_view text, Take take)
{
    while (!text.empty()) {
        auto const end = std::min(text.find('\n'), text.size());
        take(trim(text.substr(0, end)));
        text.remove_prefix(std::min(end + 1, text.size()));
    }
}

/// "\section*{Speakers}" and the like.
bool is_section(std::string_view line)
{
    return line.starts_with("\\section") || line.starts_with("\\subsection") || line.starts_with("\\subsubsection") || line.starts_with("\\chapter") || line.starts_with("\\paragraph");
}

bool opens_table(std::string_view line) { return line.starts_with("\\begin{tabular") || line.starts_with("\\begin{longtable") || line.starts_with("\\begin{tabularx"); }
bool closes_table(std::string_view line) { return line.starts_with("\\end{tabular") || line.starts_with("\\end{longtable") || line.starts_with("\\end{tabularx"); }

class LatexWriter {
public:
    void take(std::string_view line)
    {
        if (opens_table(line)) {
            m_inside = true;
            m_markdown.append("|---|");
        } else if (closes_table(line)) {
            m_inside = false;
        } else if (m_inside) {
            take_row(line);
        } else {
            m_markdown.append(plain(line));
        }
        m_markdown.push_back('\n');
    }

    std::string finish() { return std::move(m_markdown); }

private:
    static std::string plain(std::string_view line)
    {
        if (is_section(line)) {
            auto const open = std::min(line.find('{'), line.size());
            return "## " + ShownLine(line.substr(open)).text();
        }
        if (line.starts_with("\\item")) {
            auto const rest = trim(line.substr(5));
            auto const close = rest.starts_with('[') ? rest.find(']') : rest.npos;
            return close == rest.npos ? "- " + ShownLine(rest).text() : "- **" + ShownLine(rest.substr(1, close - 1)).text() + "** " + ShownLine(rest.substr(close + 1)).text();
        }
        auto const setting = line.starts_with("\\begin") || line.starts_with("\\end") || line.starts_with("\\documentclass") || line.starts_with("\\usepackage") || line.starts_with("\\set");
        return setting ? std::string{} : ShownLine(line).text();
    }

    /// A row goes on until its "\\".
    void take_row(std::string_view line)
    {
        m_row.append(m_row.empty() ? "" : " ").append(line);
        m_markdown.push_back('|');
        auto const end = m_row.find("\\\\");
        if (end == m_row.npos) {
            m_row = m_row.starts_with("\\hline") || m_row.starts_with("\\toprule") || m_row.starts_with("\\midrule") || m_row.starts_with("\\bottomrule") ? std::string{} : std::move(m_row);
            return;
        }
        auto rest = std::string_view(m_row).substr(0, end);
        while (true) {
            auto const sign = end_of_cell(rest);
            m_markdown.append(" ").append(ShownLine(rest.substr(0, sign)).text()).append(" |");
            if (sign == rest.size()) {
                break;
            }
            rest.remove_prefix(sign + 1);
        }
        m_row.clear();
    }

    /// At the next "&" that is not "\&".
    static std::size_t end_of_cell(std::string_view row)
    {
        auto sign = row.find('&');
        while (sign != row.npos && sign > 0 && row[sign - 1] == '\\') {
            sign = row.find('&', sign + 1);
        }
        return std::min(sign, row.size());
    }

    std::string m_markdown;
    std::string m_row;
    bool m_inside = false;
};

} // namespace

bool looks_like_latex(std::string_view text)
{
    int commands = 0;
    for_each_latex_line(text.substr(0, head_of_latex), [&](std::string_view line) {
        commands += line.starts_with("\\begin{") || line.starts_with("\\end{") || line.starts_with("\\item") || line.starts_with("\\documentclass") || is_section(line);
    });
    return commands >= 3;
}

std::string latex_to_markdown(std::string_view text)
{
    LatexWriter writer;
    for_each_latex_line(text, [&](std::string_view line) { writer.take(line); });
    return writer.finish();
}

} // namespace knowwho
