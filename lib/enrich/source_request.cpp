// SPDX-License-Identifier: MIT
#include "enrich/source_request.hpp"

#include "fetch/address.hpp"
#include "identity/mailbox.hpp"
#include "identity/organisation.hpp"
#include "text/folding.hpp"
#include "text/host_name.hpp"
#include "text/utf8.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cctype>
#include <span>

namespace knowwho {
namespace {

bool is_handle_letter(char c)
{
    return std::isalnum(static_cast<unsigned char>(c)) != 0 || c == '_' || c == '-' || c == '.';
}

/// The run of letters of a handle behind `mark`, or empty.
std::string word_behind(std::string_view text, std::string_view mark)
{
    auto const at = text.find(mark);
    if (at == std::string_view::npos) {
        return {};
    }
    auto const start = at + mark.size();
    auto const end = std::find_if_not(text.begin() + static_cast<std::ptrdiff_t>(start), text.end(), is_handle_letter);
    auto word = std::string{text.begin() + static_cast<std::ptrdiff_t>(start), end};
    while (!word.empty() && word.back() == '.') {
        word.pop_back();
    }
    return word;
}

/// "@user@server.example": the form of Mastodon. Mail addresses lack the first @.
void find_mastodon(std::string_view text, SourceParameters& parameters)
{
    for (auto at = text.find('@'); at != std::string_view::npos; at = text.find('@', at + 1)) {
        auto const user = word_behind(text.substr(at), "@");
        auto const rest = text.substr(std::min(at + 1 + user.size(), text.size()));
        auto const inside = at > 0 && is_handle_letter(text[at - 1]);
        if (!inside && !user.empty() && rest.starts_with('@')) {
            auto const server = word_behind(rest, "@");
            if (server.find('.') != std::string::npos) {
                parameters["mastodon_user"] = user;
                parameters["mastodon_server"] = server;
                return;
            }
        }
    }
}

void find_handles(std::string_view text, SourceParameters& parameters)
{
    struct Mark {
        char const* parameter;
        char const* mark;
    };
    static constexpr Mark marks[] = {{"github", "github.com/"}, {"orcid", "orcid.org/"}, {"bluesky", "bsky.app/profile/"}};
    for (auto const& [parameter, mark] : marks) {
        if (auto word = word_behind(text, mark); !word.empty() && !parameters.contains(parameter)) {
            parameters[parameter] = std::move(word);
        }
    }
    if (!parameters.contains("mastodon_user")) {
        find_mastodon(text, parameters);
    }
}

std::string domain_of(RosterRow const& row)
{
    auto const& site = row.website;
    if (auto const address = parse_address(site.find("://") == std::string::npos ? "https://" + site : site); address && !site.empty()) {
        auto host = std::string{without_www(address->host)};
        return host.find('.') == std::string::npos ? "" : host;
    }
    auto domain = house_domain(row.email);
    return domain.find('.') == std::string::npos || fold(domain).empty() ? "" : domain;
}

void put(SourceParameters& parameters, std::string const& name, std::string value)
{
    if (!value.empty()) {
        parameters[name] = std::move(value);
    }
}

void put_name(SourceParameters& parameters, std::string const& given, std::string const& family)
{
    if (given.empty() || family.empty()) {
        return; // half a name finds strangers only
    }
    parameters["given"] = given;
    parameters["family"] = family;
    parameters["name"] = given + " " + family;
    parameters["family_given"] = family + ", " + given;
    parameters["initial"] = given.substr(0, std::max<std::size_t>(utf8_sequence_length(given), 1));
}

struct Letters {
    std::string_view from;
    std::string_view to;
};

constexpr Letters german[] = {{"ä", "ae"}, {"ö", "oe"}, {"ü", "ue"}, {"Ä", "Ae"}, {"Ö", "Oe"}, {"Ü", "Ue"}, {"ß", "ss"}};

std::string spelt(std::string text, std::span<Letters const> letters)
{
    for (auto const& [from, to] : letters) {
        for (auto at = text.find(from); at != std::string::npos; at = text.find(from, at + to.size())) {
            text.replace(at, from.size(), to);
        }
    }
    return text;
}

std::string without_accents(std::string const& text)
{
    auto plain = std::string{};
    for (std::size_t start = 0; start <= text.size();) {
        auto const end = std::min(text.find_first_of(" -", start), text.size());
        auto word = fold(text.substr(start, end - start));
        if (!word.empty()) {
            word[0] = static_cast<char>(std::toupper(static_cast<unsigned char>(word[0])));
        }
        plain += word;
        if (end < text.size()) {
            plain += text[end];
        }
        start = end + 1;
    }
    return plain;
}

} // namespace

std::vector<std::string> known_parameters()
{
    return {"given", "family", "name", "family_given", "initial", "organisation", "place", "country", "domain",
        "mastodon_user", "mastodon_server", "bluesky", "github", "orcid", "page", "offset", "base", "contact"};
}

std::vector<std::string> parameters_in(std::string_view text)
{
    auto names = std::vector<std::string>{};
    for (auto open = text.find('{'); open != std::string_view::npos; open = text.find('{', open + 1)) {
        auto const close = text.find('}', open);
        if (close == std::string_view::npos) {
            break;
        }
        names.emplace_back(text.substr(open + 1, close - open - 1));
    }
    return names;
}

SourceParameters parameters_of(Attendance const& attendance)
{
    auto const& row = attendance.row;
    auto parameters = SourceParameters{};
    put_name(parameters, row.name.given, row.name.family);
    put(parameters, "organisation", parse_organisation(row.organisation).core);
    put(parameters, "place", row.place);
    put(parameters, "country", row.country);
    put(parameters, "domain", domain_of(row));
    find_handles(row.website, parameters);
    find_handles(row.about, parameters);
    for (auto const& cell : row.others) {
        find_handles(cell.value, parameters);
    }
    return parameters;
}

std::vector<SourceParameters> spellings_of(SourceParameters const& parameters, int most)
{
    auto all = std::vector<SourceParameters>{parameters};
    auto const given = parameters.find("given");
    auto const family = parameters.find("family");
    if (given == parameters.end() || family == parameters.end()) {
        return all;
    }
    auto const try_spelling = [&](std::string const& one, std::string const& other) {
        auto next = parameters;
        put_name(next, one, other);
        auto const known = std::any_of(all.begin(), all.end(), [&](auto const& before) { return before.at("name") == next.at("name"); });
        if (!known && static_cast<int>(all.size()) < most) {
            all.push_back(std::move(next));
        }
    };
    try_spelling(spelt(given->second, german), spelt(family->second, german));
    try_spelling(without_accents(given->second), without_accents(family->second));
    return all;
}

std::optional<std::string> fill_in(std::string_view text, SourceParameters const& parameters)
{
    auto filled = std::string{};
    while (true) {
        auto const open = std::min(text.find('{'), text.size());
        filled += text.substr(0, open);
        auto const close = text.find('}', open);
        if (open == text.size() || close == std::string_view::npos) {
            return filled;
        }
        auto const name = std::string{text.substr(open + 1, close - open - 1)};
        auto const value = parameters.find(name);
        if (value == parameters.end() || value->second.empty()) {
            return std::nullopt;
        }
        // The host or the base of an address is not encoded, but may not bring anything else along.
        auto const is_place = name == "base" || name == "mastodon_server";
        filled += is_place ? value->second : percent_encode(value->second);
        text.remove_prefix(close + 1);
    }
}

std::string missing_parameter(SourceStep const& step, SourceParameters const& parameters)
{
    auto wanted = parameters_in(step.url);
    wanted.insert(wanted.end(), step.needs.begin(), step.needs.end());
    for (auto const& name : wanted) {
        auto const paging = name == "page" || name == "offset";
        if (!paging && (!parameters.contains(name) || parameters.at(name).empty())) {
            return name;
        }
    }
    return {};
}

std::optional<Fetch> request_for(SourceRecipe const& recipe, SourceStep const& step, SourceParameters const& parameters,
    std::string_view key)
{
    auto const address = fill_in(step.url, parameters);
    if (!address) {
        return std::nullopt;
    }
    auto fetch = Fetch{};
    fetch.request.address = *address;
    fetch.request.host_delay = recipe.pace;
    fetch.max_age = recipe.max_age;
    auto const base = parameters.find("base");
    fetch.request.own_server = !recipe.base_env.empty() && base != parameters.end() && address->starts_with(base->second);
    fetch.robots = false; // documented interfaces have terms of their own, which the recipe keeps
    for (auto const& [name, value] : step.headers) {
        fetch.request.headers.emplace_back(name, value);
    }
    if (!key.empty()) {
        auto const secrets = SourceParameters{{"key", std::string{key}}};
        if (auto const line = fill_in(recipe.key_query, secrets); line && !line->empty()) {
            fetch.request.secret_query = *line;
        }
        auto const colon = recipe.key_header.find(": ");
        if (colon != std::string::npos) {
            auto value = recipe.key_header.substr(colon + 2);
            if (auto const at = value.find("{key}"); at != std::string::npos) {
                value.replace(at, 5, key);
            }
            fetch.request.secret_headers.emplace_back(recipe.key_header.substr(0, colon), value);
        }
    }
    return fetch;
}

} // namespace knowwho
