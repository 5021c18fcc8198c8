#pragma once
// The clauses of a sentence, and which of them say no.

#include <cstdint>
#include <vector>

#include "coverage/conflicts.h"
#include "coverage/story.h"

namespace twicetold::coverage {

/// What a word does between clauses, as bits.
enum class WordMark : std::uint8_t {
    conjunction = 1U << 0U,   ///< opens another clause
    continuation = 1U << 1U,  ///< what follows still belongs to the verb before: "denied that he lied"
    irreal = 1U << 2U,        ///< "could have": neither yes nor no
    agent = 1U << 3U,         ///< "by": who did it follows, where the verb is passive
    symmetric = 1U << 4U,     ///< "met": it does not matter who comes first
};

/// Bits of WordMark by entry of the vocabulary. O(entries).
[[nodiscard]] std::vector<std::uint8_t> mark_words(const Story& story);
[[nodiscard]] constexpr bool has_mark(std::uint8_t marks, WordMark mark) {
    return (marks & static_cast<std::uint8_t>(mark)) != 0;
}

/// O(tokens × log terms).
[[nodiscard]] std::vector<Clause> read_clauses(const Story& story, const std::vector<std::uint8_t>& marks,
                                               std::uint32_t sentence);

}  // namespace twicetold::coverage
