#include "canvas/measurer.h"

#include <cmath>

namespace twicetold::canvas {

void Measurer::set_pixel_ratio(float ratio) {
    ratio_ = ratio;
    for (std::size_t index = 0; index < fonts_.size(); ++index) {
        const auto face = static_cast<Face>(index);
        const FaceStyle style = style_of(face);
        fonts_[index] = {family_of(face), style.size * scale_of(face) * ratio, style.weight, style.italic};
    }
    baselines_.fill(0);
}

void Measurer::set_type(const Type& type) {
    type_ = type;
    set_pixel_ratio(ratio_);
}

platform::FontFamily Measurer::family_of(Face face) const {
    const platform::FontFamily usual = style_of(face).family;
    if (face >= Face::widget_small || type_.typeface == Typeface::serif) return usual;
    return type_.typeface == Typeface::legible ? platform::FontFamily::legible : platform::FontFamily::sans;
}

float Measurer::advance(std::string_view run, Face face, viewer::Direction direction) {
    return engine_->advance(run, font(face), platform_direction(direction)) / ratio_;
}

float Measurer::advance(std::string_view run, viewer::TextRole role, viewer::Direction direction) {
    return advance(run, face_of(role), direction);
}

void Measurer::carets(std::string_view run, viewer::TextRole role, viewer::Direction direction,
                      std::span<const std::uint32_t> offsets, std::span<float> out) {
    engine_->carets(run, font(face_of(role)), platform_direction(direction), offsets, out);
    for (float& place : out) place /= ratio_;
}

float Measurer::line_height(Face face) const {
    return std::round(style_of(face).line_height * scale_of(face) * spacing_of(face) * ratio_) / ratio_;
}

float Measurer::baseline(Face face) {
    float& baseline = baselines_[static_cast<std::size_t>(face)];
    if (baseline == 0) {
        const platform::FontMetrics metrics = engine_->metrics(font(face));
        const float height = line_height(face) * ratio_;
        baseline = std::round((height - metrics.ascent - metrics.descent) / 2 + metrics.ascent) / ratio_;
    }
    return baseline;
}

}  // namespace twicetold::canvas
