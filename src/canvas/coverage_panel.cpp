// The coverage mode's widgets: the panel's head with its views and filters, and the outlets' names above the panes. What
// the panel says, and where, is the view model's.
#include <algorithm>
#include <array>
#include <cmath>

#include "canvas/implementation.h"
#include "imgui_internal.h"

namespace twicetold::canvas {
namespace {

namespace command = viewer::command;
using viewer::ClaimFilter;
using viewer::ClaimSort;
using viewer::PanelView;
using viewer::Side;
using viewer::Text;

constexpr float panel_width = 408;
constexpr float padding = 12;
constexpr float chip_height = 28;
constexpr float chip_gap = 4;
constexpr float chip_padding = 9;
constexpr float corner = 34;  // of the buttons in the panel's corner
constexpr float picker_height = 28;

constexpr std::array<Text, viewer::panel_view_count> view_names{
    Text::coverage_claims,        Text::coverage_quotations, Text::coverage_figures,
    Text::coverage_copied_short,  Text::coverage_unique,     Text::coverage_words_short,
    Text::coverage_openings_short};
constexpr std::array<Text, viewer::panel_view_count> view_tips{
    Text::coverage_tip_claims, Text::coverage_tip_quotations, Text::coverage_tip_figures,
    Text::coverage_tip_copied, Text::coverage_tip_unique,     Text::coverage_words,
    Text::coverage_openings};
constexpr std::array<Text, viewer::claim_sort_count> sort_names{
    Text::coverage_sort_story, Text::coverage_sort_carriers, Text::coverage_sort_disagreement};
constexpr std::array<Text, viewer::claim_filter_count> filter_names{
    Text::coverage_filter_all, Text::coverage_filter_agreeing, Text::coverage_filter_differing,
    Text::coverage_filter_quoted, Text::coverage_filter_copied};

}  // namespace

bool Canvas::Implementation::over_panel(float real_x, float y) const {
    const float x = mirrored(real_x);
    return panel_rect.contains(x, y) && !notice_rect.contains(x, y) && !popover_rect.contains(x, y);
}

std::vector<viewer::Rect> Canvas::Implementation::view_chips() {
    std::vector<viewer::Rect> chips;
    float x = list_rect.x + padding;
    float y = list_rect.y + 10;
    for (std::size_t index = 0; index < view_names.size(); ++index) {
        const float width = painter->text_width(say(view_names[index]), Face::widget) + 2 * chip_padding;
        // The first line leaves room for the buttons in the corner.
        const float right = list_rect.right() - padding - (y < list_rect.y + 20 ? 2 * corner + 4 : 0);
        if (x + width > right && x > list_rect.x + padding) {
            x = list_rect.x + padding;
            y += chip_height + chip_gap;
        }
        chips.push_back({x, y, width, chip_height});
        x += width + chip_gap;
    }
    return chips;
}

float Canvas::Implementation::panel_head_height() {
    return view_chips().back().bottom() - list_rect.y + 6 + picker_height + 9;
}

void Canvas::Implementation::place_coverage(viewer::Rect& article) {
    const viewer::ViewState state = view.state();
    list_rect = {};
    panel_rect = {};
    if (!state.list_open) return;
    const bool whole = narrow() || state.coverage.wide;
    const float width = whole ? viewport.width : std::min(panel_width, viewport.width * 0.44F);
    list_rect = {viewport.width - width, article.y, width, article.height};
    if (!whole) {
        article.width -= width;
    } else if (!narrow()) {
        article = {};
    }
    const float head = panel_head_height();
    panel_rect = {list_rect.x + 1, list_rect.y + head, list_rect.width - 1,
                  std::max(list_rect.height - head, 0.0F)};
}

void Canvas::Implementation::draw_panel_head() {
    const viewer::ViewState state = view.state();
    painter->rect({list_rect.x, list_rect.y, list_rect.width, panel_rect.y - list_rect.y},
                  theme[WidgetColor::panel]);
    const std::vector<viewer::Rect> chips = view_chips();
    for (std::size_t index = 0; index < chips.size(); ++index) {
        const auto of = static_cast<PanelView>(index);
        std::string what = say(view_tips[index]);
        if (of != PanelView::words && of != PanelView::openings)
            what = say(Text::coverage_tip, {{"tip", what}, {"count", std::uint64_t{view.finding_count(of)}}});
        if (button({std::string("view") + std::to_string(index),
                    chips[index],
                    what,
                    {},
                    say(view_names[index]),
                    true,
                    of == state.coverage.view,
                    true,
                    list_rect.x})) {
            run(command::SetPanelView{of});
        }
    }
    const float top = list_rect.y + 8;
    if (button({"close-panel",
                {list_rect.right() - corner - 6, top, 32, 32},
                tip(Text::action_close, Action::list),
                Icon::close,
                {},
                true,
                false,
                true})) {
        run(command::SetListOpen{false});
    }
    if (!narrow() && button({"wide-panel",
                             {list_rect.right() - 2 * corner - 6, top, 32, 32},
                             tip(state.coverage.wide ? Text::coverage_narrow : Text::coverage_widen,
                                 Action::wide_findings),
                             Icon::wide,
                             {},
                             true,
                             state.coverage.wide,
                             true})) {
        run(command::TogglePanelWide{});
    }

    // What is shown, and in what order.
    const float y = chips.back().bottom() + 6;
    float x = list_rect.x + padding;
    const bool claims = state.coverage.view == PanelView::claims;
    const bool by_kind =
        claims || state.coverage.view == PanelView::quotations || state.coverage.view == PanelView::figures;
    const auto picker = [&](std::string_view id, const std::string& label, std::string_view tip, bool set,
                            float most) {
        const std::string& shown = painter->shortened(label, Face::widget, most - 2 * chip_padding - 16);
        const float width = painter->text_width(shown, Face::widget) + 2 * chip_padding + 16;
        const viewer::Rect rect{x, y, width, picker_height};
        painter->rect(rect, theme[set ? WidgetColor::panel_selected : WidgetColor::badge], 8);
        painter->text(shown, x + chip_padding, y + picker_height / 2 + 4.5F, Face::widget,
                      theme[WidgetColor::text]);
        icon(Icon::down, rect.right() - 13, y + picker_height / 2, theme[WidgetColor::text_soft]);
        x += width + chip_gap;
        return hotspot(id, rect, tip) ? std::optional(rect) : std::nullopt;
    };
    const float room = list_rect.width - 2 * padding;
    const std::size_t count = static_cast<std::size_t>(state.coverage.filter);
    if (by_kind) {
        if (const auto rect = picker("filter", say(filter_names[count]), say(Text::coverage_filter),
                                     state.coverage.filter != ClaimFilter::all, room * 0.32F)) {
            Menu made;
            made.anchor = *rect;
            made.chosen = count;
            for (std::size_t index = 0; index < filter_names.size(); ++index) {
                made.items.push_back(say(filter_names[index]));
                made.commands.emplace_back(command::SetClaimFilter{static_cast<ClaimFilter>(index)});
            }
            open_menu(std::move(made));
        }
    }
    const std::vector<std::string> names = view.outlet_names();
    std::string from = say(Text::coverage_outlets_all);
    if (state.coverage.outlet == viewer::shown_outlets) from = say(Text::coverage_outlets_shown);
    if (state.coverage.outlet >= 0) from = names[static_cast<std::size_t>(state.coverage.outlet)];
    if (const auto rect = picker("outlets", from, say(Text::coverage_outlets),
                                 state.coverage.outlet != viewer::all_outlets, room * 0.32F)) {
        Menu made;
        made.anchor = *rect;
        made.items = {say(Text::coverage_outlets_all), say(Text::coverage_outlets_shown)};
        made.commands = {command::SetOutletFilter{viewer::all_outlets},
                         command::SetOutletFilter{viewer::shown_outlets}};
        for (std::size_t index = 0; index < names.size(); ++index) {
            made.items.push_back(names[index]);
            made.commands.emplace_back(command::SetOutletFilter{static_cast<std::int32_t>(index)});
        }
        made.chosen = state.coverage.outlet == viewer::all_outlets ? 0
                      : state.coverage.outlet == viewer::shown_outlets
                          ? 1
                          : static_cast<std::size_t>(state.coverage.outlet + 2);
        open_menu(std::move(made));
    }
    if (claims) {
        const auto sort = static_cast<std::size_t>(state.coverage.sort);
        if (const auto rect =
                picker("sort", say(sort_names[sort]), tip(Text::coverage_sort, Action::sort_claims),
                       state.coverage.sort != ClaimSort::story, list_rect.right() - padding - x)) {
            Menu made;
            made.anchor = *rect;
            made.chosen = sort;
            for (std::size_t index = 0; index < sort_names.size(); ++index) {
                made.items.push_back(say(sort_names[index]));
                made.commands.emplace_back(command::SetClaimSort{static_cast<ClaimSort>(index)});
            }
            open_menu(std::move(made));
        }
    }
    painter->rect({list_rect.x, panel_rect.y - 1, list_rect.width, 1}, theme[WidgetColor::panel_line]);
}

void Canvas::Implementation::draw_outlet_pickers() {
    const std::vector<std::string> names = view.outlet_names();
    if (names.size() < 2) return;
    const viewer::ViewState state = view.state();
    for (const Side side : {Side::before, Side::after}) {
        const viewer::Rect head = mirrored(view.header_box(side));
        // The panel may cover the article.
        if (head.width <= 0 || (list_rect.width > 0 && head.right() > list_rect.x + 1)) continue;
        const viewer::Rect box{head.x, head.y + 3, head.width, head.height - 7};
        icon(Icon::down, box.right() - 14, box.y + box.height / 2, theme[WidgetColor::text_soft]);
        const bool left = side == Side::before;
        if (!hotspot(left ? "left-outlet" : "right-outlet", box,
                     tip(left ? Text::coverage_choose_left : Text::coverage_choose_right,
                         left ? Action::outlet_left_on : Action::outlet_right_on)))
            continue;
        Menu made;
        made.anchor = box;
        for (std::size_t index = 0; index < names.size(); ++index) {
            const auto document = static_cast<std::uint32_t>(index);
            made.items.push_back(view.outlet_letter(document) + "   " + names[index]);
            made.commands.emplace_back(command::SelectOutlet{side, document});
        }
        made.chosen = left ? state.before : state.after;
        open_menu(std::move(made));
    }
}

void Canvas::Implementation::draw_coverage() {
    draw_outlet_pickers();
    if (list_rect.width <= 0) return;
    painter->rect({list_rect.x, list_rect.y, 1, list_rect.height}, theme[WidgetColor::panel_line]);
    draw_panel_head();
    list_id = ImGui::GetID("findings");
    if (focusable(list_id)) {
        if (const std::optional<viewer::Rect> found = view.panel_cursor()) {
            const viewer::Rect at = mirrored(*found);
            focus_ring({at.x + 1, at.y + 1, at.width - 2, at.height - 2}, 7);
        } else {
            focus_ring({panel_rect.x + 3, panel_rect.y + 3, panel_rect.width - 6, panel_rect.height - 6}, 6);
        }
    }
}

bool Canvas::Implementation::coverage_key(const KeyEvent& event) {
    const std::string_view key = event.key;
    const auto used = [&](const viewer::Command& wanted) {
        run(wanted);
        return true;
    };
    if (focus_id != 0 && focus_id == list_id) {
        if (key == "ArrowDown") return used(command::MoveInPanel{1, 0});
        if (key == "ArrowUp") return used(command::MoveInPanel{-1, 0});
        // The columns run as the lines do.
        const int rightwards = view.strings().right_to_left() ? -1 : 1;
        if (key == "ArrowRight") return used(command::MoveInPanel{0, rightwards});
        if (key == "ArrowLeft") return used(command::MoveInPanel{0, -rightwards});
        if (key == "PageDown")
            return used(command::ScrollPanelBy{static_cast<double>(panel_rect.height) * 0.9});
        if (key == "PageUp")
            return used(command::ScrollPanelBy{static_cast<double>(panel_rect.height) * -0.9});
        if (key == "Enter" || key == " ") {
            run(command::OpenFromPanel{});
            uncover_article();
            return true;
        }
    }
    return false;
}

}  // namespace twicetold::canvas
