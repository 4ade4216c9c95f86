// SPDX-License-Identifier: MIT
#include "app/embeddings_step.hpp"

#include "app/network_step.hpp"
#include "app/steps.hpp"
#include "enrich/embedding_endpoint.hpp"
#include "fetch/clock.hpp"
#include "report/clean_text.hpp"
#include "score/candidate_text.hpp"
#include "score/goals_file.hpp"
#include "store/candidates.hpp"
#include "store/embeddings.hpp"

#include <algorithm>
#include <cstdlib>
#include <fmt/format.h>
#include <ostream>
#include <set>

namespace knowwho {
namespace {

constexpr std::size_t most_texts_asked = 5'000;
constexpr char const* key_variable = "KNOWWHO_EMBEDDINGS_KEY";

std::string key_in_environment()
{
    auto const* const key = std::getenv(key_variable);
    return key == nullptr ? std::string{} : std::string{key};
}

/// Texts without a vector, each once: those of the goals first.
std::vector<PlainText> missing_texts(Notebook const& notebook, std::span<Candidate const> candidates, Goals const& goals)
{
    auto texts = std::vector<PlainText>{};
    for (auto const& goal : goals.goals) {
        texts.push_back({{}, goal.want});
    }
    std::ranges::move(plain_texts_of(candidates), std::back_inserter(texts));
    auto seen = std::set<std::string>{};
    std::erase_if(texts, [&](PlainText const& one) {
        return one.text.empty() || !seen.insert(one.text).second || !find_embedding(notebook, goals.embeddings, one.text).empty();
    });
    return texts;
}

/// The best ranked first, if not all can be asked about.
std::vector<Candidate> in_order_of_use(Notebook const& notebook, Event const& event, Goals const& goals, Context const& context)
{
    auto candidates = load_candidates(notebook, event.id);
    if (candidates.size() < most_texts_asked / 4) {
        return candidates;
    }
    auto ranking = rank_event(notebook, event, goals, context);
    auto sorted = std::vector<Candidate>{};
    for (auto const& match : ranking.matches) {
        sorted.push_back(std::move(ranking.candidates[match.candidate]));
    }
    return sorted;
}

std::string said_to_leave(EmbeddingModel const& model, std::size_t texts)
{
    auto const whom = fmt::format("{} for vectors of {} (model {})", clean_line(host_of(model), 100), count_of(static_cast<std::int64_t>(texts), "text", "texts"), clean_line(model.name, 60));
    if (is_on_this_machine(model)) {
        return fmt::format("asking {}; it is this machine, so nothing leaves it", whom);
    }
    return fmt::format("asking {}: your goals, and the roles, organisations, talks and quotes of the people on the list, without the names of the list; "
                       "--offline keeps them here, and so does taking [embeddings] out of the goals",
        whom);
}

/// Numbers of the vectors that are kept of the goals and of those people; 0 if there are none.
std::size_t size_of_kept(TextVectors const& kept)
{
    for (auto const* const some : {&kept.needs, &kept.texts}) {
        for (auto const& vector : *some) {
            if (!vector.empty()) {
                return vector.size();
            }
        }
    }
    return 0;
}

std::vector<std::string> plain(std::span<PlainText const> texts)
{
    auto plain = std::vector<std::string>{};
    std::ranges::transform(texts, std::back_inserter(plain), &PlainText::text);
    return plain;
}

EmbeddingAccess access_for(EmbeddingModel const& model, std::size_t size)
{
    auto access = EmbeddingAccess{model, key_in_environment(), {}, size};
    access.transfers.connection = connection_options();
    access.transfers.keep_pace = access.transfers.connection.stand_in.empty();
    return access;
}

Problem told(EmbeddingModel const& model, EmbeddingFailure const& failure)
{
    auto const advice = failure.has_other_size
        ? std::string{"another model has the name now: its vectors of before are dropped, the next run asks for all anew"}
        : fmt::format("look whether address and model in [embeddings] and {} are right; the next run goes on where this one stopped", key_variable);
    return {Severity::warning, {}, 0, 0, {},
        fmt::format("not all vectors came from {}, the ranking goes on without them: {}", clean_line(host_of(model), 100), clean_line(failure.problem, 200)), advice};
}

} // namespace

TextVectors kept_vectors(Notebook const& notebook, std::span<Candidate const> candidates, Goals const& goals)
{
    auto vectors = TextVectors{};
    if (!goals.embeddings.is_wanted() || count_embeddings(notebook, goals.embeddings) == 0) {
        return vectors;
    }
    auto const find = [&](std::string const& text) { return text.empty() ? std::vector<float>{} : find_embedding(notebook, goals.embeddings, text); };
    for (auto const& goal : goals.goals) {
        vectors.needs.push_back(find(goal.want));
    }
    for (auto const& one : plain_texts_of(candidates)) {
        vectors.texts.push_back(find(one.text));
    }
    vectors.weight = goals.embeddings.weight;
    return vectors;
}

void ask_for_embeddings(Notebook& notebook, Event const& event, Goals const& goals, Context& context, std::vector<Problem>& problems)
{
    auto const& model = goals.embeddings;
    if (!model.is_wanted()) {
        return;
    }
    context.watch.check();
    auto const candidates = in_order_of_use(notebook, event, goals, context);
    auto texts = missing_texts(notebook, candidates, goals);
    texts.resize(std::min(texts.size(), most_texts_asked));
    if (texts.empty()) {
        return;
    }
    context.err << said_to_leave(model, texts.size()) << '\n';
    context.err.flush();
    auto clock = SystemClock{};
    auto const access = access_for(model, size_of_kept(kept_vectors(notebook, candidates, goals)));
    auto const failure = ask_for_vectors(access, plain(texts), clock, context.watch, [&](std::size_t first, std::vector<std::vector<float>> vectors) {
        auto transaction = Transaction{notebook};
        for (std::size_t i = 0; i < vectors.size(); ++i) {
            auto const& one = texts[first + i];
            save_embedding(notebook, model, one.text, one.person.value == 0 ? std::nullopt : std::optional{one.person}, vectors[i]);
        }
        transaction.commit();
    });
    if (failure.has_other_size) {
        drop_embeddings(notebook, model);
    }
    if (!failure.problem.empty()) {
        problems.push_back(told(model, failure));
    }
}

std::string planned_embeddings(Notebook const& notebook, Event const& event, Goals const& goals)
{
    if (!goals.embeddings.is_wanted()) {
        return {};
    }
    auto const missing = missing_texts(notebook, load_candidates(notebook, event.id), goals).size();
    return missing == 0 ? std::string{} : said_to_leave(goals.embeddings, std::min(missing, most_texts_asked));
}

std::string embeddings_in_use(std::filesystem::path const& file)
{
    auto const off = std::string{"off; a section [embeddings] in goals.toml names an OpenAI-compatible endpoint to ask"};
    auto failure = std::error_code{};
    if (!std::filesystem::exists(file, failure)) {
        return off;
    }
    try {
        auto const notebook = Notebook::open(file, Notebook::Access::read_only);
        auto const known = events(notebook);
        auto const text = known.empty() ? std::string{} : goals_text(notebook, known.front().id);
        auto const model = text.empty() ? EmbeddingModel{} : parse_goals(text, known.front().name).embeddings;
        return !model.is_wanted() ? off
                                  : fmt::format("on for '{}': {} is asked for vectors of {}, {} kept; a key in {} is {}", clean_line(known.front().name, 80),
                                      clean_line(host_of(model), 100), clean_line(model.name, 60), count_embeddings(notebook, model), key_variable,
                                      key_in_environment().empty() ? "not set" : "set");
    } catch (Error const&) { // said where the notebook itself is looked at
        return off;
    }
}

} // namespace knowwho
