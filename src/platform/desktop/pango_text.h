#pragma once
// Text through Pango and cairo, with the fonts that fontconfig finds.

#include <memory>

#include "platform/platform.h"

namespace twicetold::platform {

class PangoText final : public TextEngine {
public:
    PangoText();
    ~PangoText() override;
    PangoText(const PangoText&) = delete;
    PangoText& operator=(const PangoText&) = delete;

    [[nodiscard]] bool has_legible_face() override;
    [[nodiscard]] FontMetrics metrics(const FontStyle& style) override;
    [[nodiscard]] float advance(std::string_view run, const FontStyle& style, Direction direction) override;
    void carets(std::string_view run, const FontStyle& style, Direction direction,
                std::span<const std::uint32_t> offsets, std::span<float> out) override;
    bool word_starts(std::string_view run, std::vector<std::uint32_t>& starts) override;
    void rasterize(std::string_view run, const FontStyle& style, Direction direction, std::uint32_t ink,
                   Bitmap& out) override {
        rasterize_shifted(run, style, direction, ink, 0, out);
    }
    void rasterize_shifted(std::string_view run, const FontStyle& style, Direction direction,
                           std::uint32_t ink, float shift, Bitmap& out) override;

private:
    struct State;
    std::unique_ptr<State> state_;
};

}  // namespace twicetold::platform
