// SPDX-License-Identifier: MIT
// A folder of one .vcf file per contact, as khard and vdirsyncer use it, kept in step both ways.
#pragma once

#include "model/date.hpp"
#include "model/problem.hpp"

#include <map>
#include <string>
#include <vector>

namespace knowwho {

class Notebook;

/// The bytes of the folder's .vcf files, by file name.
using Vdir = std::map<std::string, std::string>;

struct VdirResult {
    Vdir to_write;       ///< files that are new or have changed
    int from_folder = 0; ///< contacts that took something from the folder
    int added = 0;       ///< contacts that came from the folder
    int conflicts = 0;   ///< fields that both sides changed: left as they are on both, told as problems
    int gone = 0;        ///< contacts whose file was deleted in the folder: told, kept here
};

/// Compares three ways: the folder, the notebook, and the card as both had it last. One transaction;
/// nothing is written to disk, the caller does that after it. Running it again changes nothing.
VdirResult sync_vdir(Notebook& notebook, Vdir const& folder, std::string const& folder_name, Instant now, std::vector<Problem>& problems);

} // namespace knowwho
