// SPDX-License-Identifier: MIT
// Forgetting somebody for good, as `privacy forget` and the review do it.
#pragma once

#include "follow_up/forget.hpp"

namespace knowwho {

/// forget_person() with a salt of the system's randomness, should the notebook have none yet.
Forgotten forget_for_good(Notebook& notebook, PersonId person, Instant now);

} // namespace knowwho
