#pragma once
// The view model's state, shared by the files that make it up: view_model.cpp (commands), scrolling.cpp (places),
// display.cpp (the picture). Private to the layer.

#include <deque>
#include <memory>
#include <optional>
#include <vector>

#include "viewer/columns.h"
#include "viewer/coverage_view.h"
#include "viewer/inline_text.h"
#include "viewer/labels.h"
#include "viewer/lines.h"
#include "viewer/marks.h"
#include "viewer/reading.h"
#include "viewer/rows.h"
#include "viewer/shown_text.h"
#include "viewer/stops.h"
#include "viewer/strings.h"
#include "viewer/unicode_segmenter.h"
#include "viewer/viewer.h"

namespace twicetold::viewer {

/// Two sides' vertical extents that a ribbon joins, from the row's top. A side that is not `present` shows where the words
/// would stand.
struct RowRibbon {
    std::vector<std::int32_t> changes;
    MarkKind kind = MarkKind::changed;
    bool before_present = true;
    bool after_present = true;
    float before_top = 0;
    float before_bottom = 0;
    float after_top = 0;
    float after_bottom = 0;
};

/// A row that was on screen: measured.
struct RowLayout {
    std::vector<BlockLayout> before;
    std::vector<BlockLayout> after;
    std::vector<float> before_tops;  ///< from the row's top
    std::vector<float> after_tops;
    std::vector<RowRibbon> ribbons;
    float height = 0;  ///< with the space below

    [[nodiscard]] const std::vector<BlockLayout>& blocks(Side side) const {
        return side == Side::before ? before : after;
    }
    [[nodiscard]] const std::vector<float>& tops(Side side) const {
        return side == Side::before ? before_tops : after_tops;
    }
};

/// What stands below each other: rows, bars for folded rows, and the space at both ends.
struct Entry {
    enum class Kind : std::uint8_t { margin, row, fold };
    Kind kind = Kind::row;
    std::uint32_t first_row = 0;
    std::uint32_t last_row = 0;  ///< half-open
    std::uint64_t words = 0;     ///< of a fold
    std::uint64_t ideographs = 0;
};

/// A place in the text that outlives corrections of the heights above it.
struct Anchor {
    std::size_t entry = 0;
    double offset = 0;  ///< pixels below the entry's top
};

/// A place in a row, as it is shown: in a single column everything stands on the side `after`.
struct Place {
    std::uint32_t row = 0;
    Side side = Side::before;
    std::uint32_t offset = 0;      ///< byte of the text shown
    Side document = Side::before;  ///< whose words these are
};

/// The two texts of a step, with rows that put them level.
struct StepText {
    SideBlocks before;
    SideBlocks after;
    StepMarks marks;
    std::vector<Row> rows;
    std::vector<std::uint32_t> row_of_before;  ///< by block
    std::vector<std::uint32_t> row_of_after;

    [[nodiscard]] const SideBlocks& side(Side side) const { return side == Side::before ? before : after; }
    [[nodiscard]] std::optional<std::uint32_t> row_of(Side side, std::uint32_t offset) const;
};

/// A marked stretch for the overview: where in its row, in shares of the row's height.
struct OverviewStretch {
    Side side = Side::before;
    MarkKind kind = MarkKind::changed;
    std::uint32_t row = 0;
    float begin = 0;
    float end = 0;
    std::int32_t change = -1;
};

/// Whether the whole block stands elsewhere on the other side.
[[nodiscard]] bool is_moved(const StepText& text, Side side, std::uint32_t block);

struct ViewModel::Implementation {
    explicit Implementation(TextMeasurer& measurer) : segmenter(&measurer), widths(measurer) {}

    Strings strings;

    // ---- what is shown
    std::shared_ptr<const engine::Comparison> comparison;
    std::unique_ptr<CoverageView> coverage;  ///< in that mode, and then everything is asked of it
    std::uint32_t step_index = 0;
    UnicodeSegmenter segmenter;
    WidthCache widths;
    ChangeFilter filter;
    Stops stops;
    StepSummary summary;
    StepText source;                          ///< of the step
    StepText text;                            ///< as it is shown; its rows are those of `source`, one for one
    std::unique_ptr<InlineText> inline_text;  ///< while that shows
    Presentation wanted = Presentation::side_by_side;
    Presentation shown_as = Presentation::side_by_side;
    bool swapped = false;
    int measure_letters = 68;
    Direction reading_direction = Direction::left_to_right;  ///< of the two texts
    std::vector<ChangeEntry> entries_of_changes;
    std::vector<std::vector<std::int32_t>> changes_of_row;  ///< stops, without moves
    std::vector<OverviewStretch> stretches;
    std::vector<StepLabel> step_labels;
    std::deque<engine::Step> more_steps;  ///< of pairs that the comparison itself does not have
    std::optional<ViewModel::Pair> wanted_pair;
    Timeline timeline;

    // ---- the reader's state
    std::int32_t selected = -1;     ///< a stop
    Side focus_side = Side::after;  ///< the document whose end of a selected move was scrolled to
    bool folded = false;
    std::vector<bool> opened;  ///< by first row of a fold: opened by hand
    bool list_open = false;
    bool reduced_motion = false;

    // ---- places
    Size canvas;
    Rect area;
    Rect panel;  ///< of the coverage mode
    float pixel_ratio = 1;
    Columns columns;
    std::vector<Entry> entries;
    std::vector<std::uint32_t> entry_of_row;
    std::vector<std::unique_ptr<RowLayout>> layouts;  ///< by row; null: not measured
    std::vector<float> heights;                       ///< by row; measured or estimated
    std::vector<double> tops;                         ///< by entry, and the end; valid unless tops_stale
    bool tops_stale = true;
    Anchor anchor;

    struct Glide {
        Anchor target;
        double distance = 0;  ///< pixels still to go when it began, positive: downwards
        double elapsed = 0;
        double duration = 0;
    };
    std::optional<Glide> glide;
    std::optional<command::Fling> fling;

    // ---- selection and search, in either mode
    Reading reading{segmenter, widths};
    std::unique_ptr<ShownText> texts;  ///< of the mode; null before anything was shown

    std::uint64_t revision = 1;
    DisplayList list;
    std::uint64_t list_revision = 0;

    [[nodiscard]] bool empty() const { return comparison == nullptr || comparison->steps.empty(); }
    [[nodiscard]] std::size_t step_count() const { return comparison->steps.size() + more_steps.size(); }
    [[nodiscard]] const engine::Step& step_at(std::size_t index) const {
        const std::size_t own = comparison->steps.size();
        return index < own ? comparison->steps[index] : more_steps[index - own];
    }
    [[nodiscard]] const engine::Step& step() const { return step_at(step_index); }
    /// The change at a stop; of a moved passage, that of its first sentence.
    [[nodiscard]] const engine::Change& change_at(std::int32_t stop) const {
        return step().changes[static_cast<std::size_t>(stops.first[static_cast<std::size_t>(stop)])];
    }
    /// The texts shown.
    [[nodiscard]] const SideBlocks& side(Side side) const { return text.side(side); }
    [[nodiscard]] const std::vector<Row>& rows() const { return text.rows; }
    /// Where a byte of a document shows.
    [[nodiscard]] std::optional<Place> place_of(Side document, std::uint32_t offset) const;
    /// What a range of the text shown on a side is in its document.
    [[nodiscard]] SourceRange source_range(Side side, text::Range shown) const;
    /// Whose words a mark shown on a side are.
    [[nodiscard]] Side document_of(Side side, const Mark& mark) const {
        return shown_as == Presentation::side_by_side ? side : mark.side;
    }
    [[nodiscard]] std::optional<Place> place_of_change(std::int32_t change, Side preferred) const;
    [[nodiscard]] std::optional<Place> place_of_move(std::int32_t move, Side side) const;
    /// The words that the list shows of a change.
    [[nodiscard]] text::Range range_shown(const engine::Change& change, Side side) const;

    // view_model.cpp
    bool apply(const Command& command);
    void load_step(std::uint32_t index);
    void load_changes();  ///< stops, marks and what hangs on them, by the filter
    /// Makes `text` what the presentation and the width ask for. The place is kept. True where that is another than before.
    bool present(bool anew = false);
    void add_entry(std::int32_t stop);
    void label_steps();
    bool select_pair(std::uint32_t earlier, std::uint32_t later);
    /// The step to go on to, past those that compare other than neighbouring versions.
    [[nodiscard]] std::uint32_t neighbouring_step(int direction) const;
    [[nodiscard]] std::optional<SentenceHistory> history_of_place(Side document, std::uint32_t offset) const;
    bool set_filter(const ChangeFilter& wanted);
    bool turn_page(int direction);
    /// How much of the row on top is above the screen, as a share of it.
    [[nodiscard]] double share_above() const;
    void keep_share_above(double share);
    void rebuild_entries();
    /// Names versions, times and kinds of change in the interface's language.
    void name_parts();
    bool select(std::int32_t change, std::optional<Side> side = std::nullopt);
    bool jump_to_other_end(std::int32_t move);
    bool set_folded(bool fold);
    bool open_fold(std::uint32_t row);
    bool click(float x, float y);
    [[nodiscard]] std::int32_t neighbour(int direction) const;

    // scrolling.cpp
    void place_columns();
    void forget_layouts();
    [[nodiscard]] float entry_height(std::size_t entry) const;
    void refresh_tops();
    [[nodiscard]] double top_of(std::size_t entry);
    [[nodiscard]] double position(Anchor place);
    [[nodiscard]] Anchor anchor_at(double position);
    RowLayout& measure(std::uint32_t row);
    void measure_entry(std::size_t entry);
    /// `from` moved by `pixels`, measuring the rows on the way; stops at the first entry's top.
    [[nodiscard]] Anchor moved(Anchor from, double pixels);
    /// Not so far down that space is left below the last entry. Measures a screenful.
    [[nodiscard]] Anchor clamped(Anchor place);
    void set_anchor(Anchor place);
    bool scroll_by(double pixels, bool animated);
    bool scroll_to(Anchor target, bool animated);
    [[nodiscard]] float line_top(const Place& place);  ///< from the row's top
    bool reveal(const Place& place, bool animated);
    /// Entries on screen, each measured, and the y of the first one's top.
    struct Visible {
        std::size_t first = 0;
        std::size_t last = 0;
        float y = 0;
    };
    /// Also pulls the anchor back where it lies beyond the end, so calling it settles the place.
    Visible visible();
    [[nodiscard]] double view_height() const { return static_cast<double>(columns.content.height); }

    // display.cpp
    void build_list();
    [[nodiscard]] Layout make_layout();
    [[nodiscard]] Overview make_overview();
    [[nodiscard]] std::vector<RowRibbon> row_ribbons(std::uint32_t row, const RowLayout& layout) const;
    [[nodiscard]] bool is_current(const Mark& mark) const { return selected >= 0 && mark.change == selected; }
    void find_overview_stretches();
    /// Vertical extent of a range in its row, from the row's top; by estimate where the row is not measured.
    [[nodiscard]] std::pair<float, float> extent_in_row(std::uint32_t row, Side side,
                                                        text::Range range) const;

    void touch() { ++revision; }
};

[[nodiscard]] std::unique_ptr<ShownText> make_versions_text(ViewModel::Implementation& self);

}  // namespace twicetold::viewer
