// SPDX-License-Identifier: MIT
// Authors whom a page names in lines of text: bylines below the headline, signatures at the end.
#include "enrich/author_lines.hpp"

#include "enrich/bylines.hpp"
#include "enrich/written_dates.hpp"

#include <algorithm>
#include <cstddef>

namespace knowwho {

namespace {

using Names = std::vector<std::string>;

constexpr std::size_t longest_line_of_names = 160;
constexpr std::size_t longest_signature = 80;
constexpr std::size_t long_line = 200;

class AuthorLines {
public:
    explicit AuthorLines(PageFacts const& facts) : m_facts(facts)
    {
        auto const last = std::find(facts.body.rbegin(), facts.body.rend(), true);
        m_end = static_cast<std::size_t>(facts.body.rend() - last);
    }

    Names opening_ones() const
    {
        return first_of(0, behind_long_ones(3), [&](std::size_t at) { return in_byline(at, longest_line_of_names); });
    }

    /// "Gespeichert von Anna Weber am 24. Juli", "11.12.2019 - Anna Weber", "24.07.2019 13:30 von Olga".
    Names dated_ones() const
    {
        return first_of(0, behind_long_ones(1), [&](std::size_t at) { return in_dated(line(at)); });
    }

    Names signatures() const
    {
        auto const begin = m_end > 2 ? m_end - 2 : 0;
        Names names = first_of(begin, m_end + 3, [&](std::size_t at) { return in_byline(at, longest_signature); });
        return names.empty() && m_end > 0 ? in_last(line(m_end - 1)) : names;
    }

    /// "Autorin: Anna Weber" in a list of facts somewhere behind the body.
    Names labelled_ones() const
    {
        return first_of(m_end, m_end + 40, [&](std::size_t at) { return is_labelled(line(at)) ? in_byline(at, longest_signature) : Names{}; });
    }

private:
    std::string_view line(std::size_t at) const
    {
        auto const& blocks = m_facts.page.blocks;
        return at < blocks.size() ? m_facts.page.of(blocks[at]) : std::string_view{};
    }

    std::size_t behind_long_ones(std::size_t count) const
    {
        std::size_t at = 0;
        for (; at < m_facts.page.blocks.size() && count > 0; ++at) {
            count -= m_facts.body[at] && line(at).size() > long_line ? 1 : 0;
        }
        return at;
    }

    template <typename Find>
    Names first_of(std::size_t begin, std::size_t end, Find const& find) const
    {
        for (std::size_t at = begin; at < std::min(end, m_facts.page.blocks.size()); ++at) {
            if (Names names = people(find(at)); !names.empty()) {
                return names;
            }
        }
        return {};
    }

    Names people(Names names) const
    {
        std::erase_if(names, [&](std::string const& name) { return is_company_name(name) || is_of_site(name, m_facts); });
        return names;
    }

    /// In the line itself, or in the next one if this is only the label.
    Names in_byline(std::size_t at, std::size_t longest) const
    {
        auto const text = line(at);
        if (text.size() > longest || !opens_byline(text)) {
            return {};
        }
        return is_byline_label(text) && line(at + 1).size() <= longest_signature ? names_in_byline(line(at + 1), NameForm::full)
                                                                               : names_in_byline(text, NameForm::full);
    }

    static Names in_dated(std::string_view text)
    {
        auto const date = text.size() <= longest_signature ? find_date(text) : std::nullopt;
        if (!date) {
            return {};
        }
        for (std::string_view const word : {" von ", " by "}) {
            if (auto const at = text.find(word); at != std::string_view::npos && (at < 24 || at < date->end + 12)) {
                Names names = names_in_byline(text.substr(at + word.size()), NameForm::any);
                return names.empty() || names[0].find(' ') == std::string::npos || is_known_name(names[0]) ? names : Names{};
            }
        }
        return names_in_byline(text.substr(date->begin), NameForm::full);
    }

    static bool is_labelled(std::string_view text) { return text.starts_with("Aut") || text.starts_with("Text") || text.starts_with("Verfasser"); }

    /// A name alone, in brackets at the end, or behind a label inside the last lines.
    static Names in_last(std::string_view text)
    {
        if (is_known_name(text)) {
            return {std::string{text}};
        }
        auto const close = text.find_last_of(')');
        auto const open = text.rfind('(', close);
        if (close != std::string_view::npos && open != std::string_view::npos && close + 8 > text.size()) {
            auto const name = text.substr(open + 1, close - open - 1);
            return is_known_name(name) ? Names{std::string{name}} : Names{};
        }
        for (std::string_view const label : {" Text: ", " Autor: ", " Autorin: ", " Author: "}) {
            if (auto const at = text.rfind(label); at != std::string_view::npos) {
                return names_in_byline(text.substr(at + label.size()), NameForm::full);
            }
        }
        return {};
    }

    PageFacts const& m_facts;
    std::size_t m_end = 0;
};

} // namespace

std::vector<std::string> authors_in_lines(PageFacts const& facts)
{
    AuthorLines const lines{facts};
    Names names = lines.opening_ones();
    names = names.empty() ? lines.dated_ones() : std::move(names);
    names = names.empty() ? lines.signatures() : std::move(names);
    return names.empty() ? lines.labelled_ones() : names;
}

} // namespace knowwho
