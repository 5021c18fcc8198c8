#pragma once
// What an importer makes of one text: a title, a byline, paragraphs and their sentences, every one
// of them a range of the text itself. Plain data, no code: result types carry it.

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "text/range.h"

namespace twicetold::document {

using text::Range;

enum class ParagraphKind : std::uint8_t { paragraph, heading, list_item, quote, caption };

/// A block of the body. Its sentences are `Document::sentences[first_sentence, last_sentence)`.
struct Paragraph {
    ParagraphKind kind = ParagraphKind::paragraph;
    Range
        range;  ///< the shown text, without block mark-up ("## ", "- ", "> ") and without the break after it
    std::uint32_t first_sentence = 0;
    std::uint32_t last_sentence = 0;  ///< half-open
};

/// One text and its structure. Invariants: `text` is valid UTF-8; ranges are in reading order, do not
/// overlap and lie on grapheme borders; every sentence is free of white space at both ends, and is not empty (but for empty
/// sentences that a caller gave); title and byline, where present, stand before the body.
struct Document {
    std::string id;              ///< the caller's name for it, for example a file name
    std::string source;          ///< outlet, address or path, as given; may be empty
    std::string published;       ///< ISO 8601, as given; may be empty
    std::string language;        ///< BCP 47 tag, as given; may be empty
    std::string text;            ///< the whole text, byte for byte as read (after repair of invalid UTF-8)
    Range title;                 ///< empty where there is none
    Range byline;                ///< empty where there is none
    bool title_guessed = false;  ///< the reader took the first line for the title; nobody said so
    std::vector<Paragraph> paragraphs;  ///< the body
    std::vector<Range> sentences;       ///< the body's sentences, 0-based

    [[nodiscard]] std::string_view slice(Range range) const {
        return std::string_view(text).substr(range.begin, range.size());
    }
};

}  // namespace twicetold::document
