// The picture: rows on screen to text, marks, ribbons, the overview strip and what can be clicked.
#include <algorithm>
#include <cmath>

#include "viewer/implementation.h"
#include "viewer/label_runs.h"
#include "viewer/text_painting.h"

namespace twicetold::viewer {
namespace {

constexpr float gap_of_absent = 7;  // an absent paragraph's place is in the middle of the space between rows
constexpr float fold_bar_height = 34;
constexpr float farthest = 900;  // pixels beyond the screen's edge that a ribbon leads to
constexpr float shortest_tick = 3;

/// Which of two marks that meet on the overview or in a ribbon shows.
int weight(MarkKind kind) {
    switch (kind) {
        case MarkKind::cosmetic: return 0;
        case MarkKind::moved: return 1;
        default: return 2;
    }
}

ColorRole fill_of(MarkKind kind, Side side, bool current) {
    switch (kind) {
        case MarkKind::moved: return current ? ColorRole::moved_current : ColorRole::moved_fill;
        case MarkKind::cosmetic: return current ? ColorRole::cosmetic_current : ColorRole::cosmetic_fill;
        default: break;
    }
    if (side == Side::before) return current ? ColorRole::removed_current : ColorRole::removed_fill;
    return current ? ColorRole::added_current : ColorRole::added_fill;
}

ColorRole tick_of(MarkKind kind, Side side) {
    if (kind == MarkKind::moved) return ColorRole::strip_moved;
    if (kind == MarkKind::cosmetic) return ColorRole::strip_cosmetic;
    return side == Side::before ? ColorRole::strip_removed : ColorRole::strip_added;
}

/// Calls `visit(row, side, block index, layout, y of the block)` for every block of the entries on screen.
template <typename Visit>
void for_each_block(const ViewModel::Implementation& self, const ViewModel::Implementation::Visible& shown,
                    Visit&& visit) {
    float y = shown.y;
    for (std::size_t entry = shown.first; entry < shown.last; ++entry) {
        if (self.entries[entry].kind == Entry::Kind::row) {
            const std::uint32_t row = self.entries[entry].first_row;
            const RowLayout& layout = *self.layouts[row];
            for (const Side side : {Side::before, Side::after}) {
                const std::vector<BlockLayout>& blocks = layout.blocks(side);
                for (std::size_t index = 0; index < blocks.size(); ++index) {
                    const auto block = self.text.rows[row].first(side) + static_cast<std::uint32_t>(index);
                    visit(row, side, block, blocks[index], y + layout.tops(side)[index]);
                }
            }
        }
        y += self.entry_height(entry);
    }
}

}  // namespace

std::pair<float, float> ViewModel::Implementation::extent_in_row(std::uint32_t row, Side at,
                                                                 text::Range range) const {
    const SideBlocks& own = side(at);
    const Row& shown = text.rows[row];
    if (shown.empty(at)) return {0, 0};
    if (layouts[row]) {
        const RowLayout& layout = *layouts[row];
        float top = -1;
        float bottom = 0;
        for (std::size_t index = 0; index < layout.blocks(at).size(); ++index) {
            const text::Range block = own.blocks[shown.first(at) + index].range;
            const BlockLayout& lines = layout.blocks(at)[index];
            if (lines.lines.empty() || block.end <= range.begin || block.begin >= range.end) continue;
            const float y = layout.tops(at)[index];
            if (top < 0) top = y + lines.lines[lines.line_at(range.begin)].top;
            const Line& last = lines.lines[lines.line_at(std::max(range.end, range.begin + 1) - 1)];
            bottom = y + last.top + last.height;
        }
        if (top >= 0) return {top, bottom};
    }
    const text::Range first = own.blocks[shown.first(at)].range;
    const text::Range last = own.blocks[shown.last(at) - 1].range;
    const float length = static_cast<float>(std::max(last.end - first.begin, 1U));
    const auto share = [&](std::uint32_t offset) {
        return static_cast<float>(std::clamp(offset, first.begin, last.end) - first.begin) / length;
    };
    return {share(range.begin) * heights[row], share(range.end) * heights[row]};
}

bool is_moved(const StepText& text, Side at, std::uint32_t block) {
    const SideMarks& own = text.marks.side(at);
    std::uint32_t marked = 0;
    for (std::uint32_t mark = own.first[block]; mark < own.first[block + 1]; ++mark) {
        if (own.marks[mark].kind == MarkKind::moved) marked += own.marks[mark].range.size();
    }
    // The spaces between its sentences are not marked.
    return marked * 10 >= text.side(at).blocks[block].range.size() * 9;
}

void ViewModel::Implementation::find_overview_stretches() {
    stretches.clear();
    if (empty()) return;
    for (const Side at : {Side::before, Side::after}) {
        const SideBlocks& own = side(at);
        const SideMarks& own_marks = text.marks.side(at);
        for (std::size_t block = 0; block < own.blocks.size(); ++block) {
            const std::uint32_t row = (at == Side::before ? text.row_of_before : text.row_of_after)[block];
            const text::Range first = own.blocks[text.rows[row].first(at)].range;
            const text::Range last = own.blocks[text.rows[row].last(at) - 1].range;
            const float length = static_cast<float>(std::max(last.end - first.begin, 1U));
            for (std::uint32_t mark = own_marks.first[block]; mark < own_marks.first[block + 1]; ++mark) {
                const Mark& found = own_marks.marks[mark];
                stretches.push_back({document_of(at, found), found.kind, row,
                                     static_cast<float>(found.range.begin - first.begin) / length,
                                     static_cast<float>(found.range.end - first.begin) / length,
                                     found.change});
            }
        }
    }
}

std::vector<RowRibbon> ViewModel::Implementation::row_ribbons(std::uint32_t row,
                                                              const RowLayout& layout) const {
    std::vector<RowRibbon> ribbons;
    const Row& shown = text.rows[row];
    // What only one side has is joined to its place across rows; what moved, to its other end.
    if (columns.single || shown.empty(Side::before) || shown.empty(Side::after)) return ribbons;
    for (const std::int32_t number : changes_of_row[row]) {
        const engine::Change& change = change_at(number);
        const bool inside_move = change.group >= 0 &&
                                 static_cast<std::size_t>(change.group) < step().alignment.size() &&
                                 step().alignment[static_cast<std::size_t>(change.group)].move >= 0;
        if (inside_move) continue;
        RowRibbon ribbon;
        ribbon.changes.push_back(number);
        ribbon.kind = text.marks.kind_of_stop[static_cast<std::size_t>(number)];
        for (const Side at : {Side::before, Side::after}) {
            const SideBlocks& own = side(at);
            float top = 1e9F;
            float bottom = -1;
            for (std::size_t index = 0; index < layout.blocks(at).size(); ++index) {
                const BlockLayout& block = layout.blocks(at)[index];
                for (const MarkStretch& stretch : block.stretches) {
                    if (text.marks.side(at).marks[stretch.mark].change != number) continue;
                    const Line& line = block.lines[stretch.line];
                    top = std::min(top, layout.tops(at)[index] + line.top);
                    bottom = std::max(bottom, layout.tops(at)[index] + line.top + line.height);
                }
            }
            const bool present = bottom >= 0;
            if (!present) {
                // Where the words would stand.
                const engine::ChangeSide& has = at == Side::before ? change.after : change.before;
                const std::uint32_t offset = counterpart(step(), other(at), has.range.begin);
                std::int32_t block = own.block_at(offset);
                block = std::clamp(block, static_cast<std::int32_t>(shown.first(at)),
                                   static_cast<std::int32_t>(shown.last(at)) - 1);
                const std::size_t index = static_cast<std::size_t>(block) - shown.first(at);
                const BlockLayout& lines = layout.blocks(at)[index];
                const float y = layout.tops(at)[index];
                if (!lines.lines.empty()) {
                    const Line& line = lines.lines[lines.line_at(offset > 0 ? offset - 1 : 0)];
                    top = y + line.top;
                    bottom = y + line.top + line.height;
                } else {
                    top = bottom = y;
                }
            }
            (at == Side::before ? ribbon.before_present : ribbon.after_present) = present;
            (at == Side::before ? ribbon.before_top : ribbon.after_top) = top;
            (at == Side::before ? ribbon.before_bottom : ribbon.after_bottom) = bottom;
        }
        if (!ribbon.before_present && !ribbon.after_present) continue;
        // Changes on the same lines share one ribbon: two would only be darker.
        const auto meets = [&](const RowRibbon& one) {
            return one.before_top < ribbon.before_bottom && ribbon.before_top < one.before_bottom &&
                   one.after_top < ribbon.after_bottom && ribbon.after_top < one.after_bottom;
        };
        while (true) {
            const auto found = std::find_if(ribbons.begin(), ribbons.end(), meets);
            if (found == ribbons.end()) break;
            ribbon.changes.insert(ribbon.changes.end(), found->changes.begin(), found->changes.end());
            if (weight(found->kind) > weight(ribbon.kind)) ribbon.kind = found->kind;
            ribbon.before_present = ribbon.before_present || found->before_present;
            ribbon.after_present = ribbon.after_present || found->after_present;
            ribbon.before_top = std::min(ribbon.before_top, found->before_top);
            ribbon.before_bottom = std::max(ribbon.before_bottom, found->before_bottom);
            ribbon.after_top = std::min(ribbon.after_top, found->after_top);
            ribbon.after_bottom = std::max(ribbon.after_bottom, found->after_bottom);
            ribbons.erase(found);
        }
        ribbons.push_back(std::move(ribbon));
    }
    const bool regrouped = ribbons.empty() && !shown.same && !shown.empty(Side::before) &&
                           !shown.empty(Side::after) &&
                           shown.before_last - shown.before_first != shown.after_last - shown.after_first;
    if (regrouped) {
        const auto bottom = [&](Side at) { return layout.tops(at).back() + layout.blocks(at).back().height; };
        RowRibbon ribbon;
        ribbon.kind = MarkKind::cosmetic;
        ribbon.before_bottom = bottom(Side::before);
        ribbon.after_bottom = bottom(Side::after);
        ribbons.push_back(std::move(ribbon));
    }
    return ribbons;
}

Layout ViewModel::Implementation::make_layout() {
    Layout layout;
    if (empty() || columns.content.height <= 0) return layout;
    const Rect clip = columns.content;
    for_each_block(*this, visible(),
                   [&](std::uint32_t, Side at, std::uint32_t, const BlockLayout& block, float y) {
                       const float x = columns.x(at);
                       for (const Line& line : block.lines) {
                           for (std::uint32_t index = line.first; index < line.last; ++index) {
                               const Item& item = block.items[index];
                               const Rect rect{x + item.x, y + line.top, item.width, line.height};
                               if (!overlaps(rect, clip)) continue;
                               const SourceRange source_words = source_range(at, item.range);
                               layout.words.push_back({source_words.side, rect, source_words.range});
                           }
                       }
                       for (const MarkStretch& stretch : block.stretches) {
                           const Rect rect = box_of(block, stretch, x, y);
                           const Mark& mark = text.marks.side(at).marks[stretch.mark];
                           if (!overlaps(rect, clip)) continue;
                           layout.marks.push_back({document_of(at, mark), mark.kind, rect,
                                                   text.marks.side(at).wholes[mark.whole], mark.change,
                                                   is_current(mark)});
                       }
                   });
    return layout;
}

Overview ViewModel::Implementation::make_overview() {
    Overview result;
    result.strip = columns.strip;
    if (empty() || entries.empty() || columns.content.height <= 0) return result;
    visible();
    refresh_tops();
    // A text shorter than the screen stands beside its marks.
    const double total = std::max({tops.back(), view_height(), 1.0});
    for (const OverviewStretch& stretch : stretches) {
        const std::size_t entry = entry_of_row[stretch.row];
        const double top = tops[entry];
        const double height = static_cast<double>(entry_height(entry));
        result.marks.push_back(
            {stretch.side, stretch.kind,
             static_cast<float>((top + height * static_cast<double>(stretch.begin)) / total),
             static_cast<float>((top + height * static_cast<double>(stretch.end)) / total), stretch.change});
    }
    result.view_begin = static_cast<float>(std::clamp(position(anchor) / total, 0.0, 1.0));
    result.view_end = static_cast<float>(std::clamp((position(anchor) + view_height()) / total, 0.0, 1.0));
    return result;
}

namespace {

/// Builds the list for one revision.
class Painter {
public:
    Painter(ViewModel::Implementation& self, DisplayList& list)
        : self_(self), list_(list), columns_(self.columns), painter_(list, self.widths) {}

    void paint() {
        list_.layers.clear();
        list_.regions.clear();
        list_.strings.clear();
        if (self_.empty() || columns_.content.height <= 0 || self_.canvas.width <= 0) return;
        shown_ = self_.visible();
        list_.layers.resize(2);
        list_.layers[0].clip = columns_.content;
        list_.layers[1].clip = self_.area;
        paint_text();
        paint_between();
        paint_move_ribbons();
        paint_header();
        paint_overview();
    }

private:
    DrawLayer& text() { return list_.layers[0]; }
    DrawLayer& frame() { return list_.layers[1]; }

    float put_label(DrawLayer& layer, std::string text, float x, float baseline, TextRole role,
                    ColorRole color) {
        return painter_.label(layer, std::move(text), x, baseline, role, color);
    }

    void paint_text() {
        for_each_block(
            self_, shown_,
            [&](std::uint32_t row, Side side, std::uint32_t index, const BlockLayout& block, float y) {
                const float x = columns_.x(side);
                if (y > columns_.content.bottom() || y + block.height < columns_.content.y) return;
                list_.regions.push_back(
                    {{x, y, columns_.width, block.height}, {Hit::Kind::text, side, -1, -1, row}});
                const SideBlocks& own = self_.side(side);
                painter_.furniture(text(), own.blocks[index], block, x, y, columns_.width);
                paint_marks(row, side, block, x, y);
                painter_.words(text(), own.blocks[index], own.document->text, block, x, y);
                if (columns_.single && self_.text.rows[row].lone) {
                    // A whole paragraph that came or went.
                    const bool came = self_.source.rows[row].empty(Side::before);
                    text().rects.push_back({{bar_x(own.blocks[index]), y + 3, 3, block.height - 6},
                                            came ? ColorRole::added_line : ColorRole::removed_line,
                                            1.5F});
                }
            });
    }

    /// Left edge of the bar beside a block of a single column: where its lines begin.
    [[nodiscard]] float bar_x(const Block& block) const {
        return block.direction == Direction::right_to_left
                   ? columns_.after_x + columns_.width + bar_distance - 3
                   : columns_.after_x - bar_distance;
    }

    void paint_marks(std::uint32_t row, Side column, const BlockLayout& block, float x, float y) {
        for (const MarkStretch& stretch : block.stretches) {
            const Mark& mark = self_.text.marks.side(column).marks[stretch.mark];
            const Side side = self_.document_of(column, mark);
            const Rect box = box_of(block, stretch, x, y);
            if (box.y > columns_.content.bottom() || box.bottom() < columns_.content.y) continue;
            const bool current = self_.is_current(mark);
            text().rects.push_back({box, fill_of(mark.kind, side, current), 3});
            Hit hit{Hit::Kind::mark, side, mark.change, -1, row};
            if (mark.kind == MarkKind::moved) hit.move = mark.move;
            list_.regions.push_back({box, hit});
            paint_mark_line(column, side, mark, box, y + block.lines[stretch.line].baseline, x, current);
        }
    }

    /// `side` is the document whose words are marked.
    void paint_mark_line(Side column, Side side, const Mark& mark, const Rect& box, float baseline,
                         float column_x, bool current) {
        const float left = box.x + mark_padding;
        const float right = box.right() - mark_padding;
        const float thickness = current ? 2.0F : 1.25F;
        const auto line = [&](float y, LineStyle style, ColorRole color, float weight) {
            text().lines.push_back({left, y, right, y, weight, style, color});
        };
        const float height = box.height + 2 * mark_inset;
        const float strike = baseline - height * 0.18F;
        const float under = baseline + height * 0.135F;
        switch (mark.kind) {
            case MarkKind::removed:
            case MarkKind::added:
            case MarkKind::changed:
            case MarkKind::rewritten:
                if (side == Side::before) {
                    line(strike, LineStyle::solid, ColorRole::removed_line, current ? 1.75F : 1.0F);
                } else {
                    line(under, mark.kind == MarkKind::rewritten ? LineStyle::doubled : LineStyle::solid,
                         ColorRole::added_line, thickness);
                }
                break;
            case MarkKind::cosmetic:
                line(under, LineStyle::dotted, ColorRole::cosmetic_line, thickness);
                // Side by side its column says which of the two it is.
                if (self_.shown_as == Presentation::inline_text && side == Side::before)
                    line(strike, LineStyle::solid, ColorRole::cosmetic_line, thickness);
                break;
            case MarkKind::moved: {
                // On the side away from the other pane, where no ribbon starts.
                const bool outer_left = columns_.single ? self_.reading_direction == Direction::left_to_right
                                                        : column == columns_.left_side();
                const float x =
                    outer_left ? column_x - bar_distance + 1 : column_x + columns_.width + bar_distance - 1;
                text().lines.push_back({x, box.y - mark_inset, x, box.bottom() + mark_inset, 2.5F,
                                        LineStyle::dotted, ColorRole::moved_line});
                break;
            }
            default: break;  // of the coverage mode
        }
    }

    /// Ribbons of rows, bars of folds, the rule below the byline.
    void paint_between() {
        float y = shown_.y;
        for (std::size_t index = shown_.first; index < shown_.last; ++index) {
            const Entry& entry = self_.entries[index];
            if (entry.kind == Entry::Kind::fold) paint_fold(entry, y);
            if (entry.kind == Entry::Kind::row) {
                paint_rule(entry.first_row, y);
                for (const RowRibbon& ribbon : self_.layouts[entry.first_row]->ribbons)
                    paint_ribbon(ribbon, y);
                const bool first = index == shown_.first || !continues(index);
                if (self_.text.rows[entry.first_row].lone && first && !columns_.single) paint_lone(index, y);
            }
            y += self_.entry_height(index);
        }
    }

    void paint_rule(std::uint32_t row, float y) {
        const auto front = [&](std::uint32_t at) {
            if (at >= self_.text.rows.size()) return false;
            for (const Side side : {Side::before, Side::after}) {
                if (!self_.text.rows[at].empty(side) &&
                    self_.side(side).blocks[self_.text.rows[at].first(side)].first_sentence < 0) {
                    return true;
                }
            }
            return false;
        };
        if (!front(row) || front(row + 1)) return;
        const float at = y + self_.heights[row] - 9;
        for (const Side side : {Side::before, Side::after}) {
            const float x = columns_.x(side);
            text().lines.push_back({x, at, x + columns_.width, at, 1, LineStyle::solid, ColorRole::hairline});
            if (columns_.single) break;
        }
    }

    /// From the earlier version to the later one; mirrored, that is from right to left.
    [[nodiscard]] DrawRibbon turned(DrawRibbon band) const {
        if (!columns_.mirrored) return band;
        std::swap(band.left_top, band.right_top);
        std::swap(band.left_bottom, band.right_bottom);
        std::swap(band.left_color, band.right_color);
        return band;
    }

    void paint_ribbon(const RowRibbon& ribbon, float y) {
        DrawRibbon band{columns_.gutter_left,      y + ribbon.before_top,   y + ribbon.before_bottom,
                        columns_.gutter_right,     y + ribbon.after_top,    y + ribbon.after_bottom,
                        ColorRole::ribbon_removed, ColorRole::ribbon_added, false,
                        LineStyle::solid};
        if (ribbon.changes.empty()) {
            band.left_color = band.right_color = ColorRole::ribbon_plain;
        } else if (ribbon.kind == MarkKind::cosmetic) {
            band.left_color = band.right_color = ColorRole::ribbon_cosmetic;
        } else if (!ribbon.before_present) {
            band.left_color = ColorRole::ribbon_added;
        } else if (!ribbon.after_present) {
            band.right_color = ColorRole::ribbon_removed;
        }
        for (const std::int32_t change : ribbon.changes)
            band.current = band.current || change == self_.selected;
        text().ribbons.push_back(turned(band));
    }

    [[nodiscard]] Side lone_side(std::size_t entry) const {
        return self_.text.rows[self_.entries[entry].first_row].empty(Side::before) ? Side::after
                                                                                   : Side::before;
    }

    /// Whether the entry and the one before it are paragraphs that only one and the same side has.
    [[nodiscard]] bool continues(std::size_t index) const {
        if (index == 0) return false;
        for (const std::size_t at : {index - 1, index}) {
            const Entry& entry = self_.entries[at];
            if (entry.kind != Entry::Kind::row || !self_.text.rows[entry.first_row].lone) return false;
        }
        return lone_side(index - 1) == lone_side(index);
    }

    /// Paragraphs that only one side has, one after the other: a line where they are missing, and one ribbon to it.
    void paint_lone(std::size_t index, float y) {
        const Side side = lone_side(index);
        float top = y;
        std::size_t first = index;
        for (; continues(first); --first) top -= self_.entry_height(first - 1);
        float bottom = y + self_.entry_height(index);
        std::size_t last = index;
        for (; last + 1 < self_.entries.size() && continues(last + 1); ++last)
            bottom += self_.entry_height(last + 1);
        const float place = top - gap_of_absent;
        bottom -= 2 * gap_of_absent;
        const ColorRole color = side == Side::before ? ColorRole::ribbon_removed : ColorRole::ribbon_added;
        const float limit_top = columns_.content.y - farthest;
        const float limit_bottom = columns_.content.bottom() + farthest;
        const float from = std::max(top, limit_top);
        const float to = std::min(bottom, limit_bottom);
        const float thin = std::max(place, limit_top);
        DrawRibbon band;
        band.left_color = band.right_color = color;
        // Wide at the paragraph, thin at the line that marks its place.
        const Side left = columns_.left_side();
        const bool from_left = side == left;
        band.left = from_left ? columns_.gutter_left : columns_.x(left) + columns_.width;
        band.right = from_left ? columns_.x(other(left)) : columns_.gutter_right;
        band.left_top = from_left ? from : thin - 1;
        band.left_bottom = from_left ? to : thin + 1;
        band.right_top = from_left ? thin - 1 : from;
        band.right_bottom = from_left ? thin + 1 : to;
        text().rects.push_back({{columns_.x(other(side)), place - 1, columns_.width, 2}, color, 1});
        if (self_.selected >= 0) {
            const std::uint32_t row = self_.entries_of_changes[static_cast<std::size_t>(self_.selected)].row;
            band.current = row >= self_.entries[first].first_row && row <= self_.entries[last].first_row;
        }
        text().ribbons.push_back(band);
    }

    void paint_fold(const Entry& entry, float y) {
        const float left = std::min(columns_.before_x, columns_.after_x);
        const float right = std::max(columns_.before_x, columns_.after_x) + columns_.width;
        const Rect bar{left, y + 2, right - left, fold_bar_height};
        text().rects.push_back({bar, ColorRole::fold_fill, 8});
        std::string label =
            fold_label(self_.strings, entry.last_row - entry.first_row, entry.words, entry.ideographs);
        label = fitted(std::move(label), TextRole::fold, bar.width - 60, self_.widths);
        const float width = label_width(self_.widths, label, TextRole::fold);
        // A sign stands before the label, on the side where the interface's lines begin.
        const bool from_right = self_.strings.right_to_left();
        const float x = std::round((left + right - width) / 2 + (from_right ? -10.0F : 10.0F));
        const float sign_x = from_right ? x + width + 24 : x - 16;
        const float middle = bar.y + bar.height / 2;
        put_label(text(), std::move(label), x, middle + 5, TextRole::fold, ColorRole::fold_ink);
        // Two arrowheads apart from each other: "opens".
        for (const float sign : {-1.0F, 1.0F}) {
            const float tip = middle + sign * 6.5F;
            const float foot = middle + sign * 2.5F;
            text().lines.push_back(
                {sign_x - 8, foot, sign_x - 4, tip, 1.5F, LineStyle::solid, ColorRole::fold_ink});
            text().lines.push_back(
                {sign_x - 4, tip, sign_x, foot, 1.5F, LineStyle::solid, ColorRole::fold_ink});
        }
        list_.regions.push_back({bar, {Hit::Kind::fold, Side::after, -1, -1, entry.first_row}});
    }

    void paint_move_ribbons() {
        if (columns_.single) return;
        const engine::Step& step = self_.step();
        const float top = columns_.content.y - farthest;
        const float bottom = columns_.content.bottom() + farthest;
        for (std::size_t index = 0; index < step.moves.size(); ++index) {
            float begin[2];
            float end[2];
            bool on_screen = false;
            bool known = true;
            for (const Side side : {Side::before, Side::after}) {
                const engine::SentenceSpan span =
                    side == Side::before ? step.moves[index].before : step.moves[index].after;
                const auto place = self_.place_of_move(static_cast<std::int32_t>(index), side);
                known = known && place.has_value();
                if (!place) continue;
                const text::Range range{place->offset, self_.side(side).sentence_range(span.last - 1).end};
                const auto [from, to] = self_.extent_in_row(place->row, side, range);
                const float row = shown_.y + static_cast<float>(self_.top_of(self_.entry_of_row[place->row]) -
                                                                self_.top_of(shown_.first));
                const std::size_t slot = side == Side::before ? 0 : 1;
                begin[slot] = std::clamp(row + from, top, bottom);
                end[slot] = std::clamp(row + to, top, bottom);
                on_screen =
                    on_screen || (row + to > columns_.content.y && row + from < columns_.content.bottom());
            }
            if (!known || !on_screen) continue;
            DrawRibbon band{columns_.gutter_left,
                            begin[0],
                            end[0],
                            columns_.gutter_right,
                            begin[1],
                            end[1],
                            ColorRole::ribbon_moved,
                            ColorRole::ribbon_moved,
                            false,
                            LineStyle::dotted};
            if (self_.selected >= 0) {
                const engine::Change& change = self_.change_at(self_.selected);
                band.current = change.kind == engine::ChangeKind::move &&
                               change.move == static_cast<std::int32_t>(index);
            }
            text().ribbons.push_back(turned(band));
        }
    }

    void paint_header() {
        frame().rects.push_back({columns_.header, ColorRole::header, 0});
        const float bottom = columns_.header.bottom();
        frame().lines.push_back({self_.area.x, bottom - 0.5F, self_.area.right(), bottom - 0.5F, 1,
                                 LineStyle::solid, ColorRole::hairline});
        const float baseline = columns_.header.y + header_baseline;
        const engine::Comparison& comparison = *self_.comparison;
        const std::uint32_t before = self_.step().before;
        const std::uint32_t after = self_.step().after;
        if (columns_.single) {
            paint_version(single_label(),
                          comparison.documents[self_.shown_as == Presentation::before_only ? before : after],
                          columns_.after_x, baseline);
            return;
        }
        for (const Side side : {Side::before, Side::after}) {
            const std::uint32_t document = side == Side::before ? before : after;
            paint_version(version_name(self_.strings, document), comparison.documents[document],
                          columns_.x(side), baseline);
        }
    }

    [[nodiscard]] std::string single_label() const {
        const std::uint32_t before = self_.step().before;
        const std::uint32_t after = self_.step().after;
        switch (self_.shown_as) {
            case Presentation::before_only: return version_name(self_.strings, before);
            case Presentation::after_only: return version_name(self_.strings, after);
            case Presentation::side_by_side:
            case Presentation::inline_text: break;
        }
        return self_.strings.text(Text::viewer_step_short, {{"before", std::uint64_t{before} + 1},
                                                            {"after", std::uint64_t{after} + 1}});
    }

    /// A version's name and, softer, its date and source; from the side where the interface's lines begin.
    void paint_version(const std::string& name, const engine::Document& version, float x, float baseline) {
        const bool from_right = self_.strings.right_to_left();
        const auto width_of = [&](const std::string& words) {
            return label_width(self_.widths, words, TextRole::label);
        };
        const float width = width_of(name);
        put_label(frame(), name, from_right ? x + columns_.width - width : x, baseline, TextRole::label,
                  ColorRole::ink);
        const float room = columns_.width - width;
        std::string details = version_details(self_.strings, version);
        if (details.empty() || room < 40) return;
        details = fitted(std::move(details), TextRole::label, room, self_.widths);
        const float from = from_right ? x + room - width_of(details) : x + width;
        put_label(frame(), std::move(details), from, baseline, TextRole::label, ColorRole::ink_soft);
    }

    void paint_overview() {
        const Rect strip = columns_.strip;
        frame().rects.push_back({strip, ColorRole::strip_fill, 0});
        list_.regions.push_back({strip, {Hit::Kind::overview, Side::after, -1, -1, 0}});
        const Overview overview = self_.make_overview();
        // However many changes there are, a pixel row shows one of each side: the weightiest.
        const auto pixels = static_cast<std::size_t>(std::max(strip.height, 1.0F));
        std::vector<std::int8_t> ticks[2];
        for (auto& side : ticks) side.assign(pixels, -1);
        for (const OverviewMark& mark : overview.marks) {
            auto& side = ticks[mark.side == Side::before ? 0 : 1];
            const auto begin =
                static_cast<std::size_t>(std::clamp(mark.begin, 0.0F, 1.0F) * static_cast<float>(pixels - 1));
            const auto end = std::min(std::max(static_cast<std::size_t>(std::clamp(mark.end, 0.0F, 1.0F) *
                                                                        static_cast<float>(pixels)),
                                               begin + static_cast<std::size_t>(shortest_tick)),
                                      pixels);
            for (std::size_t at = begin; at < end; ++at) {
                if (side[at] < 0 || weight(static_cast<MarkKind>(side[at])) < weight(mark.kind)) {
                    side[at] = static_cast<std::int8_t>(mark.kind);
                }
            }
        }
        if (overview.view_end - overview.view_begin < 0.999F) {
            const float top = strip.y + overview.view_begin * strip.height;
            const float height = std::max((overview.view_end - overview.view_begin) * strip.height, 18.0F);
            frame().rects.push_back(
                {{strip.x + 1, std::min(top, strip.bottom() - height), strip.width - 2, height},
                 ColorRole::strip_view,
                 4});
        }
        const float half = (strip.width - 8) / 2;
        for (const Side side : {Side::before, Side::after}) {
            const auto& own_ticks = ticks[side == Side::before ? 0 : 1];
            const float x = side == columns_.left_side() ? strip.x + 3 : strip.x + 5 + half;
            for (std::size_t at = 0; at < pixels;) {
                std::size_t end = at + 1;
                while (end < pixels && own_ticks[end] == own_ticks[at]) ++end;
                if (own_ticks[at] >= 0) {
                    frame().rects.push_back(
                        {{x, strip.y + static_cast<float>(at), half, static_cast<float>(end - at)},
                         tick_of(static_cast<MarkKind>(own_ticks[at]), side),
                         1});
                }
                at = end;
            }
        }
        frame().lines.push_back(
            {strip.x, strip.y, strip.x, strip.bottom(), 1, LineStyle::solid, ColorRole::hairline});
    }

    ViewModel::Implementation& self_;
    DisplayList& list_;
    const Columns& columns_;
    TextPainter painter_;
    ViewModel::Implementation::Visible shown_;
};

}  // namespace

void ViewModel::Implementation::build_list() {
    if (list_revision == revision) return;
    if (coverage) {
        coverage->paint(list);
    } else {
        Painter(*this, list).paint();
    }
    if (texts) reading.paint(list, *texts);
    list_revision = revision;
}

}  // namespace twicetold::viewer
