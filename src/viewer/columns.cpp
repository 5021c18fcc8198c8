#include "viewer/columns.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace twicetold::viewer {
namespace {

constexpr float header_height = 40;
constexpr float strip_width = 20;
constexpr float gutter_width = 72;
constexpr float pane_padding = 28;
constexpr float narrow_padding = 20;
constexpr float block_space = 14;
constexpr float front_space = 24;

}  // namespace

Columns make_columns(const Rect& area, WidthCache& widths, Arrangement arrangement) {
    Columns columns;
    columns.narrow = area.width < narrow_width;
    columns.single = columns.narrow || arrangement.single;
    columns.mirrored = arrangement.mirrored && !columns.single;
    columns.strip = {area.right() - strip_width, area.y + header_height, strip_width,
                     std::max(area.height - header_height, 0.0F)};
    columns.header = {area.x, area.y, area.width, std::min(header_height, area.height)};
    columns.content = {area.x, area.y + header_height, std::max(area.width - strip_width, 0.0F),
                       std::max(area.height - header_height, 0.0F)};
    const float measure = static_cast<float>(arrangement.letters) * widths.letter(TextRole::body);
    if (columns.single) {
        const float padding = columns.narrow ? narrow_padding : pane_padding;
        columns.width = std::max(std::min(columns.content.width - 2 * padding, measure), 40.0F);
        columns.before_x = std::floor(area.x + (columns.content.width - columns.width) / 2);
        columns.after_x = columns.before_x;
        return columns;
    }
    columns.width = std::floor(std::min((columns.content.width - gutter_width) / 2 - pane_padding, measure));
    const float spread = 2 * columns.width + gutter_width;
    columns.before_x = std::floor(area.x + (columns.content.width - spread) / 2);
    columns.after_x = columns.before_x + columns.width + gutter_width;
    columns.gutter_left = columns.before_x + columns.width + 10;
    columns.gutter_right = columns.after_x - 14;
    if (columns.mirrored) std::swap(columns.before_x, columns.after_x);
    return columns;
}

float space_below(const Block& block, const Block* next) {
    // Below the last of title and byline there is a rule.
    if (block.role == TextRole::title)
        return next != nullptr && next->role == TextRole::byline ? 8 : front_space;
    if (block.role == TextRole::byline) return front_space;
    if (block.role == TextRole::heading) return 6;
    return block_space;
}

float space_above(const Block& block, bool first) {
    return block.role == TextRole::heading && !first ? 12.0F : 0.0F;
}

double ease_out(double share) {
    const double rest = 1 - share;
    return 1 - rest * rest * rest;
}

}  // namespace twicetold::viewer
