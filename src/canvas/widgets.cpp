// Buttons, icons, focus and tooltips. Dear ImGui says what is hovered and pressed; the look is ours.
#include <algorithm>
#include <cmath>

#include "canvas/implementation.h"
#include "imgui_internal.h"

namespace twicetold::canvas {
namespace {

constexpr float button_radius = 8;
constexpr double tooltip_delay = 0.45;

}  // namespace

bool Canvas::Implementation::focusable(ImGuiID id) {
    next_focus_order.push_back(id);
    // The keyboard goes into what it opened.
    if (popover_opened && by_keyboard && popover != Popover::none) {
        focus_id = id;
        popover_opened = false;
    }
    return focused && focus_id == id;
}

void Canvas::Implementation::focus_ring(const viewer::Rect& rect, float radius) {
    painter->outline({rect.x - 1, rect.y - 1, rect.width + 2, rect.height + 2}, theme[WidgetColor::focus],
                     radius + 1, 2);
}

ImVec2 Canvas::Implementation::item_place(const viewer::Rect& rect) const {
    const float scale = measurer.pixel_ratio();
    return {std::round(mirrored(rect).x * scale), std::round(rect.y * scale)};
}

bool Canvas::Implementation::button(const Button& button) {
    const float scale = measurer.pixel_ratio();
    const std::string id(button.id);
    ImGui::SetCursorScreenPos(item_place(button.rect));
    ImGui::BeginDisabled(!button.enabled);
    bool pressed =
        ImGui::InvisibleButton(id.c_str(), {button.rect.width * scale, button.rect.height * scale});
    ImGui::EndDisabled();
    const ImGuiID item = ImGui::GetItemID();
    const bool hovered = ImGui::IsItemHovered(ImGuiHoveredFlags_AllowWhenDisabled);
    const bool held = ImGui::IsItemActive();
    const bool has_focus = button.enabled && focusable(item);
    if (has_focus && activate_focused) {
        pressed = true;
        activate_focused = false;
    }
    Color ink = theme[button.enabled ? WidgetColor::text : WidgetColor::text_disabled];
    if (button.toggled) {
        painter->rect(button.rect, theme[WidgetColor::toggled], button_radius);
        ink = theme[WidgetColor::toggled_text];
    } else if (button.enabled && (held || hovered)) {
        painter->rect(button.rect, theme[held ? WidgetColor::pressed : WidgetColor::hover], button_radius);
    } else if (!button.quiet) {
        painter->rect(button.rect, theme[WidgetColor::badge], button_radius);
    }
    if (button.icon) {
        icon(*button.icon, button.rect.x + (button.text.empty() ? button.rect.width / 2 : 18),
             button.rect.y + button.rect.height / 2, ink);
    }
    if (!button.text.empty()) {
        const float width = painter->text_width(button.text, Face::widget);
        const float x = button.icon ? button.rect.x + 32 : button.rect.x + (button.rect.width - width) / 2;
        painter->text(button.text, x, button.rect.y + button.rect.height / 2 + 4.5F, Face::widget, ink);
    }
    if (has_focus) focus_ring(button.rect, button_radius);
    if (!button.tooltip.empty() && (hovered || has_focus))
        offer_tooltip(item, button.tooltip, button.rect, button.tooltip_right);
    return pressed && button.enabled;
}

bool Canvas::Implementation::hotspot(std::string_view id, const viewer::Rect& rect, std::string_view tip) {
    const float scale = measurer.pixel_ratio();
    ImGui::SetCursorScreenPos(item_place(rect));
    bool pressed = ImGui::InvisibleButton(
        std::string(id).c_str(), {std::max(rect.width * scale, 1.0F), std::max(rect.height * scale, 1.0F)});
    const ImGuiID item = ImGui::GetItemID();
    const bool hovered = ImGui::IsItemHovered();
    const bool has_focus = focusable(item);
    if (has_focus && activate_focused) {
        pressed = true;
        activate_focused = false;
    }
    if (hovered && !has_focus) painter->outline(rect, theme[WidgetColor::bar_line], button_radius, 1);
    if (has_focus) focus_ring(rect, button_radius);
    if (!tip.empty() && (hovered || has_focus)) offer_tooltip(item, tip, rect);
    return pressed;
}

void Canvas::Implementation::icon(Icon icon, float x, float y, Color color) {
    // Signs are mirrored with everything else, but letters are not.
    const float turn = icon == Icon::type && view.strings().right_to_left() ? -1.0F : 1.0F;
    const auto stroke = [&](float x0, float y0, float x1, float y1) {
        x0 *= turn;
        x1 *= turn;
        painter->stroke(x + x0, y + y0, x + x1, y + y1, 1.6F, color);
        // Round ends and joins.
        painter->circle(x + x0, y + y0, 0.8F, color);
        painter->circle(x + x1, y + y1, 0.8F, color);
    };
    switch (icon) {
        case Icon::up:
            stroke(-5, 2.5F, 0, -2.5F);
            stroke(0, -2.5F, 5, 2.5F);
            break;
        case Icon::down:
            stroke(-5, -2.5F, 0, 2.5F);
            stroke(0, 2.5F, 5, -2.5F);
            break;
        case Icon::left:
            stroke(2, -4.5F, -2.5F, 0);
            stroke(-2.5F, 0, 2, 4.5F);
            break;
        case Icon::right:
            stroke(-2, -4.5F, 2.5F, 0);
            stroke(2.5F, 0, -2, 4.5F);
            break;
        case Icon::fold:
            stroke(-7, 0, 7, 0);
            stroke(-3.5F, -7, 0, -3.5F);
            stroke(0, -3.5F, 3.5F, -7);
            stroke(-3.5F, 7, 0, 3.5F);
            stroke(0, 3.5F, 3.5F, 7);
            break;
        case Icon::list:
            for (const float row : {-5.0F, 0.0F, 5.0F}) {
                painter->circle(x - 6, y + row, 1.2F, color);
                stroke(-2.5F, row, 7, row);
            }
            break;
        case Icon::info:
            painter->circle(x, y - 4.5F, 1.15F, color);
            stroke(0, -1, 0, 5);
            for (int step = 0; step < 24; ++step) {
                const float from = static_cast<float>(step) * 0.2617994F;
                const float to = from + 0.2617994F;
                painter->stroke(x + 8 * std::cos(from), y + 8 * std::sin(from), x + 8 * std::cos(to),
                                y + 8 * std::sin(to), 1.4F, color);
            }
            break;
        case Icon::eye:
        case Icon::eye_shut:
            // Two arcs and a pupil; shut: a stroke through them.
            for (int step = 0; step < 10; ++step) {
                const auto bow = [](int at) { return 4.8F * std::sin(static_cast<float>(at) * 0.31415927F); };
                const float from = -8 + 1.6F * static_cast<float>(step);
                stroke(from, bow(step), from + 1.6F, bow(step + 1));
                stroke(from, -bow(step), from + 1.6F, -bow(step + 1));
            }
            painter->circle(x, y, 2.3F, color);
            if (icon == Icon::eye_shut) stroke(-6.5F, 6.5F, 6.5F, -6.5F);
            break;
        case Icon::wide:
            stroke(-7, 0, 7, 0);
            stroke(-3.5F, -3.5F, -7, 0);
            stroke(-7, 0, -3.5F, 3.5F);
            stroke(3.5F, -3.5F, 7, 0);
            stroke(7, 0, 3.5F, 3.5F);
            break;
        case Icon::turn:
            stroke(-7, -3, 6, -3);
            stroke(3, -6, 6, -3);
            stroke(7, 3, -6, 3);
            stroke(-3, 6, -6, 3);
            break;
        case Icon::view:
            // Two columns, and a slider across them.
            for (const float side : {-6.5F, 1.5F}) {
                stroke(side, -6, side + 5, -6);
                stroke(side, 6, side + 5, 6);
                stroke(side, -6, side, 6);
                stroke(side + 5, -6, side + 5, 6);
            }
            break;
        case Icon::play:
            stroke(-4, -6.5F, 6, 0);
            stroke(6, 0, -4, 6.5F);
            stroke(-4, 6.5F, -4, -6.5F);
            break;
        case Icon::type:
            // "Aa"
            stroke(-8, 5, -4, -5.5F);
            stroke(-4, -5.5F, 0, 5);
            stroke(-6.6F, 1.5F, -1.4F, 1.5F);
            stroke(7, -0.5F, 7, 5);
            for (int step = 0; step < 12; ++step) {
                const float from = static_cast<float>(step) * 0.5235988F;
                const float to = from + 0.5235988F;
                painter->stroke(x + (4.6F + 2.5F * std::cos(from)) * turn, y + 2.4F + 2.6F * std::sin(from),
                                x + (4.6F + 2.5F * std::cos(to)) * turn, y + 2.4F + 2.6F * std::sin(to), 1.5F,
                                color);
            }
            break;
        case Icon::plus: stroke(0, -5.5F, 0, 5.5F); [[fallthrough]];
        case Icon::minus: stroke(-5.5F, 0, 5.5F, 0); break;
        case Icon::pause:
            stroke(-3.5F, -6, -3.5F, 6);
            stroke(3.5F, -6, 3.5F, 6);
            break;
        case Icon::close:
            stroke(-4, -4, 4, 4);
            stroke(-4, 4, 4, -4);
            break;
    }
}

void Canvas::Implementation::offer_tooltip(ImGuiID id, std::string_view text, const viewer::Rect& anchor,
                                           float right) {
    if (tooltip_id != id) {
        tooltip_id = id;
        tooltip_since = now;
    }
    tooltip = text;
    tooltip_anchor = anchor;
    tooltip_right = right;
}

void Canvas::Implementation::draw_tooltip() {
    tooltip_waiting = false;
    if (tooltip.empty()) {
        tooltip_id = 0;
        return;
    }
    if (now - tooltip_since < tooltip_delay) {
        tooltip_waiting = true;
        return;
    }
    const float width = painter->text_width(tooltip, Face::widget_small) + 20;
    const float height = 28;
    const float centre = tooltip_anchor.x + tooltip_anchor.width / 2;
    viewer::Rect box{centre - width / 2, tooltip_anchor.bottom() + 8, width, height};
    box.x = std::clamp(box.x, 6.0F, std::max(viewport.width - width - 6, 6.0F));
    if (box.bottom() > viewport.height - 4) box.y = tooltip_anchor.y - height - 8;
    if (tooltip_right > 0) {
        box.x = tooltip_right - width - 8;
        box.y = tooltip_anchor.y + (tooltip_anchor.height - height) / 2;
        if (box.x < 6) return;  // no room beside it
    }
    painter->set_list(*ImGui::GetForegroundDrawList());
    painter->rect(box, theme[WidgetColor::tooltip], 7);
    painter->text(tooltip, box.x + 10, box.y + 18.5F, Face::widget_small, theme[WidgetColor::tooltip_text]);
}

}  // namespace twicetold::canvas
