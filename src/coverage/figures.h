#pragma once
// Which statements of different documents give a number for the same quantity, and whether they can all be true.

#include <array>
#include <cstdint>
#include <vector>

#include "coverage/links.h"
#include "coverage/story.h"

namespace twicetold::coverage {

inline constexpr std::size_t figure_feature_count = 16;

/// Two quantities of different documents, one < other (indexes into Story::quantities).
struct QuantityPair {
    std::uint32_t one = 0;
    std::uint32_t other = 0;
    std::uint32_t one_sentence = 0;
    std::uint32_t other_sentence = 0;
    bool agree = true;
    std::int32_t score = 0;  ///< log-odds in 1/256 that they are one quantity
    float alike =
        0;  ///< share of the words of both sentences, numbers left out; 0 where it was not asked for
    std::array<float, figure_feature_count> features{};
};

/// Every comparable pair of quantities of the scored pairs of sentences, by rising `one`, then `other`.
[[nodiscard]] std::vector<QuantityPair> score_quantities(const Story& story,
                                                         const std::vector<ScoredPair>& pairs);

/// The pairs that are one quantity: the best first, each quantity with one partner of a sentence at most.
[[nodiscard]] std::vector<QuantityPair> match_quantities(std::vector<QuantityPair> scored);

/// A line of the ledger.
struct FigureGroup {
    std::vector<std::uint32_t> quantities;  ///< indexes into Story::quantities, rising
    std::vector<std::uint32_t> sentences;   ///< of each
    std::vector<std::uint32_t> camps;       ///< of each; all 0 where all agree
    bool agree = true;
};

[[nodiscard]] std::vector<FigureGroup> group_figures(const Story& story,
                                                     const std::vector<QuantityPair>& matched);

}  // namespace twicetold::coverage
