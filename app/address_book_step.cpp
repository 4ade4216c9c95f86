// SPDX-License-Identifier: MIT
#include "app/address_book_step.hpp"

#include "app/steps.hpp"
#include "follow_up/address_book.hpp"
#include "follow_up/vdir.hpp"
#include "import/read_list.hpp"
#include "report/clean_text.hpp"
#include "store/files.hpp"
#include "text/folding.hpp"

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

/// The raw cell whose header has one of the words: phones and birthdays are not fields of a roster.
std::string cell_of(RosterRow const& row, std::initializer_list<std::string_view> words)
{
    for (auto const& cell : row.raw) {
        auto const header = fold(cell.header);
        bool const wanted = std::ranges::any_of(words, [&](std::string_view word) { return header.find(word) != std::string::npos; });
        if (wanted && !cell.value.empty() && header.find("type") == std::string::npos && header.find("label") == std::string::npos) {
            return cell.value;
        }
    }
    return {};
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
    contact.note = row.about;
    contact.phone = cell_of(row, {"phone", "telefon", "mobil", "handy"});
    auto const birthday = cell_of(row, {"birthday", "geburtstag"});
    contact.birthday = parse_iso_date(birthday) || birthday.starts_with("--") ? birthday : std::string{};
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
