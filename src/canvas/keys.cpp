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

/// What an action does. False where there was nothing to do, and the key is the page's.
bool Canvas::Implementation::perform(Action action) {
    const auto done = [&](const viewer::Command& wanted) {
        run(wanted);
        return true;
    };
    const viewer::ViewState state = view.state();
    switch (action) {
        case Action::next_change: return done(command::NextChange{});
        case Action::previous_change: return done(command::PreviousChange{});
        case Action::first_change: return done(command::FirstChange{});
        case Action::last_change: return done(command::LastChange{});
        case Action::other_end: return done(command::JumpToOtherEnd{});
        // At the ends the keys are given back to the page.
        case Action::scroll_down: return run(command::ScrollBy{static_cast<double>(line_scroll), true});
        case Action::scroll_up: return run(command::ScrollBy{static_cast<double>(-line_scroll), true});
        case Action::page_down: return run(command::ScrollByPages{1});
        case Action::page_up: return run(command::ScrollByPages{-1});
        case Action::start: return done(command::ScrollToStart{});
        case Action::end: return done(command::ScrollToEnd{});
        case Action::fold: return done(command::ToggleFolded{});
        case Action::inline_text: {
            using viewer::Presentation;
            const bool is_inline = state.presentation == Presentation::inline_text && !state.narrow;
            return done(
                command::SetPresentation{is_inline ? Presentation::side_by_side : Presentation::inline_text});
        }
        case Action::turn_earlier:
        case Action::turn_later:
            if (state.presentation == viewer::Presentation::side_by_side) return false;
            return done(command::TurnPage{action == Action::turn_earlier ? -1 : 1});
        case Action::swap_sides: return done(command::SwapSides{});
        case Action::hide_cosmetic: {
            viewer::ChangeFilter filter = state.filter;
            filter.hide_cosmetic = !filter.hide_cosmetic;
            return done(command::SetFilter{filter});
        }
        case Action::list: return done(command::ToggleList{});
        case Action::timeline: return toggle_timeline();
        case Action::play: return toggle_playing();
        case Action::earlier_step: return done(command::PreviousStep{});
        case Action::later_step: return done(command::NextStep{});
        case Action::outlet_left_back: return done(command::StepOutlet{viewer::Side::before, -1});
        case Action::outlet_left_on: return done(command::StepOutlet{viewer::Side::before, 1});
        case Action::outlet_right_back: return done(command::StepOutlet{viewer::Side::after, -1});
        case Action::outlet_right_on: return done(command::StepOutlet{viewer::Side::after, 1});
        case Action::next_findings: return done(command::StepPanelView{1});
        case Action::previous_findings: return done(command::StepPanelView{-1});
        case Action::sort_claims: {
            const int sort = static_cast<int>(state.coverage.sort);
            const int count = static_cast<int>(viewer::claim_sort_count);
            return done(command::SetClaimSort{static_cast<viewer::ClaimSort>((sort + 1) % count)});
        }
        case Action::hide_names: return done(command::ToggleBlind{});
        case Action::wide_findings: return done(command::TogglePanelWide{});
        case Action::copy: return copy_selection();
        case Action::select_all: return done(command::SelectAllText{});
        case Action::search:
            if (!state.shown) return false;
            open_find(view.selected_text());
            return true;
        case Action::next_match: return run(command::FindNext{});
        case Action::previous_match: return run(command::FindPrevious{});
        case Action::text_menu: return menu_from_keys();
        case Action::zoom_in: return zoom(1);
        case Action::zoom_out: return zoom(-1);
        case Action::zoom_reset: return zoom(0);
        case Action::view_options: return toggle_popover(Popover::view);
        case Action::settings: return toggle_popover(Popover::settings);
        case Action::help: return toggle_popover(Popover::legend);
        case Action::count: break;
    }
    return false;
}

/// Closes what is open, from the top down.
bool Canvas::Implementation::escape() {
    if (popover != Popover::none) {
        popover = Popover::none;
    } else if (playing) {
        playing = false;
    } else if (!notice.empty()) {
        notice.clear();
    } else if (focus_id != 0) {
        focus_id = 0;
    } else if (!run(command::ClearSelection{}) && !run(command::SetListOpen{false})) {
        return false;
    }
    wake();
    return true;
}

bool Canvas::Implementation::toggle_popover(Popover wanted) {
    popover = popover == wanted ? Popover::none : wanted;
    popover_opened = popover != Popover::none;
    wake();
    return true;
}

bool Canvas::handle(const KeyEvent& event) {
    Implementation& self = *implementation_;
    if (!event.down) return false;
    self.by_keyboard = true;
    const Modifiers& with = event.modifiers;
    const std::string_view key = event.key;
    const bool plain = !with.control && !with.meta && !with.alt;
    if (!with.control && !with.meta && self.menu_key(key)) return true;
    if (self.find_key(event) || self.text_key(event)) return true;
    if (plain && self.is_coverage() && self.coverage_key(event)) return true;
    if (plain && self.timeline_key(event)) return true;
    if (plain && key == "Tab") return self.move_focus(with.shift);
    if (plain && key == "Escape") return self.escape();
    const bool on_list = self.focus_id != 0 && self.focus_id == self.list_id;
    if (plain && (key == "Enter" || key == " ") && self.focus_id != 0 && !on_list) {
        self.activate_focused = true;
        self.wake();
        return true;
    }
    if (plain && on_list && (key == "ArrowDown" || key == "ArrowUp"))
        return self.perform(key == "ArrowDown" ? Action::next_change : Action::previous_change);
    const std::optional<Action> action = self.bindings.find(event, self.view.state().mode);
    return action && self.perform(*action);
}

std::string Canvas::rebind(std::string_view keys) { return implementation_->bindings.rebind(keys); }

}  // namespace twicetold::canvas
