#pragma once
// The one façade of the engine. No clock, no files, no global state; errors are values.
//
//     auto a = document::read_text("old.txt", bytes);
//     auto b = document::read_text("new.txt", more_bytes);
//     auto result = engine::compare({a.document, b.document}, {});
//     if (result.comparison) … else result.error.message …

#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "engine/comparison.h"

namespace twicetold::coverage {
class Vectors;
}

namespace twicetold::engine {

/// Longest text that is compared; a longer one is refused with error "too-large".
inline constexpr std::size_t max_document_bytes = 32U << 20U;

/// Most documents in mode `coverage`, and most sentences in all of them; more are refused with error "too-many-documents" or
/// "too-large".
inline constexpr std::size_t max_outlets = 100;
inline constexpr std::size_t max_coverage_sentences = 20'000;

struct Error {
    std::string code;     ///< stable: "too-few-documents", "too-large", "not-text" …
    std::string message;  ///< one sentence a reader can act on
};

/// Called now and then with the share of the work done (0 to 1, never falling) and the name of the stage.
using Progress = std::function<void(float share, std::string_view stage)>;

struct CompareResult {
    std::shared_ptr<const Comparison> comparison;  ///< null on error
    Error error;
};

/// Compares versions of one article, oldest first; in mode `coverage`, several outlets' articles about one event, in any order.
/// Errors: fewer than two documents; a document longer than `max_document_bytes`; more than `max_outlets` documents in mode
/// `coverage`.
/// `vectors` may be null; they help to find claims in English and never equate names, dates or numbers.
/// Complexity: near-linear in the length of the texts while `options.budget` lasts, linear after; `coverage` grows with the
/// square of the number of sentences that share words.
[[nodiscard]] CompareResult compare(std::vector<Document> documents, const Options& options,
                                    const Progress& progress = {},
                                    const coverage::Vectors* vectors = nullptr);

/// What `compare` does in one mode, whatever `options.mode` says: for the web modules, each of which carries one of the two and
/// links nothing of the other.
[[nodiscard]] CompareResult compare_versions(std::vector<Document> documents, const Options& options,
                                             const Progress& progress);
[[nodiscard]] CompareResult compare_coverage(std::vector<Document> documents, const Options& options,
                                             const Progress& progress, const coverage::Vectors* vectors);

/// Word vectors and synonym pairs for mode `coverage`, from the bytes of their files (see coverage/vectors.h; tools/build_vectors.mjs
/// makes them). Null where `table` is no such file, or `words` has not a line a row. O(length).
[[nodiscard]] std::shared_ptr<const coverage::Vectors> load_vectors(std::string_view table,
                                                                    std::string_view words,
                                                                    std::string_view synonyms);

}  // namespace twicetold::engine
