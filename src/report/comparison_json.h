#pragma once
// A comparison as JSON, the one shape of the command line, the npm package, the worker and exports, and as CBOR, in which it
// crosses from the engine's module to the viewer's. `docs/comparison.schema.json` describes both; `comparison_reader.h` reads
// both back.
//
// Beside what the schema lists there are two things to know.
// - Ids ("c1", "m1") count within their step.
// - `edits` come in two forms. The readable one carries texts: ["=", before, after?], ["-", text, {"move"}?],
//   ["+", text, {"move", "inner", "inner_at"}?]. The compact one carries lengths in `position_encoding` in the place of the texts, which
//   the documents hold already: the operations tile both of them in order. It also leaves
//   out "inner" and the "text" of changes, and gives cells of the collation as [begin, end].
//
// Where a span of sentences is empty, its place is not kept: "before": [] says no more than that there is none.

#include <cstdint>
#include <string>
#include <variant>

#include "document/document.h"
#include "engine/comparison.h"
#include "report/json_writer.h"
#include "report/names.h"
#include "report/output.h"

namespace twicetold::report {

/// The caller's name for one comparison of many, given back as it came: nothing, a whole number, or a string.
using RequestId = std::variant<std::monostate, std::int64_t, std::string>;

struct JsonOptions {
    PositionEncoding position_encoding = PositionEncoding::utf_16;
    Layout layout = Layout::one_line;
    bool compact = false;  ///< the compact form of `edits`
    RequestId id;          ///< written as the first member where there is one
};

/// Writes `comparison` as one JSON value, followed by a line break. O(length of the texts).
void write_json(Output& output, const engine::Comparison& comparison, const JsonOptions& options);

/// Writes `comparison` as one CBOR value, positions in UTF-8 and in the compact form. O(length of the texts).
void write_cbor(Output& output, const engine::Comparison& comparison);

/// Writes one document as JSON: what an importer read. The members of an entry of "documents", after "format" (which is
/// "twicetold-document"), "version", "position_encoding" and "warnings".
void write_document_json(Output& output, const document::Document& document,
                         const std::vector<engine::Warning>& warnings, const JsonOptions& options);

/// The same as `write_json` and `write_cbor`, as a string.
[[nodiscard]] std::string to_json(const engine::Comparison& comparison, const JsonOptions& options = {});
[[nodiscard]] std::string to_cbor(const engine::Comparison& comparison);

}  // namespace twicetold::report
