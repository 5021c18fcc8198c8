// What the marks mean, in marks; and the keys.
#include <algorithm>
#include <array>
#include <span>

#include "canvas/implementation.h"
#include "canvas/key_help.h"
#include "imgui_internal.h"

namespace twicetold::canvas {
namespace {

using viewer::ColorRole;
using viewer::LineStyle;
using viewer::Text;

constexpr float least_width = 372;
constexpr float padding = 18;
constexpr float mark_row = 32;
constexpr float key_row = 23;

struct Sample {
    Text text;
    Text meaning;
    ColorRole fill;
    ColorRole line;
    LineStyle style;
    bool strike;
    bool bar;
};

constexpr std::array<Sample, 5> samples = {{
    {Text::legend_removed_sample, Text::legend_removed, ColorRole::removed_fill, ColorRole::removed_line,
     LineStyle::solid, true, false},
    {Text::legend_added_sample, Text::legend_added, ColorRole::added_fill, ColorRole::added_line,
     LineStyle::solid, false, false},
    {Text::legend_rewritten_sample, Text::legend_rewritten, ColorRole::added_fill, ColorRole::added_line,
     LineStyle::doubled, false, false},
    {Text::legend_moved_sample, Text::legend_moved, ColorRole::moved_fill, ColorRole::moved_line,
     LineStyle::dotted, false, true},
    {Text::legend_cosmetic_sample, Text::legend_cosmetic, ColorRole::cosmetic_fill, ColorRole::cosmetic_line,
     LineStyle::dotted, false, false},
}};

constexpr std::array<Sample, 8> coverage_samples = {{
    {Text::legend_shared_sample, Text::legend_shared, ColorRole::shared_fill, ColorRole::shared_line,
     LineStyle::solid, false, false},
    {Text::legend_elsewhere_sample, Text::legend_elsewhere, ColorRole::page, ColorRole::shared_line,
     LineStyle::dashed, false, false},
    {Text::legend_differs_sample, Text::legend_differs, ColorRole::differs_fill, ColorRole::differs_line,
     LineStyle::wavy, false, false},
    {Text::legend_figure_sample, Text::legend_figure, ColorRole::differs_current, ColorRole::differs_line,
     LineStyle::doubled, false, false},
    {Text::legend_unique_sample, Text::legend_unique, ColorRole::unique_fill, ColorRole::unique_line,
     LineStyle::dotted, false, false},
    {Text::legend_quotation_sample, Text::legend_quotation, ColorRole::page, ColorRole::quotation_line,
     LineStyle::dashed, false, false},
    {Text::legend_altered_sample, Text::legend_altered, ColorRole::page, ColorRole::differs_line,
     LineStyle::dashed, false, false},
    {Text::legend_copied_sample, Text::legend_copied, ColorRole::page, ColorRole::copied_line,
     LineStyle::doubled, false, true},
}};

}  // namespace

void Canvas::Implementation::draw_legend() {
    if (popover != Popover::legend) return;
    const bool coverage = is_coverage();
    const std::span<const Sample> shown = coverage ? std::span<const Sample>(coverage_samples) : samples;
    const std::vector<KeyHelp> help =
        key_help(view.strings(), bindings, coverage ? engine::Mode::coverage : engine::Mode::versions);
    // As wide as the language's words are.
    float indent = 150;
    float width = least_width;
    for (const Sample& sample : shown)
        indent = std::max(indent, painter->text_width(say(sample.text), Face::excerpt) + 18);
    for (const Sample& sample : shown) {
        width =
            std::max(width, 2 * padding + indent + painter->text_width(say(sample.meaning), Face::widget));
    }
    for (const KeyHelp& key : help) {
        width = std::max(width, 2 * padding + painter->text_width(key.meaning, Face::widget) + 18 +
                                    painter->text_width(key.keys, Face::widget_strong));
    }
    width = std::min(width, viewport.width - 12);
    const float room = width - 2 * padding - indent;
    // The keys stand beside the marks where there is room, else below them.
    const bool beside = viewport.width >= 2 * width + 12;
    const std::size_t columns = beside && viewport.width >= 3 * width ? 2 : 1;
    const std::size_t rows = (help.size() + columns - 1) / columns;
    const float marks_height = mark_row * static_cast<float>(shown.size());
    const float keys_height = key_row * static_cast<float>(rows);
    popover_box(
        width * static_cast<float>(beside ? 1 + columns : 1),
        2 * padding + (beside ? std::max(marks_height, keys_height) : marks_height + 17 + keys_height));
    float y = popover_rect.y + padding - popover_scroll;
    const float left = popover_rect.x + padding;
    for (const Sample& sample : shown) {
        const float baseline = y + 18;
        const float wide = painter->text_width(say(sample.text), Face::excerpt);
        painter->rect({left - 2, y + 3, wide + 4, mark_row - 11}, theme[sample.fill], 3);
        painter->text(say(sample.text), left, baseline, Face::excerpt, theme[ColorRole::ink]);
        const float at = sample.strike ? baseline - 4.5F : baseline + 3;
        if (sample.bar && sample.style == LineStyle::doubled) {
            for (const float shift : {-1.5F, 1.5F}) {
                painter->line({left - 8 + shift, y + 3, left - 8 + shift, y + mark_row - 8, 1,
                               LineStyle::solid, sample.line},
                              theme[sample.line]);
            }
        } else if (sample.bar) {
            painter->line({left - 8, y + 3, left - 8, y + mark_row - 8, 2.5F, sample.style, sample.line},
                          theme[sample.line]);
        } else {
            painter->line({left, at, left + wide, at, 1.25F, sample.style, sample.line}, theme[sample.line]);
        }
        painter->text(painter->shortened(say(sample.meaning), Face::widget, room), left + indent, baseline,
                      Face::widget, theme[WidgetColor::text_soft]);
        y += mark_row;
    }
    float key_left = left;
    if (beside) {
        y = popover_rect.y + padding - popover_scroll;
        key_left += width;
        painter->rect({key_left - padding, y, 1, std::max(marks_height, keys_height)},
                      theme[WidgetColor::panel_line]);
    } else {
        y += 6;
        painter->rect({left, y, width - 2 * padding, 1}, theme[WidgetColor::panel_line]);
        y += 11;
    }
    for (std::size_t index = 0; index < help.size(); ++index) {
        const std::size_t column = index / rows;
        const float x = key_left + width * static_cast<float>(column);
        const float baseline = y + key_row * static_cast<float>(index % rows) + 15;
        const float wide = painter->text_width(help[index].keys, Face::widget_strong);
        painter->text(painter->shortened(help[index].meaning, Face::widget, width - 2 * padding - wide - 10),
                      x, baseline, Face::widget, theme[WidgetColor::text_soft]);
        painter->text(help[index].keys, x + width - 2 * padding - wide, baseline, Face::widget_strong,
                      theme[WidgetColor::text]);
    }
    end_popover();
}

}  // namespace twicetold::canvas
