// A list to choose one from. It lies over everything and takes all input while it is open.
#include <algorithm>
#include <cmath>

#include "canvas/implementation.h"

namespace twicetold::canvas {
namespace {

constexpr float padding = 6;
constexpr float text_indent = 28;
constexpr float widest = 320;
constexpr float wheel_rows = 40;  // pixels of the wheel that go on by one row

std::size_t visible_rows(const viewer::Rect& rect, float row_height) {
    return static_cast<std::size_t>(std::max((rect.height - 2 * padding) / row_height, 1.0F));
}

bool is_disabled(const Menu& menu, std::size_t item) {
    return item < menu.disabled.size() && menu.disabled[item];
}

}  // namespace

void Canvas::Implementation::open_menu(Menu made) {
    if (made.items.empty()) return;
    const float row_height = made.row_height;
    float width = made.anchor.width;
    for (const std::string& item : made.items)
        width = std::max(width, painter->text_width(item, Face::widget) + text_indent + 18);
    width = std::min({width, widest, viewport.width - 16});
    const float wanted = row_height * static_cast<float>(made.items.size()) + 2 * padding;
    const float room = viewport.height - made.anchor.bottom() - 12;
    const bool below = room >= std::min(wanted, 6 * row_height);
    const float most = std::max(below ? room : made.anchor.y - 12, row_height + 2 * padding);
    const float rows = std::floor((std::min(wanted, most) - 2 * padding) / row_height);
    const float height = rows * row_height + 2 * padding;
    menu_rect = {std::clamp(made.anchor.x, 8.0F, std::max(viewport.width - width - 8, 8.0F)),
                 below ? made.anchor.bottom() + 4 : made.anchor.y - height - 4, width, height};
    made.highlighted = made.chosen;
    const std::size_t shown = visible_rows(menu_rect, row_height);
    made.first = made.chosen >= shown ? made.chosen - shown + 1 : 0;
    menu = std::move(made);
    wake();
}

bool Canvas::Implementation::menu_pointer(const PointerEvent& event) {
    if (!menu) return false;
    using Type = PointerEvent::Type;
    const float row_height = menu->row_height;
    const bool touch = event.device == PointerEvent::Device::touch;
    const std::size_t shown = visible_rows(menu_rect, menu->row_height);
    const std::size_t last = menu->items.size() - std::min(shown, menu->items.size());
    if (event.type == Type::wheel) {
        const bool down = event.wheel_y > 0;
        const auto rows = static_cast<std::size_t>(std::abs(event.wheel_y) / wheel_rows + 1);
        menu->first = down ? std::min(menu->first + rows, last) : menu->first - std::min(rows, menu->first);
        wake();
        return true;
    }
    const bool inside = menu_rect.contains(mirrored(event.x), event.y);
    const auto row = static_cast<std::size_t>(
        std::clamp((event.y - menu_rect.y - padding) / row_height, 0.0F, static_cast<float>(shown - 1)));
    const std::size_t item = std::min(menu->first + row, menu->items.size() - 1);
    if (event.type == Type::move && inside) {
        menu->highlighted = item;
        wake();
    }
    if (event.type == Type::down && inside) {
        menu->highlighted = item;
        menu->pressed = true;
    }
    // A finger chooses when it is lifted, for only then does a browser let a page use the clipboard.
    const bool chosen = inside && menu->pressed && (event.type == (touch ? Type::up : Type::down));
    if (chosen && !is_disabled(*menu, item)) {
        const MenuAction wanted = menu->commands[item];
        menu.reset();
        act(wanted);
    } else if (event.type == Type::down && !inside) {
        menu.reset();
    }
    if (event.type == Type::down || event.type == Type::up) wake();
    return true;
}

bool Canvas::Implementation::menu_key(std::string_view key) {
    if (!menu) return false;
    const std::size_t last = menu->items.size() - 1;
    if (key == "ArrowDown") menu->highlighted = std::min(menu->highlighted + 1, last);
    if (key == "ArrowUp" && menu->highlighted > 0) --menu->highlighted;
    if (key == "Home" || key == "PageUp") menu->highlighted = 0;
    if (key == "End" || key == "PageDown") menu->highlighted = last;
    const std::size_t shown = visible_rows(menu_rect, menu->row_height);
    if (menu->highlighted < menu->first) menu->first = menu->highlighted;
    if (menu->highlighted >= menu->first + shown) menu->first = menu->highlighted - shown + 1;
    if (key == "Enter" || key == " ") {
        if (is_disabled(*menu, menu->highlighted)) return true;
        const MenuAction wanted = menu->commands[menu->highlighted];
        menu.reset();
        act(wanted);
    } else if (key == "Escape" || key == "Tab") {
        menu.reset();
    }
    wake();
    return true;
}

void Canvas::Implementation::draw_menu() {
    if (!menu) return;
    const float row_height = menu->row_height;
    painter->set_list(*ImGui::GetForegroundDrawList());
    painter->shadow(menu_rect, 10);
    painter->rect(menu_rect, theme[viewer::ColorRole::page], 10);
    painter->outline(menu_rect, theme[WidgetColor::panel_line], 10, 1);
    const std::size_t shown = visible_rows(menu_rect, menu->row_height);
    for (std::size_t row = 0; row < shown && menu->first + row < menu->items.size(); ++row) {
        const std::size_t item = menu->first + row;
        const viewer::Rect rect{menu_rect.x + padding,
                                menu_rect.y + padding + row_height * static_cast<float>(row),
                                menu_rect.width - 2 * padding, row_height};
        if (item == menu->highlighted) painter->rect(rect, theme[WidgetColor::hover], 7);
        if (menu->is_choice && item == menu->chosen)
            painter->circle(rect.x + 12, rect.y + rect.height / 2, 3, theme[WidgetColor::text]);
        painter->text(
            painter->shortened(menu->items[item], Face::widget, rect.width - text_indent + padding - 8),
            rect.x + (menu->is_choice ? text_indent - padding : 2 * padding), rect.y + rect.height / 2 + 4.5F,
            Face::widget, theme[is_disabled(*menu, item) ? WidgetColor::text_disabled : WidgetColor::text]);
    }
    const auto more = [&](bool below, float y) {
        painter->circle(menu_rect.x + menu_rect.width / 2, y, 1.5F, theme[WidgetColor::text_soft]);
        painter->circle(menu_rect.x + menu_rect.width / 2 - 6, y, 1.5F, theme[WidgetColor::text_soft]);
        painter->circle(menu_rect.x + menu_rect.width / 2 + 6, y, 1.5F, theme[WidgetColor::text_soft]);
        static_cast<void>(below);
    };
    if (menu->first > 0) more(false, menu_rect.y + 4);
    if (menu->first + shown < menu->items.size()) more(true, menu_rect.bottom() - 4);
}

}  // namespace twicetold::canvas
