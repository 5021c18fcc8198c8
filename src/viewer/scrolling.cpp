// Places: columns, measured and estimated heights, the anchor that keeps the text still, gliding.
#include <algorithm>
#include <cmath>

#include "viewer/implementation.h"

namespace twicetold::viewer {
namespace {

constexpr float fold_height = 48;
/// A jump farther than this many screens starts this near to its end: gliding past a whole text tells nothing.
constexpr double glide_screens = 1.25;

}  // namespace

void ViewModel::Implementation::place_columns() {
    const bool from_right = reading_direction == Direction::right_to_left;
    columns = make_columns(area, widths,
                           {.single = shown_as != Presentation::side_by_side,
                            .mirrored = from_right != swapped,
                            .letters = measure_letters});
}

void ViewModel::Implementation::forget_layouts() {
    const std::vector<Row>& rows = text.rows;
    layouts.clear();
    layouts.resize(rows.size());
    heights.assign(rows.size(), 0);
    for (std::uint32_t row = 0; row < rows.size(); ++row) {
        float height[2] = {0, 0};
        for (const Side at : {Side::before, Side::after}) {
            for (std::uint32_t block = rows[row].first(at); block < rows[row].last(at); ++block) {
                const Block& content = side(at).blocks[block];
                height[at == Side::before ? 0 : 1] += estimated_height(content, columns.width, widths) +
                                                      space_below(content, nullptr) +
                                                      space_above(content, false);
            }
        }
        heights[row] = std::max(height[0], height[1]);
    }
    tops_stale = true;
}

float ViewModel::Implementation::entry_height(std::size_t entry) const {
    const Entry& shown = entries[entry];
    switch (shown.kind) {
        case Entry::Kind::margin: return entry == 0 ? top_margin : bottom_margin;
        case Entry::Kind::fold: return fold_height;
        case Entry::Kind::row: break;
    }
    return heights[shown.first_row];
}

void ViewModel::Implementation::refresh_tops() {
    if (!tops_stale) return;
    tops.resize(entries.size() + 1);
    double top = 0;
    for (std::size_t entry = 0; entry < entries.size(); ++entry) {
        tops[entry] = top;
        top += static_cast<double>(entry_height(entry));
    }
    tops[entries.size()] = top;
    tops_stale = false;
}

double ViewModel::Implementation::top_of(std::size_t entry) {
    refresh_tops();
    return tops[entry];
}

double ViewModel::Implementation::position(Anchor place) { return top_of(place.entry) + place.offset; }

Anchor ViewModel::Implementation::anchor_at(double at) {
    refresh_tops();
    if (entries.empty()) return {};
    const double inside = std::clamp(at, 0.0, tops.back());
    const auto after = std::upper_bound(tops.begin(), std::prev(tops.end()), inside);
    const auto entry = static_cast<std::size_t>(after - tops.begin()) - 1;
    return {entry, inside - tops[entry]};
}

RowLayout& ViewModel::Implementation::measure(std::uint32_t row) {
    if (layouts[row]) return *layouts[row];
    auto layout = std::make_unique<RowLayout>();
    const Row& shown = text.rows[row];
    float lowest = 0;
    for (const Side at : {Side::before, Side::after}) {
        std::vector<BlockLayout>& blocks = at == Side::before ? layout->before : layout->after;
        std::vector<float>& block_tops = at == Side::before ? layout->before_tops : layout->after_tops;
        float y = 0;
        const SideBlocks& own = side(at);
        for (std::uint32_t block = shown.first(at); block < shown.last(at); ++block) {
            const Block* next = block + 1 < own.blocks.size() ? &own.blocks[block + 1] : nullptr;
            y += space_above(own.blocks[block], row == 0);
            blocks.push_back(lay_out(own.blocks[block], own.document->text, text.marks.side(at), block,
                                     columns.width, segmenter, widths));
            block_tops.push_back(y);
            y += blocks.back().height + space_below(own.blocks[block], next);
        }
        lowest = std::max(lowest, y);
    }
    layout->height = std::round(lowest);
    layout->ribbons = row_ribbons(row, *layout);
    if (heights[row] != layout->height) {
        heights[row] = layout->height;
        tops_stale = true;
    }
    layouts[row] = std::move(layout);
    return *layouts[row];
}

void ViewModel::Implementation::measure_entry(std::size_t entry) {
    if (entries[entry].kind == Entry::Kind::row) measure(entries[entry].first_row);
}

Anchor ViewModel::Implementation::moved(Anchor from, double pixels) {
    Anchor place = from;
    place.offset += pixels;
    measure_entry(place.entry);
    while (place.offset < 0 && place.entry > 0) {
        --place.entry;
        measure_entry(place.entry);
        place.offset += static_cast<double>(entry_height(place.entry));
    }
    if (place.offset < 0) place.offset = 0;
    while (place.entry + 1 < entries.size() &&
           place.offset >= static_cast<double>(entry_height(place.entry))) {
        place.offset -= static_cast<double>(entry_height(place.entry));
        ++place.entry;
        measure_entry(place.entry);
    }
    return place;
}

Anchor ViewModel::Implementation::clamped(Anchor place) {
    if (entries.empty()) return {};
    double filled = -place.offset;
    for (std::size_t entry = place.entry; entry < entries.size() && filled < view_height(); ++entry) {
        measure_entry(entry);
        filled += static_cast<double>(entry_height(entry));
    }
    if (filled >= view_height()) return place;
    return moved(place, filled - view_height());
}

void ViewModel::Implementation::set_anchor(Anchor place) {
    anchor = place;
    touch();
}

bool ViewModel::Implementation::scroll_to(Anchor target, bool animated) {
    if (entries.empty()) return false;
    target = clamped(moved(target, 0));
    glide.reset();
    const bool same = target.entry == anchor.entry && std::abs(target.offset - anchor.offset) < 0.01;
    if (!animated || reduced_motion || same || view_height() <= 0) {
        set_anchor(target);
        return !same;
    }
    // Near enough to glide all the way? By estimate first; then for certain, measuring what lies between.
    const double reach = glide_screens * view_height();
    const bool down = position(target) > position(anchor);
    if (std::abs(position(target) - position(anchor)) > reach)
        set_anchor(clamped(moved(target, down ? -reach : reach)));
    const auto [low, high] = std::minmax(anchor.entry, target.entry);
    for (std::size_t entry = low; entry <= high; ++entry) measure_entry(entry);
    const double distance = position(target) - position(anchor);
    glide = Glide{target, distance, 0, glide_seconds};
    touch();
    return true;
}

bool ViewModel::Implementation::scroll_by(double pixels, bool animated) {
    if (entries.empty() || pixels == 0) return false;
    // A second push while gliding adds to where the first one leads.
    const Anchor from = glide && animated ? glide->target : anchor;
    const double reach = 4 * std::max(view_height(), 1.0);
    const Anchor target = std::abs(pixels) > reach ? anchor_at(position(from) + pixels) : moved(from, pixels);
    const Anchor end = clamped(target);
    if (end.entry == from.entry && std::abs(end.offset - from.offset) < 0.01) return false;
    return scroll_to(end, animated);
}

float ViewModel::Implementation::line_top(const Place& place) {
    const RowLayout& layout = measure(place.row);
    const std::int32_t block = side(place.side).block_at(place.offset);
    const auto first = static_cast<std::int32_t>(text.rows[place.row].first(place.side));
    const auto index = static_cast<std::size_t>(std::max(block - first, 0));
    const std::vector<BlockLayout>& blocks = layout.blocks(place.side);
    if (index >= blocks.size()) return 0;
    const BlockLayout& found = blocks[index];
    return layout.tops(place.side)[index] +
           (found.lines.empty() ? 0 : found.lines[found.line_at(place.offset)].top);
}

bool ViewModel::Implementation::reveal(const Place& place, bool animated) {
    const Anchor line{entry_of_row[place.row], static_cast<double>(line_top(place))};
    return scroll_to(moved(line, -view_height() / 3), animated);
}

ViewModel::Implementation::Visible ViewModel::Implementation::visible() {
    Visible result;
    if (entries.empty() || columns.content.height <= 0) return result;
    const Anchor place = clamped(moved(anchor, 0));
    if (place.entry != anchor.entry || place.offset != anchor.offset) {
        anchor = place;
        if (glide) glide.reset();
    }
    result.first = anchor.entry;
    result.y =
        std::round((columns.content.y - static_cast<float>(anchor.offset)) * pixel_ratio) / pixel_ratio;
    float y = result.y;
    result.last = result.first;
    while (result.last < entries.size() && y < columns.content.bottom()) {
        measure_entry(result.last);
        y += entry_height(result.last);
        ++result.last;
    }
    return result;
}

}  // namespace twicetold::viewer
namespace twicetold::viewer {

void ViewModel::advance(double seconds) {
    Implementation& self = *implementation_;
    if (self.fling) {
        // The time constant of a touch screen's lists: what is left to go shrinks to a third in so many seconds.
        constexpr double slowing = 0.325;
        constexpr double standstill = 18;  // pixels a second
        const command::Fling moving = *self.fling;
        const double share = std::exp(-std::max(seconds, 0.0) / slowing);
        const double pixels = moving.velocity * slowing * (1 - share);
        const bool moved = apply(command::ScrollBy{pixels, false, moving.side});
        self.fling = moving;
        self.fling->velocity *= share;
        if (!moved || std::abs(self.fling->velocity) < standstill) self.fling.reset();
        self.touch();
    }
    if (self.coverage && self.coverage->animating()) {
        self.coverage->advance(seconds);
        self.touch();
    }
    if (self.texts && self.reading.advance(seconds, *self.texts)) self.touch();
    if (!self.glide) return;
    Implementation::Glide& glide = *self.glide;
    glide.elapsed += std::max(seconds, 0.0);
    if (glide.elapsed >= glide.duration) {
        const Anchor target = glide.target;
        self.glide.reset();
        self.set_anchor(target);
        return;
    }
    const double rest = glide.distance * (1 - ease_out(glide.elapsed / glide.duration));
    self.set_anchor(self.moved(glide.target, -rest));
}

bool ViewModel::animating() const {
    const Implementation& self = *implementation_;
    return self.glide.has_value() || self.fling.has_value() ||
           (self.texts && self.reading.animating(*self.texts)) ||
           (self.coverage && self.coverage->animating());
}

}  // namespace twicetold::viewer
