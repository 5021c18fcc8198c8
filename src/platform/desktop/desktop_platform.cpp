#include "platform/desktop/desktop_platform.h"

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>

#define GLFW_INCLUDE_NONE
#include <GLFW/glfw3.h>

namespace twicetold::platform {
namespace {

std::string environment(const char* name) {
    const char* value = std::getenv(name);
    return value == nullptr ? std::string() : std::string(value);
}

std::filesystem::path preferences_file() {
    std::string folder = environment("XDG_CONFIG_HOME");
    if (folder.empty()) folder = environment("HOME") + "/.config";
    return std::filesystem::path(folder) / "twicetold" / "preferences";
}

}  // namespace

DesktopPlatform::~DesktopPlatform() {
    for (GLFWcursor* cursor : cursors_) {
        if (cursor != nullptr) glfwDestroyCursor(cursor);
    }
}

void DesktopPlatform::set_clipboard(std::string_view text) {
    glfwSetClipboardString(window_, std::string(text).c_str());
}

std::string DesktopPlatform::clipboard() {
    const char* text = glfwGetClipboardString(window_);
    return text == nullptr ? std::string() : std::string(text);
}

void DesktopPlatform::set_cursor(Cursor cursor) {
    if (cursor == shown_) return;
    shown_ = cursor;
    GLFWcursor*& made = cursors_[static_cast<std::size_t>(cursor)];
    if (made == nullptr) {
        constexpr std::array<int, 4> shapes = {GLFW_ARROW_CURSOR, GLFW_IBEAM_CURSOR, GLFW_HAND_CURSOR,
                                               GLFW_HRESIZE_CURSOR};
        made = glfwCreateStandardCursor(shapes[static_cast<std::size_t>(cursor)]);
    }
    glfwSetCursor(window_, made);
}

std::string DesktopPlatform::load_preferences() {
    std::ifstream file(preferences_file());
    std::string line;
    std::getline(file, line);
    return line;
}

void DesktopPlatform::save_preferences(std::string_view preferences) {
    const std::filesystem::path path = preferences_file();
    std::error_code failed;
    std::filesystem::create_directories(path.parent_path(), failed);
    // Written beside it and put in its place, so that a full disk leaves the old one.
    std::filesystem::path fresh = path;
    fresh += ".new";
    {
        std::ofstream file(fresh, std::ios::trunc);
        file << preferences << '\n';
        if (!file.flush()) return;
    }
    std::filesystem::rename(fresh, path, failed);
}

void DesktopPlatform::request_frame() { glfwPostEmptyEvent(); }

bool DesktopPlatform::prefers_dark() {
    // What GTK programs go by: the theme's name, or the user's setting.
    const std::string theme = environment("GTK_THEME");
    if (!theme.empty())
        return theme.find("dark") != std::string::npos || theme.find("Dark") != std::string::npos;
    std::string folder = environment("XDG_CONFIG_HOME");
    if (folder.empty()) folder = environment("HOME") + "/.config";
    for (const char* version : {"/gtk-4.0/settings.ini", "/gtk-3.0/settings.ini"}) {
        std::ifstream file(folder + version);
        for (std::string line; std::getline(file, line);) {
            const bool names = line.rfind("gtk-application-prefer-dark-theme", 0) == 0;
            const char last = line.empty() ? '\0' : line.back();
            if (names && (last == '1' || line.find("true") != std::string::npos)) return true;
        }
    }
    return false;
}

std::string DesktopPlatform::locale() { return desktop_locale(); }

std::string desktop_locale() {
    for (const char* name : {"LC_ALL", "LC_MESSAGES", "LANG"}) {
        std::string value = environment(name);
        if (value.empty()) continue;
        value = value.substr(0, value.find_first_of(".@"));
        if (value == "C" || value == "POSIX") return "en";
        for (char& sign : value) sign = sign == '_' ? '-' : sign;
        return value;
    }
    return "en";
}

}  // namespace twicetold::platform
