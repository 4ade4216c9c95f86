// SPDX-License-Identifier: MIT
// One source being asked about one person: search, then record, then works, as answers come in.
#pragma once

#include "enrich/mentions.hpp"
#include "enrich/record_linker.hpp"
#include "enrich/source_page.hpp"
#include "enrich/source_recipe.hpp"
#include "enrich/source_request.hpp"
#include "fetch/fetcher.hpp"
#include "model/person.hpp"
#include "store/fetch_state.hpp"

#include <chrono>
#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace knowwho {

/// A request to send; its answer is handed back under the same number.
struct Question {
    std::size_t number = 0;
    Fetch fetch;
};

/// Values from the user's environment: keys of sources and the addresses of own servers, by variable.
using SourceSettings = std::map<std::string, std::string>;

/// What an answer asks of whoever asks its host next.
struct Aftermath {
    bool worthless = false;       ///< an error in a good status: not to be kept in the page cache
    std::chrono::seconds wait{0}; ///< before the next request
    std::string closed;           ///< why the host is asked nothing more in this run; or empty
};

class SourceInquiry {
public:
    /// Keeps `recipe` and `attendance` by reference.
    SourceInquiry(SourceRecipe const& recipe, Attendance const& attendance, SourceSettings const& settings);

    /// What to ask first; empty if something is missing, which detail() names.
    std::vector<Question> start();

    /// Takes an answer and says what to ask next.
    std::vector<Question> take(std::size_t number, Response const& response);

    /// Of the answer taken last.
    Aftermath const& aftermath() const noexcept { return m_aftermath; }

    bool is_finished() const noexcept { return m_open.empty(); }

    /// Meaningful once finished. `site` is the organisation's, if that was asked for and found: "firma.example".
    std::string const& site() const noexcept { return m_site; }
    AskState state() const noexcept { return m_state; }
    std::string const& detail() const noexcept { return m_detail; }
    int requests() const noexcept { return m_requests; }
    std::vector<FoundPiece> const& pieces() const noexcept { return m_pieces; }

    /// Everybody whom the source has under the name, whether or not pieces were found by them.
    std::vector<SourceRecord> const& records() const noexcept { return m_records; }

private:
    struct Open {
        SourceStep const* step = nullptr;
        SourceParameters parameters;
        int page = 1;
        std::size_t spelling = 0;
        int tries = 1; ///< of this question, after answers that asked to come later
        std::string name; ///< of the record that led here
        std::vector<std::pair<std::string, std::string>> signals;
        std::optional<std::size_t> record; ///< that led here, in m_records
    };

    void ask(Open open, std::vector<Question>& questions);
    void read(Open const& open, Response const& response, std::vector<Question>& questions);
    void read_items(Open const& open, SourceReading const& reading, Response const& response, std::vector<Question>& questions);
    void be_patient(Open const& open, SourceReading const& reading, Response const& response, std::vector<Question>& questions);
    std::vector<SourceItem const*> agreeing(SourceStep const& step, std::vector<SourceItem> const& items) const;
    std::optional<std::size_t> record_of(Open const& open, SourceItem const& item);
    void take_item(Open const& open, SourceItem const& item, bool follow, Response const& response, std::vector<Question>& questions);
    bool is_their_employer(SourceItem const& item) const;
    bool names_them(SourceStep const& step, SourceItem const& item) const;
    void note(AskState state, std::string detail);

    SourceRecipe const& m_recipe;
    Attendance const& m_attendance;
    NameIndex m_name;
    std::string m_key;
    std::vector<SourceParameters> m_spellings;
    std::map<std::size_t, Open> m_open;
    std::size_t m_next = 0;
    int m_requests = 0;
    AskState m_state = AskState::nothing;
    std::string m_detail;
    std::string m_site;
    Aftermath m_aftermath;
    std::vector<FoundPiece> m_pieces;
    std::vector<SourceRecord> m_records;
};

} // namespace knowwho
