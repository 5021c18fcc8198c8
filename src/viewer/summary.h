#pragma once
// What a step amounts to, counted and in words.

#include <cstdint>
#include <string>
#include <vector>

#include "engine/comparison.h"
#include "viewer/strings.h"
#include "viewer/viewer.h"

namespace twicetold::viewer {

/// O(changes + edits).
[[nodiscard]] StepSummary summarize(const engine::Step& step);
/// "18 substantive, no correction note"; without changes, what does differ. Empty where nothing does.
[[nodiscard]] std::string summary_label(const Strings& strings, const StepSummary& summary);
/// The same at length, a line each: "18 substantive, 5 cosmetic, 2 passages moved", "No correction note".
[[nodiscard]] std::vector<std::string> summary_lines(const Strings& strings, const StepSummary& summary);
/// For a list without changes: "Only spaces, line breaks or mark-up differ."
[[nodiscard]] std::string no_changes_sentence(const Strings& strings, const StepSummary& summary);

}  // namespace twicetold::viewer
