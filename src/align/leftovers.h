#pragma once
// Last passes: what is still free beside pairs that are known, and which pairs outside the order may stand as moves.

#include "align/anchors.h"
#include "align/pairing.h"

namespace twicetold::align {

/// Pairs free sentences by where they stand, whatever little they have in common:
/// - one on each side between two links of the backbone;
/// - both at the same place of a paragraph: above and below stand sentences that correspond, or both begin or end it.
/// The pairs of the backbone must be up to date. O(n).
void pair_by_context(Pairing& pairing);

/// Takes back weak pairs of the backbone that stand alone: neither the sentences above nor those below correspond. O(n).
void drop_lone_pairs(Pairing& pairing);

/// Takes back the pairs outside the backbone that are no sure moves: a move is one to one, occurs once, and is strongly alike and
/// long enough, or beside another that moved along. O(n).
void drop_weak_moves(Pairing& pairing, const Repeated& repeated);

}  // namespace twicetold::align
