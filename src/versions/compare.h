#pragma once
// From an aligned pair of versions to what an editor would say changed.

#include "diff/sequence.h"
#include "document/tokenized.h"
#include "versions/step.h"

namespace twicetold::versions {

struct StepResult {
    Step step;
    bool degraded = false;
};

/// Aligns the two versions, compares the words of what corresponds, classifies the changes and writes the lossless script.
/// Both must be tokenised with one vocabulary. Comparing (after, before) finds the mirror image. O(n log n) for versions of
/// one article; see `align::align` and `diff::compare` for the worst case.
[[nodiscard]] StepResult compare(const document::Tokenized& before, const document::Tokenized& after,
                                 diff::Budget& budget);

}  // namespace twicetold::versions
