#include "canvas/key_help.h"

#include <optional>

namespace twicetold::canvas {
namespace {

using viewer::Text;

/// Null for what everybody knows.
std::optional<Text> meaning(Action action, bool coverage) {
    switch (action) {
        case Action::next_change: return coverage ? Text::coverage_next : Text::viewer_next;
        case Action::previous_change: return coverage ? Text::coverage_previous : Text::viewer_previous;
        case Action::first_change: return coverage ? Text::keys_first_claim : Text::keys_first_change;
        case Action::last_change: return coverage ? Text::keys_last_claim : Text::keys_last_change;
        case Action::other_end: return coverage ? Text::coverage_turn : Text::keys_other_end;
        case Action::scroll_down:
        case Action::scroll_up: break;
        case Action::page_down: return Text::keys_page_down;
        case Action::page_up: return Text::keys_page_up;
        case Action::start: return Text::keys_start;
        case Action::end: return Text::keys_end;
        case Action::fold: return Text::keys_fold;
        case Action::inline_text: return Text::keys_inline;
        case Action::turn_earlier: return Text::keys_turn_earlier;
        case Action::turn_later: return Text::keys_turn_later;
        case Action::swap_sides: return Text::keys_swap;
        case Action::hide_cosmetic: return Text::keys_hide_cosmetic;
        case Action::list: return coverage ? Text::coverage_findings : Text::viewer_list;
        case Action::timeline: return Text::view_timeline;
        case Action::play: return Text::keys_play;
        case Action::earlier_step: return Text::viewer_earlier;
        case Action::later_step: return Text::viewer_later;
        case Action::outlet_left_back: return Text::keys_left_back;
        case Action::outlet_left_on: return Text::keys_left_on;
        case Action::outlet_right_back: return Text::keys_right_back;
        case Action::outlet_right_on: return Text::keys_right_on;
        case Action::next_findings: return Text::keys_next_findings;
        case Action::previous_findings: return Text::keys_previous_findings;
        case Action::sort_claims: return Text::coverage_sort;
        case Action::hide_names: return Text::coverage_blind;
        case Action::wide_findings: return Text::keys_wide;
        case Action::copy: return Text::keys_copy;
        case Action::select_all: return Text::keys_select_all;
        case Action::search: return Text::keys_find;
        case Action::next_match: return Text::keys_next_match;
        case Action::previous_match: return Text::keys_previous_match;
        case Action::text_menu: return Text::keys_text_menu;
        case Action::zoom_in: return Text::keys_larger;
        case Action::zoom_out: return Text::keys_smaller;
        case Action::zoom_reset: return Text::keys_usual;
        case Action::view_options: return Text::keys_view_options;
        case Action::settings: return Text::settings_title;
        case Action::help: return Text::viewer_legend;
        case Action::count: break;
    }
    return std::nullopt;
}

}  // namespace

std::vector<KeyHelp> key_help(const viewer::Strings& strings, const Bindings& bindings, engine::Mode mode) {
    const bool coverage = mode == engine::Mode::coverage;
    std::vector<KeyHelp> result;
    for (const ActionInfo& info : actions()) {
        if (info.scope == (coverage ? Scope::versions : Scope::coverage)) continue;
        if (coverage && info.action == Action::view_options) continue;
        const std::optional<Text> words = meaning(info.action, coverage);
        if (!words) continue;
        std::string keys;
        for (const Chord& chord : bindings.chords(info.action))
            keys += (keys.empty() ? "" : "   ") + chord_label(strings, chord);
        if (!keys.empty()) result.push_back({std::move(keys), strings.text(*words)});
    }
    result.push_back({strings.text(Text::key_tab), strings.text(Text::keys_buttons)});
    result.push_back({strings.text(Text::key_escape), strings.text(Text::keys_close)});
    return result;
}

}  // namespace twicetold::canvas
