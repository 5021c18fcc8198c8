#pragma once
// Quantities in two ways of writing.

#include "versions/reading.h"

namespace twicetold::versions {

/// Do both spans, of at most five tokens, hold one amount each and nothing else, and the same? "2,000" and "2000", "5 per cent" and
/// "5%", "$1.5 million" and "$1,500,000", or only the unit, "Prozent" and "%". Units are compared by the commonest signs and words of English, French, German and Spanish.
[[nodiscard]] bool is_same_amount(const Reading& before, TokenSpan b, const Reading& after, TokenSpan a);

}  // namespace twicetold::versions
