#pragma once
// Writes the lossless edit script of a step, operation by operation.

#include <cstdint>
#include <vector>

#include "document/tokenized.h"
#include "versions/step.h"
#include "versions/word_edits.h"

namespace twicetold::versions {

/// A stretch between words that differs: white space, block mark-up, what is ignored.
struct GapChange {
    Range before;
    Range after;
};

/// Builds `Step::edits` from left to right. Every call continues where the last one ended, on both sides, so that the result
/// covers both texts by construction.
class ScriptWriter {
public:
    ScriptWriter(const document::Tokenized& before, const document::Tokenized& after, Step& step);

    /// Everything up to `end` of the old text is gone; `move` is its move or -1.
    void remove_until(std::uint32_t end, std::int32_t move);
    /// Everything up to `end` of the new text is new; for a move, with the edits inside it.
    void insert_until(std::uint32_t end, std::int32_t move, const std::vector<InnerEdit>& inner);
    /// A pair of corresponding passages, with the gaps in front of them.
    void pair(TokenSpan before_tokens, std::uint32_t before_end, TokenSpan after_tokens,
              std::uint32_t after_end, const std::vector<WordEdit>& edits);
    /// The rest of both texts, which holds no words.
    void finish();

    /// Gaps that differ and are not ignored, in order.
    [[nodiscard]] const std::vector<GapChange>& gap_changes() const { return gap_changes_; }

private:
    void equal(std::uint32_t before_end, std::uint32_t after_end);
    void emit(EditOperation operation, std::uint32_t before_end, std::uint32_t after_end, std::int32_t move);
    /// White space up to both ends. `listed`: a difference counts as a change of its own, not as part of the words beside it.
    void gap(std::uint32_t before_end, std::uint32_t after_end, bool listed = true);
    void replace(const WordEdit& edit, std::uint32_t before_limit, std::uint32_t after_limit);
    [[nodiscard]] bool gaps_equal(Range before, Range after, bool& exactly) const;

    const document::Tokenized& before_;
    const document::Tokenized& after_;
    Step& step_;
    std::uint32_t at_before_ = 0;
    std::uint32_t at_after_ = 0;
    std::vector<GapChange> gap_changes_;
};

}  // namespace twicetold::versions
