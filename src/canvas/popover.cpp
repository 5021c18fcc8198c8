// A box over the article, below the button that opened it. What does not fit the window scrolls.
#include <algorithm>

#include "canvas/implementation.h"

namespace twicetold::canvas {
namespace {

constexpr float margin = 6;
constexpr float radius = 10;

}  // namespace

void Canvas::Implementation::popover_box(float width, float height) {
    width = std::min(width, viewport.width - 2 * margin);
    const float top = toolbar_rect.bottom() + margin;
    const float room = std::max(viewport.height - top - margin, 80.0F);
    popover_overflow = std::max(height - room, 0.0F);
    if (popover_opened) popover_scroll = 0;
    popover_scroll = std::clamp(popover_scroll, 0.0F, popover_overflow);
    // Ends level with its button, which stands on the right of the bar.
    popover_rect = {popover_anchor.right() - width, top, width, std::min(height, room)};
    popover_rect.x = std::clamp(popover_rect.x, margin, std::max(viewport.width - width - margin, margin));
    painter->set_list(*ImGui::GetForegroundDrawList());
    painter->shadow(popover_rect, radius);
    painter->rect(popover_rect, theme[viewer::ColorRole::page], radius);
    painter->outline(popover_rect, theme[WidgetColor::panel_line], radius, 1);
    painter->clip(popover_rect);
}

void Canvas::Implementation::end_popover() {
    painter->unclip();
    if (popover_overflow > 0) {
        const float whole = popover_rect.height + popover_overflow;
        const float height = std::max(popover_rect.height * popover_rect.height / whole, 24.0F);
        const float top = popover_rect.y + (popover_rect.height - height) * popover_scroll / popover_overflow;
        painter->rect({popover_rect.right() - 6, top + 3, 3, height - 6}, theme[WidgetColor::text_disabled],
                      1.5F);
    }
    popover_opened = false;
}

void Canvas::Implementation::scroll_popover(float pixels) {
    popover_scroll = std::clamp(popover_scroll + pixels, 0.0F, popover_overflow);
    wake();
}

}  // namespace twicetold::canvas
