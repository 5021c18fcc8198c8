#pragma once
// Pairs what lies between the links of the backbone: one to one, one to several, several to one, in order.

#include "align/pairing.h"
#include "diff/sequence.h"

namespace twicetold::align {

/// Fills the stretches between neighbouring links of the backbone with a dynamic programme (after Gale and Church, 1993).
/// Links that are alike but not identical were needed to find the order; where the programme can take on the stretch between
/// identical ones, they are released: what looks like one pair may be half of a split. Pairs outside the backbone are set
/// aside, and come back where both sentences are still free.
///
/// Where one document tells the same in far shorter sentences, its stretches are aligned as a retelling: every short sentence
/// goes to the long one that it tells part of, in order.
///
/// Quadratic in the sentences of a stretch, up to `budget` and 2^20 cells; larger ones are cut at sentences with the same
/// words, and the rest of them is left free. False if the budget ran out.
[[nodiscard]] bool fill_gaps(Pairing& pairing, diff::Budget& budget);

}  // namespace twicetold::align
