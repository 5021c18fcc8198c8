#pragma once
// The texts on screen, however a mode arranges them: what selection and search ask. Each mode implements it once (versions in
// versions_text.h, coverage in coverage_text.h), and knows nothing of selecting and searching.
//
// Offsets are bytes into the text of a side's document as shown. Where that is not a document of the comparison, but made up
// of several (one column that shows both versions merged, say), `source_of` leads back to them.

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "viewer/lines.h"
#include "viewer/rows.h"
#include "viewer/viewer.h"

namespace twicetold::viewer {

/// A block as it stands on the canvas.
struct ShownBlock {
    Side side = Side::before;
    std::uint32_t block = 0;  ///< index into the side's blocks
    const BlockLayout* layout = nullptr;
    float x = 0;  ///< the layout's places are counted from here
    float y = 0;
};

/// Two keys are equal where the same blocks may be read.
struct ShownKey {
    std::array<const engine::Document*, 2> documents{};
    std::array<const char*, 2> bytes{};
    std::uint64_t variant = 0;  ///< what else decides which text it is, and which blocks of it may be read
    friend bool operator==(const ShownKey&, const ShownKey&) = default;
};

class ShownText {
public:
    virtual ~ShownText() = default;

    /// Null where nothing is shown on that side.
    [[nodiscard]] virtual const SideBlocks* blocks(Side side) const = 0;
    /// Whether the reader can come to see the block at all, by scrolling or by unfolding.
    [[nodiscard]] virtual bool readable(Side side, std::uint32_t block) const = 0;
    [[nodiscard]] virtual ShownKey key() const = 0;
    /// Blocks that at least partly show, those of a side in reading order. Pointers hold until something changes.
    [[nodiscard]] virtual std::vector<ShownBlock> on_screen() = 0;
    /// Where text shows: without pane heads and overview.
    [[nodiscard]] virtual Rect view() const = 0;
    [[nodiscard]] virtual Rect strip() const = 0;
    /// Whose text a point belongs to, gutters and margins included.
    [[nodiscard]] virtual std::optional<Side> side_at(float x, float y) = 0;
    /// Rises in the order in which the blocks of both sides are read.
    [[nodiscard]] virtual std::uint64_t order(Side side, std::uint32_t block) const = 0;
    /// Where on the overview an offset stands, as a share of its height.
    [[nodiscard]] virtual float share(Side side, std::uint32_t block, std::uint32_t offset) = 0;
    /// Brings an offset to about a third of the height, unfolding what hides it.
    virtual bool reveal(Side side, std::uint32_t offset) = 0;
    /// Moves the text of a side up by so many pixels.
    virtual bool scroll(Side side, double pixels) = 0;
    /// What of the comparison's documents a stretch of the shown text stands for: that is what is copied.
    [[nodiscard]] virtual SelectedText source_of(Side side, text::Range range) const = 0;

    struct Stretch {
        Side side = Side::before;
        text::Range range;
    };
    /// Where in the shown texts such a stretch stands; nothing where its document does not show.
    [[nodiscard]] virtual std::optional<Stretch> shown_from(const SelectedText& source) const = 0;
};

}  // namespace twicetold::viewer
