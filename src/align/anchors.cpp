#include "align/anchors.h"

#include <algorithm>
#include <unordered_map>

#include "align/postings.h"

namespace twicetold::align {

namespace {

/// A stem that stands in more sentences than this is no candidate's evidence.
constexpr std::uint32_t rare = 24;
/// Words a sentence must have to be found elsewhere: shorter ones recur by chance.
constexpr std::uint32_t fewest_words = 3;

struct Candidate {
    std::uint32_t partner = none;
    float similarity = 0;
};

/// One side of the search.
struct Side {
    const Features& features;
    const std::vector<std::uint32_t>& partner;
    const std::vector<bool>& repeated;

    [[nodiscard]] bool searched(std::uint32_t sentence) const {
        return partner[sentence] == none && !repeated[sentence];
    }
    /// Longer sentences are found elsewhere, too.
    [[nodiscard]] bool may_move(std::uint32_t sentence) const {
        return searched(sentence) && features.words[sentence] >= fewest_words;
    }
};

/// Best partner of the `wanted` sentences of `one` among the free ones of `other`.
template <typename Wanted>
std::vector<Candidate> best_candidates(const Side& one, const Side& other,
                                       const std::vector<std::uint32_t>& frequency, Postings& postings,
                                       Wanted wanted) {
    postings.build(
        other.features, 0, other.features.size(), [&](std::uint32_t s) { return other.searched(s); },
        [&](std::uint32_t stem) { return frequency[stem] <= rare; });
    std::vector<Candidate> best(one.features.size());
    std::vector<Evidence> score(other.features.size(), 0);
    std::vector<std::uint32_t> touched;
    for (std::uint32_t i = 0; i < one.features.size(); ++i) {
        if (!wanted(i)) continue;
        touched.clear();
        for (const Term& term : one.features.of(i)) {
            for (const Posting& posting : postings.of(term.stem)) {
                if (score[posting.sentence] == 0) touched.push_back(posting.sentence);
                score[posting.sentence] += term.weight;
            }
        }
        for (const std::uint32_t j : touched) {
            const Evidence one_total = one.features.total[i];
            const Evidence other_total = other.features.total[j];
            // The rare part alone bounds nothing, but a pair that shares little of it is no strong one.
            if (score[j] * 4 > std::min(one_total, other_total)) {
                const float s =
                    dice(common_weight(one.features.of(i), other.features.of(j)), one_total, other_total);
                if (s > best[i].similarity || (s == best[i].similarity && j < best[i].partner))
                    best[i] = {j, s};
            }
            score[j] = 0;
        }
    }
    return best;
}

/// Do the sentences before or behind these two, in their own paragraphs, correspond to each other?
bool paragraph_agrees(const Pairing& pairing, std::uint32_t i, std::uint32_t j) {
    const auto& before = pairing.paragraphs_before();
    const auto& after = pairing.paragraphs_after();
    const auto agrees = [&](std::uint32_t x, std::uint32_t y) {
        return pairing.linked(x, y) && before[x] == before[i] && after[y] == after[j];
    };
    return (i > 0 && j > 0 && agrees(i - 1, j - 1)) || agrees(i + 1, j + 1);
}

}  // namespace

Repeated pair_identical(Pairing& pairing) {
    struct Occurrence {
        std::uint32_t after = none;
        std::uint32_t before_count = 0;
        std::uint32_t after_count = 0;

        [[nodiscard]] bool repeated() const { return before_count > 1 || after_count > 1; }
    };
    const Features& before = pairing.before();
    const Features& after = pairing.after();
    std::unordered_map<std::uint64_t, Occurrence> occurrences;
    occurrences.reserve(before.size() + after.size());
    for (std::uint32_t i = 0; i < before.size(); ++i) ++occurrences[before.hash[i]].before_count;
    for (std::uint32_t j = 0; j < after.size(); ++j) {
        Occurrence& o = occurrences[after.hash[j]];
        o.after = j;
        ++o.after_count;
    }
    Repeated repeated{std::vector<bool>(before.size()), std::vector<bool>(after.size())};
    for (std::uint32_t i = 0; i < before.size(); ++i) {
        const Occurrence& o = occurrences[before.hash[i]];
        repeated.before[i] = o.repeated();
        if (o.after_count == 1 && !o.repeated() && before.words[i] > 0)
            pairing.add_single(i, o.after, 1.0F, Reason::identical);
    }
    for (std::uint32_t j = 0; j < after.size(); ++j)
        repeated.after[j] = occurrences[after.hash[j]].repeated();
    return repeated;
}

void pair_best_candidates(Pairing& pairing, const Repeated& repeated) {
    const Side before{pairing.before(), pairing.partner_before(), repeated.before};
    const Side after{pairing.after(), pairing.partner_after(), repeated.after};
    Postings postings(pairing.frequency().size());
    const std::vector<Candidate> forward = best_candidates(
        before, after, pairing.frequency(), postings, [&](std::uint32_t i) { return before.may_move(i); });
    // Few sentences of two texts that hardly correspond are alike enough to ask back.
    std::vector<bool> chosen(after.features.size());
    for (const Candidate& c : forward) {
        if (c.partner != none && c.similarity >= elsewhere) chosen[c.partner] = true;
    }
    const std::vector<Candidate> backward =
        best_candidates(after, before, pairing.frequency(), postings,
                        [&](std::uint32_t j) { return chosen[j] && after.may_move(j); });
    for (std::uint32_t i = 0; i < forward.size(); ++i) {
        const Candidate& c = forward[i];
        if (c.partner == none || c.similarity < elsewhere || backward[c.partner].partner != i) continue;
        pairing.add_single(i, c.partner, c.similarity, Reason::similar);
    }
}

void grow_passages(Pairing& pairing, bool moved_only) {
    for (std::size_t k = 0; k < pairing.pairs().size(); ++k) {
        const Pair start = pairing.pairs()[k];
        if (moved_only && start.in_chain) continue;
        const auto grow = [&](std::uint32_t i, std::uint32_t j, std::uint32_t step) {
            // Going up from the first sentence wraps round to the largest number, which ends it.
            for (; i < pairing.before().size() && j < pairing.after().size() && pairing.both_free(i, j);
                 i += step, j += step) {
                const float s = pairing.similarity(i, j);
                if (s < (paragraph_agrees(pairing, i, j) ? beside_in_paragraph : in_place)) return;
                pairing.add_single(i, j, s, Reason::similar);
            }
        };
        grow(start.before - 1, start.after - 1, 0U - 1U);
        grow(start.before_end(), start.after_end(), 1);
    }
}

}  // namespace twicetold::align
