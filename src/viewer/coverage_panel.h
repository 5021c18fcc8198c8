#pragma once
// The panel of the coverage mode as a picture: the matrix, or a list, laid out for a width, and what in it can be chosen.

#include <optional>
#include <string>
#include <vector>

#include "viewer/coverage_content.h"
#include "viewer/lines.h"
#include "viewer/segments.h"
#include "viewer/viewer.h"

namespace twicetold::viewer {

/// Something in the panel that can be chosen. The keyboard moves by row and column.
struct PanelTarget {
    PanelBox box;  ///< its rectangle from the top left corner of the content
    std::int32_t row = 0;
    std::int32_t column = 0;
    std::int32_t entry = -1;  ///< of a list
    std::int32_t line = -1;
};

/// What there is to lay out.
struct PanelContent {
    const engine::Comparison* comparison = nullptr;
    const std::vector<ClaimRow>* rows = nullptr;
    const std::vector<std::uint32_t>* order = nullptr;
    const Disputes* disputes = nullptr;
    const Outlets* outlets = nullptr;
    PanelView view = PanelView::claims;
    PanelQuery query;
    std::int32_t selected = -1;
};

/// A view of the panel, laid out for a width.
struct PanelPicture {
    float head_height = 0;  ///< of what does not scroll
    float height = 0;
    DisplayList head;
    DisplayList content;  ///< from the top left corner of the content
    std::vector<PanelTarget> targets;
    PanelList list;
    /// Beginnings of claims that fill two lines of a width, by claim: finding them takes long, so they are kept.
    std::vector<std::string> beginnings;
    float beginnings_width = 0;
};

class CoveragePanel {
public:
    /// Lays everything out anew. `area`: on the canvas; empty while the panel is closed.
    void build(const PanelContent& content, Rect area, const Segmenter& segmenter, WidthCache& widths);
    void paint(DisplayList& list) const;
    [[nodiscard]] std::vector<PanelBox> boxes() const;
    [[nodiscard]] const PanelTarget* target(std::uint32_t index) const {
        return index < picture_.targets.size() ? &picture_.targets[index] : nullptr;
    }
    [[nodiscard]] const PanelList& list() const { return picture_.list; }

    bool scroll_by(double pixels);
    [[nodiscard]] double scroll() const { return scroll_; }
    [[nodiscard]] double most() const;
    void scroll_to_start() { scroll_ = 0; }
    /// Fonts changed.
    void forget_widths() { picture_.beginnings.clear(); }
    /// Scrolls just so far that the row of a claim is in sight.
    void reveal_claim(std::int32_t claim);

    /// The keyboard's place. Moving keeps the column where the next row has one.
    bool move(int rows, int columns);
    void put_cursor(std::int32_t row, std::int32_t column);
    [[nodiscard]] const PanelTarget* cursor() const;
    [[nodiscard]] std::optional<Rect> cursor_rect() const;

private:
    [[nodiscard]] Rect body() const;  ///< below what does not scroll
    [[nodiscard]] Rect on_canvas(const Rect& content) const;
    [[nodiscard]] bool is_cursor(const PanelTarget& target) const {
        return target.row == row_ && target.column == column_;
    }
    void reveal(const Rect& content);

    Rect area_;
    PanelPicture picture_;
    double scroll_ = 0;
    std::int32_t row_ = 0;
    std::int32_t column_ = 0;
    bool has_cursor_ = false;
    bool from_right_ = false;  ///< laid out for a language that is written from right to left
};

}  // namespace twicetold::viewer
