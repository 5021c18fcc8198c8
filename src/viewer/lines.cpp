#include "viewer/lines.h"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <span>

#include "viewer/clusters.h"

namespace twicetold::viewer {
namespace {

std::size_t slot(Direction direction) { return direction == Direction::right_to_left ? 1 : 0; }

float indent_of(const Block& block) {
    if (block.kind == document::ParagraphKind::list_item) return 22;
    if (block.kind == document::ParagraphKind::quote) return 20;
    return 0;
}

/// Places segments in lines, greedily.
class LineBreaking {
public:
    LineBreaking(const Block& block, std::string_view text, float width, const Segmenter& segmenter,
                 WidthCache& widths, BlockLayout& out)
        : block_(block),
          text_(text),
          segmenter_(segmenter),
          widths_(widths),
          out_(out),
          indent_(indent_of(block)),
          width_(std::max(width - indent_, 24.0F)),
          space_(widths.space(block.role)),
          line_height_(widths.measurer().line_height(block.role)),
          baseline_(widths.measurer().baseline(block.role)),
          longest_(static_cast<std::uint32_t>(width_ / widths.letter(block.role)) * 8 + 64) {}

    void run() {
        const Segmentation cut = segmenter_.segments(text_, block_.range, block_.direction);
        breaks_ = cut.breaks;
        const std::vector<Segment>& segments = cut.segments;
        out_.items.reserve(segments.size());
        std::size_t begin = 0;
        while (begin < segments.size()) {
            std::size_t end = begin + 1;
            while (end < segments.size() && !segments[end].break_before) ++end;
            place_unit({segments.data() + begin, end - begin});
            begin = end;
        }
        close_line();
        out_.indent = indent_;
        out_.height = static_cast<float>(out_.lines.size()) * line_height_;
    }

private:
    /// A place in a unit: an offset in, or at the end of, its segment `segment`.
    struct Place {
        std::size_t segment = 0;
        std::uint32_t offset = 0;
    };

    /// Segments between which no line may break.
    void place_unit(std::span<const Segment> unit) {
        const float gap = gap_before(unit.front());
        const float room = width_ - x_ - gap + slack;
        if (unit.size() == 1 && unit.front().range.size() <= longest_) {
            const Segment& segment = unit.front();
            const float width = width_of(segment.range, segment.level);
            if (width <= room || (segment.fitting == Fitting::closing && trimmed_width(segment) <= room)) {
                put(segment, segment.range, gap, width);
                return;
            }
        }
        Place from{0, unit.front().range.begin};
        bool begun = false;
        while (true) {
            const float space = begun ? 0 : gap_before(unit.front());
            const Place to = place_to_part(unit, from, width_ - x_ - space + slack);
            const bool ended = to.segment + 1 == unit.size() && to.offset == unit.back().range.end;
            if (to.segment == from.segment && to.offset == from.offset) {
                close_line();  // it was not empty
                continue;
            }
            put_stretch(unit, from, to, space);
            begun = true;
            if (ended) return;
            close_line();
            from = to;
            if (from.offset == unit[from.segment].range.end) {
                ++from.segment;
                from.offset = unit[from.segment].range.begin;
            }
        }
    }

    /// How far the rest of a unit goes into this line: to its end, if it fits, else to the last place where the line may
    /// break; nowhere, if a fresh line is better. A word that is longer than a line is parted where UAX #14 would rather
    /// part it than elsewhere, then between any two letters, and a letter wider than the line sticks out rather than being
    /// lost.
    [[nodiscard]] Place place_to_part(std::span<const Segment> unit, Place from, float room) {
        Place found = last_fitting(unit, from, room, breaks_);
        if (found.segment != from.segment || found.offset != from.offset || !line_is_empty()) return found;
        for (const Parting parting : {Parting::signs, Parting::clusters}) {
            const Segment& segment = unit[from.segment];
            const text::Range window = window_of({from.offset, segment.range.end});
            partings_ = segmenter_.partings(text_, window, parting);
            if (parting == Parting::clusters) {
                partings_.push_back(window.end);
                found = last_fitting(unit, from, room, partings_);
                if (found.segment == from.segment && found.offset == from.offset) {
                    found.offset = partings_.front();
                }
                return found;
            }
            found = last_fitting(unit, from, room, partings_);
            if (found.segment != from.segment || found.offset != from.offset) return found;
        }
        return found;
    }

    /// The end of the unit if all the rest of it fits, else the last of `places` up to which it does, else `from`.
    [[nodiscard]] Place last_fitting(std::span<const Segment> unit, Place from, float room,
                                     std::span<const std::uint32_t> places) {
        Place found = from;
        float before = 0;
        for (std::size_t index = from.segment; index < unit.size(); ++index) {
            const Segment& segment = unit[index];
            const std::uint32_t begin = index == from.segment ? from.offset : segment.range.begin;
            // What is far longer than a line is not measured as a whole, or text without spaces would cost its square.
            const text::Range window = window_of({begin, segment.range.end});
            if (index > from.segment) before += kerning(unit[index - 1], segment);
            auto first = std::upper_bound(places.begin(), places.end(), begin);
            auto last = std::upper_bound(first, places.end(), window.end);
            float width = width_of(window, segment.level);
            if (index + 1 == unit.size() && before + width > room)
                width = std::min(width, trimmed_width(segment));
            if (before + width <= room) {
                if (first != last) found = {index, *std::prev(last)};
                before += width;
                if (window.end != segment.range.end) return found;
                continue;
            }
            // Widths rise with length, so the longest prefix that fits is found by halving.
            while (first < last) {
                const auto middle = first + (last - first) / 2;
                if (before + width_of({begin, *middle}, segment.level) <= room) {
                    found = {index, *middle};
                    first = middle + 1;
                } else {
                    last = middle;
                }
            }
            return found;
        }
        return {unit.size() - 1, unit.back().range.end};
    }

    [[nodiscard]] text::Range window_of(text::Range range) const {
        if (range.size() <= longest_) return range;
        std::uint32_t end = range.begin + longest_;
        while (end < range.end && (static_cast<unsigned char>(text_[end]) & 0xC0U) == 0x80U) ++end;
        return {range.begin, end};
    }

    void put_stretch(std::span<const Segment> unit, Place from, Place to, float gap) {
        for (std::size_t index = from.segment; index <= to.segment; ++index) {
            const Segment& segment = unit[index];
            const text::Range range{index == from.segment ? from.offset : segment.range.begin,
                                    index == to.segment ? to.offset : segment.range.end};
            const float before = index == from.segment ? gap : kerning(unit[index - 1], segment);
            put(segment, range, before, width_of(range, segment.level));
        }
    }

    /// Between the line's last item and a segment that may follow it there.
    [[nodiscard]] float gap_before(const Segment& segment) {
        if (line_is_empty()) return 0;
        return segment.space_before ? space_ : kerning(last_, segment);
    }

    /// What two characters that are placed one by one are set closer than they are wide. "。」" has one empty half, not two,
    /// and fonts kern kana. Text engines do it where they see both (CSS Text 4, `text-spacing-trim`), so they are asked.
    [[nodiscard]] float kerning(const Segment& left, const Segment& right) {
        if (left.fitting == Fitting::none || right.fitting == Fitting::none || right.space_before) return 0;
        if (left.range.end != right.range.begin || left.level != right.level) return 0;
        return width_of({left.range.begin, right.range.end}, left.level) - width_of(left.range, left.level) -
               width_of(right.range, right.level);
    }

    /// The width of a closing sign without its empty half, which may stick out of the line.
    [[nodiscard]] float trimmed_width(const Segment& segment) {
        const float width = width_of(segment.range, segment.level);
        if (segment.fitting != Fitting::closing) return width;
        constexpr std::string_view opening = "「";
        std::string pair(text_.substr(segment.range.begin, segment.range.size()));
        pair += opening;
        return std::min(width, widths_.width(pair, block_.role, Direction::left_to_right) -
                                   widths_.width(opening, block_.role, Direction::left_to_right));
    }

    void put(const Segment& segment, text::Range range, float gap, float width) {
        float overhang = 0;
        if (gap < 0 && segment.fitting == Fitting::opening) {
            overhang = -gap;
            width += gap;
            gap = 0;
        } else if (gap != 0 && !segment.space_before) {
            out_.items.back().width += gap;
            x_ += gap;
            gap = 0;
        }
        if (segment.fitting == Fitting::closing && x_ + gap + width > width_ + slack) {
            width = std::min(width, trimmed_width(segment));
        }
        out_.items.push_back({range, x_ + gap, width, segment.level, overhang});
        gaps_.push_back({gap, segment.space_level});
        mixed_ = mixed_ || segment.level != 0;
        last_ = segment;
        x_ += gap + width;
    }

    [[nodiscard]] float width_of(text::Range range, std::uint8_t level) {
        return widths_.width(text_.substr(range.begin, range.size()), block_.role,
                             level % 2 == 1 ? Direction::right_to_left : Direction::left_to_right);
    }

    [[nodiscard]] bool line_is_empty() const { return line_first_ == out_.items.size(); }

    void close_line() {
        if (line_is_empty() && !out_.lines.empty()) return;
        const auto last = static_cast<std::uint32_t>(out_.items.size());
        const float top = static_cast<float>(out_.lines.size()) * line_height_;
        out_.lines.push_back({line_first_, last, top, line_height_, top + baseline_});
        arrange(line_first_, last);
        line_first_ = last;
        x_ = 0;
        gaps_.clear();
        mixed_ = false;
    }

    /// From logical to visual places, and to the column's edge where the paragraph begins. White space is reordered as the
    /// words are: "abc DEF1" has its space before the 1, which stands left of the F.
    void arrange(std::uint32_t first, std::uint32_t last) {
        std::vector<Item>& items = out_.items;
        if (mixed_) {
            // Each item after the space before it.
            std::vector<std::uint8_t> levels;
            levels.reserve(gaps_.size() * 2);
            for (std::uint32_t index = first; index < last; ++index) {
                levels.push_back(gaps_[index - first].level);
                levels.push_back(items[index].level);
            }
            float x = 0;
            for (const std::uint32_t element : visual_order(levels)) {
                const std::uint32_t index = element / 2;
                if (element % 2 == 0) {
                    x += gaps_[index].width;
                } else {
                    items[first + index].x = x;
                    x += items[first + index].width;
                }
            }
        }
        const float shift = block_.direction == Direction::right_to_left ? width_ - x_ : indent_;
        for (std::uint32_t index = first; index < last; ++index) items[index].x += shift;
    }

    /// White space before an item of the line at hand.
    struct Gap {
        float width;
        std::uint8_t level;
    };

    static constexpr float slack = 0.01F;  // sums of widths are not exact

    const Block& block_;
    std::string_view text_;
    const Segmenter& segmenter_;
    WidthCache& widths_;
    BlockLayout& out_;
    float indent_;
    float width_;
    float space_;
    float line_height_;
    float baseline_;
    std::uint32_t longest_;  // bytes
    float x_ = 0;
    std::uint32_t line_first_ = 0;
    std::vector<Gap> gaps_;
    Segment last_;        // of the line
    bool mixed_ = false;  // something in the line is not simply left to right
    std::vector<std::uint32_t> breaks_;
    std::vector<std::uint32_t> partings_;
};

/// x of the places `begin` and `end` (clipped to the item), left one first.
std::pair<float, float> extent(const Item& item, text::Range range, std::string_view text, TextRole role,
                               WidthCache& widths) {
    if (range.begin <= item.range.begin && range.end >= item.range.end) return {item.x, item.x + item.width};
    // A mark takes in whole clusters: half an accented letter cannot be marked.
    std::uint32_t begin = std::max(range.begin, item.range.begin);
    std::uint32_t end = std::min(range.end, item.range.end);
    std::vector<std::uint32_t> borders = cluster_borders(text, item.range);
    borders.push_back(item.range.end);
    const auto after = std::upper_bound(borders.begin(), borders.end(), begin);
    begin = after == borders.begin() ? item.range.begin : *std::prev(after);
    end = *std::lower_bound(borders.begin(), borders.end(), end);
    const std::uint32_t offsets[2] = {begin - item.range.begin, end - item.range.begin};
    float places[2] = {0, item.width};
    widths.measurer().carets(text.substr(item.range.begin, item.range.size()), role, item.direction(),
                             offsets, places);
    return {item.x + std::min(places[0], places[1]), item.x + std::max(places[0], places[1])};
}

void find_stretches(const Block& block, std::string_view text, const SideMarks& marks,
                    std::uint32_t block_index, WidthCache& widths, BlockLayout& out) {
    const float space = widths.space(block.role);
    std::vector<std::pair<float, float>> extents;
    for (std::uint32_t index = marks.first[block_index]; index < marks.first[block_index + 1]; ++index) {
        const text::Range range = marks.marks[index].range;
        const auto from = std::partition_point(out.lines.begin(), out.lines.end(), [&](const Line& line) {
            return line.last == line.first || out.items[line.last - 1].range.end <= range.begin;
        });
        bool found = false;
        for (auto line = from; line != out.lines.end(); ++line) {
            if (line->first == line->last || out.items[line->first].range.begin >= range.end) break;
            extents.clear();
            for (std::uint32_t at = line->first; at < line->last; ++at) {
                const Item& item = out.items[at];
                if (item.range.begin < range.end && item.range.end > range.begin) {
                    extents.push_back(extent(item, range, text, block.role, widths));
                }
            }
            if (extents.empty()) {
                // Only white space differs: the gap between two words is marked.
                for (std::uint32_t at = line->first + 1; at < line->last; ++at) {
                    const Item& left = out.items[at - 1];
                    const Item& right = out.items[at];
                    if (left.range.end <= range.begin && right.range.begin >= range.end) {
                        const float begin = std::min(left.x + left.width, right.x + right.width);
                        extents.emplace_back(begin, std::max(std::max(left.x, right.x), begin + 3));
                    }
                }
            }
            std::sort(extents.begin(), extents.end());
            for (std::size_t at = 0; at < extents.size(); ++at) {
                // Neighbouring words are one box with the space between them.
                if (at > 0 && extents[at].first - out.stretches.back().x - out.stretches.back().width <=
                                  space * 1.25F) {
                    MarkStretch& last = out.stretches.back();
                    last.width = std::max(last.width, extents[at].second - last.x);
                } else {
                    out.stretches.push_back({index, extents[at].first, extents[at].second - extents[at].first,
                                             static_cast<std::uint32_t>(line - out.lines.begin())});
                }
                found = true;
            }
        }
        if (!found && !out.items.empty()) {
            // White space at a line's end: a narrow mark behind the last word before it.
            const std::uint32_t line = out.line_at(range.begin);
            const Item& last = out.items[out.lines[line].last - 1];
            const float wide = std::max(space, 3.0F);
            const bool right = block.direction == Direction::right_to_left;
            out.stretches.push_back({index, right ? last.x - wide : last.x + last.width, wide, line});
        }
    }
}

}  // namespace

float WidthCache::width(std::string_view run, TextRole role, Direction direction) {
    auto& widths = widths_[static_cast<std::size_t>(role)][slot(direction)];
    if (const auto found = widths.find(run); found != widths.end()) return found->second;
    const float width = measurer_->advance(run, role, direction);
    widths.emplace(std::string(run), width);
    return width;
}

float WidthCache::space(TextRole role) { return width(" ", role, Direction::left_to_right); }

float WidthCache::letter(TextRole role) {
    float& letter = letters_[static_cast<std::size_t>(role)];
    if (letter == 0) {
        constexpr std::string_view sample = "the quick brown foxes read";
        letter = std::max(
            measurer_->advance(sample, role, Direction::left_to_right) / static_cast<float>(sample.size()),
            1.0F);
    }
    return letter;
}

void WidthCache::clear() {
    for (auto& role : widths_) {
        for (auto& widths : role) widths.clear();
    }
    std::fill(std::begin(letters_), std::end(letters_), 0.0F);
}

std::uint32_t BlockLayout::line_at(std::uint32_t offset) const {
    const auto after = std::partition_point(lines.begin(), lines.end(), [&](const Line& line) {
        return line.first < line.last && items[line.first].range.begin <= offset;
    });
    return after == lines.begin() ? 0 : static_cast<std::uint32_t>(after - lines.begin()) - 1;
}

BlockLayout lay_out(const Block& block, std::string_view text, const SideMarks& marks,
                    std::uint32_t block_index, float width, const Segmenter& segmenter, WidthCache& widths) {
    BlockLayout result;
    LineBreaking(block, text, width, segmenter, widths, result).run();
    find_stretches(block, text, marks, block_index, widths, result);
    return result;
}

float estimated_height(const Block& block, float width, WidthCache& widths) {
    // Lines end ragged, so they hold a little less than their width.
    const float per_line = std::max((width - indent_of(block)) * 0.96F / widths.letter(block.role), 4.0F);
    const float lines = std::max(std::ceil(static_cast<float>(block.range.size()) / per_line), 1.0F);
    return lines * widths.measurer().line_height(block.role);
}

std::vector<std::uint32_t> visual_order(std::span<const std::uint8_t> levels) {
    std::vector<std::uint32_t> order(levels.size());
    std::iota(order.begin(), order.end(), 0U);
    const std::uint8_t highest = levels.empty() ? 0 : *std::max_element(levels.begin(), levels.end());
    for (std::uint8_t level = highest; level >= 1; --level) {
        for (auto begin = order.begin(); begin != order.end();) {
            if (levels[*begin] < level) {
                ++begin;
                continue;
            }
            auto end = begin;
            while (end != order.end() && levels[*end] >= level) ++end;
            std::reverse(begin, end);
            begin = end;
        }
    }
    return order;
}

}  // namespace twicetold::viewer
