// SPDX-License-Identifier: MIT
#include "app/address_book_step.hpp"

#include "app/steps.hpp"
#include "follow_up/address_book.hpp"
#include "follow_up/vdir.hpp"
#include "import/read_list.hpp"
#include "report/clean_text.hpp"
#include "store/files.hpp"
#include "text/folding.hpp"
#include "text/content_line.hpp"

#include <algorithm>
#include <filesystem>
#include <fmt/format.h>
#include <ostream>

namespace knowwho {
namespace {

constexpr std::size_t book_limit = std::size_t{256} << 20;
constexpr std::size_t card_limit = std::size_t{16} << 20;

bool is_vcard(std::string_view bytes)
{
    auto const head = fold(bytes.substr(0, 200));
    return head.find("begin vcard") != std::string::npos;
}

bool has_one_of(std::string_view folded_header, std::initializer_list<std::string_view> words)
{
    return std::ranges::any_of(words, [&](std::string_view word) { return folded_header.find(word) != std::string::npos; });
}

/// Exports guard a cell that a table might take for a formula with an apostrophe.
std::string without_guard(std::string_view cell)
{
    bool const guarded = cell.size() > 1 && cell[0] == '\'' && std::string_view{"+-=@"}.find(cell[1]) != std::string_view::npos;
    return std::string{guarded ? cell.substr(1) : cell};
}

/// The raw cell whose header has one of the words: phones and birthdays are not fields of a roster.
std::string cell_of(RosterRow const& row, std::initializer_list<std::string_view> words)
{
    for (auto const& cell : row.raw) {
        auto const header = fold(cell.header);
        if (has_one_of(header, words) && !cell.value.empty() && !has_one_of(header, {"type", "label", "display"})) {
            return without_guard(cell.value);
        }
    }
    return {};
}

/// The columns hold one mailbox and one number; the others go into the contact's card.
std::string card_with_further_cells(RosterRow const& row, CardPerson const& person)
{
    auto card = card_of(person.name, person.contact, {});
    card.set("UID", {});
    auto const before = card.properties.size();
    for (auto const& cell : row.raw) {
        auto const header = fold(cell.header);
        auto const value = without_guard(cell.value);
        bool const mailbox = has_one_of(header, {"mail"}) && value.find('@') != std::string::npos && value != person.contact.email;
        bool const number = has_one_of(header, {"phone", "telefon", "mobil", "handy", "fax"}) && value != person.contact.phone
            && value.find_first_of("0123456789") != std::string::npos;
        if ((mailbox || number) && !has_one_of(header, {"type", "label", "display"})) {
            auto const kind = has_one_of(header, {"fax"}) ? "fax" : has_one_of(header, {"mobil", "handy"}) ? "cell" : has_one_of(header, {"home", "privat"}) ? "home" : "";
            card.properties.push_back({{}, mailbox ? "EMAIL" : "TEL", {}, escaped_text(value)});
            if (*kind != '\0') {
                card.properties.back().parameters.emplace_back("TYPE", kind);
            }
        }
    }
    return card.properties.size() == before ? std::string{} : write_vcard(card);
}

BookEntry entry_of(RosterRow const& row)
{
    auto entry = BookEntry{{row.name, {}}, row.line};
    auto& contact = entry.person.contact;
    contact.organisation = row.organisation;
    contact.role = row.role;
    contact.email = row.email;
    contact.website = row.website;
    contact.place = row.place;
    auto const note = cell_of(row, {"notes", "notizen", "bemerkung"});
    contact.note = note.empty() ? row.about : note;
    contact.phone = cell_of(row, {"phone", "telefon", "mobil", "handy"});
    auto const birthday = cell_of(row, {"birthday", "geburtstag"});
    contact.birthday = parse_iso_date(birthday) || birthday.starts_with("--") ? birthday : std::string{};
    contact.card = card_with_further_cells(row, entry.person);
    return entry;
}

std::vector<BookEntry> read_book(std::string const& file, std::string const& name, Context const& context, std::vector<Problem>& problems)
{
    auto const bytes = read_file(file, book_limit, context.watch);
    if (is_vcard(bytes)) {
        return entries_of(read_vcards(bytes, name, problems));
    }
    auto reading = read_list(name, bytes, {}, context.watch);
    problems.insert(problems.end(), reading.problems.begin(), reading.problems.end());
    auto entries = std::vector<BookEntry>{};
    std::ranges::transform(reading.rows, std::back_inserter(entries), entry_of);
    return entries;
}

} // namespace

ExitCode import_books(Notebook& notebook, std::vector<std::string> const& files, bool prefer_book, Context& context)
{
    auto problems = std::vector<Problem>{};
    for (auto const& file : files) {
        auto const name = std::filesystem::path{file}.filename().string();
        auto const entries = read_book(file, name, context, problems);
        auto const result = import_address_book(notebook, entries, name, prefer_book ? Prefer::book : Prefer::notebook, context.now, problems);
        if (!context.quiet) {
            context.out << fmt::format("{}: {} new, {} updated, {} unchanged{}\n", clean_line(name, 80), count_of(result.added, "contact", "contacts"),
                result.updated, result.unchanged, result.forgotten == 0 ? "" : fmt::format(", {} forgotten for good", result.forgotten));
        }
    }
    print_problems(context, problems);
    return exit_code_for(problems);
}

ExitCode sync_folder(Notebook& notebook, std::string const& folder, Context& context)
{
    namespace fs = std::filesystem;
    if (!fs::is_directory(folder)) {
        throw Error{ExitCode::input, fmt::format("'{}' is not a folder", folder), "make it, or name the one of your address book"};
    }
    auto files = Vdir{};
    for (auto const& entry : fs::directory_iterator{folder}) {
        if (entry.is_regular_file() && entry.path().extension() == ".vcf") {
            files.emplace(entry.path().filename().string(), read_file(entry.path(), card_limit, context.watch));
        }
    }
    auto problems = std::vector<Problem>{};
    auto const result = sync_vdir(notebook, files, fs::weakly_canonical(folder).string(), context.now, problems);
    for (auto const& [name, bytes] : result.to_write) {
        write_file(fs::path{folder} / name, bytes);
    }
    if (!context.quiet) {
        context.out << fmt::format("{} new from the folder, {} updated from it, {} written, {}\n", count_of(result.added, "contact", "contacts"), result.from_folder,
            count_of(static_cast<std::int64_t>(result.to_write.size()), "file", "files"), count_of(result.conflicts, "conflict", "conflicts"));
    }
    print_problems(context, problems);
    return exit_code_for(problems);
}

} // namespace knowwho
