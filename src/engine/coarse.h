#pragma once
// Says where, and why, a comparison is coarser than it could be.

#include <string>
#include <vector>

#include "versions/collation.h"
#include "versions/compare.h"

namespace twicetold::engine {

/// A message for each kind of coarseness of the step; the texts are called `before` and `after`. Sentences are counted from 1, as
/// readers do. The first few stretches are named, the others counted. O(stretches).
///
///     from old.txt to new.txt: sentences 12–40 of old.txt and 10–38 of new.txt are too many to compare each with each, so only
///     those that are much alike were paired
[[nodiscard]] std::vector<std::string> describe_coarseness(const std::string& before,
                                                           const std::string& after,
                                                           const versions::StepResult& result);

/// The same for the collation table, if any of its rows are coarse. Rows are counted from 1.
[[nodiscard]] std::string describe_coarseness(const std::vector<versions::RowSpan>& rows);

}  // namespace twicetold::engine
