#include "viewer/coverage_panel.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "viewer/panel_builder.h"
#include "viewer/text_painting.h"

namespace twicetold::viewer {

Rect CoveragePanel::body() const {
    return {area_.x, area_.y + picture_.head_height, area_.width,
            std::max(area_.height - picture_.head_height, 0.0F)};
}

Rect CoveragePanel::on_canvas(const Rect& content) const {
    const Rect place = body();
    return {place.x + content.x, place.y + content.y - static_cast<float>(std::round(scroll_)), content.width,
            content.height};
}

double CoveragePanel::most() const {
    return std::max(static_cast<double>(picture_.height) - static_cast<double>(body().height), 0.0);
}

bool CoveragePanel::scroll_by(double pixels) {
    const double before = scroll_;
    scroll_ = std::clamp(scroll_ + pixels, 0.0, most());
    return scroll_ != before;
}

void CoveragePanel::reveal(const Rect& content) {
    const auto top = static_cast<double>(content.y);
    const auto bottom = static_cast<double>(content.bottom());
    const auto height = static_cast<double>(body().height);
    if (bottom > scroll_ + height) scroll_ = bottom - height;
    if (top < scroll_) scroll_ = top;
    scroll_ = std::clamp(scroll_, 0.0, most());
}

void CoveragePanel::reveal_claim(std::int32_t claim) {
    for (const PanelTarget& target : picture_.targets) {
        if (target.box.kind == PanelBox::Kind::row && target.box.claim == claim) {
            reveal(target.box.rect);
            return;
        }
    }
}

bool CoveragePanel::move(int rows, int columns) {
    if (picture_.targets.empty()) return false;
    std::int32_t last = -1;
    for (const PanelTarget& target : picture_.targets) last = std::max(last, target.row);
    if (last < 0) return false;
    if (!has_cursor_) {
        put_cursor(0, 0);
        return true;
    }
    const std::int32_t row = std::clamp(row_ + rows, 0, last);
    std::int32_t columns_there = 0;
    for (const PanelTarget& target : picture_.targets) {
        if (target.row == row) columns_there = std::max(columns_there, target.column);
    }
    const std::int32_t column = std::clamp(column_ + columns, 0, columns_there);
    const bool moved = row != row_ || column != column_;
    put_cursor(row, column);
    return moved;
}

void CoveragePanel::put_cursor(std::int32_t row, std::int32_t column) {
    row_ = row;
    column_ = column;
    has_cursor_ = true;
    if (const PanelTarget* at = cursor()) reveal(at->box.rect);
}

const PanelTarget* CoveragePanel::cursor() const {
    if (!has_cursor_) return nullptr;
    for (const PanelTarget& target : picture_.targets) {
        if (is_cursor(target)) return &target;
    }
    return nullptr;
}

std::optional<Rect> CoveragePanel::cursor_rect() const {
    const PanelTarget* at = cursor();
    if (at == nullptr) return std::nullopt;
    const Rect rect = on_canvas(at->box.rect);
    const Rect place = body();
    const float top = std::max(rect.y, place.y);
    const float bottom = std::min(rect.bottom(), place.bottom());
    if (bottom - top < 4) return std::nullopt;
    return Rect{rect.x, top, rect.width, bottom - top};
}

std::vector<PanelBox> CoveragePanel::boxes() const {
    std::vector<PanelBox> result;
    if (area_.width <= 0) return result;
    for (const PanelTarget& target : picture_.targets) {
        PanelBox box = target.box;
        box.rect = on_canvas(box.rect);
        if (overlaps(box.rect, body())) result.push_back(std::move(box));
    }
    return result;
}

void CoveragePanel::paint(DisplayList& list) const {
    if (area_.width <= 0 || area_.height <= 0) return;
    const Rect place = body();
    // Where there is little room the panel lies over the articles.
    DrawLayer ground;
    ground.clip = area_;
    ground.rects.push_back({area_, ColorRole::panel_fill, 0});
    list.layers.push_back(std::move(ground));
    for (const bool head : {false, true}) {
        const DisplayList& from = head ? picture_.head : picture_.content;
        if (from.layers.empty()) continue;
        DrawLayer layer;
        layer.clip = head ? Rect{area_.x, area_.y, area_.width, picture_.head_height} : place;
        const float dx = head ? area_.x : place.x;
        const float dy = head ? area_.y : place.y - static_cast<float>(std::round(scroll_));
        for (DrawRect shape : from.layers.front().rects) {
            shape.rect.x += dx;
            shape.rect.y += dy;
            if (overlaps(shape.rect, layer.clip)) layer.rects.push_back(shape);
        }
        constexpr float tallest = 40;  // of a line of text
        for (DrawText run : from.layers.front().texts) {
            run.x += dx;
            run.baseline += dy;
            if (run.baseline > layer.clip.y - tallest && run.baseline < layer.clip.bottom() + tallest)
                layer.texts.push_back(run);
        }
        for (DrawLine line : from.layers.front().lines) {
            line.x += dx;
            line.to_x += dx;
            line.y += dy;
            line.to_y += dy;
            if (line.to_y >= layer.clip.y - 4 && line.y <= layer.clip.bottom() + 4)
                layer.lines.push_back(line);
        }
        list.layers.push_back(std::move(layer));
    }
    for (std::uint32_t index = 0; index < picture_.targets.size(); ++index) {
        Rect rect = on_canvas(picture_.targets[index].box.rect);
        if (!overlaps(rect, place)) continue;
        // What is half hidden answers only where it shows.
        const float top = std::max(rect.y, place.y);
        rect.height = std::min(rect.bottom(), place.bottom()) - top;
        rect.y = top;
        Hit hit;
        hit.kind = Hit::Kind::panel;
        hit.row = index;
        list.regions.push_back({rect, hit});
    }
    if (most() > 0) {
        const float height = std::max(place.height * place.height / picture_.height, 24.0F);
        const float top = place.y + (place.height - height) * static_cast<float>(scroll_ / most());
        DrawLayer bar;
        bar.clip = place;
        const float x = from_right_ ? place.x + 3 : place.right() - 6;
        bar.rects.push_back({{x, top + 2, 3, height - 4}, ColorRole::strip_cosmetic, 1.5F});
        list.layers.push_back(std::move(bar));
    }
}

void CoveragePanel::build(const PanelContent& content, Rect area, const Segmenter& segmenter,
                          WidthCache& widths) {
    area_ = area;
    PanelPicture fresh;
    fresh.beginnings = std::move(picture_.beginnings);
    fresh.beginnings_width = picture_.beginnings_width;
    picture_ = std::move(fresh);
    if (content.comparison == nullptr || area.width <= 0 || area.height <= 0) return;
    constexpr float boundless = 1e9F;
    picture_.content.layers.resize(1);
    picture_.content.layers.front().clip = {0, 0, area.width, boundless};
    if (content.view == PanelView::claims) {
        build_matrix(picture_, content, area.width, segmenter, widths);
    } else {
        build_list(picture_, content, area.width, segmenter, widths);
    }
    from_right_ = content.outlets->strings().right_to_left();
    if (from_right_) {
        for (DrawLayer& layer : picture_.head.layers) mirror(layer, area.width);
        for (DrawLayer& layer : picture_.content.layers) mirror(layer, area.width);
        for (PanelTarget& target : picture_.targets) target.box.rect = mirrored(target.box.rect, area.width);
    }
    scroll_ = std::clamp(scroll_, 0.0, most());
}

}  // namespace twicetold::viewer
