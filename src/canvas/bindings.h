#pragma once
// Which keys do what: one table, which the help is written from and which a host may change.
//
//     bindings.rebind("next-change=j,Alt+ArrowDown; previous-change=k");

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "canvas/canvas.h"

namespace twicetold::canvas {

enum class Action : std::uint8_t {
    // Reading
    next_change,
    previous_change,
    first_change,
    last_change,
    other_end,
    scroll_down,
    scroll_up,
    page_down,
    page_up,
    start,
    end,
    // What shows
    fold,
    inline_text,
    turn_earlier,
    turn_later,
    swap_sides,
    hide_cosmetic,
    list,
    timeline,
    play,
    earlier_step,
    later_step,
    // Outlets
    outlet_left_back,
    outlet_left_on,
    outlet_right_back,
    outlet_right_on,
    next_findings,
    previous_findings,
    sort_claims,
    hide_names,
    wide_findings,
    // Texts
    copy,
    select_all,
    search,
    next_match,
    previous_match,
    text_menu,
    // The program
    zoom_in,
    zoom_out,
    zoom_reset,
    view_options,
    settings,
    help,
    count
};

/// Where an action means something.
enum class Scope : std::uint8_t { both, versions, coverage };

struct ActionInfo {
    Action action = Action::count;
    std::string_view name;  ///< stable: what hosts rebind by
    std::string_view keys;  ///< by default; chords divided by spaces
    Scope scope = Scope::both;
};

/// By `Action`.
[[nodiscard]] const std::vector<ActionInfo>& actions();

/// A key with what is held down: "Alt+ArrowDown", "Shift+F7", "n", "?".
struct Chord {
    std::string key;  ///< a letter in lower case
    bool shift = false;
    bool alt = false;
    bool command = false;  ///< Control, or Command on a Mac: "Mod" in text

    friend bool operator==(const Chord&, const Chord&) = default;
};

/// None where the text names no key.
[[nodiscard]] std::optional<Chord> read_chord(std::string_view text);
/// As a reader expects it on a key cap: "Alt ↓", "N", "Shift F7".
[[nodiscard]] std::string chord_label(const viewer::Strings& strings, const Chord& chord);

class Bindings {
public:
    Bindings();

    /// The action that a key stands for where versions, or a coverage, show.
    [[nodiscard]] std::optional<Action> find(const KeyEvent& event, engine::Mode mode) const;
    [[nodiscard]] const std::vector<Chord>& chords(Action action) const {
        return chords_[static_cast<std::size_t>(action)];
    }
    /// Of the first chord; empty where there is none.
    [[nodiscard]] std::string label(const viewer::Strings& strings, Action action) const;
    /// `name=chord,chord; name=chord`. A name alone takes its keys away; keys that another action had go over. Returns what
    /// it could not read, or nothing.
    std::string rebind(std::string_view text);

private:
    std::vector<std::vector<Chord>> chords_;  ///< by action
};

}  // namespace twicetold::canvas
