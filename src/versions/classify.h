#pragma once
// What kind of change an edit is, and whether it tells the reader something else.
//
// Kinds and their order of precedence are those of the project's gold histories: place (headline, byline, correction note)
// before form (typography, punctuation, spelling) before content (quote, date, figure, name, negation, hedge, attribution), then
// addition and removal, else wording. Word lists cover English, German, French, Spanish and Japanese news.

#include <string_view>
#include <vector>

#include "document/tokenized.h"
#include "versions/step.h"
#include "versions/word_edits.h"

namespace twicetold::versions {

struct Classification {
    ChangeKind kind = ChangeKind::wording;
    Significance significance = Significance::cosmetic;
};

/// For every token of a text: does it stand inside quotation marks? The marks themselves do not. Quotations end with their
/// paragraph. O(tokens).
[[nodiscard]] std::vector<bool> find_quoted(const document::Tokenized& text);

/// Both texts with what was found out about them once.
struct ClassifyContext {
    const document::Tokenized& before;
    const document::Tokenized& after;
    const std::vector<bool>& before_quoted;
    const std::vector<bool>& after_quoted;
};

/// An edit of words inside a pair of body sentences.
[[nodiscard]] Classification classify_words(const ClassifyContext& context, const WordEdit& edit);

/// A whole sentence that came or went.
[[nodiscard]] Classification classify_sentence(const document::Tokenized& text, std::uint32_t unit, bool added);

/// The sentence opens a correction note or an editor's note ("Correction: …").
[[nodiscard]] bool opens_correction_note(std::string_view sentence);

}  // namespace twicetold::versions
