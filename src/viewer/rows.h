#pragma once
// What stands level with what: the paragraphs of both versions of a step, cut into rows.

#include <cstdint>
#include <vector>

#include "engine/comparison.h"
#include "viewer/segments.h"
#include "viewer/viewer.h"

namespace twicetold::viewer {

/// A paragraph, or the title or byline, of one side. Sentence -1 is the title, -2 the byline.
struct Block {
    TextRole role = TextRole::body;
    document::ParagraphKind kind = document::ParagraphKind::paragraph;
    text::Range range;
    std::int32_t first_sentence = 0;
    std::int32_t last_sentence = 0;
    Direction direction = Direction::left_to_right;
};

/// One side of a step: its blocks in reading order.
struct SideBlocks {
    const engine::Document* document = nullptr;
    std::vector<Block> blocks;

    /// Index of the block with this sentence; -1 where there is none.
    [[nodiscard]] std::int32_t block_of_sentence(std::int32_t sentence) const;
    /// Index of the block that contains the byte, else of the last one that begins before it; -1 without blocks.
    [[nodiscard]] std::int32_t block_at(std::uint32_t offset) const;
    [[nodiscard]] text::Range sentence_range(std::int32_t sentence) const;
};

/// Blocks that correspond, side by side. Half-open runs; either may be empty.
struct Row {
    std::uint32_t before_first = 0;
    std::uint32_t before_last = 0;
    std::uint32_t after_first = 0;
    std::uint32_t after_last = 0;
    bool same = false;  ///< nothing in it is marked, and the paragraphs are cut alike: may be folded
    bool lone = false;  ///< only one side has it, and it has not merely moved

    [[nodiscard]] std::uint32_t first(Side side) const {
        return side == Side::before ? before_first : after_first;
    }
    [[nodiscard]] std::uint32_t last(Side side) const {
        return side == Side::before ? before_last : after_last;
    }
    [[nodiscard]] bool empty(Side side) const { return first(side) == last(side); }
};

[[nodiscard]] SideBlocks make_blocks(const engine::Document& document, const Segmenter& segmenter);

/// Rows of a step: the connected components of in-place alignment groups over paragraphs, in reading order, with
/// paragraphs that have no counterpart in place (removed before added) in the gaps between them. `same` is not set yet.
[[nodiscard]] std::vector<Row> make_rows(const engine::Step& step, const SideBlocks& before,
                                         const SideBlocks& after);

}  // namespace twicetold::viewer
