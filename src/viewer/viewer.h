#pragma once
// The headless view model: what the reader sees of a Comparison, as rows, marks and places, without a window.
// Commands go in; state, a layout and a display list come out. No ImGui, no GL, no clock: time enters by `advance`.
// Lengths are CSS pixels; positions are measured from the canvas' top left corner unless a name says `document`.
//
//     viewer::ViewModel view(measurer);
//     view.show(comparison);
//     view.resize({.width = 1200, .height = 800}, {.x = 0, .y = 48, .width = 1200, .height = 752});
//     view.apply(viewer::command::NextChange{});
//     while (view.animating()) { view.advance(1.0 / 60); draw(view.display_list()); }

#include <cstdint>
#include <deque>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "engine/comparison.h"
#include "viewer/coverage.h"
#include "viewer/presentation.h"
#include "viewer/strings.h"
#include "viewer/timeline.h"

namespace twicetold::viewer {

enum class Side : std::uint8_t { before, after };
[[nodiscard]] constexpr Side other(Side side) { return side == Side::before ? Side::after : Side::before; }

/// Direction of a run of text.
enum class Direction : std::uint8_t { left_to_right, right_to_left };

struct Rect {
    float x = 0;
    float y = 0;
    float width = 0;
    float height = 0;

    [[nodiscard]] constexpr float right() const { return x + width; }
    [[nodiscard]] constexpr float bottom() const { return y + height; }
    [[nodiscard]] constexpr bool contains(float at_x, float at_y) const {
        return at_x >= x && at_x < right() && at_y >= y && at_y < bottom();
    }
};

struct Size {
    float width = 0;
    float height = 0;
};

/// Roles of text in the article panes; the canvas chooses fonts for them.
enum class TextRole : std::uint8_t {
    title,
    byline,
    heading,
    body,
    quotation,
    caption,
    fold,
    label,
    excerpt,  ///< sentences in the panel
    small,    ///< notes in the panel
};
inline constexpr std::size_t text_role_count = 10;

/// How the host measures text. Widths in CSS pixels. Implemented over the platform's text engine; by a fixed-width
/// stand-in in tests. A run has one direction and no line break; the view model asks once for each different run.
class TextMeasurer {
public:
    virtual ~TextMeasurer() = default;
    [[nodiscard]] virtual float advance(std::string_view run, TextRole role, Direction direction) = 0;
    /// x of the caret before each of `offsets` (bytes into `run`, rising), from the run's left edge.
    virtual void carets(std::string_view run, TextRole role, Direction direction,
                        std::span<const std::uint32_t> offsets, std::span<float> out) = 0;
    /// Distance between baselines, and of the baseline below the line's top.
    [[nodiscard]] virtual float line_height(TextRole role) = 0;
    [[nodiscard]] virtual float baseline(TextRole role) = 0;
    /// Adds to `starts` where words begin in `run`, a stretch of Thai, Lao, Khmer or Myanmar: bytes into it, rising; the
    /// first word's may be left out. False where that is not known.
    virtual bool word_starts(std::string_view run, std::vector<std::uint32_t>& starts) {
        static_cast<void>(run);
        static_cast<void>(starts);
        return false;
    }
};

enum class MarkKind : std::uint8_t {
    removed,    ///< before: gone. Struck through
    added,      ///< after: new. Underlined
    changed,    ///< before and after: replaced. Struck / underlined
    rewritten,  ///< whole sentence replaced
    moved,      ///< stands elsewhere on the other side. Dotted side bar
    cosmetic,   ///< typography, punctuation, spelling. Thin dotted underline
    // Coverage
    shared,     ///< the outlet beside it says the same. Underlined
    elsewhere,  ///< others say it, but not the outlet beside it. Thin dashed underline
    differs,    ///< others tell it differently. Wavy underline
    figure,     ///< a number that others contradict. Double underline
    unique,     ///< no other outlet says it. Dotted underline
    copied,     ///< taken over word for word, or nearly. Double side bar
    quotation,  ///< a quotation that others have too. Dashed line below
    altered,    ///< a quotation that others give in other words. Dashed line below, as what differs
};
inline constexpr std::size_t mark_kind_count = 14;

// ---------------------------------------------------------------- what is on screen, for hosts and tests

/// A word (or part of one) on screen.
struct WordBox {
    Side side = Side::before;
    Rect rect;
    text::Range range;  ///< in the side's document text
};

/// A part of the panel on screen: a row of the matrix, a cell of it, a line of a list.
struct PanelBox {
    enum class Kind : std::uint8_t { row, cell, line };
    Kind kind = Kind::line;
    Rect rect;
    std::int32_t claim = -1;  ///< index into the comparison's claims
    std::int32_t document = -1;
    std::int32_t sentence = -1;
    Stance stance = Stance::omits;  ///< of a cell
    bool differs = false;
    bool current = false;  ///< belongs to the selected claim, or has the keyboard's place
    std::string text;      ///< as it reads; of a cell: who says what
};

/// A marked stretch on screen, one a line it crosses.
struct MarkBox {
    Side side = Side::before;
    MarkKind kind = MarkKind::changed;
    Rect rect;
    text::Range range;  ///< the whole mark, in the side's document text
    std::int32_t change =
        -1;  ///< its place in `ViewModel::changes()`; coverage: of a claim, its place in the order shown
    bool current = false;  ///< belongs to the selected change
};

/// Only what at least partly shows between the pane headers and the bottom edge.
struct Layout {
    std::vector<WordBox> words;
    std::vector<MarkBox> marks;
    std::vector<PanelBox> panel;  ///< coverage
};

/// What a step amounts to.
struct StepSummary {
    std::uint32_t substantive = 0;
    std::uint32_t cosmetic = 0;
    std::uint32_t moves = 0;  ///< passages that moved, whole; counted in neither of the others
    std::uint32_t ignored = 0;
    bool correction_note = false;
    bool differs = false;  ///< in anything, be it white space
};

struct ViewState {
    engine::Mode mode = engine::Mode::versions;
    bool shown = false;        ///< there is something to see
    std::uint32_t before = 0;  ///< documents shown
    std::uint32_t after = 1;
    std::uint32_t step = 0;  ///< index into `Comparison::steps`
    std::uint32_t step_count = 0;
    std::int32_t change =
        -1;  ///< 0-based selected change, -1: none; coverage: claim, by its place in the order shown
    std::uint32_t change_count = 0;
    StepSummary summary;  ///< versions
    double scroll = 0;    ///< document pixels above the viewport. Rows not yet seen count by estimate
    double scroll_max = 0;
    bool folded = false;
    bool list_open = false;
    Presentation presentation =
        Presentation::side_by_side;  ///< versions: what shows; narrow, never side by side
    bool swapped = false;            ///< the sides have changed places
    bool mirrored = false;           ///< the earlier version stands on the right
    ChangeFilter filter;             ///< versions
    std::uint32_t hidden_count = 0;  ///< changes that the filter leaves out
    bool narrow = false;             ///< too narrow for two columns
    Side side = Side::after;         ///< coverage: of the pane that shows, where only one does
    CoverageState coverage;
};

/// One item of the change list, and one stop of next and previous. A moved passage is one, however many sentences it has.
struct ChangeEntry {
    std::int32_t change = 0;  ///< its place in the list
    std::int32_t first = 0;   ///< index into the step's changes; of a moved passage, of its first sentence's
    engine::ChangeKind kind = engine::ChangeKind::wording;
    engine::Significance significance = engine::Significance::substantive;
    MarkKind mark = MarkKind::changed;
    std::string kind_name;  ///< "Figure", "Moved passage"
    std::string before;     ///< excerpt on one line, shortened with "…"; empty where this side has nothing
    std::string after;
    std::uint32_t row = 0;  ///< 0-based row, for the place in the text
};

/// A changed place on the overview strip, in shares (0 to 1) of the document's height.
struct OverviewMark {
    Side side = Side::before;
    MarkKind kind = MarkKind::changed;
    float begin = 0;
    float end = 0;
    std::int32_t change = -1;
};

struct Overview {
    Rect strip;
    std::vector<OverviewMark> marks;
    float view_begin = 0;  ///< the part of the document on screen
    float view_end = 1;
};

/// A pair of versions that can be shown.
struct StepLabel {
    std::uint32_t step = 0;
    std::uint32_t before = 0;
    std::uint32_t after = 1;
    std::string text;  ///< "1 → 2"
};

// ---------------------------------------------------------------- what the reader selected and looks for

/// What a click, a double and a triple click take, and a drag from there goes on by.
enum class SelectionUnit : std::uint8_t { cluster, word, sentence };

/// How far a key moves the end of a selection.
enum class SelectionStep : std::uint8_t { cluster, word, line };

/// Selected text as it stands in a document of the comparison.
struct SelectedText {
    Side side = Side::before;
    std::uint32_t document = 0;
    std::vector<text::Range>
        ranges;  ///< rising; mostly one: several where something between them is not the document's

    [[nodiscard]] bool empty() const { return ranges.empty(); }
};

struct SearchState {
    bool open = false;
    std::string query;
    std::uint32_t count = 0;
    std::int32_t current = -1;  ///< 0-based; -1: none
    bool more = false;          ///< there are more than are counted
};

// ---------------------------------------------------------------- what to draw

/// Roles of colour; the canvas' theme chooses them.
enum class ColorRole : std::uint8_t {
    page,
    header,
    hairline,
    ink,
    ink_soft,
    ink_faint,
    removed_fill,
    removed_line,
    added_fill,
    added_line,
    moved_fill,
    moved_line,
    cosmetic_fill,
    cosmetic_line,
    removed_current,
    added_current,
    moved_current,
    cosmetic_current,  ///< fills of the selected change
    ribbon_removed,
    ribbon_added,
    ribbon_moved,
    ribbon_cosmetic,
    ribbon_plain,
    fold_fill,
    fold_ink,
    strip_fill,
    strip_view,
    strip_removed,
    strip_added,
    strip_moved,
    strip_cosmetic,
    // Coverage
    shared_fill,
    shared_line,
    shared_rule,  ///< under whole sentences: fainter than the line, or it would drown the text
    shared_current,
    differs_fill,
    differs_line,
    differs_current,
    unique_fill,
    unique_line,
    unique_current,
    copied_line,
    quotation_line,
    ribbon_shared,
    ribbon_differs,
    strip_shared,
    strip_differs,
    strip_unique,
    panel_fill,
    panel_line,
    panel_selected,
    badge,
    badge_shown,
    badge_shown_ink,
    // Selection and search
    selection,
    match,
    match_current,
    match_line,
    strip_match,
    count
};

enum class LineStyle : std::uint8_t { solid, dotted, wavy, doubled, dashed };

/// One run of text in one role and direction. `text` points into the document or into `DisplayList::strings`.
struct DrawText {
    float x = 0;  ///< left edge of the run
    float baseline = 0;
    float width = 0;
    std::string_view text;
    TextRole role = TextRole::body;
    ColorRole color = ColorRole::ink;
    Direction direction = Direction::left_to_right;
};

struct DrawRect {
    Rect rect;
    ColorRole color = ColorRole::page;
    float radius = 0;
};

struct DrawLine {
    float x = 0;
    float y = 0;
    float to_x = 0;
    float to_y = 0;
    float thickness = 1;
    LineStyle style = LineStyle::solid;
    ColorRole color = ColorRole::hairline;
};

/// A band from (left, left_top … left_bottom) to (right, right_top … right_bottom), its edges S-shaped curves that
/// start and end level; the colour goes over from one to the other.
struct DrawRibbon {
    float left = 0;
    float left_top = 0;
    float left_bottom = 0;
    float right = 0;
    float right_top = 0;
    float right_bottom = 0;
    ColorRole left_color = ColorRole::ribbon_plain;
    ColorRole right_color = ColorRole::ribbon_plain;
    bool current = false;
    LineStyle edge = LineStyle::solid;
    ColorRole edge_color = ColorRole::moved_line;  ///< of a dotted edge
};

/// Drawn in the order rects, ribbons, texts, lines; nothing shows outside `clip`.
struct DrawLayer {
    Rect clip;
    std::vector<DrawRect> rects;
    std::vector<DrawRibbon> ribbons;
    std::vector<DrawText> texts;
    std::vector<DrawLine> lines;
};

/// What lies under the pointer.
struct Hit {
    enum class Kind : std::uint8_t { nothing, text, mark, fold, overview, panel };
    Kind kind = Kind::nothing;
    Side side = Side::before;
    std::int32_t change = -1;
    std::int32_t move = -1;      ///< a moved passage: index into the step's moves
    std::uint32_t row = 0;       ///< of a fold: its first row; of the panel: which of its boxes
    std::int32_t sentence = -1;  ///< coverage: of a mark
};

struct HitRegion {
    Rect rect;
    Hit hit;
};

/// Layers from the bottom up; regions from the bottom up too (the last that contains a point wins).
struct DisplayList {
    std::vector<DrawLayer> layers;
    std::vector<HitRegion> regions;
    std::deque<std::string> strings;  ///< owns the labels
};

// ---------------------------------------------------------------- commands

namespace command {
struct NextChange {};  ///< with none selected: the first one at or below the top of the screen
struct PreviousChange {};
struct FirstChange {};
struct LastChange {};
struct SelectChange {
    std::int32_t change = -1;  ///< place in `ViewModel::changes()`, -1: none
};
/// To the other end of a moved passage; `move` -1: that of the selected change.
struct JumpToOtherEnd {
    std::int32_t move = -1;
};
struct ScrollBy {
    double pixels = 0;
    bool animated = false;
    std::optional<Side> side = std::nullopt;  ///< coverage: one pane alone; without it, both
};
/// Scrolls on by itself, slower and slower, from `velocity` pixels a second. 0 stops it.
struct Fling {
    double velocity = 0;
    std::optional<Side> side = std::nullopt;  ///< as of `ScrollBy`
};
struct ScrollByPages {
    double pages = 1;
};
/// To `position` document pixels (by estimate where rows have not been seen).
struct ScrollTo {
    double position = 0;
};
/// Puts the middle of the screen at a share (0 to 1) of the document.
struct ScrollToShare {
    double share = 0;
};
struct ScrollToStart {};
struct ScrollToEnd {};
struct SetFolded {
    bool folded = true;
};
struct ToggleFolded {};
struct OpenFold {
    std::uint32_t row = 0;  ///< first row of the fold
};
struct SetPresentation {
    Presentation presentation = Presentation::side_by_side;
};
/// To the next earlier or later text: the earlier version alone, both in one, the later one alone, then those of the next
/// step. In a narrow window, and wherever one column shows.
struct TurnPage {
    int direction = 1;
};
/// The sides change places.
struct SwapSides {};
struct SetFilter {
    ChangeFilter filter;
};
struct SetListOpen {
    bool open = true;
};
struct ToggleList {};
struct SelectStep {
    std::uint32_t step = 0;
};
/// Any two versions, the earlier one first. Where the comparison has no such step, `ViewModel::wanted_pair` says so until
/// the host brings it by `add_step`.
struct SelectPair {
    std::uint32_t before = 0;
    std::uint32_t after = 1;
};
struct NextStep {};
struct PreviousStep {};
/// A click or tap on the article: selects a mark, jumps to a move's other end, opens a fold, scrolls by the overview.
struct ClickAt {
    float x = 0;
    float y = 0;
};

// Selection and search, in whatever texts are shown.

/// The pointer is pressed on the article. `extend`: moves the near end of what is selected.
struct PressText {
    float x = 0;
    float y = 0;
    SelectionUnit unit = SelectionUnit::cluster;
    bool extend = false;
};
/// The pressed pointer moves. Beyond the upper and lower edge the text scrolls by itself until `ReleaseText`.
struct DragText {
    float x = 0;
    float y = 0;
};
struct ReleaseText {};
/// Everything in the pane that was pressed last, or has the selection.
struct SelectAllText {};
struct ClearSelection {};
/// Moves the end that was set last, by a key. Right and left are the eye's: backwards in text from right to left.
struct MoveSelection {
    SelectionStep step = SelectionStep::cluster;
    bool forward = true;  ///< right or down
};
/// Looks for `query` in the texts shown; empty: for nothing.
struct Find {
    std::string query;
};
struct FindNext {};
struct FindPrevious {};
struct CloseFind {};

// Coverage. What they do where versions are shown: nothing.

/// Shows an outlet on one side; the one that stood there changes places with it where it stands on the other.
struct SelectOutlet {
    Side side = Side::before;
    std::uint32_t document = 0;
};
/// The outlet before or after, past the one on the other side.
struct StepOutlet {
    Side side = Side::before;
    int direction = 1;
};
/// In one column: shows the other outlet.
struct TurnSide {};
struct SetPanelView {
    PanelView view = PanelView::claims;
};
struct StepPanelView {
    int direction = 1;
};
struct SetClaimSort {
    ClaimSort sort = ClaimSort::story;
};
struct SetClaimFilter {
    ClaimFilter filter = ClaimFilter::all;
};
struct SetOutletFilter {
    std::int32_t outlet = all_outlets;
};
struct SetBlind {
    bool blind = true;
};
struct ToggleBlind {};
struct SetPanelWide {
    bool wide = true;
};
struct TogglePanelWide {};
/// A cell of the matrix: selects the claim, and shows the outlet at its sentence, beside another that carries it.
struct OpenCell {
    std::int32_t claim = 0;  ///< index into the comparison's claims
    std::uint32_t document = 0;
};
struct OpenSentence {
    std::uint32_t document = 0;
    std::int32_t sentence = 0;
};
struct ScrollPanelBy {
    double pixels = 0;
};
/// Moves the keyboard's place in the panel; in the matrix a row is also a claim, which is selected.
struct MoveInPanel {
    int rows = 0;
    int columns = 0;
};
/// Opens what the keyboard's place is on.
struct OpenFromPanel {};
}  // namespace command

using Command =
    std::variant<command::NextChange, command::PreviousChange, command::FirstChange, command::LastChange,
                 command::SelectChange, command::JumpToOtherEnd, command::ScrollBy, command::Fling,
                 command::ScrollByPages, command::ScrollTo, command::ScrollToShare, command::ScrollToStart,
                 command::ScrollToEnd, command::SetFolded, command::ToggleFolded, command::OpenFold,
                 command::SetPresentation, command::TurnPage, command::SwapSides, command::SetFilter,
                 command::SetListOpen, command::ToggleList, command::SelectStep, command::SelectPair,
                 command::NextStep, command::PreviousStep, command::ClickAt, command::SelectOutlet,
                 command::StepOutlet, command::TurnSide, command::SetPanelView, command::StepPanelView,
                 command::SetClaimSort, command::SetClaimFilter, command::SetOutletFilter, command::SetBlind,
                 command::ToggleBlind, command::SetPanelWide, command::TogglePanelWide, command::OpenCell,
                 command::OpenSentence, command::ScrollPanelBy, command::MoveInPanel, command::OpenFromPanel,
                 command::PressText, command::DragText, command::ReleaseText, command::SelectAllText,
                 command::ClearSelection, command::MoveSelection, command::Find, command::FindNext,
                 command::FindPrevious, command::CloseFind>;

/// Below this width the two versions are shown in one column.
inline constexpr float narrow_width = 640;

// ---------------------------------------------------------------- the view model

class ViewModel {
public:
    /// `measurer` must outlive the view model.
    explicit ViewModel(TextMeasurer& measurer);
    ~ViewModel();
    ViewModel(const ViewModel&) = delete;
    ViewModel& operator=(const ViewModel&) = delete;

    /// Shows the first step of a comparison, from the top, with nothing selected. Null: shows nothing.
    void show(std::shared_ptr<const engine::Comparison> comparison);
    [[nodiscard]] const std::shared_ptr<const engine::Comparison>& comparison() const;

    /// `area` is the part of the canvas that shows the article. The place on top of the screen is kept. Rows are placed on
    /// whole device pixels, `pixel_ratio` of them in a CSS pixel, so that scrolling does not make lines jitter.
    /// `panel`: of the coverage mode; empty while it is closed.
    void resize(Size canvas, Rect area, float pixel_ratio = 1, Rect panel = {});
    /// Fonts or the pixel ratio changed: measures anew. The place is kept.
    void remeasure();
    /// Letters of a line at most, before the next `remeasure`.
    void set_measure(int letters);
    /// Jumps at once instead of gliding.
    void set_reduced_motion(bool reduced);
    /// The interface's language; English until it is told. The place and everything chosen are kept.
    void set_strings(Strings strings);
    [[nodiscard]] const Strings& strings() const;

    /// True where something changed: a scroll at the end of the text returns false, so that a host can give the
    /// wheel back to the page.
    bool apply(const Command& command);
    /// Lets animations proceed by `seconds`.
    void advance(double seconds);
    [[nodiscard]] bool animating() const;
    /// Rises whenever the picture changes.
    [[nodiscard]] std::uint64_t revision() const;

    [[nodiscard]] ViewState state() const;
    [[nodiscard]] Layout layout() const;
    /// Valid until the next call of a non-const member.
    [[nodiscard]] const DisplayList& display_list();
    [[nodiscard]] Overview overview() const;
    [[nodiscard]] Hit hit(float x, float y);
    [[nodiscard]] const std::vector<ChangeEntry>& changes() const;
    [[nodiscard]] const std::vector<StepLabel>& steps() const;
    /// The step that shows; there must be one.
    [[nodiscard]] const engine::Step& step() const;
    /// Two versions that the reader wants compared and no step compares; none: nothing is missing.
    struct Pair {
        std::uint32_t before = 0;
        std::uint32_t after = 1;
    };
    [[nodiscard]] std::optional<Pair> wanted_pair() const;
    /// Shows the one step of `comparison`, which is of the two versions wanted alone. False, and nothing is shown, where
    /// its texts are not theirs.
    bool add_step(const engine::Comparison& comparison, Pair pair);
    /// Of two versions or more; its links are empty for a coverage.
    [[nodiscard]] const Timeline& timeline() const;
    /// What became of the sentence at a point of the text; null beside it, and of two versions.
    [[nodiscard]] std::optional<SentenceHistory> history_at(float x, float y);
    /// The same of the sentence of the selected change.
    [[nodiscard]] std::optional<SentenceHistory> history_of_selected() const;
    /// "Version 2 · 4 Mar 2026, 06:12 · The Harbour Courier"
    [[nodiscard]] std::string label(Side side) const;
    /// "Change 3 of 17", "17 changes", "No changes"
    [[nodiscard]] std::string position_label() const;
    /// "18 substantive, no correction note", to stand beside the count. Empty for a coverage.
    [[nodiscard]] std::string summary_label() const;
    /// The same at length, in lines to stand above the list of changes.
    [[nodiscard]] std::vector<std::string> summary_lines() const;
    /// What the list says where there is no change.
    [[nodiscard]] std::string no_changes_sentence() const;
    /// Whether there is a stretch of unchanged rows long enough to fold.
    [[nodiscard]] bool foldable() const;

    // ---- selection and search (reading.cpp)
    [[nodiscard]] SelectedText selection() const;
    /// Exactly what stands in the document, with its paragraph breaks. Empty without a selection.
    [[nodiscard]] std::string selected_text() const;
    /// “…” — outlet, title, date, version; in the quotation marks of the text's language.
    [[nodiscard]] std::string selected_quotation() const;
    [[nodiscard]] SearchState search() const;
    /// Whether the point is on selected text, on text at all, and where a press would place the caret.
    [[nodiscard]] bool is_selected(float x, float y);
    [[nodiscard]] bool is_text(float x, float y);
    [[nodiscard]] bool is_article(float x, float y);
    /// Where the selection shows, the end that was set last: a place for a menu.
    [[nodiscard]] std::optional<Rect> selection_box();

    // ---- coverage
    /// Names of all outlets, hidden where they are to be.
    [[nodiscard]] std::vector<std::string> outlet_names() const;
    /// "A", "B", …
    [[nodiscard]] std::string outlet_letter(std::uint32_t document) const;
    /// What the reader is told about what lies under the pointer; empty: nothing.
    [[nodiscard]] std::string tooltip(const Hit& hit) const;
    /// A warning as it may be shown: without the outlets' names where these are hidden.
    [[nodiscard]] std::string without_names(std::string sentence) const;
    /// Claims that pass the filters, in the order shown: indexes into the comparison's claims.
    [[nodiscard]] std::vector<std::uint32_t> claim_order() const;
    /// How many findings a view of the panel holds before any filter.
    [[nodiscard]] std::size_t finding_count(PanelView view) const;
    /// The keyboard's place in the panel, where it is on screen.
    [[nodiscard]] std::optional<Rect> panel_cursor() const;
    /// The head of a pane, where its outlet is named. Empty for a pane that does not show.
    [[nodiscard]] Rect header_box(Side side) const;

    struct Implementation;

private:
    std::unique_ptr<Implementation> implementation_;
};

}  // namespace twicetold::viewer
