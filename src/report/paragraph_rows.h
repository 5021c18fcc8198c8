#pragma once
// Which paragraphs stand side by side.

#include <cstddef>
#include <vector>

#include "engine/comparison.h"

namespace twicetold::report {

/// Paragraphs [before_begin, before_end) beside [after_begin, after_end); one side may be empty.
struct ParagraphRow {
    std::size_t before_begin = 0;
    std::size_t before_end = 0;
    std::size_t after_begin = 0;
    std::size_t after_end = 0;
};

/// The rows of a step: every paragraph of both versions once, in order. Paragraphs share a row where sentences of theirs correspond
/// in place; what was split or merged shares one row. What moved, came or went has a row of its own. O(alignment).
[[nodiscard]] std::vector<ParagraphRow> paragraph_rows(const engine::Comparison& comparison,
                                                       const engine::Step& step);

}  // namespace twicetold::report
