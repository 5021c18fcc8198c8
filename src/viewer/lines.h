#pragma once
// Line breaking: the words of a block, placed in lines of a given width. Widths come from a cache by word, so that a word
// is measured once however often it stands in the text.

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "viewer/marks.h"
#include "viewer/rows.h"
#include "viewer/segments.h"
#include "viewer/viewer.h"

namespace twicetold::viewer {

/// Widths of runs, asked of the measurer once.
class WidthCache {
public:
    explicit WidthCache(TextMeasurer& measurer) : measurer_(&measurer) {}

    [[nodiscard]] float width(std::string_view run, TextRole role, Direction direction);
    [[nodiscard]] float space(TextRole role);
    /// Mean width of a letter, for estimates.
    [[nodiscard]] float letter(TextRole role);
    [[nodiscard]] TextMeasurer& measurer() { return *measurer_; }
    void clear();

private:
    struct Hash {
        using is_transparent = void;
        std::size_t operator()(std::string_view text) const { return std::hash<std::string_view>{}(text); }
    };
    TextMeasurer* measurer_;
    // By role and direction.
    std::unordered_map<std::string, float, Hash, std::equal_to<>> widths_[text_role_count][2];
    float letters_[text_role_count] = {};
};

/// A run in a line. x from the line's column, left edge; a right-to-left run's text begins at its right edge.
struct Item {
    text::Range range;
    float x = 0;
    float width = 0;
    std::uint8_t level = 0;
    float overhang = 0;  ///< its empty left part, which lies outside: the text begins this much left of x

    [[nodiscard]] Direction direction() const {
        return level % 2 == 1 ? Direction::right_to_left : Direction::left_to_right;
    }
};

/// Items [first, last) of the block, in logical order; y from the block's top.
struct Line {
    std::uint32_t first = 0;
    std::uint32_t last = 0;
    float top = 0;
    float height = 0;
    float baseline = 0;  ///< from the block's top
};

/// A marked stretch of one line; x from the column, y from the block's top.
struct MarkStretch {
    std::uint32_t mark = 0;  ///< index into SideMarks::marks
    float x = 0;
    float width = 0;
    std::uint32_t line = 0;
};

struct BlockLayout {
    std::vector<Item> items;
    std::vector<Line> lines;
    std::vector<MarkStretch> stretches;
    float indent = 0;  ///< of list items and quotations, included in every x
    float height = 0;

    /// Line that holds the byte, else the last one before it.
    [[nodiscard]] std::uint32_t line_at(std::uint32_t offset) const;
};

/// Breaks a block into lines no wider than `width`, and finds where its marks lie. O(length).
[[nodiscard]] BlockLayout lay_out(const Block& block, std::string_view text, const SideMarks& marks,
                                  std::uint32_t block_index, float width, const Segmenter& segmenter,
                                  WidthCache& widths);

/// About how high it will be, without measuring a word.
[[nodiscard]] float estimated_height(const Block& block, float width, WidthCache& widths);

/// Places in `levels` in the order in which what has them stands from left to right (rule L2 of UAX #9).
[[nodiscard]] std::vector<std::uint32_t> visual_order(std::span<const std::uint8_t> levels);

}  // namespace twicetold::viewer
