// The picture of the coverage mode: two articles, ribbons between sentences of one claim, the overview strip, the panel.
#include <algorithm>
#include <array>
#include <cmath>

#include "viewer/coverage_view.h"
#include "viewer/label_runs.h"
#include "viewer/text_painting.h"

namespace twicetold::viewer {
namespace {

constexpr float farthest = 900;  // pixels beyond the screen's edge that a ribbon leads to
constexpr float shortest_tick = 3;
constexpr float header_badge = 22;

ColorRole fill_of(MarkKind kind, bool current) {
    switch (kind) {
        case MarkKind::differs: return current ? ColorRole::differs_current : ColorRole::differs_fill;
        case MarkKind::figure: return ColorRole::differs_current;
        case MarkKind::unique: return current ? ColorRole::unique_current : ColorRole::unique_fill;
        default: return current ? ColorRole::shared_current : ColorRole::shared_fill;
    }
}

ColorRole line_of(MarkKind kind) {
    switch (kind) {
        case MarkKind::differs:
        case MarkKind::altered:
        case MarkKind::figure: return ColorRole::differs_line;
        case MarkKind::unique: return ColorRole::unique_line;
        case MarkKind::copied: return ColorRole::copied_line;
        case MarkKind::quotation: return ColorRole::quotation_line;
        default: return ColorRole::shared_line;
    }
}

LineStyle style_of(MarkKind kind) {
    switch (kind) {
        case MarkKind::differs: return LineStyle::wavy;
        case MarkKind::figure: return LineStyle::doubled;
        case MarkKind::unique: return LineStyle::dotted;
        case MarkKind::elsewhere:
        case MarkKind::altered:
        case MarkKind::quotation: return LineStyle::dashed;
        default: return LineStyle::solid;
    }
}

}  // namespace

float CoverageView::y_of(Side side) const {
    const float exact = columns_.content.y - static_cast<float>(pane(side).scroll);
    return std::round(exact * pixel_ratio_) / pixel_ratio_;
}

bool CoverageView::is_current(Side side, const Mark& mark) const {
    const Pane& own = pane(side);
    if (mark.sentence < 0) return false;
    if (opened_[side == Side::before ? 0 : 1] == mark.sentence) return true;
    if (selected_ < 0) return false;
    const std::vector<std::uint32_t>& claims =
        claims_of_.at(static_cast<std::uint32_t>(own.document), mark.sentence);
    return std::find(claims.begin(), claims.end(), static_cast<std::uint32_t>(selected_)) != claims.end();
}

MarkKind CoverageView::shown_kind(Side side, const Mark& mark) const {
    const bool of_claim =
        mark.kind == MarkKind::shared || mark.kind == MarkKind::elsewhere || mark.kind == MarkKind::differs;
    if (!of_claim || selected_ < 0 || !is_current(side, mark)) return mark.kind;
    // A sentence of several claims is marked for the one that is selected.
    return kind_of_mention(*comparison_, disputes_, static_cast<std::uint32_t>(selected_),
                           static_cast<std::uint32_t>(pane(side).document),
                           static_cast<std::uint32_t>(mark.sentence), pane(other(side)).document);
}

class CoveragePainter {
public:
    CoveragePainter(const CoverageView& view, DisplayList& list)
        : view_(view), list_(list), columns_(view.columns_), painter_(list, view.widths_) {}

    void paint() {
        if (view_.canvas_.width <= 0) return;
        if (columns_.content.height > 0 && !view_.covered()) {
            list_.layers.resize(2);
            list_.layers[0].clip = columns_.content;
            list_.layers[1].clip = view_.area_;
            for (const Side side : {Side::before, Side::after}) {
                if (view_.shows(side)) article(side);
            }
            ribbons();
            header();
            strip();
        }
        view_.panel_.paint(list_);
    }

private:
    DrawLayer& text() { return list_.layers[0]; }
    DrawLayer& frame() { return list_.layers[1]; }
    [[nodiscard]] const Strings& strings() const { return view_.outlets_.strings(); }

    void article(Side side) {
        const Pane& own = view_.pane(side);
        const float x = columns_.x(side);
        const float origin = view_.y_of(side);
        const std::string_view source = own.blocks.document->text;
        for (std::size_t index = 0; index < own.layouts.size(); ++index) {
            const Block& content = own.blocks.blocks[index];
            const BlockLayout& block = own.layouts[index];
            const float y = origin + own.tops[index];
            if (y > columns_.content.bottom() || y + block.height < columns_.content.y) continue;
            if (view_.outlets_.blind() && content.role == TextRole::byline) {
                painter_.label(text(), strings().text(Text::coverage_byline_hidden), x, y + 16,
                               TextRole::byline, ColorRole::ink_faint);
                continue;
            }
            painter_.furniture(text(), content, block, x, y, columns_.width);
            for (const MarkStretch& stretch : block.stretches) mark(side, block, stretch, x, y);
            painter_.words(text(), content, source, block, x, y);
        }
        if (own.blocks.document->sentences.empty()) {
            const float y = origin + (own.tops.empty() ? top_margin : own.tops.back() + 60);
            painter_.label(text(), strings().text(Text::coverage_no_sentence), x, y + 20, TextRole::fold,
                           ColorRole::ink_soft);
        }
    }

    void mark(Side side, const BlockLayout& block, const MarkStretch& stretch, float x, float y) {
        const Mark& found = view_.pane(side).marks.marks[stretch.mark];
        const Rect box = box_of(block, stretch, x, y);
        if (box.y > columns_.content.bottom() || box.bottom() < columns_.content.y) return;
        const bool current = view_.is_current(side, found);
        const MarkKind kind = view_.shown_kind(side, found);
        const Line& line = block.lines[stretch.line];
        if (kind == MarkKind::copied) {
            copied_bar(side, y + line.top, line.height, x);
            return;
        }
        const bool quotation = kind == MarkKind::quotation || kind == MarkKind::altered;
        const bool fills = !quotation && (kind != MarkKind::elsewhere || current);
        if (fills) text().rects.push_back({box, fill_of(kind, current), 3});
        const float height = box.height + 2 * mark_inset;
        const float under = y + line.baseline + height * (quotation ? 0.27F : 0.135F);
        const bool strong = current && !quotation;
        const bool quiet = !current && (kind == MarkKind::shared || kind == MarkKind::elsewhere);
        text().lines.push_back({box.x + mark_padding, under, box.right() - mark_padding, under,
                                strong ? 2.0F : 1.0F, style_of(kind),
                                quiet ? ColorRole::shared_rule : line_of(kind)});
        Hit hit{Hit::Kind::mark, side, -1, -1, 0, found.sentence};
        list_.regions.push_back({box, hit});
    }

    /// On the side away from the other pane, where no ribbon starts.
    void copied_bar(Side side, float y, float height, float x) {
        const bool outer_left = side == Side::before || columns_.narrow;
        const float at = outer_left ? x - bar_distance : x + columns_.width + bar_distance;
        for (const float shift : {-1.5F, 1.5F}) {
            text().lines.push_back(
                {at + shift, y, at + shift, y + height, 1, LineStyle::solid, ColorRole::copied_line});
        }
    }

    void ribbons() {
        if (columns_.narrow) return;
        const float top = columns_.content.y - farthest;
        const float bottom = columns_.content.bottom() + farthest;
        // The selected ones last, so that they lie on top.
        for (const bool current : {false, true}) {
            for (const SentenceLink& link : view_.links_) {
                const bool is_current =
                    view_.selected_ >= 0 &&
                    std::find(link.claims.begin(), link.claims.end(),
                              static_cast<std::uint32_t>(view_.selected_)) != link.claims.end();
                if (is_current != current) continue;
                const auto extent = [&](Side side, std::uint32_t sentence) {
                    const Pane& own = view_.pane(side);
                    const auto [from, to] = own.extent(static_cast<std::int32_t>(sentence));
                    const float origin = view_.y_of(side);
                    return std::pair{origin + from, origin + to};
                };
                const auto left = extent(Side::before, link.before);
                const auto right = extent(Side::after, link.after);
                const auto on_screen = [&](const std::pair<float, float>& part) {
                    return part.second > columns_.content.y && part.first < columns_.content.bottom();
                };
                if (!on_screen(left) && !on_screen(right)) continue;
                const ColorRole color = link.differs ? ColorRole::ribbon_differs : ColorRole::ribbon_shared;
                DrawRibbon band;
                band.left = columns_.gutter_left;
                band.right = columns_.gutter_right;
                band.left_top = std::clamp(left.first + mark_inset, top, bottom);
                band.left_bottom = std::clamp(left.second - mark_inset, top, bottom);
                band.right_top = std::clamp(right.first + mark_inset, top, bottom);
                band.right_bottom = std::clamp(right.second - mark_inset, top, bottom);
                band.left_color = band.right_color = color;
                band.current = current;
                band.edge = link.differs ? LineStyle::dotted : LineStyle::solid;
                band.edge_color = ColorRole::differs_line;
                text().ribbons.push_back(band);
            }
        }
    }

    void header() {
        frame().rects.push_back({columns_.header, ColorRole::header, 0});
        const float bottom = columns_.header.bottom();
        frame().lines.push_back({view_.area_.x, bottom - 0.5F, view_.area_.right(), bottom - 0.5F, 1,
                                 LineStyle::solid, ColorRole::hairline});
        for (const Side side : {Side::before, Side::after}) {
            if (!view_.shows(side)) continue;
            const auto document = static_cast<std::uint32_t>(view_.pane(side).document);
            const float x = strings().right_to_left() ? columns_.x(side) + columns_.width - header_badge
                                                      : columns_.x(side);
            const float y = columns_.header.y + (columns_.header.height - header_badge) / 2;
            frame().rects.push_back({{x, y, header_badge, header_badge}, ColorRole::badge_shown, 5});
            const std::string letter = view_.outlets_.letter(document);
            const float wide = view_.widths_.width(letter, TextRole::small, Direction::left_to_right);
            painter_.label(frame(), letter, x + (header_badge - wide) / 2, y + header_badge / 2 + 4.25F,
                           TextRole::small, ColorRole::badge_shown_ink);
            names(side, document);
        }
        if (!columns_.narrow && view_.panes_[1].document < 0) {
            painter_.label(frame(), strings().text(Text::coverage_no_second), columns_.after_x,
                           columns_.header.y + header_baseline, TextRole::label, ColorRole::ink_soft);
        }
    }

    /// The outlet's name; behind it when it was published, and what it has to say on the selected claim.
    void names(Side side, std::uint32_t document) {
        const float left = columns_.x(side);
        const float x = left + header_badge + 9;
        const float baseline = columns_.header.y + header_baseline;
        // At the right end the canvas draws an arrow: the head opens a list.
        const float right = left + columns_.width - 22;
        // From the side where the interface's lines begin.
        const auto put = [&](const std::string& words, float at, ColorRole color) {
            const float width = label_width(view_.widths_, words, TextRole::label);
            painter_.label(frame(), words,
                           strings().right_to_left() ? 2 * left + columns_.width - at - width : at, baseline,
                           TextRole::label, color);
            return at + width;
        };
        const std::string name =
            fitted(view_.outlets_.name(document), TextRole::label, right - x, view_.widths_);
        const float end = put(name, x, ColorRole::ink);
        std::string rest;
        ColorRole color = ColorRole::ink_soft;
        if (view_.selected_ >= 0) {
            const Stance stance = view_.rows_[static_cast<std::size_t>(view_.selected_)].stances[document];
            if (stance == Stance::differs) color = ColorRole::differs_line;
            rest = strings().text(stance == Stance::says      ? Text::coverage_says
                                  : stance == Stance::differs ? Text::coverage_differs
                                                              : Text::coverage_omits);
        } else if (const std::string& published = view_.comparison_->documents[document].published;
                   !published.empty()) {
            rest = strings().date(published);
        }
        if (rest.empty() || right - end < 40) return;
        put(fitted("  ·  " + rest, TextRole::label, right - end, view_.widths_), end, color);
    }

    void strip() {
        const Rect place = columns_.strip;
        frame().rects.push_back({place, ColorRole::strip_fill, 0});
        list_.regions.push_back({place, {Hit::Kind::overview, Side::after, -1, -1, 0, -1}});
        const float half = (place.width - 8) / 2;
        const auto x_of = [&](Side side) { return side == Side::before ? place.x + 3 : place.x + 5 + half; };
        for (const Side side : {Side::before, Side::after}) {
            if (!view_.shows(side)) continue;
            const Pane& own = view_.pane(side);
            const float total = std::max(own.height, columns_.content.height);
            if (own.height > columns_.content.height) {
                const float begin = static_cast<float>(own.scroll) / total;
                const float share = columns_.content.height / total;
                frame().rects.push_back({{x_of(side) - 2, place.y + begin * place.height, half + 3,
                                          std::max(share * place.height, 18.0F)},
                                         ColorRole::strip_view,
                                         4});
            }
        }
        const auto pixels = static_cast<std::size_t>(std::max(place.height, 1.0F));
        std::array<std::vector<int>, 2> ticks;
        for (std::vector<int>& side : ticks) side.assign(pixels, 0);
        for (const OverviewMark& mark : view_.overview().marks) {
            std::vector<int>& side = ticks[mark.side == Side::before ? 0 : 1];
            const auto at = [&](float share) {
                return static_cast<std::size_t>(std::clamp(share, 0.0F, 1.0F) *
                                                static_cast<float>(pixels - 1));
            };
            const std::size_t begin = at(mark.begin);
            const std::size_t end =
                std::min(std::max(at(mark.end), begin + static_cast<std::size_t>(shortest_tick)), pixels);
            for (std::size_t pixel = begin; pixel < end; ++pixel)
                side[pixel] = std::max(side[pixel], overview_weight(mark.kind));
        }
        constexpr std::array<ColorRole, 4> colors{ColorRole::strip_fill, ColorRole::strip_unique,
                                                  ColorRole::strip_shared, ColorRole::strip_differs};
        for (const Side side : {Side::before, Side::after}) {
            const std::vector<int>& own = ticks[side == Side::before ? 0 : 1];
            for (std::size_t pixel = 0; pixel < pixels;) {
                std::size_t end = pixel + 1;
                while (end < pixels && own[end] == own[pixel]) ++end;
                if (own[pixel] > 0) {
                    frame().rects.push_back({{x_of(side), place.y + static_cast<float>(pixel), half,
                                              static_cast<float>(end - pixel)},
                                             colors[static_cast<std::size_t>(own[pixel])],
                                             1});
                }
                pixel = end;
            }
        }
        frame().lines.push_back(
            {place.x, place.y, place.x, place.bottom(), 1, LineStyle::solid, ColorRole::hairline});
    }

    const CoverageView& view_;
    DisplayList& list_;
    const Columns& columns_;
    TextPainter painter_;
};

void CoverageView::paint(DisplayList& list) const {
    list.layers.clear();
    list.regions.clear();
    list.strings.clear();
    CoveragePainter(*this, list).paint();
}

}  // namespace twicetold::viewer
