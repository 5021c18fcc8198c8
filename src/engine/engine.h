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

namespace twicetold::engine {

/// Longest text that is compared; a longer one is refused with error "too-large".
inline constexpr std::size_t max_document_bytes = 32U << 20U;

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

/// Compares versions of one article, oldest first.
/// Errors: fewer than two documents; a document longer than `max_document_bytes`.
/// Complexity: near-linear in the length of the texts while `options.budget` lasts, linear after.
[[nodiscard]] CompareResult compare(std::vector<Document> documents, const Options& options,
                                    const Progress& progress = {});

}  // namespace twicetold::engine
