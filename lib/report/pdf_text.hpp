// SPDX-License-Identifier: MIT
// Text set in lines for the PDF: the only file that speaks to pango.
#pragma once

#include "model/language.hpp"

#include <memory>
#include <string>
#include <vector>

namespace knowwho {
class Hyphenation;
}

// NOLINTBEGIN(bugprone-reserved-identifier): the names are those of the libraries
typedef struct _PangoLayout PangoLayout;
typedef struct _PangoContext PangoContext;
typedef struct _cairo cairo_t;
// NOLINTEND(bugprone-reserved-identifier)

namespace knowwho {

/// Red, green and blue, each 0 to 1.
struct Colour {
    double red = 0, green = 0, blue = 0;
};

enum class Face { sans, serif };

/// How a run of text looks.
struct Look {
    Face face = Face::sans;
    double size = 9.2; ///< points
    bool bold = false;
    bool italic = false;
    bool raised = false; ///< as a number of a source
    bool whole = false;  ///< names: no word is broken
    Colour colour{0.086, 0.125, 0.173};
};

/// A piece of a paragraph. `link` is "#name" inside the file, a web address, or empty.
struct Run {
    std::string text;
    Look look;
    std::string link;
};

enum class Align { left, centre, right };

/// A paragraph broken into lines.
class SetText {
public:
    /// A link and where it lies, relative to the paragraph's upper left corner, in points.
    struct Area {
        double x = 0, y = 0, width = 0, height = 0;
        std::string link;
    };

    explicit SetText(std::shared_ptr<PangoLayout> layout, std::vector<Area> links);

    double height() const noexcept { return m_height; } ///< points
    double width() const noexcept { return m_width; }   ///< of the widest line
    std::vector<Area> const& links() const noexcept { return m_links; }
    void draw(cairo_t* cairo) const; ///< with the upper left corner at the current point

private:
    std::shared_ptr<PangoLayout> m_layout;
    std::vector<Area> m_links;
    double m_height = 0;
    double m_width = 0;
};

/// Sets paragraphs; one for a whole document, for the fonts are looked up once.
class Typesetter {
public:
    /// `scale` multiplies every size. `hyphenation` may be null, and must outlive this.
    Typesetter(Language language, double scale, Hyphenation const* hyphenation = nullptr);

    /// Breaks `runs` into lines of at most `width` points.
    SetText set(std::vector<Run> const& runs, double width, Align align = Align::left) const;

    double scale() const noexcept { return m_scale; }

private:
    struct Joined;
    std::shared_ptr<PangoLayout> layout_of(Joined const& joined, double width, Align align) const;
    std::shared_ptr<PangoLayout> hyphenated(Joined& joined, double width) const;

    std::shared_ptr<PangoContext> m_context;
    double m_scale;
    Hyphenation const* m_hyphenation;
};

} // namespace knowwho
