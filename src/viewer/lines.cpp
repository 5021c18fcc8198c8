#include "viewer/lines.h"

#include <algorithm>
#include <cmath>
#include <span>

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
        const std::vector<Segment> segments = segmenter_.segments(text_, block_.range);
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
    /// Segments between which no line may break.
    void place_unit(std::span<const Segment> unit) {
        if (unit.size() == 1 && unit.front().range.size() > longest_) {
            place_long(unit.front());
            return;
        }
        float unit_width = 0;
        for (const Segment& segment : unit) {
            unit_width += width_of(segment.range, segment.level) +
                          (&segment != unit.data() && segment.space_before ? space_ : 0);
        }
        const float gap = line_is_empty() || !unit.front().space_before ? 0 : space_;
        if (x_ + gap + unit_width <= width_ + slack) {
            for (const Segment& segment : unit) put(segment, segment.range);
            return;
        }
        if (unit.size() == 1) {
            place_long(unit.front());
            return;
        }
        if (unit_width <= width_ + slack) close_line();
        for (const Segment& segment : unit) {
            if (x_ + width_of(segment.range, segment.level) <= width_ + slack) {
                put(segment, segment.range);
            } else {
                place_long(segment);
            }
        }
    }

    /// A word that does not fit what is left of the line: parted where that is allowed, at hyphens and slashes; between
    /// any two letters only where it is longer than a whole line.
    void place_long(const Segment& segment) {
        text::Range rest = segment.range;
        bool first_piece = true;
        while (!rest.empty()) {
            // What is far longer than a line is not measured as a whole, or text without spaces would cost its square.
            const text::Range window = window_of(rest);
            const bool whole = window == rest;
            const float rest_width = width_of(window, segment.level);
            const float gap = line_is_empty() || !first_piece || !segment.space_before ? 0 : space_;
            const float room = width_ - x_ - gap + slack;
            if (whole && rest_width <= room) {
                put(segment, rest, first_piece);
                return;
            }
            std::uint32_t split = last_fitting(window, segment.level, room, false);
            if (split == rest.begin && !line_is_empty()) {
                close_line();
                continue;
            }
            if (split == rest.begin) split = last_fitting(window, segment.level, room, true);
            if (split == rest.begin) {
                // Not even one letter fits: it sticks out rather than being lost.
                const std::vector<std::uint32_t> all = segmenter_.splits(text_, window, true);
                split = all.empty() ? window.end : all.front();
            }
            put(segment, {rest.begin, split}, first_piece);
            rest.begin = split;
            first_piece = false;
            if (!rest.empty()) close_line();
        }
    }

    [[nodiscard]] text::Range window_of(text::Range range) const {
        if (range.size() <= longest_) return range;
        std::uint32_t end = range.begin + longest_;
        while (end < range.end && (static_cast<unsigned char>(text_[end]) & 0xC0U) == 0x80U) ++end;
        return {range.begin, end};
    }

    [[nodiscard]] std::uint32_t last_fitting(text::Range range, std::uint8_t level, float room,
                                             bool anywhere) {
        const std::vector<std::uint32_t> splits = segmenter_.splits(text_, range, anywhere);
        std::uint32_t low = range.begin;
        // Widths rise with length, so the longest prefix that fits is found by halving.
        std::size_t first = 0;
        std::size_t last = splits.size();
        while (first < last) {
            const std::size_t middle = first + (last - first) / 2;
            if (width_of({range.begin, splits[middle]}, level) <= room) {
                low = splits[middle];
                first = middle + 1;
            } else {
                last = middle;
            }
        }
        return low;
    }

    void put(const Segment& segment, text::Range range, bool with_space = true) {
        if (with_space && segment.space_before && !line_is_empty()) x_ += space_;
        const float width = width_of(range, segment.level);
        out_.items.push_back({range, x_, width, segment.level});
        x_ += width;
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
    }

    /// From logical to visual places, and to the column's edge where the paragraph begins.
    void arrange(std::uint32_t first, std::uint32_t last) {
        std::vector<Item>& items = out_.items;
        bool mixed = false;
        for (std::uint32_t index = first; index < last; ++index) mixed = mixed || items[index].level != 0;
        const bool from_right = block_.direction == Direction::right_to_left;
        if (mixed) {
            std::vector<float> gaps;  // white space before each item, in logical order
            for (std::uint32_t index = first; index < last; ++index) {
                gaps.push_back(
                    index == first ? 0 : items[index].x - (items[index - 1].x + items[index - 1].width));
            }
            float x = 0;
            std::uint32_t previous = last;
            for (const std::uint32_t index : visual_order(items, first, last)) {
                // The gap between two visual neighbours is the one that stands between them in the text; where the
                // order turns, that of the later of the two.
                if (previous != last) x += gaps[std::max(index, previous) - first];
                items[index].x = x;
                x += items[index].width;
                previous = index;
            }
        }
        float shift = from_right ? width_ - x_ : indent_;
        for (std::uint32_t index = first; index < last; ++index) items[index].x += shift;
    }

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
};

/// x of the places `begin` and `end` (clipped to the item), left one first.
std::pair<float, float> extent(const Item& item, text::Range range, std::string_view text, TextRole role,
                               WidthCache& widths) {
    if (range.begin <= item.range.begin && range.end >= item.range.end) return {item.x, item.x + item.width};
    const std::uint32_t offsets[2] = {std::max(range.begin, item.range.begin) - item.range.begin,
                                      std::min(range.end, item.range.end) - item.range.begin};
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
            out.stretches.push_back({index, last.x + last.width, std::max(space, 3.0F), line});
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

std::vector<std::uint32_t> visual_order(const std::vector<Item>& items, std::uint32_t first,
                                        std::uint32_t last) {
    std::vector<std::uint32_t> order;
    std::uint8_t highest = 0;
    for (std::uint32_t index = first; index < last; ++index) {
        order.push_back(index);
        highest = std::max(highest, items[index].level);
    }
    for (std::uint8_t level = highest; level >= 1; --level) {
        for (auto begin = order.begin(); begin != order.end();) {
            if (items[*begin].level < level) {
                ++begin;
                continue;
            }
            auto end = begin;
            while (end != order.end() && items[*end].level >= level) ++end;
            std::reverse(begin, end);
            begin = end;
        }
    }
    return order;
}

}  // namespace twicetold::viewer
