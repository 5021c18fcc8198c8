#pragma once
// The desktop: Pango's text, GLFW's clipboard and cursors.

#include <array>
#include <string>

#include "platform/desktop/pango_text.h"
#include "platform/platform.h"

struct GLFWwindow;
struct GLFWcursor;

namespace twicetold::platform {

class DesktopPlatform final : public Platform {
public:
    /// `window` must outlive the platform.
    explicit DesktopPlatform(GLFWwindow* window) : window_(window) {}
    ~DesktopPlatform() override;
    DesktopPlatform(const DesktopPlatform&) = delete;
    DesktopPlatform& operator=(const DesktopPlatform&) = delete;

    [[nodiscard]] TextEngine& text() override { return text_; }
    void set_clipboard(std::string_view text) override;
    [[nodiscard]] std::string clipboard() override;
    void set_cursor(Cursor cursor) override;
    [[nodiscard]] std::string load_preferences() override;
    void save_preferences(std::string_view preferences) override;
    void request_frame() override;
    [[nodiscard]] bool prefers_dark() override;
    [[nodiscard]] std::string locale() override;

private:
    GLFWwindow* window_;
    PangoText text_;
    std::array<GLFWcursor*, 4> cursors_{};
    Cursor shown_ = Cursor::arrow;
};

/// The interface language that the environment asks for, as BCP 47: LC_ALL, LC_MESSAGES, LANG, in this order.
[[nodiscard]] std::string desktop_locale();

}  // namespace twicetold::platform
