#pragma once
// The slow, obvious twin of diff::compare: a full table. Only for tests.

#include <algorithm>
#include <cstdint>
#include <span>
#include <vector>

namespace twicetold::tests {

/// Fewest tokens removed and added to turn one sequence into the other. O(n·m).
inline std::size_t edit_distance(std::span<const std::uint32_t> one, std::span<const std::uint32_t> other) {
    std::vector<std::size_t> row(other.size() + 1);
    for (std::size_t j = 0; j <= other.size(); ++j) row[j] = j;
    for (std::size_t i = 1; i <= one.size(); ++i) {
        std::size_t diagonal = row[0];
        row[0] = i;
        for (std::size_t j = 1; j <= other.size(); ++j) {
            const std::size_t above = row[j];
            row[j] = one[i - 1] == other[j - 1] ? diagonal : std::min(above, row[j - 1]) + 1;
            diagonal = above;
        }
    }
    return row[other.size()];
}

}  // namespace twicetold::tests
