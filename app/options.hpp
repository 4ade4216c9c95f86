// SPDX-License-Identifier: MIT
// The options of a command as a table: declared once; parsing, help, manual and completions come from there.
#pragma once

#include <string>
#include <variant>
#include <vector>

namespace knowwho {

/// One option or argument.
struct OptionEntry {
    /// What it sets; the variable must outlive the parsing.
    using Value = std::variant<bool*, std::string*, std::vector<std::string>*, int*>;

    std::string names;              ///< "-o,--output"; without dashes if it is an argument
    std::string placeholder;        ///< "FILE"; empty for a flag
    std::string help;
    Value value;
    std::vector<std::string> words; ///< the only ones it takes, if not empty
    int least = 0;                  ///< of a number
    int most = 0;
    bool required = false;

    /// "-o" and "--output" of "-o,--output".
    std::vector<std::string> spellings() const;

    bool is_argument() const { return names.front() != '-'; }
    bool is_flag() const { return std::holds_alternative<bool*>(value); }
    bool may_be_repeated() const { return std::holds_alternative<std::vector<std::string>*>(value); }
};

/// Handed to a command to declare what it takes.
class Options {
public:
    void flag(std::string const& names, bool& value, std::string const& help);
    void text(std::string const& names, std::string const& placeholder, std::string& value, std::string const& help);
    void texts(std::string const& names, std::string const& placeholder, std::vector<std::string>& values, std::string const& help);
    /// A value outside of [least, most] stands for none; any other is told as the default.
    void number(std::string const& names, int& value, int least, int most, std::string const& help);
    void choice(std::string const& names, std::vector<std::string> const& words, std::string& value, std::string const& help);
    /// What stands without a dash.
    void argument(std::string const& name, std::string& value, std::string const& help, bool required = true);
    void arguments(std::string const& name, std::vector<std::string>& values, std::string const& help, bool required = true);

    std::vector<OptionEntry> const& entries() const noexcept { return m_entries; }

private:
    std::vector<OptionEntry> m_entries;
};

} // namespace knowwho
