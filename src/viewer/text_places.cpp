#include "viewer/text_places.h"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <optional>

namespace twicetold::viewer {
namespace {

/// How far a cluster is looked for; the longest of real texts (flags of parts of countries, families) have some 40 bytes.
constexpr std::uint32_t longest_cluster = 160;

bool is_inner_byte(char byte) { return (static_cast<unsigned char>(byte) & 0xC0U) == 0x80U; }

std::vector<std::uint32_t> borders_of(std::string_view text, text::Range range, const Segmenter& segmenter) {
    std::vector<std::uint32_t> borders = segmenter.partings(text, range, Parting::clusters);
    borders.insert(borders.begin(), range.begin);
    if (borders.back() != range.end) borders.push_back(range.end);
    return borders;
}

/// Items of a line in the order in which they stand.
std::vector<std::uint32_t> from_left(const std::vector<Item>& items, const Line& line) {
    std::vector<std::uint32_t> order(line.last - line.first);
    std::iota(order.begin(), order.end(), line.first);
    std::stable_sort(order.begin(), order.end(),
                     [&](std::uint32_t one, std::uint32_t two) { return items[one].x < items[two].x; });
    return order;
}

/// x of each of `offsets` from the block's corner.
std::vector<float> carets_of(const Item& item, std::string_view text, TextRole role,
                             const std::vector<std::uint32_t>& offsets, WidthCache& widths) {
    std::vector<std::uint32_t> inside;
    inside.reserve(offsets.size());
    for (const std::uint32_t offset : offsets) inside.push_back(offset - item.range.begin);
    std::vector<float> places(offsets.size());
    widths.measurer().carets(text.substr(item.range.begin, item.range.size()), role, item.direction(), inside,
                             places);
    for (float& place : places) place += item.x - item.overhang;
    return places;
}

float caret_of(const Item& item, std::string_view text, TextRole role, std::uint32_t offset,
               WidthCache& widths) {
    const bool right_to_left = item.direction() == Direction::right_to_left;
    if (offset <= item.range.begin) return right_to_left ? item.x + item.width : item.x;
    if (offset >= item.range.end) return right_to_left ? item.x : item.x + item.width;
    return carets_of(item, text, role, {offset}, widths).front();
}

TextPoint point_in_item(const Item& item, std::string_view text, TextRole role, float x,
                        const Segmenter& segmenter, WidthCache& widths) {
    const std::vector<std::uint32_t> borders = borders_of(text, item.range, segmenter);
    if (borders.size() < 2) return {item.range.begin, item.range};
    const std::vector<float> places = carets_of(item, text, role, borders, widths);
    TextPoint found{borders.front(), {borders[0], borders[1]}};
    float nearest = std::abs(places.front() - x);
    float inside = 1e9F;
    for (std::size_t at = 0; at < borders.size(); ++at) {
        if (std::abs(places[at] - x) < nearest) {
            nearest = std::abs(places[at] - x);
            found.caret = borders[at];
        }
        if (at == 0) continue;
        const auto [left, right] = std::minmax(places[at - 1], places[at]);
        const float away = std::max({left - x, x - right, 0.0F});
        if (away < inside) {
            inside = away;
            found.cluster = {borders[at - 1], borders[at]};
        }
    }
    return found;
}

}  // namespace

TextPoint point_in_block(const Block& block, const BlockLayout& layout, std::string_view text, float x,
                         float y, const Segmenter& segmenter, WidthCache& widths) {
    if (layout.items.empty()) return {block.range.begin, {block.range.begin, block.range.begin}};
    const auto below = std::partition_point(layout.lines.begin(), layout.lines.end(),
                                            [&](const Line& line) { return line.top + line.height <= y; });
    const Line& line = below == layout.lines.end() ? layout.lines.back() : *below;
    if (line.first == line.last) return {block.range.begin, {block.range.begin, block.range.begin}};
    const Item* nearest = nullptr;
    float away = 1e9F;
    float left = 1e9F;
    float right = -1e9F;
    for (std::uint32_t at = line.first; at < line.last; ++at) {
        const Item& item = layout.items[at];
        const float distance = std::max({item.x - x, x - item.x - item.width, 0.0F});
        if (distance < away) {
            away = distance;
            nearest = &item;
        }
        left = std::min(left, item.x);
        right = std::max(right, item.x + item.width);
    }
    TextPoint found = point_in_item(*nearest, text, block.role, x, segmenter, widths);
    if (x < left || x > right) {
        const bool at_end = (x > right) == (block.direction == Direction::left_to_right);
        found.caret = at_end ? layout.items[line.last - 1].range.end : layout.items[line.first].range.begin;
    }
    return found;
}

std::optional<TextPoint> point_in_text(ShownText& shown, Side side, float x, float y,
                                       const Segmenter& segmenter, WidthCache& widths) {
    const SideBlocks* own = shown.blocks(side);
    if (own == nullptr) return std::nullopt;
    const std::vector<ShownBlock> all = shown.on_screen();
    const ShownBlock* nearest = nullptr;
    float away = 1e9F;
    for (const ShownBlock& block : all) {
        if (block.side != side) continue;
        const float distance = std::max({block.y - y, y - block.y - block.layout->height, 0.0F});
        if (distance < away) {
            away = distance;
            nearest = &block;
        }
    }
    if (nearest == nullptr) return std::nullopt;
    const Block& block = own->blocks[nearest->block];
    TextPoint found = point_in_block(block, *nearest->layout, own->document->text, x - nearest->x,
                                     y - nearest->y, segmenter, widths);
    if (nearest->block == 0 && y < nearest->y) found.caret = block.range.begin;
    if (nearest->block + 1 == own->blocks.size() && y >= nearest->y + nearest->layout->height)
        found.caret = block.range.end;
    return found;
}

bool is_over_text(ShownText& shown, float x, float y) {
    if (!shown.view().contains(x, y)) return false;
    for (const ShownBlock& block : shown.on_screen()) {
        for (const Line& line : block.layout->lines) {
            const float top = block.y + line.top;
            if (y < top || y >= top + line.height) continue;
            float left = 1e9F;
            float right = -1e9F;
            for (std::uint32_t at = line.first; at < line.last; ++at) {
                left = std::min(left, block.layout->items[at].x);
                right = std::max(right, block.layout->items[at].x + block.layout->items[at].width);
            }
            if (x >= block.x + left && x < block.x + right) return true;
        }
    }
    return false;
}

std::vector<Rect> boxes_in_block(const Block& block, const BlockLayout& layout, std::string_view text,
                                 text::Range range, const Segmenter& segmenter, WidthCache& widths) {
    std::vector<Rect> boxes;
    if (range.empty()) return boxes;
    const float space = widths.space(block.role);
    const auto first = std::partition_point(layout.lines.begin(), layout.lines.end(), [&](const Line& line) {
        return line.first == line.last || layout.items[line.last - 1].range.end < range.begin;
    });
    for (auto line = first; line != layout.lines.end(); ++line) {
        if (line->first == line->last) continue;
        if (layout.items[line->first].range.begin >= range.end) break;
        bool open = false;  // the last box may still grow
        std::uint32_t previous = line->last;
        for (const std::uint32_t at : from_left(layout.items, *line)) {
            const Item& item = layout.items[at];
            const bool touched = item.range.begin < range.end && item.range.end > range.begin;
            if (previous != line->last && open) {
                // The white space between two neighbours is that which stands between them in the text; where directions
                // turn, that before the later one.
                const std::uint32_t later = std::max(at, previous);
                const std::uint32_t gap_begin = layout.items[later - 1].range.end;
                const std::uint32_t gap_end = layout.items[later].range.begin;
                open = gap_begin == gap_end || (range.begin < gap_end && range.end > gap_begin);
            }
            previous = at;
            if (!touched) {
                if (open && !boxes.empty()) boxes.back().width = item.x - boxes.back().x;
                open = false;
                continue;
            }
            std::uint32_t begin = std::max(range.begin, item.range.begin);
            std::uint32_t end = std::min(range.end, item.range.end);
            // A letter with its accents is marked as a whole, and so is a family of emoji.
            if (begin > item.range.begin && begin < item.range.end)
                begin = previous_border(text, item.range, begin + 1, segmenter);
            if (end < item.range.end) end = next_border(text, item.range, end - 1, segmenter);
            const float one = caret_of(item, text, block.role, begin, widths);
            const float two = caret_of(item, text, block.role, end, widths);
            const auto [left, right] = std::minmax(one, two);
            const bool whole_left = left <= item.x + 0.01F;
            if (open && whole_left && !boxes.empty()) {
                boxes.back().width = right - boxes.back().x;
            } else {
                boxes.push_back({left, line->top, right - left, line->height});
            }
            // Only what reaches the item's right edge can be joined to what follows.
            open = right >= item.x + item.width - 0.01F;
        }
        const Item& last = layout.items[line->last - 1];
        if (!boxes.empty() && range.begin <= last.range.end && range.end > last.range.end) {
            const bool to_right = block.direction == Direction::left_to_right;
            const float end = caret_of(last, text, block.role, last.range.end, widths);
            const Rect tail{to_right ? end : end - space, line->top, space, line->height};
            Rect& near = boxes.back();
            if (near.y == line->top && to_right && std::abs(near.right() - end) < 0.5F) {
                near.width += space;
            } else {
                boxes.push_back(tail);
            }
        }
    }
    return boxes;
}

Rect caret_in_block(const Block& block, const BlockLayout& layout, std::string_view text,
                    std::uint32_t offset, WidthCache& widths) {
    if (layout.items.empty()) return {0, 0, 0, layout.height};
    const Line& line = layout.lines[layout.line_at(offset)];
    const Item* found = &layout.items[line.first];
    for (std::uint32_t at = line.first; at < line.last; ++at) {
        if (layout.items[at].range.begin <= offset) found = &layout.items[at];
    }
    return {caret_of(*found, text, block.role, offset, widths), line.top, 0, line.height};
}

std::uint32_t next_border(std::string_view text, text::Range range, std::uint32_t offset,
                          const Segmenter& segmenter) {
    if (offset >= range.end) return range.end;
    // From a place that is certainly a border: any byte behind a space is, and so is the range's beginning.
    std::uint32_t from = offset;
    while (from > range.begin && offset - from < longest_cluster &&
           !(text[from] == ' ' || text[from] == '\n'))
        --from;
    while (from > range.begin && is_inner_byte(text[from])) --from;
    std::uint32_t to = std::min(range.end, offset + longest_cluster);
    while (to < range.end && is_inner_byte(text[to])) ++to;
    const std::vector<std::uint32_t> borders = borders_of(text, {from, to}, segmenter);
    return *std::upper_bound(borders.begin(), std::prev(borders.end()), offset);
}

std::uint32_t previous_border(std::string_view text, text::Range range, std::uint32_t offset,
                              const Segmenter& segmenter) {
    if (offset <= range.begin) return range.begin;
    std::uint32_t from = offset - 1;
    while (from > range.begin && offset - from < longest_cluster &&
           !(text[from] == ' ' || text[from] == '\n'))
        --from;
    while (from > range.begin && is_inner_byte(text[from])) --from;
    std::uint32_t to = std::min(offset, range.end);
    while (to < range.end && is_inner_byte(text[to])) ++to;
    const std::vector<std::uint32_t> borders = borders_of(text, {from, std::max(to, from + 1)}, segmenter);
    const auto at = std::lower_bound(borders.begin(), borders.end(), offset);
    return at == borders.begin() ? range.begin : *std::prev(at);
}

}  // namespace twicetold::viewer
