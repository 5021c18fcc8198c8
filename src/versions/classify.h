#pragma once
// What kind of change an edit is, and whether it tells the reader something else.
//
// Kinds and their order of precedence are those of the project's gold histories: place (headline, byline, correction note)
// before form (typography, punctuation, spelling) before content (quote, date, figure, name, negation, hedge, attribution), then
// addition and removal, else wording. What counts is what the other side lacks: a figure that both sides have is no change of
// figure. The words are in lexicon.cpp, what they are in their place in reading.cpp.

#include <string_view>

#include "versions/reading.h"
#include "versions/step.h"
#include "versions/word_edits.h"

namespace twicetold::versions {

struct Classification {
    ChangeKind kind = ChangeKind::wording;
    Significance significance = Significance::cosmetic;

    friend constexpr bool operator==(const Classification&, const Classification&) = default;
};

/// Both versions and the corresponding sentences that the edit is in.
struct ClassifyContext {
    const Reading& before;
    const Reading& after;
    TokenSpan before_passage;
    TokenSpan after_passage;
};

/// An edit of words inside a pair of body sentences.
[[nodiscard]] Classification classify_words(const ClassifyContext& context, const WordEdit& edit);

/// A pair of sentences of which so little is left that both are shown whole.
[[nodiscard]] Classification classify_rewritten(const ClassifyContext& context);

/// A whole sentence that came or went.
[[nodiscard]] Classification classify_sentence(const Reading& side, std::uint32_t unit, bool added);

}  // namespace twicetold::versions
