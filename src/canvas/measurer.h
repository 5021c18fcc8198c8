#pragma once
// The view model's TextMeasurer over the platform's text engine: CSS pixels outside, device pixels inside.

#include <array>

#include "canvas/theme.h"
#include "platform/platform.h"
#include "viewer/viewer.h"

namespace twicetold::canvas {

class Measurer final : public viewer::TextMeasurer {
public:
    explicit Measurer(platform::TextEngine& engine) : engine_(&engine) { set_pixel_ratio(1); }

    void set_pixel_ratio(float ratio);
    /// Size of the article's text, times the usual one.
    void set_text_scale(float scale);
    [[nodiscard]] float text_scale() const { return scale_; }
    [[nodiscard]] float pixel_ratio() const { return ratio_; }
    [[nodiscard]] const platform::FontStyle& font(Face face) const {
        return fonts_[static_cast<std::size_t>(face)];
    }

    [[nodiscard]] float advance(std::string_view run, viewer::TextRole role,
                                viewer::Direction direction) override;
    void carets(std::string_view run, viewer::TextRole role, viewer::Direction direction,
                std::span<const std::uint32_t> offsets, std::span<float> out) override;
    [[nodiscard]] float line_height(viewer::TextRole role) override { return line_height(face_of(role)); }
    [[nodiscard]] float baseline(viewer::TextRole role) override { return baseline(face_of(role)); }

    bool word_starts(std::string_view run, std::vector<std::uint32_t>& starts) override {
        return engine_->word_starts(run, starts);
    }

    [[nodiscard]] float advance(std::string_view run, Face face, viewer::Direction direction);
    /// A whole number of device pixels, so that lines do not jitter.
    [[nodiscard]] float line_height(Face face) const;
    [[nodiscard]] float baseline(Face face);

private:
    platform::TextEngine* engine_;
    /// 1 for the widgets, whose places do not grow.
    [[nodiscard]] float scale_of(Face face) const { return face < Face::widget_small ? scale_ : 1; }

    float ratio_ = 1;
    float scale_ = 1;
    std::array<platform::FontStyle, static_cast<std::size_t>(Face::count)> fonts_{};
    std::array<float, static_cast<std::size_t>(Face::count)> baselines_{};  ///< 0: not asked yet
};

[[nodiscard]] constexpr platform::Direction platform_direction(viewer::Direction direction) {
    return direction == viewer::Direction::right_to_left ? platform::Direction::right_to_left
                                                         : platform::Direction::left_to_right;
}

}  // namespace twicetold::canvas
