// SPDX-License-Identifier: MIT
// The pages of the PDF to draw on: the only file that speaks to cairo's PDF surface.
#pragma once

#include "model/date.hpp"
#include "report/paper.hpp"
#include "report/pdf_text.hpp"

#include <memory>
#include <string>

namespace knowwho {

/// What the file says about itself.
struct PdfFacts {
    std::string title;
    std::string author;
    Instant created{};
    std::string language; ///< "de"
};

/// Coordinates are points from the upper left corner of the page.
class Canvas {
public:
    Canvas(PaperSize size, PdfFacts const& facts);

    /// `tag` is the role of the text: "P", "H1", "H2", "H3", "Caption", or "" for what is repeated
    /// on every page.
    void text(SetText const& text, double x, double y, char const* tag);
    void line(double x1, double y1, double x2, double y2, double width, Colour colour);
    void dotted_line(double x1, double x2, double y, Colour colour);
    void box(double x, double y, double width, double height, Colour fill);
    void frame(double x, double y, double width, double height, double line_width, Colour colour);
    void disc(double x, double y, double radius, Colour fill);
    void ring(double x, double y, double radius, Colour colour);

    /// Names a place that links can lead to, and puts it into the outline if `title` is not empty.
    void destination(std::string const& name, double x, double y, std::string const& title);
    void next_page();

    /// Closes the file and hands over its bytes. Throws Error (input) if drawing failed.
    std::string finish();

private:
    struct Surface;
    void set_colour(Colour colour);

    std::string m_language;
    std::shared_ptr<Surface> m_surface;
    cairo_t* m_cairo = nullptr;
};

} // namespace knowwho
