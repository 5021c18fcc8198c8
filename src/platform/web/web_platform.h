#pragma once
// The page around a viewer, as a Platform. Everything but text is done by the TypeScript that embeds the module, through
// `Module.host`: {copy(text), cursor(name), requestFrame(), prefersDark(), locale()}.

#include "platform/platform.h"
#include "platform/web/canvas_text.h"

namespace twicetold::platform {

class WebPlatform final : public Platform {
public:
    [[nodiscard]] TextEngine& text() override { return text_; }
    void set_clipboard(std::string_view text) override;
    void set_cursor(Cursor cursor) override;
    void request_frame() override;
    [[nodiscard]] bool prefers_dark() override;
    [[nodiscard]] std::string locale() override;

private:
    CanvasTextEngine text_;
    Cursor cursor_ = Cursor::arrow;
};

}  // namespace twicetold::platform
