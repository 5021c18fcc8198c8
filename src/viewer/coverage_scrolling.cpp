// Places of the coverage mode. Each side has its own: accounts of one event run in different orders, and a claim is level
// on both sides when it is selected.
#include <algorithm>
#include <cmath>

#include "viewer/coverage_view.h"

namespace twicetold::viewer {

namespace {

std::pair<float, float> extent_of(const Pane& pane, text::Range range, std::size_t& first) {
    float top = -1;
    float bottom = 0;
    for (std::size_t index = first; index < pane.layouts.size(); ++index) {
        const text::Range block = pane.blocks.blocks[index].range;
        const BlockLayout& lines = pane.layouts[index];
        if (block.begin >= range.end && top >= 0) break;
        if (lines.lines.empty() || block.end <= range.begin || block.begin >= range.end) continue;
        if (top < 0) {
            first = index;
            top = pane.tops[index] + lines.lines[lines.line_at(range.begin)].top;
        }
        const Line& last = lines.lines[lines.line_at(std::max(range.end, range.begin + 1) - 1)];
        bottom = pane.tops[index] + last.top + last.height;
    }
    return top < 0 ? std::pair{0.0F, 0.0F} : std::pair{top, bottom};
}

}  // namespace

void Pane::find_extents() {
    extents.clear();
    std::size_t first = 0;
    for (const text::Range sentence : blocks.document->sentences)
        extents.push_back(extent_of(*this, sentence, first));
}

std::pair<float, float> Pane::extent(std::int32_t sentence) const {
    if (sentence >= 0) {
        const auto at = static_cast<std::size_t>(sentence);
        return at < extents.size() ? extents[at] : std::pair{0.0F, 0.0F};
    }
    std::size_t first = 0;
    return extent_of(*this, blocks.sentence_range(sentence), first);
}

void CoverageView::place(Size canvas, Rect area, Rect panel, float pixel_ratio) {
    const bool panel_changed = panel.x != panel_area_.x || panel.y != panel_area_.y ||
                               panel.width != panel_area_.width || panel.height != panel_area_.height;
    canvas_ = canvas;
    area_ = area;
    panel_area_ = panel;
    pixel_ratio_ = pixel_ratio;
    if (area.width > 0 && area.height > 0) {
        const Columns before = columns_;
        columns_ = make_columns(area, widths_, {.letters = letters_});
        if (before.width != columns_.width || before.narrow != columns_.narrow || panes_[0].layouts.empty()) {
            rebuild_marks();
            return;
        }
    } else {
        columns_.content.height = 0;
    }
    if (panel_changed) rebuild_panel();
    for (const Side side : {Side::before, Side::after})
        pane(side).scroll = std::clamp(pane(side).scroll, 0.0, most(side));
}

void CoverageView::remeasure() {
    panel_.forget_widths();
    if (area_.width > 0 && area_.height > 0) columns_ = make_columns(area_, widths_, {.letters = letters_});
    rebuild_marks();
}

void CoverageView::lay_out_panes() {
    if (columns_.width <= 0) return;
    for (const Side side : {Side::before, Side::after}) {
        Pane& own = pane(side);
        if (own.document < 0) continue;
        // The same share of the article stays on top.
        const double share = own.height > 0 ? own.scroll / static_cast<double>(own.height) : 0;
        const float before = own.height;
        own.layouts.clear();
        own.tops.clear();
        float y = top_margin;
        for (std::uint32_t index = 0; index < own.blocks.blocks.size(); ++index) {
            const Block& block = own.blocks.blocks[index];
            const Block* next =
                index + 1 < own.blocks.blocks.size() ? &own.blocks.blocks[index + 1] : nullptr;
            y += space_above(block, index == 0);
            own.layouts.push_back(lay_out(block, own.blocks.document->text, own.marks, index, columns_.width,
                                          segmenter_, widths_));
            own.tops.push_back(y);
            y += own.layouts.back().height + space_below(block, next);
        }
        own.find_extents();
        own.height = std::round(y + bottom_margin);
        if (before > 0 && own.height != before) own.scroll = share * static_cast<double>(own.height);
        own.scroll = std::clamp(own.scroll, 0.0, most(side));
    }
}

double CoverageView::most(Side side) const {
    return std::max(static_cast<double>(pane(side).height) - view_height(), 0.0);
}

bool CoverageView::scroll_to(Side side, double position, bool animated) {
    Pane& own = pane(side);
    const double target = std::clamp(position, 0.0, most(side));
    const double from = own.scroll;
    own.glide.reset();
    if (std::abs(target - from) < 0.01) return false;
    if (!animated || reduced_motion_ || view_height() <= 0 || !shows(side)) {
        own.scroll = target;
        return true;
    }
    // Gliding past a whole article tells nothing: a long way begins near its end.
    const double reach = 1.25 * view_height();
    own.scroll = std::clamp(from, target - reach, target + reach);
    own.glide = Pane::Glide{own.scroll, target, 0};
    return true;
}

bool CoverageView::scroll_by(double pixels, bool animated, std::optional<Side> side) {
    bool changed = false;
    for (const Side each : {Side::before, Side::after}) {
        if ((side && *side != each) || !shows(each)) continue;
        // A second push while gliding adds to where the first one leads.
        const Pane& own = pane(each);
        const double from = own.glide && animated ? own.glide->to : own.scroll;
        const double target = std::clamp(from + pixels, 0.0, most(each));
        if (std::abs(target - from) < 0.01) continue;
        changed = scroll_to(each, target, animated) || changed;
    }
    return changed;
}

void CoverageView::reveal(Side side, std::int32_t sentence) {
    const Pane& own = pane(side);
    if (own.document < 0) return;
    const auto [top, bottom] = own.extent(sentence);
    scroll_to(side, static_cast<double>(top) - view_height() / 3, true);
}

void CoverageView::advance(double seconds) {
    for (Pane& own : panes_) {
        if (!own.glide) continue;
        own.glide->elapsed += std::max(seconds, 0.0);
        if (own.glide->elapsed >= glide_seconds) {
            own.scroll = own.glide->to;
            own.glide.reset();
            continue;
        }
        own.scroll = own.glide->from +
                     (own.glide->to - own.glide->from) * ease_out(own.glide->elapsed / glide_seconds);
    }
}

bool CoverageView::animating() const { return panes_[0].glide || panes_[1].glide; }

}  // namespace twicetold::viewer
