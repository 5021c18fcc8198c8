#pragma once
// What sentences are compared by: their stems with weights, and a hash of their exact words.

#include <cstdint>
#include <span>
#include <vector>

#include "document/tokenized.h"

namespace twicetold::align {

/// Evidence, in 1/256 of a unit. Whole numbers: their sums do not depend on the order of the stems, which follows the order of
/// the documents.
using Evidence = std::uint32_t;

/// A stem of a sentence and how often it stands there.
struct Term {
    std::uint32_t stem = 0;
    Evidence weight = 0;  ///< count × weight of the stem
};

/// The body of one document. Sentences are 0-based.
struct Features {
    std::vector<Term> terms;                ///< sorted by stem within a sentence
    std::vector<std::uint32_t> first_term;  ///< of each sentence; one more at the end
    std::vector<Evidence> total;            ///< sum of the weights of each sentence
    std::vector<std::uint64_t> hash;        ///< of the keys in order; equal for sentences with the same words
    std::vector<std::uint32_t> words;       ///< tokens that are no signs

    [[nodiscard]] std::uint32_t size() const { return static_cast<std::uint32_t>(total.size()); }
    [[nodiscard]] std::span<const Term> of(std::uint32_t sentence) const {
        return std::span(terms).subspan(first_term[sentence],
                                        first_term[sentence + 1] - first_term[sentence]);
    }
};

struct FeaturePair {
    Features before;
    Features after;
    std::vector<std::uint32_t> frequency;  ///< by stem: sentences of both bodies that hold it
};

/// O(tokens).
[[nodiscard]] FeaturePair extract_features(const document::Tokenized& before,
                                           const document::Tokenized& after);

/// Weight the two sentences have in common. O(terms).
[[nodiscard]] Evidence common_weight(std::span<const Term> one, std::span<const Term> other);

/// Weighted Dice coefficient, 0 to 1, from the common weight and both totals; 0 where both are empty.
[[nodiscard]] float dice(Evidence common, Evidence one, Evidence other);

}  // namespace twicetold::align
