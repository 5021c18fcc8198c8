// The search field, for hosts that have none of their own: on the web it is a field of the page.
#include <algorithm>
#include <cmath>

#include "canvas/implementation.h"
#include "imgui_internal.h"
#include "viewer/labels.h"
#include "viewer/segments.h"

namespace twicetold::canvas {
namespace {

namespace command = viewer::command;

constexpr float widest = 400;
constexpr float bar_height = 48;
constexpr float button_size = 34;
constexpr float count_width = 92;
constexpr std::size_t longest_query = 400;  // bytes; more is no word that anybody looks for

std::size_t character_before(std::string_view text, std::size_t at) {
    if (at > 0) --at;
    while (at > 0 && (static_cast<unsigned char>(text[at]) & 0xC0U) == 0x80U) --at;
    return at;
}

std::size_t character_after(std::string_view text, std::size_t at) {
    if (at < text.size()) ++at;
    while (at < text.size() && (static_cast<unsigned char>(text[at]) & 0xC0U) == 0x80U) ++at;
    return at;
}

/// One line, without control characters.
std::string as_query(std::string_view text) {
    std::string query;
    for (std::uint32_t at = 0; at < text.size();) {
        const std::uint32_t begin = at;
        const char32_t c = viewer::next_code_point(text, at);
        if (query.size() + (at - begin) > longest_query) break;
        if (viewer::is_space(c)) {
            if (!query.empty() && query.back() != ' ') query += ' ';
        } else if (c >= 0x20 && c != 0x7F) {
            query += text.substr(begin, at - begin);
        }
    }
    return query;
}

/// A key that gives a character, rather than one with a name.
bool is_character(std::string_view key) {
    if (key.empty()) return false;
    std::uint32_t at = 0;
    const char32_t c = viewer::next_code_point(key, at);
    return at == key.size() && c >= 0x20 && c != 0x7F;
}

std::string count_label(const viewer::SearchState& state, const viewer::Strings& strings) {
    if (state.query.empty()) return {};
    if (state.count == 0) return strings.text(viewer::Text::find_none);
    return strings.text(
        state.more ? viewer::Text::find_position_more : viewer::Text::find_position,
        {{"number", static_cast<std::uint64_t>(state.current) + 1}, {"count", std::uint64_t{state.count}}});
}

}  // namespace

void Canvas::open_find() { implementation_->open_find(implementation_->view.selected_text()); }

void Canvas::Implementation::open_find(std::string query) {
    query = as_query(query);
    if (!query.empty() && query.back() == ' ') query.pop_back();
    if (platform.open_find(query)) return;
    find_open = true;
    find_focused = true;
    if (!query.empty()) find_text = query;
    find_caret = find_text.size();
    find_all = !find_text.empty();
    run(command::Find{find_text});
    wake();
}

void Canvas::Implementation::close_find() {
    find_open = false;
    find_focused = false;
    find_rect = {};
    run(command::CloseFind{});
    wake();
}

bool Canvas::Implementation::find_key(const KeyEvent& event) {
    if (!find_open) return false;
    const std::string_view key = event.key;
    const bool command_key = event.modifiers.control || event.modifiers.meta;
    if (key == "Escape") {
        close_find();
        return true;
    }
    if (!find_focused || event.modifiers.alt) return false;
    const auto changed = [&] {
        find_all = false;
        run(command::Find{find_text});
        wake();
        return true;
    };
    const auto insert = [&](std::string_view text) {
        if (find_all) find_text.clear();
        find_caret = std::min(find_caret, find_text.size());
        if (find_text.size() + text.size() > longest_query) return true;
        find_text.insert(find_caret, text);
        find_caret += text.size();
        return changed();
    };
    const auto moved = [&](std::size_t caret) {
        find_caret = caret;
        find_all = false;
        wake();
        return true;
    };
    if (command_key) {
        if (key == "v" || key == "V") return insert(as_query(platform.clipboard()));
        if (key == "a" || key == "A") {
            find_all = true;
            wake();
            return true;
        }
        return false;
    }
    if (key == "Enter") {
        if (event.modifiers.shift) return run(command::FindPrevious{}), true;
        return run(command::FindNext{}), true;
    }
    if (key == "Backspace" || key == "Delete") {
        if (find_all) {
            find_text.clear();
            find_caret = 0;
            return changed();
        }
        const std::size_t from = key == "Delete" ? find_caret : character_before(find_text, find_caret);
        const std::size_t to = key == "Delete" ? character_after(find_text, find_caret) : find_caret;
        find_text.erase(from, to - from);
        find_caret = from;
        return changed();
    }
    if (key == "ArrowLeft") return moved(find_all ? 0 : character_before(find_text, find_caret));
    if (key == "ArrowRight")
        return moved(find_all ? find_text.size() : character_after(find_text, find_caret));
    if (key == "Home") return moved(0);
    if (key == "End") return moved(find_text.size());
    if (is_character(key)) return insert(key);
    return false;
}

void Canvas::Implementation::draw_find_bar() {
    find_rect = {};
    if (!find_open || !view.state().shown) return;
    const float right = list_rect.width > 0 && !narrow() ? list_rect.x : viewport.width;
    const float width = std::min(widest, right - 16);
    find_rect = {right - width - 8, toolbar_rect.bottom() + 6, width, bar_height};
    painter->shadow(find_rect, 10);
    painter->rect(find_rect, theme[viewer::ColorRole::page], 10);
    painter->outline(find_rect, theme[WidgetColor::panel_line], 10, 1);
    const float top = find_rect.y + (bar_height - button_size) / 2;
    float end = find_rect.right() - 6;
    const auto square = [&](std::string_view id, Icon icon, std::string_view tip, bool enabled) {
        end -= button_size;
        return button({id, {end, top, button_size, button_size}, tip, icon, {}, enabled, false, true});
    };
    const viewer::SearchState state = view.search();
    if (square("close-find", Icon::close, say(viewer::Text::find_close), true)) {
        close_find();
        return;
    }
    if (square("find-next", Icon::down, say(viewer::Text::find_next), state.count > 0))
        run(command::FindNext{});
    if (square("find-previous", Icon::up, say(viewer::Text::find_previous), state.count > 0))
        run(command::FindPrevious{});

    const viewer::Rect field{find_rect.x + 7, top, end - find_rect.x - 13, button_size};
    painter->rect(field, theme[WidgetColor::badge], 7);
    if (find_focused && focused) painter->outline(field, theme[WidgetColor::focus], 7, 2);
    const float baseline = field.y + field.height / 2 + 4.5F;
    const std::string count = count_label(state, view.strings());
    const float counted =
        count.empty() ? 0 : std::min(painter->text_width(count, Face::widget_small), count_width);
    if (!count.empty()) {
        painter->text(count, field.right() - counted - 9, baseline, Face::widget_small,
                      theme[WidgetColor::text_soft]);
    }
    const viewer::Rect inside{field.x + 10, field.y, field.width - 20 - (counted > 0 ? counted + 8 : 0),
                              field.height};
    painter->clip(inside);
    if (find_text.empty()) {
        painter->text(say(viewer::Text::find_label), inside.x, baseline, Face::widget,
                      theme[WidgetColor::text_soft]);
    }
    const float wide = painter->text_width(find_text, Face::widget);
    const float before = painter->text_width(std::string_view(find_text).substr(0, find_caret), Face::widget);
    const bool from_right = direction_of(find_text) == viewer::Direction::right_to_left;
    // From the side where the field begins.
    const float caret = from_right != view.strings().right_to_left() ? wide - before : before;
    find_shift = std::clamp(find_shift, std::max(caret - inside.width + 2, 0.0F), std::max(caret, 0.0F));
    if (wide <= inside.width) find_shift = 0;
    const float x = inside.x - find_shift;
    if (find_all && !find_text.empty()) {
        painter->rect({x, field.y + 7, wide, field.height - 14}, theme[viewer::ColorRole::selection], 2);
    }
    painter->text(find_text, x, baseline, Face::widget, theme[WidgetColor::text]);
    // Steady: a blinking one would draw frames for nothing.
    if (find_focused && focused && !find_all)
        painter->rect({x + caret, field.y + 8, 1.5F, field.height - 16}, theme[WidgetColor::text]);
    painter->unclip();
}

}  // namespace twicetold::canvas
