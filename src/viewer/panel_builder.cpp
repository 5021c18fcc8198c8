#include "viewer/panel_builder.h"

#include <algorithm>
#include <utility>

namespace twicetold::viewer {

float PanelBuilder::text(const std::vector<PanelPiece>& pieces, TextRole role, ColorRole ink, float x,
                         float y, float width) {
    std::string whole;
    SideMarks marks;
    std::vector<PanelPiece::Kind> kinds;
    for (const PanelPiece& piece : pieces) {
        const auto begin = static_cast<std::uint32_t>(whole.size());
        whole += piece.text;
        if (piece.kind == PanelPiece::Kind::plain) continue;
        Mark mark;
        mark.range = {begin, static_cast<std::uint32_t>(whole.size())};
        marks.marks.push_back(mark);
        kinds.push_back(piece.kind);
    }
    if (whole.empty()) return 0;
    // The view is laid out from the left and mirrored as a whole in the end. The order of words in a line is their
    // language's own affair, so a text is put where it will stand, and mirrored beforehand.
    const bool from_right = strings().right_to_left();
    if (from_right) x = width_ - x - width;
    const LayerMark before = mark_of(layer());
    marks.first = {0, static_cast<std::uint32_t>(marks.marks.size())};
    const std::string& kept = picture_.content.strings.emplace_back(std::move(whole));
    Block block;
    block.role = role;
    block.range = {0, static_cast<std::uint32_t>(kept.size())};
    block.direction = segmenter_.direction(kept, block.range, Direction::left_to_right);
    const BlockLayout lines = lay_out(block, kept, marks, 0, width, segmenter_, widths_);
    for (const MarkStretch& stretch : lines.stretches) {
        const Rect box = box_of(lines, stretch, x, y);
        const PanelPiece::Kind kind = kinds[stretch.mark];
        const float baseline = y + lines.lines[stretch.line].baseline;
        const bool removed = kind == PanelPiece::Kind::removed;
        const bool figure = kind == PanelPiece::Kind::figure;
        const ColorRole fill = removed  ? ColorRole::removed_fill
                               : figure ? ColorRole::panel_selected
                                        : ColorRole::added_fill;
        layer().rects.push_back({box, fill, 3});
        if (figure) continue;
        const ColorRole color = removed ? ColorRole::removed_line : ColorRole::added_line;
        const float at = removed ? baseline - 4.5F : baseline + 3;
        layer().lines.push_back({box.x + 1.5F, at, box.right() - 1.5F, at, 1, LineStyle::solid, color});
    }
    const std::size_t first = layer().texts.size();
    painter_.words(layer(), block, kept, lines, x, y);
    for (std::size_t at = first; at < layer().texts.size(); ++at) layer().texts[at].color = ink;
    if (from_right) mirror(layer(), width_, before);
    return lines.height;
}

float PanelBuilder::text(std::string words, TextRole role, ColorRole ink, float x, float y, float width) {
    return text({{std::move(words), PanelPiece::Kind::plain}}, role, ink, x, y, width);
}

void PanelBuilder::badge(DrawLayer& on, TextPainter& painter, std::uint32_t document, float x, float y,
                         float size) {
    const std::int32_t index = static_cast<std::int32_t>(document);
    const bool shown = index == content_.query.before || index == content_.query.after;
    on.rects.push_back({{x, y, size, size}, shown ? ColorRole::badge_shown : ColorRole::badge, 5});
    const std::string letter = content_.outlets->letter(document);
    const float wide = widths_.width(letter, TextRole::small, Direction::left_to_right);
    painter.label(on, letter, x + (size - wide) / 2, y + size / 2 + 4.25F, TextRole::small,
                  shown ? ColorRole::badge_shown_ink : ColorRole::ink);
}

void PanelBuilder::target(PanelTarget made, Rect rect, std::int32_t row, std::int32_t column) {
    made.box.rect = rect;
    made.row = row;
    made.column = column;
    picture_.targets.push_back(std::move(made));
}

PanelTarget PanelBuilder::target_of(const PanelLine& line) {
    PanelTarget made;
    made.box.kind = PanelBox::Kind::line;
    made.box.document = line.document;
    made.box.sentence = line.sentence;
    made.box.differs = line.differs;
    made.box.text = line.text();
    return made;
}

void PanelBuilder::disputed_sign(float x, float y) {
    layer().rects.push_back({{x, y, badge_size, badge_size}, ColorRole::differs_line, 4});
    layer().rects.push_back(
        {{x + 1.5F, y + 1.5F, badge_size - 3, badge_size - 3}, ColorRole::differs_current, 3});
    const float wide = widths_.width("≠", TextRole::label, Direction::left_to_right);
    painter_.label(layer(), "≠", x + (badge_size - wide) / 2, y + badge_size / 2 + 4.5F, TextRole::label,
                   ColorRole::ink);
}

float PanelBuilder::draw_line(const PanelLine& line, float x, float y, float width, bool of_one) {
    const bool lettered = line.document >= 0 && !of_one;
    const float left = lettered ? x + badge_column : x;
    const float room = x + width - left;
    const float top = y;
    if (lettered) badge(layer(), painter_, static_cast<std::uint32_t>(line.document), x, y, badge_size);
    y += text(line.pieces, line.headline ? TextRole::heading : TextRole::excerpt, ColorRole::ink, left, y,
              room);
    if (!line.note.empty()) {
        y += text(line.note, TextRole::small, line.differs ? ColorRole::differs_line : ColorRole::ink_soft,
                  left, y, room);
    }
    return std::max(y, top + (lettered ? badge_size : 0));
}

}  // namespace twicetold::viewer
