#pragma once
// The changes of a comparison as a table, a row each, for spreadsheets and statistics.
//
// Columns: step (1-based), id, kind, significance, and for each side the document's id, the sentence (as in JSON: 0-based, the title -1,
// the byline -2) and the words that differ; empty where that side has none.
//
// A cell that a spreadsheet would take for a formula begins with an apostrophe, so that no text can run anything there.
// Source: RFC 4180; OWASP, "CSV Injection".

#include <string>
#include <string_view>

#include "engine/comparison.h"
#include "report/output.h"

namespace twicetold::report {

/// UTF-8, lines end in CRLF, the first one names the columns. O(length of the changes).
void write_csv(Output& output, const engine::Comparison& comparison);

/// The collation table as CSV: a column a version, named by its id, a row a token. Empty but for the names where it was not
/// asked for. O(cells).
void write_collation_csv(Output& output, const engine::Comparison& comparison);

/// One cell: in quotes where it must be, and no formula.
[[nodiscard]] std::string csv_cell(std::string_view text);

}  // namespace twicetold::report
