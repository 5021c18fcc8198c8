#pragma once
// Reads a comparison back from what `comparison_json.h` wrote, or from what a stranger made up.
//
//     auto result = read_json(bytes);
//     if (result.comparison) … else show(result.error.message);
//
// Every index and range is checked, so that nothing that shows a comparison has to: documents keep the invariants of
// `Document` (but for grapheme borders, of which only character borders are checked), rows cover every sentence of the body once, and
// the edits reproduce both texts. Members that are not known are passed over, for files of later versions. Compiled without
// exceptions; nothing here throws or aborts.
//
// JSON → Comparison → JSON gives the same file, if it was written by this project in the same form.

#include <optional>
#include <string_view>

#include "engine/comparison.h"
#include "engine/engine.h"

namespace twicetold::report {

struct ReadResult {
    std::optional<engine::Comparison> comparison;  ///< nothing on error
    /// Codes: "not-json", "not-cbor", "too-deep", "too-large", "not-a-comparison", "unsupported-version", "bad-comparison". The
    /// message of the last one names the member, as in "steps[0].changes[3].before.end: …".
    engine::Error error;
};

/// Either form of `edits`, any position encoding. O(n).
[[nodiscard]] ReadResult read_json(std::string_view json);
[[nodiscard]] ReadResult read_cbor(std::string_view cbor);

/// JSON or CBOR, told apart by the first byte: a JSON text begins with white space, a brace or a byte order mark, a CBOR
/// object does not.
[[nodiscard]] ReadResult read_comparison(std::string_view bytes);

}  // namespace twicetold::report
