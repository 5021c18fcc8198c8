#pragma once
// What a host may read of a viewer, as JSON: `viewer.state` and `viewer.layout()` of the custom element.
// Positions are UTF-16 offsets into the document's text; rectangles are thousandths of a CSS pixel from the
// canvas' top left corner.

#include <string>

#include "viewer/viewer.h"

namespace twicetold::app {

/// {"mode", "documents": [{"id", "title", "published", "source"}], "before", "after", "step", "stepCount", "steps": ["1 → 2"],
///  "change", "changeCount", "label", "scroll", "scrollMax", "folded", "foldable", "listOpen", "narrow",
///  "selection": null or {"side", "begin", "end", "text"}, "search": null or {"query", "count", "current", "more"}}; of a coverage also
/// "side" and "coverage": {"view", "sort", "filter", "outlet", "blind", "wide", "claim", "outlets": [names], "order": [claims],
///  "panelScroll", "panelScrollMax"}. There "change" is the selected claim's place in the order shown.
[[nodiscard]] std::string state_json(const viewer::ViewModel& view);

/// {"words": [{"side", "x", "y", "width", "height", "begin", "end", "text"}], "marks": [{…, "kind", "change", "current"}],
///  "panel": [{"kind", "x", "y", "width", "height", "claim", "document", "sentence", "stance"?, "differs", "current", "text"}]}
/// O(length of both documents).
[[nodiscard]] std::string layout_json(const viewer::ViewModel& view);

/// [{"change", "kind", "significance", "name", "before", "after"}]
[[nodiscard]] std::string changes_json(const viewer::ViewModel& view);

}  // namespace twicetold::app
