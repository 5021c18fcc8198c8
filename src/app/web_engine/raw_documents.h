#pragma once
// Documents as the JavaScript side passes them when they are whole texts: as bytes that need not be escaped, parsed or even
// be valid UTF-8, unlike those of a JSON request. A comparison of two news articles takes a millisecond or two, of which
// JSON would be a good part.
//
// A document is eight 32-bit numbers, little-endian, and behind them the strings they measure: the format (0 by the ending of
// the id, 1 plain text, 2 Markdown), then the sizes of id, source, published, language, title, byline and text.
// 0xFFFFFFFF for title or byline: not given, so that the reader may find them in the text.

#include <string_view>
#include <vector>

#include "engine/comparison.h"
#include "engine/engine.h"

namespace twicetold::app {

struct RawDocuments {
    std::vector<document::Document> documents;
    std::vector<engine::Warning> warnings;  ///< what the readers noticed
    engine::Error error;                    ///< "bad-request", "not-text"; without a code: none
};

/// Reads all documents in `bytes`. O(n).
[[nodiscard]] RawDocuments read_raw_documents(std::string_view bytes);

}  // namespace twicetold::app
