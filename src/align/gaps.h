#pragma once
// Pairs what lies between the links of the backbone: one to one, one to several, several to one, in order.

#include <vector>

#include "align/alignment.h"
#include "align/pairing.h"
#include "diff/sequence.h"

namespace twicetold::align {

/// Fills the gaps between neighbouring links of the backbone with a dynamic programme (after Gale and Church, 1993).
/// Links that are alike but not identical were needed to find the order; where the programme can take on the gap between
/// identical ones, they are released: what looks like one pair may be half of a split. Pairs outside the backbone are set
/// aside, and come back where both sentences are still free.
///
/// Where one document tells the same in far shorter sentences, its gaps are aligned as a retelling: every short sentence
/// goes to the long one that it tells part of, in order.
///
/// Quadratic in the sentences of a gap, up to `budget` and 2^22 cells; larger ones are cut at sentences with the same
/// words, and the rest of them is left free. Returns the gaps that were, in order.
[[nodiscard]] std::vector<Stretch> fill_gaps(Pairing& pairing, diff::Budget& budget);

}  // namespace twicetold::align
