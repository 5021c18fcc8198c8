#pragma once
// The reader's selection and search over whatever texts a mode shows: commands in, fills and ticks out. Everything about
// places is asked of `ShownText`; nothing here knows how rows or panes are made.

#include <optional>
#include <string>
#include <vector>

#include "viewer/search.h"
#include "viewer/selection.h"
#include "viewer/shown_text.h"
#include "viewer/viewer.h"

namespace twicetold::viewer {

class Reading {
public:
    Reading(const Segmenter& segmenter, WidthCache& widths) : segmenter_(segmenter), widths_(widths) {}

    /// Whether anything changed; nothing where the command is none of its own.
    std::optional<bool> apply(const Command& command, ShownText& shown);
    /// To be called whenever the texts shown may have become others: forgets what was selected in one that is gone, and looks
    /// anew. True where something changed.
    bool follow(ShownText& shown);
    void forget();

    /// A drag beyond the upper or lower edge scrolls.
    bool advance(double seconds, ShownText& shown);
    [[nodiscard]] bool animating(const ShownText& shown) const;

    /// Adds the fills to the lowest layer, behind the text, and the ticks to the overview.
    void paint(DisplayList& list, ShownText& shown) const;

    [[nodiscard]] const TextSelection& selection() const { return selection_; }
    [[nodiscard]] SearchState search() const;
    [[nodiscard]] std::optional<Rect> selection_box(ShownText& shown) const;
    [[nodiscard]] bool is_selected(ShownText& shown, float x, float y) const;

private:
    std::optional<bool> perform(const Command& command, ShownText& shown);
    bool press(const command::PressText& press, ShownText& shown);
    bool drag(float x, float y, ShownText& shown);
    bool select_all(ShownText& shown);
    bool move(const command::MoveSelection& move, ShownText& shown);
    [[nodiscard]] std::optional<std::uint32_t> line_step(bool down, ShownText& shown);
    bool find(const std::string& query, ShownText& shown);
    bool go_to_match(std::int32_t match, ShownText& shown);
    bool search_again(ShownText& shown);
    /// The first match that is not above the screen.
    [[nodiscard]] std::int32_t match_on_screen(ShownText& shown) const;
    void keep_in_sight(Side side, std::uint32_t offset, ShownText& shown) const;
    void paint_matches(DrawLayer& layer, const ShownBlock& placed, ShownText& shown) const;
    void paint_ticks(DrawLayer& layer, ShownText& shown) const;

    const Segmenter& segmenter_;
    WidthCache& widths_;
    ShownKey key_;

    TextSelection selection_;
    SelectedText
        source_;  ///< the same in the comparison's documents: what outlives another shape of the texts
    Side pane_ = Side::after;  ///< pressed last
    bool dragging_ = false;
    float pointer_x_ = 0;
    float pointer_y_ = 0;
    std::optional<float> column_x_;  ///< where keys that go up and down aim

    bool search_open_ = false;
    std::string query_;
    SearchFolding folding_;
    std::vector<SearchMatch> matches_;
    std::int32_t current_ = -1;
};

}  // namespace twicetold::viewer
