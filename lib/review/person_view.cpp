// SPDX-License-Identifier: MIT
#include "review/person_view.hpp"

#include "report/date_forms.hpp"
#include "review/rows_view.hpp"
#include "store/judgements.hpp"

#include <algorithm>
#include <cmath>
#include <ctemplate/template.h>
#include <fmt/format.h>

namespace knowwho::review {
namespace {

using Dictionary = ctemplate::TemplateDictionary;

std::string two_digits(Frame const& frame, double value)
{
    return decimal(value, 2, frame.words.language());
}

/// "+0,12" or "−0,05".
std::string with_sign(Frame const& frame, double value, int digits)
{
    return (value > 0 ? "+" : "−") + decimal(std::abs(value), digits, frame.words.language());
}

void add_head(Dictionary& dictionary, Frame const& frame, PersonView const& view)
{
    dictionary.SetIntValue("ID", static_cast<long>(view.id));
    dictionary.SetIntValue("REVISION", static_cast<long>(view.revision));
    dictionary.SetValue("NAME", view.name);
    dictionary.SetValue("SCORE", two_digits(frame, view.score));
    dictionary.SetValue("LOW", two_digits(frame, view.low));
    dictionary.SetValue("HIGH", two_digits(frame, view.high));
    dictionary.SetIntValue("PLACE", static_cast<long>(view.place));
    dictionary.SetValue("PINNED", view.mark == Mark::pinned ? "true" : "false");
    dictionary.SetValue("VETOED", view.mark == Mark::vetoed ? "true" : "false");
    show_text(dictionary, "HAS_EXCLUDED", "EXCLUDED", view.excluded);
    show_text(dictionary, "HAS_SAID", "SAID", view.said);
    show_text(dictionary, "HAS_ADDRESS", "ADDRESS", view.address == view.name ? std::string{} : view.address);
    show_text(dictionary, "HAS_WEBSITE", "WEBSITE", view.website);
    for (auto const& [word, value] : view.facts) {
        auto& fact = *dictionary.AddSectionDictionary("FACT");
        fact.SetValue("FACT_WORD", word);
        fact.SetValue("FACT_VALUE", value);
    }
    for (auto const& talk : view.talks) {
        show_text(dictionary, "TALK", "TALK_TEXT", talk);
    }
}

void add_source(Dictionary& dictionary, SourceRow const& source)
{
    auto& row = *dictionary.AddSectionDictionary("SOURCE");
    if (source.link.empty()) {
        show_text(row, "PLAIN_SOURCE", "SOURCE_LABEL", source.label);
    } else {
        auto& link = *row.AddSectionDictionary("LINKED_SOURCE");
        link.SetValue("SOURCE_LABEL", source.label);
        link.SetValue("SOURCE_LINK", source.link);
    }
    show_text(row, "SOURCE_DATED", "SOURCE_DATE", source.date);
    show_text(row, "SOURCE_QUOTED", "SOURCE_QUOTE", source.quote);
}

void add_groups(Dictionary& dictionary, Frame const& frame, PersonView const& view)
{
    for (std::size_t i = 0; i < view.groups.size(); ++i) {
        auto const& group = view.groups[i];
        auto const goals = view.groups.size() - 1; // the last group stands beside them
        auto& section = *dictionary.AddSectionDictionary("GROUP");
        section.SetValue("GROUP_NAME", group.name);
        section.SetValue("GROUP_SCORE", two_digits(frame, group.score));
        if (i < goals) {
            auto& chip = *section.AddSectionDictionary("GROUP_CHIP");
            chip.SetIntValue("NUMBER", static_cast<long>(i + 1));
            chip.SetIntValue("COLOUR", static_cast<long>(colour_of(i, goals)));
        }
        for (auto const& reason : group.reasons) {
            auto& row = *section.AddSectionDictionary("REASON");
            row.SetValue("SHARE", with_sign(frame, reason.share, 2));
            row.SetValue("SENTENCE", reason.sentence);
            for (auto const& source : reason.sources) {
                add_source(row, source);
            }
        }
        if (group.reasons.empty()) {
            section.ShowSection("NO_REASON");
        }
    }
}

void add_signals(Dictionary& dictionary, Frame const& frame, std::vector<SignalRow> const& signals)
{
    for (auto const& signal : signals) {
        auto& row = *dictionary.AddSectionDictionary("SIGNAL");
        row.SetValue("SIGNAL_NAME", signal.name);
        row.SetValue("SIGNAL_DETAIL", signal.detail);
        row.SetValue("SIGNAL_WEIGHT", with_sign(frame, signal.weight, 1));
        row.SetValue("SIGNAL_SIDE", signal.weight > 0 ? "for" : "against");
        row.SetValue("SIGNAL_WORD", std::string{frame.words(signal.weight > 0 ? "speaks_for" : "speaks_against")});
    }
}

void add_evidence_rows(Dictionary& dictionary, Frame const& frame, std::string const& section, std::vector<EvidenceRow> const& rows)
{
    if (rows.empty()) {
        return;
    }
    auto& all = *dictionary.AddSectionDictionary("HAS_" + section);
    for (auto const& row : rows) {
        auto& one = *all.AddSectionDictionary(section);
        one.SetIntValue("PAGE", static_cast<long>(row.page));
        one.SetValue("PAGE_TITLE", row.title);
        one.SetValue("PROBABILITY", per_cent(row.probability, frame.words.language()));
        show_text(one, "PAGE_LINKED", "PAGE_LINK", row.link);
        show_text(one, "PAGE_DATED", "PAGE_DATE", row.date);
        if (row.by_user) {
            one.ShowSection("BY_USER");
        }
        for (auto const& quote : row.quotes) {
            auto& text = *one.AddSectionDictionary("QUOTE");
            text.SetValue("QUOTE_TEXT", quote);
            text.SetValue("QUOTE_LANGUAGE", row.language.empty() ? "und" : row.language);
        }
        add_signals(one, frame, row.signals);
    }
}

void add_same(Dictionary& dictionary, Frame const& frame, PersonView const& view)
{
    for (auto const& same : view.same) {
        auto& row = *dictionary.AddSectionDictionary("SAME");
        row.SetIntValue("SAME_ID", static_cast<long>(same.id));
        row.SetValue("SAME_NAME", same.name);
        row.SetValue("SAME_WHAT", same.what);
        row.SetValue("SAME_PROBABILITY", per_cent(same.probability, frame.words.language()));
        add_signals(row, frame, same.signals);
    }
    for (auto const& merged : view.merged) {
        auto& row = *dictionary.AddSectionDictionary("MERGED");
        row.SetIntValue("MERGED_ID", static_cast<long>(merged.id));
        row.SetValue("MERGED_NAME", merged.name);
        row.SetValue("MERGED_WHAT", merged.what);
        row.SetValue("MERGED_REASON", merged.reason);
    }
    if (view.same.empty() && view.merged.empty()) {
        dictionary.ShowSection("NO_SAME");
    }
}

void add_talk_aids(Dictionary& dictionary, PersonView const& view)
{
    for (auto const& opener : view.openers) {
        auto& row = *dictionary.AddSectionDictionary("OPENER");
        row.SetValue("OPENER_LABEL", opener.label);
        row.SetValue("OPENER_SENTENCE", opener.sentence);
        show_text(row, "OPENER_OPEN", "OPENER_FILL_IN", opener.fill_in);
        show_text(row, "OPENER_GOES_ON", "OPENER_QUESTION", opener.question);
        if (!opener.is_own) {
            row.ShowSection("OPENER_CHOICE");
        }
    }
    if (view.openers.empty()) {
        dictionary.ShowSection("NO_OPENER");
    }
    show_text(dictionary, "HAS_ASK", "ASK", view.ask);
    if (!view.give.empty()) {
        auto& list = *dictionary.AddSectionDictionary("HAS_GIVE");
        for (auto const& line : view.give) {
            show_text(list, "GIVE", "GIVE_TEXT", line);
        }
    }
    for (auto const& line : view.unknown) {
        show_text(dictionary, "UNKNOWN", "UNKNOWN_TEXT", line);
    }
}

void add_own_words(Dictionary& dictionary, PersonView const& view)
{
    dictionary.SetValue("NOTE", view.remark.note);
    dictionary.SetValue("TAGS", fmt::format("{}", fmt::join(view.remark.tags, ", ")));
    dictionary.SetValue("DO_NOT_MENTION", in_lines(view.remark.do_not_mention));
    dictionary.SetValue("BECAUSE", view.judgement.because);
    dictionary.SetValue("OWN_OPENERS", in_lines(view.judgement.openers));
    auto titles = view.titles;
    if (!view.judgement.read_title.empty() && std::ranges::find(titles, view.judgement.read_title) == titles.end()) {
        titles.push_back(view.judgement.read_title);
    }
    for (auto const& title : titles) {
        add_option(dictionary, "TITLE_OPTION", title, title, title == view.judgement.read_title);
    }
}

void add_pairs(Dictionary& dictionary, std::string const& section, std::vector<std::pair<std::string, std::string>> const& pairs)
{
    if (pairs.empty()) {
        return;
    }
    auto& all = *dictionary.AddSectionDictionary("HAS_" + section);
    for (auto const& [key, value] : pairs) {
        auto& row = *all.AddSectionDictionary(section);
        row.SetValue(section + "_KEY", key);
        row.SetValue(section + "_VALUE", value);
    }
}

} // namespace

std::string findings_html(Frame const& frame, std::vector<FindingRow> const& findings)
{
    auto dictionary = Dictionary{"findings"};
    set_frame(dictionary, frame);
    for (auto const& finding : findings) {
        auto& row = *dictionary.AddSectionDictionary("FINDING");
        row.SetValue("FINDING_WORDS", finding.words);
        row.SetValue("FINDING_REASON", finding.reason);
    }
    return fill_template("findings", dictionary);
}

std::string person_html(Frame const& frame, PersonView const& view)
{
    auto dictionary = Dictionary{"person"};
    set_frame(dictionary, frame);
    add_head(dictionary, frame, view);
    add_groups(dictionary, frame, view);
    add_evidence_rows(dictionary, frame, "QUESTION", view.questions);
    add_evidence_rows(dictionary, frame, "QUOTABLE", view.quotable);
    add_evidence_rows(dictionary, frame, "REJECTED", view.rejected);
    add_same(dictionary, frame, view);
    add_talk_aids(dictionary, view);
    add_own_words(dictionary, view);
    dictionary.SetValue("FINDINGS", findings_html(frame, view.findings));
    add_pairs(dictionary, "HISTORY", view.history);
    add_pairs(dictionary, "ROW", view.row);
    return fill_template("person", dictionary);
}

} // namespace knowwho::review
