#pragma once
// The coverage mode of the view model: two outlets side by side, each with a place of its own, and the panel. Split over
// coverage_view.cpp (what is done), coverage_commands.cpp (by which command),
// coverage_scrolling.cpp (places), coverage_display.cpp (the picture) and coverage_layout.cpp (the same in numbers). Private to the layer.

#include <array>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "viewer/columns.h"
#include "viewer/coverage_content.h"
#include "viewer/coverage_marks.h"
#include "viewer/coverage_panel.h"
#include "viewer/lines.h"
#include "viewer/shown_text.h"
#include "viewer/viewer.h"

namespace twicetold::viewer {

/// One outlet's article, laid out as a whole: an article is short, and so is the time that takes.
struct Pane {
    std::int32_t document = -1;
    SideBlocks blocks;
    SideMarks marks;
    std::vector<BlockLayout> layouts;
    std::vector<float> tops;  ///< of the blocks, from the article's top
    float height = 0;
    double scroll = 0;

    struct Glide {
        double from = 0;
        double to = 0;
        double elapsed = 0;
    };
    std::optional<Glide> glide;

    std::vector<std::pair<float, float>> extents;  ///< of the sentences, from the article's top

    /// Vertical extent of a sentence, the title or the byline.
    [[nodiscard]] std::pair<float, float> extent(std::int32_t sentence) const;
    void find_extents();
};

/// Which of two marks that meet on the overview shows: the weightier; 0: none.
[[nodiscard]] int overview_weight(MarkKind kind);

class CoverageView {
public:
    /// `strings`, `widths` and `segmenter` must outlive it; when the strings change, `remeasure` follows.
    CoverageView(const Strings& strings, std::shared_ptr<const engine::Comparison> comparison,
                 WidthCache& widths, const Segmenter& segmenter, bool reduced_motion);

    void place(Size canvas, Rect area, Rect panel, float pixel_ratio);
    /// Fonts or the language changed.
    void remeasure();
    void set_reduced_motion(bool reduced) { reduced_motion_ = reduced; }
    /// Letters of a line at most, before the next `remeasure`.
    void set_measure(int letters) { letters_ = letters; }
    /// True where something changed.
    bool apply(const Command& command);
    void advance(double seconds);
    [[nodiscard]] bool animating() const;

    void fill(ViewState& state) const;
    [[nodiscard]] Layout layout() const;
    void paint(DisplayList& list) const;
    [[nodiscard]] Overview overview() const;
    [[nodiscard]] std::string position_label() const;
    [[nodiscard]] std::string label(Side side) const;
    [[nodiscard]] std::string tooltip(const Hit& hit) const;
    [[nodiscard]] const Outlets& outlets() const { return outlets_; }
    [[nodiscard]] std::vector<std::uint32_t> claim_order() const;
    [[nodiscard]] std::optional<Rect> panel_cursor() const { return panel_.cursor_rect(); }
    [[nodiscard]] Rect header_box(Side side) const;

private:
    [[nodiscard]] Pane& pane(Side side) { return panes_[side == Side::before ? 0 : 1]; }
    [[nodiscard]] const Pane& pane(Side side) const { return panes_[side == Side::before ? 0 : 1]; }
    [[nodiscard]] bool shows(Side side) const {
        return pane(side).document >= 0 && (!columns_.narrow || side == side_);
    }
    /// The panel lies over the articles: none of them is on screen.
    [[nodiscard]] bool covered() const {
        return panel_area_.width > 0 && panel_area_.x <= area_.x + 1 &&
               panel_area_.right() >= area_.right() - 1 && panel_area_.bottom() >= area_.bottom() - 1;
    }
    [[nodiscard]] std::optional<Side> side_of(std::uint32_t document) const;
    [[nodiscard]] std::int32_t position_of(std::int32_t claim) const;
    [[nodiscard]] bool carries(std::int32_t document, std::int32_t claim) const;
    [[nodiscard]] bool unfiltered() const {
        return query_.filter == ClaimFilter::all && query_.outlet == all_outlets;
    }

    // coverage_view.cpp
    bool apply_to_outlets(const Command& command);
    bool apply_to_panel(const Command& command);
    bool select_position(std::int32_t position);
    bool select_claim(std::int32_t claim, std::optional<std::uint32_t> document);
    void show_carriers(std::int32_t claim, std::optional<std::uint32_t> document);
    bool show_outlet(Side side, std::uint32_t document);
    bool open_sentence(std::uint32_t document, std::int32_t sentence);
    bool open_target(const PanelTarget& target);
    bool step_outlet(Side side, int direction);
    bool click(float x, float y);
    bool set_query(const PanelQuery& query);
    void refilter();
    void rebuild_marks();
    void rebuild_panel();

    // coverage_scrolling.cpp
    void lay_out_panes();
    [[nodiscard]] double view_height() const { return static_cast<double>(columns_.content.height); }
    [[nodiscard]] double most(Side side) const;
    bool scroll_to(Side side, double position, bool animated);
    bool scroll_by(double pixels, bool animated, std::optional<Side> side);
    void reveal(Side side, std::int32_t sentence);

    friend class CoverageText;  // coverage_text.cpp

    // coverage_display.cpp
    friend class CoveragePainter;
    [[nodiscard]] float y_of(Side side) const;  ///< of the article's top, on the canvas
    [[nodiscard]] MarkKind shown_kind(Side side, const Mark& mark) const;
    [[nodiscard]] bool is_current(Side side, const Mark& mark) const;
    [[nodiscard]] std::string explain(std::uint32_t document, std::int32_t sentence) const;

    std::shared_ptr<const engine::Comparison> comparison_;
    WidthCache& widths_;
    const Segmenter& segmenter_;
    Outlets outlets_;
    Disputes disputes_;
    std::vector<ClaimRow> rows_;        ///< by claim
    std::vector<std::uint32_t> order_;  ///< claims that pass the filters, in the order shown
    ClaimsOfSentences claims_of_;
    std::vector<SentenceLink> links_;
    std::array<Pane, 2> panes_;
    CoveragePanel panel_;

    // ---- the reader's state
    PanelQuery query_;
    PanelView view_ = PanelView::claims;
    std::int32_t selected_ = -1;                  ///< claim
    Side side_ = Side::before;                    ///< in one column: the one that shows
    std::array<std::int32_t, 2> opened_{-1, -1};  ///< sentences that were opened from a list
    bool list_open_ = true;
    bool wide_ = false;
    bool reduced_motion_ = false;
    int letters_ = 68;

    // ---- places
    Size canvas_;
    Rect area_;
    Rect panel_area_;
    float pixel_ratio_ = 1;
    Columns columns_;
};

[[nodiscard]] std::unique_ptr<ShownText> make_coverage_text(CoverageView& view);

}  // namespace twicetold::viewer
