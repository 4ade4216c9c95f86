// SPDX-License-Identifier: MIT
#include "review/decisions.hpp"

#include "identity/merging.hpp"
#include "review/after_talks.hpp"
#include "review/decided_goals.hpp"
#include "store/contacts.hpp"
#include "store/judgements.hpp"
#include "store/merges.hpp"
#include "store/notebook.hpp"
#include "store/pages.hpp"
#include "text/ascii.hpp"

#include <algorithm>
#include <charconv>
#include <fmt/format.h>
#include <vector>

namespace knowwho {
namespace {

constexpr std::size_t longest_value = std::size_t{64} << 10;

template <typename Number>
Number number_in(std::string_view text)
{
    auto number = Number{};
    std::from_chars(text.data(), text.data() + text.size(), number);
    return number;
}

/// "snippet state by_user probability" of each link between a person and a page.
std::string links_as_text(std::vector<Link> const& links)
{
    auto text = std::string{};
    for (auto const& link : links) {
        text += fmt::format("{} {} {:d} {}\n", link.snippet.value, static_cast<int>(link.state), link.by_user, link.probability);
    }
    return text;
}

std::vector<Link> links_in(std::string_view text, PersonId person)
{
    auto links = std::vector<Link>{};
    for (auto const& line : lines_of(text)) {
        auto const fields = split_at_blanks(line);
        if (fields.size() == 4) {
            links.push_back({{number_in<std::int64_t>(fields[0])}, person, number_in<double>(fields[3]),
                static_cast<LinkState>(std::clamp(number_in<int>(fields[1]), 0, 2)), fields[2] == "1", {}});
        }
    }
    return links;
}

std::string answered(std::vector<Link> links, std::string_view answer)
{
    for (auto& link : links) {
        link.state = answer == "yes" ? LinkState::quotable : answer == "no" ? LinkState::rejected : LinkState::question;
        link.by_user = true;
    }
    return links_as_text(links);
}

bool are_different(Notebook const& notebook, PersonId one, PersonId other)
{
    auto const all = different_people(notebook);
    return std::ranges::find(all, std::pair{std::min(one, other), std::max(one, other)}) != all.end();
}

/// What the notebook says now, in the form that a change keeps.
std::string value_now(Notebook const& notebook, StoredChange const& change)
{
    if (is_about_talks(change.what)) {
        return value_about_talks(notebook, change);
    }
    if (change.what == decision::weights) {
        return weights_as_text(chosen_weights(notebook, change.event));
    }
    if (change.what == decision::answer) {
        return links_as_text(links_of_page(notebook, change.person, {change.subject}));
    }
    if (change.what == decision::different) {
        return are_different(notebook, change.person, {change.subject}) ? "yes" : "";
    }
    if (change.what == decision::mark || change.what == decision::because || change.what == decision::openers) {
        auto const one = judgement(notebook, change.event, change.person);
        auto const reason = one.because.empty() ? std::string{} : one.read_title + '\n' + one.because;
        return change.what == decision::mark ? std::string{to_text(one.mark)} : change.what == decision::openers ? in_lines(one.openers) : reason;
    }
    auto const one = remark(notebook, change.person);
    return change.what == decision::note ? one.note : in_lines(change.what == decision::tags ? one.tags : one.do_not_mention);
}

void put_judgement(Notebook& notebook, StoredChange const& change, std::string_view value)
{
    auto one = judgement(notebook, change.event, change.person);
    if (change.what == decision::mark) {
        one.mark = mark_of(value);
    } else if (change.what == decision::openers) {
        one.openers = lines_of(value);
    } else {
        auto const line = std::min(value.find('\n'), value.size());
        one.read_title = value.substr(0, line);
        one.because = value.substr(std::min(line + 1, value.size()));
    }
    save_judgement(notebook, change.event, change.person, one);
}

void put_remark(Notebook& notebook, StoredChange const& change, std::string_view value)
{
    auto one = remark(notebook, change.person);
    if (change.what == decision::note) {
        one.note = value;
    } else {
        (change.what == decision::tags ? one.tags : one.do_not_mention) = lines_of(value);
    }
    save_remark(notebook, change.person, one);
}

void put_value(Notebook& notebook, StoredChange const& change, std::string_view value, Instant now)
{
    if (is_about_talks(change.what)) {
        put_about_talks(notebook, change, value, now);
        return;
    }
    if (change.what == decision::weights) {
        save_chosen_weights(notebook, change.event, weights_from_text(value));
        return;
    }
    if (change.what == decision::note || change.what == decision::tags || change.what == decision::do_not_mention) {
        put_remark(notebook, change, value);
        return; // which counts the revision
    }
    if (change.what == decision::answer) {
        for (auto const& link : links_in(value, change.person)) {
            put_link_state(notebook, link);
        }
    } else if (change.what == decision::different) {
        value.empty() ? delete_different(notebook, change.person, {change.subject}) : save_different(notebook, change.person, {change.subject}, now);
    } else {
        put_judgement(notebook, change, value);
    }
    count_revision(notebook, change.person);
}

/// The value as it is kept: lines without blank ones, a reason without its conjunction, links by number.
std::string tidy(Notebook const& notebook, StoredChange const& change, std::string const& value)
{
    if (value.size() > longest_value) {
        throw Error{ExitCode::usage, "that is too long to be kept", fmt::format("shorten it to {} characters", longest_value)};
    }
    if (is_about_talks(change.what)) {
        return tidy_about_talks(notebook, change, value);
    }
    if (change.what == decision::answer) {
        return answered(links_of_page(notebook, change.person, {change.subject}), value);
    }
    if (change.what == decision::tags || change.what == decision::do_not_mention || change.what == decision::openers) {
        return in_lines(lines_of(value));
    }
    if (change.what == decision::note) {
        return std::string{trimmed(value)};
    }
    if (change.what == decision::because) {
        auto const line = std::min(value.find('\n'), value.size());
        auto reason = trimmed(std::string_view{value}.substr(std::min(line + 1, value.size())));
        for (std::string_view const word : {"weil ", "because "}) {
            reason.remove_prefix(reason.starts_with(word) ? word.size() : 0);
        }
        return reason.empty() ? "" : fmt::format("{}\n{}", trimmed(std::string_view{value}.substr(0, line)), trimmed(reason, " ."));
    }
    return value;
}

std::optional<ChangeId> merge_both(Notebook& notebook, StoredChange const& change, Instant now)
{
    merge_people(notebook, change.person, {change.subject}, change.after, now);
    count_revision(notebook, change.person);
    return add_change(notebook, change);
}

StoredMerge merge_with(Notebook const& notebook, StoredChange const& change)
{
    auto const all = merges(notebook, change.person);
    auto const found = std::ranges::find(all, change.subject, [](StoredMerge const& one) { return one.gone.value; });
    if (found == all.end()) {
        throw Error{ExitCode::usage, "these two are not merged any more", "load the page again"};
    }
    return *found;
}

/// The change keeps the reason of the merge and the number that the other one has now.
std::optional<ChangeId> split_both(Notebook& notebook, StoredChange change, Instant now)
{
    auto const merge = merge_with(notebook, change);
    change.before = merge.reason;
    change.subject = split_merge(notebook, merge, now).value;
    count_revision(notebook, change.person);
    return add_change(notebook, change);
}

void undo_split(Notebook& notebook, StoredChange const& change, Instant now)
{
    delete_different(notebook, change.person, {change.subject});
    merge_people(notebook, change.person, {change.subject}, change.before, now);
    count_revision(notebook, change.person);
}

void undo_merge(Notebook& notebook, StoredChange const& change, Instant now)
{
    auto const back = split_merge(notebook, merge_with(notebook, change), now);
    delete_different(notebook, change.person, back);
    count_revision(notebook, change.person);
}

} // namespace

StaleRevision::StaleRevision()
    : Error(ExitCode::usage, "something else was decided about this person meanwhile; nothing was overwritten", "look at what is there now, and decide again")
{
}

std::optional<ChangeId> decide(Notebook& notebook, Decision const& decision, Instant now, std::optional<std::int64_t> revision)
{
    auto transaction = Transaction{notebook};
    auto change = StoredChange{{}, decision.event, decision.person, std::string{decision.what}, decision.subject, {}, decision.value, now};
    if (decision.person && !find_acquaintance(notebook, decision.person)) {
        throw Error{ExitCode::usage, "this person is not in the notebook any more", "load the list again"};
    }
    if (revision && remark(notebook, decision.person).revision != *revision) {
        throw StaleRevision{};
    }
    auto made = std::optional<ChangeId>{};
    if (decision.what == decision::merge) {
        made = merge_both(notebook, change, now);
    } else if (decision.what == decision::split) {
        made = split_both(notebook, change, now);
    } else {
        change.after = tidy(notebook, change, decision.value);
        change.before = value_now(notebook, change);
        if (change.before == change.after) {
            return std::nullopt;
        }
        put_value(notebook, change, change.after, now);
        made = add_change(notebook, change);
    }
    transaction.commit();
    return made;
}

std::optional<StoredChange> undo_newest(Notebook& notebook, EventId event, Instant now)
{
    auto transaction = Transaction{notebook};
    auto const change = newest_change(notebook, event);
    if (!change) {
        return std::nullopt;
    }
    if (change->what == decision::merge) {
        undo_merge(notebook, *change, now);
    } else if (change->what == decision::split) {
        undo_split(notebook, *change, now);
    } else if (change->what == decision::met) {
        undo_met(notebook, *change);
    } else if (value_now(notebook, *change) == change->after) {
        put_value(notebook, *change, change->before, now);
    } else {
        throw Error{ExitCode::usage, "this was changed since by another way, so it is not undone", "change it by hand"};
    }
    delete_change(notebook, change->id);
    transaction.commit();
    return change;
}

} // namespace knowwho
