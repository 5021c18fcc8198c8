#pragma once
// The clauses of a sentence, and which of them say no.

#include <vector>

#include "coverage/conflicts.h"
#include "coverage/story.h"

namespace twicetold::coverage {

/// O(tokens × log terms).
[[nodiscard]] std::vector<Clause> read_clauses(const Story& story, std::uint32_t sentence);

}  // namespace twicetold::coverage
