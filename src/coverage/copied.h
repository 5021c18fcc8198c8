#pragma once
// Passages that several documents have word for word, or nearly.

#include <cstdint>
#include <vector>

#include "coverage/story.h"

namespace twicetold::coverage {

/// Two sentences of different documents that are one text, one < other.
struct CopiedPair {
    std::uint32_t one = 0;
    std::uint32_t other = 0;
    bool verbatim = false;  ///< the same words, whatever the signs
};

/// A passage and its copies, with sentences numbered through the story.
struct Passage {
    struct Copy {
        std::uint32_t first = 0;
        std::uint32_t last = 0;  ///< included
    };
    std::vector<Copy> copies;  ///< one of a document at most, in order
    std::uint32_t words = 0;   ///< of the shortest copy
    bool verbatim = false;
};

struct CopiedText {
    std::vector<CopiedPair> pairs;  ///< of sentences, sorted
    std::vector<Passage> passages;  ///< by first copy
};

/// Sentences are one text where most of the words of the longer stand in the other in the same order. Runs of them, in order on
/// both sides, make passages; a single short sentence makes none. Candidates share runs of four words: O(tokens).
[[nodiscard]] CopiedText find_copied(const Story& story);

/// Words of the longest common subsequence of two runs of word numbers. O(n·m).
[[nodiscard]] std::uint32_t common_words(std::span<const std::uint32_t> one,
                                         std::span<const std::uint32_t> other);

}  // namespace twicetold::coverage
