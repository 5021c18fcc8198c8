#pragma once
// The order of mixed directions: the Unicode Bidirectional Algorithm, UAX #9 (revision 48, Unicode 15.1), over the code
// points of one paragraph. Tested against BidiTest.txt and BidiCharacterTest.txt of the Unicode Character Database.

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "engine/comparison.h"
#include "viewer/viewer.h"

namespace twicetold::viewer {

/// Direction of the first strong letter that stands in no isolate (rules P2 and P3); none without one. O(length), and as
/// a rule done after a few letters.
[[nodiscard]] std::optional<Direction> strong_direction(std::string_view text);

/// Direction in which a document as a whole is set: that of the language it declares, else the one in which most of its
/// letters are written. Its paragraphs have directions of their own. O(length) where no language is declared.
[[nodiscard]] Direction document_direction(const engine::Document& document);

/// Embedding level of every code point (rules X1 to I2, and L1 as if the paragraph were one line); odd: right to left.
/// `paragraph`: without line separators that end it, but for a last one. What X9 removes has the level of what precedes
/// it. O(length), where brackets nest no deeper than the 63 that UAX #9 looks at.
[[nodiscard]] std::vector<std::uint8_t> embedding_levels(std::span<const char32_t> paragraph, Direction base);

}  // namespace twicetold::viewer
