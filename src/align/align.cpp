#include "align/align.h"

#include <utility>

#include "align/anchors.h"
#include "align/gaps.h"
#include "align/leftovers.h"
#include "align/order.h"
#include "align/pairing.h"
#include "align/seams.h"

namespace twicetold::align {

namespace {

/// `before` comes first in canonical order: ties fall the same way in both directions.
Alignment align_bodies(const document::Tokenized& before, const document::Tokenized& after,
                       diff::Budget& budget) {
    Pairing pairing(before, after);
    const Repeated repeated = pair_identical(pairing);
    pair_best_candidates(pairing, repeated);
    grow_passages(pairing, false);
    pairing.choose_backbone();

    std::vector<Stretch> coarse = fill_gaps(pairing, budget);

    pair_best_candidates(pairing, repeated);
    pairing.choose_backbone();
    grow_passages(pairing, true);
    pairing.choose_backbone();
    pair_by_context(pairing);
    pairing.choose_backbone();
    drop_lone_pairs(pairing);
    drop_weak_moves(pairing, repeated);
    join_at_seams(pairing, before, after);

    Alignment alignment = rows_of(pairing);
    alignment.coarse = std::move(coarse);
    return alignment;
}

}  // namespace

bool in_canonical_order(const document::Tokenized& one, const document::Tokenized& other) {
    return one.document->text <= other.document->text;
}

Alignment align(const document::Tokenized& before, const document::Tokenized& after, diff::Budget& budget) {
    const bool canonical = in_canonical_order(before, after);
    Alignment alignment =
        canonical ? align_bodies(before, after, budget) : align_bodies(after, before, budget);
    if (!canonical) mirror(alignment);
    add_front_matter(alignment, before, after);
    put_in_reading_order(alignment);
    return alignment;
}

}  // namespace twicetold::align
