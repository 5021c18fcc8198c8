// The side panel that lists every change in words.
#include <algorithm>
#include <cmath>

#include "canvas/implementation.h"
#include "imgui_internal.h"

namespace twicetold::canvas {
namespace {

using viewer::ColorRole;

constexpr float title_height = 40;
constexpr float summary_line = 19;
constexpr float padding = 16;
constexpr float first_line = 30;
constexpr float excerpt_line = 26;
constexpr float space_below = 10;

}  // namespace

float Canvas::Implementation::list_entry_height(const viewer::ChangeEntry& entry) const {
    const float lines = (entry.before.empty() ? 0.0F : 1.0F) + (entry.after.empty() ? 0.0F : 1.0F);
    // A moved passage reads the same on both sides.
    const bool once = entry.mark == viewer::MarkKind::moved && lines > 1;
    return first_line + (once ? 1 : lines) * excerpt_line + space_below;
}

float Canvas::Implementation::list_head_height() const {
    const auto lines = static_cast<float>(view.summary_lines().size());
    return title_height + (lines > 0 ? lines * summary_line + 4 : 0);
}

float Canvas::Implementation::list_height() {
    float height = 0;
    for (const viewer::ChangeEntry& entry : view.changes()) height += list_entry_height(entry);
    return height;
}

void Canvas::Implementation::scroll_list(float pixels) {
    const float room = std::max(list_height() - (list_rect.height - list_head_height()), 0.0F);
    list_scroll = std::clamp(list_scroll + pixels, 0.0F, room);
    wake();
}

void Canvas::Implementation::draw_change_list() {
    if (list_rect.width <= 0) return;
    const viewer::ViewState state = view.state();
    const float scale = measurer.pixel_ratio();
    painter->rect(list_rect, theme[WidgetColor::panel]);
    painter->rect({list_rect.x, list_rect.y, 1, list_rect.height}, theme[WidgetColor::panel_line]);
    painter->text(say(viewer::Text::viewer_changes), list_rect.x + padding, list_rect.y + 25,
                  Face::widget_strong, theme[WidgetColor::text]);
    if (button({"close-list",
                {list_rect.right() - 38, list_rect.y + 4, 32, 32},
                close_tip(),
                Icon::close,
                {},
                true,
                false,
                true})) {
        run(viewer::command::SetListOpen{false});
    }
    const float head = list_head_height();
    float said = list_rect.y + title_height + 5;
    for (const std::string& line : view.summary_lines()) {
        painter->text(painter->shortened(line, Face::widget, list_rect.width - 2 * padding),
                      list_rect.x + padding, said, Face::widget, theme[WidgetColor::text]);
        said += summary_line;
    }
    painter->rect({list_rect.x, list_rect.y + head - 1, list_rect.width, 1}, theme[WidgetColor::panel_line]);

    const viewer::Rect body{list_rect.x, list_rect.y + head, list_rect.width, list_rect.height - head};
    const std::vector<viewer::ChangeEntry>& changes = view.changes();
    if (changes.empty()) {
        painter->text(painter->shortened(view.no_changes_sentence(), Face::widget, body.width - 2 * padding),
                      body.x + padding, body.y + 34, Face::widget, theme[WidgetColor::text_soft]);
        return;
    }
    if (state.change != list_shown_change) {
        list_shown_change = state.change;
        float top = 0;
        for (std::int32_t at = 0; at < state.change; ++at)
            top += list_entry_height(changes[static_cast<std::size_t>(at)]);
        if (state.change >= 0) {
            const float bottom = top + list_entry_height(changes[static_cast<std::size_t>(state.change)]);
            if (top < list_scroll) list_scroll = top;
            if (bottom > list_scroll + body.height) list_scroll = bottom - body.height;
        }
    }
    const float total = list_height();
    list_scroll = std::clamp(list_scroll, 0.0F, std::max(total - body.height, 0.0F));

    list_id = ImGui::GetID("changes");
    const bool list_focus = focusable(list_id);
    painter->clip(body);
    float y = body.y - list_scroll;
    for (const viewer::ChangeEntry& entry : changes) {
        const viewer::Rect box{body.x, y, body.width, list_entry_height(entry)};
        y += box.height;
        if (box.bottom() < body.y || box.y > body.bottom()) continue;
        // Half-hidden entries answer only where they show.
        const float visible_top = std::max(box.y, body.y);
        const float visible_bottom = std::min(box.bottom(), body.bottom());
        ImGui::PushID(entry.change);
        ImGui::SetCursorScreenPos(item_place({box.x, visible_top, box.width, box.height}));
        const bool pressed = ImGui::InvisibleButton(
            "entry", {box.width * scale, std::max((visible_bottom - visible_top) * scale, 1.0F)});
        const bool hovered = ImGui::IsItemHovered();
        ImGui::PopID();
        const bool selected = entry.change == state.change;
        if (selected || hovered) {
            painter->rect({box.x + 6, box.y + 3, box.width - 12, box.height - 6},
                          theme[selected ? WidgetColor::panel_selected : WidgetColor::hover], 8);
        }
        if (selected && list_focus) focus_ring({box.x + 6, box.y + 3, box.width - 12, box.height - 6}, 8);
        const float left = box.x + padding;
        const float right = box.right() - padding;
        const std::string number = view.strings().number(static_cast<std::uint64_t>(entry.change) + 1);
        painter->text(number, right - painter->text_width(number, Face::widget_small), box.y + 24,
                      Face::widget_small, theme[WidgetColor::text_soft]);
        float x =
            painter->text(entry.kind_name, left, box.y + 24, Face::widget_strong, theme[WidgetColor::text]);
        if (entry.significance == engine::Significance::cosmetic) {
            painter->text(say(viewer::Text::viewer_cosmetic), x + 9, box.y + 24, Face::widget_small,
                          theme[WidgetColor::text_soft]);
        }
        float line = box.y + first_line;
        const auto excerpt = [&](const std::string& words, viewer::Side side) {
            if (words.empty()) return;
            const std::string& shown = painter->shortened(words, Face::excerpt, right - left - 4);
            const float width = painter->text_width(shown, Face::excerpt);
            const viewer::Rect mark{left - 2, line + 1, width + 4, excerpt_line - 5};
            const float baseline = line + 16.5F;
            const bool moved = entry.mark == viewer::MarkKind::moved;
            const bool old = side == viewer::Side::before;
            const bool minor = entry.mark == viewer::MarkKind::cosmetic;
            const ColorRole fill = moved   ? ColorRole::moved_fill
                                   : minor ? ColorRole::cosmetic_fill
                                   : old   ? ColorRole::removed_fill
                                           : ColorRole::added_fill;
            painter->rect(mark, theme[fill], 3);
            painter->text(shown, left, baseline, Face::excerpt, theme[ColorRole::ink]);
            if (!moved) {
                const ColorRole ink = minor ? ColorRole::cosmetic_line
                                      : old ? ColorRole::removed_line
                                            : ColorRole::added_line;
                const float at = old && !minor ? baseline - 4.5F : baseline + 3;
                const auto style = minor ? viewer::LineStyle::dotted : viewer::LineStyle::solid;
                painter->line({left, at, left + width, at, 1, style, ink}, theme[ink]);
            }
            line += excerpt_line;
        };
        if (entry.mark == viewer::MarkKind::moved) {
            excerpt(entry.after.empty() ? entry.before : entry.after, viewer::Side::after);
        } else {
            excerpt(entry.before, viewer::Side::before);
            excerpt(entry.after, viewer::Side::after);
        }
        painter->rect({left, box.bottom() - 1, right - left, 1}, theme[WidgetColor::panel_line]);
        if (pressed) {
            focus_id = list_id;
            list_shown_change = entry.change;  // it is where the pointer is: do not scroll it away
            run(viewer::command::SelectChange{entry.change});
            // There the list covers the article, and whoever chose a change wants to see it.
            if (narrow()) {
                run(viewer::command::SetListOpen{false});
                break;
            }
        }
    }
    painter->unclip();
    if (list_focus && state.change < 0)
        focus_ring({body.x + 4, body.y + 3, body.width - 8, body.height - 6}, 6);
    if (total > body.height) {
        const float height = std::max(body.height * body.height / total, 24.0F);
        const float top = body.y + (body.height - height) * list_scroll / (total - body.height);
        painter->rect({body.right() - 6, top + 2, 3, height - 4}, theme[WidgetColor::text_disabled], 1.5F);
    }
}

}  // namespace twicetold::canvas
