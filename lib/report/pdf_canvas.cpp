// SPDX-License-Identifier: MIT
// The pages of the PDF to draw on: the only file that speaks to cairo's PDF surface.
#include "report/pdf_canvas.hpp"

#include "model/error.hpp"

#include <cairo-pdf.h>
#include <fmt/format.h>

#include <algorithm>
#include <numbers>
#include <string_view>

namespace knowwho {

struct Canvas::Surface {
    std::string bytes;
    cairo_surface_t* surface = nullptr;
    cairo_t* cairo = nullptr;

    Surface() = default;
    Surface(Surface const&) = delete;
    Surface& operator=(Surface const&) = delete;
    ~Surface()
    {
        cairo_destroy(cairo);
        cairo_surface_destroy(surface);
    }
};

namespace {

cairo_status_t append_bytes(void* target, unsigned char const* data, unsigned length)
{
    static_cast<std::string*>(target)->append(reinterpret_cast<char const*>(data), length);
    return CAIRO_STATUS_SUCCESS;
}

/// What stands between `mark` and `end`; empty if `mark` is nowhere.
std::string value_after(std::string const& text, std::string_view mark, std::string_view end)
{
    std::size_t const at = text.find(mark);
    if (at == std::string::npos) {
        return {};
    }
    std::size_t const begin = at + mark.size();
    return text.substr(begin, text.find(end, begin) - begin);
}

/// Values of tag attributes stand in single quotes.
std::string quoted(std::string const& text)
{
    std::string out = "'";
    for (char const c : text) {
        out += c == '\'' || c == '\\' ? std::string{'\\', c} : std::string(1, c);
    }
    return out + "'";
}

std::string link_attributes(SetText::Area const& area, double x, double y)
{
    std::string const rectangle
        = fmt::format("rect=[{:.2f} {:.2f} {:.2f} {:.2f}]", x + area.x, y + area.y, area.width, area.height);
    bool const inside = area.link.starts_with('#');
    return rectangle + (inside ? " dest=" + quoted(area.link.substr(1)) : " uri=" + quoted(area.link));
}

/// Adds the language, and that the title is to be shown, to the document's catalogue, as an
/// incremental update behind the finished file: cairo 1.16 has no call for them. A file of
/// another form is returned as it is.
std::string with_language(std::string pdf, std::string_view language)
{
    std::size_t const trailer = pdf.rfind("trailer");
    std::size_t const start = pdf.rfind("startxref");
    if (trailer == std::string::npos || start == std::string::npos || start < trailer) {
        return pdf;
    }
    std::string const entries = pdf.substr(trailer, start - trailer);
    std::string const root = value_after(entries, "/Root ", " ");
    std::string const size = value_after(entries, "/Size ", "\n");
    std::string const info = value_after(entries, "/Info ", "\n");
    std::string const previous = value_after(pdf.substr(start), "startxref\n", "\n");
    std::size_t const object = pdf.rfind("\n" + root + " 0 obj\n<<");
    std::size_t const end = object == std::string::npos ? object : pdf.find("\n>>\nendobj", object);
    if (end == std::string::npos || root.empty() || size.empty() || previous.empty()) {
        return pdf;
    }
    std::size_t const where = pdf.size();
    pdf += pdf.substr(object + 1, end - object - 1)
        + fmt::format("\n   /Lang ({})\n   /MarkInfo << /Marked true >>\n   /ViewerPreferences << /DisplayDocTitle true >>\n>>\nendobj\n", language);
    std::size_t const table = pdf.size();
    pdf += fmt::format("xref\n{} 1\n{:010} 00000 n \ntrailer\n<< /Size {}\n   /Root {} 0 R\n   /Info {}\n   /Prev {}\n>>\nstartxref\n{}\n%%EOF\n",
        root, where, size, root, info, previous, table);
    return pdf;
}

} // namespace

Canvas::Canvas(PaperSize size, PdfFacts const& facts)
    : m_language(facts.language)
    , m_surface(std::make_shared<Surface>())
{
    auto* const surface = cairo_pdf_surface_create_for_stream(append_bytes, &m_surface->bytes, size.width, size.height);
    m_surface->surface = surface;
    cairo_pdf_surface_restrict_to_version(surface, CAIRO_PDF_VERSION_1_5);
    std::string const created = to_iso(facts.created);
    cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_TITLE, facts.title.c_str());
    cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_AUTHOR, facts.author.c_str());
    cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_CREATOR, "knowwho");
    cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_CREATE_DATE, created.c_str());
    cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_MOD_DATE, created.c_str());
    m_surface->cairo = cairo_create(surface);
    m_cairo = m_surface->cairo;
}

void Canvas::set_colour(Colour colour)
{
    cairo_set_source_rgb(m_cairo, colour.red, colour.green, colour.blue);
}

void Canvas::text(SetText const& text, double x, double y, char const* tag)
{
    bool const tagged = *tag != '\0';
    if (tagged) {
        cairo_tag_begin(m_cairo, tag, nullptr);
    }
    cairo_move_to(m_cairo, x, y);
    text.draw(m_cairo);
    for (auto const& area : text.links()) {
        cairo_tag_begin(m_cairo, CAIRO_TAG_LINK, link_attributes(area, x, y).c_str());
        cairo_tag_end(m_cairo, CAIRO_TAG_LINK);
    }
    if (tagged) {
        cairo_tag_end(m_cairo, tag);
    }
}

void Canvas::line(double x1, double y1, double x2, double y2, double width, Colour colour)
{
    set_colour(colour);
    cairo_set_line_width(m_cairo, width);
    cairo_new_path(m_cairo);
    cairo_move_to(m_cairo, x1, y1);
    cairo_line_to(m_cairo, x2, y2);
    cairo_stroke(m_cairo);
}

void Canvas::dotted_line(double x1, double x2, double y, Colour colour)
{
    constexpr double dots[] = {0, 2.4};
    cairo_save(m_cairo);
    cairo_set_dash(m_cairo, dots, 2, 0);
    cairo_set_line_cap(m_cairo, CAIRO_LINE_CAP_ROUND);
    line(x1, y, x2, y, 0.8, colour);
    cairo_restore(m_cairo);
}

void Canvas::box(double x, double y, double width, double height, Colour fill)
{
    set_colour(fill);
    cairo_new_path(m_cairo);
    cairo_rectangle(m_cairo, x, y, width, height);
    cairo_fill(m_cairo);
}

void Canvas::frame(double x, double y, double width, double height, double line_width, Colour colour)
{
    set_colour(colour);
    cairo_set_line_width(m_cairo, line_width);
    cairo_new_path(m_cairo);
    cairo_rectangle(m_cairo, x, y, width, height);
    cairo_stroke(m_cairo);
}

void Canvas::disc(double x, double y, double radius, Colour fill)
{
    set_colour(fill);
    cairo_new_path(m_cairo); // else a line comes from wherever the last text stood
    cairo_arc(m_cairo, x, y, std::max(radius, 0.01), 0, 2 * std::numbers::pi);
    cairo_fill(m_cairo);
}

void Canvas::ring(double x, double y, double radius, Colour colour)
{
    set_colour(colour);
    cairo_set_line_width(m_cairo, 0.7);
    cairo_new_path(m_cairo);
    cairo_arc(m_cairo, x, y, radius, 0, 2 * std::numbers::pi);
    cairo_stroke(m_cairo);
}

void Canvas::destination(std::string const& name, double x, double y, std::string const& title)
{
    std::string const attributes = fmt::format("name={} x={:.1f} y={:.1f}", quoted(name), x, y);
    cairo_tag_begin(m_cairo, CAIRO_TAG_DEST, attributes.c_str());
    cairo_tag_end(m_cairo, CAIRO_TAG_DEST);
    if (!title.empty()) {
        std::string const target = "dest=" + quoted(name);
        cairo_pdf_surface_add_outline(m_surface->surface, CAIRO_PDF_OUTLINE_ROOT, title.c_str(), target.c_str(),
            static_cast<cairo_pdf_outline_flags_t>(0));
    }
}

void Canvas::next_page()
{
    cairo_show_page(m_cairo);
}

std::string Canvas::finish()
{
    cairo_surface_finish(m_surface->surface);
    cairo_status_t const drawing = cairo_status(m_cairo);
    cairo_status_t const writing = cairo_surface_status(m_surface->surface);
    cairo_status_t const status = drawing != CAIRO_STATUS_SUCCESS ? drawing : writing;
    if (status != CAIRO_STATUS_SUCCESS && status != CAIRO_STATUS_SURFACE_FINISHED) {
        throw Error(ExitCode::input, fmt::format("the PDF can't be drawn: {}", cairo_status_to_string(status)),
            "write the briefing as HTML instead (-o briefing.html)");
    }
    return with_language(std::move(m_surface->bytes), m_language);
}

} // namespace knowwho
