#pragma once
// The documents of one event, read for comparison: sentences as weighted terms, names, quantities.
//
// Documents stand in an order that follows from their content, never from the caller's, so that nothing that is found can
// depend on the latter. Sentences of all bodies are numbered through, 0-based.

#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <vector>

#include "coverage/coverage_result.h"
#include "coverage/quantities.h"
#include "coverage/words.h"
#include "document/tokenized.h"

namespace twicetold::coverage {

/// Weight in 1/256 of a unit. Whole numbers: sums do not depend on the order of the summands.
using Weight = std::uint32_t;

/// What a term of a sentence is, for the kinds of evidence.
enum class TermKind : std::uint8_t { word, name, number };

/// A stem, a name or a quantity of a sentence.
struct StoryTerm {
    std::uint32_t stem = 0;  ///< index into Story::stems
    Weight weight = 0;
    TermKind kind = TermKind::word;
    bool telling = false;  ///< a word that is neither common in all news, nor a title, nor of the calendar
    std::int32_t quantity = -1;  ///< index into Story::quantities
    text::Range range;           ///< its first occurrence
};

/// Another stem that may say the same, and how surely, in 1/16.
struct Related {
    std::uint32_t stem = 0;
    std::uint32_t strength = 0;
};
inline constexpr std::uint32_t same_stem = 16;

struct StorySentence {
    std::uint32_t document = 0;  ///< index into Story::texts
    std::uint32_t index = 0;     ///< in its document's body
    std::uint32_t paragraph = 0;
    std::uint32_t first_term = 0, last_term = 0;          ///< half-open, into Story::terms, by rising stem
    std::uint32_t first_quantity = 0, last_quantity = 0;  ///< half-open, into Story::quantities
    Weight total = 0;                                     ///< sum of the terms' weights
    std::uint32_t words = 0;                              ///< tokens that are no signs
};

struct StoryText {
    std::uint32_t original = 0;  ///< index in the caller's order
    document::Tokenized tokens;
    Language language = Language::other;
    std::uint32_t first_sentence = 0, last_sentence = 0;  ///< half-open, into Story::sentences
};

struct Story {
    std::unique_ptr<text::Vocabulary> vocabulary;
    PlainWords words;  ///< by entry of the vocabulary
    std::vector<StoryText> texts;
    std::vector<std::string> stems;
    std::vector<std::uint32_t> frequency;       ///< by stem: sentences that hold it
    std::vector<std::vector<Related>> related;  ///< by stem, itself left out
    std::vector<StorySentence> sentences;
    std::vector<StoryTerm> terms;
    std::vector<Quantity> quantities;
    std::vector<std::uint32_t>
        stem_of_entry;  ///< by entry of the vocabulary and language: entry × languages + language
    bool mixed_languages = false;

    [[nodiscard]] std::span<const StoryTerm> terms_of(std::uint32_t sentence) const {
        const StorySentence& s = sentences[sentence];
        return std::span(terms).subspan(s.first_term, s.last_term - s.first_term);
    }
    [[nodiscard]] std::span<const Quantity> quantities_of(std::uint32_t sentence) const {
        const StorySentence& s = sentences[sentence];
        return std::span(quantities).subspan(s.first_quantity, s.last_quantity - s.first_quantity);
    }
    [[nodiscard]] std::uint32_t unit_of(std::uint32_t sentence) const {
        return sentences[sentence].index + document::body_unit;
    }
    /// How surely a stem stands for another, in 1/16. O(log of its relatives).
    [[nodiscard]] std::uint32_t strength(std::uint32_t one, std::uint32_t other) const;
    [[nodiscard]] SentencePlace place_of(std::uint32_t sentence) const {
        return {texts[sentences[sentence].document].original, sentences[sentence].index};
    }
    [[nodiscard]] std::string_view text_of(std::uint32_t sentence) const {
        const auto& text = texts[sentences[sentence].document].tokens;
        return text.document->slice(text.unit_range(unit_of(sentence)));
    }
};

class Vectors;

/// Reads the documents, which must outlive the story. `vectors` may be null. O(tokens), but for the related stems: O(stems ×
/// stems that begin alike).
[[nodiscard]] Story read_story(std::span<const document::Document> documents, text::Ignore ignore,
                               const Vectors* vectors);

}  // namespace twicetold::coverage
