// SPDX-License-Identifier: MIT
#include "review/reading_choice.hpp"

#include "report/clean_text.hpp"
#include "review/page.hpp"

#include <algorithm>
#include <array>
#include <ctemplate/template.h>
#include <utility>

namespace knowwho::review {

using Dictionary = ctemplate::TemplateDictionary;

namespace {

constexpr std::array<std::string_view, 6> encodings = {"utf-8", "windows-1252", "iso-8859-15", "macintosh", "cp850", "utf-16le"};
constexpr std::array<std::pair<std::string_view, char>, 5> delimiters = {{{"comma", ','}, {"semicolon", ';'}, {"tab", '\t'}, {"bar", '|'}, {"caret", '^'}}};

/// One choice of how the file is read; the first option leaves it to the importer and says what that found.
class Choices {
public:
    Choices(Dictionary& parent, PageWords const& words, std::string_view name, std::string_view chosen, std::string const& found)
        : m_dictionary(*parent.AddSectionDictionary("READING_CHOICE")), m_chosen(chosen)
    {
        m_dictionary.SetValue("CHOICE_NAME", std::string{name});
        m_dictionary.SetValue("CHOICE_WORD", std::string{words("reading_" + std::string{name})});
        add("", found.empty() || !chosen.empty() ? std::string{words("reading_found")} : words.fill("reading_found_as", {{"what", found}}));
    }

    void add(std::string_view value, std::string_view word) { add_option(m_dictionary, "OPTION", value, word, value == m_chosen); }

private:
    Dictionary& m_dictionary;
    std::string_view m_chosen;
};

std::string_view word_of_delimiter(std::optional<char> delimiter)
{
    auto const found = std::ranges::find_if(delimiters, [&](auto const& one) { return delimiter == one.second; });
    return found == delimiters.end() ? std::string_view{} : found->first;
}

} // namespace

std::span<std::string_view const> list_encodings()
{
    return encodings;
}

std::optional<char> delimiter_of_word(std::string_view word)
{
    auto const* const found = std::ranges::find(delimiters, word, &std::pair<std::string_view, char>::first);
    return found == delimiters.end() ? std::nullopt : std::optional{found->second};
}

void add_reading_choices(Dictionary& parent, PageWords const& words, ListReading const& reading, ReadingChoice const& chosen)
{
    bool const is_delimited = reading.format == "csv" || reading.format == "tsv";
    if (reading.encoding.empty() && reading.sheets.size() < 2) {
        return;
    }
    auto& dictionary = *parent.AddSectionDictionary("READING");
    if (!reading.encoding.empty()) {
        auto choice = Choices{dictionary, words, "encoding", chosen.encoding, reading.encoding};
        for (auto const encoding : encodings) {
            choice.add(encoding, encoding);
        }
    }
    if (is_delimited || chosen.delimiter) {
        auto choice = Choices{dictionary, words, "delimiter", word_of_delimiter(chosen.delimiter), is_delimited ? words.said(reading.dialect.substr(0, reading.dialect.find(','))) : ""};
        for (auto const& [word, delimiter] : delimiters) {
            choice.add(word, words("delimiter_" + std::string{word}));
        }
    }
    if (reading.sheets.size() > 1) {
        auto choice = Choices{dictionary, words, "sheet", chosen.sheet, {}};
        for (auto const& sheet : reading.sheets) {
            choice.add(sheet, clean_line(sheet, 80));
        }
    }
}

} // namespace knowwho::review
