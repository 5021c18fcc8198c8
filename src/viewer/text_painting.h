#pragma once
// Article text and labels as display list. Shared by both modes and the panel.

#include <cstddef>
#include <string>
#include <string_view>

#include "viewer/columns.h"
#include "viewer/lines.h"
#include "viewer/viewer.h"

namespace twicetold::viewer {

inline constexpr float mark_padding =
    1.5F;                                  // half the width of a thin space: marks of neighbours do not touch
inline constexpr float mark_inset = 2.5F;  // of a mark's box from the line's top and bottom

/// Shortened with "…" to fit.
[[nodiscard]] std::string fitted(std::string text, TextRole role, float width, WidthCache& widths);

/// The box of a marked stretch whose block stands at (column_x, block_y).
[[nodiscard]] Rect box_of(const BlockLayout& block, const MarkStretch& stretch, float column_x,
                          float block_y);

[[nodiscard]] inline Rect mirrored(const Rect& rect, float width) {
    return {width - rect.right(), rect.y, rect.width, rect.height};
}
/// How much of a layer there is.
struct LayerMark {
    std::size_t rects = 0;
    std::size_t texts = 0;
    std::size_t lines = 0;
};
[[nodiscard]] inline LayerMark mark_of(const DrawLayer& layer) {
    return {layer.rects.size(), layer.texts.size(), layer.lines.size()};
}
/// Puts what was added to a layer behind `from` where it stands in a mirror of that width: for interfaces that begin on the
/// right. Runs of text change their places, not their looks. Ribbons are left alone.
void mirror(DrawLayer& layer, float width, const LayerMark& from = {});

[[nodiscard]] bool overlaps(const Rect& rect, const Rect& clip);

/// Adds to a display list, which owns the labels.
class TextPainter {
public:
    TextPainter(DisplayList& list, WidthCache& widths) : list_(list), widths_(widths) {}

    /// What is painted from now on will be mirrored: labels are put so that they read well then.
    void expect_mirror() { mirrored_later_ = true; }

    /// Returns the label's right edge.
    float label(DrawLayer& layer, std::string text, float x, float baseline, TextRole role, ColorRole color);
    /// Bullets, and the bar beside a block quotation.
    void furniture(DrawLayer& layer, const Block& content, const BlockLayout& block, float x, float y,
                   float width);
    void words(DrawLayer& layer, const Block& content, std::string_view source, const BlockLayout& block,
               float x, float y);

private:
    DisplayList& list_;
    WidthCache& widths_;
    bool mirrored_later_ = false;
};

}  // namespace twicetold::viewer
