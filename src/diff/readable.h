#pragma once
// From a minimal edit script to one that reads like an editor's mark-up. Minimal is not readable: letters, articles and commas
// that two wordings happen to share are no agreement. Each pass takes hunks and returns hunks; what is equal stays
// covered. Still integers only: what a token weighs is told by the caller.

#include <cstdint>
#include <span>
#include <vector>

#include "diff/sequence.h"

namespace twicetold::diff {

/// What the passes need to know of a token.
enum class Weight : std::uint8_t {
    sign,      ///< punctuation
    function,  ///< article, preposition, auxiliary …: recurs everywhere
    content,
    fact,  ///< content that is told by itself, like a figure: never joined to its neighbours
};

/// One side: token ids and their weights, of equal length.
struct Sequence {
    std::span<const TokenId> ids;
    std::span<const Weight> weights;
};

/// Slides pure insertions and deletions along equal tokens to the border a reader would choose: behind a sign, and so that the
/// hunk does not end on a function word.
///     before:  …in the morning, in the evening…   [the morning, in] inserted
///     after:   [in the morning,] inserted
[[nodiscard]] std::vector<Hunk> shift_to_borders(std::vector<Hunk> hunks, const Sequence& before,
                                                 const Sequence& after);

/// Joins neighbouring hunks when what stands between them is too slight to be an island: signs and function words only, and
/// fewer of them than what changed around them. A fact that was replaced by a fact stays by itself.
///     before:  [little→short] debate,  [a→the] the [red→green]
///     after:   [a red → the green]
[[nodiscard]] std::vector<Hunk> join_across_islands(const std::vector<Hunk>& hunks, const Sequence& before,
                                                    const Sequence& after);

/// What was inserted on one hand of a slight island and removed on the other is a replacement, island and all.
///     before:  [early signs pointed to a fault and] it was [aware of it and was] working
///     after:   [it was aware of it and → early signs pointed to a fault and it] was working
[[nodiscard]] std::vector<Hunk> join_swaps(const std::vector<Hunk>& hunks, const Sequence& before,
                                           const Sequence& after);

/// Joins three and more hunks that single words keep apart, unless one of them replaces a fact.
///     before:  [has not] said [whether] she [would → will]
///     after:   [said she would → has not said whether she will]
[[nodiscard]] std::vector<Hunk> join_scraps(const std::vector<Hunk>& hunks, const Sequence& before,
                                            const Sequence& after);

/// Share (0 to 1) of the content that both sides keep, by `content` tokens, by function words where there are none. 1 for two
/// empty sequences.
[[nodiscard]] double kept_share(const std::vector<Hunk>& hunks, const Sequence& before,
                                const Sequence& after);

/// Mean length, in words, of the equal runs between and around the hunks; the number of words where there is no hunk. Short
/// runs between many hunks are confetti.
[[nodiscard]] double mean_kept_run(const std::vector<Hunk>& hunks, const Sequence& before);

}  // namespace twicetold::diff
