#pragma once
// First pass: sentences that correspond wherever they stand, found without comparing all with all.

#include <vector>

#include "align/pairing.h"

namespace twicetold::align {

/// True for sentences whose words occur more than once on a side: stock lines, of which no place is the right one.
struct Repeated {
    std::vector<bool> before;
    std::vector<bool> after;
};

/// Pairs the sentences whose words occur exactly once on each side. O(n).
Repeated pair_identical(Pairing& pairing);

/// Pairs free sentences, repeated ones left out, that are each other's best candidates and at least `elsewhere` alike.
/// Candidates share rare stems (an inverted index): O(postings).
void pair_best_candidates(Pairing& pairing, const Repeated& repeated);

/// A passage corresponds as a whole: beside a pair, a weaker likeness is enough. Goes on from every pair, up and down, as long
/// as the next sentences are free and alike:
///
///     before   A B C       after   x A' B' C'      A–A' alike, then B–B' and C–C' by .30, by .20 within one paragraph
///
/// `moved_only`: only from pairs outside the backbone. O(n).
void grow_passages(Pairing& pairing, bool moved_only);

/// The least similarity at which `grow_passages` goes on.
inline constexpr float beside_in_paragraph = 0.20F;

}  // namespace twicetold::align
