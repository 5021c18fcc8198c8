#pragma once
// Draws a ViewModel's display list with Dear ImGui on the current OpenGL (ES) context and turns pointer and keyboard
// input into viewer commands. One Canvas per GL context; it owns its ImGui context.
//
// The host (browser shell or GLFW window) makes the context current, passes events in CSS pixels, and calls frame()
// when `needs_frame()` or after Platform::request_frame(). Nothing is drawn while nothing changes.

#include <memory>
#include <string_view>

#include "engine/comparison.h"
#include "platform/platform.h"
#include "viewer/viewer.h"

namespace twicetold::canvas {

struct Viewport {
    float width = 0;  ///< CSS pixels; 0 is allowed (hidden)
    float height = 0;
    float pixel_ratio = 1;  ///< device pixels a CSS pixel
};

struct Modifiers {
    bool shift = false;
    bool control = false;
    bool alt = false;
    bool meta = false;
};

struct PointerEvent {
    enum class Type : std::uint8_t { move, down, up, leave, wheel };
    enum class Device : std::uint8_t { mouse, touch, pen };
    Type type = Type::move;
    Device device = Device::mouse;
    float x = 0;  ///< CSS pixels from the canvas' top left corner
    float y = 0;
    int button = 0;     ///< 0 main, 1 middle, 2 secondary
    int finger = 0;     ///< of a touch: which
    float wheel_x = 0;  ///< CSS pixels, positive scrolls towards the end
    float wheel_y = 0;
    Modifiers modifiers;
    double seconds = 0;  ///< when it happened, by the clock that `frame` is given
};

struct KeyEvent {
    bool down = true;
    std::string_view key;  ///< a value of KeyboardEvent.key (W3C UI Events): "ArrowDown", "F7", "n", "Escape"
    Modifiers modifiers;
};

class Canvas {
public:
    explicit Canvas(platform::Platform& platform);
    ~Canvas();
    Canvas(const Canvas&) = delete;
    Canvas& operator=(const Canvas&) = delete;

    void show(std::shared_ptr<const engine::Comparison> comparison);
    void resize(const Viewport& viewport);
    /// As the system is set; the reader's own choice wins.
    void set_dark(bool dark);
    void set_high_contrast(bool high);
    /// What the reader chose, as `write_preferences` writes it, and whether it is dark here after all.
    [[nodiscard]] std::string preferences() const;
    [[nodiscard]] bool is_dark() const;
    /// Without remembering it.
    void set_preferences(std::string_view preferences);
    /// Jumps at once instead of gliding (`prefers-reduced-motion`).
    void set_reduced_motion(bool reduced);
    /// The language of everything that is not article. One that is written from right to left also mirrors the widgets and
    /// panels around the articles, which keep their sides. English until it is told.
    void set_strings(viewer::Strings strings);
    /// Shown in the middle while there is no comparison, for example what to do. Lines are broken at '\n'.
    void set_message(std::string_view message);
    /// A sentence over the lower edge until the reader closes it, for example why a file could not be opened. Empty: none.
    /// `show` replaces it by the comparison's warnings, so that nothing is coarse or left out silently.
    void set_notice(std::string_view notice);
    /// Both return true where the event was used, so that the host keeps it from the page. Tab past the last (or before
    /// the first) widget is not used: the focus leaves the canvas.
    bool handle(const PointerEvent& event);
    bool handle(const KeyEvent& event);
    void set_focused(bool focused);
    /// Other keys for some actions; see bindings.h. Returns what it could not read.
    std::string rebind(std::string_view keys);
    /// Opens the search, as Ctrl+F does.
    void open_find();

    [[nodiscard]] bool needs_frame() const;
    /// Builds and renders one frame. `seconds` is a monotonic time, for animation only.
    void frame(double seconds);

    /// The GL objects are gone / a fresh context is current. State and place are kept.
    void context_lost();
    void context_restored();

    [[nodiscard]] viewer::ViewModel& view();

private:
    struct Implementation;
    std::unique_ptr<Implementation> implementation_;
};

}  // namespace twicetold::canvas
