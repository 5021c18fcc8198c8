#include <doctest/doctest.h>

#include <algorithm>

#include "diff/rising.h"
#include "property/generate.h"

namespace {

using namespace twicetold;
using Matches = std::vector<diff::Match>;
using Indexes = std::vector<std::uint32_t>;

Matches singles(const std::vector<std::uint32_t>& positions) {
    Matches matches;
    for (const std::uint32_t position : positions) matches.push_back({position, position + 1});
    return matches;
}

std::int64_t weight_of(const Matches& matches, const Indexes& chain) {
    std::int64_t sum = 0;
    for (const std::uint32_t k : chain) sum += matches[k].weight;
    return sum;
}

bool rises(const Matches& matches, const Indexes& chain) {
    for (std::size_t c = 1; c < chain.size(); ++c) {
        if (chain[c - 1] >= chain[c] || matches[chain[c - 1]].end > matches[chain[c]].begin) return false;
    }
    return true;
}

/// All chains, tried one by one; of the heaviest the one whose indexes are greatest, read from the end.
Indexes heaviest_of_all(const Matches& matches) {
    Indexes best;
    for (std::uint32_t subset = 0; subset < (1U << matches.size()); ++subset) {
        Indexes chain;
        for (std::uint32_t k = 0; k < matches.size(); ++k) {
            if ((subset >> k & 1U) != 0) chain.push_back(k);
        }
        if (!rises(matches, chain)) continue;
        const std::int64_t weight = weight_of(matches, chain);
        const std::int64_t known = weight_of(matches, best);
        const bool later =
            std::lexicographical_compare(best.rbegin(), best.rend(), chain.rbegin(), chain.rend());
        if (weight > known || (weight == known && later)) best = chain;
    }
    return best;
}

}  // namespace

TEST_CASE("of matches that cross, the longest chain that keeps the order is found") {
    CHECK(diff::heaviest_rising({}).empty());
    CHECK(diff::heaviest_rising(singles({7})) == Indexes{0});
    CHECK(diff::heaviest_rising(singles({4, 0, 1, 2, 3})) == Indexes{1, 2, 3, 4});
    CHECK(diff::heaviest_rising(singles({3, 2, 1, 0})) == Indexes{3});
    CHECK(diff::heaviest_rising(singles({5, 5, 5})) == Indexes{2});
}

TEST_CASE("a heavy match outweighs several light ones that it crosses") {
    CHECK(diff::heaviest_rising(Matches{{9, 10, 5}, {1, 2, 1}, {2, 3, 1}, {3, 4, 1}}) == Indexes{0});
    CHECK(diff::heaviest_rising(Matches{{9, 10, 2}, {1, 2, 1}, {2, 3, 1}, {3, 4, 1}}) == Indexes{1, 2, 3});
}

TEST_CASE("a match that takes several positions leaves no room for others inside them") {
    CHECK(diff::heaviest_rising(Matches{{0, 3, 1}, {2, 3, 1}, {3, 4, 1}}) == Indexes{1, 2});
    CHECK(diff::heaviest_rising(Matches{{0, 3, 2}, {2, 3, 1}, {3, 4, 1}}) == Indexes{0, 2});
}

TEST_CASE("the chain is the one that trying all of them finds, ties included") {
    tests::Random random(12);
    for (int round = 0; round < 3000; ++round) {
        const std::size_t positions = 1 + random.below(9);
        const std::size_t base = random.below(1000);
        const std::size_t most_weight = random.chance(2) ? 1 : 4;
        Matches matches;
        for (std::size_t k = random.below(10); k > 0; --k) {
            const auto begin = static_cast<std::uint32_t>(base + random.below(positions));
            matches.push_back({begin, begin + 1 + static_cast<std::uint32_t>(random.below(3)),
                               static_cast<std::int64_t>(1 + random.below(most_weight))});
        }
        CHECK(diff::heaviest_rising(matches) == heaviest_of_all(matches));
    }
}
