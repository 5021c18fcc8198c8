#pragma once
// Which sentences of an outlet are marked, and how, beside another outlet.

#include <cstdint>
#include <vector>

#include "engine/comparison.h"
#include "viewer/coverage_content.h"
#include "viewer/marks.h"

namespace twicetold::viewer {

/// By document and sentence: the claims it mentions.
class ClaimsOfSentences {
public:
    ClaimsOfSentences() = default;
    explicit ClaimsOfSentences(const engine::Comparison& comparison);
    [[nodiscard]] const std::vector<std::uint32_t>& at(std::uint32_t document, std::int32_t sentence) const;

private:
    std::vector<std::vector<std::vector<std::uint32_t>>> claims_;
};

/// Two sentences, one an outlet, that mention the same claims.
struct SentenceLink {
    std::uint32_t before = 0;
    std::uint32_t after = 0;
    bool differs = false;  ///< they contradict each other in one of the claims
    std::vector<std::uint32_t> claims;
};

/// Links between the two outlets by the claims of `shown`, one a pair of sentences.
[[nodiscard]] std::vector<SentenceLink> make_links(const engine::Comparison& comparison,
                                                   const Disputes& disputes,
                                                   const std::vector<std::uint32_t>& shown,
                                                   std::uint32_t before, std::uint32_t after);

/// How a sentence is marked on account of one claim.
[[nodiscard]] MarkKind kind_of_mention(const engine::Comparison& comparison, const Disputes& disputes,
                                       std::uint32_t claim, std::uint32_t document, std::uint32_t sentence,
                                       std::int32_t beside);

/// Marks of one outlet. `shown`: claims that pass the filters; `everything`: no filter is set,
/// so that what is unique, quoted or copied shows too. Grouped as `StepMarks` are.
[[nodiscard]] SideMarks make_coverage_marks(const engine::Comparison& comparison, const Disputes& disputes,
                                            const std::vector<std::uint32_t>& shown, bool everything,
                                            std::uint32_t document, std::int32_t beside,
                                            const SideBlocks& blocks);

}  // namespace twicetold::viewer
