// SPDX-License-Identifier: MIT
// knowwho doctor: what is there, what is missing, and what each lack costs.
#include "app/command.hpp"
#include "app/embeddings_step.hpp"
#include "enrich/source_recipe.hpp"
#include "relevance/word_nets.hpp"
#include "report/fonts.hpp"
#include "report/hyphenation.hpp"
#include "store/health.hpp"
#include "store/notebook.hpp"

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fmt/format.h>
#include <ostream>
#include <unistd.h>

namespace knowwho {
namespace {

namespace fs = std::filesystem;

struct DoctorOptions {
};

void declare_doctor(Options&, DoctorOptions&) {}

/// Writes what was found, and remembers whether all is well.
class Findings {
public:
    explicit Findings(std::ostream& out) : m_out(out) {}

    void good(std::string const& sentence) { m_out << "ok       " << sentence << '\n'; }
    void note(std::string const& sentence) { m_out << "note     " << sentence << '\n'; }

    void lack(std::string const& sentence, std::string const& cost, std::string const& remedy)
    {
        m_out << "missing  " << sentence << "\n         " << cost << "\n         " << remedy << '\n';
        m_lacks = true;
    }

    ExitCode code() const { return m_lacks ? ExitCode::done_with_problems : ExitCode::done; }

private:
    std::ostream& m_out;
    bool m_lacks = false;
};

void look_at_words(Findings& findings)
{
    auto const& nets = installed_word_nets();
    if (nets.german_english.empty()) {
        findings.lack("the German-English dictionary",
            "German goals find English texts, and English ones German texts, only by the business words that knowwho brings along.",
            "apt install trans-de-en");
    } else {
        findings.good("the German-English dictionary");
    }
    if (nets.german_words.empty()) {
        findings.lack("the German word list", "Compounds such as 'Instandhaltungssoftware' are taken apart less often.", "apt install wngerman");
    } else {
        findings.good("the German word list");
    }
}

void look_at_hyphenation(Findings& findings)
{
    auto unknown = std::error_code{};
    if (fs::exists(german_hyphenation_file, unknown)) {
        findings.good("the German hyphenation");
    } else {
        findings.lack("the German hyphenation", "Long German words are not broken on the PDF, which leaves wider gaps.", "apt install hyphen-de");
    }
}

void look_at_fonts(Findings& findings)
{
    auto const missing = missing_fonts();
    for (auto const& font : missing) {
        findings.lack(fmt::format("the font {} ({})", font.family, font.purpose), "The PDF is set in another font, or shows boxes for such letters.",
            "apt install " + font.package);
    }
    if (missing.empty()) {
        findings.good("the fonts of the sheet");
    }
}

std::string size_of(std::int64_t bytes)
{
    return bytes < (std::int64_t{1} << 20) ? fmt::format("{} KiB", (bytes + 1023) >> 10) : fmt::format("{} MiB", bytes >> 20);
}

void look_into_notebook(Findings& findings, fs::path const& file)
{
    auto const health = notebook_health(Notebook::open(file, Notebook::Access::read_only));
    if (health.faults.empty()) {
        findings.good(fmt::format("the notebook {}: {} people, {} event{}, {}, form {}", file.string(), health.people, health.events,
            health.events == 1 ? "" : "s", size_of(health.bytes), health.version));
        return;
    }
    findings.lack(fmt::format("a sound notebook: {} is damaged ({})", file.string(), health.faults.front()), "What it says may be wrong or incomplete.",
        fmt::format("take a copy of it from before; or save what can be read: sqlite3 '{}' .recover", file.string()));
}

void look_at_notebook(Findings& findings, fs::path const& file)
{
    auto known = std::error_code{};
    if (!fs::exists(file, known)) {
        findings.note(fmt::format("no notebook yet; the first import makes {}", file.string()));
        return;
    }
    try {
        look_into_notebook(findings, file);
    } catch (Error const& error) {
        findings.lack(fmt::format("a notebook that can be used: {}", error.what()), "No command that needs it can run.", error.hint());
    }
}

void look_at_folder(Findings& findings)
{
    auto unknown = std::error_code{};
    auto const here = fs::current_path(unknown);
    if (::access(".", W_OK) == 0) {
        findings.good(fmt::format("this folder can be written to: {}", here.string()));
    } else {
        findings.lack(fmt::format("the right to write into this folder ({})", here.string()), "No briefing can be written here.",
            "go to another folder, or name one: knowwho brief LIST -o FOLDER/briefing.pdf");
    }
}

void look_at_sources(Findings& findings, fs::path const& notebook)
{
    auto const recipes = shipped_recipes();
    auto const on = std::ranges::count_if(recipes, [](SourceRecipe const& recipe) { return recipe.on; });
    findings.good(fmt::format("{} of {} public sources are on; 'knowwho sources' lists them (nobody was asked now)", on, recipes.size()));
    findings.note("embeddings " + embeddings_in_use(notebook));
    for (auto const& recipe : recipes) {
        auto const* const key = recipe.key_env.empty() ? nullptr : std::getenv(recipe.key_env.c_str());
        if (recipe.key_required && (key == nullptr || *key == '\0')) {
            findings.note(fmt::format("{} is not asked: it wants a key in {}", recipe.title, recipe.key_env));
        }
    }
}

ExitCode run_doctor(Context& context, DoctorOptions const&)
{
    auto findings = Findings{context.out};
    look_at_words(findings);
    look_at_fonts(findings);
    look_at_hyphenation(findings);
    look_at_notebook(findings, context.notebook);
    look_at_folder(findings);
    look_at_sources(findings, context.notebook);
    return findings.code();
}

} // namespace

Command doctor_command()
{
    return make_command<DoctorOptions>("doctor", "what is there, what is missing, and what each lack costs", "knowwho doctor", declare_doctor, run_doctor);
}

} // namespace knowwho
