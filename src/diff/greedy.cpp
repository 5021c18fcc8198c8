#include "diff/greedy.h"

#include <algorithm>

namespace twicetold::diff {

namespace {

/// Furthest tokens of `before` reached with d edits, by diagonal -d, -d + 2 … d (tokens of `before` less those of `after`).
class Reached {
public:
    explicit Reached(std::int64_t most_edits)
        : at_(static_cast<std::size_t>((most_edits + 1) * (most_edits + 2) / 2)) {}

    [[nodiscard]] std::int32_t& operator()(std::int64_t edits, std::int64_t diagonal) {
        return at_[static_cast<std::size_t>(edits * (edits + 1) / 2 + (diagonal + edits) / 2)];
    }

    /// Does the best way to a diagonal come by an added token?
    [[nodiscard]] bool by_addition(std::int64_t edits, std::int64_t diagonal) {
        if (diagonal == -edits) return true;
        if (diagonal == edits) return false;
        return (*this)(edits - 1, diagonal - 1) < (*this)(edits - 1, diagonal + 1);
    }

private:
    std::vector<std::int32_t> at_;
};

}  // namespace

std::optional<std::vector<EqualRun>> nearly_equal(std::span<const std::uint32_t> before,
                                                  std::span<const std::uint32_t> after,
                                                  std::uint32_t most_edits, std::uint64_t& steps) {
    const auto n = static_cast<std::int64_t>(before.size());
    const auto m = static_cast<std::int64_t>(after.size());
    const std::int64_t most = std::min<std::int64_t>(most_edits, n + m);
    if (std::abs(n - m) > most) return std::nullopt;
    Reached reached(most);
    for (std::int64_t edits = 0; edits <= most; ++edits) {
        for (std::int64_t diagonal = -edits; diagonal <= edits; diagonal += 2) {
            std::int64_t x = 0;
            if (edits > 0) {
                x = reached.by_addition(edits, diagonal) ? reached(edits - 1, diagonal + 1)
                                                         : reached(edits - 1, diagonal - 1) + 1;
            }
            std::int64_t y = x - diagonal;
            const std::int64_t start = x;
            // A way that leaves the table meets no equal tokens there, and comes to its corner no sooner than one within.
            while (x < n && y < m &&
                   before[static_cast<std::size_t>(x)] == after[static_cast<std::size_t>(y)]) {
                ++x;
                ++y;
            }
            reached(edits, diagonal) = static_cast<std::int32_t>(x);
            const auto taken = static_cast<std::uint64_t>(x - start) + 1;
            if (taken > steps) {
                steps = 0;
                return std::nullopt;
            }
            steps -= taken;
            if (x >= n && y >= m && diagonal == n - m) {
                std::vector<EqualRun> runs;
                for (std::int64_t d = edits; d >= 0; --d) {
                    std::int64_t from = 0;
                    const bool added = d > 0 && reached.by_addition(d, diagonal);
                    if (d > 0) from = added ? reached(d - 1, diagonal + 1) : reached(d - 1, diagonal - 1) + 1;
                    if (x > from) {
                        runs.push_back({static_cast<std::uint32_t>(from),
                                        static_cast<std::uint32_t>(from - diagonal),
                                        static_cast<std::uint32_t>(x - from)});
                    }
                    if (d == 0) break;
                    diagonal += added ? 1 : -1;
                    x = reached(d - 1, diagonal);
                }
                std::reverse(runs.begin(), runs.end());
                return runs;
            }
        }
    }
    return std::nullopt;
}

}  // namespace twicetold::diff
