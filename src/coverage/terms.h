#pragma once
// Words by which one document stands out against the others.

#include <vector>

#include "coverage/coverage_result.h"
#include "coverage/story.h"

namespace twicetold::coverage {

/// Weighted log-odds with an informative Dirichlet prior (Monroe, Colaresi and Quinn 2008, "Fightin' words", equations 15 to 22):
/// each document against all others, the prior being the words of all together. Stems with z ≥ 1.645 that stand there twice or
/// more, at most twelve a document, strongest first. Written as their first occurrence in the document. O(terms × documents).
[[nodiscard]] std::vector<DistinctiveTerm> find_terms(const Story& story);

}  // namespace twicetold::coverage
