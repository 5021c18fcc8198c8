#pragma once
// Words in quotation marks: who said them, and which outlets have the same, whole, cut short or changed.

#include <cstdint>
#include <string>
#include <vector>

#include "coverage/story.h"

namespace twicetold::coverage {

/// The part of a quotation that stands in one sentence.
struct Quote {
    std::uint32_t sentence = 0;     ///< index into Story::sentences
    text::Range range;              ///< inside the marks
    std::uint32_t first_token = 0;  ///< half-open, of the document
    std::uint32_t last_token = 0;
    std::uint32_t passage = 0;  ///< equal for the parts of one quotation
    std::string speaker;        ///< as the document names them; empty where it does not
};

/// Ranges between quotation marks of text[range], outermost only, in order. Knows “ ”, „ “, « », » «, ‘ ’, ‚ ‘, ‹ ›, 「 」,
/// 『 』 and straight ones; an apostrophe is none. A quotation that is never closed ends with the range, as those that go on in
/// the next paragraph do. O(length).
[[nodiscard]] std::vector<text::Range> quoted_ranges(std::string_view text, text::Range range);

[[nodiscard]] std::vector<Quote> find_quotes(const Story& story);

/// The same quotation in different documents.
struct QuoteGroup {
    std::vector<std::uint32_t> quotes;  ///< indexes into the quotes, by sentence
    std::vector<Fidelity> fidelity;     ///< of each
};

/// A pair of quotes that are one, for links. Sorted.
struct QuotePair {
    std::uint32_t one = 0;
    std::uint32_t other = 0;
};

struct MatchedQuotes {
    std::vector<Quote> quotes;
    std::vector<QuotePair> pairs;
    std::vector<QuoteGroup> groups;
};

[[nodiscard]] MatchedQuotes match_quotes(const Story& story);

}  // namespace twicetold::coverage
