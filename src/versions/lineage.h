#pragma once
// Follows every sentence through the versions.

#include <span>
#include <vector>

#include "document/tokenized.h"
#include "versions/history.h"
#include "versions/step.h"

namespace twicetold::versions {

/// `steps` are those of neighbouring versions, in order. A sentence that is gone and comes back later, in the same or nearly the same
/// words, is one lineage. Every body sentence of every version belongs to exactly one. Sorted by first version, then by place
/// in it. O(n log n), and O(gone × new) for those that came back in other words, up to a limit beyond which only the same
/// words count, and `degraded` says so.
[[nodiscard]] std::vector<Lineage> trace_lineage(std::span<const document::Tokenized> versions,
                                                 std::span<const Step> steps, bool& degraded);

}  // namespace twicetold::versions
