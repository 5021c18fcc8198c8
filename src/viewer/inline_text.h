#pragma once
// The two texts of a step as one: the later version with what it took out put back in, the old words before those that
// replaced them. What the inline view shows, and a phone.
//
//     before:  The board met on Tuesday in Hull.
//     after:   The board met on Thursday.
//     inline:  The board met on Tuesday Thursday in Hull.        (marked: Tuesday, Thursday, in Hull)
//
// It is made from the marks, so both views mark the same words. Positions in it are called `shown`, those in the two
// documents `source`; both are 0-based byte offsets.

#include <cstdint>
#include <vector>

#include "engine/comparison.h"
#include "viewer/marks.h"
#include "viewer/rows.h"

namespace twicetold::viewer {

/// A stretch that stands in one of the documents. Spaces put between stretches belong to none.
struct InlinePiece {
    text::Range shown;
    Side side = Side::after;  ///< of the document it comes from
    std::uint32_t source = 0;

    [[nodiscard]] text::Range source_range() const { return {source, source + shown.size()}; }
};

/// A range of one of the documents.
struct SourceRange {
    Side side = Side::after;
    text::Range range;
};

class InlineText {
public:
    /// O(length of both texts). `rows` and `marks` are those of the two sides.
    InlineText(const engine::Step& step, const SideBlocks& before, const SideBlocks& after,
               const StepMarks& marks, const std::vector<Row>& rows);
    InlineText(const InlineText&) = delete;
    InlineText& operator=(const InlineText&) = delete;

    /// Blocks of a text of its own, to which they point.
    [[nodiscard]] const SideBlocks& blocks() const { return blocks_; }
    /// `Mark::side` is the document a mark belongs to, and `wholes` are ranges of that document.
    [[nodiscard]] const SideMarks& marks() const { return marks_; }
    /// Row r has the blocks [first_block()[r], first_block()[r + 1]).
    [[nodiscard]] const std::vector<std::uint32_t>& first_block() const { return first_block_; }

    /// Where a byte of a document shows. Words that both have show once, in the later version's place. O(log n).
    [[nodiscard]] std::uint32_t shown_from_source(Side side, std::uint32_t offset) const;
    /// What a shown range holds of the later version; of the earlier one where it holds nothing but words taken out.
    [[nodiscard]] SourceRange source_from_shown(text::Range shown) const;

private:
    class Composer;

    const engine::Step* step_;
    engine::Document document_;
    SideBlocks blocks_;
    SideMarks marks_;
    std::vector<InlinePiece> pieces_;       ///< in the order shown
    std::vector<std::uint32_t> by_before_;  ///< pieces of a document, by their place in it
    std::vector<std::uint32_t> by_after_;
    std::vector<std::uint32_t> first_block_;
};

}  // namespace twicetold::viewer
