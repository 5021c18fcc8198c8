// How the text looks: colours, contrast, type. What is chosen shows at once, and is remembered.
#include <algorithm>
#include <cmath>
#include <string>
#include <vector>

#include "canvas/implementation.h"

namespace twicetold::canvas {
namespace {

using viewer::Text;

constexpr float padding = 14;
constexpr float width = 400;
constexpr float label_height = 24;
constexpr float gap = 8;
constexpr float row_usual = 32;
constexpr float row_for_fingers = 44;
constexpr float size_step = 0.1F;
constexpr float spacing_step = 0.1F;
constexpr int measure_step = 6;

}  // namespace

void Canvas::Implementation::draw_settings_panel() {
    if (popover != Popover::settings) return;
    const float row = narrow() || by_touch ? row_for_fingers : row_usual;
    constexpr int groups = 7;
    popover_box(width, 2 * padding + (label_height + row + gap) * groups - gap + row + gap);
    const float left = popover_rect.x + padding;
    const float room = popover_rect.width - 2 * padding;
    float y = popover_rect.y + padding - popover_scroll;
    Preferences wanted = preferences;

    const auto label = [&](Text text) {
        painter->text(say(text), left, y + 15, Face::widget_small, theme[WidgetColor::text_soft]);
        y += label_height;
    };
    // One of several, in equal parts of a row.
    const auto choose = [&](Text text, const std::vector<Text>& options, std::size_t chosen) {
        label(text);
        const float part = room / static_cast<float>(options.size());
        painter->rect({left, y, room, row}, theme[WidgetColor::badge], 8);
        for (std::size_t index = 0; index < options.size(); ++index) {
            const std::string id = say(text) + std::to_string(index);
            const viewer::Rect rect{left + part * static_cast<float>(index) + 2, y + 2, part - 4, row - 4};
            if (button({id, rect, {}, {}, say(options[index]), true, index == chosen, true})) chosen = index;
        }
        y += row + gap;
        return chosen;
    };
    const auto adjust = [&](Text text, const std::string& value, bool less, bool more) {
        label(text);
        painter->rect({left, y, room, row}, theme[WidgetColor::badge], 8);
        int direction = 0;
        const std::string id = say(text);
        const float side = std::max(row, 44.0F);
        if (button({id + "-",
                    {left + 2, y + 2, side, row - 4},
                    say(Text::settings_less),
                    Icon::minus,
                    {},
                    less,
                    false,
                    true}))
            direction = -1;
        if (button({id + "+",
                    {left + room - side - 2, y + 2, side, row - 4},
                    say(Text::settings_more),
                    Icon::plus,
                    {},
                    more,
                    false,
                    true}))
            direction = 1;
        const float wide = painter->text_width(value, Face::widget);
        painter->text(value, left + (room - wide) / 2, y + row / 2 + 4.5F, Face::widget,
                      theme[WidgetColor::text]);
        y += row + gap;
        return direction;
    };
    const auto percent = [&](float share) {
        return say(Text::settings_percent,
                   {{"number", static_cast<std::uint64_t>(std::lround(share * 100))}});
    };

    wanted.shade = static_cast<Shade>(
        choose(Text::settings_theme, {Text::settings_system, Text::settings_light, Text::settings_dark},
               static_cast<std::size_t>(wanted.shade)));
    wanted.contrast = static_cast<Contrast>(
        choose(Text::settings_contrast, {Text::settings_system, Text::settings_normal, Text::settings_high},
               static_cast<std::size_t>(wanted.contrast)));
    wanted.palette = static_cast<Palette>(choose(Text::settings_palette,
                                                 {Text::settings_blue_yellow, Text::settings_red_green},
                                                 static_cast<std::size_t>(wanted.palette)));
    std::vector<Text> faces = {Text::settings_serif, Text::settings_sans};
    if (platform.text().has_legible_face()) faces.push_back(Text::settings_legible);
    wanted.typeface = static_cast<Typeface>(
        choose(Text::settings_typeface, faces, static_cast<std::size_t>(wanted.typeface)));
    wanted.size += size_step * static_cast<float>(adjust(Text::settings_size, percent(wanted.size),
                                                         wanted.size > 0.81F, wanted.size < 1.99F));
    wanted.measure += measure_step * adjust(Text::settings_measure,
                                            say(Text::settings_letters,
                                                {{"count", static_cast<std::uint64_t>(wanted.measure)}}),
                                            wanted.measure > 40, wanted.measure < 110);
    wanted.spacing +=
        spacing_step * static_cast<float>(adjust(Text::settings_spacing, percent(wanted.spacing),
                                                 wanted.spacing > 0.86F, wanted.spacing < 1.59F));
    if (button(
            {"reset-settings", {left, y, room, row}, {}, {}, say(Text::settings_reset), true, false, false}))
        wanted = {};
    end_popover();
    // By way of the text, which keeps every value in its range.
    wanted = read_preferences(write_preferences(wanted));
    if (!(wanted == preferences)) prefer(wanted);
}

void Canvas::Implementation::prefer(const Preferences& wanted) {
    use(wanted);
    platform.save_preferences(write_preferences(preferences));
}

void Canvas::Implementation::use(const Preferences& wanted) {
    preferences = wanted;
    choose_theme();
    measurer.set_type({preferences.typeface, preferences.size, preferences.spacing});
    painter->forget_widths();
    runs->clear();
    view.set_measure(preferences.measure);
    view.remeasure();
    wake();
}

void Canvas::Implementation::choose_theme() {
    const bool shown_dark = preferences.shade == Shade::system ? dark : preferences.shade == Shade::dark;
    const bool high =
        preferences.contrast == Contrast::system ? high_contrast : preferences.contrast == Contrast::high;
    theme = make_theme(shown_dark, high, preferences.palette);
    runs->clear();  // runs with colours of their own carry the old ink
    wake();
}

bool Canvas::Implementation::zoom(int steps) {
    Preferences wanted = preferences;
    wanted.size = steps == 0 ? 1 : wanted.size + size_step * static_cast<float>(steps);
    wanted = read_preferences(write_preferences(wanted));
    if (wanted == preferences) return false;
    prefer(wanted);
    return true;
}

bool Canvas::Implementation::set_text_scale(float scale) {
    Preferences wanted = preferences;
    wanted.size = scale;
    wanted = read_preferences(write_preferences(wanted));
    if (wanted == preferences) return false;
    prefer(wanted);
    return true;
}

}  // namespace twicetold::canvas
