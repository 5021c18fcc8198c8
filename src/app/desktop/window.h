#pragma once
// A GLFW window with a canvas in it.

#include <memory>
#include <string>

#include "app/desktop/arguments.h"
#include "app/desktop/documents.h"
#include "canvas/canvas.h"
#include "platform/desktop/desktop_platform.h"

struct GLFWwindow;

namespace twicetold::desktop {

class Window {
public:
    /// Null, with `error` set, where there is no display or no OpenGL 3.
    [[nodiscard]] static std::unique_ptr<Window> make(const Arguments& arguments, OpenDocuments& documents,
                                                      std::string& error);
    ~Window();
    Window(const Window&) = delete;
    Window& operator=(const Window&) = delete;

    /// Shows the documents that are open, and `opened`'s errors.
    void refresh(const Opened& opened);
    /// Until the window is closed. Sleeps while nothing changes.
    void run();
    /// Presses the keys, lets everything come to rest, and writes what is seen.
    [[nodiscard]] bool screenshot(const Arguments& arguments);

private:
    Window(GLFWwindow* window, const Arguments& arguments, OpenDocuments& documents);
    void listen();
    void measure();
    void draw();
    [[nodiscard]] canvas::PointerEvent pointer(canvas::PointerEvent::Type type) const;

    GLFWwindow* window_;
    OpenDocuments& documents_;
    std::unique_ptr<platform::DesktopPlatform> platform_;
    std::unique_ptr<canvas::Canvas> canvas_;
    float fixed_ratio_ = 0;   ///< 0: the screen's
    float ratio_ = 1;         ///< framebuffer pixels a CSS pixel
    float window_ratio_ = 1;  ///< CSS pixels a window coordinate
    int framebuffer_width_ = 0;
    int framebuffer_height_ = 0;
    canvas::Modifiers modifiers_;
};

}  // namespace twicetold::desktop
