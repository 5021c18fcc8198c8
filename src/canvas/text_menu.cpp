// The menu over the text: copying, and what can be done with a selection. By the pointer's other button, a resting finger, or
// the keyboard's key for it.
#include <algorithm>

#include "canvas/implementation.h"

namespace twicetold::canvas {
namespace {

namespace command = viewer::command;

constexpr float touch_row = 44;

}  // namespace

bool Canvas::Implementation::press_for_menu(const PointerEvent& event) {
    if (over_panel(event.x, event.y) || !over_article(event.x, event.y) || !view.is_article(event.x, event.y))
        return false;
    const viewer::Hit hit = view.hit(event.x, event.y);
    if (hit.kind == viewer::Hit::Kind::overview || hit.kind == viewer::Hit::Kind::fold) return false;
    if (!view.is_selected(event.x, event.y) && view.is_text(event.x, event.y)) {
        run(command::PressText{event.x, event.y, viewer::SelectionUnit::word});
        run(command::ReleaseText{});
    }
    const std::int32_t selected = view.state().change;
    open_text_menu({mirrored(event.x), event.y, 0, 0}, hit.change >= 0 ? hit.change : selected, false);
    return true;
}

bool Canvas::Implementation::menu_from_keys() {
    if (!view.state().shown) return false;
    viewer::Rect anchor{viewport.width / 3, toolbar_rect.bottom() + 60, 0, 0};
    if (const std::optional<viewer::Rect> box = view.selection_box()) anchor = mirrored(*box);
    anchor.y =
        std::clamp(anchor.y, toolbar_rect.bottom(), std::max(viewport.height - 30, toolbar_rect.bottom()));
    open_text_menu(anchor, view.state().change, false);
    return true;
}

void Canvas::Implementation::open_text_menu(const viewer::Rect& anchor, std::int32_t change, bool touch) {
    Menu made;
    made.anchor = anchor;
    made.is_choice = false;
    if (touch) made.row_height = touch_row;
    const bool none = view.selection().empty();
    const auto add = [&](std::string_view label, MenuAction action, bool disabled) {
        made.items.emplace_back(label);
        made.commands.push_back(std::move(action));
        made.disabled.push_back(disabled);
    };
    add(say(viewer::Text::menu_copy), TextAction::copy, none);
    add(say(viewer::Text::menu_quote), TextAction::quote, none);
    menu_link = change >= 0 ? platform.link_to(view.state().step, change) : std::string();
    if (!menu_link.empty())
        add(say(is_coverage() ? viewer::Text::menu_link_claim : viewer::Text::menu_link), TextAction::link,
            false);
    add(say(viewer::Text::menu_select_all), viewer::Command(command::SelectAllText{}), false);
    add(say(viewer::Text::menu_find), TextAction::find, none);
    open_menu(std::move(made));
}

void Canvas::Implementation::hold(float x, float y) {
    if (!over_article(x, y) || !view.is_text(x, y)) return;
    // From here on the finger belongs to the menu, which does not tell when it is lifted.
    touch.cancel();
    const viewer::Hit hit = view.hit(x, y);
    if (!view.is_selected(x, y)) {
        run(command::PressText{x, y, viewer::SelectionUnit::word});
        run(command::ReleaseText{});
    }
    open_text_menu({mirrored(x), y, 0, 12}, hit.change >= 0 ? hit.change : view.state().change, true);
}

void Canvas::Implementation::act(const MenuAction& action) {
    if (const auto* wanted = std::get_if<viewer::Command>(&action)) {
        run(*wanted);
        return;
    }
    switch (std::get<TextAction>(action)) {
        case TextAction::copy: copy_selection(); break;
        case TextAction::quote: platform.set_clipboard(view.selected_quotation()); break;
        case TextAction::link: platform.set_clipboard(menu_link); break;
        case TextAction::find: open_find(view.selected_text()); break;
    }
}

}  // namespace twicetold::canvas
