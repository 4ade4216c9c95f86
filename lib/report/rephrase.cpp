// SPDX-License-Identifier: MIT
// Lets a chat model word the openers anew, and believes none of it: what says more than the facts is dropped.
#include "report/rephrase.hpp"

#include "report/cited_sources.hpp"
#include "report/clean_text.hpp"
#include "report/free_wording.hpp"
#include "report/name_forms.hpp"
#include "report/patterns.hpp"
#include "text/json_text.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>

namespace knowwho {

namespace {

using Json = nlohmann::json;

constexpr std::size_t answer_limit = 2000; ///< bytes of the answer's text that are looked at

char const* const german_task = "Formuliere den Satz neu: gesprochenes, schlichtes Deutsch, dieselbe Anrede, höchstens 25 Wörter. "
                                "Füge nichts hinzu und lass nichts weg. Was in Anführungszeichen steht, bleibt Zeichen für Zeichen "
                                "gleich. Kein Lob. Antworte nur mit dem Satz.";
char const* const english_task = "Put the sentence in other words: plain spoken English, at most 25 words. Add nothing and leave "
                                 "nothing out. What stands in quotation marks stays the same to the letter. No praise. Answer with "
                                 "the sentence only.";

std::string request_for(std::string const& sentence, std::string const& model, Language language)
{
    Json const messages = Json::array({{{"role", "system"}, {"content", language == Language::german ? german_task : english_task}},
        {{"role", "user"}, {"content", sentence}}});
    return json_line(Json{{"model", model}, {"temperature", 0.4}, {"max_tokens", 200}, {"messages", messages}});
}

/// The text of the first choice; empty for anything that is no such answer.
std::string text_of_answer(std::string const& body)
{
    Json const answer = Json::parse(body, nullptr, false);
    if (!answer.is_object() || !answer.contains("choices") || !answer["choices"].is_array() || answer["choices"].empty()) {
        return {};
    }
    Json const& choice = answer["choices"].front();
    Json const message = choice.is_object() ? choice.value("message", Json::object()) : Json::object();
    Json const content = message.is_object() ? message.value("content", Json{}) : Json{};
    return content.is_string() ? content.get<std::string>().substr(0, answer_limit) : std::string{};
}

/// Whether a German word at the beginning of a sentence is a small word otherwise: not a noun, nor "Sie" and "Ihr".
bool is_small_word(std::string_view word)
{
    static constexpr std::array<std::string_view, 36> words{"Ich", "Mir", "Mich", "Wir", "Uns", "Du", "Dir", "Dich", "Dein",
        "Deine", "Deinen", "Deinem", "In", "Im", "Auf", "An", "Am", "Bei", "Beim", "Zu", "Zum", "Zur", "Von", "Vom", "Aus",
        "Mit", "Der", "Die", "Das", "Den", "Dem", "Ein", "Eine", "Darf", "Gern", "Hier"};
    return std::find(words.begin(), words.end(), word) != words.end();
}

/// A sentence that goes on after "Frau Dr. Weber, ".
std::string going_on(std::string text, Language language)
{
    std::string_view const first = std::string_view{text}.substr(0, text.find(' '));
    bool const capital = !text.empty() && text[0] >= 'A' && text[0] <= 'Z';
    bool const small = language == Language::german ? is_small_word(first) : first != "I" && first != "I’m";
    if (capital && small) {
        text[0] = static_cast<char>(text[0] + ('a' - 'A'));
    }
    return text;
}

/// One sheet and whom it asks.
struct Asking {
    Briefing& sheet;
    BriefingInput const& input;
    std::string const& model;
    ChatTransport const& transport;
    std::vector<Pattern> patterns;
    RephraseResult result;

    void refuse(Card const& card, std::string const& sentence, std::string const& why)
    {
        result.refused.push_back({card.full_name, "rephrasing", clean_line(sentence, 200), why});
    }
    void ask(Card const& card, Candidate const& person, Opener& opener);
};

void Asking::ask(Card const& card, Candidate const& person, Opener& opener)
{
    Language const language = sheet.language;
    std::string const start = spoken_start(person.attendance.row.name, language, sheet.form);
    auto const pattern = std::find_if(patterns.begin(), patterns.end(), [&](Pattern const& one) { return one.id == opener.pattern; });
    // What the user wrote in their own words stays in their own words.
    bool const own = opener.sentence.sources.empty() || (pattern != patterns.end() && !pattern->because.empty() && opener.fill_in.empty());
    if (pattern == patterns.end() || own || !opener.sentence.text.starts_with(start)) {
        return;
    }
    std::string const said = opener.sentence.text.substr(start.size());
    ++result.asked;
    auto const body = transport(request_for(said, model, language));
    std::string const text = body ? clean_line(text_of_answer(*body)) : std::string{};
    if (text.empty()) {
        return refuse(card, {}, "there was no answer that can be read");
    }
    std::string const sentence = start + going_on(text, language);
    CitedSources const cited = open_sources(sheet, input, person, opener.sentence.sources);
    std::string const fault = fault_in_free_wording(sentence, *pattern, patterns, cited, input.goals);
    if (!fault.empty()) {
        return refuse(card, sentence, fault);
    }
    opener.sentence.text = sentence;
    opener.rephrased = true;
    ++result.taken;
}

} // namespace

RephraseResult rephrase(Briefing& sheet, BriefingInput const& input, std::string const& model, ChatTransport const& transport)
{
    Asking asking{sheet, input, model, transport, read_patterns(sheet.language, sheet.form), {}};
    for (auto& card : sheet.cards) {
        auto const person = std::find_if(input.candidates.begin(), input.candidates.end(),
            [&](Candidate const& one) { return one.attendance.person == card.person; });
        for (auto& opener : card.openers) {
            if (person != input.candidates.end()) {
                asking.ask(card, *person, opener);
            }
        }
    }
    return std::move(asking.result);
}

} // namespace knowwho
