// SPDX-License-Identifier: MIT
#include "import/cards.hpp"

#include "import/cell_evidence.hpp"
#include "import/content_lines.hpp"
#include "import/person_line.hpp"

#include <algorithm>
#include <array>
#include <set>

namespace knowwho {
namespace {

bool begins_with(std::string_view text, std::string_view word)
{
    auto const begin = trim(text.substr(0, 256));
    return begin.size() >= word.size() && std::equal(word.begin(), word.end(), begin.begin(), [](char a, char b) { return a == (b >= 'a' && b <= 'z' ? b - 32 : b); });
}

enum CardColumn { card_name, card_given, card_family, card_title, card_suffix, card_organisation, card_unit, card_role, card_email, card_phone, card_website, card_place, card_country, card_about, card_columns };

class CardReader {
public:
    explicit CardReader(Texts& texts) : m_texts(texts)
    {
        m_table.headers = {"FN", "N given", "N family", "N prefix", "N suffix", "ORG", "ORG unit", "TITLE", "EMAIL", "TEL", "URL", "ADR place", "ADR country", "NOTE"};
        m_table.known = {Field::name, Field::given, Field::family, Field::title, Field::suffix, Field::organisation, Field::unit, Field::role, Field::email,
                         Field::phone, Field::website, Field::place, Field::country, Field::about};
        m_table.header_line = 1;
    }

    Table read(std::vector<ContentLine> const& lines)
    {
        for (auto const& line : lines) {
            if (line.name == "BEGIN") {
                m_cells = {};
                m_house = false;
                m_line = line.line;
            } else if (line.name == "END") {
                finish();
            } else {
                take(line);
            }
        }
        return std::move(m_table);
    }

private:
    void put(CardColumn column, std::string const& value)
    {
        if (m_cells[column].empty()) {
            m_cells[column] = value;
        }
    }

    void take(ContentLine const& line)
    {
        auto const parts = split_value(line.value);
        auto const part = [&](std::size_t index) { return index < parts.size() ? parts[index] : std::string{}; };
        if (line.name == "N") {
            put(card_family, part(0));
            put(card_given, part(2).empty() ? part(1) : part(1) + " " + part(2));
            put(card_title, part(3));
            put(card_suffix, part(4));
        } else if (line.name == "ORG") {
            put(card_organisation, part(0));
            put(card_unit, part(1));
        } else if (line.name == "ADR") {
            put(card_place, part(3));
            put(card_country, part(6));
        } else if (line.name == "KIND" || line.name == "X-ABSHOWAS") {
            m_house = line.value == "org" || line.value == "COMPANY" || line.value == "group" || line.value == "location";
        } else {
            take_single(line);
        }
    }

    void take_single(ContentLine const& line)
    {
        constexpr std::array<std::pair<std::string_view, CardColumn>, 7> names{{{"FN", card_name}, {"TITLE", card_role}, {"ROLE", card_role}, {"EMAIL", card_email},
                                                                                {"TEL", card_phone}, {"URL", card_website}, {"NOTE", card_about}}};
        for (auto const& [name, column] : names) {
            if (line.name == name) {
                auto value = unescape(line.value);
                put(column, value.starts_with("mailto:") || value.starts_with("tel:") ? value.substr(value.find(':') + 1) : value);
            }
        }
    }

    void finish()
    {
        auto const nameless = m_cells[card_given].empty() && m_cells[card_family].empty() && m_cells[card_name] == m_cells[card_organisation];
        if (m_house || nameless || std::all_of(m_cells.begin(), m_cells.end(), [](auto const& cell) { return cell.empty(); })) {
            return;
        }
        m_table.add_row(m_line);
        for (auto& cell : m_cells) {
            m_table.add_cell(m_texts.keep(std::move(cell)));
        }
        m_cells = {};
    }

    Texts& m_texts;
    Table m_table;
    std::array<std::string, card_columns> m_cells;
    int m_line = 1;
    bool m_house = false; ///< the card is a company's
};

std::string address_of(std::string_view value)
{
    auto const colon = value.find(':');
    auto const scheme = value.substr(0, std::min(colon, value.size()));
    return std::string(colon != value.npos && scheme.size() == 6 ? value.substr(colon + 1) : value);
}

/// Exchange writes "Berg, Anna (Beispiel - DE/Berlin)": company, country, site.
std::string company_of(std::string const& aside)
{
    auto const dash = aside.find(" - ");
    auto const slash = aside.find('/', dash == aside.npos ? 0 : dash);
    return dash != aside.npos && slash == dash + 5 ? aside.substr(0, dash) : aside;
}

/// PARTSTAT as words that a status column could hold.
std::string_view answer_of(std::string_view participation)
{
    return participation == "DECLINED" ? "declined" : participation == "ACCEPTED" ? "accepted" : participation == "TENTATIVE" ? "tentative" : "";
}

} // namespace

bool looks_like_vcard(std::string_view text) { return begins_with(text, "BEGIN:VCARD"); }
bool looks_like_calendar(std::string_view text) { return begins_with(text, "BEGIN:VCALENDAR"); }

FoundTables read_vcards(std::string_view text, Texts& texts)
{
    FoundTables found;
    found.format = "vcard";
    found.dialect = "address cards";
    found.tables.push_back(CardReader(texts).read(read_content_lines(text)));
    return found;
}

FoundTables read_calendar(std::string_view text, Texts& texts)
{
    FoundTables found;
    found.format = "icalendar";
    found.dialect = "invited people of calendar entries";
    Table table;
    table.headers = {"CN", "organisation", "address", "PARTSTAT", "SUMMARY"};
    table.known = {Field::name, Field::organisation, Field::email, Field::status, Field::category};
    table.header_line = 1;
    std::string summary;
    std::set<std::string> seen;
    for (auto const& line : read_content_lines(text)) {
        if (line.name == "SUMMARY") {
            summary = unescape(line.value);
        }
        if (line.name != "ATTENDEE" && line.name != "ORGANIZER") {
            continue;
        }
        auto const type = line.parameter("CUTYPE");
        auto const address = address_of(line.value);
        if (type == "ROOM" || type == "RESOURCE" || type == "GROUP" || !seen.insert(line.parameter("CN") + "\n" + address).second) {
            continue;
        }
        auto const written = line.parameter("CN").empty() ? address : line.parameter("CN");
        auto const person = read_person_line(written);
        auto const split = !is_email(written) && person.likelihood > 0.3;
        table.add_row(line.line);
        table.add_cell(texts.keep(split ? person.name : written));
        table.add_cell(texts.keep(split && !person.asides.empty() ? company_of(person.asides.front()) : std::string{}));
        table.add_cell(texts.keep(address));
        table.add_cell(answer_of(line.parameter("PARTSTAT")));
        table.add_cell(texts.keep(summary));
    }
    found.tables.push_back(std::move(table));
    return found;
}

} // namespace knowwho
