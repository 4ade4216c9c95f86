// SPDX-License-Identifier: MIT
// Which address does what: every view's file adds its own routes.
#pragma once

#include "app/review_session.hpp"
#include "review/jobs.hpp"
#include "review/router.hpp"

#include <functional>
#include <memory>
#include <string>
#include <vector>

namespace knowwho::review {

struct Starting;

/// What the views share. Handlers run one at a time, on the server's worker.
struct Review {
    Session& session;
    Jobs& jobs;
    Router& router;
    std::function<void(PersonId, std::int64_t revision)> decided; ///< tells the other windows; 0: about the event
    std::shared_ptr<Starting> starting = {}; ///< made by add_start_routes()
};

void add_list_routes(Review& review);
void add_decision_routes(Review& review);
void add_person_routes(Review& review);
void add_change_routes(Review& review);
void add_start_routes(Review& review);
void add_goals_routes(Review& review);
void add_enrich_routes(Review& review);
void add_map_routes(Review& review);
void add_briefing_routes(Review& review);
void add_met_routes(Review& review);
void add_followup_routes(Review& review);
void add_privacy_routes(Review& review);

/// Where files may come in, which are larger than other forms.
std::vector<std::string> upload_paths();

/// A handler that brings the session up to date first, shows the start while there is nothing to review,
/// and turns what is thrown into a page (or JSON for the script) that says what went wrong.
Handler with_session(Review& review, std::function<WebResponse(WebRequest const&)> handler);

/// The same for a page that needs no event yet.
Handler with_errors(Review& review, std::function<WebResponse(WebRequest const&)> handler);

/// The number in a path such as /person/{}; 0, which nothing has, if it is none.
std::int64_t number_in(WebRequest const& request);
PersonId person_in(WebRequest const& request);

/// The path that a form asks to go on with, if it is one of ours; else "/".
std::string way_back(WebRequest const& request);

} // namespace knowwho::review
