#pragma once
// A coverage for people: the outline as text for a terminal, as Markdown and as one HTML page; and as CSV, a row a mention.
// `write_text`, `write_markdown`, `write_html` and `write_csv` call these in mode `coverage`.

#include "engine/comparison.h"
#include "report/output.h"
#include "report/text_report.h"

namespace twicetold::report {

/// O(size of the result), as the others.
void write_coverage_text(Output& output, const engine::Comparison& comparison, const TextOptions& options);

/// CommonMark. The texts are escaped.
void write_coverage_markdown(Output& output, const engine::Comparison& comparison);

/// One page without scripts and outside resources, under a Content-Security-Policy.
void write_coverage_html(Output& output, const engine::Comparison& comparison);

/// Columns: kind (claim, quote, figure, copied, unique), id, document, sentence, relation, text.
void write_coverage_csv(Output& output, const engine::Comparison& comparison);

}  // namespace twicetold::report
