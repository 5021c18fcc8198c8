#pragma once
// A comparison as text for a terminal: a summary, then every sentence that changed, with its edits in it.
//
//     old.txt → new.txt
//     2 substantive changes, no correction note
//
//     paragraph 1 · figure
//         The storm killed [-14-]{+41+} people.
//
// It reads the same without colour. Control characters and bidirectional overrides of the texts are written out
// ("<U+001B>"), so that no text can move the cursor, set the window's title or show itself in another order.

#include <cstddef>
#include <string>
#include <string_view>

#include "document/document.h"
#include "engine/comparison.h"
#include "report/output.h"

namespace twicetold::report {

struct TextOptions {
    bool colour = false;     ///< ANSI SGR sequences, beside the signs
    std::size_t width = 80;  ///< columns at which lines are wrapped; at least 20
};

/// O(length of the changed sentences + alignment + edits).
void write_text(Output& output, const engine::Comparison& comparison, const TextOptions& options);

/// What an importer read: title, byline, date, and the paragraphs with their sentences numbered.
void write_document_text(Output& output, const document::Document& document, const TextOptions& options);

/// `text` on one line and without anything that a terminal would obey. Valid UTF-8 in and out.
[[nodiscard]] std::string terminal_safe(std::string_view text);

/// Columns that `text` takes on a terminal, about: two for East Asian characters and emoji, none for marks.
[[nodiscard]] std::size_t terminal_width(std::string_view text);

}  // namespace twicetold::report
