// SPDX-License-Identifier: MIT
// How people are named and addressed in print and in speech; sex is never guessed from a first name.
#include "report/name_forms.hpp"

#include "report/clean_text.hpp"
#include "text/utf8.hpp"

#include <algorithm>
#include <array>

namespace knowwho {

namespace {

bool is_ascii_lower(char c)
{
    return c >= 'a' && c <= 'z';
}

bool is_ascii_upper(char c)
{
    return c >= 'A' && c <= 'Z';
}

/// The two-byte letters U+00C0..U+00DE have their small forms 0x20 above.
bool is_latin1_upper(char lead, char next)
{
    auto const byte = static_cast<unsigned char>(next);
    return lead == '\xC3' && byte >= 0x80 && byte <= 0x9E && byte != 0x97;
}

/// Not ß, which names in capitals keep ("GROß"), as passports write them.
bool is_latin1_lower(char lead, char next)
{
    auto const byte = static_cast<unsigned char>(next);
    return lead == '\xC3' && byte >= 0xA0 && byte <= 0xBF && byte != 0xB7;
}

std::string lower(std::string_view text)
{
    std::string out{text};
    for (std::size_t i = 0; i < out.size(); ++i) {
        if (is_ascii_upper(out[i])) {
            out[i] = static_cast<char>(out[i] + ('a' - 'A'));
        } else if (i > 0 && is_latin1_upper(out[i - 1], out[i])) {
            out[i] = static_cast<char>(static_cast<unsigned char>(out[i]) + 0x20);
        }
    }
    return out;
}

bool is_particle(std::string_view word)
{
    constexpr std::array<std::string_view, 17> particles{"von", "van", "der", "den", "dem", "zu", "zur", "zum", "vom",
        "de", "di", "da", "del", "la", "le", "du", "und"};
    return std::find(particles.begin(), particles.end(), word) != particles.end();
}

void append_capitalised(std::string& out, std::string_view word)
{
    std::string const small = lower(word);
    if (is_particle(small) && !out.empty()) {
        out += small;
        return;
    }
    std::size_t const head = !word.empty() && (static_cast<unsigned char>(word[0]) & 0x80) != 0 ? 2 : 1;
    out += word.substr(0, head);
    out += std::string_view{small}.substr(std::min(head, small.size()));
}

bool has(std::string_view text, std::string_view part)
{
    return text.find(part) != text.npos;
}

std::string with_title(std::string_view salutation, PersonName const& name)
{
    std::string out{salutation};
    std::string const title = spoken_title(name.title);
    return out + ' ' + title + (title.empty() ? "" : " ") + without_capitals(clean_line(name.family, 80));
}

std::string german_address(PersonName const& name)
{
    bool const known = name.salutation != Salutation::unknown && !name.family.empty();
    if (!known) {
        return full_name(name);
    }
    return with_title(name.salutation == Salutation::mr ? "Herr" : "Frau", name);
}

std::string english_address(PersonName const& name)
{
    std::string const title = spoken_title(name.title);
    std::string const family = without_capitals(clean_line(name.family, 80));
    if (!title.empty() && !family.empty()) {
        return (title == "Prof." ? "Professor " : "Dr ") + family;
    }
    if (name.salutation == Salutation::unknown || family.empty()) {
        return full_name(name);
    }
    return (name.salutation == Salutation::mr ? "Mr " : "Ms ") + family;
}

std::string given_name(PersonName const& name)
{
    return without_capitals(clean_line(name.nickname.empty() ? name.given : name.nickname, 60));
}

} // namespace

std::string full_name(PersonName const& name)
{
    if (is_family_said_first(name) && !name.given.empty()) {
        auto const title = clean_line(name.title, 60);
        return title + (title.empty() ? "" : " ") + clean_line(said_name(name), 160);
    }
    std::string out;
    for (auto const* part : {&name.title, &name.given, &name.middle, &name.family, &name.suffix}) {
        std::string const text = part == &name.title || part == &name.suffix ? clean_line(*part, 60)
                                                                             : without_capitals(clean_line(*part, 160));
        out += out.empty() || text.empty() ? "" : part == &name.suffix ? ", " : " ";
        out += text;
    }
    bool const has_name = !clean_line(name.given).empty() || !clean_line(name.family).empty();
    return has_name ? out : clean_line(name.written, 160);
}

std::string form_of_address(PersonName const& name, Language language, Address address)
{
    if (language != Language::german) {
        return english_address(name);
    }
    if (address == Address::du && !given_name(name).empty()) {
        return given_name(name);
    }
    return german_address(name);
}

std::string spoken_start(PersonName const& name, Language language, Address address)
{
    if (language == Language::german && address == Address::du) {
        return given_name(name).empty() ? "Hallo, " : given_name(name) + ", ";
    }
    std::string const called = form_of_address(name, language, address);
    if (called != full_name(name)) {
        return called + ", ";
    }
    return language == Language::german ? "Guten Tag, " : "Hello, ";
}

std::string spoken_title(std::string_view title)
{
    std::string const small = lower(title);
    if (has(small, "prof")) {
        return "Prof.";
    }
    bool const doctor = small.starts_with("dr") || has(small, " dr") || has(small, "ph.d") || has(small, "phd");
    return doctor ? "Dr." : "";
}

bool is_all_capitals(std::string_view text)
{
    int capitals = 0;
    for (std::size_t i = 0; i < text.size(); ++i) {
        bool const pair = i > 0;
        if (is_ascii_lower(text[i]) || (pair && is_latin1_lower(text[i - 1], text[i]))) {
            return false;
        }
        capitals += is_ascii_upper(text[i]) || (pair && is_latin1_upper(text[i - 1], text[i])) ? 1 : 0;
    }
    return capitals > 0;
}

std::string without_capitals(std::string_view text)
{
    // Two letters are more often initials or a short name as meant ("JP", "Ng").
    if (!is_all_capitals(text) || utf8_length(text) < 3) {
        return std::string{text};
    }
    std::string out;
    std::size_t start = 0;
    for (std::size_t i = 0; i <= text.size(); ++i) {
        bool const end = i == text.size() || text[i] == ' ' || text[i] == '-' || text[i] == '\'' || text[i] == '.';
        if (end) {
            append_capitalised(out, text.substr(start, i - start));
            out += i < text.size() ? std::string(1, text[i]) : std::string{};
            start = i + 1;
        }
    }
    return out;
}

} // namespace knowwho
