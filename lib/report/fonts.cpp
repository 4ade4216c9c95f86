// SPDX-License-Identifier: MIT
#include "report/fonts.hpp"

#include <pango/pangocairo.h>

#include <algorithm>
#include <set>

namespace knowwho {
namespace {

std::set<std::string> installed_families()
{
    PangoFontFamily** families = nullptr;
    int count = 0;
    pango_font_map_list_families(pango_cairo_font_map_get_default(), &families, &count);
    auto names = std::set<std::string>{};
    std::transform(families, families + count, std::inserter(names, names.end()), [](PangoFontFamily* family) { return pango_font_family_get_name(family); });
    g_free(families);
    return names;
}

} // namespace

std::vector<SheetFont> missing_fonts()
{
    auto fonts = std::vector<SheetFont>{
        {"Open Sans", "fonts-open-sans", "tables and labels"},
        {"Gentium Book Basic", "fonts-sil-gentium-basic", "what one reads and says"},
        {"DejaVu Sans", "fonts-dejavu-core", "letters that the others lack"},
        {"Droid Sans Fallback", "fonts-droid-fallback", "Chinese and Japanese names"},
        {"NanumGothic", "fonts-nanum", "Korean names"},
    };
    auto const installed = installed_families();
    std::erase_if(fonts, [&](SheetFont const& font) { return installed.contains(font.family); });
    return fonts;
}

} // namespace knowwho
