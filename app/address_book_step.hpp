// SPDX-License-Identifier: MIT
// Address books from files, and a folder of vCards kept in step, as `contacts` does it.
#pragma once

#include "app/command.hpp"

#include <string>
#include <vector>

namespace knowwho {

class Notebook;

ExitCode import_books(Notebook& notebook, std::vector<std::string> const& files, bool prefer_book, Context& context);

/// Reads the folder's .vcf files, and writes what is new or has changed. Throws Error (input) if it is no folder.
ExitCode sync_folder(Notebook& notebook, std::string const& folder, Context& context);

} // namespace knowwho
