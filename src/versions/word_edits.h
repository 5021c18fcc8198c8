#pragma once
// Which words differ inside a pair of corresponding passages.

#include <cstdint>
#include <vector>

#include "diff/sequence.h"
#include "document/tokenized.h"

namespace twicetold::versions {

/// Half-open run of tokens of one document.
struct TokenSpan {
    std::uint32_t begin = 0;
    std::uint32_t end = 0;

    [[nodiscard]] constexpr bool empty() const { return begin == end; }
    [[nodiscard]] constexpr std::uint32_t size() const { return end - begin; }
};

/// The words `before` were replaced by `after`; one may be empty. Token indexes are absolute in their documents.
struct WordEdit {
    TokenSpan before;
    TokenSpan after;
    bool surface = false;  ///< one token each, alike but for capitals or typography
};

struct WordEdits {
    std::vector<WordEdit> edits;  ///< rising, never overlapping; surface edits may touch others
    bool rewritten =
        false;  ///< so little is kept that the passage is one replacement: then `edits` holds just that
    bool degraded = false;
};

class Reading;

/// When a replacement is shown whole.
enum class Whole : std::uint8_t {
    never,     ///< parts of a split sentence: shown whole they would say less than their words
    sentence,  ///< a sentence of which little is kept
    headline,  ///< a headline, too short for several marks, from the first word that changed to the last
};

/// Compares two passages word by word and makes the result readable (diff/readable.h, edit_passes.h). `canonical`: whether `before` comes
/// first in the canonical order; both directions then give mirrored edits. `whole` says when
/// `rewritten` may be.
[[nodiscard]] WordEdits compare_words(const Reading& before_reading, TokenSpan before_span,
                                      const Reading& after_reading, TokenSpan after_span, bool canonical,
                                      Whole whole, diff::Budget& budget);

}  // namespace twicetold::versions
