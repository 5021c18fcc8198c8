#pragma once
// What a reader takes for one character: the extended grapheme clusters of UAX #29 (revision 43, Unicode 15.1), Indic
// conjuncts included. Tested against GraphemeBreakTest.txt of the Unicode Character Database.

#include <cstdint>
#include <string_view>
#include <vector>

#include "text/range.h"

namespace twicetold::viewer {

/// Beyond the rules of 15.1, stacked consonants of Khmer, Myanmar and Tai Tham are one cluster, as in Unicode 16.
/// Tells code point by code point where a cluster begins.
class ClusterBorders {
public:
    /// Whether a cluster begins before `c`, the next code point; true for the first.
    [[nodiscard]] bool before(char32_t c);

private:
    std::uint8_t previous_ = 0xFF;  // ClusterClass; 0xFF: nothing yet
    bool pictograph_ = false;       // Extended_Pictographic Extend* stands before
    std::uint8_t conjunct_ = 0;     // 1: consonant, 2: consonant and linker, marks between
    bool stacked_ = false;          // a sign stands before that puts the next consonant below the last
    std::uint32_t indicators_ = 0;  // regional indicators right before
};

/// Borders between the clusters of `text[range]`, both ends left out: absolute byte offsets, rising. O(length).
[[nodiscard]] std::vector<std::uint32_t> cluster_borders(std::string_view text, text::Range range);

}  // namespace twicetold::viewer
