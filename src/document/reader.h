#pragma once
// Readers: bytes to Document. Every reader keeps the text byte for byte (after repair of invalid UTF-8), so that positions
// refer to what the user opened.

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "document/document.h"

namespace twicetold::document {

/// Something about the text that the reader of a comparison should know. `code` is stable:
/// "invalid-utf8", "nul-bytes", "byte-order-mark", "empty".
struct Notice {
    std::string code;
    std::string message;  ///< one sentence, without the document's name
};

struct ReadResult {
    Document document;
    std::vector<Notice> notices;
    bool ok = true;
    std::string error_code;     ///< "not-text"
    std::string error_message;  ///< one sentence, without the document's name
};

/// Plain text. A paragraph a line, or a block between blank lines where the lines are wrapped by hand (most lines of a block
/// about equally long and under 100 characters). A short first line without a full stop is taken for the title, a "By …" line
/// after it for the byline. Fails with "not-text" for binary data. O(length).
[[nodiscard]] ReadResult read_text(std::string id, std::string bytes);

/// Markdown: the first level-one heading is the title, a "By …" paragraph after it the byline; headings, lists, quotations
/// are paragraphs of their kind, their mark-up is left out of the ranges (not of the text). Inline mark-up stays as it
/// is. A YAML front matter gives title, author and date where it names them. O(length).
[[nodiscard]] ReadResult read_markdown(std::string id, std::string bytes);

/// By the ending of `name`: .md and .markdown as Markdown, anything else as plain text.
[[nodiscard]] ReadResult read_by_name(std::string name, std::string bytes);

/// A document given in parts, as the batch input has them.
struct Parts {
    std::string id;
    std::string source;
    std::string published;
    std::string language;
    std::optional<std::string> title;  ///< given, though perhaps empty: then none is guessed
    std::optional<std::string> byline;
    std::string text;  ///< the body as plain text; unused where `paragraphs` are given
    std::optional<std::vector<std::vector<std::string>>> paragraphs;  ///< sentences taken as they stand
};

/// Puts the parts together into one text, so that one coordinate system covers all: title, byline and body with a blank line
/// between; given paragraphs likewise with a blank line, given sentences with a space, between them. Parts that are absent
/// or empty leave nothing. With neither title nor byline nor paragraphs it is `read_text`. O(length).
[[nodiscard]] ReadResult assemble(Parts parts);

/// Puts a guessed title back into the body, as its first paragraph (a heading). For the case that other versions
/// show that the guess was wrong.
void demote_title(Document& document);

}  // namespace twicetold::document
