#include "align/leftovers.h"

#include <utility>

namespace twicetold::align {

namespace {

// Similarity of sentences that are paired by where they stand. Chosen on the dev half of ArgRewrite (where such pairs below .18
// are as often false as true) and the public version histories (where editors rewrite a sentence beyond recognition and leave
// it in its place).
constexpr float between_links = 0.18F;
constexpr float same_place = 0.05F;

/// A pair in place below this needs a neighbour that corresponds as well: of those that stand alone among sentences without a
/// counterpart, eight are false and two true on the dev half of ArgRewrite. .45 loses as many true ones of the histories.
constexpr float alone_in_place = 0.38F;

/// Words a moved sentence must have: shorter ones recur by chance.
constexpr std::uint32_t shortest_move = 3;

/// The only free sentence of [first, last); `none` if there is no such or several.
std::uint32_t only_free(const std::vector<std::uint32_t>& partner, std::uint32_t first, std::uint32_t last) {
    std::uint32_t found = none;
    for (std::uint32_t k = first; k < last; ++k) {
        if (partner[k] != none) continue;
        if (found != none) return none;
        found = k;
    }
    return found;
}

bool begins_paragraph(const std::vector<std::uint32_t>& paragraph, std::uint32_t k) {
    return k == 0 || paragraph[k - 1] != paragraph[k];
}
bool ends_paragraph(const std::vector<std::uint32_t>& paragraph, std::uint32_t k) {
    return k + 1 == paragraph.size() || paragraph[k + 1] != paragraph[k];
}

/// Do both stand at the same place of a paragraph, beside at least one pair?
bool at_same_place(const Pairing& pairing, std::uint32_t i, std::uint32_t j) {
    const auto& before = pairing.paragraphs_before();
    const auto& after = pairing.paragraphs_after();
    const bool begins = begins_paragraph(before, i) || begins_paragraph(after, j);
    const bool ends = ends_paragraph(before, i) || ends_paragraph(after, j);
    const bool above = !begins && pairing.linked(i - 1, j - 1);
    const bool below = !ends && pairing.linked(i + 1, j + 1);
    const bool both_begin = begins_paragraph(before, i) && begins_paragraph(after, j);
    const bool both_end = ends_paragraph(before, i) && ends_paragraph(after, j);
    return (above && (below || both_end)) || (below && both_begin);
}

/// One free sentence on each side between neighbouring links of the backbone.
void pair_between_links(Pairing& pairing) {
    std::vector<Pair> chain;
    for (const Pair& pair : pairing.pairs()) {
        if (pair.in_chain) chain.push_back(pair);
    }
    chain.push_back({pairing.before().size(), 0, pairing.after().size(), 0});
    std::uint32_t before = 0;
    std::uint32_t after = 0;
    for (const Pair& link : chain) {
        const std::uint32_t i = only_free(pairing.partner_before(), before, link.before);
        const std::uint32_t j = only_free(pairing.partner_after(), after, link.after);
        before = link.before_end();
        after = link.after_end();
        if (i == none || j == none) continue;
        const float s = pairing.similarity(i, j);
        if (s >= between_links) pairing.add_single(i, j, s, Reason::context);
    }
}

void pair_at_same_place(Pairing& pairing) {
    const auto try_pair = [&](std::uint32_t i, std::uint32_t j) {
        if (i >= pairing.before().size() || j >= pairing.after().size()) return;
        if (!pairing.both_free(i, j) || !at_same_place(pairing, i, j)) return;
        const float s = pairing.similarity(i, j);
        if (s >= same_place) pairing.add_single(i, j, s, Reason::context);
    };
    const std::size_t known = pairing.pairs().size();
    for (std::size_t k = 0; k < known; ++k) {
        const Pair pair = pairing.pairs()[k];
        try_pair(pair.before - 1, pair.after - 1);
        try_pair(pair.before_end(), pair.after_end());
    }
}

}  // namespace

void pair_by_context(Pairing& pairing) {
    pair_between_links(pairing);
    pair_at_same_place(pairing);
}

void drop_lone_pairs(Pairing& pairing) {
    std::vector<Pair> kept;
    for (const Pair& pair : pairing.pairs()) {
        const bool weak = pair.one_to_one() && pair.in_chain && pair.reason == Reason::similar &&
                          pair.similarity < alone_in_place;
        const bool above = pairing.linked(pair.before - 1, pair.after - 1);
        const bool below = pairing.linked(pair.before + 1, pair.after + 1);
        const bool framed = pair.before + pair.after == 0 || (pair.before_end() == pairing.before().size() &&
                                                              pair.after_end() == pairing.after().size());
        if (!weak || above || below || framed) kept.push_back(pair);
    }
    pairing.replace(std::move(kept));
}

void drop_weak_moves(Pairing& pairing, const Repeated& repeated) {
    const auto moved = [&](std::uint32_t i, std::uint32_t j) {
        return pairing.linked(i, j) && !pairing.pairs()[pairing.partner_before()[i]].in_chain;
    };
    std::vector<Pair> kept;
    for (const Pair& pair : pairing.pairs()) {
        if (!pair.in_chain) {
            if (!pair.one_to_one() || repeated.before[pair.before] || repeated.after[pair.after]) continue;
            const bool beside_another =
                moved(pair.before - 1, pair.after - 1) || moved(pair.before + 1, pair.after + 1);
            if (!beside_another &&
                (pair.similarity < elsewhere || pairing.before().words[pair.before] < shortest_move))
                continue;
        }
        kept.push_back(pair);
    }
    pairing.replace(std::move(kept));
}

}  // namespace twicetold::align
