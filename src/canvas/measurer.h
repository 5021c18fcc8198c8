#pragma once
// The view model's TextMeasurer over the platform's text engine: CSS pixels outside, device pixels inside.

#include <array>

#include "canvas/preferences.h"
#include "canvas/theme.h"
#include "platform/platform.h"
#include "viewer/viewer.h"

namespace twicetold::canvas {

class Measurer final : public viewer::TextMeasurer {
public:
    explicit Measurer(platform::TextEngine& engine) : engine_(&engine) { set_pixel_ratio(1); }

    void set_pixel_ratio(float ratio);
    /// How the article's text is set.
    struct Type {
        Typeface typeface = Typeface::serif;
        float size = 1;     ///< times the usual one
        float spacing = 1;  ///< of the lines, likewise
    };
    void set_type(const Type& type);
    [[nodiscard]] float text_scale() const { return type_.size; }
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
    [[nodiscard]] float scale_of(Face face) const { return face < Face::widget_small ? type_.size : 1; }
    [[nodiscard]] float spacing_of(Face face) const { return face < Face::widget_small ? type_.spacing : 1; }
    [[nodiscard]] platform::FontFamily family_of(Face face) const;

    float ratio_ = 1;
    Type type_;
    std::array<platform::FontStyle, static_cast<std::size_t>(Face::count)> fonts_{};
    std::array<float, static_cast<std::size_t>(Face::count)> baselines_{};  ///< 0: not asked yet
};

[[nodiscard]] constexpr platform::Direction platform_direction(viewer::Direction direction) {
    return direction == viewer::Direction::right_to_left ? platform::Direction::right_to_left
                                                         : platform::Direction::left_to_right;
}

}  // namespace twicetold::canvas
