// SPDX-License-Identifier: MIT
#include "app/person_report.hpp"

#include "app/acquaintance_step.hpp"
#include "app/steps.hpp"
#include "follow_up/drafts.hpp"
#include "report/clean_text.hpp"
#include "report/name_forms.hpp"
#include "store/judgements.hpp"
#include "text/json_text.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <nlohmann/json.hpp>
#include <utility>

namespace knowwho {
namespace {

using nlohmann::ordered_json;

/// The filled fields of a contact, by what they are called.
std::vector<std::pair<std::string_view, std::string>> fields_of(Contact const& contact)
{
    auto fields = std::vector<std::pair<std::string_view, std::string>>{{"organisation", contact.organisation}, {"role", contact.role},
        {"email", contact.email}, {"phone", contact.phone}, {"website", contact.website}, {"place", contact.place}, {"birthday", contact.birthday},
        {"does", contact.does}, {"why", contact.why}, {"wants", contact.wants}, {"offers", contact.offers}, {"interests", contact.interests},
        {"note", contact.note}, {"asleep because", contact.asleep_reason}, {"vCard", contact.card}};
    std::erase_if(fields, [](auto const& field) { return field.second.empty(); });
    return fields;
}

std::vector<std::pair<std::string_view, std::string>> fields_of(Encounter const& encounter)
{
    auto fields = std::vector<std::pair<std::string_view, std::string>>{{"place", encounter.place}, {"occasion", encounter.occasion},
        {"introduced by", encounter.introduced_by_name}, {"talked", encounter.talked}, {"interests", encounter.interests},
        {"next step", encounter.next_step}, {"sympathy", encounter.sympathy > 0 ? std::to_string(encounter.sympathy) : std::string{}}};
    std::erase_if(fields, [](auto const& field) { return field.second.empty(); });
    return fields;
}

std::string_view to_text(LinkState state)
{
    return state == LinkState::quotable ? "about them" : state == LinkState::question ? "perhaps about them" : "a namesake's";
}

std::string page_of(Evidence const& one)
{
    return one.page.address.empty() ? one.page.file : one.page.address;
}

void add_lists(PersonFile const& file, std::string& text)
{
    for (std::size_t index = 0; index < file.attendances.size(); ++index) {
        auto const& one = file.attendances[index];
        text += fmt::format("\nOn a list: {}, {}, line {}\n", clean_line(file.events[index]), clean_line(one.list_file), one.row.line);
        for (auto const& cell : one.row.raw) {
            text += cell.value.empty() ? "" : fmt::format("  {}: {}\n", cell.header.empty() ? "(no header)" : clean_line(cell.header), clean_line(cell.value));
        }
    }
}

void add_contact(PersonFile const& file, std::string& text)
{
    if (!file.contact) {
        return;
    }
    text += fmt::format("\nContact since {} (source: {})\n", to_iso(day_of(file.contact->added_at)), clean_line(file.contact->source));
    for (auto const& [name, value] : fields_of(*file.contact)) {
        text += fmt::format("  {}: {}\n", name, clean_line(value));
    }
}

/// What the user decided and wrote in the review.
std::vector<std::pair<std::string, std::string>> decisions_of(PersonFile const& file)
{
    auto fields = std::vector<std::pair<std::string, std::string>>{{"note", file.remark.note}, {"tags", fmt::format("{}", fmt::join(file.remark.tags, ", "))},
        {"not to be mentioned", fmt::format("{}", fmt::join(file.remark.do_not_mention, "; "))}};
    for (std::size_t index = 0; index < file.judgements.size(); ++index) {
        auto const& one = file.judgements[index];
        fields.emplace_back(fmt::format("at {}", clean_line(file.events[index])), std::string{to_text(one.mark)});
        fields.emplace_back("to begin with", fmt::format("{}", fmt::join(one.openers, " / ")));
        fields.emplace_back("text read", one.because.empty() ? std::string{} : fmt::format("{} ({})", one.because, one.read_title.empty() ? "any" : one.read_title));
    }
    std::erase_if(fields, [](auto const& field) { return field.second.empty(); });
    return fields;
}

void add_decisions_of(PersonFile const& file, std::string& text)
{
    auto const fields = decisions_of(file);
    text += fields.empty() ? "" : "\nYour own words and decisions\n";
    for (auto const& [name, value] : fields) {
        text += fmt::format("  {}: {}\n", name, clean_line(value));
    }
}

void add_encounters(PersonFile const& file, std::string& text)
{
    for (auto const& one : file.encounters) {
        text += fmt::format("\nYour note on {}\n", to_iso(day_of(one.happened_at)));
        for (auto const& [name, value] : fields_of(one)) {
            text += fmt::format("  {}: {}\n", name, clean_line(value));
        }
        for (auto const& promise : file.promises) {
            text += promise.encounter == one.id ? fmt::format("  promised by {}: {}\n", promise.by_them ? "them" : "you", clean_line(promise.what)) : "";
        }
    }
    for (auto const& one : file.follow_ups) {
        text += fmt::format("\nTo do: {}, due {}\n", draft_kind(one.kind), to_iso(day_of(one.due)));
    }
    for (auto const& one : file.introductions) {
        auto const other = one.first == file.person.person ? one.second : one.first;
        text += fmt::format("\nIntroduction to [{}]: {} {}\n", other.value, one.state, to_iso(day_of(one.decided_at)));
    }
    for (auto const& one : file.merges) {
        text += fmt::format("\nAlso listed as {}, {} [{}] until {}: {}\n", clean_line(full_name(one.gone_as.name)), clean_line(one.gone_as.organisation),
            one.gone.value, to_iso(day_of(one.merged_at)), clean_line(one.reason));
    }
}

void add_evidence(PersonFile const& file, std::string& text)
{
    for (auto const& one : file.evidence) {
        text += fmt::format("\nPage {} (read {}; {}, {:.3f})\n  \"{}\"\n", clean_line(page_of(one)), to_iso(day_of(one.page.read_at)), to_text(one.link.state),
            one.link.probability, clean_line(one.snippet.quote));
    }
}

void add_models(PersonFile const& file, std::string& text)
{
    for (auto const& one : file.asked) {
        text += fmt::format("\nVectors of {} about them, made by {} at {}, which was sent the texts\n", count_of(one.texts, "text", "texts"), clean_line(one.name, 60),
            clean_line(one.address, 100));
    }
}

ordered_json object_of(std::vector<std::pair<std::string_view, std::string>> const& fields)
{
    auto object = ordered_json::object();
    for (auto const& [name, value] : fields) {
        object[std::string{name}] = value;
    }
    return object;
}

ordered_json lists_of(PersonFile const& file)
{
    auto lists = ordered_json::array();
    for (std::size_t index = 0; index < file.attendances.size(); ++index) {
        auto const& one = file.attendances[index];
        auto cells = ordered_json::array();
        for (auto const& cell : one.row.raw) {
            cells.push_back({{"header", cell.header}, {"value", cell.value}});
        }
        lists.push_back({{"event", file.events[index]}, {"list", one.list_file}, {"line", one.row.line}, {"cells", std::move(cells)}});
    }
    return lists;
}

ordered_json pages_of(PersonFile const& file)
{
    auto pages = ordered_json::array();
    for (auto const& one : file.evidence) {
        pages.push_back({{"page", page_of(one)}, {"read", to_iso(one.page.read_at)}, {"state", to_text(one.link.state)},
            {"probability", one.link.probability}, {"quote", one.snippet.quote}});
    }
    return pages;
}

ordered_json notes_of(PersonFile const& file)
{
    auto notes = ordered_json::array();
    for (auto const& one : file.encounters) {
        auto note = object_of(fields_of(one));
        note["when"] = to_iso(one.happened_at);
        for (auto const& promise : file.promises) {
            if (promise.encounter == one.id) {
                note["promises"].push_back({{"by_them", promise.by_them}, {"what", promise.what}, {"due", promise.due ? to_iso(*promise.due) : ""}});
            }
        }
        notes.push_back(std::move(note));
    }
    return notes;
}

} // namespace

std::string report_as_text(PersonFile const& file)
{
    auto text = in_one_line(file.person) + '\n';
    text += file.purge_due ? fmt::format("kept until {} unless you meet\n", to_iso(day_of(*file.purge_due))) : std::string{"kept: met, or kept on purpose\n"};
    add_lists(file, text);
    add_contact(file, text);
    add_decisions_of(file, text);
    add_encounters(file, text);
    add_evidence(file, text);
    add_models(file, text);
    return text;
}

std::string report_as_json(PersonFile const& file)
{
    auto whole = ordered_json{{"id", file.person.person.value}, {"name", full_name(file.person.name)}, {"organisation", file.person.organisation},
        {"kept_until", file.purge_due ? to_iso(day_of(*file.purge_due)) : ""}, {"lists", lists_of(file)}, {"notes", notes_of(file)}, {"pages", pages_of(file)}};
    if (file.contact) {
        whole["contact"] = object_of(fields_of(*file.contact));
        whole["contact"]["source"] = file.contact->source;
    }
    for (auto const& one : file.asked) {
        whole["models_asked"].push_back({{"address", one.address}, {"model", one.name}, {"texts", one.texts}});
    }
    for (auto const& [name, value] : decisions_of(file)) {
        whole["decisions"][name] = value;
    }
    for (auto const& one : file.merges) {
        whole["also_listed_as"].push_back({{"id", one.gone.value}, {"name", full_name(one.gone_as.name)}, {"organisation", one.gone_as.organisation},
            {"until", to_iso(day_of(one.merged_at))}, {"reason", one.reason}});
    }
    return json_document(whole);
}

} // namespace knowwho
