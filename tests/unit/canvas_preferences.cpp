// How a reader likes to read: remembered as text, and in every choice readable.
#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <string>
#include <utility>

#include "canvas/preferences.h"
#include "canvas/theme.h"

namespace {

using namespace twicetold;
using canvas::Color;
using canvas::Preferences;
using viewer::ColorRole;

double luminance(Color color) {
    double sum = 0;
    const double weights[3] = {0.2126, 0.7152, 0.0722};
    for (int channel = 0; channel < 3; ++channel) {
        const double value = static_cast<double>((color >> (24 - 8 * channel)) & 0xFFU) / 255;
        sum += weights[channel] * (value <= 0.03928 ? value / 12.92 : std::pow((value + 0.055) / 1.055, 2.4));
    }
    return sum;
}

/// WCAG 2.2, "contrast ratio".
double contrast(Color one, Color two) {
    const double a = luminance(one);
    const double b = luminance(two);
    return (std::max(a, b) + 0.05) / (std::min(a, b) + 0.05);
}

}  // namespace

TEST_CASE("what was chosen is written and read back; the usual needs no words") {
    CHECK(canvas::write_preferences({}) == "");
    CHECK(canvas::read_preferences("") == Preferences{});
    const Preferences chosen{canvas::Shade::dark,
                             canvas::Contrast::high,
                             canvas::Palette::red_green,
                             canvas::Typeface::legible,
                             1.3F,
                             0.9F,
                             50};
    CHECK(canvas::write_preferences(chosen) ==
          "theme=dark;contrast=high;palette=red-green;typeface=legible;size=1.30;spacing=0.90;measure=50");
    CHECK(canvas::read_preferences(canvas::write_preferences(chosen)) == chosen);
}

TEST_CASE("what is damaged or from elsewhere does no harm") {
    CHECK(canvas::read_preferences("size=99;spacing=0;measure=5;theme=pink;;=;x;fly=1;palette").size == 2.0F);
    const Preferences odd = canvas::read_preferences("size=99;spacing=0;measure=5;theme=pink");
    CHECK(odd.spacing == 0.85F);
    CHECK(odd.measure == 40);
    CHECK(odd.shade == canvas::Shade::system);
    CHECK(canvas::read_preferences("size=1,5;size=-2;size=1e9") == Preferences{});
}

TEST_CASE(
    "in every theme, contrast and palette the text can be read on every fill, and marks are seen on the "
    "page") {
    for (const bool dark : {false, true}) {
        for (const bool high : {false, true}) {
            for (const canvas::Palette palette : {canvas::Palette::blue_yellow, canvas::Palette::red_green}) {
                const canvas::Theme theme = canvas::make_theme(dark, high, palette);
                INFO("dark ", dark, ", high ", high, ", palette ", static_cast<int>(palette));
                for (const ColorRole fill :
                     {ColorRole::page, ColorRole::header, ColorRole::removed_fill, ColorRole::added_fill,
                      ColorRole::moved_fill, ColorRole::cosmetic_fill, ColorRole::removed_current,
                      ColorRole::added_current, ColorRole::moved_current, ColorRole::cosmetic_current,
                      ColorRole::shared_fill, ColorRole::differs_fill, ColorRole::unique_fill}) {
                    INFO("fill ", static_cast<int>(fill));
                    CHECK(contrast(theme[ColorRole::ink], theme[fill]) >= (high ? 7.0 : 4.5));
                }
                for (const auto& [line, fill] : {std::pair{ColorRole::removed_line, ColorRole::removed_fill},
                                                 {ColorRole::added_line, ColorRole::added_fill},
                                                 {ColorRole::moved_line, ColorRole::moved_fill},
                                                 {ColorRole::cosmetic_line, ColorRole::cosmetic_fill},
                                                 {ColorRole::removed_line, ColorRole::page},
                                                 {ColorRole::added_line, ColorRole::page},
                                                 {ColorRole::differs_line, ColorRole::page},
                                                 {ColorRole::shared_line, ColorRole::page}}) {
                    INFO("line ", static_cast<int>(line));
                    CHECK(contrast(theme[line], theme[fill]) >= (high ? 4.5 : 3.0));
                }
                CHECK(contrast(theme[ColorRole::ink_soft], theme[ColorRole::page]) >= 4.5);
                CHECK(contrast(theme[canvas::WidgetColor::text], theme[canvas::WidgetColor::bar]) >= 7);
                CHECK(contrast(theme[canvas::WidgetColor::text_soft], theme[canvas::WidgetColor::panel]) >=
                      4.5);
                CHECK(contrast(theme[canvas::WidgetColor::toggled_text],
                               theme[canvas::WidgetColor::toggled]) >= 7);
            }
        }
    }
}
