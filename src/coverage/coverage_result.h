#pragma once
// What several outlets' accounts of one event have in common and where they part: the result, as plain data without code.
//
// Documents are 0-based, in the order in which the caller gave them; sentences are 0-based over a document's body; ranges
// are absolute bytes of the document's text. Nothing in it depends on the order of the documents but these indexes.

#include <cstdint>
#include <string>
#include <vector>

#include "text/range.h"

namespace twicetold::coverage {

using text::Range;

/// A sentence of one document.
struct SentencePlace {
    std::uint32_t document = 0;
    std::uint32_t sentence = 0;

    friend constexpr bool operator==(const SentencePlace&, const SentencePlace&) = default;
    friend constexpr auto operator<=>(const SentencePlace&, const SentencePlace&) = default;
};

enum class ClaimRelation : std::uint8_t {
    same,
    differs,  ///< linked, but never to be shown as agreeing: another number, a negation, subject and object swapped
};

/// Why a mention differs from the others of its claim.
enum class Difference : std::uint8_t { none, figure, negation, roles };

struct ClaimMention {
    SentencePlace place;
    ClaimRelation relation = ClaimRelation::same;
    Difference difference = Difference::none;
};

enum class EvidenceKind : std::uint8_t { name, number, term, quote };

/// Something that mentions of a claim share, as one of them writes it.
struct SharedEvidence {
    EvidenceKind kind = EvidenceKind::term;
    std::string text;
};

/// Sentences of different documents that say the same thing. A sentence may mention several claims.
struct Claim {
    std::vector<ClaimMention> mentions;    ///< by document, then sentence; two documents or more
    float similarity = 0;                  ///< 0 to 1: the mean over the pairs that made the claim
    std::vector<SharedEvidence> evidence;  ///< strongest first
    std::uint32_t origins = 0;             ///< tellings that count: reprints of one passage count once
};

enum class Fidelity : std::uint8_t { full, truncated, altered, paraphrase };

/// One outlet's rendering of a quotation.
struct QuoteMention {
    SentencePlace place;
    Range range;  ///< the words inside the quotation marks; the sentence for a paraphrase
    Fidelity fidelity = Fidelity::full;
    std::string speaker;  ///< as this outlet names them; empty where it does not
};

/// Words in quotation marks that stand in two documents or more.
struct Quotation {
    std::string speaker;  ///< the fullest name that an outlet gives; empty where nobody does
    std::vector<QuoteMention> mentions;
};

/// One statement of a quantity.
struct FigureMention {
    SentencePlace place;
    Range range;            ///< the number with its unit
    double value = 0;       ///< in `unit`
    double value_high = 0;  ///< the upper end of a range; `value` where there is none
    std::string unit;       ///< as a code or word: "%", "USD", "km/h", "people"; empty where nothing is said
    bool approximate = false;  ///< "about", "more than", "almost"
    std::uint32_t camp = 0;    ///< mentions of one camp agree with each other; 0 where all agree
};

/// One quantity that two documents or more give a number for.
struct Figure {
    std::string quantity;  ///< what is counted, in the words of one outlet
    bool agree = true;     ///< all statements can be true as worded
    std::vector<FigureMention> mentions;
};

/// The copy of a passage in one document: sentences [first, last], both included.
struct CopiedMention {
    std::uint32_t document = 0;
    std::uint32_t first_sentence = 0;
    std::uint32_t last_sentence = 0;
};

/// Sentences taken over word for word, or lightly edited.
struct CopiedPassage {
    std::uint32_t words = 0;  ///< of the shortest copy
    bool verbatim = false;
    std::vector<CopiedMention> mentions;
};

/// A word by which one document stands out against the others.
struct DistinctiveTerm {
    std::uint32_t document = 0;
    std::string term;
    float z = 0;                           ///< weighted log-odds over its standard error
    std::vector<std::uint32_t> sentences;  ///< of the document, that hold it
};

/// Two sentences of different documents, and how sure it is that they are about the same event.
struct AlikePair {
    SentencePlace one;  ///< one < other
    SentencePlace other;
    float likeness = 0;  ///< 0 to 1
};

/// The whole result.
struct Coverage {
    std::vector<Claim> claims;  ///< in story order: by where their mentions stand on the average
    std::vector<Quotation> quotes;
    std::vector<Figure> figures;
    std::vector<CopiedPassage> copied;
    std::vector<SentencePlace> unique;   ///< by document, then sentence
    std::vector<DistinctiveTerm> terms;  ///< by document, strongest first
    std::vector<AlikePair>
        pairs;  ///< where asked for: every pair that shares a word of weight, likeliest first
    std::vector<float> copied_share;  ///< of each document: the words that stand in copied passages, 0 to 1
    bool mixed_languages =
        false;  ///< words could not be compared between all documents; figures and names were
};

}  // namespace twicetold::coverage
