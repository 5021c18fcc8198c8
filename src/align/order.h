#pragma once
// From pairs to the rows of the result, in the order in which a reader meets them.

#include "align/alignment.h"
#include "align/pairing.h"
#include "document/tokenized.h"

namespace twicetold::align {

/// Rows of all sentences of both bodies, sorted by `before`; those without a `before` follow, sorted by `after`. Neighbouring
/// pairs outside the backbone make one move. O(n).
[[nodiscard]] Alignment rows_of(const Pairing& pairing);

/// Swaps before and after.
void mirror(Alignment& alignment);

/// Title to title, byline to byline, however they differ.
void add_front_matter(Alignment& alignment, const document::Tokenized& before,
                      const document::Tokenized& after);

/// Reading order of the later version, rows and moves; a removed row stands behind the row of what preceded it before.
/// O(n log n).
void put_in_reading_order(Alignment& alignment);

}  // namespace twicetold::align
