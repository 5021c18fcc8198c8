#pragma once
// Which sentences of different documents say the same: scored pairs.

#include <array>
#include <cstdint>
#include <vector>

#include "coverage/story.h"

namespace twicetold::coverage {

/// What sentence i has in common with sentence j, seen from i: of each term the best counterpart. Weights in 1/256.
struct Overlap {
    std::uint32_t other = 0;  ///< j
    Weight shared = 0;        ///< all terms, related ones by their strength
    Weight exact = 0;         ///< the same stems only
    Weight names = 0;
    Weight numbers = 0;
    Weight rarest = 0;        ///< the heaviest shared term
    std::uint32_t count = 0;  ///< shared terms
    float dice =
        0;  ///< share of both sentences' weight that has a counterpart in the other, 0 to 1; the same from either side
};

/// Of each sentence, the overlaps with sentences of other documents, by rising `other`.
using Overlaps = std::vector<std::vector<Overlap>>;

/// Which pairs are worth a look: those that share so much that they may be a claim, or all that share anything of weight.
enum class Candidates : std::uint8_t { promising, all };

/// O(terms × sentences that hold a related stem).
[[nodiscard]] Overlaps find_overlaps(const Story& story, Candidates candidates);

inline constexpr std::size_t feature_count = 17;
using FeatureVector = std::array<float, feature_count>;

/// A pair of sentences of different documents, one < other.
struct ScoredPair {
    std::uint32_t one = 0;
    std::uint32_t other = 0;
    FeatureVector features{};
    std::int32_t score = 0;  ///< log-odds in 1/256 that they say the same
    std::int32_t likeness =
        0;  ///< log-odds in 1/256 that they are about the same event, whatever else they say
};

/// Scores every pair that shares enough to be looked at, by rising `one`, then `other`.
[[nodiscard]] std::vector<ScoredPair> score_pairs(const Story& story, const Overlaps& overlaps,
                                                  Candidates candidates);

}  // namespace twicetold::coverage
