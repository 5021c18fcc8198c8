#include "canvas/canvas.h"

#include <algorithm>
#include <cmath>

#include "canvas/implementation.h"
#include "imgui_impl_opengl3.h"
#include "imgui_internal.h"

namespace twicetold::canvas {
namespace {

/// The warning that there is no claim, which stands in the matrix' place.
constexpr std::string_view panel_says = "nothing-shared";

constexpr float list_width = 330;
constexpr double longest_frame = 0.1;  // seconds; a longer pause is not caught up with

}  // namespace

// ---------------------------------------------------------------- life

Canvas::Implementation::Implementation(platform::Platform& host)
    : platform(host),
      font_loader(make_font_loader()),
      measurer(host.text()),
      view(measurer),
      theme(make_theme(false, false, Palette::blue_yellow)) {
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
    if (const std::string chosen = platform.load_preferences(); !chosen.empty())
        use(read_preferences(chosen));
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
    self.choose_theme();
}

void Canvas::set_high_contrast(bool high) {
    Implementation& self = *implementation_;
    if (self.high_contrast == high) return;
    self.high_contrast = high;
    self.choose_theme();
}

std::string Canvas::preferences() const { return write_preferences(implementation_->preferences); }

bool Canvas::is_dark() const {
    const Implementation& self = *implementation_;
    return self.preferences.shade == Shade::system ? self.dark : self.preferences.shade == Shade::dark;
}

void Canvas::set_preferences(std::string_view preferences) {
    implementation_->use(read_preferences(preferences));
}

void Canvas::set_reduced_motion(bool reduced) { implementation_->view.set_reduced_motion(reduced); }

void Canvas::set_strings(viewer::Strings strings) {
    Implementation& self = *implementation_;
    self.view.set_strings(std::move(strings));
    self.menu.reset();
    self.place();
    self.wake();
}

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
    const bool two_rows = narrow() && view.steps().size() > 1 && !shows_timeline();
    toolbar_rect = {0, 0, viewport.width, toolbar_height + (two_rows ? toolbar_second_row : 0)};
    const viewer::ViewState state = view.state();
    timeline_rect = {0, toolbar_rect.bottom(), viewport.width, timeline_height()};
    const float top = timeline_rect.bottom();
    const float below = std::max(viewport.height - top, 0.0F);
    viewer::Rect article{0, top, viewport.width, below};
    if (state.mode == engine::Mode::coverage) {
        place_coverage(article);
        view.resize({viewport.width, viewport.height}, mirrored(article), viewport.pixel_ratio,
                    mirrored(panel_rect));
        return;
    }
    list_rect = {};
    if (state.list_open && state.step_count > 0) {
        // Beside the article, or over it where there is no room for both.
        const float width = narrow() ? viewport.width : std::min(list_width, viewport.width * 0.42F);
        list_rect = {viewport.width - width, top, width, below};
        if (!narrow()) article.width -= width;
    }
    view.resize({viewport.width, viewport.height}, mirrored(article), viewport.pixel_ratio);
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

bool Canvas::Implementation::over_article(float real_x, float y) const {
    const float x = mirrored(real_x);
    if (toolbar_rect.contains(x, y) || list_rect.contains(x, y)) return false;
    // The heads of the panes are buttons there.
    for (const viewer::Side side : {viewer::Side::before, viewer::Side::after}) {
        if (view.header_box(side).contains(real_x, y)) return false;
    }
    if (find_rect.contains(x, y) || card_rect.contains(x, y)) return false;
    return !notice_rect.contains(x, y) && !popover_rect.contains(x, y) && !timeline_rect.contains(x, y);
}

// ---------------------------------------------------------------- frames

bool Canvas::needs_frame() const {
    const Implementation& self = *implementation_;
    if (self.lost || self.viewport.width <= 0 || self.viewport.height <= 0) return false;
    return self.settle > 0 || self.view.animating() || self.view.revision() != self.drawn_revision ||
           self.tooltip_waiting || self.playing || self.touch.waiting();
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
    self.go_on_playing();
    if (const Gesture held = self.touch.wait(seconds); held.kind != Gesture::Kind::none) self.perform(held);
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
    self.painter->mirror(0);
    self.painter->set_list(*ImGui::GetBackgroundDrawList());
    self.painter->rect({0, 0, self.viewport.width, self.viewport.height},
                       self.theme[viewer::ColorRole::page]);
    const bool shows = self.view.state().shown;
    const bool coverage = self.is_coverage();
    if (shows) {
        // The text may have moved under a pointer that rests.
        const bool resting =
            self.pointer_inside && self.view.revision() != self.drawn_revision && !self.touch.active();
        if (resting && (self.over_article(self.pointer_x, self.pointer_y) ||
                        self.over_panel(self.pointer_x, self.pointer_y))) {
            self.hover = self.view.hit(self.pointer_x, self.pointer_y);
            self.update_cursor();
        }
        if (self.timeline_rect.height > 0) {
            self.history = self.pointer_inside && self.hover.kind != viewer::Hit::Kind::nothing
                               ? self.view.history_at(self.pointer_x, self.pointer_y)
                               : std::nullopt;
            if (!self.history) self.history = self.view.history_of_selected();
        }
        self.painter->display_list(self.view.display_list(), *ImGui::GetBackgroundDrawList(),
                                   *ImGui::GetWindowDrawList());
    }
    self.painter->set_list(*ImGui::GetWindowDrawList());
    // What follows is laid out from the left, and drawn where the language wants it.
    if (self.view.strings().right_to_left()) self.painter->mirror(self.viewport.width);
    if (shows) {
        // What lies on top comes first: the first that is hovered keeps the pointer from those below.
        self.popover_rect = {};
        self.draw_legend();
        self.draw_view_panel();
        self.draw_settings_panel();
        self.painter->set_list(*ImGui::GetWindowDrawList());
        self.draw_toolbar();
        self.draw_timeline();
        if (coverage) {
            self.draw_coverage();
        } else {
            self.draw_change_list();
        }
        using Kind = viewer::Hit::Kind;
        const viewer::Hit& hover = self.hover;
        if (hover.kind == Kind::mark && self.pointer_inside && hover.change >= 0 &&
            static_cast<std::size_t>(hover.change) < self.view.changes().size()) {
            const viewer::ChangeEntry& entry = self.view.changes()[static_cast<std::size_t>(hover.change)];
            using viewer::Text;
            std::string text = entry.kind_name;
            if (hover.move >= 0) {
                text = self.say(Text::viewer_other_end, {{"kind", text}});
            } else if (entry.significance == engine::Significance::cosmetic) {
                text = self.say(Text::viewer_announce_cosmetic, {{"kind", text}});
            }
            self.offer_tooltip(static_cast<ImGuiID>(hover.change) + 1, text,
                               {self.mirrored(self.pointer_x), self.pointer_y, 1, 12});
        }
        if (coverage && self.pointer_inside && !self.menu) {
            const std::string text = self.view.tooltip(hover);
            const auto id = static_cast<ImGuiID>(
                hover.kind == Kind::panel ? 0x10000U + hover.row : static_cast<unsigned>(hover.sentence));
            if (!text.empty())
                self.offer_tooltip(id + 1, text, {self.mirrored(self.pointer_x), self.pointer_y, 1, 12});
        }
        if (self.menu) self.tooltip.clear();
        self.draw_tooltip();
    } else {
        self.draw_message();
    }
    if (shows) self.draw_change_card();
    self.painter->set_list(*ImGui::GetWindowDrawList());
    self.draw_find_bar();
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
