#pragma once
// What two sentences must share, beside a score, before they may be called one claim.

#include <vector>

#include "coverage/links.h"
#include "coverage/story.h"

namespace twicetold::coverage {

/// Takes the scores of pairs that only share what every story is full of (a title, the place, one small number) below what is
/// linked or in doubt. O(pairs × terms²), of the promising pairs only.
void drop_bare_pairs(const Story& story, std::vector<ScoredPair>& scored);

}  // namespace twicetold::coverage
