#pragma once
// What changed from one version to the next: the result, as plain data without code.

#include <cstdint>
#include <vector>

#include "align/alignment.h"
#include "text/range.h"

namespace twicetold::versions {

using align::AlignmentGroup;
using align::Move;
using text::Range;

enum class ChangeKind : std::uint8_t {
    figure,
    date,
    name,
    quote,
    attribution,
    hedge,
    negation,
    wording,
    spelling,
    punctuation,
    typography,
    headline,
    byline,
    addition,
    removal,
    move,
    correction_note,
};

enum class Significance : std::uint8_t { substantive, cosmetic };

/// One side of a change: the words that differ, in one sentence (the first one, for a run).
struct ChangeSide {
    std::int32_t sentence = 0;  ///< index over the body; title_sentence, byline_sentence
    Range range;                ///< absolute, in the document's text
    bool present = false;       ///< false: this side has nothing (JSON null)
};

/// One change as an editor would count it.
struct Change {
    ChangeKind kind = ChangeKind::wording;
    Significance significance = Significance::substantive;
    ChangeSide before;
    ChangeSide after;
    std::int32_t group = -1;  ///< index into `Step::alignment`
    std::int32_t move = -1;   ///< for kind `move`: index into `Step::moves`
};

enum class EditOperation : std::uint8_t { equal, remove, insert };

/// One operation of the lossless script. Joining `before` of equal and remove gives the old text, `after` of
/// equal and insert the new one, byte for byte. In `equal` the two sides may differ only in what is ignored.
struct Edit {
    EditOperation operation = EditOperation::equal;
    Range before;
    Range after;
    std::int32_t move = -1;  ///< remove, insert: half of this move
    std::uint32_t inner_first =
        0;  ///< insert half of a move: edits inside it, `Step::inner[inner_first, inner_last)`
    std::uint32_t inner_last = 0;
};

/// A replacement inside a moved passage; either side may be empty.
struct InnerEdit {
    Range before;
    Range after;
};

/// From one version to another.
struct Step {
    std::uint32_t before = 0;  ///< index into the comparison's documents
    std::uint32_t after = 1;
    std::vector<AlignmentGroup> alignment;
    std::vector<Move> moves;
    std::vector<Change> changes;  ///< in reading order of the later version
    std::vector<Edit> edits;
    std::vector<InnerEdit> inner;
    std::uint32_t ignored = 0;     ///< differences left out because of `options.ignore`
    bool correction_note = false;  ///< the later version carries a correction note
};

}  // namespace twicetold::versions
