// What mouse, pen and fingers do.
#include "canvas/canvas.h"

#include <algorithm>
#include <cmath>

#include "canvas/implementation.h"

namespace twicetold::canvas {
namespace {

namespace command = viewer::command;

constexpr float coarse_wheel = 40;  // a wheel's notch is at least this; touch pads send less
constexpr float touch_slop = 9;     // a finger that moves less has tapped

}  // namespace

void Canvas::Implementation::update_cursor() {
    using Kind = viewer::Hit::Kind;
    const bool clickable =
        hover.kind == Kind::fold || hover.kind == Kind::panel ||
        (hover.kind == Kind::mark && (hover.move >= 0 || hover.change >= 0 || hover.sentence >= 0));
    platform.set_cursor(clickable   ? platform::Cursor::hand
                        : over_text ? platform::Cursor::text
                                    : platform::Cursor::arrow);
}

bool Canvas::handle(const PointerEvent& event) {
    Implementation& self = *implementation_;
    ImGui::SetCurrentContext(self.context);
    ImGuiIO& io = ImGui::GetIO();
    const float scale = self.measurer.pixel_ratio();
    using Type = PointerEvent::Type;
    const bool touch = event.device == PointerEvent::Device::touch;
    const bool secondary = event.type == Type::down && event.button == 2;
    if (secondary && self.menu && !self.menu_rect.contains(event.x, event.y)) self.menu.reset();
    if (event.type != Type::leave && self.menu_pointer(event)) {
        // Nothing below the menu is hovered or pressed.
        io.AddMousePosEvent(-FLT_MAX, -FLT_MAX);
        io.AddMouseButtonEvent(0, false);
        return true;
    }

    // The pointer that selects is followed beyond the edges.
    if (event.type == Type::leave && self.selecting && !touch) return false;
    if (event.type == Type::leave) {
        self.pointer_inside = false;
        self.hover = {};
        self.dragging_overview = false;
        self.touch_down = false;
        self.holding = false;
        io.AddMousePosEvent(-FLT_MAX, -FLT_MAX);
        self.wake();
        return false;
    }
    if (event.type == Type::wheel) {
        if (event.modifiers.control) return false;  // the browser's zoom
        if (self.popover_rect.contains(event.x, event.y)) {
            self.scroll_popover(event.wheel_y);
            return true;
        }
        if (self.over_panel(event.x, event.y))
            return self.run(command::ScrollPanelBy{static_cast<double>(event.wheel_y)});
        if (self.list_rect.contains(event.x, event.y)) {
            const float before = self.list_scroll;
            self.scroll_list(event.wheel_y);
            return self.list_scroll != before;
        }
        if (!self.over_article(event.x, event.y) || event.wheel_y == 0) return false;
        return self.run(command::ScrollBy{static_cast<double>(event.wheel_y),
                                          std::abs(event.wheel_y) >= coarse_wheel, self.pane_at(event.x)});
    }

    self.pointer_x = event.x;
    self.pointer_y = event.y;
    self.pointer_inside = true;
    io.AddMouseSourceEvent(touch ? ImGuiMouseSource_TouchScreen : ImGuiMouseSource_Mouse);
    io.AddMousePosEvent(event.x * scale, event.y * scale);
    const bool article = self.over_article(event.x, event.y) || self.over_panel(event.x, event.y);

    if (event.type == Type::move) {
        if (self.dragging_overview) {
            const viewer::Rect strip = self.view.overview().strip;
            self.run(command::ScrollToShare{static_cast<double>(
                std::clamp((event.y - strip.y) / std::max(strip.height, 1.0F), 0.0F, 1.0F))});
            return true;
        }
        if (self.drag_text(event)) return true;
        if (touch && self.touch_down) {
            if (!self.touch_scrolls && std::abs(event.y - self.touch_y) < touch_slop) return true;
            self.holding = false;
            const float moved = self.touch_y - event.y;
            self.touch_scrolls = true;
            self.touch_y = event.y;
            if (self.panel_rect.contains(event.x, event.y))
                return self.run(command::ScrollPanelBy{static_cast<double>(moved)});
            if (self.list_rect.contains(event.x, event.y)) {
                self.scroll_list(moved);
                return true;
            }
            return self.run(command::ScrollBy{static_cast<double>(moved), false, self.pane_at(event.x)});
        }
        const viewer::Hit hit = article ? self.view.hit(event.x, event.y) : viewer::Hit{};
        const bool text = self.over_article(event.x, event.y) && self.view.is_text(event.x, event.y);
        if (text != self.over_text || hit.kind != self.hover.kind || hit.change != self.hover.change ||
            hit.move != self.hover.move || hit.row != self.hover.row || hit.sentence != self.hover.sentence) {
            self.hover = hit;
            self.over_text = text;
            self.hover_since = self.now;
            self.update_cursor();
            self.wake();
        }
        if (!article) self.wake();
        return article || self.toolbar_rect.contains(event.x, event.y);
    }
    if (secondary) return self.press_for_menu(event);
    if (event.button != 0) return false;

    if (event.type == Type::down) {
        if (self.popover != Popover::none && !self.popover_rect.contains(event.x, event.y) &&
            !self.popover_anchor.contains(event.x, event.y)) {
            self.popover = Popover::none;
        }
        self.focus_id = 0;
        self.by_keyboard = false;
        self.find_focused = self.find_rect.contains(event.x, event.y);
        self.touch_down = touch;
        self.touch_scrolls = false;
        self.touch_x = event.x;
        self.touch_y = event.y;
        self.wake(4);
        if (!article) {
            // A finger on the list may be about to scroll it: the press is passed on when it turns out to be a tap.
            if (!touch) io.AddMouseButtonEvent(0, true);
            return true;
        }
        self.holding = touch && self.view.is_text(event.x, event.y);
        self.hold_since = -1;
        if (touch) return true;
        if (self.press_text(event)) return true;
        if (self.view.hit(event.x, event.y).kind == viewer::Hit::Kind::overview)
            self.dragging_overview = !self.is_coverage();
        self.click(event.x, event.y);
        return true;
    }

    // Released.
    self.wake(4);
    self.dragging_overview = false;
    if (self.release_text(event)) return true;
    if (touch) {
        const bool tap = self.touch_down && !self.touch_scrolls;
        self.touch_down = false;
        self.holding = false;
        if (tap && article) self.click(event.x, event.y);
        if (tap && !article) {
            io.AddMouseButtonEvent(0, true);
            io.AddMouseButtonEvent(0, false);
        }
        io.AddMousePosEvent(-FLT_MAX, -FLT_MAX);  // nothing stays hovered behind a finger
        self.wake(6);
        return true;
    }
    io.AddMouseButtonEvent(0, false);
    return true;
}

std::optional<viewer::Side> Canvas::Implementation::pane_at(float x) const {
    if (!is_coverage()) return std::nullopt;
    for (const viewer::Side side : {viewer::Side::before, viewer::Side::after}) {
        const viewer::Rect head = view.header_box(side);
        if (x >= head.x && x < head.right()) return side;
    }
    return std::nullopt;
}

void Canvas::Implementation::uncover_article() {
    if (narrow()) {
        run(command::SetListOpen{false});
    } else {
        run(command::SetPanelWide{false});
    }
}

void Canvas::Implementation::click(float x, float y) {
    const bool in_panel = over_panel(x, y);
    const bool chose = in_panel && view.hit(x, y).kind == viewer::Hit::Kind::panel;
    run(command::ClickAt{x, y});
    if (in_panel) focus_id = list_id;
    // There the panel covers the article, and whoever chose something in it wants to see it.
    if (chose) uncover_article();
}

}  // namespace twicetold::canvas
