#pragma once
// The heaviest rising chain: of matches that cross each other, those that keep the order. It cuts long sequences at sure
// matches, finds the sentences that were not moved, and lays texts side by side. Knows integers only.

#include <cstdint>
#include <span>
#include <vector>

namespace twicetold::diff {

/// A match: its place on the first side is its index in the list, on the other it takes positions [begin, end), 0-based and
/// not empty.
struct Match {
    std::uint32_t begin = 0;
    std::uint32_t end = 0;
    std::int64_t weight = 1;  ///< more than 0; a chain's sum must stay within 63 bits
};

/// Indexes (0-based, rising) of the chain with the greatest sum of weights in which every match begins at or behind the end of the
/// one before it. With equal weights that is a longest rising subsequence. Among chains of one weight it is the one whose last
/// match has the greatest index, then the one before it, and so on. Empty for an empty list.
/// Time O(n log p), memory O(n + p), p being the span of the positions. A Fenwick tree of best sums by end; for equal weights
/// it finds what patience sorting finds (Aldous and Diaconis, 1999).
[[nodiscard]] std::vector<std::uint32_t> heaviest_rising(std::span<const Match> matches);

}  // namespace twicetold::diff
