// Selecting text with mouse, pen and keys, and copying it.
#include <cmath>

#include "canvas/implementation.h"

namespace twicetold::canvas {
namespace {

namespace command = viewer::command;

constexpr float drag_slop = 4;             // pixels; a press that moves less is a click
constexpr float same_place = 6;            // pixels between the presses of a double click
constexpr double double_click_span = 0.5;  // seconds between them, as desktops have it

}  // namespace

bool Canvas::Implementation::press_text(const PointerEvent& event) {
    using Kind = viewer::Hit::Kind;
    selecting = false;
    if (over_panel(event.x, event.y) || !view.is_article(event.x, event.y)) return false;
    const Kind kind = view.hit(event.x, event.y).kind;
    if (kind != Kind::text && kind != Kind::mark && kind != Kind::nothing) return false;
    const bool again = press_count > 0 && event.seconds - press_seconds < double_click_span &&
                       std::hypot(event.x - press_x, event.y - press_y) < same_place;
    press_count = again ? press_count + 1 : 1;
    press_seconds = event.seconds;
    press_x = event.x;
    press_y = event.y;
    press_moved = false;
    selecting = true;
    const int unit = (press_count - 1) % 3;
    run(command::PressText{event.x, event.y, static_cast<viewer::SelectionUnit>(unit),
                           event.modifiers.shift});
    return true;
}

bool Canvas::Implementation::drag_text(const PointerEvent& event) {
    if (!selecting) return false;
    if (!press_moved && std::hypot(event.x - press_x, event.y - press_y) < drag_slop) return true;
    press_moved = true;
    run(command::DragText{event.x, event.y});
    // Beyond an edge the text goes on scrolling while the pointer rests.
    if (view.animating()) wake();
    return true;
}

bool Canvas::Implementation::release_text(const PointerEvent& event) {
    if (!selecting) return false;
    selecting = false;
    run(command::ReleaseText{});
    if (press_moved) {
        press_count = 0;
    } else if (press_count == 1 && !event.modifiers.shift) {
        click(event.x, event.y);
    }
    return true;
}

bool Canvas::Implementation::copy_selection() {
    const std::string text = view.selected_text();
    if (text.empty()) return false;
    platform.set_clipboard(text);
    return true;
}

bool Canvas::Implementation::text_key(const KeyEvent& event) {
    const Modifiers& with = event.modifiers;
    const std::string_view key = event.key;
    const bool command_key = (with.control || with.meta) && !with.alt;
    if (with.shift && !with.alt && focus_id == 0) {
        const auto step = [&](viewer::SelectionStep by, bool forward) {
            const command::MoveSelection wanted{by, forward};
            return run(wanted);
        };
        const auto across = command_key ? viewer::SelectionStep::word : viewer::SelectionStep::cluster;
        if (key == "ArrowRight") return step(across, true);
        if (key == "ArrowLeft") return step(across, false);
        if (key == "ArrowDown" && !command_key) return step(viewer::SelectionStep::line, true);
        if (key == "ArrowUp" && !command_key) return step(viewer::SelectionStep::line, false);
    }
    return false;
}

}  // namespace twicetold::canvas
