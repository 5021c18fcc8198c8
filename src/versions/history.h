#pragma once
// What became of every sentence over N versions, and the versions' words side by side: results, as plain data without code.

#include <cstdint>
#include <vector>

#include "text/range.h"

namespace twicetold::versions {

/// A sentence of one version. Both indexes 0-based.
struct SentencePlace {
    std::uint32_t version = 0;
    std::uint32_t sentence = 0;
    friend constexpr bool operator==(const SentencePlace&, const SentencePlace&) = default;
};

enum class Fate : std::uint8_t {
    kept,      ///< stands in the last version, and in every one since it came
    removed,   ///< gone before the last version
    returned,  ///< stands in the last version, but was gone in between
};

/// One sentence through the versions, as blame shows a line. Where it was split or merged, all its parts belong to one lineage.
struct Lineage {
    std::uint32_t first = 0;               ///< version in which it was born
    std::uint32_t last = 0;                ///< last version in which it stands
    std::vector<SentencePlace> sentences;  ///< by version, then by place in it
    std::vector<std::uint32_t> edited;     ///< versions whose wording differs from the one before
    Fate fate = Fate::kept;
};

/// N versions token by token. Row r, version v is cells[r * versions + v]: a range of that version's text, empty where it
/// has nothing there. Reading a column downwards gives every token of that version in order.
struct Collation {
    std::uint32_t versions = 0;
    std::vector<text::Range> cells;

    [[nodiscard]] std::size_t rows() const { return versions == 0 ? 0 : cells.size() / versions; }
};

}  // namespace twicetold::versions
