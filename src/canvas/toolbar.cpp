// The bar above the panes: steps through the changes, chooses versions, opens the other panels.
#include <algorithm>

#include "canvas/implementation.h"
#include "imgui_internal.h"

namespace twicetold::canvas {
namespace {

constexpr float usual_size = 36;
constexpr float size_for_fingers = 44;
constexpr float edge = 10;
constexpr float segment_padding = 13;

}  // namespace

void Canvas::Implementation::draw_toolbar() {
    namespace command = viewer::command;
    using viewer::Text;
    const viewer::ViewState state = view.state();
    painter->rect(toolbar_rect, theme[WidgetColor::bar]);
    painter->rect({toolbar_rect.x, toolbar_rect.bottom() - 1, toolbar_rect.width, 1},
                  theme[WidgetColor::bar_line]);
    const float button_size = narrow() || by_touch ? size_for_fingers : usual_size;
    const float top = toolbar_rect.y + (toolbar_height - button_size) / 2;

    // From the left: the changes.
    float left = edge;
    const auto square = [&](std::string_view id, float x, Icon icon, std::string_view tip, bool enabled,
                            bool toggled) {
        return button({id, {x, top, button_size, button_size}, tip, icon, {}, enabled, toggled, true});
    };
    const bool any = state.change_count > 0;
    const bool coverage = state.mode == engine::Mode::coverage;
    if (square("previous", left, Icon::up,
               tip(coverage ? Text::coverage_previous : Text::viewer_previous, Action::previous_change),
               any && state.change != 0, false)) {
        run(command::PreviousChange{});
    }
    left += button_size + 2;
    const bool more = state.change + 1 < static_cast<std::int32_t>(state.change_count);
    if (square("next", left, Icon::down,
               tip(coverage ? Text::coverage_next : Text::viewer_next, Action::next_change), any && more,
               false))
        run(command::NextChange{});
    left += button_size + 10;
    const std::string position = view.position_label();
    painter->text(position, left, top + button_size / 2 + 4.5F, Face::widget_strong,
                  theme[WidgetColor::text]);
    // Room for the longest label, so that nothing beside it moves while stepping.
    const std::uint64_t last = state.change_count;
    const std::string longest =
        say(coverage ? Text::coverage_position : Text::viewer_position, {{"number", last}, {"count", last}});
    const float position_right = left + painter->text_width(position, Face::widget_strong);
    left = std::max(position_right, left + painter->text_width(longest, Face::widget_strong));
    const float summary_left = state.change < 0 ? position_right : left;

    // From the right: the panels.
    float right = toolbar_rect.width - edge - button_size;
    if (square("list", right, Icon::list,
               tip(coverage ? Text::coverage_findings : Text::viewer_list, Action::list), true,
               state.list_open))
        run(command::ToggleList{});
    right -= button_size + 2;
    const auto opens = [&](std::string_view id, Popover wanted, Icon icon, std::string_view tip) {
        if (popover == wanted) popover_anchor = {right, top, button_size, button_size};
        if (square(id, right, icon, tip, true, popover == wanted)) toggle_popover(wanted);
        right -= button_size + 2;
    };
    // In a narrow window the panel of what shows leads to these.
    if (!narrow() || coverage)
        opens("legend", Popover::legend, Icon::info, tip(Text::viewer_legend, Action::help));
    if (!narrow())
        opens("settings", Popover::settings, Icon::type, tip(Text::settings_title, Action::settings));
    if (!coverage)
        opens("view", Popover::view, Icon::view, tip(Text::keys_view_options, Action::view_options));
    if (coverage) {
        const bool blind = state.coverage.blind;
        if (square("blind", right, blind ? Icon::eye_shut : Icon::eye,
                   tip(blind ? Text::coverage_named : Text::coverage_blind, Action::hide_names), true,
                   blind)) {
            run(command::ToggleBlind{});
        }
        right -= button_size + 2;
        const bool turns = narrow() && state.before != state.after;
        if (turns &&
            square("turn", right, Icon::turn, tip(Text::coverage_turn, Action::other_end), true, false))
            run(command::TurnSide{});
        return;
    }
    // In a narrow window it stands in the panel of what shows.
    if (!narrow() && square("fold", right, Icon::fold,
                            tip(state.folded ? Text::viewer_unfold : Text::viewer_fold, Action::fold),
                            view.foldable(), state.folded)) {
        run(command::ToggleFolded{});
    }

    // Between them, or below where there is no room: the versions.
    const std::vector<viewer::StepLabel>& steps = view.steps();
    const std::string_view shown = steps[state.step].text;
    const float text_width = painter->text_width(shown, Face::widget_strong);
    const float box = text_width + 2 * 32 + 16;
    // What the changes amount to stands beside their number, unless the versions need the room; the list says it too.
    const std::string summary = view.summary_label();
    if (!summary.empty()) {
        const std::string_view dot = "·";
        const float lead = 8 + painter->text_width(dot, Face::widget_strong) + 8;
        const float end = left + lead + painter->text_width(summary, Face::widget);
        const float needed = steps.size() > 1 && !narrow() ? box + 26 : 10;
        if (end + needed <= right) {
            const float baseline = top + button_size / 2 + 4.5F;
            painter->text(dot, summary_left + 8, baseline, Face::widget_strong,
                          theme[WidgetColor::text_soft]);
            painter->text(summary, summary_left + lead, baseline, Face::widget, theme[WidgetColor::text]);
            left = end;
        }
    }
    if (steps.size() < 2 || shows_timeline()) return;
    float picker_top = top;
    float from = left + 16;
    float to = right - 10;
    if (narrow()) {
        picker_top = toolbar_rect.y + toolbar_height - 4;
        from = edge;
        to = toolbar_rect.width - edge;
    }
    float width = 0;
    for (const viewer::StepLabel& step : steps)
        width += painter->text_width(step.text, Face::widget) + 2 * segment_padding;
    const float height = 32;
    const float y = picker_top + (button_size - height) / 2;
    if (width + 6 <= to - from) {
        float x = from + (to - from - width) / 2;
        painter->rect({x - 3, y, width + 6, height}, theme[WidgetColor::badge], 9);
        for (const viewer::StepLabel& step : steps) {
            std::string what = say(Text::viewer_step_tip, {{"before", std::uint64_t{step.before} + 1},
                                                           {"after", std::uint64_t{step.after} + 1}});
            if (step.after - step.before > 1) what = say(Text::viewer_step_whole, {{"step", what}});
            if (step.step < state.step)
                what = say(Text::viewer_step_back,
                           {{"step", what}, {"key", bindings.label(view.strings(), Action::earlier_step)}});
            if (step.step > state.step)
                what = say(Text::viewer_step_on,
                           {{"step", what}, {"key", bindings.label(view.strings(), Action::later_step)}});
            const std::string id = "step" + std::to_string(step.step);
            const float segment = painter->text_width(step.text, Face::widget) + 2 * segment_padding;
            if (button({id,
                        {x, y + 3, segment, height - 6},
                        what,
                        {},
                        step.text,
                        true,
                        step.step == state.step,
                        true})) {
                run(command::SelectStep{step.step});
            }
            x += segment;
        }
        return;
    }
    // Too many for their own buttons: one pair, and a step to either side.
    if (box > to - from) return;
    const float x = from + (to - from - box) / 2;
    painter->rect({x, y, box, height}, theme[WidgetColor::badge], 9);
    if (button({"earlier",
                {x + 2, y + 2, 30, height - 4},
                tip(Text::viewer_earlier, Action::earlier_step),
                Icon::left,
                {},
                state.step > 0,
                false,
                true})) {
        run(command::PreviousStep{});
    }
    painter->text(shown, x + (box - text_width) / 2, y + height / 2 + 4.5F, Face::widget_strong,
                  theme[WidgetColor::text]);
    if (button({"later",
                {x + box - 32, y + 2, 30, height - 4},
                tip(Text::viewer_later, Action::later_step),
                Icon::right,
                {},
                state.step + 1 < steps.size(),
                false,
                true})) {
        run(command::NextStep{});
    }
}

}  // namespace twicetold::canvas
