// SPDX-License-Identifier: MIT
// Text set in lines for the PDF: the only file that speaks to pango.
#include "report/pdf_text.hpp"

#include "report/hyphenation.hpp"
#include "text/utf8.hpp"

#include <pango/pangocairo.h>

#include <algorithm>
#include <cmath>
#include <map>
#include <utility>

namespace knowwho {

namespace {

constexpr float line_spacing = 1.16F;   ///< times the height of the font
constexpr double unbounded = 100'000; ///< points: a line that ends only where it is told to

constexpr char const* families(Face face)
{
    return face == Face::sans ? "Open Sans, DejaVu Sans, Droid Sans Fallback, NanumGothic"
                              : "Gentium Book Basic, Gentium Basic, DejaVu Serif, Droid Sans Fallback, NanumGothic";
}

bool is_right_to_left(char32_t c)
{
    return (c >= 0x0590 && c <= 0x08FF) || (c >= 0xFB1D && c <= 0xFDFF) || (c >= 0xFE70 && c <= 0xFEFC)
        || (c >= 0x10800 && c <= 0x10FFF) || (c >= 0x1E800 && c <= 0x1EFFF);
}

bool has_right_to_left(std::string_view text)
{
    while (!text.empty()) {
        if (is_right_to_left(take_utf8(text))) {
            return true;
        }
    }
    return false;
}

struct Placed {
    Run const* run;
    unsigned first, last; ///< bytes
};

class Attributes {
public:
    Attributes() : m_list(pango_attr_list_new()) {}
    ~Attributes() { pango_attr_list_unref(m_list); }
    Attributes(Attributes const&) = delete;
    Attributes& operator=(Attributes const&) = delete;

    void add(PangoAttribute* attribute, Placed const& placed)
    {
        attribute->start_index = placed.first;
        attribute->end_index = placed.last;
        pango_attr_list_insert(m_list, attribute);
    }

    PangoAttrList* get() const noexcept { return m_list; }

private:
    PangoAttrList* m_list;
};

guint16 channel(double value)
{
    return static_cast<guint16>(std::lround(std::clamp(value, 0.0, 1.0) * 65535));
}

void add_look(Attributes& attributes, Placed const& placed, double scale)
{
    Look const& look = placed.run->look;
    double const size = look.size * scale * (look.raised ? 0.68 : 1.0);
    attributes.add(pango_attr_family_new(families(look.face)), placed);
    attributes.add(pango_attr_size_new_absolute(static_cast<int>(size * PANGO_SCALE)), placed);
    attributes.add(pango_attr_weight_new(look.bold ? PANGO_WEIGHT_SEMIBOLD : PANGO_WEIGHT_NORMAL), placed);
    attributes.add(pango_attr_style_new(look.italic ? PANGO_STYLE_ITALIC : PANGO_STYLE_NORMAL), placed);
    attributes.add(pango_attr_foreground_new(channel(look.colour.red), channel(look.colour.green), channel(look.colour.blue)),
        placed);
    if (look.raised) {
        attributes.add(pango_attr_rise_new(static_cast<int>(look.size * scale * 0.36 * PANGO_SCALE)), placed);
    }
}

/// The rectangles of one run, a line each.
void add_areas(std::vector<SetText::Area>& areas, PangoLayout* layout, Placed const& placed)
{
    PangoLayoutIter* const lines = pango_layout_get_iter(layout);
    do {
        PangoLayoutLine* const line = pango_layout_iter_get_line_readonly(lines);
        PangoRectangle extents;
        pango_layout_iter_get_line_extents(lines, nullptr, &extents);
        int const begin = std::max(static_cast<int>(placed.first), line->start_index);
        int const end = std::min(static_cast<int>(placed.last), line->start_index + line->length);
        if (begin >= end) {
            continue;
        }
        int from = 0, to = 0;
        pango_layout_line_index_to_x(line, begin, 0, &from);
        pango_layout_line_index_to_x(line, end, 0, &to);
        double const unit = PANGO_SCALE;
        areas.push_back({(extents.x + std::min(from, to)) / unit, extents.y / unit, std::abs(to - from) / unit,
            extents.height / unit, placed.run->link});
    } while (pango_layout_iter_next_line(lines));
    pango_layout_iter_free(lines);
}

PangoAlignment alignment(Align align)
{
    return align == Align::left ? PANGO_ALIGN_LEFT : align == Align::centre ? PANGO_ALIGN_CENTER : PANGO_ALIGN_RIGHT;
}

/// Names, headings and addresses stay whole.
bool may_break(Run const& run)
{
    return !run.look.bold && !run.look.raised && !run.look.whole && run.look.size < 12 && run.link.empty();
}

/// What takes the place of the bytes at a place of a text that was broken into lines.
struct Cut {
    std::size_t size = 0;        ///< bytes that go
    std::string_view in_place;
};
using Cuts = std::map<std::size_t, Cut>;

/// Each soft hyphen goes; each end of a line inside a paragraph becomes a break that stays where it is.
Cuts cuts_of(PangoLayout* layout, std::string const& text, bool& broken)
{
    static constexpr std::string_view line_break = "\u2028", hyphen_and_break = "-\u2028";
    Cuts cuts;
    for (std::size_t at = text.find(soft_hyphen); at != text.npos; at = text.find(soft_hyphen, at + soft_hyphen.size())) {
        cuts[at] = {soft_hyphen.size(), ""};
    }
    int const lines = pango_layout_get_line_count(layout);
    for (int i = 0; i + 1 < lines; ++i) {
        PangoLayoutLine const* const line = pango_layout_get_line_readonly(layout, i);
        auto const end = static_cast<std::size_t>(line->start_index) + static_cast<std::size_t>(line->length);
        auto const next = static_cast<std::size_t>(pango_layout_get_line_readonly(layout, i + 1)->start_index);
        std::string_view const before = std::string_view{text}.substr(0, end);
        if (next != end) {
            continue; // a line break of the text itself
        }
        if (before.ends_with(soft_hyphen)) {
            cuts[end - soft_hyphen.size()] = {soft_hyphen.size(), hyphen_and_break};
            broken = true;
        } else if (before.ends_with(' ')) {
            cuts[end - 1] = {1, line_break};
        } else {
            cuts[end] = {0, line_break};
        }
    }
    return cuts;
}

/// A piece of the text that begins at `first`, cut.
std::string with_cuts(std::string_view piece, std::size_t first, Cuts const& cuts)
{
    std::string out;
    std::size_t done = 0;
    for (auto cut = cuts.lower_bound(first); cut != cuts.end() && cut->first < first + piece.size(); ++cut) {
        std::size_t const at = cut->first - first;
        out += piece.substr(done, at - done);
        out += cut->second.in_place;
        done = std::min(at + cut->second.size, piece.size());
    }
    return out.append(piece.substr(done));
}

} // namespace

SetText::SetText(std::shared_ptr<PangoLayout> layout, std::vector<Area> links)
    : m_layout(std::move(layout))
    , m_links(std::move(links))
{
    PangoRectangle extents;
    pango_layout_get_extents(m_layout.get(), nullptr, &extents);
    m_height = static_cast<double>(extents.height) / PANGO_SCALE;
    m_width = static_cast<double>(extents.width) / PANGO_SCALE;
}

void SetText::draw(cairo_t* cairo) const
{
    pango_cairo_show_layout(cairo, m_layout.get());
}

Typesetter::Typesetter(Language language, double scale, Hyphenation const* hyphenation)
    : m_scale(scale)
    , m_hyphenation(language == Language::german ? hyphenation : nullptr)
{
    PangoFontMap* const fonts = pango_cairo_font_map_new();
    // Pango counts in pixels of 96 to the inch; a PDF has points.
    pango_cairo_font_map_set_resolution(PANGO_CAIRO_FONT_MAP(fonts), 72);
    m_context = {pango_font_map_create_context(fonts), [](PangoContext* context) { g_object_unref(context); }};
    g_object_unref(fonts);
    cairo_font_options_t* const options = cairo_font_options_create();
    cairo_font_options_set_hint_style(options, CAIRO_HINT_STYLE_NONE);
    cairo_font_options_set_hint_metrics(options, CAIRO_HINT_METRICS_OFF);
    pango_cairo_context_set_font_options(m_context.get(), options);
    cairo_font_options_destroy(options);
    pango_context_set_round_glyph_positions(m_context.get(), FALSE);
    pango_context_set_base_dir(m_context.get(), PANGO_DIRECTION_LTR);
    pango_context_set_language(m_context.get(), pango_language_from_string(language == Language::german ? "de" : "en"));
}

/// The runs as one text, and where each of them stands in it.
struct Typesetter::Joined {
    std::string text;
    std::vector<Placed> placed;

    void add(std::string_view piece, Run const& run)
    {
        auto const first = static_cast<unsigned>(text.size());
        text += piece;
        placed.push_back({&run, first, static_cast<unsigned>(text.size())});
    }

    /// A run with right-to-left letters is shut in, so that it does not carry its neighbours along.
    /// The marks are set in the sans serif: Gentium shows a box for them.
    explicit Joined(std::vector<Run> const& runs)
    {
        static Run const mark{};
        for (auto const& run : runs) {
            bool const shut_in = has_right_to_left(run.text);
            add(shut_in ? "\u2068" : "", mark);
            add(run.text, run);
            add(shut_in ? "\u2069" : "", mark);
        }
    }

    /// The same with every piece replaced by what `change` makes of it.
    template <typename Change>
    Joined(Joined const& other, Change const& change)
    {
        for (auto const& one : other.placed) {
            add(change(one, other.text.substr(one.first, one.last - one.first)), *one.run);
        }
    }
};

std::shared_ptr<PangoLayout> Typesetter::layout_of(Joined const& joined, double width, Align align) const
{
    std::shared_ptr<PangoLayout> layout{
        pango_layout_new(m_context.get()), [](PangoLayout* old) { g_object_unref(old); }};
    pango_layout_set_auto_dir(layout.get(), FALSE);
    pango_layout_set_text(layout.get(), joined.text.data(), static_cast<int>(joined.text.size()));
    pango_layout_set_width(layout.get(), static_cast<int>(std::max(width, 1.0) * PANGO_SCALE));
    pango_layout_set_wrap(layout.get(), PANGO_WRAP_WORD_CHAR);
    pango_layout_set_alignment(layout.get(), alignment(align));
    pango_layout_set_line_spacing(layout.get(), line_spacing);
    Attributes attributes;
    for (auto const& run : joined.placed) {
        add_look(attributes, run, m_scale);
    }
    // Gentium shows soft hyphens; the sans serif has them without width.
    for (std::size_t at = joined.text.find(soft_hyphen); at != std::string::npos; at = joined.text.find(soft_hyphen, at + 1)) {
        attributes.add(pango_attr_family_new(families(Face::sans)), {nullptr, static_cast<unsigned>(at), static_cast<unsigned>(at + soft_hyphen.size())});
    }
    // An address broken anywhere gets no hyphen that is not its own; a word broken at a soft one does.
    if (joined.text.find(soft_hyphen) == std::string::npos) {
        attributes.add(pango_attr_insert_hyphens_new(FALSE), {nullptr, 0, static_cast<unsigned>(joined.text.size())});
    }
    pango_layout_set_attributes(layout.get(), attributes.get());
    return layout;
}

/// Sets the text with all places where it may be broken, then again with its lines as they came out and no
/// soft hyphen left: some fonts show them, and they are in the way of whoever searches the text or copies it.
std::shared_ptr<PangoLayout> Typesetter::hyphenated(Joined& joined, double width) const
{
    Joined const all{joined, [this](Placed const& one, std::string const& piece) {
        return may_break(*one.run) ? m_hyphenation->with_soft_hyphens(piece) : piece;
    }};
    auto const layout = layout_of(all, width, Align::left);
    bool broken = false;
    Cuts const cuts = cuts_of(layout.get(), all.text, broken);
    if (!broken) {
        return nullptr;
    }
    joined = Joined{all, [&](Placed const& one, std::string const& piece) { return with_cuts(piece, one.first, cuts); }};
    return layout_of(joined, unbounded, Align::left);
}

SetText Typesetter::set(std::vector<Run> const& runs, double width, Align align) const
{
    Joined joined{runs};
    auto layout = layout_of(joined, width, align);
    bool const long_text = m_hyphenation != nullptr && align == Align::left && pango_layout_get_line_count(layout.get()) > 1
        && std::any_of(runs.begin(), runs.end(), may_break);
    if (auto broken = long_text ? hyphenated(joined, width) : nullptr) {
        layout = std::move(broken);
    }
    std::vector<SetText::Area> links;
    for (auto const& run : joined.placed) {
        if (!run.run->link.empty()) {
            add_areas(links, layout.get(), run);
        }
    }
    return SetText{std::move(layout), std::move(links)};
}

} // namespace knowwho
