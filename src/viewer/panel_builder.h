#pragma once
// What the views of the panel are put together from: wrapped texts, letters of outlets, lines that can be chosen.
// coverage_matrix.cpp lays out the matrix with it, coverage_panel_lists.cpp the lists.

#include <string>
#include <vector>

#include "viewer/coverage_panel.h"
#include "viewer/text_painting.h"

namespace twicetold::viewer {

inline constexpr float panel_padding = 16;
inline constexpr float badge_size = 20;
inline constexpr float badge_column = 28;  // of a letter and the space behind it
inline constexpr float line_space = 10;

/// Lays out a view in a picture that is empty yet.
void build_matrix(PanelPicture& picture, const PanelContent& content, float width, const Segmenter& segmenter,
                  WidthCache& widths);
void build_list(PanelPicture& picture, const PanelContent& content, float width, const Segmenter& segmenter,
                WidthCache& widths);

class PanelBuilder {
public:
    PanelBuilder(PanelPicture& picture, const PanelContent& content, float width, const Segmenter& segmenter,
                 WidthCache& widths)
        : picture_(picture),
          content_(content),
          segmenter_(segmenter),
          widths_(widths),
          painter_(picture.content, widths),
          width_(width) {
        if (strings().right_to_left()) painter_.expect_mirror();
    }

    /// Of what has been laid out.
    [[nodiscard]] float height() const { return y_ + panel_padding; }

protected:
    [[nodiscard]] const Strings& strings() const { return content_.outlets->strings(); }
    DrawLayer& layer() { return picture_.content.layers.front(); }
    /// Draws pieces as one wrapped text, its top left corner at (x, y); returns its height.
    float text(const std::vector<PanelPiece>& pieces, TextRole role, ColorRole ink, float x, float y,
               float width);
    float text(std::string words, TextRole role, ColorRole ink, float x, float y, float width);
    void badge(DrawLayer& on, TextPainter& painter, std::uint32_t document, float x, float y, float size);
    /// "≠" in a square, for what outlets disagree about.
    void disputed_sign(float x, float y);
    void target(PanelTarget made, Rect rect, std::int32_t row, std::int32_t column);
    static PanelTarget target_of(const PanelLine& line);
    /// One outlet's line: its letter (unless the entry is `of_one` outlet), its words, our note. Returns the lower edge.
    float draw_line(const PanelLine& line, float x, float y, float width, bool of_one = false);

    PanelPicture& picture_;
    const PanelContent& content_;
    const Segmenter& segmenter_;
    WidthCache& widths_;
    TextPainter painter_;
    float width_;
    float y_ = 0;  ///< how far the view has been laid out
};

}  // namespace twicetold::viewer
