#pragma once
// What the reader has selected with pointer or keys: a stretch of one text, never of two. Offsets only, so it outlives
// scrolling, resizing and new fonts. What is on screen is asked of `ShownText`.
//
//     selection.press(Side::before, point, SelectionUnit::word, blocks);   // a double click
//     selection.drag(point, blocks);                                       // goes on by words
//     selection.range();

#include <cstdint>
#include <optional>

#include "viewer/segments.h"
#include "viewer/shown_text.h"
#include "viewer/text_places.h"
#include "viewer/viewer.h"

namespace twicetold::viewer {

class TextSelection {
public:
    /// Sets both ends to the point, or to the word or sentence there.
    void press(Side side, const TextPoint& point, SelectionUnit unit, const SideBlocks& blocks);
    /// Moves the end that was set last; the other one stays, and the unit of the press holds.
    void drag(const TextPoint& point, const SideBlocks& blocks);
    void select(Side side, text::Range range);
    /// Moves the end that was set last to an offset.
    void move_to(std::uint32_t offset);
    void clear() { set_ = false; }

    /// There is an anchor; what is selected may still be empty.
    [[nodiscard]] bool is_set() const { return set_; }
    [[nodiscard]] bool empty() const { return !set_ || range().empty(); }
    [[nodiscard]] Side side() const { return side_; }
    [[nodiscard]] text::Range range() const;
    /// The end that was set last.
    [[nodiscard]] std::uint32_t focus() const { return focus_; }
    [[nodiscard]] bool contains(Side side, std::uint32_t offset) const {
        return set_ && side == side_ && range().begin <= offset && offset < range().end;
    }

private:
    bool set_ = false;
    Side side_ = Side::before;
    SelectionUnit unit_ = SelectionUnit::cluster;
    text::Range origin_;  ///< what the press took
    std::uint32_t focus_ = 0;
};

/// Where the moving end of a selection goes by a key. By words and clusters through the text, block after block, those left
/// out that cannot be read; nothing at the text's ends.
[[nodiscard]] std::optional<std::uint32_t> stepped(const ShownText& shown, Side side, std::uint32_t offset,
                                                   SelectionStep step, bool forward,
                                                   const Segmenter& segmenter);

}  // namespace twicetold::viewer
