#pragma once
// Pairs the sentences of two documents: in place, split, merged, moved.
//
// 1. Anchors: sentences with the same words that occur once on each side are paired, wherever they stand; so are mutually best
//    candidates among the rest, and what goes on beside such a pair (anchors.h).
// 2. Backbone: the heaviest rising chain of these pairs; "moved" is what falls outside it, the fewest sentences (pairing.h).
// 3. Gaps: between two links of the backbone a dynamic programme pairs the rest, one to one, one to several and several to
//    one. Where one document tells the same in far shorter sentences, every short one goes to a long one (gaps.h).
// 4. Leftovers: what is left over is paired across the order if it is strongly alike, and never for lines that occur more
//    than once; in place by where it stands (leftovers.h).
//
// Similarity is a weighted Dice coefficient over stems, 2·common / (one + other), with weight log(1 + N / df). After Gale
// and Church (1993) for the programme, patience diff for the anchors.
//
// The result does not depend on the order of the documents: aligning (B, A) gives the mirror image of (A, B).

#include <cstdint>

#include "align/alignment.h"
#include "diff/sequence.h"
#include "document/tokenized.h"

namespace twicetold::align {

/// Aligns titles, bylines and bodies. Both documents must be tokenised with one vocabulary. O(n log n) for texts that mostly
/// correspond; quadratic in the sentences of a stretch without anchors, up to `budget`, then by candidates only.
[[nodiscard]] Alignment align(const document::Tokenized& before, const document::Tokenized& after,
                              diff::Budget& budget);

/// True if `one` comes first in the order in which both directions of a comparison are computed (by their bytes).
[[nodiscard]] bool in_canonical_order(const document::Tokenized& one, const document::Tokenized& other);

}  // namespace twicetold::align
