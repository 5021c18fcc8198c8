// What the marks mean, in marks; and the keys.
#include <algorithm>
#include <array>
#include <span>

#include "canvas/implementation.h"
#include "imgui_internal.h"

namespace twicetold::canvas {
namespace {

using viewer::ColorRole;
using viewer::LineStyle;

constexpr float width = 366;
constexpr float padding = 18;
constexpr float mark_row = 32;
constexpr float key_row = 24;

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

struct KeyHelp {
    std::string_view keys;
    std::string_view meaning;
};

constexpr std::array<KeyHelp, 7> keys = {{
    {"n   p", "next, previous change"},
    {"Alt+Home   Alt+End", "first, last change"},
    {"m", "other end of a moved passage"},
    {"f", "fold unchanged paragraphs"},
    {"l", "list of changes"},
    {"[   ]", "earlier, later versions"},
    {"Tab   Escape", "to the buttons, and back"},
}};

constexpr std::array<KeyHelp, 9> coverage_keys = {{
    {"n   p", "next, previous claim"},
    {"Alt+Home   Alt+End", "first, last claim"},
    {"[   ]      {   }", "other outlet on the left, right"},
    {"v   V", "next, previous findings"},
    {"s", "order of the claims"},
    {"b", "hide the outlets' names"},
    {"w", "findings over the whole width"},
    {"l", "findings"},
    {"Tab   Escape", "to the buttons, and back"},
}};

}  // namespace

void Canvas::Implementation::draw_legend() {
    legend_rect = {};
    if (!legend_open) return;
    const bool coverage = is_coverage();
    const std::span<const Sample> shown = coverage ? std::span<const Sample>(coverage_samples) : samples;
    const std::span<const KeyHelp> help = coverage ? std::span<const KeyHelp>(coverage_keys) : keys;
    const float height = padding * 2 + mark_row * static_cast<float>(shown.size()) + 17 +
                         key_row * static_cast<float>(help.size());
    legend_rect = {legend_anchor.right() - width, toolbar_rect.bottom() + 6, width, height};
    legend_rect.x = std::clamp(legend_rect.x, 6.0F, std::max(viewport.width - width - 6, 6.0F));
    painter->set_list(*ImGui::GetForegroundDrawList());
    painter->shadow(legend_rect, 10);
    painter->rect(legend_rect, theme[ColorRole::page], 10);
    painter->outline(legend_rect, theme[WidgetColor::panel_line], 10, 1);
    float y = legend_rect.y + padding;
    const float left = legend_rect.x + padding;
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
    y += 6;
    painter->rect({left, y, width - 2 * padding, 1}, theme[WidgetColor::panel_line]);
    y += 11;
    for (const KeyHelp& key : help) {
        painter->text(key.keys, left, y + 15, Face::widget_strong, theme[WidgetColor::text]);
        const float wide = painter->text_width(key.keys, Face::widget_strong);
        painter->text(key.meaning, left + std::max(wide + 12, 150.0F), y + 15, Face::widget,
                      theme[WidgetColor::text_soft]);
        y += key_row;
    }
}

}  // namespace twicetold::canvas
