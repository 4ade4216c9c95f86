// SPDX-License-Identifier: MIT
#include "follow_up/notes_reader.hpp"

#include "text/ascii.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <optional>
#include <utility>

namespace knowwho {
namespace {

constexpr std::size_t longest_key = 24;
constexpr std::size_t longest_text = 4000;

/// "# Name" and "**Name**".
std::optional<std::string_view> heading_of(std::string_view line)
{
    if (line.starts_with('#')) {
        return trimmed(line.substr(std::min(line.find_first_not_of('#'), line.size())));
    }
    bool const bold = line.size() > 4 && line.starts_with("**") && line.ends_with("**");
    return bold ? std::optional{trimmed(line.substr(2, line.size() - 4))} : std::nullopt;
}

std::string_view without_bullet(std::string_view line)
{
    return line.starts_with("- ") || line.starts_with("* ") || line.starts_with("+ ") ? trimmed(line.substr(2)) : line;
}

class NotesReader {
public:
    NotesReader(std::string_view file, std::vector<Problem>& problems) : m_file(file), m_problems(problems) {}

    std::vector<WrittenNote> read(std::string_view text)
    {
        while (!text.empty()) {
            auto const end = std::min(text.find('\n'), text.size());
            ++m_line;
            read_line(trimmed(text.substr(0, end)));
            text.remove_prefix(std::min(end + 1, text.size()));
        }
        return std::move(m_notes);
    }

private:
    void read_line(std::string_view line)
    {
        if (line.empty()) {
            return;
        }
        if (auto const heading = heading_of(line)) {
            begin_note(*heading);
        } else if (m_notes.empty()) {
            tell(Severity::warning, line, "this stands before the first name and belongs to nobody", "put '# Name' before it");
        } else {
            read_value(without_bullet(line));
        }
    }

    void begin_note(std::string_view who)
    {
        if (who.empty()) {
            tell(Severity::warning, who, "a heading without a name", "write '# Name'");
            return;
        }
        m_notes.push_back({});
        m_notes.back().line = m_line;
        auto& note = m_notes.back();
        auto const bracket = who.ends_with(')') ? who.rfind(" (") : std::string_view::npos;
        note.who = who.substr(0, bracket);
        note.house = bracket == std::string_view::npos ? std::string_view{} : who.substr(bracket + 2, who.size() - bracket - 3);
    }

    void read_value(std::string_view line)
    {
        auto const [key, value] = split_at_key(line);
        if (key.empty() || !is_note_key(key)) {
            if (!key.empty()) {
                ask_about(line, key);
            }
            add_free_line(line);
            return;
        }
        if (!value.empty() && !set_note_field(m_notes.back(), key, value)) {
            tell(Severity::warning, value, fmt::format("'{}' does not take this", key), "days are written 2026-11-26 or 26.11.2026, sympathy 1 to 5, 'new' yes or no, worth much, some or nothing");
        }
    }

    /// "Key: value", and "Key - value" where the key is one of ours; else no key.
    static std::pair<std::string_view, std::string_view> split_at_key(std::string_view line)
    {
        auto const colon = line.find(':');
        if (colon != line.npos && colon <= longest_key) {
            return {trimmed(line.substr(0, colon)), trimmed(line.substr(colon + 1))};
        }
        for (std::string_view const dash : {" - ", " – ", " — "}) {
            auto const at = line.find(dash);
            if (at != line.npos && at <= longest_key && is_note_key(line.substr(0, at))) {
                return {trimmed(line.substr(0, at)), trimmed(line.substr(at + dash.size()))};
            }
        }
        return {};
    }

    /// A key that is nearly one of ours is asked about; "Fazit: gut" is plain text.
    void ask_about(std::string_view line, std::string_view key)
    {
        if (auto const near = note_key_meant(key); !near.empty()) {
            tell(Severity::warning, line, fmt::format("'{}' is taken as a remark", key), fmt::format("did you mean '{}:'?", near));
        }
    }

    /// "Gesprochen über Sensoren. Er will umrüsten.": the topic, and a remark. All else is a remark: what
    /// one writes for oneself must never stand in a letter.
    void add_free_line(std::string_view line)
    {
        for (std::string_view const beginning : {"gesprochen über ", "Gesprochen über ", "geredet über ", "Geredet über ", "talked about ", "Talked about "}) {
            if (line.starts_with(beginning)) {
                auto const rest = line.substr(beginning.size());
                auto const end = std::min(rest.find_first_of(".,;!?("), rest.size());
                add_words(m_notes.back().encounter.talked, trimmed(rest.substr(0, end)));
                line = trimmed(rest.substr(end), " .,;!?");
                break;
            }
        }
        add_words(m_notes.back().contact.note, line);
    }

    void add_words(std::string& text, std::string_view words)
    {
        if (text.size() + words.size() < longest_text) {
            text += text.empty() || words.empty() ? "" : " ";
            text += words;
        } else {
            tell(Severity::loss, words.substr(0, 60), "the note on this person is too long", "at most 4,000 bytes are kept");
        }
    }

    void tell(Severity severity, std::string_view cell, std::string reason, std::string advice)
    {
        m_problems.push_back({severity, std::string{m_file}, m_line, 0, std::string{cell}, std::move(reason), std::move(advice)});
    }

    std::string_view m_file;
    std::vector<Problem>& m_problems;
    std::vector<WrittenNote> m_notes;
    int m_line = 0;
};

} // namespace

std::vector<WrittenNote> read_notes(std::string_view text, std::string_view file, std::vector<Problem>& problems)
{
    return NotesReader{file, problems}.read(text);
}

} // namespace knowwho
