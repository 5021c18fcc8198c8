#pragma once
// A comparison as one HTML file that needs nothing else: no script, no font, no network.
//
// Both texts stand complete, side by side, corresponding paragraphs level, with <ins> and <del> where words came and went, after a
// summary and a numbered list of the changes, from which links lead into the texts and back. The two ends of a move link to each other.
// Marks differ by line as well as by colour, and by two colours (blue, amber) that every kind of colour vision tells
// apart. It follows the system's light or dark theme, stacks the columns on narrow screens, and prints.
//
// The texts, titles and names of strangers are escaped and isolated; the file forbids itself everything but its own style
// sheet (Content-Security-Policy). Controls are shown as signs, direction overrides as their names.

#include <string>
#include <string_view>

#include "engine/comparison.h"
#include "report/output.h"

namespace twicetold::report {

/// O(length of the texts + changes × log changes).
void write_html(Output& output, const engine::Comparison& comparison);

/// `text` as HTML character data or attribute value. Valid UTF-8 in and out.
[[nodiscard]] std::string html_escaped(std::string_view text);

}  // namespace twicetold::report
