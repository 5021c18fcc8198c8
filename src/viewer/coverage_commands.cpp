// Which command of the coverage mode does what.
#include <algorithm>
#include <utility>

#include "viewer/coverage_view.h"

namespace twicetold::viewer {

bool CoverageView::apply_to_outlets(const Command& command) {
    if (const auto* wanted = std::get_if<command::SelectOutlet>(&command)) {
        if (!show_outlet(wanted->side, wanted->document)) return false;
        side_ = wanted->side;
        refilter();
        return true;
    }
    if (const auto* wanted = std::get_if<command::StepOutlet>(&command))
        return step_outlet(wanted->side, wanted->direction);
    if (std::holds_alternative<command::TurnSide>(command) && panes_[1].document >= 0) {
        side_ = other(side_);
        return true;
    }
    const auto* wanted = std::get_if<command::SetBlind>(&command);
    const bool blind = wanted != nullptr ? wanted->blind : !outlets_.blind();
    if ((wanted == nullptr && !std::holds_alternative<command::ToggleBlind>(command)) ||
        blind == outlets_.blind()) {
        return false;
    }
    outlets_ = Outlets(outlets_.strings(), *comparison_, blind);
    lay_out_panes();
    rebuild_panel();
    return true;
}

bool CoverageView::apply_to_panel(const Command& command) {
    PanelQuery query = query_;
    if (const auto* wanted = std::get_if<command::SetClaimSort>(&command)) {
        query.sort = wanted->sort;
        return set_query(query);
    }
    if (const auto* wanted = std::get_if<command::SetClaimFilter>(&command)) {
        query.filter = wanted->filter;
        return set_query(query);
    }
    if (const auto* wanted = std::get_if<command::SetOutletFilter>(&command)) {
        if (wanted->outlet >= static_cast<std::int32_t>(comparison_->documents.size())) return false;
        query.outlet = std::max(wanted->outlet, shown_outlets);
        return set_query(query);
    }
    std::optional<PanelView> view;
    if (const auto* wanted = std::get_if<command::SetPanelView>(&command)) view = wanted->view;
    if (const auto* wanted = std::get_if<command::StepPanelView>(&command)) {
        const int count = static_cast<int>(panel_view_count);
        view = static_cast<PanelView>((static_cast<int>(view_) + wanted->direction + count) % count);
    }
    if (view) {
        if (*view == view_) return false;
        view_ = *view;
        panel_.scroll_to_start();
        rebuild_panel();
        panel_.put_cursor(std::max(view_ == PanelView::claims ? position_of(selected_) : 0, 0), 0);
        return true;
    }
    if (const auto* wanted = std::get_if<command::SetPanelWide>(&command))
        return std::exchange(wide_, wanted->wide) != wanted->wide;
    if (std::holds_alternative<command::TogglePanelWide>(command)) {
        wide_ = !wide_;
        list_open_ = list_open_ || wide_;
        return true;
    }
    if (const auto* wanted = std::get_if<command::SetListOpen>(&command)) {
        wide_ = wide_ && wanted->open;
        return std::exchange(list_open_, wanted->open) != wanted->open;
    }
    if (std::holds_alternative<command::ToggleList>(command)) {
        list_open_ = !list_open_;
        wide_ = wide_ && list_open_;
        return true;
    }
    if (const auto* wanted = std::get_if<command::ScrollPanelBy>(&command))
        return panel_.scroll_by(wanted->pixels);
    if (const auto* wanted = std::get_if<command::MoveInPanel>(&command)) {
        const bool moved = panel_.move(wanted->rows, wanted->columns);
        const PanelTarget* at = panel_.cursor();
        if (moved && view_ == PanelView::claims && at != nullptr && at->box.claim != selected_) {
            return select_claim(at->box.claim, std::nullopt);
        }
        return moved;
    }
    if (std::holds_alternative<command::OpenFromPanel>(command)) {
        const PanelTarget* at = panel_.cursor();
        if (at == nullptr) return false;
        const PanelTarget target = *at;
        return open_target(target);
    }
    if (const auto* wanted = std::get_if<command::OpenCell>(&command)) {
        if (wanted->claim < 0 || wanted->document >= comparison_->documents.size()) return false;
        return select_claim(wanted->claim, wanted->document);
    }
    if (const auto* wanted = std::get_if<command::OpenSentence>(&command))
        return open_sentence(wanted->document, wanted->sentence);
    return false;
}

bool CoverageView::apply(const Command& command) {
    const auto last = static_cast<std::int32_t>(order_.size()) - 1;
    const std::int32_t position = position_of(selected_);
    if (std::holds_alternative<command::NextChange>(command))
        return select_position(std::min(position + 1, last));
    if (std::holds_alternative<command::PreviousChange>(command))
        return select_position(position < 0 ? last : std::max(position - 1, 0));
    if (std::holds_alternative<command::FirstChange>(command)) return select_position(0);
    if (std::holds_alternative<command::LastChange>(command)) return select_position(last);
    if (const auto* wanted = std::get_if<command::SelectChange>(&command)) {
        return wanted->change > last ? false : select_position(wanted->change);
    }
    if (const auto* wanted = std::get_if<command::ScrollBy>(&command))
        return scroll_by(wanted->pixels, wanted->animated, wanted->side);
    if (const auto* wanted = std::get_if<command::ScrollByPages>(&command)) {
        constexpr double overlap = 48;
        const double page = std::max(view_height() - overlap, view_height() / 2);
        return scroll_by(wanted->pages * page, true, std::nullopt);
    }
    const auto both = [&](auto where, bool animated) {
        bool changed = false;
        for (const Side side : {Side::before, Side::after})
            changed = scroll_to(side, where(side), animated) || changed;
        return changed;
    };
    if (const auto* wanted = std::get_if<command::ScrollTo>(&command))
        return both([&](Side) { return wanted->position; }, false);
    if (const auto* wanted = std::get_if<command::ScrollToShare>(&command)) {
        return both(
            [&](Side side) {
                return wanted->share * static_cast<double>(pane(side).height) - view_height() / 2;
            },
            false);
    }
    if (std::holds_alternative<command::ScrollToStart>(command)) return both([](Side) { return 0.0; }, true);
    if (std::holds_alternative<command::ScrollToEnd>(command))
        return both([&](Side side) { return most(side); }, true);
    if (const auto* wanted = std::get_if<command::ClickAt>(&command)) return click(wanted->x, wanted->y);
    if (std::holds_alternative<command::JumpToOtherEnd>(command))
        return apply_to_outlets(command::TurnSide{});
    return apply_to_outlets(command) || apply_to_panel(command);
}

}  // namespace twicetold::viewer
