// SPDX-License-Identifier: MIT
// A list that was dropped: looked at, read anew as chosen, and put into the notebook beside the page.
#include "app/review_start.hpp"

#include "app/column_memory.hpp"
#include "app/import_step.hpp"
#include "app/review_goals.hpp"
#include "import/event_title.hpp"
#include "report/clean_text.hpp"

#include <algorithm>
#include <iterator>
#include <memory>
#include <sstream>
#include <utility>

namespace knowwho::review {
namespace {

constexpr std::size_t longest_event = 200; ///< bytes

/// Reads the staged list with what was chosen; on an error it is as it was before.
void read_staged(Review& review, PageWords const& words, StagedList staged)
{
    auto& starting = *review.starting;
    starting.error.clear();
    try {
        auto const options = with_memory(review.session.notebook(), staged.options);
        staged.reading = read_list_file(staged.file.string(), options, review.session.context());
        starting.staged = std::move(staged);
    } catch (Error const& error) {
        starting.error = words.said(error);
    }
}

void forget_staged(Starting& starting)
{
    if (starting.staged) {
        Incoming::remove(starting.staged->file.parent_path());
        starting.staged.reset();
    }
}

/// How the file is to be read, if otherwise than before; what was chosen about columns was about other ones.
bool take_reading(Form const& form, StagedList& staged)
{
    auto wanted = ReadOptions{};
    auto const encodings = list_encodings();
    if (std::ranges::find(encodings, form["encoding"]) != encodings.end()) {
        wanted.encoding = form["encoding"];
    }
    wanted.delimiter = delimiter_of_word(form["delimiter"]);
    auto const& sheets = staged.reading.sheets;
    if (std::ranges::find(sheets, form["sheet"]) != sheets.end()) {
        wanted.sheet = form["sheet"];
    }
    auto const& now = staged.options;
    if (wanted.encoding == now.encoding && wanted.delimiter == now.delimiter && wanted.sheet == now.sheet) {
        return false;
    }
    staged.options = std::move(wanted);
    return true;
}

std::vector<std::string> headers_in(ListReading const& reading)
{
    auto headers = std::vector<std::string>{};
    std::ranges::transform(reading.columns, std::back_inserter(headers), &ColumnUse::header);
    return headers;
}

/// What was chosen otherwise than it was understood, added to what had been chosen before.
bool take_columns(Review& review, Form const& form, StagedList& staged)
{
    auto map = staged.options.map;
    if (map.empty()) {
        map = remembered_columns(review.session.notebook(), headers_in(staged.reading));
    }
    bool changed = false;
    for (std::size_t i = 0; i < staged.reading.columns.size(); ++i) {
        auto const field = parse_field(form[column_field(i)]);
        if (field && field != staged.reading.columns[i].field) {
            map[column_key(staged.reading, i)] = to_text(*field);
            changed = true;
        }
    }
    if (changed) {
        staged.options.map = std::move(map);
    }
    return changed;
}

std::string import_told(PageWords const& words, ImportedList const& list)
{
    auto const& result = list.result;
    auto const number = [](int count) { return std::to_string(count); };
    auto const people = static_cast<std::size_t>(std::max(result.added + result.updated + result.unchanged, 0));
    return words.fill("import_result", {{"people", words.count("people", people)}, {"event", list.event.name}, {"added", number(result.added)},
        {"changed", number(result.updated)}, {"gone", number(result.gone)}});
}

/// What the job needs to know, gathered before it starts.
struct ImportOrder {
    StagedList staged;
    Event event;
    std::string goals; ///< to be kept with the event, if it has none
    Instant now{};
    std::filesystem::path notebook;
    PageWords const& words;
};

/// As `knowwho import`, in a notebook of its own; problems were shown before. The copy is removed once it is read.
std::string import_staged(ImportOrder const& order, Watch const& watch)
{
    auto said = std::ostringstream{}; // the page tells it in its own words
    auto const aside = Context{said, said, order.now, order.notebook, watch, true, false, false};
    auto notebook = Notebook::open(order.notebook);
    auto problems = std::vector<Problem>{};
    auto const imported = import_lists(notebook, {order.staged.file.string()}, order.staged.options, order.event, aside, problems).front();
    if (!order.goals.empty() && goals_text(notebook, imported.event.id).empty()) {
        save_goals(notebook, imported.event.id, order.goals);
    }
    Incoming::remove(order.staged.file.parent_path());
    return import_told(order.words, imported);
}

/// While it runs, and if it fails or is stopped, the list stays as it was looked at.
void start_import(Review& review, PageWords const& words)
{
    auto& session = review.session;
    auto& starting = *review.starting;
    auto order = ImportOrder{*starting.staged, event_for_list(session, starting.staged->event), goals_for_list(session), session.now(), session.context().notebook, words};
    auto const state = starting.staged->importing;
    *state = Importing::running;
    bool const started = review.jobs.start("import", [order = std::move(order), state](Watch const& watch) {
        try {
            auto told = import_staged(order, watch);
            *state = Importing::done;
            return told;
        } catch (Interrupted const&) {
            *state = Importing::no;
            return std::string{order.words("import_stopped")};
        } catch (...) {
            *state = Importing::no;
            throw;
        }
    });
    if (!started) {
        *state = Importing::no;
        starting.error = words("job_busy");
    }
}

} // namespace

/// A list that is in the notebook by now is looked at no longer.
void settle_import(Starting& starting)
{
    if (starting.staged && *starting.staged->importing == Importing::done) {
        starting.staged.reset();
    }
}

WebResponse list_sent(Review& review, WebRequest const& request)
{
    auto& starting = *review.starting;
    auto const& words = review.session.words(request);
    if (request.form.files.empty() || request.form.files.front().bytes.empty()) {
        starting.error = words("start_no_file");
        return see_other("/start#step-list");
    }
    if (starting.staged && *starting.staged->importing == Importing::running) {
        starting.error = words("job_busy");
        return see_other("/start");
    }
    forget_staged(starting);
    auto const folder = starting.incoming.keep({request.form.files.front()});
    auto const file = std::filesystem::directory_iterator{folder}->path();
    auto named = event_for_list(review.session, "").name;
    read_staged(review, words, {file, {}, named, {}});
    if (starting.staged && named.empty()) {
        auto const title = clean_line(event_title(starting.staged->reading.titles), longest_event);
        starting.staged->event = title.empty() ? file.stem().string() : title;
    }
    if (!starting.staged) {
        Incoming::remove(folder);
    }
    return see_other("/start#step-list");
}

WebResponse list_answered(Review& review, WebRequest const& request)
{
    auto& starting = *review.starting;
    auto const& form = request.form;
    auto const& words = review.session.words(request);
    settle_import(starting);
    if (starting.staged && *starting.staged->importing == Importing::running) {
        return see_other("/start");
    }
    if (form["do"] == "drop") {
        forget_staged(starting);
    }
    if (!starting.staged) {
        return see_other("/start#step-list");
    }
    starting.staged->event = clean_line(form["event"].substr(0, longest_event));
    auto wanted = *starting.staged;
    if (take_reading(form, wanted) || take_columns(review, form, wanted)) {
        read_staged(review, words, std::move(wanted));
    }
    if (form["do"] == "import" && starting.error.empty()) {
        start_import(review, words);
        return see_other("/start");
    }
    return see_other("/start#step-list");
}

} // namespace knowwho::review
