#pragma once
// Draws in CSS pixels on an ImDrawList, which is in device pixels: edges are put on whole device pixels, text comes from
// the run cache.

#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "canvas/measurer.h"
#include "canvas/run_cache.h"
#include "canvas/theme.h"
#include "imgui.h"

namespace twicetold::canvas {

class Painter {
public:
    Painter(Measurer& measurer, RunCache& runs, const Theme& theme)
        : measurer_(&measurer), runs_(&runs), theme_(&theme) {}

    void set_list(ImDrawList& list) { list_ = &list; }
    /// What is drawn from now on stands as in a mirror of that width; runs of text only change their places. 0: as it is.
    void mirror(float width) { mirror_ = width; }
    void set_theme(const Theme& theme) { theme_ = &theme; }
    [[nodiscard]] const Theme& theme() const { return *theme_; }
    [[nodiscard]] float scale() const { return measurer_->pixel_ratio(); }
    [[nodiscard]] Measurer& measurer() { return *measurer_; }

    void clip(const viewer::Rect& rect);
    void unclip() { list_->PopClipRect(); }

    void rect(const viewer::Rect& rect, Color color, float radius = 0);
    void outline(const viewer::Rect& rect, Color color, float radius, float thickness);
    void shadow(const viewer::Rect& rect, float radius);
    void line(const viewer::DrawLine& line, Color color);
    void stroke(float x, float y, float to_x, float to_y, float thickness, Color color);
    void ribbon(const viewer::DrawRibbon& ribbon);
    void circle(float x, float y, float radius, Color color);

    /// Draws one line, its left edge at `x`; returns its right edge. Its runs may have several directions.
    float text(std::string_view run, float x, float baseline, Face face, Color color);
    [[nodiscard]] float text_width(std::string_view run, Face face);
    /// The text shortened with "…" to a width; remembered.
    [[nodiscard]] const std::string& shortened(std::string_view text, Face face, float width);
    void forget_widths();

    /// Shapes behind the article's text go to `under`, everything else to `over`: two lists hold twice as many corners.
    void display_list(const viewer::DisplayList& list, ImDrawList& under, ImDrawList& over);

private:
    struct Quad {
        std::uint16_t page;
        ImVec2 from;
        ImVec2 to;
        ImVec2 uv_from;
        ImVec2 uv_to;
        ImU32 color;
    };
    [[nodiscard]] bool quad(std::string_view run, float x, float baseline, Face face, Color color,
                            viewer::Direction direction, Quad& out);
    void put(const Quad& quad);
    [[nodiscard]] float advance(std::string_view label, Face face) const;
    [[nodiscard]] float snap(float css) const;
    [[nodiscard]] float place(float x, float width = 0) const {
        return mirror_ > 0 ? mirror_ - x - width : x;
    }
    [[nodiscard]] viewer::Rect place(const viewer::Rect& rect) const {
        return {place(rect.x, rect.width), rect.y, rect.width, rect.height};
    }
    void dotted_curve(std::span<const ImVec2> curve, float thickness, Color color);
    void dots(float x, float y, float to_x, float to_y, float thickness, Color color);

    Measurer* measurer_;
    RunCache* runs_;
    const Theme* theme_;
    ImDrawList* list_ = nullptr;
    float mirror_ = 0;
    std::vector<Quad> quads_;
    std::unordered_map<std::string, float> widths_;
    std::unordered_map<std::string, std::string> shortened_;
};

[[nodiscard]] ImU32 imgui_color(Color color);
[[nodiscard]] viewer::Direction direction_of(std::string_view text);

}  // namespace twicetold::canvas
