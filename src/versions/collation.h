#pragma once
// The collation table: N versions token by token, as textual scholars set them out.

#include <cstdint>
#include <span>
#include <vector>

#include "diff/sequence.h"
#include "document/document.h"
#include "text/ignore.h"
#include "versions/history.h"

namespace twicetold::versions {

/// Half-open run [first, last) of rows of the table, 0-based.
struct RowSpan {
    std::uint32_t first = 0;
    std::uint32_t last = 0;
};

/// Collates the texts. Words weigh more than signs; different words, or different signs, that stand in the same place share a row. The
/// table does not depend on the order of the documents (only its columns follow it). Progressive alignment of each text,
/// in the order of their bytes, to the table so far (Needleman and Wunsch, 1970), between words that are unique on both sides where
/// the window would be large. O(N · n · m) for windows of up to `budget` cells; larger ones without a unique word stand one
/// behind the other, and `coarse` is where.
[[nodiscard]] Collation collate(std::span<const document::Document> documents, text::Ignore ignore,
                                diff::Budget& budget, std::vector<RowSpan>& coarse);

}  // namespace twicetold::versions
