#include "coverage/evidence.h"

#include <algorithm>

#include "coverage/claims.h"

namespace twicetold::coverage {

namespace {

/// Counts up to this many are of many things.
constexpr double small_number = 999;

struct Shared {
    std::uint32_t words = 0;
    std::uint32_t names = 0;
    std::uint32_t numbers = 0;
    std::uint32_t great_numbers = 0;
};

Shared shared_by(const Story& story, std::uint32_t one, std::uint32_t other) {
    Shared shared;
    for (const StoryTerm& term : story.terms_of(one)) {
        const auto counterparts = story.terms_of(other);
        const auto has = [&](auto wanted) {
            return std::any_of(counterparts.begin(), counterparts.end(), [&](const StoryTerm& each) {
                return wanted(each) && story.strength(term.stem, each.stem) > 0;
            });
        };
        if (term.quantity >= 0) {
            const Quantity& quantity = story.quantities[static_cast<std::size_t>(term.quantity)];
            if (!has([](const StoryTerm& each) { return each.quantity >= 0; })) continue;
            ++shared.numbers;
            if (quantity.dimension != Dimension::count || quantity.value > small_number)
                ++shared.great_numbers;
        } else if (term.kind == TermKind::name) {
            shared.names += has([](const StoryTerm& each) { return each.kind == TermKind::name; }) ? 1 : 0;
        } else if (term.telling) {
            shared.words +=
                has([](const StoryTerm& each) { return each.telling || each.kind == TermKind::name; }) ? 1
                                                                                                       : 0;
        }
    }
    return shared;
}

/// The less two sentences share, the surer the score must be, log-odds in 1/256.
std::int32_t least_score(const Shared& shared) {
    constexpr std::int32_t never = 1U << 20U;
    if (shared.words >= 2 || (shared.words == 1 && shared.names + shared.numbers > 0)) return least_companion;
    if (shared.words == 1) return 0;
    if (shared.great_numbers > 0) return shared.names + shared.numbers >= 2 ? least_companion : 100;
    if (shared.numbers > 0) return shared.names > 0 ? 240 : never;
    return shared.names >= 3 ? 0 : never;
}

}  // namespace

void drop_bare_pairs(const Story& story, std::vector<ScoredPair>& scored) {
    for (ScoredPair& pair : scored) {
        if (pair.score < least_companion) continue;
        if (pair.score < least_score(shared_by(story, pair.one, pair.other)))
            pair.score = std::min(pair.score, least_companion - 1);
    }
}

}  // namespace twicetold::coverage
