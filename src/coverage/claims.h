#pragma once
// From linked pairs of sentences to claims: groups over any number of documents whose mentions all say the same thing.

#include <cstdint>
#include <vector>

#include "coverage/conflicts.h"
#include "coverage/copied.h"
#include "coverage/links.h"
#include "coverage/story.h"

namespace twicetold::coverage {

/// Two sentences of different documents that mention one claim, one < other.
struct Link {
    std::uint32_t one = 0;
    std::uint32_t other = 0;
    std::int32_t score = 0;  ///< log-odds in 1/256
};

// Log-odds in 1/256 from which a pair is linked, and to which it must come up to stand in a claim whose other mentions are
// linked. Both were chosen with the weights, see links.cpp.
inline constexpr std::int32_t least_link = -90;
inline constexpr std::int32_t least_companion = -330;
/// A sentence is unique where nothing comes up to this.
inline constexpr std::int32_t least_doubt = -180;

/// What the sentences of one claim are, by rising sentence.
struct ClaimGroup {
    std::vector<std::uint32_t> sentences;
    std::int32_t score = 0;  ///< mean over the pairs, log-odds in 1/256
};

/// The scored pairs that may stand in a claim, in their order.
[[nodiscard]] std::vector<Link> make_links(const std::vector<ScoredPair>& scored);

/// Covers all links by groups in which (nearly) every two sentences of different documents are linked: greedily, from the strongest
/// link on. A sentence may be in several.
[[nodiscard]] std::vector<ClaimGroup> group_claims(const Story& story, const std::vector<Link>& links);

/// Of each sentence of the group, whether it differs from what the others say: where tellings contradict each other, all differ
/// but those that more independent tellings go with than with any that contradicts them. Reprints are one telling.
[[nodiscard]] std::vector<Difference> differences_of(const Story& story, const ClaimGroup& group,
                                                     const Conflicts& conflicts, const CopiedText& copied);

/// Documents of a group, those joined that reprint one passage.
[[nodiscard]] Groups origins_of(const Story& story, const ClaimGroup& group, const CopiedText& copied);

}  // namespace twicetold::coverage
