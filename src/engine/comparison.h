#pragma once
// The result of a comparison, as plain data without code. The viewer, the reports and the JSON are all
// made from it, so the viewer's module links nothing of the engine.
//
// Positions are 0-based byte offsets into `Document::text`; indexes are 0-based; ranges are half-open.

#include <cstdint>
#include <string>
#include <vector>

#include "document/document.h"
#include "text/ignore.h"
#include "text/range.h"

namespace twicetold::engine {

using document::Document;
using text::Range;

enum class Mode : std::uint8_t { versions, coverage };

using text::Ignore;
using text::ignores;

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
    identical,   ///< the same words
    similar,     ///< enough words in common, in order
    context,     ///< few words in common, but both stand between neighbours that correspond
    none,        ///< added or removed
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

enum class ChangeKind : std::uint8_t {
    figure, date, name, quote, attribution, hedge, negation, wording, spelling, punctuation, typography,
    headline, byline, addition, removal, move, correction_note,
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
    std::int32_t move = -1;       ///< remove, insert: half of this move
    std::uint32_t inner_first = 0;  ///< insert half of a move: edits inside it, `Step::inner[inner_first, inner_last)`
    std::uint32_t inner_last = 0;
};

/// A replacement inside a moved passage; either side may be empty.
struct InnerEdit {
    Range before;
    Range after;
};

/// From one version to another.
struct Step {
    std::uint32_t before = 0;  ///< index into `Comparison::documents`
    std::uint32_t after = 1;
    std::vector<AlignmentGroup> alignment;
    std::vector<Move> moves;
    std::vector<Change> changes;  ///< in reading order of the later version
    std::vector<Edit> edits;
    std::vector<InnerEdit> inner;
    std::uint32_t ignored = 0;  ///< differences left out because of `options.ignore`
    bool correction_note = false;  ///< the later version carries a correction note
};

/// Something the reader should know about the result. `code` is stable, `message` is a sentence.
struct Warning {
    std::string code;
    std::string message;
};

struct Options {
    Mode mode = Mode::versions;
    Ignore ignore = Ignore::nothing;
    std::string language;          ///< BCP 47; empty: unknown
    std::uint64_t budget = 0;      ///< work units (about one token comparison each); 0: the default, which suffices for any news article
    bool first_to_last = false;    ///< also a step from the first to the last of three or more versions
};

struct Comparison {
    Options options;
    std::vector<Document> documents;
    std::vector<Step> steps;  ///< neighbouring pairs, oldest first; then first to last where asked for
    std::vector<Warning> warnings;
    bool degraded = false;    ///< somewhere the budget ran out and the result is coarser; a warning says where
};

}  // namespace twicetold::engine
