// SPDX-License-Identifier: MIT
// knowwho lint: what one had better not say, in the user's own texts.
#include "app/command.hpp"
#include "app/steps.hpp"
#include "report/clean_text.hpp"
#include "report/lint.hpp"
#include "store/files.hpp"
#include "text/language.hpp"

#include <fmt/format.h>
#include <ostream>

namespace knowwho {
namespace {

constexpr std::size_t text_limit = std::size_t{4} << 20;

struct LintOptions {
    std::vector<std::string> files;
    std::string language = "auto";
};

void declare(Options& options, LintOptions& values)
{
    options.arguments("FILE", values.files, "texts to look through: letters, openers, notes; - reads standard input");
    options.choice("--language", {"auto", "de", "en"}, values.language, "language of the text (now auto)");
}

Language language_of(std::string const& text, LintOptions const& options)
{
    if (options.language != "auto") {
        return options.language == "de" ? Language::german : Language::english;
    }
    return detect_language(text) == Language::english ? Language::english : Language::german;
}

void print_finding(std::ostream& stream, std::string const& file, LintFinding const& finding)
{
    stream << fmt::format("{}:{}: {}: '{}'\n    {}\n    {}\n", clean_line(file), finding.line, name_of(finding.kind),
        clean_line(finding.words), finding.sentence, finding.reason);
}

ExitCode run(Context& context, LintOptions const& options)
{
    bool found = false;
    for (auto const& file : options.files) {
        auto const text = read_file(file, text_limit, context.watch);
        for (auto const& finding : lint(text, language_of(text, options))) {
            print_finding(context.out, file, finding);
            found = true;
        }
    }
    return found ? ExitCode::done_with_problems : ExitCode::done;
}

} // namespace

Command lint_command()
{
    return make_command<LintOptions>("lint", "what one had better not say, in your own texts", "knowwho lint letter.txt", declare, run);
}

} // namespace knowwho
