#pragma once
// The result of a comparison, as plain data without code. The viewer, the reports and the JSON are all
// made from it, so the viewer's module links nothing of the engine.
//
// Positions are 0-based byte offsets into `Document::text`; indexes are 0-based; ranges are half-open.

#include <cstdint>
#include <string>
#include <vector>

#include "align/alignment.h"
#include "coverage/coverage_result.h"
#include "document/document.h"
#include "text/ignore.h"
#include "text/range.h"
#include "versions/history.h"
#include "versions/step.h"

namespace twicetold::engine {

using document::Document;
using text::Range;

enum class Mode : std::uint8_t { versions, coverage };

using text::Ignore;
using text::ignores;

using align::AlignmentGroup;
using align::byline_sentence;
using align::Move;
using align::Reason;
using align::Relation;
using align::SentenceSpan;
using align::title_sentence;
using coverage::AlikePair;
using coverage::Claim;
using coverage::ClaimMention;
using coverage::ClaimRelation;
using coverage::CopiedMention;
using coverage::CopiedPassage;
using coverage::Coverage;
using coverage::Difference;
using coverage::DistinctiveTerm;
using coverage::EvidenceKind;
using coverage::Fidelity;
using coverage::Figure;
using coverage::FigureMention;
using coverage::Quotation;
using coverage::QuoteMention;
using coverage::SharedEvidence;
using versions::Change;
using versions::ChangeKind;
using versions::ChangeSide;
using versions::Collation;
using versions::Edit;
using versions::EditOperation;
using versions::Fate;
using versions::InnerEdit;
using versions::Lineage;
using versions::SentencePlace;
using versions::Significance;
using versions::Step;

/// Something the reader should know about the result. `code` is stable, `message` is a sentence.
struct Warning {
    std::string code;
    std::string message;
};

struct Options {
    Mode mode = Mode::versions;
    Ignore ignore = Ignore::nothing;
    std::string language;  ///< BCP 47; empty: unknown
    std::uint64_t budget =
        0;  ///< work units (about one token comparison each); 0: the default, which suffices for any news article
    bool first_to_last = false;  ///< also a step from the first to the last of three or more versions
    bool collation = false;      ///< also the versions token by token
    bool pairs = false;          ///< mode `coverage`: also every pair of sentences that are alike, ranked
};

struct Comparison {
    Options options;
    std::vector<Document> documents;
    std::vector<Step> steps;       ///< neighbouring pairs, oldest first; then first to last where asked for
    std::vector<Lineage> lineage;  ///< of three or more versions: what became of every sentence
    Collation collation;           ///< where asked for; a column a document
    Coverage coverage;             ///< in mode `coverage`, which has no steps, lineage and collation
    std::vector<Warning> warnings;
    bool degraded = false;  ///< somewhere the budget ran out and the result is coarser; a warning says where
};

}  // namespace twicetold::engine
