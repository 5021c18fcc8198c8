#include "viewer/reading.h"

#include <algorithm>
#include <cmath>

#include "viewer/text_painting.h"

namespace twicetold::viewer {
namespace {

// Pixels a second, for each pixel that the pointer is beyond the edge.
constexpr double scroll_speed = 7;
constexpr double slowest_scroll = 90;
constexpr double fastest_scroll = 3000;
constexpr float match_inset = 1;
constexpr float match_border = 2;
constexpr float tick_height = 3;
constexpr float current_tick_height = 6;

double beyond(float y, const Rect& view) {
    if (y < view.y) return static_cast<double>(y - view.y);
    if (y > view.bottom()) return static_cast<double>(y - view.bottom());
    return 0;
}

const ShownBlock* block_of(const std::vector<ShownBlock>& all, const SideBlocks& own, Side side,
                           std::uint32_t offset) {
    const std::int32_t at = own.block_at(offset);
    for (const ShownBlock& block : all) {
        if (block.side == side && at >= 0 && block.block == static_cast<std::uint32_t>(at)) return &block;
    }
    return nullptr;
}

Rect moved(Rect rect, float x, float y) {
    rect.x += x;
    rect.y += y;
    return rect;
}

}  // namespace

// ---------------------------------------------------------------- commands

std::optional<bool> Reading::apply(const Command& command, ShownText& shown) {
    const std::optional<bool> changed = perform(command, shown);
    if (changed)
        source_ =
            selection_.empty() ? SelectedText{} : shown.source_of(selection_.side(), selection_.range());
    return changed;
}

std::optional<bool> Reading::perform(const Command& command, ShownText& shown) {
    if (const auto* wanted = std::get_if<command::PressText>(&command)) return press(*wanted, shown);
    if (const auto* wanted = std::get_if<command::DragText>(&command)) {
        pointer_x_ = wanted->x;
        pointer_y_ = wanted->y;
        return dragging_ && drag(wanted->x, wanted->y, shown);
    }
    if (std::holds_alternative<command::ReleaseText>(command)) {
        dragging_ = false;
        return false;
    }
    if (std::holds_alternative<command::SelectAllText>(command)) return select_all(shown);
    if (std::holds_alternative<command::ClearSelection>(command)) {
        const bool any = !selection_.empty();
        selection_.clear();
        return any;
    }
    if (const auto* wanted = std::get_if<command::MoveSelection>(&command)) return move(*wanted, shown);
    if (const auto* wanted = std::get_if<command::Find>(&command)) return find(wanted->query, shown);
    const auto count = static_cast<std::int32_t>(matches_.size());
    if (std::holds_alternative<command::FindNext>(command)) {
        if (!search_open_ || count == 0) return false;
        return go_to_match(current_ + 1 < count ? current_ + 1 : 0, shown);
    }
    if (std::holds_alternative<command::FindPrevious>(command)) {
        if (!search_open_ || count == 0) return false;
        return go_to_match(current_ > 0 ? current_ - 1 : count - 1, shown);
    }
    if (std::holds_alternative<command::CloseFind>(command)) {
        const bool open = search_open_;
        search_open_ = false;
        matches_.clear();
        current_ = -1;
        return open;
    }
    return std::nullopt;
}

bool Reading::follow(ShownText& shown) {
    const ShownKey key = shown.key();
    if (key == key_) return false;
    key_ = key;
    selection_.clear();
    dragging_ = false;
    if (!source_.empty()) {
        // What was selected stays so where it still shows, be it in another column or in both versions in one.
        const std::optional<ShownText::Stretch> found = shown.shown_from(source_);
        if (found) selection_.select(found->side, found->range);
        if (!found) source_ = {};
    }
    if (search_open_) search_again(shown);
    return true;
}

void Reading::forget() {
    selection_.clear();
    source_ = {};
    dragging_ = false;
    key_ = {};
}

// ---------------------------------------------------------------- selecting

bool Reading::press(const command::PressText& press, ShownText& shown) {
    const bool extend = press.extend && selection_.is_set();
    const std::optional<Side> side = extend ? selection_.side() : shown.side_at(press.x, press.y);
    if (!side) return false;
    const std::optional<TextPoint> point = point_in_text(shown, *side, press.x, press.y, segmenter_, widths_);
    if (!point) return false;
    const SideBlocks& own = *shown.blocks(*side);
    dragging_ = true;
    column_x_.reset();
    pane_ = *side;
    pointer_x_ = press.x;
    pointer_y_ = press.y;
    const bool had = !selection_.empty();
    if (extend) {
        selection_.drag(*point, own);
    } else {
        selection_.press(*side, *point, press.unit, own);
    }
    return had || !selection_.empty();
}

bool Reading::drag(float x, float y, ShownText& shown) {
    const Rect view = shown.view();
    const float inside = std::clamp(y, view.y, std::max(view.bottom() - 1, view.y));
    const std::optional<TextPoint> point =
        point_in_text(shown, selection_.side(), x, inside, segmenter_, widths_);
    const SideBlocks* own = shown.blocks(selection_.side());
    if (!point || own == nullptr) return false;
    const text::Range before = selection_.range();
    selection_.drag(*point, *own);
    return !(before == selection_.range());
}

bool Reading::advance(double seconds, ShownText& shown) {
    if (!animating(shown)) return false;
    const double away = beyond(pointer_y_, shown.view());
    const double speed = std::clamp(std::abs(away) * scroll_speed, slowest_scroll, fastest_scroll);
    const bool scrolled = shown.scroll(selection_.side(), std::copysign(speed * seconds, away));
    const bool selected = drag(pointer_x_, pointer_y_, shown);
    return scrolled || selected;
}

bool Reading::animating(const ShownText& shown) const {
    return dragging_ && shown.view().height > 0 && beyond(pointer_y_, shown.view()) != 0;
}

bool Reading::select_all(ShownText& shown) {
    Side side = pane_;
    const std::vector<ShownBlock> all = shown.on_screen();
    const auto on_screen = [&](Side wanted) {
        return std::any_of(all.begin(), all.end(),
                           [&](const ShownBlock& block) { return block.side == wanted; });
    };
    if (shown.blocks(side) == nullptr || (!all.empty() && !on_screen(side))) side = other(side);
    const SideBlocks* own = shown.blocks(side);
    if (own == nullptr || own->blocks.empty()) return false;
    selection_.select(side, {own->blocks.front().range.begin, own->blocks.back().range.end});
    column_x_.reset();
    return true;
}

bool Reading::move(const command::MoveSelection& move, ShownText& shown) {
    if (!selection_.is_set()) return false;
    const Side side = selection_.side();
    const SideBlocks* own = shown.blocks(side);
    if (own == nullptr) return false;
    std::optional<std::uint32_t> to;
    if (move.step == SelectionStep::line) {
        to = line_step(move.forward, shown);
    } else {
        column_x_.reset();
        const std::int32_t at = own->block_at(selection_.focus());
        const bool leftwards =
            at >= 0 && own->blocks[static_cast<std::size_t>(at)].direction == Direction::right_to_left;
        to = stepped(shown, side, selection_.focus(), move.step, move.forward != leftwards, segmenter_);
    }
    // The key is used up at the text's ends too: the screen does not scroll instead.
    if (!to) return true;
    selection_.move_to(*to);
    keep_in_sight(side, *to, shown);
    return true;
}

std::optional<std::uint32_t> Reading::line_step(bool down, ShownText& shown) {
    const Side side = selection_.side();
    const SideBlocks& own = *shown.blocks(side);
    const std::uint32_t focus = selection_.focus();
    const std::vector<ShownBlock> all = shown.on_screen();
    const ShownBlock* placed = block_of(all, own, side, focus);
    if (placed == nullptr) {
        // Out of sight: the first key only brings it back.
        shown.reveal(side, focus);
        return std::nullopt;
    }
    const std::string_view text = own.document->text;
    const Block& block = own.blocks[placed->block];
    const Rect caret = caret_in_block(block, *placed->layout, text, focus, widths_);
    if (!column_x_) column_x_ = caret.x;
    const std::uint32_t line = placed->layout->line_at(focus);
    const std::size_t lines = placed->layout->lines.size();
    if (down ? line + 1 < lines : line > 0) {
        const Line& next = placed->layout->lines[down ? line + 1 : line - 1];
        return point_in_block(block, *placed->layout, text, *column_x_, next.top + next.height / 2,
                              segmenter_, widths_)
            .caret;
    }
    std::uint32_t at = placed->block;
    do {
        if (down ? at + 1 >= own.blocks.size() : at == 0) return down ? block.range.end : block.range.begin;
        at = down ? at + 1 : at - 1;
    } while (!shown.readable(side, at));
    const text::Range next = own.blocks[at].range;
    for (const ShownBlock& neighbour : all) {
        if (neighbour.side != side || neighbour.block != at) continue;
        const float y = down ? 1 : neighbour.layout->height - 1;
        return point_in_block(own.blocks[at], *neighbour.layout, text, *column_x_, y, segmenter_, widths_)
            .caret;
    }
    return down ? next.begin : next.end;
}

void Reading::keep_in_sight(Side side, std::uint32_t offset, ShownText& shown) const {
    const SideBlocks& own = *shown.blocks(side);
    const std::vector<ShownBlock> all = shown.on_screen();
    const ShownBlock* placed = block_of(all, own, side, offset);
    if (placed == nullptr) {
        shown.reveal(side, offset);
        return;
    }
    const Rect view = shown.view();
    const Rect caret =
        moved(caret_in_block(own.blocks[placed->block], *placed->layout, own.document->text, offset, widths_),
              placed->x, placed->y);
    constexpr float margin = 8;
    if (caret.y < view.y + margin) {
        shown.scroll(side, static_cast<double>(caret.y - view.y - margin));
    } else if (caret.bottom() > view.bottom() - margin) {
        shown.scroll(side, static_cast<double>(caret.bottom() - view.bottom() + margin));
    }
}

std::optional<Rect> Reading::selection_box(ShownText& shown) const {
    if (!selection_.is_set()) return std::nullopt;
    const SideBlocks* own = shown.blocks(selection_.side());
    if (own == nullptr) return std::nullopt;
    const std::vector<ShownBlock> all = shown.on_screen();
    const ShownBlock* placed = block_of(all, *own, selection_.side(), selection_.focus());
    if (placed == nullptr) return std::nullopt;
    return moved(caret_in_block(own->blocks[placed->block], *placed->layout, own->document->text,
                                selection_.focus(), widths_),
                 placed->x, placed->y);
}

bool Reading::is_selected(ShownText& shown, float x, float y) const {
    if (selection_.empty() || shown.side_at(x, y) != selection_.side() || !is_over_text(shown, x, y))
        return false;
    const std::optional<TextPoint> point = point_in_text(shown, selection_.side(), x, y, segmenter_, widths_);
    return point && selection_.contains(selection_.side(), point->cluster.begin);
}

// ---------------------------------------------------------------- searching

bool Reading::find(const std::string& query, ShownText& shown) {
    if (search_open_ && query == query_) return false;
    search_open_ = true;
    query_ = query;
    const std::int32_t kept = search_again(shown) ? current_ : -1;
    return kept < 0 || go_to_match(kept, shown);
}

bool Reading::search_again(ShownText& shown) {
    // While a word is typed the match that was found for its beginning stays the current one.
    std::optional<SearchMatch> last;
    if (current_ >= 0) last = matches_[static_cast<std::size_t>(current_)];
    matches_ = find_matches(shown, query_, folding_);
    current_ = -1;
    if (matches_.empty()) return false;
    if (last) {
        const auto at = std::lower_bound(
            matches_.begin(), matches_.end(), *last, [](const SearchMatch& one, const SearchMatch& two) {
                return one.order != two.order ? one.order < two.order : one.range.begin < two.range.begin;
            });
        if (at != matches_.end() && at->order == last->order && at->range.begin == last->range.begin) {
            current_ = static_cast<std::int32_t>(at - matches_.begin());
            return true;
        }
    }
    current_ = match_on_screen(shown);
    return true;
}

std::int32_t Reading::match_on_screen(ShownText& shown) const {
    std::vector<ShownBlock> all = shown.on_screen();
    std::sort(all.begin(), all.end(), [&](const ShownBlock& one, const ShownBlock& two) {
        return shown.order(one.side, one.block) < shown.order(two.side, two.block);
    });
    const Rect view = shown.view();
    std::int32_t below = -1;
    for (const ShownBlock& block : all) {
        const SideBlocks& own = *shown.blocks(block.side);
        const std::uint64_t order = shown.order(block.side, block.block);
        auto at = std::partition_point(matches_.begin(), matches_.end(),
                                       [&](const SearchMatch& match) { return match.order < order; });
        for (; at != matches_.end() && at->order == order; ++at) {
            const Rect caret = caret_in_block(own.blocks[block.block], *block.layout, own.document->text,
                                              at->range.begin, widths_);
            const float y = block.y + caret.y;
            if (y >= view.y && y + caret.height <= view.bottom())
                return static_cast<std::int32_t>(at - matches_.begin());
        }
        if (below < 0 && at != matches_.end()) below = static_cast<std::int32_t>(at - matches_.begin());
    }
    return std::max(below, 0);
}

bool Reading::go_to_match(std::int32_t match, ShownText& shown) {
    current_ = match;
    const SearchMatch& found = matches_[static_cast<std::size_t>(match)];
    // What is in sight already stays where it is.
    const SideBlocks& own = *shown.blocks(found.side);
    const std::vector<ShownBlock> all = shown.on_screen();
    const ShownBlock* placed = block_of(all, own, found.side, found.range.begin);
    if (placed != nullptr) {
        const Rect view = shown.view();
        const Rect caret = caret_in_block(own.blocks[placed->block], *placed->layout, own.document->text,
                                          found.range.begin, widths_);
        const float y = placed->y + caret.y;
        if (y >= view.y + caret.height && y + 2 * caret.height <= view.bottom()) return true;
    }
    shown.reveal(found.side, found.range.begin);
    return true;
}

SearchState Reading::search() const {
    SearchState state;
    if (!search_open_) return state;
    state.open = true;
    state.query = query_;
    state.count = static_cast<std::uint32_t>(matches_.size());
    state.current = current_;
    state.more = matches_.size() == most_matches;
    return state;
}

// ---------------------------------------------------------------- the picture

void Reading::paint(DisplayList& list, ShownText& shown) const {
    const bool any_match = search_open_ && !matches_.empty();
    if (list.layers.size() < 2 || (selection_.empty() && !any_match)) return;
    DrawLayer& layer = list.layers[0];
    for (const ShownBlock& placed : shown.on_screen()) {
        const SideBlocks& own = *shown.blocks(placed.side);
        const Block& block = own.blocks[placed.block];
        if (any_match) paint_matches(layer, placed, shown);
        if (selection_.empty() || placed.side != selection_.side()) continue;
        const text::Range range = selection_.range();
        if (range.end <= block.range.begin || range.begin >= block.range.end) continue;
        for (const Rect& box :
             boxes_in_block(block, *placed.layout, own.document->text, range, segmenter_, widths_)) {
            const Rect rect = moved(box, placed.x, placed.y);
            if (overlaps(rect, layer.clip)) layer.rects.push_back({rect, ColorRole::selection, 0});
        }
    }
    if (any_match && shown.strip().height > 0) paint_ticks(list.layers[1], shown);
}

void Reading::paint_matches(DrawLayer& layer, const ShownBlock& placed, ShownText& shown) const {
    const SideBlocks& own = *shown.blocks(placed.side);
    const Block& block = own.blocks[placed.block];
    const std::uint64_t order = shown.order(placed.side, placed.block);
    // A paragraph may be far longer than the screen: only what shows of it is asked for.
    const std::vector<Line>& lines = placed.layout->lines;
    if (lines.empty() || placed.layout->items.empty()) return;
    const auto line_near = [&](float y) {
        const auto at = std::partition_point(lines.begin(), lines.end(), [&](const Line& line) {
            return placed.y + line.top + line.height < y;
        });
        return at == lines.end() ? std::prev(lines.end()) : at;
    };
    const std::uint32_t from = placed.layout->items[line_near(layer.clip.y)->first].range.begin;
    const auto last = line_near(layer.clip.bottom());
    const std::uint32_t to = placed.layout->items[std::max(last->last, 1U) - 1].range.end;
    auto match = std::partition_point(matches_.begin(), matches_.end(), [&](const SearchMatch& each) {
        return each.order < order || (each.order == order && each.range.end <= from);
    });
    for (; match != matches_.end() && match->order == order && match->range.begin < to; ++match) {
        const bool current = match - matches_.begin() == current_;
        for (const Rect& box :
             boxes_in_block(block, *placed.layout, own.document->text, match->range, segmenter_, widths_)) {
            Rect rect = moved(box, placed.x, placed.y);
            rect.y += match_inset;
            rect.height -= 2 * match_inset;
            if (!overlaps(rect, layer.clip)) continue;
            layer.rects.push_back({rect, current ? ColorRole::match_current : ColorRole::match, 2});
            const auto line = [&](float x, float y, float to_x, float to_y, float thickness) {
                layer.lines.push_back({x, y, to_x, to_y, thickness, LineStyle::solid, ColorRole::match_line});
            };
            if (!current) {
                line(rect.x, rect.bottom() - 0.5F, rect.right(), rect.bottom() - 0.5F, 1);
                continue;
            }
            // Known without its colour too: by a frame.
            const float left = rect.x - match_border / 2;
            const float right = rect.right() + match_border / 2;
            line(left, rect.y, right, rect.y, match_border);
            line(left, rect.bottom(), right, rect.bottom(), match_border);
            line(left, rect.y - match_border / 2, left, rect.bottom() + match_border / 2, match_border);
            line(right, rect.y - match_border / 2, right, rect.bottom() + match_border / 2, match_border);
        }
    }
}

void Reading::paint_ticks(DrawLayer& layer, ShownText& shown) const {
    const Rect strip = shown.strip();
    const auto y_of = [&](const SearchMatch& match, float height) {
        const float share = std::clamp(shown.share(match.side, match.block, match.range.begin), 0.0F, 1.0F);
        return strip.y + std::floor(share * std::max(strip.height - height, 0.0F));
    };
    // However many there are, a pixel row shows one.
    std::vector<bool> taken(static_cast<std::size_t>(strip.height) + 2, false);
    for (const SearchMatch& match : matches_) {
        const float y = y_of(match, tick_height);
        const auto pixel = static_cast<std::size_t>(std::max(y - strip.y, 0.0F));
        if (pixel >= taken.size() || taken[pixel]) continue;
        taken[pixel] = true;
        layer.rects.push_back(
            {{strip.x + 6, y, std::max(strip.width - 12, 2.0F), tick_height}, ColorRole::strip_match, 1});
    }
    if (current_ < 0) return;
    const float y = y_of(matches_[static_cast<std::size_t>(current_)], current_tick_height);
    layer.rects.push_back({{strip.x + 1, y, strip.width - 2, current_tick_height}, ColorRole::match_line, 1});
}

}  // namespace twicetold::viewer
