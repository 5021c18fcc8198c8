// What mouse, pen and fingers do.
#include "canvas/canvas.h"

#include <algorithm>
#include <cmath>

#include "canvas/implementation.h"

namespace twicetold::canvas {
namespace {

namespace command = viewer::command;

constexpr float coarse_wheel = 40;  // a wheel's notch is at least this; touch pads send less

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
    if (secondary && self.menu && !self.menu_rect.contains(self.mirrored(event.x), event.y))
        self.menu.reset();
    // The finger that opened the menu by resting is done with.
    if (touch && event.type == Type::up && self.menu) self.touch.cancel();
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
        self.touch.cancel();
        io.AddMousePosEvent(-FLT_MAX, -FLT_MAX);
        self.wake();
        return false;
    }
    if (event.type == Type::wheel) {
        if (event.modifiers.control) return false;  // the browser's zoom
        if (self.popover_rect.contains(self.mirrored(event.x), event.y)) {
            self.scroll_popover(event.wheel_y);
            return true;
        }
        if (self.over_panel(event.x, event.y))
            return self.run(command::ScrollPanelBy{static_cast<double>(event.wheel_y)});
        if (self.list_rect.contains(self.mirrored(event.x), event.y)) {
            const float before = self.list_scroll;
            self.scroll_list(event.wheel_y);
            return self.list_scroll != before;
        }
        if (!self.over_article(event.x, event.y) || event.wheel_y == 0) return false;
        return self.run(command::ScrollBy{static_cast<double>(event.wheel_y),
                                          std::abs(event.wheel_y) >= coarse_wheel, self.pane_at(event.x)});
    }

    if (touch) return self.touched(event);
    self.pointer_x = event.x;
    self.pointer_y = event.y;
    self.pointer_inside = true;
    io.AddMouseSourceEvent(ImGuiMouseSource_Mouse);
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
        if (self.popover != Popover::none && !self.popover_rect.contains(self.mirrored(event.x), event.y) &&
            !self.popover_anchor.contains(self.mirrored(event.x), event.y)) {
            self.popover = Popover::none;
        }
        self.focus_id = 0;
        self.by_keyboard = false;
        self.by_touch = false;
        self.find_focused = self.find_rect.contains(self.mirrored(event.x), event.y);
        self.wake(4);
        if (!article) {
            io.AddMouseButtonEvent(0, true);
            return true;
        }
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
    io.AddMouseButtonEvent(0, false);
    return true;
}

bool Canvas::Implementation::touched(const PointerEvent& event) {
    using Type = PointerEvent::Type;
    wake(4);
    if (event.type == Type::down) {
        by_keyboard = false;
        by_touch = true;
        focus_id = 0;
        find_focused = find_rect.contains(mirrored(event.x), event.y);
        touch_released = touch_moved = false;
        pinch_from = measurer.text_scale();
        // A finger stops what is still moving.
        view.apply(command::Fling{});
        touch.down(event.finger, event.x, event.y, event.seconds);
        return true;
    }
    if (event.type == Type::move) {
        if (touch_released) return false;
        return !touch.active() || perform(touch.move(event.finger, event.x, event.y, event.seconds));
    }
    const Gesture gesture = touch.up(event.finger, event.x, event.y, event.seconds);
    return touch_released || perform(gesture);
}

bool Canvas::Implementation::perform(const Gesture& gesture) {
    const float x = gesture.x;
    const float y = gesture.y;
    const bool popped = popover_rect.contains(mirrored(x), y);
    const bool listed = !popped && list_rect.contains(mirrored(x), y) && !panel_rect.contains(mirrored(x), y);
    const bool panelled = !popped && panel_rect.contains(mirrored(x), y);
    switch (gesture.kind) {
        case Gesture::Kind::none: return true;
        case Gesture::Kind::scroll: {
            const auto pixels = static_cast<double>(gesture.pixels);
            bool moved = true;
            if (popped) {
                scroll_popover(gesture.pixels);
            } else if (panelled) {
                moved = run(command::ScrollPanelBy{pixels});
            } else if (listed) {
                scroll_list(gesture.pixels);
            } else if (!is_coverage() && view.overview().strip.contains(x, y)) {
                // The strip is dragged as a scroll bar: its length is the whole text's.
                const auto length = static_cast<double>(std::max(view.overview().strip.height, 1.0F));
                const viewer::ViewState state = view.state();
                moved = run(command::ScrollBy{-pixels * (state.scroll_max + length) / length, false});
            } else {
                moved = run(command::ScrollBy{pixels, false, pane_at(x)});
            }
            // At the end from the start on: the page around may have it. One that was begun here is not let go.
            touch_released = !moved && !touch_moved;
            touch_moved = touch_moved || moved;
            return moved || touch_moved;
        }
        case Gesture::Kind::fling:
            if (!popped && !listed && !panelled)
                run(command::Fling{static_cast<double>(gesture.velocity), pane_at(x)});
            return true;
        case Gesture::Kind::swipe: {
            if (popped || listed || panelled) return true;
            if (is_coverage()) {
                run(command::TurnSide{});
                return true;
            }
            const bool from_right = view.state().mirrored;
            run(command::TurnPage{from_right ? -gesture.direction : gesture.direction});
            return true;
        }
        case Gesture::Kind::pinch: {
            const float wanted = pinch_from * gesture.factor;
            // Every size is set anew, so small steps suffice.
            if (std::abs(wanted - measurer.text_scale()) > measurer.text_scale() * 0.04F)
                set_text_scale(wanted);
            return true;
        }
        case Gesture::Kind::long_press:
        case Gesture::Kind::tap: break;
    }
    if (gesture.kind == Gesture::Kind::long_press) {
        hold(x, y);
        return true;
    }
    ImGuiIO& io = ImGui::GetIO();
    const float scale = measurer.pixel_ratio();
    if (popover != Popover::none && !popped && !popover_anchor.contains(mirrored(x), y))
        popover = Popover::none;
    if (over_article(x, y) || over_panel(x, y)) {
        click(x, y);
    } else {
        io.AddMouseSourceEvent(ImGuiMouseSource_TouchScreen);
        io.AddMousePosEvent(x * scale, y * scale);
        pointer_x = x;
        pointer_y = y;
        io.AddMouseButtonEvent(0, true);
        io.AddMouseButtonEvent(0, false);
    }
    io.AddMousePosEvent(-FLT_MAX, -FLT_MAX);  // nothing stays hovered behind a finger
    wake(6);
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
