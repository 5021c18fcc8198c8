#pragma once
// What a program asks for: documents and options as JSON. One line of `twicetold batch`, and what the page sends its worker.
//
//     {"id": "story-7",
//      "documents": [{"id": "v1", "title": "Storm hits coast", "published": "2026-03-04T08:00Z", "text": "…"},
//                    {"id": "v2", "title": "Storm batters coast", "paragraphs": [["A sentence.", "Another."], …]}],
//      "options": {"ignore": ["quotes"], "language": "en"}}
//
// "id" is a string or a whole number, and comes back as it was. Of a document, "text" or "paragraphs" must be there; if both
// are, "paragraphs" counts, whose sentences are taken as they stand. "source" and "language" are known beside what is shown. Where
// parts are given apart, the document's text is title, byline and body with blank lines between, and positions count in that.
// Options: "mode", "ignore" (a list, or a string with commas), "language", "budget", "first_to_last", "collation", "pairs". Unknown options are refused, for a
// misspelt one would be ignored in silence; other unknown members are passed over.

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "engine/comparison.h"
#include "engine/engine.h"
#include "report/comparison_json.h"
#include "report/output.h"

namespace twicetold::report {

struct Request {
    std::vector<document::Document> documents;
    engine::Options options;
    std::vector<engine::Warning> warnings;  ///< what the readers of the documents noticed
};

struct RequestResult {
    std::optional<Request> request;  ///< nothing on error
    RequestId id;                    ///< also on error, as far as it could be read
    /// Codes: "not-json", "not-utf-8", "too-deep", "too-large", "bad-request", and what document readers report ("not-text").
    engine::Error error;
};

/// Reads one request. Options that it does not name are taken from `defaults`. Lone surrogates, which JavaScript's strings may
/// hold and UTF-8 may not, become U+FFFD, with a warning. O(n).
[[nodiscard]] RequestResult read_request(std::string_view json, const engine::Options& defaults);

/// {"id": …, "error": {"code": …, "message": …}} and a line break; with "line" (1-based) where there is no id.
void write_error(Output& output, const RequestId& id, std::uint64_t line, const engine::Error& error);

/// A warning of the comparison for something that the reader of one document noticed.
[[nodiscard]] engine::Warning warning_of(std::string_view document_id, std::string_view code,
                                         std::string_view message);

}  // namespace twicetold::report
