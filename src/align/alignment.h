#pragma once
// Which sentences of two documents correspond: the result, as plain data without code.

#include <cstdint>
#include <vector>

namespace twicetold::align {

/// The sentence index that stands for the title and for the byline.
inline constexpr std::int32_t title_sentence = -1;
inline constexpr std::int32_t byline_sentence = -2;

/// Half-open run [first, last) of sentences of one document. The title is [-1, 0), the byline [-2, -1).
struct SentenceSpan {
    std::int32_t first = 0;
    std::int32_t last = 0;

    [[nodiscard]] constexpr bool empty() const { return first == last; }
    [[nodiscard]] constexpr std::int32_t size() const { return last - first; }
    friend constexpr bool operator==(const SentenceSpan&, const SentenceSpan&) = default;
};

/// How the sentences of one group correspond.
enum class Relation : std::uint8_t {
    same,       ///< equal, but for what `options.ignore` names
    edited,     ///< one sentence to one, some words differ
    rewritten,  ///< one to one, so little is left that it is shown whole
    split,      ///< one to several
    merged,     ///< several to one
    added,      ///< no counterpart before
    removed,    ///< no counterpart after
};

/// Why two groups of sentences were paired.
enum class Reason : std::uint8_t {
    identical,  ///< the same words
    similar,    ///< enough words in common, in order
    context,    ///< few words in common, but both stand between neighbours that correspond
    none,       ///< added or removed
};

/// One row of the alignment. All rows of a step, in reading order of the later version (removed ones
/// stand behind the row of what preceded them before), cover every sentence of both documents once.
struct AlignmentGroup {
    SentenceSpan before;
    SentenceSpan after;
    Relation relation = Relation::same;
    Reason reason = Reason::identical;
    std::int32_t move = -1;   ///< index into `Step::moves`, -1 where in place
    float similarity = 1.0F;  ///< 0 to 1, symmetric
};

/// A run of neighbouring sentences found elsewhere. Groups with this index say which is which.
struct Move {
    SentenceSpan before;
    SentenceSpan after;
};

/// Sentences of both documents that were compared less closely than others. At least one side is not empty.
struct Stretch {
    SentenceSpan before;
    SentenceSpan after;
    friend constexpr bool operator==(const Stretch&, const Stretch&) = default;
};

struct Alignment {
    std::vector<AlignmentGroup> groups;
    std::vector<Move> moves;
    /// Too large to compare each sentence with each: what is less than much alike in them may stand as removed and added. In
    /// reading order, not touching.
    std::vector<Stretch> coarse;
};

}  // namespace twicetold::align
