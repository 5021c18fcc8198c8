#pragma once
// From a point to a byte and back, in blocks that are laid out.

#include <cstdint>
#include <string_view>
#include <vector>

#include "viewer/lines.h"
#include "viewer/rows.h"
#include "viewer/segments.h"
#include "viewer/shown_text.h"
#include "viewer/viewer.h"

namespace twicetold::viewer {

/// A place in a text that a point means.
struct TextPoint {
    std::uint32_t caret = 0;  ///< the nearest border between grapheme clusters
    text::Range cluster;      ///< the cluster at the point, or the nearest one in its line
};

/// x and y from the block's corner. Nearest line, then nearest border in it; beyond a line's end that end, by the direction
/// of the paragraph. O(line).
[[nodiscard]] TextPoint point_in_block(const Block& block, const BlockLayout& layout, std::string_view text,
                                       float x, float y, const Segmenter& segmenter, WidthCache& widths);

/// The same on the canvas, among the blocks of one side that show. Above a text's first line its beginning, below its last
/// its end. Nothing where no block of that side shows.
[[nodiscard]] std::optional<TextPoint> point_in_text(ShownText& shown, Side side, float x, float y,
                                                     const Segmenter& segmenter, WidthCache& widths);

/// Whether letters stand at the point, or the space between two words.
[[nodiscard]] bool is_over_text(ShownText& shown, float x, float y);

/// The boxes that a range of a block covers, a line's height each, from the block's corner: one a line, more where directions
/// mix. A range that goes on behind a line's end takes in a space there. O(lines touched).
[[nodiscard]] std::vector<Rect> boxes_in_block(const Block& block, const BlockLayout& layout,
                                               std::string_view text, text::Range range,
                                               const Segmenter& segmenter, WidthCache& widths);

/// The caret before `offset`: a box without width, a line's height, from the block's corner.
[[nodiscard]] Rect caret_in_block(const Block& block, const BlockLayout& layout, std::string_view text,
                                  std::uint32_t offset, WidthCache& widths);

/// Borders between clusters next to `offset`, inside `range`. O(1) but for monstrous clusters.
[[nodiscard]] std::uint32_t next_border(std::string_view text, text::Range range, std::uint32_t offset,
                                        const Segmenter& segmenter);
[[nodiscard]] std::uint32_t previous_border(std::string_view text, text::Range range, std::uint32_t offset,
                                            const Segmenter& segmenter);

}  // namespace twicetold::viewer
