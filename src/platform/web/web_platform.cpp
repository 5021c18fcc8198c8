#include "platform/web/web_platform.h"

#include <emscripten/em_js.h>

#include <array>

// clang-format off
EM_JS(void, twicetold_host_copy, (const char* text, int size), {
    // With NUL bytes and a byte order mark, where the text has them.
    const bytes = HEAPU8.slice(text, text + size);
    Module['host'].copy(new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes));
});
EM_JS(int, twicetold_host_open_find, (const char* query, int size), {
    return Module['host'].openFind(UTF8ToString(query, size)) ? 1 : 0;
});
EM_JS(void, twicetold_host_link, (int step, int change, char* out, int size), {
    stringToUTF8(Module['host'].link(step, change), out, size);
});
EM_JS(void, twicetold_host_cursor, (int cursor), {
    Module['host'].cursor(['default', 'text', 'pointer', 'ew-resize'][cursor]);
});
EM_JS(void, twicetold_host_load, (char* out, int size), { stringToUTF8(Module['host'].load(), out, size); });
EM_JS(void, twicetold_host_save, (const char* text, int size), { Module['host'].save(UTF8ToString(text, size)); });
EM_JS(void, twicetold_host_request_frame, (), { Module['host'].requestFrame(); });
EM_JS(int, twicetold_host_prefers_dark, (), { return Module['host'].prefersDark() ? 1 : 0; });
EM_JS(void, twicetold_host_locale, (char* out, int size), { stringToUTF8(Module['host'].locale(), out, size); });
// clang-format on

namespace twicetold::platform {

void WebPlatform::set_clipboard(std::string_view text) {
    twicetold_host_copy(text.data(), static_cast<int>(text.size()));
}

bool WebPlatform::open_find(std::string_view query) {
    return twicetold_host_open_find(query.data(), static_cast<int>(query.size())) != 0;
}

std::string WebPlatform::link_to(std::uint32_t step, std::int32_t change) {
    // Longer addresses do not survive being passed on.
    std::string link(8192, '\0');
    twicetold_host_link(static_cast<int>(step), change, link.data(), static_cast<int>(link.size()));
    link.resize(link.find('\0'));
    return link;
}

void WebPlatform::set_cursor(Cursor cursor) {
    if (cursor == cursor_) return;
    cursor_ = cursor;
    twicetold_host_cursor(static_cast<int>(cursor));
}

std::string WebPlatform::load_preferences() {
    std::array<char, 512> text{};
    twicetold_host_load(text.data(), static_cast<int>(text.size()));
    return text.data();
}

void WebPlatform::save_preferences(std::string_view preferences) {
    twicetold_host_save(preferences.data(), static_cast<int>(preferences.size()));
}

void WebPlatform::request_frame() { twicetold_host_request_frame(); }

bool WebPlatform::prefers_dark() { return twicetold_host_prefers_dark() != 0; }

std::string WebPlatform::locale() {
    std::array<char, 64> tag{};
    twicetold_host_locale(tag.data(), static_cast<int>(tag.size()));
    return tag.data();
}

}  // namespace twicetold::platform
