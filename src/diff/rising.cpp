#include "diff/rising.h"

#include <algorithm>

namespace twicetold::diff {

namespace {

constexpr std::uint32_t none = 0xFFFFFFFFU;

/// A chain: its weight and the index of its last match.
struct Chain {
    std::int64_t weight = 0;
    std::uint32_t last = none;
};

/// Heaviest chain that ends at or before a position. Chains come with rising `last`.
class BestChains {
public:
    explicit BestChains(std::uint32_t positions) : nodes_(positions + 1) {}

    [[nodiscard]] Chain until(std::uint32_t position) const {
        Chain best;
        for (std::uint32_t p = position; p > 0; p -= p & (0U - p)) {
            const Chain& node = nodes_[p];
            if (node.weight > best.weight ||
                (node.weight == best.weight && node.last != none && node.last > best.last))
                best = node;
        }
        return best;
    }

    void add(std::uint32_t position, const Chain& chain) {
        for (std::uint32_t p = position; p < nodes_.size(); p += p & (0U - p)) {
            if (chain.weight >= nodes_[p].weight) nodes_[p] = chain;
        }
    }

private:
    std::vector<Chain> nodes_;  ///< a Fenwick tree; node 0 is not used
};

}  // namespace

std::vector<std::uint32_t> heaviest_rising(std::span<const Match> matches) {
    std::vector<std::uint32_t> chain;
    if (matches.empty()) return chain;
    std::uint32_t lowest = none;
    std::uint32_t highest = 0;
    for (const Match& match : matches) {
        lowest = std::min(lowest, match.begin);
        highest = std::max(highest, match.end);
    }
    BestChains best(highest - lowest);
    std::vector<std::uint32_t> previous(matches.size());
    for (std::uint32_t k = 0; k < matches.size(); ++k) {
        const Chain below = best.until(matches[k].begin - lowest);
        previous[k] = below.last;
        best.add(matches[k].end - lowest, {below.weight + matches[k].weight, k});
    }
    for (std::uint32_t k = best.until(highest - lowest).last; k != none; k = previous[k]) chain.push_back(k);
    std::reverse(chain.begin(), chain.end());
    return chain;
}

}  // namespace twicetold::diff
