// What shows, and in which shape: the layout, folding, the sides, and which kinds of change.
#include <algorithm>
#include <array>
#include <cmath>
#include <string>
#include <vector>

#include "canvas/implementation.h"
#include "viewer/labels.h"
#include "viewer/stops.h"

namespace twicetold::canvas {
namespace {

namespace command = viewer::command;
using viewer::Presentation;
using viewer::Text;

constexpr float padding = 10;
constexpr float width = 340;
constexpr float text_indent = 34;
constexpr float heading_height = 30;
constexpr float divider_height = 13;
constexpr float row_usual = 34;
constexpr float row_for_fingers = 44;

struct KindCount {
    engine::ChangeKind kind = engine::ChangeKind::wording;
    std::uint32_t count = 0;
};

/// The kinds that the step has, shown or hidden, in the order of the enumeration.
std::vector<KindCount> kinds_of(const engine::Step& step) {
    std::array<std::uint32_t, 32> counts{};
    const viewer::Stops stops = viewer::make_stops(step);
    for (const std::int32_t first : stops.first)
        ++counts[static_cast<std::size_t>(step.changes[static_cast<std::size_t>(first)].kind)];
    std::vector<KindCount> result;
    for (std::size_t kind = 0; kind < counts.size(); ++kind) {
        if (counts[kind] > 0) result.push_back({static_cast<engine::ChangeKind>(kind), counts[kind]});
    }
    return result;
}

}  // namespace

bool Canvas::Implementation::option_row(const OptionRow& row, float y) {
    const float scale = measurer.pixel_ratio();
    const viewer::Rect rect{popover_rect.x + padding, y, popover_rect.width - 2 * padding, row.height};
    // What is scrolled out of the box is neither drawn nor reached; the keyboard brings it in first.
    const std::string id(row.id);
    ImGui::SetCursorScreenPos(item_place(rect));
    bool pressed = ImGui::InvisibleButton(id.c_str(), {rect.width * scale, rect.height * scale});
    const ImGuiID item = ImGui::GetItemID();
    const bool inside = popover_rect.contains(mirrored(pointer_x), pointer_y);
    const bool hovered = inside && ImGui::IsItemHovered();
    pressed = pressed && inside;
    const bool has_focus = focusable(item);
    if (has_focus && activate_focused) {
        pressed = true;
        activate_focused = false;
    }
    if (has_focus) {
        const float above = popover_rect.y + padding - rect.y;
        const float below = rect.bottom() - (popover_rect.bottom() - padding);
        if (above > 0) scroll_popover(-above);
        if (below > 0) scroll_popover(below);
    }
    if (hovered) painter->rect(rect, theme[WidgetColor::hover], 7);
    const float middle = rect.y + rect.height / 2;
    const Color ink = theme[WidgetColor::text];
    const float mark_x = rect.x + 15;
    if (row.leads) {
        painter->stroke(mark_x - 2, middle - 4, mark_x + 2, middle, 1.6F, theme[WidgetColor::text_soft]);
        painter->stroke(mark_x + 2, middle, mark_x - 2, middle + 4, 1.6F, theme[WidgetColor::text_soft]);
    } else if (row.choice) {
        // A ring, filled where it is chosen.
        painter->circle(mark_x, middle, 7, theme[WidgetColor::text_soft]);
        painter->circle(mark_x, middle, 5.5F, theme[viewer::ColorRole::page]);
        if (row.checked) painter->circle(mark_x, middle, 3.5F, ink);
    } else {
        painter->outline({mark_x - 7, middle - 7, 14, 14}, theme[WidgetColor::text_soft], 3, 1);
        if (row.checked) {
            const float turn = view.strings().right_to_left() ? -1.0F : 1.0F;  // a tick is never mirrored
            painter->stroke(mark_x - 3.5F * turn, middle, mark_x - turn, middle + 3, 1.8F, ink);
            painter->stroke(mark_x - turn, middle + 3, mark_x + 4 * turn, middle - 3.5F, 1.8F, ink);
        }
    }
    const float right = rect.right() - 10;
    const float wide = painter->text_width(row.note, Face::widget_small);
    painter->text(row.note, right - wide, middle + 4, Face::widget_small, theme[WidgetColor::text_soft]);
    painter->text(painter->shortened(row.text, Face::widget, right - wide - 10 - rect.x - text_indent),
                  rect.x + text_indent, middle + 4.5F, Face::widget, ink);
    if (has_focus) focus_ring(rect, 7);
    return pressed;
}

void Canvas::Implementation::draw_view_panel() {
    if (popover != Popover::view) return;
    const viewer::ViewState state = view.state();
    const std::vector<KindCount> kinds = kinds_of(view.step());
    const bool many = view.timeline().times.size() > 2;
    const float row_height = narrow() ? row_for_fingers : row_usual;

    struct Shape {
        Presentation presentation;
        std::string_view id;
        std::string_view text;
        std::string note;
    };
    std::vector<Shape> shapes;
    if (!state.narrow)
        shapes.push_back(
            {Presentation::side_by_side, "side-by-side", say(Text::view_side_by_side), std::string()});
    shapes.push_back({Presentation::inline_text, "inline", say(Text::view_inline),
                      state.narrow ? std::string() : bindings.label(view.strings(), Action::inline_text)});
    shapes.push_back({Presentation::before_only, "before-only", say(Text::view_before), std::string()});
    shapes.push_back({Presentation::after_only, "after-only", say(Text::view_after), std::string()});
    const bool sides = state.presentation == Presentation::side_by_side;
    const std::size_t toggles = 1 + (sides ? 1 : 0) + (many ? 1 : 0);
    const float height = 2 * padding + 2 * divider_height + heading_height +
                         row_height * static_cast<float>(shapes.size() + toggles + 1 + kinds.size());
    popover_box(width, height + (narrow() ? divider_height + 2 * row_height : 0));
    float y = popover_rect.y + padding - popover_scroll;
    const auto row = [&](std::string_view id, std::string_view text, std::string_view note, bool checked,
                         bool choice) {
        const bool pressed = option_row({id, text, note, checked, choice, false, row_height}, y);
        y += row_height;
        return pressed;
    };
    const auto divider = [&] {
        painter->rect({popover_rect.x + padding, y + divider_height / 2, popover_rect.width - 2 * padding, 1},
                      theme[WidgetColor::panel_line]);
        y += divider_height;
    };
    for (const Shape& shape : shapes) {
        if (row(shape.id, shape.text, shape.note, shape.presentation == state.presentation, true))
            run(command::SetPresentation{shape.presentation});
    }
    divider();
    if (row("changes-only", say(Text::view_folded), bindings.label(view.strings(), Action::fold),
            state.folded, false))
        run(command::ToggleFolded{});
    if (sides && row("swap", say(Text::view_swapped), bindings.label(view.strings(), Action::swap_sides),
                     state.swapped, false))
        run(command::SwapSides{});
    if (many && row("timeline", say(Text::view_timeline), bindings.label(view.strings(), Action::timeline),
                    shows_timeline(), false)) {
        toggle_timeline();
    }
    divider();
    painter->text(say(Text::view_changes), popover_rect.x + padding + 8, y + 19, Face::widget_strong,
                  theme[WidgetColor::text]);
    if (state.hidden_count > 0) {
        const std::string hidden = view.strings().plural(viewer::Plural::view_hidden, state.hidden_count);
        painter->text(hidden,
                      popover_rect.right() - padding - 10 - painter->text_width(hidden, Face::widget_small),
                      y + 19, Face::widget_small, theme[WidgetColor::text_soft]);
    }
    y += heading_height;
    viewer::ChangeFilter filter = state.filter;
    if (row("cosmetic", say(Text::view_cosmetic), bindings.label(view.strings(), Action::hide_cosmetic),
            !filter.hide_cosmetic, false)) {
        filter.hide_cosmetic = !filter.hide_cosmetic;
    }
    for (const KindCount& kind : kinds) {
        const std::uint32_t bit = viewer::kind_bit(kind.kind);
        const std::string id = "kind" + std::to_string(static_cast<int>(kind.kind));
        if (row(id, viewer::kind_name(view.strings(), kind.kind), view.strings().number(kind.count),
                (filter.hidden_kinds & bit) == 0, false)) {
            filter.hidden_kinds ^= bit;
        }
    }
    if (!(filter == state.filter)) run(command::SetFilter{filter});
    if (narrow()) {
        // The bar has no room for their buttons.
        divider();
        const auto lead = [&](std::string_view id, Text text, Popover to) {
            if (option_row({id, say(text), {}, false, false, true, row_height}, y)) toggle_popover(to);
            y += row_height;
        };
        lead("to-settings", Text::settings_title, Popover::settings);
        lead("to-legend", Text::viewer_legend, Popover::legend);
    }
    end_popover();
}

}  // namespace twicetold::canvas
