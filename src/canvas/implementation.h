#pragma once
// The canvas' state, shared by the files that draw its parts. Private to the layer.

#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "canvas/bindings.h"
#include "canvas/canvas.h"
#include "canvas/font_loader.h"
#include "canvas/measurer.h"
#include "canvas/painter.h"
#include "canvas/preferences.h"
#include "canvas/run_cache.h"
#include "canvas/theme.h"
#include "canvas/touch.h"
#include "imgui.h"

namespace twicetold::canvas {

/// Pictures on buttons, drawn with lines.
enum class Icon : std::uint8_t {
    up,
    down,
    fold,
    list,
    info,
    left,
    right,
    close,
    eye,
    eye_shut,
    wide,
    turn,
    view,
    play,
    pause,
    plus,
    minus,
    type
};

/// What a menu over the text does beside the view model's commands.
enum class TextAction : std::uint8_t { copy, quote, link, find };
using MenuAction = std::variant<viewer::Command, TextAction>;

/// A list to choose one from, over everything else.
struct Menu {
    viewer::Rect anchor;
    std::vector<std::string> items;
    std::vector<MenuAction> commands;  ///< one an item
    std::vector<bool> disabled;        ///< one an item; empty: none is
    std::size_t chosen = 0;
    bool is_choice = true;  ///< one of them is in force, and is marked
    bool pressed = false;   ///< a finger went down on it
    float row_height = 30;
    std::size_t highlighted = 0;
    std::size_t first = 0;  ///< topmost item, where not all fit
};

/// What lies open over the article.
enum class Popover : std::uint8_t { none, legend, view, settings };

/// A line of a popover to switch something, or to choose one of several.
struct OptionRow {
    std::string_view id;
    std::string_view text;
    std::string_view note;  ///< on the right: its key, a count
    bool checked = false;
    bool choice = false;  ///< one of several
    bool leads = false;   ///< opens something, and has no mark of its own
    float height = 34;
};

struct Button {
    std::string_view id;
    viewer::Rect rect;
    std::string_view tooltip;
    std::optional<Icon> icon;
    std::string_view text;
    bool enabled = true;
    bool toggled = false;
    bool quiet = true;  ///< no box of its own until it is hovered
    /// The tooltip ends left of here, level with the button, for below it would hide other buttons. 0: it stands below.
    float tooltip_right = 0;
};

struct Canvas::Implementation {
    explicit Implementation(platform::Platform& host);
    ~Implementation();

    platform::Platform& platform;
    ImFontLoader font_loader;
    ImGuiContext* context = nullptr;
    Measurer measurer;
    std::optional<RunCache> runs;  ///< needs the context
    viewer::ViewModel view;
    Theme theme;
    std::optional<Painter> painter;

    Viewport viewport;
    bool dark = false;           ///< the system is
    bool high_contrast = false;  ///< likewise
    Preferences preferences;
    bool focused = false;
    bool backend_ready = false;
    bool lost = false;
    std::string message;
    std::string notice;
    viewer::Rect notice_rect;  ///< empty without a notice

    // ---- frames
    double last_time = -1;
    double now = 0;
    int settle =
        0;  ///< frames still to draw although nothing changes: Dear ImGui answers an event over several
    std::uint64_t drawn_revision = 0;

    // ---- pointer
    float pointer_x = -1;
    float pointer_y = -1;
    bool pointer_inside = false;
    viewer::Hit hover;
    double hover_since = 0;
    bool dragging_overview = false;
    TouchGestures touch;
    float pinch_from = 1;         ///< the text's size when it began
    bool touch_moved = false;     ///< something was scrolled by it
    bool touch_released = false;  ///< the finger moves the page around the viewer

    // ---- selecting
    bool selecting = false;    ///< the pointer was pressed on the article
    bool press_moved = false;  ///< and has moved since: it selects, and is no click
    bool over_text = false;
    float press_x = 0;
    float press_y = 0;
    double press_seconds = -1;
    int press_count = 0;    ///< presses at one place in quick succession
    std::string menu_link;  ///< what the menu would copy as a link

    // ---- the search field, where the host has none
    bool find_open = false;
    bool find_focused = false;
    std::string find_text;
    std::size_t find_caret = 0;  ///< byte
    bool find_all = false;       ///< all of it is selected: typing replaces it
    float find_shift = 0;        ///< how far the text is scrolled
    viewer::Rect find_rect;      ///< empty while closed

    // ---- widgets
    bool by_keyboard = false;  ///< what was last used
    bool by_touch = false;
    viewer::Rect card_rect;                 ///< empty while it does not show
    std::vector<ImGuiID> focus_order;       ///< of the last frame
    std::vector<ImGuiID> next_focus_order;  ///< of the frame being drawn
    ImGuiID focus_id = 0;
    ImGuiID list_id = 0;
    bool activate_focused = false;
    std::string tooltip;
    viewer::Rect tooltip_anchor;
    float tooltip_right = 0;  ///< see Button
    ImGuiID tooltip_id = 0;
    double tooltip_since = 0;
    bool tooltip_waiting = false;
    Popover popover = Popover::none;
    bool popover_opened = false;  ///< just now: the focus goes into it
    viewer::Rect popover_rect;
    viewer::Rect popover_anchor;  ///< the button that opened it
    float popover_scroll = 0;
    float popover_overflow = 0;  ///< how far it can scroll
    Bindings bindings;
    std::optional<bool> timeline_open;  ///< none: as there is room and need
    viewer::Rect timeline_rect;         ///< empty while closed
    ImGuiID timeline_id = 0;
    bool playing = false;
    double playing_since = 0;  ///< of the step that shows
    std::optional<viewer::SentenceHistory> history;
    viewer::Rect toolbar_rect;
    viewer::Rect list_rect;   ///< empty while closed
    viewer::Rect panel_rect;  ///< what scrolls in the list of the coverage mode
    std::optional<Menu> menu;
    viewer::Rect menu_rect;
    float list_scroll = 0;
    std::int32_t list_shown_change = -1;  ///< the selection that was last scrolled into the list

    void place();  ///< divides the canvas among toolbar, article and list
    void wake(int frames = 3);
    bool run(const viewer::Command& command);
    [[nodiscard]] bool over_article(float x, float y) const;
    /// The part of the panel that the view model draws and answers for.
    [[nodiscard]] bool over_panel(float x, float y) const;
    /// Rectangles of widgets and panels are counted from the side where the language's lines begin. These two lead from there
    /// to the canvas, and back.
    [[nodiscard]] float mirrored(float x) const {
        return view.strings().right_to_left() ? viewport.width - x : x;
    }
    [[nodiscard]] viewer::Rect mirrored(const viewer::Rect& rect) const {
        return view.strings().right_to_left()
                   ? viewer::Rect{viewport.width - rect.right(), rect.y, rect.width, rect.height}
                   : rect;
    }
    [[nodiscard]] const std::string& say(viewer::Text key) const { return view.strings().text(key); }
    [[nodiscard]] std::string say(viewer::Text key, viewer::Values values) const {
        return view.strings().text(key, values);
    }
    /// "Next change (N)": with the key that it has just now.
    [[nodiscard]] std::string tip(viewer::Text meaning, Action action) const {
        return view.strings().with_key(meaning, bindings.label(view.strings(), action));
    }
    /// "Close (Esc)"
    [[nodiscard]] std::string close_tip() const {
        return view.strings().with_key(viewer::Text::action_close, say(viewer::Text::key_escape));
    }
    /// Where Dear ImGui is to look for a widget's clicks.
    [[nodiscard]] ImVec2 item_place(const viewer::Rect& rect) const;
    [[nodiscard]] bool narrow() const { return viewport.width < viewer::narrow_width; }
    /// Coverage: the pane under the pointer, which scrolls alone.
    [[nodiscard]] std::optional<viewer::Side> pane_at(float x) const;
    void click(float x, float y);
    void uncover_article();
    bool move_focus(bool backwards);
    /// Whether the event was used.
    bool touched(const PointerEvent& event);
    bool perform(const Gesture& gesture);
    void update_cursor();

    // keys.cpp
    bool perform(Action action);
    bool escape();
    bool toggle_popover(Popover wanted);

    // timeline.cpp
    [[nodiscard]] bool shows_timeline() const;
    bool toggle_timeline();
    bool toggle_playing();
    bool timeline_key(const KeyEvent& event);
    void draw_timeline();
    [[nodiscard]] float timeline_height() const;
    void go_on_playing();

    // selecting.cpp. What they return says whether the event was used.
    bool press_text(const PointerEvent& event);
    bool drag_text(const PointerEvent& event);
    bool release_text(const PointerEvent& event);
    bool text_key(const KeyEvent& event);
    bool copy_selection();

    // text_menu.cpp
    bool press_for_menu(const PointerEvent& event);
    bool menu_from_keys();
    void open_text_menu(const viewer::Rect& anchor, std::int32_t change, bool touch);
    void hold(float x, float y);  ///< a finger rests there
    void act(const MenuAction& action);

    // find_bar.cpp
    void open_find(std::string query);
    void close_find();
    bool find_key(const KeyEvent& event);
    void draw_find_bar();

    // widgets.cpp
    /// The box of a popover below its button, with its shadow. What is drawn next stands on it.
    void popover_box(float width, float height);
    void end_popover();
    void scroll_popover(float pixels);
    bool button(const Button& button);
    /// Takes part in the focus order; true where it has the focus.
    bool focusable(ImGuiID id);
    void focus_ring(const viewer::Rect& rect, float radius);
    /// A button over something that is drawn already: shows only its border.
    bool hotspot(std::string_view id, const viewer::Rect& rect, std::string_view tip);
    void icon(Icon icon, float x, float y, Color color);
    void offer_tooltip(ImGuiID id, std::string_view text, const viewer::Rect& anchor, float right = 0);
    void draw_tooltip();

    // menu.cpp
    void open_menu(Menu made);
    /// Both return whether the event was used.
    bool menu_pointer(const PointerEvent& event);
    bool menu_key(std::string_view key);
    void draw_menu();

    // coverage_panel.cpp
    void place_coverage(viewer::Rect& article);
    void draw_coverage();
    void draw_panel_head();
    void draw_outlet_pickers();
    bool coverage_key(const KeyEvent& event);
    [[nodiscard]] std::vector<viewer::Rect> view_chips();
    [[nodiscard]] float panel_head_height();
    [[nodiscard]] bool is_coverage() const { return view.state().mode == engine::Mode::coverage; }

    // toolbar.cpp, change_list.cpp, legend.cpp, canvas.cpp
    void draw_toolbar();
    void draw_change_list();
    void draw_legend();
    void draw_view_panel();
    void draw_change_card();
    void draw_settings_panel();
    /// Shows it so, and remembers it.
    void prefer(const Preferences& wanted);
    void use(const Preferences& wanted);
    void choose_theme();
    bool option_row(const OptionRow& row, float y);
    bool zoom(int steps);  ///< 0: the usual size
    bool set_text_scale(float wanted);
    void draw_message();
    void draw_notice();
    [[nodiscard]] float list_height();
    [[nodiscard]] float list_head_height() const;
    [[nodiscard]] float list_entry_height(const viewer::ChangeEntry& entry) const;
    void scroll_list(float pixels);
};

inline constexpr float toolbar_height = 50;
inline constexpr float toolbar_second_row = 42;

}  // namespace twicetold::canvas
