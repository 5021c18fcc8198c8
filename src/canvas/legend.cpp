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

constexpr float width = 372;
constexpr float padding = 18;
constexpr float mark_row = 32;
constexpr float key_row = 23;

struct Sample {
    std::string_view text;
    std::string_view meaning;
    ColorRole fill;
    ColorRole line;
    LineStyle style;
    bool strike;
    bool bar;
};

constexpr std::array<Sample, 5> samples = {{
    {"old words", "only in the earlier version", ColorRole::removed_fill, ColorRole::removed_line,
     LineStyle::solid, true, false},
    {"new words", "only in the later version", ColorRole::added_fill, ColorRole::added_line, LineStyle::solid,
     false, false},
    {"rewritten", "the whole sentence is new", ColorRole::added_fill, ColorRole::added_line,
     LineStyle::doubled, false, false},
    {"moved", "stands elsewhere; click to go", ColorRole::moved_fill, ColorRole::moved_line,
     LineStyle::dotted, false, true},
    {"cosmetic", "spelling, signs and the like", ColorRole::cosmetic_fill, ColorRole::cosmetic_line,
     LineStyle::dotted, false, false},
}};

constexpr std::array<Sample, 8> coverage_samples = {{
    {"shared", "both outlets say it", ColorRole::shared_fill, ColorRole::shared_line, LineStyle::solid, false,
     false},
    {"elsewhere", "said by outlets not shown", ColorRole::page, ColorRole::shared_line, LineStyle::dashed,
     false, false},
    {"differs", "another tells it differently", ColorRole::differs_fill, ColorRole::differs_line,
     LineStyle::wavy, false, false},
    {"14", "contradicted by another", ColorRole::differs_current, ColorRole::differs_line, LineStyle::doubled,
     false, false},
    {"unique", "no other outlet says it", ColorRole::unique_fill, ColorRole::unique_line, LineStyle::dotted,
     false, false},
    {"quotation", "others quote it too", ColorRole::page, ColorRole::quotation_line, LineStyle::dashed, false,
     false},
    {"altered", "others quote other words", ColorRole::page, ColorRole::differs_line, LineStyle::dashed,
     false, false},
    {"copied", "word for word, or nearly", ColorRole::page, ColorRole::copied_line, LineStyle::doubled, false,
     true},
}};

}  // namespace

void Canvas::Implementation::draw_legend() {
    if (popover != Popover::legend) return;
    const bool coverage = is_coverage();
    const std::span<const Sample> shown = coverage ? std::span<const Sample>(coverage_samples) : samples;
    const std::vector<KeyHelp> help =
        key_help(bindings, coverage ? engine::Mode::coverage : engine::Mode::versions);
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
        const float wide = painter->text_width(sample.text, Face::excerpt);
        painter->rect({left - 2, y + 3, wide + 4, mark_row - 11}, theme[sample.fill], 3);
        painter->text(sample.text, left, baseline, Face::excerpt, theme[ColorRole::ink]);
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
        painter->text(sample.meaning, left + 150, baseline, Face::widget, theme[WidgetColor::text_soft]);
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
        const float x = key_left + width * static_cast<float>(index / rows);
        const float baseline = y + key_row * static_cast<float>(index % rows) + 15;
        painter->text(help[index].meaning, x, baseline, Face::widget, theme[WidgetColor::text_soft]);
        const float wide = painter->text_width(help[index].keys, Face::widget_strong);
        painter->text(help[index].keys, x + width - 2 * padding - wide, baseline, Face::widget_strong,
                      theme[WidgetColor::text]);
    }
    end_popover();
}

}  // namespace twicetold::canvas
