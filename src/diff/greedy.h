#pragma once
// Shortest scripts of long sequences that differ little, whatever they repeat: where a text says one word ten thousand times
// there is no anchor, but there may be few changes.

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace twicetold::diff {

/// before[before, before + length) equals after[after, after + length). 0-based.
struct EqualRun {
    std::uint32_t before = 0;
    std::uint32_t after = 0;
    std::uint32_t length = 0;
};

/// What stays, rising on both sides, when as few tokens as possible are removed and added; nothing if these are more than
/// `most_edits`, or if finding out takes more than `steps` (looks at a pair of tokens), from which those that were taken are
/// subtracted. Time O((n + m) · edits), memory O(edits²). The greedy algorithm of Myers, "An O(ND) difference algorithm and its
/// variations" (1986).
[[nodiscard]] std::optional<std::vector<EqualRun>> nearly_equal(std::span<const std::uint32_t> before,
                                                                std::span<const std::uint32_t> after,
                                                                std::uint32_t most_edits,
                                                                std::uint64_t& steps);

}  // namespace twicetold::diff
