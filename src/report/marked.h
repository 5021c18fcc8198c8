#pragma once
// What the reports for people share: sentences with their edits in them, and where they stand.

#include <cstdint>
#include <string_view>
#include <vector>

#include "engine/comparison.h"

namespace twicetold::report {

using document::Document;
using text::Range;

/// A stretch of a sentence: kept, taken out or put in.
struct Piece {
    engine::EditOperation operation = engine::EditOperation::equal;
    std::string_view text;  ///< of the later version where kept
};

/// From the begin of the first sentence to the end of the last; empty for an empty span.
[[nodiscard]] Range range_of(const Document& document, engine::SentenceSpan span);

/// The 0-based paragraph of a sentence of the body; the last one for a sentence beyond. O(log paragraphs).
[[nodiscard]] std::size_t paragraph_of(const Document& document, std::int32_t sentence);

/// Whether a row has two sides that stand in the same place.
[[nodiscard]] constexpr bool is_in_place(const engine::AlignmentGroup& group) {
    return group.move < 0 && !group.before.empty() && !group.after.empty();
}

/// The rows of one step with their edits merged into one text each, old before new. The comparison must outlive it.
class MarkedRows {
public:
    MarkedRows(const engine::Comparison& comparison, const engine::Step& step);

    /// "The storm killed [14 removed][41 inserted] people." Neighbouring pieces differ in operation. O(log edits + edits in it).
    [[nodiscard]] std::vector<Piece> pieces(const engine::AlignmentGroup& group) const;

    /// Indexes of the changes of a row, in order.
    [[nodiscard]] const std::vector<std::uint32_t>& changes(std::size_t group) const {
        return changes_[group];
    }

    /// The replacements inside a moved passage, in order.
    [[nodiscard]] const std::vector<engine::InnerEdit>& inner(std::int32_t move) const {
        return inner_[static_cast<std::size_t>(move)];
    }

private:
    [[nodiscard]] std::vector<Piece> in_place(Range before, Range after) const;
    [[nodiscard]] std::vector<Piece> moved(Range after, std::int32_t move) const;

    const engine::Step& step_;
    const Document& before_;
    const Document& after_;
    std::vector<std::vector<std::uint32_t>> changes_;    ///< by row
    std::vector<std::vector<engine::InnerEdit>> inner_;  ///< by move
};

}  // namespace twicetold::report
