#pragma once
// Which words are marked, and how. From the step's changes; what they leave out of the lossless script (the seam of a
// split sentence, the later sentences of an added run) is marked too, so that no difference is ever unmarked.

#include <cstdint>
#include <vector>

#include "engine/comparison.h"
#include "viewer/rows.h"
#include "viewer/stops.h"

namespace twicetold::viewer {

struct Mark {
    text::Range range;
    MarkKind kind = MarkKind::changed;
    std::int32_t change = -1;  ///< a stop
    std::int32_t move = -1;
    std::uint32_t whole = 0;     ///< index of the mark this is the part of, in its block
    std::int32_t sentence = -1;  ///< coverage: the sentence it stands in
    std::int32_t source = -1;    ///< index into the step's changes
    Side side = Side::after;     ///< of the document it belongs to
};

/// Marks of one side, cut at block borders, grouped by block; in a block by beginning, moves before what they hold.
struct SideMarks {
    std::vector<text::Range> wholes;  ///< ranges before the cut
    std::vector<Mark> marks;
    std::vector<std::uint32_t> first;  ///< block b has marks [first[b], first[b + 1])
};

struct StepMarks {
    SideMarks before;
    SideMarks after;
    std::vector<MarkKind> kind_of_stop;
    [[nodiscard]] const SideMarks& side(Side side) const { return side == Side::before ? before : after; }
};

/// `Mark::change` is a stop. What the filter hides is not marked.
[[nodiscard]] StepMarks make_marks(const engine::Step& step, const Stops& stops, const ChangeFilter& filter,
                                   const SideBlocks& before, const SideBlocks& after);

/// Cuts marks at block borders and groups them by block.
[[nodiscard]] SideMarks cut_at_blocks(std::vector<Mark> marks, const SideBlocks& side);

/// Where, on the other side, the words that only this side has would stand (the script's neighbouring equal text).
[[nodiscard]] std::uint32_t counterpart(const engine::Step& step, Side side, std::uint32_t offset);

}  // namespace twicetold::viewer
