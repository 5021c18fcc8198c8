#pragma once
// The word and the sentence at a place: what a double and a triple click select.

#include <cstdint>

#include "viewer/rows.h"

namespace twicetold::viewer {

/// The word that holds the byte, or the sign; of white space the space itself. Empty only in an empty text. O(1).
[[nodiscard]] text::Range word_at(const SideBlocks& side, std::uint32_t offset);

/// Where the next word ends, and where the previous one begins, inside the block: the block's borders beyond the last.
[[nodiscard]] std::uint32_t next_word_end(const SideBlocks& side, std::uint32_t offset);
[[nodiscard]] std::uint32_t previous_word_begin(const SideBlocks& side, std::uint32_t offset);

/// The sentence that holds the byte or stands before it; title and byline are one each. O(log sentences).
[[nodiscard]] text::Range sentence_at(const SideBlocks& side, std::uint32_t offset);

}  // namespace twicetold::viewer
