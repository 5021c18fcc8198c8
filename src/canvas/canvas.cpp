#include "canvas/canvas.h"

#include <algorithm>
#include <cmath>

#include "canvas/implementation.h"
#include "imgui_impl_opengl3.h"
#include "imgui_internal.h"

namespace twicetold::canvas {
namespace {

namespace command = viewer::command;

/// The warning that there is no claim, which stands in the matrix' place.
constexpr std::string_view panel_says = "nothing-shared";

constexpr float list_width = 330;
constexpr float line_scroll = 60;      // pixels of an arrow key
constexpr float coarse_wheel = 40;     // a wheel's notch is at least this; touch pads send less
constexpr float touch_slop = 9;        // a finger that moves less has tapped
constexpr double longest_frame = 0.1;  // seconds; a longer pause is not caught up with

}  // namespace

// ---------------------------------------------------------------- life

Canvas::Implementation::Implementation(platform::Platform& host)
    : platform(host),
      font_loader(make_font_loader()),
      measurer(host.text()),
      view(measurer),
      theme(light_theme()) {
    ImGuiContext* before = ImGui::GetCurrentContext();
    context = ImGui::CreateContext();
    ImGui::SetCurrentContext(context);
    ImGuiIO& io = ImGui::GetIO();
    io.IniFilename = nullptr;
    io.LogFilename = nullptr;
    io.ConfigFlags |= ImGuiConfigFlags_NoMouseCursorChange;
    ImGuiStyle& style = ImGui::GetStyle();
    style.WindowPadding = {0, 0};
    style.WindowBorderSize = 0;
    style.WindowRounding = 0;
    style.DisabledAlpha = 1;
    style.AntiAliasedLinesUseTex = false;
    add_platform_font(font_loader, host.text());
    runs.emplace(host.text());
    painter.emplace(measurer, *runs, theme);
    if (before != nullptr) ImGui::SetCurrentContext(before);
}

Canvas::Implementation::~Implementation() {
    ImGui::SetCurrentContext(context);
    if (backend_ready) ImGui_ImplOpenGL3_Shutdown();
    runs.reset();
    ImGui::DestroyContext(context);
}

Canvas::Canvas(platform::Platform& platform) : implementation_(std::make_unique<Implementation>(platform)) {}
Canvas::~Canvas() = default;

viewer::ViewModel& Canvas::view() { return implementation_->view; }

void Canvas::show(std::shared_ptr<const engine::Comparison> comparison) {
    Implementation& self = *implementation_;
    self.view.show(std::move(comparison));
    self.notice.clear();
    if (self.view.comparison() != nullptr) {
        for (const engine::Warning& warning : self.view.comparison()->warnings) {
            if (warning.code == panel_says) continue;
            if (!self.notice.empty()) self.notice += ' ';
            self.notice += warning.message;
        }
    }
    self.list_scroll = 0;
    self.list_shown_change = -1;
    self.menu.reset();
    self.panel_rect = {};
    self.place();
    self.wake();
}

void Canvas::resize(const Viewport& viewport) {
    Implementation& self = *implementation_;
    const bool ratio_changed =
        viewport.pixel_ratio > 0 && viewport.pixel_ratio != self.measurer.pixel_ratio();
    self.viewport = viewport;
    if (ratio_changed) {
        self.measurer.set_pixel_ratio(viewport.pixel_ratio);
        self.painter->forget_widths();
        self.runs->clear();
    }
    self.place();
    if (ratio_changed) self.view.remeasure();
    self.wake();
}

void Canvas::set_dark(bool dark) {
    Implementation& self = *implementation_;
    if (self.dark == dark) return;
    self.dark = dark;
    self.theme = dark ? dark_theme() : light_theme();
    self.runs->clear();  // runs with colours of their own carry the old ink
    self.wake();
}

void Canvas::set_reduced_motion(bool reduced) { implementation_->view.set_reduced_motion(reduced); }

void Canvas::set_message(std::string_view message) {
    implementation_->message = message;
    implementation_->wake();
}

void Canvas::set_notice(std::string_view notice) {
    implementation_->notice = notice;
    implementation_->wake();
}

void Canvas::set_focused(bool focused) {
    Implementation& self = *implementation_;
    if (self.focused == focused) return;
    self.focused = focused;
    if (!focused) self.focus_id = 0;
    self.wake();
}

// ---------------------------------------------------------------- places

void Canvas::Implementation::place() {
    const bool two_rows = narrow() && view.steps().size() > 1;
    toolbar_rect = {0, 0, viewport.width, toolbar_height + (two_rows ? toolbar_second_row : 0)};
    const viewer::ViewState state = view.state();
    const float below = std::max(viewport.height - toolbar_rect.height, 0.0F);
    viewer::Rect article{0, toolbar_rect.height, viewport.width, below};
    if (state.mode == engine::Mode::coverage) {
        place_coverage(article);
        view.resize({viewport.width, viewport.height}, article, viewport.pixel_ratio, panel_rect);
        return;
    }
    list_rect = {};
    if (state.list_open && state.step_count > 0) {
        // Beside the article, or over it where there is no room for both.
        const float width = narrow() ? viewport.width : std::min(list_width, viewport.width * 0.42F);
        list_rect = {viewport.width - width, toolbar_rect.height, width, below};
        if (!narrow()) article.width -= width;
    }
    view.resize({viewport.width, viewport.height}, article, viewport.pixel_ratio);
}

void Canvas::Implementation::wake(int frames) {
    settle = std::max(settle, frames);
    platform.request_frame();
}

bool Canvas::Implementation::run(const viewer::Command& wanted) {
    const bool changed = view.apply(wanted);
    if (changed) {
        place();
        wake();
    }
    return changed;
}

bool Canvas::Implementation::over_article(float x, float y) const {
    if (toolbar_rect.contains(x, y) || list_rect.contains(x, y)) return false;
    // The heads of the panes are buttons there.
    for (const viewer::Side side : {viewer::Side::before, viewer::Side::after}) {
        if (view.header_box(side).contains(x, y)) return false;
    }
    return !notice_rect.contains(x, y) && !(legend_open && legend_rect.contains(x, y));
}

// ---------------------------------------------------------------- pointer

void Canvas::Implementation::update_cursor() {
    using Kind = viewer::Hit::Kind;
    const bool clickable =
        hover.kind == Kind::fold || hover.kind == Kind::panel ||
        (hover.kind == Kind::mark && (hover.move >= 0 || hover.change >= 0 || hover.sentence >= 0));
    platform.set_cursor(clickable ? platform::Cursor::hand : platform::Cursor::arrow);
}

bool Canvas::handle(const PointerEvent& event) {
    Implementation& self = *implementation_;
    ImGui::SetCurrentContext(self.context);
    ImGuiIO& io = ImGui::GetIO();
    const float scale = self.measurer.pixel_ratio();
    using Type = PointerEvent::Type;
    const bool touch = event.device == PointerEvent::Device::touch;
    if (event.type != Type::leave && self.menu_pointer(event)) {
        // Nothing below the menu is hovered or pressed.
        io.AddMousePosEvent(-FLT_MAX, -FLT_MAX);
        io.AddMouseButtonEvent(0, false);
        return true;
    }

    if (event.type == Type::leave) {
        self.pointer_inside = false;
        self.hover = {};
        self.dragging_overview = false;
        self.touch_down = false;
        io.AddMousePosEvent(-FLT_MAX, -FLT_MAX);
        self.wake();
        return false;
    }
    if (event.type == Type::wheel) {
        if (event.modifiers.control) return false;  // the browser's zoom
        if (self.over_panel(event.x, event.y))
            return self.run(command::ScrollPanelBy{static_cast<double>(event.wheel_y)});
        if (self.list_rect.contains(event.x, event.y)) {
            const float before = self.list_scroll;
            self.scroll_list(event.wheel_y);
            return self.list_scroll != before;
        }
        if (!self.over_article(event.x, event.y) || event.wheel_y == 0) return false;
        return self.run(command::ScrollBy{static_cast<double>(event.wheel_y),
                                          std::abs(event.wheel_y) >= coarse_wheel, self.pane_at(event.x)});
    }

    self.pointer_x = event.x;
    self.pointer_y = event.y;
    self.pointer_inside = true;
    io.AddMouseSourceEvent(touch ? ImGuiMouseSource_TouchScreen : ImGuiMouseSource_Mouse);
    io.AddMousePosEvent(event.x * scale, event.y * scale);
    const bool article = self.over_article(event.x, event.y) || self.over_panel(event.x, event.y);

    if (event.type == Type::move) {
        if (self.dragging_overview) {
            const viewer::Rect strip = self.view.overview().strip;
            self.run(command::ScrollToShare{static_cast<double>(
                std::clamp((event.y - strip.y) / std::max(strip.height, 1.0F), 0.0F, 1.0F))});
            return true;
        }
        if (touch && self.touch_down) {
            if (!self.touch_scrolls && std::abs(event.y - self.touch_y) < touch_slop) return true;
            const float moved = self.touch_y - event.y;
            self.touch_scrolls = true;
            self.touch_y = event.y;
            if (self.panel_rect.contains(event.x, event.y))
                return self.run(command::ScrollPanelBy{static_cast<double>(moved)});
            if (self.list_rect.contains(event.x, event.y)) {
                self.scroll_list(moved);
                return true;
            }
            return self.run(command::ScrollBy{static_cast<double>(moved), false, self.pane_at(event.x)});
        }
        const viewer::Hit hit = article ? self.view.hit(event.x, event.y) : viewer::Hit{};
        if (hit.kind != self.hover.kind || hit.change != self.hover.change || hit.move != self.hover.move ||
            hit.row != self.hover.row || hit.sentence != self.hover.sentence) {
            self.hover = hit;
            self.hover_since = self.now;
            self.update_cursor();
            self.wake();
        }
        if (!article) self.wake();
        return article || self.toolbar_rect.contains(event.x, event.y);
    }
    if (event.button != 0) return false;

    if (event.type == Type::down) {
        if (self.legend_open && !self.legend_rect.contains(event.x, event.y) &&
            !self.legend_anchor.contains(event.x, event.y)) {
            self.legend_open = false;
        }
        self.focus_id = 0;
        self.touch_down = touch;
        self.touch_scrolls = false;
        self.touch_x = event.x;
        self.touch_y = event.y;
        self.wake(4);
        if (!article) {
            // A finger on the list may be about to scroll it: the press is passed on when it turns out to be a tap.
            if (!touch) io.AddMouseButtonEvent(0, true);
            return true;
        }
        if (touch) return true;
        if (self.view.hit(event.x, event.y).kind == viewer::Hit::Kind::overview)
            self.dragging_overview = !self.is_coverage();
        self.click(event.x, event.y);
        return true;
    }

    // Released.
    self.wake(4);
    self.dragging_overview = false;
    if (touch) {
        const bool tap = self.touch_down && !self.touch_scrolls;
        self.touch_down = false;
        if (tap && article) self.click(event.x, event.y);
        if (tap && !article) {
            io.AddMouseButtonEvent(0, true);
            io.AddMouseButtonEvent(0, false);
        }
        io.AddMousePosEvent(-FLT_MAX, -FLT_MAX);  // nothing stays hovered behind a finger
        self.wake(6);
        return true;
    }
    io.AddMouseButtonEvent(0, false);
    return true;
}

std::optional<viewer::Side> Canvas::Implementation::pane_at(float x) const {
    if (!is_coverage()) return std::nullopt;
    for (const viewer::Side side : {viewer::Side::before, viewer::Side::after}) {
        const viewer::Rect head = view.header_box(side);
        if (x >= head.x && x < head.right()) return side;
    }
    return std::nullopt;
}

void Canvas::Implementation::uncover_article() {
    if (narrow()) {
        run(command::SetListOpen{false});
    } else {
        run(command::SetPanelWide{false});
    }
}

void Canvas::Implementation::click(float x, float y) {
    const bool in_panel = over_panel(x, y);
    const bool chose = in_panel && view.hit(x, y).kind == viewer::Hit::Kind::panel;
    run(command::ClickAt{x, y});
    if (in_panel) focus_id = list_id;
    // There the panel covers the article, and whoever chose something in it wants to see it.
    if (chose) uncover_article();
}

// ---------------------------------------------------------------- keys

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

// ---------------------------------------------------------------- frames

bool Canvas::needs_frame() const {
    const Implementation& self = *implementation_;
    if (self.lost || self.viewport.width <= 0 || self.viewport.height <= 0) return false;
    return self.settle > 0 || self.view.animating() || self.view.revision() != self.drawn_revision ||
           self.tooltip_waiting;
}

void Canvas::Implementation::draw_message() {
    std::string_view rest = message;
    std::vector<std::string_view> lines;
    while (!rest.empty()) {
        const std::size_t end = std::min(rest.find('\n'), rest.size());
        lines.push_back(rest.substr(0, end));
        rest.remove_prefix(std::min(end + 1, rest.size()));
    }
    float y = viewport.height / 2 - static_cast<float>(lines.size()) * 14;
    for (std::size_t index = 0; index < lines.size(); ++index) {
        const Face face = index == 0 ? Face::message : Face::widget;
        const std::string& line = painter->shortened(lines[index], face, viewport.width - 32);
        const float width = painter->text_width(line, face);
        painter->text(line, (viewport.width - width) / 2, y, face,
                      index == 0 ? theme[viewer::ColorRole::ink] : theme[viewer::ColorRole::ink_soft]);
        y += index == 0 ? 34.0F : 24.0F;
    }
}

void Canvas::frame(double seconds) {
    Implementation& self = *implementation_;
    if (self.lost || self.viewport.width <= 0 || self.viewport.height <= 0) return;
    ImGui::SetCurrentContext(self.context);
    const double elapsed =
        self.last_time < 0 ? 1.0 / 60 : std::clamp(seconds - self.last_time, 0.0, longest_frame);
    // The first frame of an animation follows a pause of any length: it starts from here, not from back then.
    const bool idle_before = self.settle <= 0 && !self.view.animating();
    self.last_time = seconds;
    self.now = seconds;
    if (!idle_before) self.view.advance(elapsed);
    if (!self.backend_ready) {
        ImGui_ImplOpenGL3_Init(nullptr);
        self.backend_ready = true;
    }
    self.place();

    ImGuiIO& io = ImGui::GetIO();
    const float scale = self.measurer.pixel_ratio();
    io.DisplaySize = {std::round(self.viewport.width * scale), std::round(self.viewport.height * scale)};
    io.DeltaTime = static_cast<float>(std::max(elapsed, 1e-4));
    self.runs->begin_frame();
    ImGui_ImplOpenGL3_NewFrame();
    ImGui::NewFrame();
    self.tooltip.clear();
    self.next_focus_order.clear();

    ImGui::SetNextWindowPos({0, 0});
    ImGui::SetNextWindowSize(io.DisplaySize);
    ImGui::Begin("canvas", nullptr,
                 ImGuiWindowFlags_NoDecoration | ImGuiWindowFlags_NoMove | ImGuiWindowFlags_NoBackground |
                     ImGuiWindowFlags_NoSavedSettings | ImGuiWindowFlags_NoNav |
                     ImGuiWindowFlags_NoScrollWithMouse | ImGuiWindowFlags_NoBringToFrontOnFocus);
    self.painter->set_list(*ImGui::GetBackgroundDrawList());
    self.painter->rect({0, 0, self.viewport.width, self.viewport.height},
                       self.theme[viewer::ColorRole::page]);
    const bool shows = self.view.state().shown;
    const bool coverage = self.is_coverage();
    if (shows) {
        // The text may have moved under a pointer that rests.
        const bool resting =
            self.pointer_inside && self.view.revision() != self.drawn_revision && !self.touch_down;
        if (resting && (self.over_article(self.pointer_x, self.pointer_y) ||
                        self.over_panel(self.pointer_x, self.pointer_y))) {
            self.hover = self.view.hit(self.pointer_x, self.pointer_y);
            self.update_cursor();
        }
        self.painter->display_list(self.view.display_list(), *ImGui::GetBackgroundDrawList(),
                                   *ImGui::GetWindowDrawList());
    }
    self.painter->set_list(*ImGui::GetWindowDrawList());
    if (shows) {
        self.draw_toolbar();
        if (coverage) {
            self.draw_coverage();
        } else {
            self.draw_change_list();
        }
        self.draw_legend();
        using Kind = viewer::Hit::Kind;
        const viewer::Hit& hover = self.hover;
        if (hover.kind == Kind::mark && self.pointer_inside && hover.change >= 0 &&
            static_cast<std::size_t>(hover.change) < self.view.changes().size()) {
            const viewer::ChangeEntry& entry = self.view.changes()[static_cast<std::size_t>(hover.change)];
            std::string text(entry.kind_name);
            if (hover.move >= 0) {
                text += ": click to go to its other end";
            } else if (entry.significance == engine::Significance::cosmetic) {
                text += ", cosmetic";
            }
            self.offer_tooltip(static_cast<ImGuiID>(hover.change) + 1, text,
                               {self.pointer_x, self.pointer_y, 1, 12});
        }
        if (coverage && self.pointer_inside && !self.menu) {
            const std::string text = self.view.tooltip(hover);
            const auto id = static_cast<ImGuiID>(
                hover.kind == Kind::panel ? 0x10000U + hover.row : static_cast<unsigned>(hover.sentence));
            if (!text.empty()) self.offer_tooltip(id + 1, text, {self.pointer_x, self.pointer_y, 1, 12});
        }
        if (self.menu) self.tooltip.clear();
        self.draw_tooltip();
    } else {
        self.draw_message();
    }
    self.painter->set_list(*ImGui::GetWindowDrawList());
    self.draw_notice();
    self.draw_menu();
    ImGui::End();
    self.focus_order = self.next_focus_order;
    self.activate_focused = false;
    if (self.focus_id != 0 && std::find(self.focus_order.begin(), self.focus_order.end(), self.focus_id) ==
                                  self.focus_order.end()) {
        // The widget is gone, or cannot be used just now. Stay near rather than starting over.
        self.focus_id = 0;
    }
    self.drawn_revision = self.view.revision();
    if (self.settle > 0) --self.settle;
    ImGui::Render();
    ImGui_ImplOpenGL3_RenderDrawData(ImGui::GetDrawData());
}

void Canvas::context_lost() { implementation_->lost = true; }

void Canvas::context_restored() {
    Implementation& self = *implementation_;
    ImGui::SetCurrentContext(self.context);
    if (self.backend_ready) ImGui_ImplOpenGL3_Shutdown();
    self.runs->upload_again();
    self.backend_ready = false;
    self.lost = false;
    self.wake();
}

}  // namespace twicetold::canvas
