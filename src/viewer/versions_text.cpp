// The texts on screen where versions are shown: two columns that scroll as one, or one column with either version or both.
#include <algorithm>
#include <cmath>

#include "viewer/implementation.h"
#include "viewer/shown_text.h"

namespace twicetold::viewer {
namespace {

class VersionsText final : public ShownText {
public:
    explicit VersionsText(ViewModel::Implementation& self) : self_(self) {}

    [[nodiscard]] const SideBlocks* blocks(Side side) const override {
        const SideBlocks& own = self_.side(side);
        return own.document == nullptr || own.blocks.empty() ? nullptr : &own;
    }

    [[nodiscard]] bool readable(Side, std::uint32_t) const override { return true; }

    [[nodiscard]] ShownKey key() const override {
        ShownKey key;
        for (const Side side : {Side::before, Side::after}) {
            const SideBlocks* own = blocks(side);
            if (own == nullptr) continue;
            key.documents[static_cast<std::size_t>(side)] = own->document;
            key.bytes[static_cast<std::size_t>(side)] = own->document->text.data();
        }
        // One column with both versions is made anew at the same place in memory: by what it is made from.
        key.variant = (static_cast<std::uint64_t>(self_.step_index) << 34U) |
                      (static_cast<std::uint64_t>(self_.filter.hidden_kinds) << 3U) |
                      (self_.filter.hide_cosmetic ? 4U : 0U) | static_cast<unsigned>(self_.shown_as);
        return key;
    }

    [[nodiscard]] std::vector<ShownBlock> on_screen() override {
        std::vector<ShownBlock> result;
        if (self_.empty() || self_.columns.content.height <= 0) return result;
        const ViewModel::Implementation::Visible shown = self_.visible();
        float y = shown.y;
        for (std::size_t entry = shown.first; entry < shown.last; ++entry) {
            if (self_.entries[entry].kind == Entry::Kind::row) {
                const std::uint32_t row = self_.entries[entry].first_row;
                const RowLayout& layout = *self_.layouts[row];
                for (const Side side : {Side::before, Side::after}) {
                    const std::vector<BlockLayout>& all = layout.blocks(side);
                    for (std::uint32_t index = 0; index < all.size(); ++index) {
                        const float top = y + layout.tops(side)[index];
                        if (top > self_.columns.content.bottom() ||
                            top + all[index].height < self_.columns.content.y)
                            continue;
                        result.push_back({side, self_.rows()[row].first(side) + index, &all[index],
                                          self_.columns.x(side), top});
                    }
                }
            }
            y += self_.entry_height(entry);
        }
        return result;
    }

    [[nodiscard]] Rect view() const override { return self_.columns.content; }
    [[nodiscard]] Rect strip() const override { return self_.columns.strip; }

    [[nodiscard]] std::optional<Side> side_at(float x, float) override {
        const Columns& columns = self_.columns;
        Side side = Side::after;
        if (!columns.single) {
            const Side left = columns.left_side();
            const float middle = (columns.x(left) + columns.width + columns.x(other(left))) / 2;
            side = x < middle ? left : other(left);
        }
        if (blocks(side) == nullptr) return std::nullopt;
        return side;
    }

    [[nodiscard]] std::uint64_t order(Side side, std::uint32_t block) const override {
        const std::uint64_t of_side = side == Side::before ? 0 : 1;
        return (static_cast<std::uint64_t>(row_of(side, block)) << 33U) | (of_side << 32U) | block;
    }

    [[nodiscard]] float share(Side side, std::uint32_t block, std::uint32_t offset) override {
        self_.refresh_tops();
        const std::uint32_t row = row_of(side, block);
        const SideBlocks& own = self_.side(side);
        const text::Range first = own.blocks[self_.rows()[row].first(side)].range;
        const text::Range last = own.blocks[self_.rows()[row].last(side) - 1].range;
        const std::size_t entry = self_.entry_of_row[row];
        const double within = static_cast<double>(offset - first.begin) /
                              static_cast<double>(std::max(last.end - first.begin, 1U));
        const double total = std::max({self_.tops.back(), self_.view_height(), 1.0});
        return static_cast<float>(
            (self_.tops[entry] + within * static_cast<double>(self_.entry_height(entry))) / total);
    }

    bool reveal(Side side, std::uint32_t offset) override {
        const std::optional<std::uint32_t> row = self_.text.row_of(side, offset);
        if (!row) return false;
        if (self_.entries[self_.entry_of_row[*row]].kind == Entry::Kind::fold) self_.open_fold(*row);
        return self_.reveal({*row, side, offset}, true);
    }

    bool scroll(Side, double pixels) override { return self_.scroll_by(pixels, false); }

    [[nodiscard]] SelectedText source_of(Side side, text::Range range) const override {
        if (self_.empty() || range.empty()) return {};
        // Of the two versions in one column the later one, or the earlier where nothing else was selected.
        const SourceRange source = self_.source_range(side, range);
        if (source.range.empty()) return {};
        return {source.side,
                source.side == Side::before ? self_.step().before : self_.step().after,
                {source.range}};
    }

    [[nodiscard]] std::optional<Stretch> shown_from(const SelectedText& source) const override {
        if (self_.empty()) return std::nullopt;
        const bool earlier = source.document == self_.step().before;
        if (!earlier && source.document != self_.step().after) return std::nullopt;
        const Side document = earlier ? Side::before : Side::after;
        const std::optional<Place> first = self_.place_of(document, source.ranges.front().begin);
        const std::optional<Place> last = self_.place_of(document, source.ranges.back().end - 1);
        if (!first || !last || first->side != last->side || last->offset < first->offset) return std::nullopt;
        const text::Range range{first->offset, last->offset + 1};
        // One column with the other version alone has the place, but not the words.
        if (source_of(first->side, range).document != source.document) return std::nullopt;
        return Stretch{first->side, range};
    }

private:
    [[nodiscard]] std::uint32_t row_of(Side side, std::uint32_t block) const {
        return (side == Side::before ? self_.text.row_of_before : self_.text.row_of_after)[block];
    }

    ViewModel::Implementation& self_;
};

}  // namespace

std::unique_ptr<ShownText> make_versions_text(ViewModel::Implementation& self) {
    return std::make_unique<VersionsText>(self);
}

}  // namespace twicetold::viewer
