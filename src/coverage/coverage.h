#pragma once
// What several outlets' accounts of one event say, each and together.
//
//     coverage::Coverage result = coverage::compare(documents, {});
//     for (const coverage::Claim& claim : result.claims) …
//
// How: sentences become weighted stems, names and quantities (story.h); what may stand for what is collected first (related.h), pairs
// of sentences are scored by what they share, where they stand and what competes for them (links.h), and strong pairs are grouped
// (claims.h). Quotations, figures and copied passages are found on their own and are evidence for links as well.
// Documents are processed in an order that follows from their content: permuting them changes nothing but the indexes.

#include <span>

#include "coverage/coverage_result.h"
#include "document/document.h"
#include "text/ignore.h"

namespace twicetold::coverage {

class Vectors;

struct CoverageOptions {
    text::Ignore ignore = text::Ignore::nothing;
    const Vectors* vectors = nullptr;  ///< where the caller loaded some, see vectors.h
    bool pairs = false;                ///< also `Coverage::pairs`
};

/// Any number of documents, none and documents without a sentence included. About 2 ms for four articles of 800 words,
/// growing with the square of the number of sentences that share words.
[[nodiscard]] Coverage compare(std::span<const document::Document> documents, const CoverageOptions& options);

}  // namespace twicetold::coverage
