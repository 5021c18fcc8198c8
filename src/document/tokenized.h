#pragma once
// A Document cut into interned tokens: what the layers that compare work on.

#include <cstdint>
#include <span>
#include <vector>

#include "document/document.h"
#include "text/tokens.h"
#include "text/vocabulary.h"

namespace twicetold::document {

/// A stretch of text that is compared as one: the byline, the title, then the body's sentences.
/// Unit u is sentence u - 2, so byline and title carry the sentence indexes -2 and -1 of the result.
inline constexpr std::uint32_t byline_unit = 0;
inline constexpr std::uint32_t title_unit = 1;
inline constexpr std::uint32_t body_unit = 2;

/// The tokens of one document. Ignored tokens are left out: they stand in the gaps, as white space does. The document and the
/// vocabulary must outlive it.
struct Tokenized {
    const Document* document = nullptr;
    const text::Vocabulary* vocabulary = nullptr;
    std::vector<text::Token> tokens;
    std::vector<std::uint32_t> entries;     ///< of each token, index into the vocabulary
    std::vector<std::uint32_t> keys;        ///< of each token: equal keys count as equal
    std::vector<std::uint32_t> unit_begin;  ///< first token of each unit; one more at the end

    [[nodiscard]] std::uint32_t unit_count() const {
        return static_cast<std::uint32_t>(unit_begin.size()) - 1;
    }
    [[nodiscard]] std::uint32_t unit_size(std::uint32_t unit) const {
        return unit_begin[unit + 1] - unit_begin[unit];
    }
    [[nodiscard]] std::span<const std::uint32_t> unit_keys(std::uint32_t first, std::uint32_t last) const {
        return std::span(keys).subspan(unit_begin[first], unit_begin[last] - unit_begin[first]);
    }
    /// The unit's range in the text.
    [[nodiscard]] Range unit_range(std::uint32_t unit) const {
        if (unit == byline_unit) return document->byline;
        if (unit == title_unit) return document->title;
        return document->sentences[unit - body_unit];
    }
    [[nodiscard]] const text::Entry& entry(std::uint32_t token) const {
        return vocabulary->entry(entries[token]);
    }
};

/// Cuts and interns the document's title, byline and sentences. O(length).
[[nodiscard]] Tokenized tokenize(const Document& document, text::Vocabulary& vocabulary);

}  // namespace twicetold::document
