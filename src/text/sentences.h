#pragma once
// Cutting a paragraph into sentences.
//
// Sentence terminators and closers after UAX #29 (Unicode 15), with the layer that newspapers need: abbreviations and titles
// (Sen., D.C., a.m.), initials, quotations that go on ("…?" she said), ellipses, list numbers, ordinals before month names.
// The abbreviations are those of English, German, French, Spanish, Italian, Portuguese and Dutch news texts; words in
// scripts without case rely on the terminators alone.

#include <cstdint>
#include <string_view>
#include <vector>

#include "text/range.h"

namespace twicetold::text {

/// Cuts text[range] (one paragraph of valid UTF-8) into sentences that cover it without gap: white space hangs on the
/// sentence it follows, and no piece is without a letter or digit unless the whole paragraph is. Appends absolute ranges
/// to `out`; nothing for an empty range. O(length).
void append_sentences(std::string_view text, Range range, std::vector<Range>& out);

/// `range` without the white space at both ends (but for a space that carries a combining mark).
[[nodiscard]] Range trimmed(std::string_view text, Range range);

}  // namespace twicetold::text
