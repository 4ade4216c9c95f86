// SPDX-License-Identifier: MIT
#include "follow_up/vdir.hpp"

#include "follow_up/address_book.hpp"
#include "follow_up/vcard.hpp"
#include "store/contacts.hpp"
#include "store/notebook.hpp"

#include <boost/test/unit_test.hpp>
#include <string>
#include <vector>

namespace knowwho::test_vdir {
namespace {

using namespace std::chrono;

Instant const now = sys_days{2026y / November / 26};

std::string card(std::string const& uid, std::string const& given, std::string const& more = {})
{
    return "BEGIN:VCARD\r\nVERSION:4.0\r\nFN:" + given + " Thode\r\nN:Thode;" + given + ";;;\r\nORG:Thode GmbH\r\nUID:" + uid + "\r\n" + more + "END:VCARD\r\n";
}

struct Fixture {
    Notebook notebook = Notebook::in_memory();
    Vdir folder;
    std::vector<Problem> problems;

    /// Syncs and writes, as the command does.
    VdirResult sync()
    {
        problems.clear();
        auto result = sync_vdir(notebook, folder, "/book", now, problems);
        for (auto const& [name, bytes] : result.to_write) {
            folder[name] = bytes;
        }
        return result;
    }

    Contact only_contact()
    {
        auto const all = contacts(notebook);
        BOOST_REQUIRE_EQUAL(all.size(), 1);
        return all.front();
    }
};

} // namespace

BOOST_FIXTURE_TEST_SUITE(vdir, Fixture)

BOOST_AUTO_TEST_CASE(a_folder_comes_in_and_a_second_run_changes_nothing)
{
    folder["a.vcf"] = card("u1", "Wenke", "X-SKYPE:wt\r\n");
    BOOST_TEST(sync().added == 1);
    auto const again = sync();
    BOOST_TEST(again.added == 0);
    BOOST_TEST(again.to_write.empty());
    BOOST_TEST(again.conflicts == 0);
    BOOST_TEST(folder["a.vcf"] == card("u1", "Wenke", "X-SKYPE:wt\r\n"));
}

BOOST_AUTO_TEST_CASE(a_change_in_the_notebook_goes_out)
{
    folder["a.vcf"] = card("u1", "Wenke", "X-SKYPE:wt\r\n");
    sync();
    auto contact = only_contact();
    contact.wants = "fewer stops";
    save_contact(notebook, contact);
    BOOST_TEST(sync().to_write.size() == 1);
    BOOST_TEST(folder["a.vcf"].find("X-KNOWWHO-WANTS:fewer stops") != std::string::npos);
    BOOST_TEST(folder["a.vcf"].find("X-SKYPE:wt") != std::string::npos);
    BOOST_TEST(sync().to_write.empty());
}

BOOST_AUTO_TEST_CASE(a_change_in_the_folder_comes_in)
{
    folder["a.vcf"] = card("u1", "Wenke");
    sync();
    folder["a.vcf"] = card("u1", "Wenke", "EMAIL:w@thode.example\r\n");
    BOOST_TEST(sync().from_folder == 1);
    BOOST_TEST(only_contact().email == "w@thode.example");
}

BOOST_AUTO_TEST_CASE(both_sides_changed_stays_a_conflict_until_they_agree)
{
    folder["a.vcf"] = card("u1", "Wenke", "EMAIL:old@thode.example\r\n");
    sync();
    auto contact = only_contact();
    contact.email = "mine@thode.example";
    save_contact(notebook, contact);
    folder["a.vcf"] = card("u1", "Wenke", "EMAIL:theirs@thode.example\r\n");
    for (int round = 0; round < 3; ++round) {
        BOOST_TEST(sync().conflicts == 1);
        BOOST_TEST(problems.size() == 1);
        BOOST_TEST(only_contact().email == "mine@thode.example");
        BOOST_TEST(folder["a.vcf"].find("theirs@thode.example") != std::string::npos);
    }
    folder["a.vcf"] = card("u1", "Wenke", "EMAIL:mine@thode.example\r\n");
    BOOST_TEST(sync().conflicts == 0);
}

BOOST_AUTO_TEST_CASE(a_new_contact_gets_a_file_of_its_own)
{
    folder["a.vcf"] = card("u1", "Wenke");
    sync();
    auto entry = BookEntry{};
    entry.person.name.written = "Ines Overkamp";
    entry.person.name.given = "Ines";
    entry.person.name.family = "Overkamp";
    import_address_book(notebook, {&entry, 1}, "other.vcf", Prefer::notebook, now, problems);
    BOOST_TEST(sync().to_write.size() == 1);
    BOOST_TEST(folder.size() == 2);
    BOOST_TEST(sync().to_write.empty());
}

BOOST_AUTO_TEST_CASE(another_address_book_does_not_come_between_folder_and_notebook)
{
    folder["a.vcf"] = card("u1", "Wenke", "X-SKYPE:wt\r\nEMAIL:w@thode.example\r\n");
    sync();
    auto const entries = entries_of(read_vcards(card("u1", "Wenke", "EMAIL:w@thode.example\r\nEMAIL:wenke@post.example\r\nTEL:123\r\nX-OTHER:1\r\n"), "x", problems));
    import_address_book(notebook, entries, "x.vcf", Prefer::notebook, now, problems);
    BOOST_TEST(sync().to_write.size() == 1);
    BOOST_TEST(only_contact().phone == "123");
    BOOST_TEST(folder["a.vcf"].find("TEL:123") != std::string::npos);
    BOOST_TEST(folder["a.vcf"].find("X-SKYPE:wt") != std::string::npos);
    BOOST_TEST(sync().to_write.empty());
    BOOST_TEST(only_contact().phone == "123");
}

BOOST_AUTO_TEST_CASE(two_address_books_give_one_card_with_what_both_know)
{
    auto const import = [&](std::string const& more) {
        import_address_book(notebook, entries_of(read_vcards(card("u1", "Wenke", more), "x", problems)), "x.vcf", Prefer::notebook, now, problems);
    };
    import("EMAIL:a@thode.example\r\nX-SKYPE:wt\r\n");
    import("EMAIL:b@thode.example\r\nLANG:de\r\n");
    auto const text = only_contact().card;
    for (auto const* const line : {"EMAIL:a@thode.example", "EMAIL:b@thode.example", "X-SKYPE:wt", "LANG:de"}) {
        BOOST_TEST(text.find(line) != std::string::npos, line);
    }
    import("EMAIL:b@thode.example\r\nLANG:de\r\n");
    BOOST_TEST(only_contact().card == text);
}

BOOST_AUTO_TEST_CASE(a_file_deleted_in_the_folder_is_told_and_not_written_again)
{
    folder["a.vcf"] = card("u1", "Wenke");
    sync();
    folder.clear();
    auto const result = sync();
    BOOST_TEST(result.gone == 1);
    BOOST_TEST(result.to_write.empty());
    BOOST_TEST(contacts(notebook).size() == 1);
}

BOOST_AUTO_TEST_CASE(an_address_book_fills_blanks_and_overwrites_nothing_silently)
{
    auto const entries = [&](std::string const& email, std::string const& phone) {
        return entries_of(read_vcards(card("u1", "Wenke", (email.empty() ? "" : "EMAIL:" + email + "\r\n") + (phone.empty() ? "" : "TEL:" + phone + "\r\n")), "x", problems));
    };
    import_address_book(notebook, entries("a@thode.example", ""), "x.vcf", Prefer::notebook, now, problems);
    auto const second = import_address_book(notebook, entries("b@thode.example", "123"), "x.vcf", Prefer::notebook, now, problems);
    BOOST_TEST(second.updated == 1);
    BOOST_TEST(only_contact().email == "a@thode.example");
    BOOST_TEST(only_contact().phone == "123");
    BOOST_REQUIRE_EQUAL(problems.size(), 1);
    BOOST_TEST((problems.front().severity == Severity::warning));
    import_address_book(notebook, entries("b@thode.example", "123"), "x.vcf", Prefer::book, now, problems);
    BOOST_TEST(only_contact().email == "b@thode.example");
    BOOST_TEST(import_address_book(notebook, entries("b@thode.example", "123"), "x.vcf", Prefer::book, now, problems).unchanged == 1);
}

BOOST_AUTO_TEST_CASE(cards_of_like_uids_get_files_of_their_own)
{
    auto entries = std::vector<BookEntry>(2);
    for (std::size_t i = 0; i < entries.size(); ++i) {
        entries[i].person.name.given = i == 0 ? "Wenke" : "Ines";
        entries[i].person.name.family = "Thode";
        entries[i].person.name.written = entries[i].person.name.given + " Thode";
        entries[i].person.contact.uid = i == 0 ? "u/1" : "u:1";
    }
    import_address_book(notebook, entries, "book", Prefer::notebook, now, problems);
    folder["u_1.vcf"] = card("other", "Ada");
    sync();
    BOOST_TEST(folder.size() == 3);
    BOOST_TEST(folder["u_1.vcf"].find("Ada") != std::string::npos);
    BOOST_TEST(sync().to_write.empty());
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace knowwho::test_vdir
