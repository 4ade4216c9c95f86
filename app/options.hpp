// SPDX-License-Identifier: MIT
// The options of a command as a table: declared once, parsed, helped and completed from there.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace CLI {
class App;
}

namespace knowwho {

/// Handed to a command to declare what it takes. The variables must outlive the parsing.
class Options {
public:
    explicit Options(CLI::App& app) : m_app(app) {}

    void flag(std::string const& names, bool& value, std::string const& help);
    void text(std::string const& names, std::string const& placeholder, std::string& value, std::string const& help);
    void texts(std::string const& names, std::string const& placeholder, std::vector<std::string>& values, std::string const& help);
    void number(std::string const& names, int& value, int least, int most, std::string const& help);
    void choice(std::string const& names, std::vector<std::string> const& words, std::string& value, std::string const& help);
    /// What stands without a dash.
    void argument(std::string const& name, std::string& value, std::string const& help, bool required = true);
    void arguments(std::string const& name, std::vector<std::string>& values, std::string const& help, bool required = true);

private:
    CLI::App& m_app;
};

} // namespace knowwho
