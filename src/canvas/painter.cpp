#include "canvas/painter.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <utility>

#include "imgui_internal.h"
#include "viewer/bidi.h"
#include "viewer/label_runs.h"
#include "viewer/segments.h"

namespace twicetold::canvas {
namespace {

using viewer::ColorRole;
using viewer::LineStyle;
using viewer::Rect;

constexpr int curve_steps = 28;
/// Without 32-bit indexes or vertex offsets (WebGL 2) a draw list holds 65,536 corners; dots and round corners are given up
/// long before.
constexpr int corners_for_dots = 44000;
constexpr std::size_t remembered_texts = 4000;

float smooth(float share) { return share * share * (3 - 2 * share); }

Color mixed(Color one, Color two, float share) {
    Color result = 0;
    for (unsigned shift = 0; shift < 32; shift += 8) {
        const auto from = static_cast<float>((one >> shift) & 0xFFU);
        const auto to = static_cast<float>((two >> shift) & 0xFFU);
        result |= static_cast<Color>(std::lround(from + (to - from) * share)) << shift;
    }
    return result;
}

}  // namespace

ImU32 imgui_color(Color color) {
    return IM_COL32((color >> 24U) & 0xFFU, (color >> 16U) & 0xFFU, (color >> 8U) & 0xFFU, color & 0xFFU);
}

viewer::Direction direction_of(std::string_view text) {
    return viewer::strong_direction(text).value_or(viewer::Direction::left_to_right);
}

float Painter::snap(float css) const { return std::round(css * scale()); }

void Painter::clip(const Rect& wanted) {
    const Rect rect = place(wanted);
    list_->PushClipRect({snap(rect.x), snap(rect.y)}, {snap(rect.right()), snap(rect.bottom())}, true);
}

void Painter::rect(const Rect& wanted, Color color, float radius) {
    const Rect rect = place(wanted);
    ImVec2 from{snap(rect.x), snap(rect.y)};
    ImVec2 to{snap(rect.right()), snap(rect.bottom())};
    if (rect.width > 0) to.x = std::max(to.x, from.x + 1);
    if (rect.height > 0) to.y = std::max(to.y, from.y + 1);
    const bool plain = list_->VtxBuffer.Size > corners_for_dots;
    list_->AddRectFilled(from, to, imgui_color(color), plain ? 0 : radius * scale());
}

void Painter::outline(const Rect& wanted, Color color, float radius, float thickness) {
    const Rect rect = place(wanted);
    const float width = std::max(std::round(thickness * scale()), 1.0F);
    // ImGui centres an outline on its edge: half a pixel's shift keeps odd widths crisp.
    const float shift = width / 2;
    list_->AddRect({snap(rect.x) + shift, snap(rect.y) + shift},
                   {snap(rect.right()) - shift, snap(rect.bottom()) - shift}, imgui_color(color),
                   radius * scale(), 0, width);
}

void Painter::shadow(const Rect& rect, float radius) {
    const Color color = (*theme_)[WidgetColor::shadow];
    const unsigned alpha = color & 0xFFU;
    for (int ring = 1; ring <= 6; ++ring) {
        const float grow = static_cast<float>(ring) * 1.5F;
        const Color faint = (color & 0xFFFFFF00U) | std::max(alpha / static_cast<unsigned>(3 + ring), 1U);
        this->rect({rect.x - grow, rect.y - grow + 2, rect.width + 2 * grow, rect.height + 2 * grow}, faint,
                   radius + grow);
    }
}

void Painter::circle(float x, float y, float radius, Color color) {
    list_->AddCircleFilled({place(x) * scale(), y * scale()}, radius * scale(), imgui_color(color));
}

void Painter::stroke(float x, float y, float to_x, float to_y, float thickness, Color color) {
    list_->AddLine({place(x) * scale(), y * scale()}, {place(to_x) * scale(), to_y * scale()},
                   imgui_color(color), thickness * scale());
}

void Painter::dots(float x, float y, float to_x, float to_y, float thickness, Color color) {
    const float size = std::max(std::round(thickness * scale()), 1.0F);
    const float step = std::max(size * 2, size + std::round(1.5F * scale()));
    const bool level = std::abs(to_x - x) >= std::abs(to_y - y);
    const ImVec2 from{snap(std::min(x, to_x)), snap(std::min(y, to_y))};
    const float length = level ? snap(std::max(x, to_x)) - from.x : snap(std::max(y, to_y)) - from.y;
    const ImU32 packed = imgui_color(color);
    if (list_->VtxBuffer.Size > corners_for_dots) {
        const ImVec2 to =
            level ? ImVec2{from.x + length, from.y + size} : ImVec2{from.x + size, from.y + length};
        list_->AddRectFilled(from, to, packed);
        return;
    }
    const float across = std::floor(size / 2);
    // The pattern is anchored to the screen, not to the mark: marks on successive lines meet without a seam.
    const float start = std::ceil((level ? from.x : from.y) / step) * step - (level ? from.x : from.y);
    for (float at = start; at + size <= length + 0.5F; at += step) {
        const ImVec2 dot =
            level ? ImVec2{from.x + at, from.y - across} : ImVec2{from.x - across, from.y + at};
        list_->AddRectFilled(dot, {dot.x + size, dot.y + size}, packed);
    }
}

void Painter::line(const viewer::DrawLine& wanted, Color color) {
    if (mirror_ > 0) {
        viewer::DrawLine line = wanted;
        line.x = place(wanted.to_x);
        line.to_x = place(wanted.x);
        std::swap(line.y, line.to_y);
        const float width = std::exchange(mirror_, 0.0F);
        this->line(line, color);
        mirror_ = width;
        return;
    }
    const viewer::DrawLine& line = wanted;
    switch (line.style) {
        case LineStyle::dotted: dots(line.x, line.y, line.to_x, line.to_y, line.thickness, color); return;
        case LineStyle::wavy: {
            const float step = 3;
            float side = 1;
            for (float x = line.x; x < line.to_x; x += step, side = -side) {
                stroke(x, line.y - side, std::min(x + step, line.to_x), line.y + side, line.thickness, color);
            }
            return;
        }
        case LineStyle::doubled: {
            viewer::DrawLine half = line;
            half.style = LineStyle::solid;
            half.thickness = 1;
            half.y = half.to_y = line.y - 1;
            this->line(half, color);
            half.y = half.to_y = line.y + 1.5F;
            this->line(half, color);
            return;
        }
        case LineStyle::dashed: {
            constexpr float dash = 5;
            constexpr float gap = 3;
            // Anchored to the screen, as the dots are.
            for (float x = std::floor(line.x / (dash + gap)) * (dash + gap); x < line.to_x; x += dash + gap) {
                viewer::DrawLine part = line;
                part.style = LineStyle::solid;
                part.x = std::max(x, line.x);
                part.to_x = std::min(x + dash, line.to_x);
                if (part.to_x > part.x) this->line(part, color);
            }
            return;
        }
        case LineStyle::solid: break;
    }
    const float thickness = std::max(std::round(line.thickness * scale()), 1.0F);
    if (line.y == line.to_y) {
        const float y = std::round(line.y * scale() - thickness / 2);
        list_->AddRectFilled({snap(line.x), y}, {snap(line.to_x), y + thickness}, imgui_color(color));
    } else if (line.x == line.to_x) {
        const float x = std::round(line.x * scale() - thickness / 2);
        list_->AddRectFilled({x, snap(line.y)}, {x + thickness, snap(line.to_y)}, imgui_color(color));
    } else {
        stroke(line.x, line.y, line.to_x, line.to_y, line.thickness, color);
    }
}

void Painter::ribbon(const viewer::DrawRibbon& ribbon) {
    const auto color_of = [&](ColorRole role) {
        if (!ribbon.current) return (*theme_)[role];
        switch (role) {
            case ColorRole::ribbon_removed: return (*theme_)[ColorRole::removed_current];
            case ColorRole::ribbon_added: return (*theme_)[ColorRole::added_current];
            case ColorRole::ribbon_moved: return (*theme_)[ColorRole::moved_current];
            case ColorRole::ribbon_cosmetic: return (*theme_)[ColorRole::cosmetic_current];
            case ColorRole::ribbon_shared: return (*theme_)[ColorRole::shared_current];
            case ColorRole::ribbon_differs: return (*theme_)[ColorRole::differs_current];
            default: return (*theme_)[role];
        }
    };
    const Color left = color_of(ribbon.left_color);
    const Color right = color_of(ribbon.right_color);
    std::array<ImVec2, curve_steps + 1> top;
    std::array<ImVec2, curve_steps + 1> bottom;
    std::array<ImU32, curve_steps + 1> colors;
    for (int step = 0; step <= curve_steps; ++step) {
        const float share = static_cast<float>(step) / curve_steps;
        const float bend = smooth(share);
        const float x = (ribbon.left + (ribbon.right - ribbon.left) * share) * scale();
        const auto at = static_cast<std::size_t>(step);
        top[at] = {x, (ribbon.left_top + (ribbon.right_top - ribbon.left_top) * bend) * scale()};
        bottom[at] = {x, (ribbon.left_bottom + (ribbon.right_bottom - ribbon.left_bottom) * bend) * scale()};
        colors[at] = imgui_color(mixed(left, right, bend));
    }
    const ImVec2 white = ImGui::GetFontTexUvWhitePixel();
    list_->PrimReserve(curve_steps * 6, (curve_steps + 1) * 2);
    const auto first = static_cast<ImDrawIdx>(list_->_VtxCurrentIdx);
    for (int step = 0; step < curve_steps; ++step) {
        const auto base = static_cast<ImDrawIdx>(first + step * 2);
        for (const int corner : {0, 2, 1, 1, 2, 3})
            list_->PrimWriteIdx(static_cast<ImDrawIdx>(base + corner));
    }
    for (std::size_t at = 0; at <= curve_steps; ++at) {
        list_->PrimWriteVtx(top[at], white, colors[at]);
        list_->PrimWriteVtx(bottom[at], white, colors[at]);
    }
    // The edges: smooth where the fill is jagged, dotted where that says "moved" or "differs".
    for (const auto& curve : {top, bottom}) {
        if (ribbon.edge == LineStyle::dotted) {
            dotted_curve(curve, ribbon.current ? 2.0F : 1.25F, (*theme_)[ribbon.edge_color]);
            continue;
        }
        for (std::size_t at = 0; at < curve_steps; ++at)
            list_->AddLine(curve[at], curve[at + 1], colors[at], scale());
    }
}

void Painter::dotted_curve(std::span<const ImVec2> curve, float thickness, Color color) {
    const float size = std::max(thickness * scale(), 1.0F);
    const float step = size * 3;
    const ImU32 packed = imgui_color(color);
    const ImVec2 low = list_->GetClipRectMin();
    const ImVec2 high = list_->GetClipRectMax();
    float next = 0;  // distance to the next dot
    for (std::size_t at = 0; at + 1 < curve.size(); ++at) {
        const ImVec2 from = curve[at];
        const ImVec2 along{curve[at + 1].x - from.x, curve[at + 1].y - from.y};
        const float length = std::hypot(along.x, along.y);
        for (; next < length; next += step) {
            const ImVec2 dot{from.x + along.x * next / length, from.y + along.y * next / length};
            // A ribbon may lead far beyond the screen.
            if (dot.y < low.y || dot.y > high.y) continue;
            list_->AddRectFilled({dot.x - size / 2, dot.y - size / 2}, {dot.x + size / 2, dot.y + size / 2},
                                 packed, size / 2);
        }
        next -= length;
    }
}

bool Painter::quad(std::string_view run, float x, float baseline, Face face, Color color,
                   viewer::Direction direction, Quad& out) {
    // Whole pixels are fine enough where they are small; on a coarse screen words would stand unevenly apart.
    const float place = x * scale();
    const float steps = scale() < 1.5F ? 4.0F : scale() < 2.5F ? 2.0F : 1.0F;
    const float shift = std::fmod(std::round((place - std::floor(place)) * steps), steps) / steps;
    const CachedRun cached = runs_->find(run, face, measurer_->font(face), platform_direction(direction),
                                         color >> 8U, static_cast<int>(shift * 4));
    if (cached.width == 0) return false;
    const ImTextureData& page = runs_->page(cached.page);
    out.page = cached.page;
    out.from = {std::round(place - cached.pen_x),
                std::round(baseline * scale()) - std::round(cached.baseline_y)};
    out.to = {out.from.x + static_cast<float>(cached.width), out.from.y + static_cast<float>(cached.height)};
    const ImVec2 texel{1.0F / static_cast<float>(page.Width), 1.0F / static_cast<float>(page.Height)};
    out.uv_from = {static_cast<float>(cached.x) * texel.x, static_cast<float>(cached.y) * texel.y};
    out.uv_to = {static_cast<float>(cached.x + cached.width) * texel.x,
                 static_cast<float>(cached.y + cached.height) * texel.y};
    out.color = cached.coloured ? IM_COL32(255, 255, 255, color & 0xFFU) : imgui_color(color);
    return true;
}

void Painter::put(const Quad& quad) {
    list_->AddImage(runs_->page(quad.page).GetTexRef(), quad.from, quad.to, quad.uv_from, quad.uv_to,
                    quad.color);
}

float Painter::text(std::string_view run, float x, float baseline, Face face, Color color) {
    Quad found;
    const float width = text_width(run, face);
    float at = place(x, width);
    for (const viewer::LabelRun& part : viewer::label_runs(run)) {
        if (quad(part.text, at, baseline, face, color, part.direction, found)) put(found);
        if (part.text.size() < run.size()) at += text_width(part.text, face);
    }
    return x + width;
}

float Painter::advance(std::string_view label, Face face) const {
    float width = 0;
    for (const viewer::LabelRun& run : viewer::label_runs(label))
        width += measurer_->advance(run.text, face, run.direction);
    return width;
}

float Painter::text_width(std::string_view run, Face face) {
    std::string key(1, static_cast<char>(face));
    key += run;
    if (const auto found = widths_.find(key); found != widths_.end()) return found->second;
    if (widths_.size() > remembered_texts) widths_.clear();
    const float width = advance(run, face);
    widths_.emplace(std::move(key), width);
    return width;
}

const std::string& Painter::shortened(std::string_view text, Face face, float width) {
    std::string key(1, static_cast<char>(face));
    key += std::to_string(std::lround(width)) + '|';
    key += text;
    if (const auto found = shortened_.find(key); found != shortened_.end()) return found->second;
    if (shortened_.size() > remembered_texts) shortened_.clear();
    const auto fits = [&](std::string_view run) { return advance(run, face) <= width; };
    std::string result(text);
    if (!fits(result)) {
        std::vector<std::uint32_t> ends;
        for (std::uint32_t at = 0; at < text.size();) {
            static_cast<void>(viewer::next_code_point(text, at));
            ends.push_back(at);
        }
        std::size_t low = 0;
        std::size_t high = ends.size();
        while (low < high) {
            const std::size_t middle = low + (high - low) / 2;
            if (fits(std::string(text.substr(0, ends[middle])) + "…")) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        result = std::string(text.substr(0, low > 0 ? ends[low - 1] : 0)) + "…";
    }
    return shortened_.emplace(std::move(key), std::move(result)).first->second;
}

void Painter::forget_widths() {
    widths_.clear();
    shortened_.clear();
}

void Painter::display_list(const viewer::DisplayList& list, ImDrawList& under, ImDrawList& over) {
    for (const viewer::DrawLayer& layer : list.layers) {
        const bool lowest = &layer == &list.layers.front();
        list_ = lowest ? &under : &over;
        clip(layer.clip);
        for (const viewer::DrawRect& shape : layer.rects)
            rect(shape.rect, (*theme_)[shape.color], shape.radius);
        for (const viewer::DrawRibbon& band : layer.ribbons) ribbon(band);
        if (lowest) {
            unclip();
            list_ = &over;
            clip(layer.clip);
        }
        quads_.clear();
        Quad next;
        for (const viewer::DrawText& run : layer.texts) {
            if (quad(run.text, run.x, run.baseline, face_of(run.role), (*theme_)[run.color], run.direction,
                     next)) {
                quads_.push_back(next);
            }
        }
        // One draw call a page instead of one a change of page.
        std::stable_sort(quads_.begin(), quads_.end(),
                         [](const Quad& one, const Quad& two) { return one.page < two.page; });
        for (const Quad& run : quads_) put(run);
        for (const viewer::DrawLine& shape : layer.lines) line(shape, (*theme_)[shape.color]);
        unclip();
    }
}

}  // namespace twicetold::canvas
