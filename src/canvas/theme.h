#pragma once
// Colours and fonts. Colours are chosen so that blue/yellow blindness and red/green blindness both leave them apart, every
// text has a contrast of at least 4.5 to 1 on every fill it can stand on, and no meaning rests on colour alone.

#include <array>
#include <cstdint>

#include "canvas/preferences.h"
#include "platform/platform.h"
#include "viewer/viewer.h"

namespace twicetold::canvas {

/// 0xRRGGBBAA
using Color = std::uint32_t;

/// Colours of the widgets around the article.
enum class WidgetColor : std::uint8_t {
    bar,
    bar_line,
    text,
    text_soft,
    text_disabled,
    hover,
    pressed,
    toggled,
    toggled_text,
    focus,
    panel,
    panel_line,
    panel_selected,
    tooltip,
    tooltip_text,
    shadow,
    badge,
    count
};

struct Theme {
    std::array<Color, static_cast<std::size_t>(viewer::ColorRole::count)> article{};
    std::array<Color, static_cast<std::size_t>(WidgetColor::count)> widgets{};

    [[nodiscard]] Color operator[](viewer::ColorRole role) const {
        return article[static_cast<std::size_t>(role)];
    }
    [[nodiscard]] Color operator[](WidgetColor role) const { return widgets[static_cast<std::size_t>(role)]; }
};

/// `high`: every text with 7 to 1 on every fill, every line and mark with 4.5.
[[nodiscard]] Theme make_theme(bool dark, bool high, Palette palette);

/// Fonts in use: those of the article's roles, then the widgets' own.
enum class Face : std::uint8_t {
    title,
    byline,
    heading,
    body,
    quotation,
    caption,
    fold,
    label,
    excerpt,
    widget_small,
    widget,
    widget_strong,
    message,
    count
};
[[nodiscard]] constexpr Face face_of(viewer::TextRole role) { return static_cast<Face>(role); }

/// In CSS pixels.
struct FaceStyle {
    platform::FontFamily family = platform::FontFamily::serif;
    float size = 18;
    std::uint16_t weight = 400;
    bool italic = false;
    float line_height = 27;
};
[[nodiscard]] FaceStyle style_of(Face face);

}  // namespace twicetold::canvas
