// SPDX-License-Identifier: MIT
// Reads the lexicons before the first input: on a busy machine that alone may take longer than one input may.
#include "identity/name_parser.hpp"
#include "identity/organisation.hpp"

#include <cstdlib>

extern "C" int LLVMFuzzerInitialize(int*, char***)
{
    using namespace knowwho;
    return parse_name("Dr. Anna Berg").family.empty() || name_likelihood("Anna Berg") < 0.5 || organisation_likelihood("Holm AG") < 0.5 ? EXIT_FAILURE : 0;
}
