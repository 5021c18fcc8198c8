// The texts on screen in the coverage mode: two articles, each with a place of its own. A hidden byline is no text.
#include <algorithm>

#include "viewer/coverage_view.h"
#include "viewer/shown_text.h"

namespace twicetold::viewer {

class CoverageText final : public ShownText {
public:
    explicit CoverageText(CoverageView& view) : view_(view) {}

    [[nodiscard]] const SideBlocks* blocks(Side side) const override {
        const Pane& own = view_.pane(side);
        return own.document < 0 || own.blocks.blocks.empty() ? nullptr : &own.blocks;
    }

    [[nodiscard]] bool readable(Side side, std::uint32_t block) const override {
        return !view_.outlets_.blind() || view_.pane(side).blocks.blocks[block].role != TextRole::byline;
    }

    [[nodiscard]] ShownKey key() const override {
        ShownKey key;
        for (const Side side : {Side::before, Side::after}) {
            const SideBlocks* own = blocks(side);
            if (own == nullptr) continue;
            key.documents[static_cast<std::size_t>(side)] = own->document;
            key.bytes[static_cast<std::size_t>(side)] = own->document->text.data();
        }
        key.variant = view_.outlets_.blind() ? 1 : 0;
        return key;
    }

    [[nodiscard]] std::vector<ShownBlock> on_screen() override {
        std::vector<ShownBlock> result;
        const Rect clip = view_.columns_.content;
        if (clip.height <= 0 || view_.covered()) return result;
        for (const Side side : {Side::before, Side::after}) {
            if (!view_.shows(side)) continue;
            const Pane& own = view_.pane(side);
            for (std::uint32_t index = 0; index < own.layouts.size(); ++index) {
                const float y = view_.y_of(side) + own.tops[index];
                if (y > clip.bottom() || y + own.layouts[index].height < clip.y || !readable(side, index))
                    continue;
                result.push_back({side, index, &own.layouts[index], view_.columns_.x(side), y});
            }
        }
        return result;
    }

    [[nodiscard]] Rect view() const override { return view_.columns_.content; }
    [[nodiscard]] Rect strip() const override { return view_.columns_.strip; }

    [[nodiscard]] std::optional<Side> side_at(float x, float) override {
        const Columns& columns = view_.columns_;
        const bool left = x < (columns.before_x + columns.width + columns.after_x) / 2;
        const Side side = columns.narrow ? view_.side_ : left ? Side::before : Side::after;
        if (blocks(side) == nullptr) return std::nullopt;
        return side;
    }

    [[nodiscard]] std::uint64_t order(Side side, std::uint32_t block) const override {
        // The articles run in orders of their own, so one is read behind the other.
        return (static_cast<std::uint64_t>(side == Side::before ? 0 : 1) << 32U) | block;
    }

    [[nodiscard]] float share(Side side, std::uint32_t block, std::uint32_t offset) override {
        const Pane& own = view_.pane(side);
        if (block >= own.layouts.size()) return 0;
        const float total = std::max({own.height, view_.columns_.content.height, 1.0F});
        return (own.tops[block] + line_top(own, block, offset)) / total;
    }

    bool reveal(Side side, std::uint32_t offset) override {
        const Pane& own = view_.pane(side);
        const std::int32_t block = own.blocks.block_at(offset);
        if (block < 0 || static_cast<std::size_t>(block) >= own.layouts.size()) return false;
        const auto at = static_cast<std::uint32_t>(block);
        view_.side_ = side;
        if (view_.covered()) {
            view_.wide_ = false;
            if (view_.columns_.narrow) view_.list_open_ = false;
        }
        const float top = own.tops[at] + line_top(own, at, offset);
        view_.scroll_to(side, static_cast<double>(top) - view_.view_height() / 3, true);
        return true;
    }

    bool scroll(Side side, double pixels) override { return view_.scroll_by(pixels, false, side); }

    [[nodiscard]] SelectedText source_of(Side side, text::Range range) const override {
        const SideBlocks* own = blocks(side);
        if (own == nullptr || range.empty()) return {};
        SelectedText result{side, static_cast<std::uint32_t>(view_.pane(side).document), {}};
        std::uint32_t from = range.begin;
        for (std::uint32_t block = 0; block < own->blocks.size(); ++block) {
            if (readable(side, block)) continue;
            // With the break behind it.
            const std::uint32_t begin = own->blocks[block].range.begin;
            const std::uint32_t end = block + 1 < own->blocks.size() ? own->blocks[block + 1].range.begin
                                                                     : own->blocks[block].range.end;
            if (end <= from || begin >= range.end) continue;
            if (begin > from) result.ranges.push_back({from, begin});
            from = std::min(end, range.end);
        }
        if (from < range.end) result.ranges.push_back({from, range.end});
        return result;
    }

    [[nodiscard]] std::optional<Stretch> shown_from(const SelectedText& source) const override {
        for (const Side side : {Side::before, Side::after}) {
            if (blocks(side) == nullptr ||
                view_.pane(side).document != static_cast<std::int32_t>(source.document))
                continue;
            return Stretch{side, {source.ranges.front().begin, source.ranges.back().end}};
        }
        return std::nullopt;
    }

private:
    [[nodiscard]] static float line_top(const Pane& pane, std::uint32_t block, std::uint32_t offset) {
        const BlockLayout& layout = pane.layouts[block];
        return layout.lines.empty() ? 0 : layout.lines[layout.line_at(offset)].top;
    }

    CoverageView& view_;
};

std::unique_ptr<ShownText> make_coverage_text(CoverageView& view) {
    return std::make_unique<CoverageText>(view);
}

}  // namespace twicetold::viewer
