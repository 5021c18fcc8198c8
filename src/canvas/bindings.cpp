#include "canvas/bindings.h"

#include <algorithm>
#include <array>
#include <utility>

namespace twicetold::canvas {
namespace {

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; }
bool is_letter(std::string_view key) {
    return key.size() == 1 && lower(key[0]) >= 'a' && lower(key[0]) <= 'z';
}

/// Of a character other than a letter, Shift is part of typing it: "?" is "?" on every keyboard.
bool says_shift(std::string_view key) { return key.size() > 1 || is_letter(key); }

std::string_view trimmed(std::string_view text) {
    while (!text.empty() && text.front() == ' ') text.remove_prefix(1);
    while (!text.empty() && text.back() == ' ') text.remove_suffix(1);
    return text;
}

/// Takes what stands before `divider` (or all) off the text.
std::string_view next_part(std::string_view& text, char divider) {
    const std::size_t at = std::min(text.find(divider), text.size());
    const std::string_view part = trimmed(text.substr(0, at));
    text.remove_prefix(std::min(at + 1, text.size()));
    return part;
}

bool shares_scope(Scope one, Scope two) { return one == two || one == Scope::both || two == Scope::both; }

}  // namespace

const std::vector<ActionInfo>& actions() {
    using enum Scope;
    static const std::vector<ActionInfo> table = {
        {Action::next_change, "next-change", "n Alt+ArrowDown F7", both},
        {Action::previous_change, "previous-change", "p Alt+ArrowUp Shift+F7", both},
        {Action::first_change, "first-change", "Alt+Home", both},
        {Action::last_change, "last-change", "Alt+End", both},
        {Action::other_end, "other-end", "m", both},
        {Action::scroll_down, "scroll-down", "ArrowDown", both},
        {Action::scroll_up, "scroll-up", "ArrowUp", both},
        {Action::page_down, "page-down", "PageDown Space", both},
        {Action::page_up, "page-up", "PageUp Shift+Space", both},
        {Action::start, "start", "Home", both},
        {Action::end, "end", "End", both},
        {Action::fold, "changes-only", "f", versions},
        {Action::inline_text, "inline", "i", versions},
        {Action::turn_earlier, "earlier-text", "ArrowLeft", versions},
        {Action::turn_later, "later-text", "ArrowRight", versions},
        {Action::swap_sides, "swap-sides", "x", both},
        {Action::hide_cosmetic, "hide-cosmetic", "c", versions},
        {Action::list, "list", "l", both},
        {Action::timeline, "timeline", "t", versions},
        {Action::play, "play", "k", versions},
        {Action::earlier_step, "earlier-versions", "[", versions},
        {Action::later_step, "later-versions", "]", versions},
        {Action::outlet_left_back, "left-outlet-back", "[", coverage},
        {Action::outlet_left_on, "left-outlet-on", "]", coverage},
        {Action::outlet_right_back, "right-outlet-back", "{", coverage},
        {Action::outlet_right_on, "right-outlet-on", "}", coverage},
        {Action::next_findings, "next-findings", "v", coverage},
        {Action::previous_findings, "previous-findings", "Shift+V", coverage},
        {Action::sort_claims, "sort-claims", "s", coverage},
        {Action::hide_names, "hide-names", "b", coverage},
        {Action::wide_findings, "wide-findings", "w", coverage},
        {Action::copy, "copy", "Mod+c", both},
        {Action::select_all, "select-all", "Mod+a", both},
        {Action::search, "search", "/ Mod+f", both},
        {Action::next_match, "next-match", "F3", both},
        {Action::previous_match, "previous-match", "Shift+F3", both},
        {Action::text_menu, "text-menu", "Shift+F10 ContextMenu", both},
        {Action::zoom_in, "zoom-in", "+ =", both},
        {Action::zoom_out, "zoom-out", "-", both},
        {Action::zoom_reset, "zoom-reset", "0", both},
        {Action::view_options, "view-options", "o", both},
        {Action::settings, "settings", "a", both},
        {Action::help, "help", "?", both},
    };
    return table;
}

std::optional<Chord> read_chord(std::string_view text) {
    Chord chord;
    while (true) {
        // "+" itself is a key.
        const std::size_t at = text.find('+');
        if (at == std::string_view::npos || at == 0 || at + 1 == text.size()) break;
        const std::string_view held = trimmed(text.substr(0, at));
        if (held == "Alt") {
            chord.alt = true;
        } else if (held == "Shift") {
            chord.shift = true;
        } else if (held == "Mod" || held == "Ctrl" || held == "Cmd") {
            chord.command = true;
        } else {
            return std::nullopt;
        }
        text.remove_prefix(at + 1);
    }
    text = trimmed(text);
    if (text.empty()) return std::nullopt;
    chord.key = text == "Space" ? std::string(" ") : std::string(text);
    if (is_letter(chord.key)) chord.key[0] = lower(chord.key[0]);
    return chord;
}

std::string chord_label(const viewer::Strings& strings, const Chord& chord) {
    using viewer::Text;
    constexpr std::array<std::pair<std::string_view, std::string_view>, 4> signs = {
        {{"ArrowDown", "↓"}, {"ArrowUp", "↑"}, {"ArrowLeft", "←"}, {"ArrowRight", "→"}}};
    constexpr std::array<std::pair<std::string_view, Text>, 8> names = {{{" ", Text::key_space},
                                                                         {"Home", Text::key_home},
                                                                         {"End", Text::key_end},
                                                                         {"PageUp", Text::key_page_up},
                                                                         {"PageDown", Text::key_page_down},
                                                                         {"Tab", Text::key_tab},
                                                                         {"Escape", Text::key_escape},
                                                                         {"ContextMenu", Text::key_menu}}};
    std::string label;
    for (const auto& [held, name] : {std::pair{chord.command, Text::key_control},
                                     {chord.alt, Text::key_alt},
                                     {chord.shift, Text::key_shift}}) {
        if (held) label += strings.text(name) + ' ';
    }
    for (const auto& [key, sign] : signs) {
        if (chord.key == key) return label + std::string(sign);
    }
    for (const auto& [key, name] : names) {
        if (chord.key == key) return label + strings.text(name);
    }
    if (is_letter(chord.key)) return label + static_cast<char>(chord.key[0] - 32);
    return label + chord.key;
}

Bindings::Bindings() {
    chords_.resize(static_cast<std::size_t>(Action::count));
    for (const ActionInfo& info : actions()) {
        std::string_view rest = info.keys;
        while (!rest.empty()) {
            if (const std::optional<Chord> chord = read_chord(next_part(rest, ' ')))
                chords_[static_cast<std::size_t>(info.action)].push_back(*chord);
        }
    }
}

std::optional<Action> Bindings::find(const KeyEvent& event, engine::Mode mode) const {
    Chord pressed;
    pressed.key = std::string(event.key);
    if (is_letter(pressed.key)) pressed.key[0] = lower(pressed.key[0]);
    pressed.alt = event.modifiers.alt;
    pressed.command = event.modifiers.control || event.modifiers.meta;
    pressed.shift = says_shift(pressed.key) && event.modifiers.shift;
    const Scope scope = mode == engine::Mode::coverage ? Scope::coverage : Scope::versions;
    const auto bound = [&](const Chord& chord) -> std::optional<Action> {
        for (const ActionInfo& info : actions()) {
            if (!shares_scope(info.scope, scope)) continue;
            const std::vector<Chord>& own = chords(info.action);
            if (std::find(own.begin(), own.end(), chord) != own.end()) return info.action;
        }
        return std::nullopt;
    };
    if (const std::optional<Action> found = bound(pressed)) return found;
    // Shift with a letter that has no meaning of its own.
    if (!pressed.shift || !is_letter(pressed.key)) return std::nullopt;
    pressed.shift = false;
    return bound(pressed);
}

std::string Bindings::label(const viewer::Strings& strings, Action action) const {
    const std::vector<Chord>& own = chords(action);
    return own.empty() ? std::string() : chord_label(strings, own.front());
}

std::string Bindings::rebind(std::string_view text) {
    std::string unread;
    while (!text.empty()) {
        std::string_view keys = next_part(text, ';');
        if (keys.empty()) continue;
        const std::string_view whole = keys;
        const std::string_view name = next_part(keys, '=');
        const auto info = std::find_if(actions().begin(), actions().end(),
                                       [&](const ActionInfo& one) { return one.name == name; });
        std::vector<Chord> wanted;
        bool readable = info != actions().end();
        while (readable && !keys.empty()) {
            const std::optional<Chord> chord = read_chord(next_part(keys, ','));
            readable = chord.has_value();
            if (chord) wanted.push_back(*chord);
        }
        if (!readable) {
            unread += (unread.empty() ? "" : "; ") + std::string(whole);
            continue;
        }
        for (const ActionInfo& other : actions()) {
            if (!shares_scope(other.scope, info->scope)) continue;
            std::erase_if(chords_[static_cast<std::size_t>(other.action)], [&](const Chord& chord) {
                return std::find(wanted.begin(), wanted.end(), chord) != wanted.end();
            });
        }
        chords_[static_cast<std::size_t>(info->action)] = std::move(wanted);
    }
    return unread;
}

}  // namespace twicetold::canvas
