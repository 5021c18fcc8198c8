#pragma once
// From an aligned pair of versions to what an editor would say changed.

#include <vector>

#include "diff/sequence.h"
#include "document/tokenized.h"
#include "versions/step.h"

namespace twicetold::versions {

struct StepResult {
    Step step;
    /// Where the budget ran out, in reading order of the later version, neighbouring ones joined:
    std::vector<align::Stretch> loosely_paired;  ///< only sentences that are much alike were paired
    std::vector<align::Stretch> replaced;  ///< paired, but some of their words are shown as replaced unseen

    [[nodiscard]] bool degraded() const { return !loosely_paired.empty() || !replaced.empty(); }
};

/// Aligns the two versions, compares the words of what corresponds, classifies the changes and writes the lossless script.
/// Both must be tokenised with one vocabulary. Comparing (after, before) finds the mirror image. O(n log n) for versions of
/// one article; see `align::align` and `diff::compare` for the worst case.
[[nodiscard]] StepResult compare(const document::Tokenized& before, const document::Tokenized& after,
                                 diff::Budget& budget);

}  // namespace twicetold::versions
