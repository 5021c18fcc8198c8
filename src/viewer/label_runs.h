#pragma once
// What the interface says in one line, as runs of one direction each: an Arabic sentence with a number, or a name in Latin
// letters, in it.

#include <string_view>
#include <vector>

#include "viewer/lines.h"
#include "viewer/viewer.h"

namespace twicetold::viewer {

struct LabelRun {
    std::string_view text;  ///< of the label
    Direction direction = Direction::left_to_right;
};

/// The runs in the order in which they stand from left to right (UAX #9), in a line of the direction of its first letter.
/// O(length); a label without letters that are written from right to left is one run, found without looking further.
[[nodiscard]] std::vector<LabelRun> label_runs(std::string_view label);

/// As wide as its runs are together.
[[nodiscard]] float label_width(WidthCache& widths, std::string_view label, TextRole role);

}  // namespace twicetold::viewer
