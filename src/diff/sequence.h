#pragma once
// Edit scripts between two sequences of interned tokens. This layer knows integers, never text.
//
//     diff::Budget budget{diff::default_budget};
//     diff::EditScript script = diff::compare(before, after, budget);
//     for (const diff::Hunk& hunk : script.hunks) …   // everything outside the hunks is equal
//
// How: common ends are trimmed; windows small enough are solved exactly (dtl up to `dtl_window` tokens, a bit-parallel LCS
// after Hyyrö, "Bit-parallel LCS-length computation revisited", 2004, above). Of larger ones, tokens that the other side
// lacks are left out first; a few changes among tokens that repeat are found greedily (greedy.h); otherwise they are cut at
// tokens that occur once on each side and stand in the same order (patience). A window that is still too large for the
// budget becomes one hunk, and the script says `degraded`. Do not use it for sequences that were reordered: it finds no moves.

#include <cstdint>
#include <span>
#include <vector>

namespace twicetold::diff {

using TokenId = std::uint32_t;

/// before[before_begin, before_end) was replaced by after[after_begin, after_end); one of them may be empty, not both.
/// 0-based token indexes.
struct Hunk {
    std::uint32_t before_begin = 0;
    std::uint32_t before_end = 0;
    std::uint32_t after_begin = 0;
    std::uint32_t after_end = 0;

    [[nodiscard]] constexpr std::uint32_t removed() const { return before_end - before_begin; }
    [[nodiscard]] constexpr std::uint32_t added() const { return after_end - after_begin; }
    friend constexpr bool operator==(const Hunk&, const Hunk&) = default;
};

struct EditScript {
    std::vector<Hunk> hunks;  ///< rising, never touching
    bool degraded = false;    ///< not minimal somewhere, because the budget ran out
};

/// Work that may still be done, in units of one 64-cell word of the bit-parallel table (about a nanosecond).
struct Budget {
    std::uint64_t left = 0;
};

/// Enough for any two sequences of 30,000 unrelated tokens.
inline constexpr std::uint64_t default_budget = 1ULL << 26U;

/// Windows of up to this many tokens (both sides together) are dtl's.
inline constexpr std::size_t dtl_window = 64;

/// Shortest edit script (fewest tokens removed and added), exact unless `degraded` or a window had to be anchored (more than
/// about 12,000 × 12,000 differing tokens). Time O(n·m/64) inside windows, memory n·m/8 bytes, 16 MiB at most.
[[nodiscard]] EditScript compare(std::span<const TokenId> before, std::span<const TokenId> after,
                                 Budget& budget);

}  // namespace twicetold::diff
