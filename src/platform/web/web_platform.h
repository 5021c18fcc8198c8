#pragma once
// The page around a viewer, as a Platform. Everything but text is done by the TypeScript that embeds the module, through
// `Module.host`: {copy(text), openFind(query), link(step, change), cursor(name), requestFrame(), prefersDark(), locale()}.

#include "platform/platform.h"
#include "platform/web/canvas_text.h"

namespace twicetold::platform {

class WebPlatform final : public Platform {
public:
    [[nodiscard]] TextEngine& text() override { return text_; }
    void set_clipboard(std::string_view text) override;
    bool open_find(std::string_view query) override;
    [[nodiscard]] std::string link_to(std::uint32_t step, std::int32_t change) override;
    void set_cursor(Cursor cursor) override;
    [[nodiscard]] std::string load_preferences() override;
    void save_preferences(std::string_view preferences) override;
    void request_frame() override;
    [[nodiscard]] bool prefers_dark() override;
    [[nodiscard]] std::string locale() override;

private:
    CanvasTextEngine text_;
    Cursor cursor_ = Cursor::arrow;
};

}  // namespace twicetold::platform
