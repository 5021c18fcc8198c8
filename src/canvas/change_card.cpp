// What the pointer's tooltip tells, for those without a pointer: the kind of the selected change, and its words, over the
// lower edge.
#include <algorithm>

#include "canvas/implementation.h"

namespace twicetold::canvas {
namespace {

using viewer::ColorRole;

constexpr float margin = 8;
constexpr float padding = 14;
constexpr float first_line = 24;
constexpr float line_height = 25;
constexpr float widest = 520;

}  // namespace

void Canvas::Implementation::draw_change_card() {
    card_rect = {};
    const viewer::ViewState state = view.state();
    const bool wanted = (narrow() || by_touch) && !state.list_open && notice.empty() && !is_coverage();
    if (!wanted || state.change < 0) return;
    const viewer::ChangeEntry& entry = view.changes()[static_cast<std::size_t>(state.change)];
    const bool moved = entry.mark == viewer::MarkKind::moved;
    const bool both = !moved && !entry.before.empty() && !entry.after.empty();
    const float height = padding + first_line + line_height * (both ? 2.0F : 1.0F) + padding - 8;
    const float width = std::min(widest, viewport.width - 2 * margin);
    card_rect = {(viewport.width - width) / 2, viewport.height - height - margin, width, height};
    painter->set_list(*ImGui::GetWindowDrawList());
    painter->shadow(card_rect, 10);
    painter->rect(card_rect, theme[ColorRole::page], 10);
    painter->outline(card_rect, theme[WidgetColor::panel_line], 10, 1);
    const float left = card_rect.x + padding;
    const float room = width - 2 * padding - 38;
    float y = card_rect.y + padding + 8;
    const float x = painter->text(entry.kind_name, left, y, Face::widget_strong, theme[WidgetColor::text]);
    if (entry.significance == engine::Significance::cosmetic && !moved)
        painter->text(say(viewer::Text::viewer_cosmetic), x + 9, y, Face::widget_small,
                      theme[WidgetColor::text_soft]);
    y += first_line;
    const bool minor = entry.mark == viewer::MarkKind::cosmetic;
    const auto words = [&](const std::string& text, bool old) {
        if (text.empty()) return;
        const std::string& shown = painter->shortened(text, Face::excerpt, room + 30);
        const float wide = painter->text_width(shown, Face::excerpt);
        const ColorRole fill = moved   ? ColorRole::moved_fill
                               : minor ? ColorRole::cosmetic_fill
                               : old   ? ColorRole::removed_fill
                                       : ColorRole::added_fill;
        painter->rect({left - 2, y - 15, wide + 4, 21}, theme[fill], 3);
        painter->text(shown, left, y, Face::excerpt, theme[ColorRole::ink]);
        if (!moved) {
            const ColorRole ink = minor ? ColorRole::cosmetic_line
                                  : old ? ColorRole::removed_line
                                        : ColorRole::added_line;
            const float at = old ? y - 4.5F : y + 3;
            painter->line({left, at, left + wide, at, 1, viewer::LineStyle::solid, ink}, theme[ink]);
        }
        y += line_height;
    };
    if (moved) {
        words(entry.after.empty() ? entry.before : entry.after, false);
    } else {
        words(entry.before, true);
        words(entry.after, false);
    }
    if (button({"close-card",
                {card_rect.right() - 46, card_rect.y + 2, 44, 44},
                say(viewer::Text::action_close),
                Icon::close,
                {},
                true,
                false,
                true})) {
        run(viewer::command::SelectChange{-1});
    }
}

}  // namespace twicetold::canvas
