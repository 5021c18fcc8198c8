// The versions on a line: when each was captured, how much changed from one to the next, which two are compared, and what
// became of one sentence.
#include <algorithm>
#include <cmath>
#include <string>
#include <vector>

#include "canvas/implementation.h"
#include "imgui_internal.h"
#include "viewer/labels.h"

namespace twicetold::canvas {
namespace {

namespace command = viewer::command;
using State = viewer::SentenceHistory::State;
using viewer::ColorRole;
using viewer::Plural;
using viewer::Text;

constexpr float height = 80;
constexpr float side_room = 56;      // for the play button, and for the first and last label
constexpr float line_from_top = 37;  // the axis
constexpr float bar_height = 24;     // of the largest change
constexpr float widest_bar = 46;
constexpr float dot = 4;
constexpr float end_dot = 6.5F;
constexpr float history_from_bottom = 7;
constexpr double seconds_a_step = 2.4;
/// Below these the timeline opens only when asked for.
constexpr float least_window = 620;

/// "Version 3, 4 Mar 2026, 06:12"
std::string version_tip(const viewer::Strings& strings, const viewer::Timeline& timeline,
                        std::size_t version) {
    std::string name = viewer::version_name(strings, static_cast<std::uint32_t>(version));
    if (timeline.times[version].empty()) return name;
    return strings.text(Text::timeline_version, {{"version", name}, {"time", timeline.times[version]}});
}

std::string link_tip(const viewer::Strings& strings, const viewer::TimelineLink& link, std::size_t index) {
    std::vector<std::string> parts;
    if (link.substantive > 0) parts.push_back(strings.plural(Plural::summary_substantive, link.substantive));
    if (link.cosmetic > 0) parts.push_back(strings.plural(Plural::summary_cosmetic, link.cosmetic));
    if (link.moves > 0) parts.push_back(strings.plural(Plural::summary_moved, link.moves));
    std::string changes = parts.empty() ? strings.text(Text::timeline_unchanged) : strings.list(parts);
    if (link.substantive > 0) {
        changes = strings.text(link.correction_note ? Text::summary_noted : Text::summary_silent,
                               {{"changes", changes}});
    }
    const std::string step = strings.text(
        Text::viewer_step, {{"before", std::uint64_t{index} + 1}, {"after", std::uint64_t{index} + 2}});
    return strings.text(Text::timeline_link, {{"step", step}, {"changes", changes}});
}

std::string history_label(const viewer::Strings& strings, const viewer::SentenceHistory& history) {
    std::vector<std::string> reworded;
    for (std::size_t version = 0; version < history.states.size(); ++version) {
        if (history.states[version] == State::reworded) reworded.push_back(strings.number(version + 1));
    }
    std::vector<std::string> parts = {
        strings.text(Text::timeline_sentence, {{"number", std::uint64_t{history.first} + 1}})};
    if (!reworded.empty())
        parts.push_back(strings.text(Text::timeline_reworded, {{"versions", strings.list(reworded)}}));
    if (history.fate == engine::Fate::removed)
        parts.push_back(strings.text(Text::timeline_gone, {{"number", std::uint64_t{history.last} + 2}}));
    if (history.fate == engine::Fate::returned) parts.push_back(strings.text(Text::timeline_returned));
    return strings.list(parts);
}

}  // namespace

bool Canvas::Implementation::shows_timeline() const {
    if (is_coverage() || view.timeline().times.size() < 3) return false;
    return timeline_open.value_or(!narrow() && viewport.height >= least_window);
}

float Canvas::Implementation::timeline_height() const { return shows_timeline() ? height : 0; }

bool Canvas::Implementation::toggle_timeline() {
    if (is_coverage() || view.timeline().times.size() < 3) return false;
    timeline_open = !shows_timeline();
    place();
    wake();
    return true;
}

bool Canvas::Implementation::toggle_playing() {
    if (is_coverage() || view.steps().size() < 2) return false;
    playing = !playing;
    playing_since = now;
    const viewer::ViewState state = view.state();
    // From the end it begins anew.
    if (playing && state.after + 1 >= view.timeline().times.size()) run(command::SelectPair{0, 1});
    wake();
    return true;
}

void Canvas::Implementation::go_on_playing() {
    if (!playing || now - playing_since < seconds_a_step) return;
    playing_since = now;
    const viewer::ViewState state = view.state();
    if (state.after + 1 >= view.timeline().times.size() || !run(command::NextStep{})) playing = false;
}

bool Canvas::Implementation::timeline_key(const KeyEvent& event) {
    if (focus_id == 0 || focus_id != timeline_id) return false;
    const viewer::ViewState state = view.state();
    const auto last = static_cast<std::uint32_t>(view.timeline().times.size()) - 1;
    // Time runs as the lines do.
    const bool right = event.key == "ArrowRight";
    if (right || event.key == "ArrowLeft") {
        const bool on = right != view.strings().right_to_left();
        // The later end moves; with Shift, the earlier one.
        if (event.modifiers.shift) {
            if (on ? state.before + 1 < state.after : state.before > 0)
                run(command::SelectPair{on ? state.before + 1 : state.before - 1, state.after});
        } else if (on ? state.after < last : state.before + 1 < state.after) {
            run(command::SelectPair{state.before, on ? state.after + 1 : state.after - 1});
        }
        return true;
    }
    if (event.key == "Enter" || event.key == " ") return toggle_playing();
    return false;
}

void Canvas::Implementation::draw_timeline() {
    timeline_id = 0;
    if (timeline_rect.height <= 0) return;
    const viewer::Timeline& timeline = view.timeline();
    const viewer::ViewState state = view.state();
    const float scale = measurer.pixel_ratio();
    const std::size_t count = timeline.times.size();
    painter->rect(timeline_rect, theme[WidgetColor::bar]);
    painter->rect({timeline_rect.x, timeline_rect.bottom() - 1, timeline_rect.width, 1},
                  theme[WidgetColor::bar_line]);
    const float axis = timeline_rect.y + line_from_top;
    if (button({"play",
                {timeline_rect.x + 10, axis - 18, 36, 36},
                playing ? say(Text::timeline_stop) : tip(Text::keys_play, Action::play),
                playing ? Icon::pause : Icon::play,
                {},
                true,
                false,
                true})) {
        toggle_playing();
    }
    const float left = timeline_rect.x + side_room + 46;
    const float right = timeline_rect.right() - side_room - 20;
    const float gap = (right - left) / static_cast<float>(count - 1);
    const auto x_of = [&](std::size_t version) { return left + gap * static_cast<float>(version); };

    timeline_id = ImGui::GetID("timeline");
    const bool has_focus = focusable(timeline_id);
    if (has_focus)
        focus_ring({left - 24, timeline_rect.y + 4, right - left + 48, timeline_rect.height - 8}, 8);

    // The axis, and the span that is compared.
    painter->rect({left, axis - 1, right - left, 2}, theme[WidgetColor::text_disabled], 1);
    painter->rect({x_of(state.before), axis - 2, x_of(state.after) - x_of(state.before), 4},
                  theme[WidgetColor::text], 2);
    const auto area = [&](std::string_view id, const viewer::Rect& rect, bool& hovered) {
        ImGui::SetCursorScreenPos(item_place(rect));
        const bool pressed =
            ImGui::InvisibleButton(std::string(id).c_str(),
                                   {std::max(rect.width * scale, 1.0F), std::max(rect.height * scale, 1.0F)});
        hovered = ImGui::IsItemHovered();
        return pressed;
    };

    // How much changed: a bar between two versions, by kind from the bottom up.
    const float bar = std::min(gap * 0.5F, widest_bar);
    for (std::size_t link = 0; link < timeline.links.size(); ++link) {
        const viewer::TimelineLink& shown = timeline.links[link];
        const float x = x_of(link) + gap / 2 - bar / 2;
        bool hovered = false;
        if (bar >= 6) {
            const std::string id = "link" + std::to_string(link);
            const viewer::Rect rect{x - 2, timeline_rect.y + 4, bar + 4, line_from_top - 4};
            if (area(id, rect, hovered))
                run(command::SelectPair{static_cast<std::uint32_t>(link),
                                        static_cast<std::uint32_t>(link) + 1});
            if (hovered) offer_tooltip(ImGui::GetItemID(), link_tip(view.strings(), shown, link), rect);
        }
        const float all = static_cast<float>(shown.substantive + shown.cosmetic + shown.moves);
        if (all == 0) continue;
        const float tall = std::max(shown.share * bar_height, 3.0F);
        float bottom = axis - 5;
        const auto part = [&](std::uint32_t number, ColorRole color) {
            if (number == 0) return;
            const float high = tall * static_cast<float>(number) / all;
            painter->rect({x, bottom - high, bar, high}, theme[color], 1);
            bottom -= high;
        };
        part(shown.cosmetic, ColorRole::strip_cosmetic);
        part(shown.moves, ColorRole::strip_moved);
        part(shown.substantive, ColorRole::strip_added);
        if (hovered)
            painter->outline({x - 2, axis - 7 - tall, bar + 4, tall + 4}, theme[WidgetColor::text], 2, 1);
    }

    // The versions.
    float free_from = timeline_rect.x;
    for (std::size_t version = 0; version < count; ++version) {
        const float x = x_of(version);
        bool hovered = false;
        const std::string id = "version" + std::to_string(version);
        const float room = std::min(gap - std::min(bar, gap * 0.5F), 64.0F);
        const viewer::Rect rect{x - room / 2, timeline_rect.y + 4, room, timeline_rect.height - 8};
        const auto number = static_cast<std::uint32_t>(version);
        if (area(id, rect, hovered)) {
            // The nearer end comes here; between both, the later one.
            const bool earlier = number < state.before ||
                                 (number < state.after && number - state.before < state.after - number);
            if (number != state.before && number != state.after)
                run(earlier ? command::SelectPair{number, state.after}
                            : command::SelectPair{state.before, number});
        }
        if (hovered) offer_tooltip(ImGui::GetItemID(), version_tip(view.strings(), timeline, version), rect);
        const bool is_end = number == state.before || number == state.after;
        painter->circle(x, axis, (is_end ? end_dot : dot) + (hovered ? 1.5F : 0.0F),
                        theme[WidgetColor::text]);
        if (is_end) {
            painter->circle(
                x, axis, end_dot - 2,
                theme[number == state.before ? ColorRole::strip_removed : ColorRole::strip_added]);
        }
        // Ends always have their label; the others where there is room.
        std::string label = timeline.times[version];
        const float most = std::max(gap * (is_end ? 1.6F : 0.94F), 40.0F);
        if (label.empty() || painter->text_width(label, Face::widget_small) > most) {
            const std::string& clock = timeline.clocks[version];
            label = !clock.empty() && painter->text_width(clock, Face::widget_small) <= most
                        ? clock
                        : view.strings().number(version + 1);
        }
        const float wide = painter->text_width(label, Face::widget_small);
        const float label_left =
            std::clamp(x - wide / 2, timeline_rect.x + 6, timeline_rect.right() - wide - 6);
        if (label_left < free_from + 6) continue;
        free_from = label_left + wide;
        painter->text(label, label_left, axis + 22, is_end ? Face::widget_small : Face::widget_small,
                      theme[is_end ? WidgetColor::text : WidgetColor::text_soft]);
    }

    // One sentence through the versions: a line while it stands, a gap while it does not, a diamond where it was reworded.
    if (!history) return;
    const float y = timeline_rect.bottom() - history_from_bottom - 8;
    const Color line = theme[ColorRole::moved_line];
    for (std::size_t version = 0; version < std::min(history->states.size(), count); ++version) {
        const State at = history->states[version];
        if (at == State::absent) continue;
        const float x = x_of(version);
        if (version + 1 < history->states.size() && history->states[version + 1] != State::absent)
            painter->rect({x, y - 1, gap, 2}, line, 1);
        if (at == State::reworded) {
            for (const auto& [dx, dy] : {std::pair{0.0F, -4.5F}, {4.5F, 0.0F}, {0.0F, 4.5F}, {-4.5F, 0.0F}}) {
                const float nx = -dy;
                const float ny = dx;
                painter->stroke(x + dx, y + dy, x + nx, y + ny, 1.8F, line);
            }
            painter->circle(x, y, 2, theme[WidgetColor::bar]);
        } else {
            painter->circle(x, y, 3, line);
        }
    }
    const std::string label = history_label(view.strings(), *history);
    painter->text(painter->shortened(label, Face::widget_small, timeline_rect.width - 2 * side_room),
                  left - 20, timeline_rect.bottom() - 5, Face::widget_small, theme[WidgetColor::text_soft]);
}

}  // namespace twicetold::canvas
