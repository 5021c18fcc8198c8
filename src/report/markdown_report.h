#pragma once
// A comparison as Markdown, for issues, wikis and notes: the summary, and every change with the sentence it stands in.
//
// Words that went and came are <del> and <ins>, which every renderer of Markdown with inline HTML shows, and which read well
// without one. The texts are escaped: no mark-up, link, picture or HTML of theirs works in the report.

#include <string>
#include <string_view>

#include "engine/comparison.h"
#include "report/output.h"

namespace twicetold::report {

/// CommonMark. O(length of the changed sentences + alignment + edits).
void write_markdown(Output& output, const engine::Comparison& comparison);

/// `text` on one line, with nothing in it that Markdown or HTML gives a meaning. Valid UTF-8 in and out.
[[nodiscard]] std::string markdown_escaped(std::string_view text);

}  // namespace twicetold::report
