// SPDX-License-Identifier: MIT
// Keys that a server sends back are taken out of its answer before anybody sees it.
#pragma once

#include "fetch/request.hpp"

namespace knowwho {

/// Takes the request's secrets out of body, headers and problem of its answer, as written and percent-encoded: "***"
/// stands in their place. A redirect loses the secret part of its query; `echoed_secret_query` says so then.
/// Words of up to three bytes are no secrets: they would be found everywhere.
void hide_secrets(Response& response, Request const& request);

} // namespace knowwho
