#include "app/desktop/window.h"

#include <algorithm>
#include <array>
#include <cstdio>
#include <string_view>
#include <vector>

#include <GLFW/glfw3.h>

#include "platform/desktop/picture.h"

namespace twicetold::desktop {
namespace {

constexpr float wheel_notch = 90;  // pixels
constexpr int most_settling_frames = 600;

canvas::Modifiers modifiers_of(int bits) {
    return {(bits & GLFW_MOD_SHIFT) != 0, (bits & GLFW_MOD_CONTROL) != 0, (bits & GLFW_MOD_ALT) != 0,
            (bits & GLFW_MOD_SUPER) != 0};
}

struct NamedKey {
    int code;
    std::string_view name;
};

/// Keys that give no character; those that do arrive as characters, in the user's layout.
constexpr std::array<NamedKey, 18> named_keys = {{
    {GLFW_KEY_DOWN, "ArrowDown"},
    {GLFW_KEY_UP, "ArrowUp"},
    {GLFW_KEY_LEFT, "ArrowLeft"},
    {GLFW_KEY_RIGHT, "ArrowRight"},
    {GLFW_KEY_HOME, "Home"},
    {GLFW_KEY_END, "End"},
    {GLFW_KEY_PAGE_DOWN, "PageDown"},
    {GLFW_KEY_PAGE_UP, "PageUp"},
    {GLFW_KEY_TAB, "Tab"},
    {GLFW_KEY_ENTER, "Enter"},
    {GLFW_KEY_KP_ENTER, "Enter"},
    {GLFW_KEY_ESCAPE, "Escape"},
    {GLFW_KEY_F7, "F7"},
    {GLFW_KEY_BACKSPACE, "Backspace"},
    {GLFW_KEY_DELETE, "Delete"},
    {GLFW_KEY_F3, "F3"},
    {GLFW_KEY_F10, "F10"},
    {GLFW_KEY_MENU, "ContextMenu"},
}};

std::string utf8(unsigned code_point) {
    std::string text;
    if (code_point < 0x80) {
        text += static_cast<char>(code_point);
    } else if (code_point < 0x800) {
        text += static_cast<char>(0xC0U | (code_point >> 6U));
        text += static_cast<char>(0x80U | (code_point & 0x3FU));
    } else {
        text += static_cast<char>(0xE0U | ((code_point >> 12U) & 0x0FU));
        text += static_cast<char>(0x80U | ((code_point >> 6U) & 0x3FU));
        text += static_cast<char>(0x80U | (code_point & 0x3FU));
    }
    return text;
}

Window& self_of(GLFWwindow* window) { return *static_cast<Window*>(glfwGetWindowUserPointer(window)); }

}  // namespace

std::unique_ptr<Window> Window::make(const Arguments& arguments, OpenDocuments& documents,
                                     std::string& error) {
    if (glfwInit() == GLFW_FALSE) {
        error = "There is no display to open a window on.";
        return nullptr;
    }
    glfwWindowHint(GLFW_CONTEXT_VERSION_MAJOR, 3);
    glfwWindowHint(GLFW_CONTEXT_VERSION_MINOR, 2);
    glfwWindowHint(GLFW_OPENGL_PROFILE, GLFW_OPENGL_CORE_PROFILE);
    glfwWindowHint(GLFW_OPENGL_FORWARD_COMPAT, GLFW_TRUE);
    glfwWindowHint(GLFW_VISIBLE, arguments.screenshot.empty() ? GLFW_TRUE : GLFW_FALSE);
    glfwWindowHint(GLFW_SCALE_TO_MONITOR, arguments.pixel_ratio ? GLFW_FALSE : GLFW_TRUE);
    const float ratio = arguments.pixel_ratio.value_or(1);
    GLFWwindow* window = glfwCreateWindow(static_cast<int>(static_cast<float>(arguments.width) * ratio),
                                          static_cast<int>(static_cast<float>(arguments.height) * ratio),
                                          "Twicetold", nullptr, nullptr);
    if (window == nullptr) {
        error = "This display offers no OpenGL 3.2, which the window needs.";
        glfwTerminate();
        return nullptr;
    }
    return std::unique_ptr<Window>(new Window(window, arguments, documents));
}

Window::Window(GLFWwindow* window, const Arguments& arguments, OpenDocuments& documents)
    : window_(window), documents_(documents), fixed_ratio_(arguments.pixel_ratio.value_or(0)) {
    glfwMakeContextCurrent(window_);
    glfwSwapInterval(1);
    platform_ = std::make_unique<platform::DesktopPlatform>(window_);
    canvas_ = std::make_unique<canvas::Canvas>(*platform_);
    canvas_->set_dark(arguments.dark.value_or(platform_->prefers_dark()));
    canvas_->set_strings(documents.strings());
    // A picture that is asked for does not hang on what someone chose in the window.
    if (!arguments.preferences.empty() || !arguments.screenshot.empty())
        canvas_->set_preferences(arguments.preferences);
    canvas_->set_focused(true);
    glfwSetWindowUserPointer(window_, this);
    listen();
    measure();
}

Window::~Window() {
    canvas_.reset();
    platform_.reset();
    glfwDestroyWindow(window_);
    glfwTerminate();
}

void Window::measure() {
    int window_width = 0;
    int window_height = 0;
    glfwGetWindowSize(window_, &window_width, &window_height);
    glfwGetFramebufferSize(window_, &framebuffer_width_, &framebuffer_height_);
    const float across =
        window_width > 0 ? static_cast<float>(framebuffer_width_) / static_cast<float>(window_width) : 1;
    float scale_x = 1;
    float scale_y = 1;
    glfwGetWindowContentScale(window_, &scale_x, &scale_y);
    // Some systems give window coordinates in points, others in pixels with a scale to be applied.
    ratio_ = fixed_ratio_ > 0 ? fixed_ratio_ : std::max({across, scale_x, 0.5F});
    window_ratio_ = across / ratio_;
    canvas_->resize({static_cast<float>(framebuffer_width_) / ratio_,
                     static_cast<float>(framebuffer_height_) / ratio_, ratio_});
}

canvas::PointerEvent Window::pointer(canvas::PointerEvent::Type type) const {
    double x = 0;
    double y = 0;
    glfwGetCursorPos(window_, &x, &y);
    canvas::PointerEvent event;
    event.type = type;
    event.x = static_cast<float>(x) * window_ratio_;
    event.y = static_cast<float>(y) * window_ratio_;
    event.modifiers = modifiers_;
    event.seconds = glfwGetTime();
    return event;
}

void Window::listen() {
    using Type = canvas::PointerEvent::Type;
    glfwSetFramebufferSizeCallback(window_, [](GLFWwindow* window, int, int) {
        Window& self = self_of(window);
        self.measure();
        // Dragging a border blocks the loop on some systems: the picture follows from here.
        self.draw();
    });
    glfwSetWindowContentScaleCallback(window_,
                                      [](GLFWwindow* window, float, float) { self_of(window).measure(); });
    glfwSetWindowRefreshCallback(window_, [](GLFWwindow* window) { self_of(window).draw(); });
    glfwSetWindowFocusCallback(window_, [](GLFWwindow* window, int focused) {
        self_of(window).canvas_->set_focused(focused == GLFW_TRUE);
    });
    glfwSetCursorPosCallback(window_, [](GLFWwindow* window, double, double) {
        Window& self = self_of(window);
        self.canvas_->handle(self.pointer(Type::move));
    });
    glfwSetCursorEnterCallback(window_, [](GLFWwindow* window, int entered) {
        Window& self = self_of(window);
        if (entered == GLFW_FALSE) self.canvas_->handle(self.pointer(Type::leave));
    });
    glfwSetMouseButtonCallback(window_, [](GLFWwindow* window, int button, int action, int bits) {
        Window& self = self_of(window);
        self.modifiers_ = modifiers_of(bits);
        canvas::PointerEvent event = self.pointer(action == GLFW_PRESS ? Type::down : Type::up);
        event.button = button == GLFW_MOUSE_BUTTON_LEFT ? 0 : button == GLFW_MOUSE_BUTTON_MIDDLE ? 1 : 2;
        self.canvas_->handle(event);
    });
    glfwSetScrollCallback(window_, [](GLFWwindow* window, double x, double y) {
        Window& self = self_of(window);
        canvas::PointerEvent event = self.pointer(Type::wheel);
        event.wheel_x = -static_cast<float>(x) * wheel_notch;
        event.wheel_y = -static_cast<float>(y) * wheel_notch;
        self.canvas_->handle(event);
    });
    glfwSetKeyCallback(window_, [](GLFWwindow* window, int key, int scancode, int action, int bits) {
        Window& self = self_of(window);
        self.modifiers_ = modifiers_of(bits);
        if (key == GLFW_KEY_Q && (bits & GLFW_MOD_CONTROL) != 0 && action == GLFW_PRESS) {
            glfwSetWindowShouldClose(window, GLFW_TRUE);
        }
        const auto named = std::find_if(named_keys.begin(), named_keys.end(),
                                        [&](const NamedKey& entry) { return entry.code == key; });
        if (named == named_keys.end()) {
            // Letters held with these keys give no character; their name is that of the user's layout.
            const bool chord = (bits & (GLFW_MOD_CONTROL | GLFW_MOD_SUPER)) != 0;
            const char* name = chord ? glfwGetKeyName(key, scancode) : nullptr;
            if (name != nullptr)
                self.canvas_->handle(canvas::KeyEvent{action != GLFW_RELEASE, name, self.modifiers_});
            return;
        }
        self.canvas_->handle(canvas::KeyEvent{action != GLFW_RELEASE, named->name, self.modifiers_});
    });
    glfwSetCharCallback(window_, [](GLFWwindow* window, unsigned code_point) {
        Window& self = self_of(window);
        const std::string key = utf8(code_point);
        self.canvas_->handle(canvas::KeyEvent{true, key, self.modifiers_});
    });
    glfwSetDropCallback(window_, [](GLFWwindow* window, int count, const char** paths) {
        Window& self = self_of(window);
        self.refresh(self.documents_.drop(std::vector<std::string>(paths, paths + count)));
    });
}

void Window::refresh(const Opened& opened) {
    std::string notice;
    const auto say = [&](const std::string& sentence) {
        if (!notice.empty()) notice += ' ';
        notice += sentence;
    };
    for (const std::string& error : opened.errors) {
        std::fprintf(stderr, "twicetold-desktop: %s\n", error.c_str());
        say(error);
    }
    for (const std::string& remark : opened.notices) say(remark);
    if (documents_.count() >= 2) {
        std::string error;
        std::shared_ptr<const engine::Comparison> comparison = documents_.compare(error);
        if (comparison) {
            // That nothing is shared stands where the shared claims would.
            for (const engine::Warning& warning : comparison->warnings) {
                if (warning.code != "nothing-shared") say(warning.message);
            }
            canvas_->show(std::move(comparison));
        } else {
            std::fprintf(stderr, "twicetold-desktop: %s\n", error.c_str());
            say(error);
        }
    } else {
        using viewer::Text;
        const viewer::Strings& strings = documents_.strings();
        const auto ask = [&](Text request, const std::string& hint) {
            canvas_->set_message(strings.text(request) + '\n' + hint);
        };
        const bool outlets = documents_.mode() == engine::Mode::coverage;
        if (documents_.count() == 1) {
            const viewer::Values values = {{"name", documents_.first_name()}};
            ask(outlets ? Text::desktop_another : Text::desktop_later,
                strings.text(outlets ? Text::desktop_another_hint : Text::desktop_later_hint, values));
        } else {
            ask(outlets ? Text::desktop_outlets : Text::desktop_versions,
                strings.text(outlets ? Text::desktop_outlets_hint : Text::desktop_versions_hint));
        }
    }
    canvas_->set_notice(notice);
}

void Window::draw() {
    if (framebuffer_width_ <= 0 || framebuffer_height_ <= 0) return;
    canvas_->frame(glfwGetTime());
    glfwSwapBuffers(window_);
}

void Window::run() {
    while (glfwWindowShouldClose(window_) == GLFW_FALSE) {
        if (canvas_->needs_frame()) {
            draw();
            glfwPollEvents();
        } else {
            glfwWaitEvents();
        }
    }
}

bool Window::screenshot(const Arguments& arguments) {
    double time = 0;
    const auto settle = [&] {
        for (int frame = 0; frame < most_settling_frames && canvas_->needs_frame(); ++frame) {
            time += 1.0 / 60;
            canvas_->frame(time);
            glfwSwapBuffers(window_);
            glfwPollEvents();
        }
    };
    canvas_->set_reduced_motion(true);
    settle();
    for (const std::string& key : arguments.keys) {
        canvas::KeyEvent event{true, key, {}};
        for (const auto& [prefix, flag] :
             {std::pair<std::string_view, bool canvas::Modifiers::*>{"Alt+", &canvas::Modifiers::alt},
              {"Control+", &canvas::Modifiers::control},
              {"Shift+", &canvas::Modifiers::shift}}) {
            if (event.key.substr(0, prefix.size()) == prefix && event.key.size() > prefix.size()) {
                event.modifiers.*flag = true;
                event.key.remove_prefix(prefix.size());
            }
        }
        canvas_->handle(event);
        settle();
    }
    // A last frame, read before it is handed over: what lies in the buffer afterwards is not defined.
    canvas_->frame(time + 1.0 / 60);
    std::vector<std::uint8_t> rows(static_cast<std::size_t>(framebuffer_width_) *
                                   static_cast<std::size_t>(framebuffer_height_) * 4);
    glPixelStorei(GL_PACK_ALIGNMENT, 1);
    glReadPixels(0, 0, framebuffer_width_, framebuffer_height_, GL_RGBA, GL_UNSIGNED_BYTE, rows.data());
    const auto stride = static_cast<std::ptrdiff_t>(framebuffer_width_) * 4;
    for (int top = 0, bottom = framebuffer_height_ - 1; top < bottom; ++top, --bottom) {
        std::swap_ranges(rows.begin() + top * stride, rows.begin() + (top + 1) * stride,
                         rows.begin() + bottom * stride);
    }
    return platform::write_picture(arguments.screenshot, framebuffer_width_, framebuffer_height_, rows);
}

}  // namespace twicetold::desktop
