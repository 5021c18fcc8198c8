#include "canvas/theme.h"

namespace twicetold::canvas {
namespace {

using viewer::ColorRole;

void set(Theme& theme, ColorRole role, Color color) { theme.article[static_cast<std::size_t>(role)] = color; }
void set(Theme& theme, WidgetColor role, Color color) {
    theme.widgets[static_cast<std::size_t>(role)] = color;
}

/// In blue and yellow.
Theme light_theme() {
    Theme theme;
    set(theme, ColorRole::page, 0xFDFCF9FF);
    set(theme, ColorRole::header, 0xFDFCF9FF);
    set(theme, ColorRole::hairline, 0xDFDBD2FF);
    set(theme, ColorRole::ink, 0x1C1B19FF);
    set(theme, ColorRole::ink_soft, 0x5D5A53FF);
    set(theme, ColorRole::ink_faint, 0x706C64FF);
    set(theme, ColorRole::removed_fill, 0xFBEFC9FF);
    set(theme, ColorRole::removed_line, 0x9A6A00FF);
    set(theme, ColorRole::added_fill, 0xDDECFBFF);
    set(theme, ColorRole::added_line, 0x1A69B0FF);
    set(theme, ColorRole::moved_fill, 0xF3EEFBFF);
    set(theme, ColorRole::moved_line, 0x7648BFFF);
    set(theme, ColorRole::cosmetic_fill, 0xF2F0EBFF);
    set(theme, ColorRole::cosmetic_line, 0x7B766CFF);
    set(theme, ColorRole::removed_current, 0xF8DC86FF);
    set(theme, ColorRole::added_current, 0xB3D6F8FF);
    set(theme, ColorRole::moved_current, 0xDFD1F6FF);
    set(theme, ColorRole::cosmetic_current, 0xDDD9D0FF);
    set(theme, ColorRole::ribbon_removed, 0xF6E3A8FF);
    set(theme, ColorRole::ribbon_added, 0xC3DFF8FF);
    set(theme, ColorRole::ribbon_moved, 0xCDB9EEA0);
    set(theme, ColorRole::ribbon_cosmetic, 0xEEEBE4FF);
    set(theme, ColorRole::ribbon_plain, 0xF2F0EAFF);
    set(theme, ColorRole::fold_fill, 0xF4F1EAFF);
    set(theme, ColorRole::fold_ink, 0x5D5A53FF);
    set(theme, ColorRole::strip_fill, 0xFAF8F4FF);
    set(theme, ColorRole::strip_view, 0x1C1B1916);
    set(theme, ColorRole::strip_removed, 0xD59F0FFF);
    set(theme, ColorRole::strip_added, 0x2C82CEFF);
    set(theme, ColorRole::strip_moved, 0x8A63CFFF);
    set(theme, ColorRole::strip_cosmetic, 0xBBB6ABFF);
    set(theme, ColorRole::shared_fill, 0xEDF4FCFF);
    set(theme, ColorRole::shared_line, 0x1A69B0FF);
    set(theme, ColorRole::shared_rule, 0x1A69B088);
    set(theme, ColorRole::shared_current, 0xB3D6F8FF);
    set(theme, ColorRole::differs_fill, 0xFBEFC9FF);
    set(theme, ColorRole::differs_line, 0x8F5F00FF);
    set(theme, ColorRole::differs_current, 0xF8DC86FF);
    set(theme, ColorRole::unique_fill, 0xF3EEFBFF);
    set(theme, ColorRole::unique_line, 0x7648BFFF);
    set(theme, ColorRole::unique_current, 0xDFD1F6FF);
    set(theme, ColorRole::copied_line, 0x2F7D5BFF);
    set(theme, ColorRole::quotation_line, 0x2F7D5BFF);
    set(theme, ColorRole::ribbon_shared, 0xC3DFF890);
    set(theme, ColorRole::ribbon_differs, 0xF6E3A8C0);
    set(theme, ColorRole::strip_shared, 0x2C82CEFF);
    set(theme, ColorRole::strip_differs, 0xD59F0FFF);
    set(theme, ColorRole::strip_unique, 0xB49BE0FF);
    set(theme, ColorRole::panel_fill, 0xFAF8F4FF);
    set(theme, ColorRole::panel_line, 0xE4E0D7FF);
    set(theme, ColorRole::panel_selected, 0xEDE9E0FF);
    set(theme, ColorRole::badge, 0xE6E2D8FF);
    set(theme, ColorRole::badge_shown, 0x2B2926FF);
    set(theme, ColorRole::badge_shown_ink, 0xFBF9F5FF);
    set(theme, ColorRole::selection, 0x3F74C448);
    set(theme, ColorRole::match, 0xFFC27A90);
    set(theme, ColorRole::match_current, 0xFFAE52FF);
    set(theme, ColorRole::match_line, 0x7A3E00FF);
    set(theme, ColorRole::strip_match, 0xB25A00FF);
    set(theme, WidgetColor::bar, 0xF5F2ECFF);
    set(theme, WidgetColor::bar_line, 0xDFDBD2FF);
    set(theme, WidgetColor::text, 0x24221FFF);
    set(theme, WidgetColor::text_soft, 0x5D5A53FF);
    set(theme, WidgetColor::text_disabled, 0xB4AFA5FF);
    set(theme, WidgetColor::hover, 0xE9E5DCFF);
    set(theme, WidgetColor::pressed, 0xDDD8CDFF);
    set(theme, WidgetColor::toggled, 0x2B2926FF);
    set(theme, WidgetColor::toggled_text, 0xFBF9F5FF);
    set(theme, WidgetColor::focus, 0x1A69B0FF);
    set(theme, WidgetColor::panel, 0xFAF8F4FF);
    set(theme, WidgetColor::panel_line, 0xE4E0D7FF);
    set(theme, WidgetColor::panel_selected, 0xEDE9E0FF);
    set(theme, WidgetColor::tooltip, 0x2B2926F5);
    set(theme, WidgetColor::tooltip_text, 0xFAF8F4FF);
    set(theme, WidgetColor::shadow, 0x1C1B1918);
    set(theme, WidgetColor::badge, 0xECE8DFFF);
    return theme;
}

Theme dark_theme() {
    Theme theme;
    set(theme, ColorRole::page, 0x161719FF);
    set(theme, ColorRole::header, 0x161719FF);
    set(theme, ColorRole::hairline, 0x34363AFF);
    set(theme, ColorRole::ink, 0xE4E1DBFF);
    set(theme, ColorRole::ink_soft, 0xABA8A1FF);
    set(theme, ColorRole::ink_faint, 0x918E87FF);
    set(theme, ColorRole::removed_fill, 0x3A3013FF);
    set(theme, ColorRole::removed_line, 0xDDB040FF);
    set(theme, ColorRole::added_fill, 0x14304BFF);
    set(theme, ColorRole::added_line, 0x6DB3F0FF);
    set(theme, ColorRole::moved_fill, 0x231E35FF);
    set(theme, ColorRole::moved_line, 0xB397F0FF);
    set(theme, ColorRole::cosmetic_fill, 0x232528FF);
    set(theme, ColorRole::cosmetic_line, 0x9A968EFF);
    set(theme, ColorRole::removed_current, 0x5F4D18FF);
    set(theme, ColorRole::added_current, 0x1E4D7BFF);
    set(theme, ColorRole::moved_current, 0x41346BFF);
    set(theme, ColorRole::cosmetic_current, 0x3D4045FF);
    set(theme, ColorRole::ribbon_removed, 0x4B3D16FF);
    set(theme, ColorRole::ribbon_added, 0x1A3F63FF);
    set(theme, ColorRole::ribbon_moved, 0x54438AA0);
    set(theme, ColorRole::ribbon_cosmetic, 0x26282BFF);
    set(theme, ColorRole::ribbon_plain, 0x202225FF);
    set(theme, ColorRole::fold_fill, 0x212326FF);
    set(theme, ColorRole::fold_ink, 0xB4B1AAFF);
    set(theme, ColorRole::strip_fill, 0x1A1B1EFF);
    set(theme, ColorRole::strip_view, 0xFFFFFF1C);
    set(theme, ColorRole::strip_removed, 0xC79C31FF);
    set(theme, ColorRole::strip_added, 0x4C9DE6FF);
    set(theme, ColorRole::strip_moved, 0x9A7BE0FF);
    set(theme, ColorRole::strip_cosmetic, 0x5E6066FF);
    set(theme, ColorRole::shared_fill, 0x152434FF);
    set(theme, ColorRole::shared_line, 0x6DB3F0FF);
    set(theme, ColorRole::shared_rule, 0x6DB3F088);
    set(theme, ColorRole::shared_current, 0x1E4D7BFF);
    set(theme, ColorRole::differs_fill, 0x3A3013FF);
    set(theme, ColorRole::differs_line, 0xDDB040FF);
    set(theme, ColorRole::differs_current, 0x5F4D18FF);
    set(theme, ColorRole::unique_fill, 0x231E35FF);
    set(theme, ColorRole::unique_line, 0xB397F0FF);
    set(theme, ColorRole::unique_current, 0x41346BFF);
    set(theme, ColorRole::copied_line, 0x6CC39BFF);
    set(theme, ColorRole::quotation_line, 0x6CC39BFF);
    set(theme, ColorRole::ribbon_shared, 0x1A3F6390);
    set(theme, ColorRole::ribbon_differs, 0x4B3D16C0);
    set(theme, ColorRole::strip_shared, 0x4C9DE6FF);
    set(theme, ColorRole::strip_differs, 0xC79C31FF);
    set(theme, ColorRole::strip_unique, 0x7A63B8FF);
    set(theme, ColorRole::panel_fill, 0x1A1B1EFF);
    set(theme, ColorRole::panel_line, 0x2E3034FF);
    set(theme, ColorRole::panel_selected, 0x292B2FFF);
    set(theme, ColorRole::badge, 0x34363BFF);
    set(theme, ColorRole::badge_shown, 0xDFDCD5FF);
    set(theme, ColorRole::badge_shown_ink, 0x1B1C1EFF);
    set(theme, ColorRole::selection, 0x5F93E04A);
    set(theme, ColorRole::match, 0x8A4B1690);
    set(theme, ColorRole::match_current, 0x8F4A0AFF);
    set(theme, ColorRole::match_line, 0xFFB469FF);
    set(theme, ColorRole::strip_match, 0xF0953FFF);
    set(theme, WidgetColor::bar, 0x1E2022FF);
    set(theme, WidgetColor::bar_line, 0x34363AFF);
    set(theme, WidgetColor::text, 0xE4E1DBFF);
    set(theme, WidgetColor::text_soft, 0xABA8A1FF);
    set(theme, WidgetColor::text_disabled, 0x5D5F64FF);
    set(theme, WidgetColor::hover, 0x2B2D31FF);
    set(theme, WidgetColor::pressed, 0x373A3FFF);
    set(theme, WidgetColor::toggled, 0xDFDCD5FF);
    set(theme, WidgetColor::toggled_text, 0x1B1C1EFF);
    set(theme, WidgetColor::focus, 0x6DB3F0FF);
    set(theme, WidgetColor::panel, 0x1A1B1EFF);
    set(theme, WidgetColor::panel_line, 0x2E3034FF);
    set(theme, WidgetColor::panel_selected, 0x292B2FFF);
    set(theme, WidgetColor::tooltip, 0xE9E6E0F5);
    set(theme, WidgetColor::tooltip_text, 0x1B1C1EFF);
    set(theme, WidgetColor::shadow, 0x00000050);
    set(theme, WidgetColor::badge, 0x2E3034FF);
    return theme;
}

}  // namespace

Theme make_theme(bool dark, bool high, Palette palette) {
    Theme theme = dark ? dark_theme() : light_theme();
    if (palette == Palette::red_green) {
        // Red and green of unlike lightness, so that who cannot tell the hues still sees two.
        set(theme, ColorRole::removed_fill, dark ? 0x43211FFF : 0xFCE3DFFF);
        set(theme, ColorRole::removed_line, dark ? 0xF08A80FF : 0xB3261EFF);
        set(theme, ColorRole::removed_current, dark ? 0x70302CFF : 0xF7B9B1FF);
        set(theme, ColorRole::ribbon_removed, dark ? 0x562A27FF : 0xF6C6C0FF);
        set(theme, ColorRole::strip_removed, dark ? 0xD8645AFF : 0xC8453BFF);
        set(theme, ColorRole::added_fill, dark ? 0x15361FFF : 0xDFF3E2FF);
        set(theme, ColorRole::added_line, dark ? 0x7BD08EFF : 0x1E7535FF);
        set(theme, ColorRole::added_current, dark ? 0x1F5A31FF : 0xAEE0B8FF);
        set(theme, ColorRole::ribbon_added, dark ? 0x1A4527FF : 0xBFE6C7FF);
        set(theme, ColorRole::strip_added, dark ? 0x58B06DFF : 0x3F9A57FF);
    }
    if (!high) return theme;
    const Color ink = dark ? 0xFFFFFFFF : 0x000000FF;
    const Color ground = dark ? 0x000000FF : 0xFFFFFFFF;
    for (const ColorRole role : {ColorRole::ink, ColorRole::ink_soft, ColorRole::ink_faint,
                                 ColorRole::fold_ink, ColorRole::hairline, ColorRole::cosmetic_line})
        set(theme, role, ink);
    for (const ColorRole role : {ColorRole::page, ColorRole::header, ColorRole::strip_fill,
                                 ColorRole::fold_fill, ColorRole::panel_fill, ColorRole::cosmetic_fill})
        set(theme, role, ground);
    const bool red = palette == Palette::red_green;
    set(theme, ColorRole::removed_line,
        dark ? (red ? 0xFFB0A8FF : 0xFFD34DFF) : (red ? 0x8C0F08FF : 0x6B4700FF));
    set(theme, ColorRole::added_line,
        dark ? (red ? 0xA6F0B5FF : 0xA5D4FFFF) : (red ? 0x0A5420FF : 0x0A4685FF));
    set(theme, ColorRole::moved_line, dark ? 0xD9C8FFFF : 0x4F2396FF);
    set(theme, ColorRole::shared_line, dark ? 0xA5D4FFFF : 0x0A4685FF);
    set(theme, ColorRole::shared_rule, dark ? 0xA5D4FFFF : 0x0A4685FF);
    set(theme, ColorRole::differs_line, dark ? 0xFFD34DFF : 0x6B4700FF);
    set(theme, ColorRole::unique_line, dark ? 0xD9C8FFFF : 0x4F2396FF);
    set(theme, ColorRole::copied_line, dark ? 0xA0F0CCFF : 0x0B5537FF);
    set(theme, ColorRole::quotation_line, dark ? 0xA0F0CCFF : 0x0B5537FF);
    set(theme, ColorRole::strip_view, dark ? 0xFFFFFF48 : 0x00000038);
    for (const WidgetColor role : {WidgetColor::text, WidgetColor::text_soft, WidgetColor::bar_line,
                                   WidgetColor::panel_line, WidgetColor::focus})
        set(theme, role, ink);
    set(theme, WidgetColor::text_disabled, dark ? 0xA8A8A8FF : 0x5C5C5CFF);
    for (const WidgetColor role : {WidgetColor::bar, WidgetColor::panel}) set(theme, role, ground);
    set(theme, WidgetColor::toggled, ink);
    set(theme, WidgetColor::toggled_text, ground);
    set(theme, WidgetColor::tooltip, ink);
    set(theme, WidgetColor::tooltip_text, ground);
    set(theme, ColorRole::badge_shown, ink);
    set(theme, ColorRole::badge_shown_ink, ground);
    return theme;
}

FaceStyle style_of(Face face) {
    using platform::FontFamily;
    switch (face) {
        case Face::title: return {FontFamily::serif, 29, 700, false, 36};
        case Face::byline: return {FontFamily::sans, 14, 400, false, 22};
        case Face::heading: return {FontFamily::serif, 20, 700, false, 28};
        case Face::body: return {FontFamily::serif, 17.5F, 400, false, 27};
        case Face::quotation: return {FontFamily::serif, 17.5F, 400, true, 27};
        case Face::caption: return {FontFamily::sans, 14, 400, false, 21};
        case Face::fold: return {FontFamily::sans, 13, 400, false, 20};
        case Face::label: return {FontFamily::sans, 13, 600, false, 20};
        case Face::widget: return {FontFamily::sans, 13, 400, false, 20};
        case Face::widget_strong: return {FontFamily::sans, 13, 600, false, 20};
        case Face::widget_small: return {FontFamily::sans, 12, 400, false, 18};
        case Face::excerpt: return {FontFamily::serif, 15, 400, false, 22};
        case Face::message: return {FontFamily::serif, 22, 400, false, 32};
        case Face::count: break;
    }
    return {};
}

}  // namespace twicetold::canvas
