#include "canvas/key_help.h"

#include <string_view>

namespace twicetold::canvas {
namespace {

std::string_view meaning(Action action, bool coverage) {
    switch (action) {
        case Action::next_change: return coverage ? "Next claim" : "Next change";
        case Action::previous_change: return coverage ? "Previous claim" : "Previous change";
        case Action::first_change: return coverage ? "First claim" : "First change";
        case Action::last_change: return coverage ? "Last claim" : "Last change";
        case Action::other_end: return coverage ? "The other outlet" : "Other end of a moved passage";
        case Action::scroll_down:
        case Action::scroll_up: break;
        case Action::page_down: return "A screen on";
        case Action::page_up: return "A screen back";
        case Action::start: return "Beginning";
        case Action::end: return "End";
        case Action::fold: return "Changes only";
        case Action::inline_text: return "Inline, or side by side";
        case Action::turn_earlier: return "Earlier text, in one column";
        case Action::turn_later: return "Later text, in one column";
        case Action::swap_sides: return "Swap the sides";
        case Action::hide_cosmetic: return "Hide cosmetic changes";
        case Action::list: return coverage ? "Findings" : "List of changes";
        case Action::timeline: return "Timeline of the versions";
        case Action::play: return "Play through the versions";
        case Action::earlier_step: return "Earlier versions";
        case Action::later_step: return "Later versions";
        case Action::outlet_left_back: return "Left: previous outlet";
        case Action::outlet_left_on: return "Left: next outlet";
        case Action::outlet_right_back: return "Right: previous outlet";
        case Action::outlet_right_on: return "Right: next outlet";
        case Action::next_findings: return "Next findings";
        case Action::previous_findings: return "Previous findings";
        case Action::sort_claims: return "Order of the claims";
        case Action::hide_names: return "Hide the outlets' names";
        case Action::wide_findings: return "Findings over the whole width";
        case Action::copy: return "Copy";
        case Action::select_all: return "Select all of a text";
        case Action::search: return "Search";
        case Action::next_match: return "Next match";
        case Action::previous_match: return "Previous match";
        case Action::text_menu: return "Menu of the text";
        case Action::zoom_in: return "Larger text";
        case Action::zoom_out: return "Smaller text";
        case Action::zoom_reset: return "Usual size of text";
        case Action::view_options: return "What shows, and how";
        case Action::help: return "Marks and keys";
        case Action::count: break;
    }
    return {};
}

}  // namespace

std::vector<KeyHelp> key_help(const Bindings& bindings, engine::Mode mode) {
    const bool coverage = mode == engine::Mode::coverage;
    std::vector<KeyHelp> result;
    for (const ActionInfo& info : actions()) {
        if (info.scope == (coverage ? Scope::versions : Scope::coverage)) continue;
        if (coverage && info.action == Action::view_options) continue;
        const std::string_view words = meaning(info.action, coverage);
        if (words.empty()) continue;
        std::string keys;
        for (const Chord& chord : bindings.chords(info.action))
            keys += (keys.empty() ? "" : "   ") + chord_label(chord);
        if (!keys.empty()) result.push_back({std::move(keys), std::string(words)});
    }
    result.push_back({"Tab", "To the buttons"});
    result.push_back({"Esc", "Close, and back"});
    return result;
}

}  // namespace twicetold::canvas
