#pragma once
// Where things stand from left to right, and how far blocks stand apart. Shared by both modes.

#include "viewer/lines.h"
#include "viewer/rows.h"
#include "viewer/viewer.h"

namespace twicetold::viewer {

struct Columns {
    bool narrow = false;    ///< too narrow for two columns
    bool single = false;    ///< one column: both sides have the same place
    bool mirrored = false;  ///< the earlier version stands on the right
    Rect content;           ///< below the pane headers
    Rect header;
    Rect strip;
    float before_x = 0;  ///< the text columns
    float after_x = 0;
    float width = 0;
    float gutter_left = 0;  ///< ribbons run between these
    float gutter_right = 0;

    [[nodiscard]] Side left_side() const { return mirrored ? Side::after : Side::before; }

    [[nodiscard]] float x(Side side) const { return side == Side::before ? before_x : after_x; }
};

/// What stands where from left to right.
struct Arrangement {
    bool single = false;
    bool mirrored = false;
    int letters = 68;  ///< of a line at most
};

/// Divides the part of the canvas that shows the article. Below `narrow_width` there is a single column.
[[nodiscard]] Columns make_columns(const Rect& area, WidthCache& widths, Arrangement arrangement = {});

[[nodiscard]] float space_below(const Block& block, const Block* next);
[[nodiscard]] float space_above(const Block& block, bool first);

inline constexpr float top_margin = 26;
inline constexpr float bottom_margin = 72;
inline constexpr float bar_distance = 13;     // of the side bar from the text
inline constexpr float header_baseline = 25;  // from the header's top

inline constexpr double glide_seconds = 0.26;
/// How far a glide has come at a share of its time.
[[nodiscard]] double ease_out(double share);

}  // namespace twicetold::viewer
