// What keys do.
#include "canvas/canvas.h"

#include <algorithm>

#include "canvas/implementation.h"

namespace twicetold::canvas {
namespace {

namespace command = viewer::command;

constexpr float line_scroll = 60;  // pixels of an arrow key

}  // namespace

bool Canvas::Implementation::move_focus(bool backwards) {
    const auto at = std::find(focus_order.begin(), focus_order.end(), focus_id);
    ImGuiID next = 0;
    if (focus_id == 0 || at == focus_order.end()) {
        if (!focus_order.empty()) next = backwards ? focus_order.back() : focus_order.front();
    } else if (backwards) {
        if (at != focus_order.begin()) next = *std::prev(at);
    } else if (std::next(at) != focus_order.end()) {
        next = *std::next(at);
    }
    focus_id = next;
    wake();
    return next != 0;
}

bool Canvas::handle(const KeyEvent& event) {
    Implementation& self = *implementation_;
    if (!event.down) return false;
    const Modifiers& with = event.modifiers;
    if (with.control || with.meta) return false;
    const std::string_view key = event.key;
    if (self.menu_key(key)) return true;
    if (!with.alt && self.is_coverage() && self.coverage_key(event)) return true;
    const auto moved = [&](const viewer::Command& wanted) {
        self.run(wanted);
        return true;
    };
    if (with.alt) {
        if (key == "ArrowDown") return moved(command::NextChange{});
        if (key == "ArrowUp") return moved(command::PreviousChange{});
        if (key == "Home") return moved(command::FirstChange{});
        if (key == "End") return moved(command::LastChange{});
        return false;
    }
    if (key == "Tab") return self.move_focus(with.shift);
    if (key == "n" || key == "N") return moved(command::NextChange{});
    if (key == "p" || key == "P") return moved(command::PreviousChange{});
    if (key == "F7") {
        if (with.shift) return moved(command::PreviousChange{});
        return moved(command::NextChange{});
    }
    if (key == "f" || key == "F") return moved(command::ToggleFolded{});
    if (key == "l" || key == "L") return moved(command::ToggleList{});
    if (key == "m" || key == "M") return moved(command::JumpToOtherEnd{});
    if (key == "[") return moved(command::PreviousStep{});
    if (key == "]") return moved(command::NextStep{});
    if (key == "?") {
        self.legend_open = !self.legend_open;
        self.wake();
        return true;
    }
    if (key == "Escape") {
        if (self.legend_open) {
            self.legend_open = false;
        } else if (!self.notice.empty()) {
            self.notice.clear();
        } else if (self.focus_id != 0) {
            self.focus_id = 0;
        } else if (!self.run(command::SetListOpen{false})) {
            return false;
        }
        self.wake();
        return true;
    }
    const bool on_list = self.focus_id != 0 && self.focus_id == self.list_id;
    if ((key == "Enter" || key == " ") && self.focus_id != 0 && !on_list) {
        self.activate_focused = true;
        self.wake();
        return true;
    }
    if (key == "ArrowDown" || key == "ArrowUp") {
        const bool down = key == "ArrowDown";
        if (on_list && down) return moved(command::NextChange{});
        if (on_list) return moved(command::PreviousChange{});
        return self.run(command::ScrollBy{static_cast<double>(down ? line_scroll : -line_scroll), true});
    }
    if (key == "PageDown") return self.run(command::ScrollByPages{1});
    if (key == "PageUp") return self.run(command::ScrollByPages{-1});
    if (key == " ") return self.run(command::ScrollByPages{with.shift ? -1.0 : 1.0});
    if (key == "Home") return moved(command::ScrollToStart{});
    if (key == "End") return moved(command::ScrollToEnd{});
    return false;
}

}  // namespace twicetold::canvas
