// Lays out the panel: the matrix of claims and outlets, and the lists.
#include <algorithm>
#include <cmath>
#include <utility>

#include "viewer/coverage_panel.h"
#include "viewer/labels.h"
#include "viewer/text_painting.h"

namespace twicetold::viewer {
namespace {

constexpr float padding = 16;
constexpr float cell_size = 30;
constexpr float cell_gap = 4;
constexpr float badge_size = 20;
constexpr float badge_column = 28;  // of a letter and the space behind it
constexpr float number_column = 26;
constexpr float matrix_head = 36;
constexpr float named_column = 110;
constexpr float widest_column = 170;
constexpr float row_padding = 9;
constexpr float entry_space = 18;
constexpr float line_space = 10;
constexpr float grid_column = 290;
/// The claim's words keep at least this much beside the cells; where they cannot, the cells stand below.
constexpr float least_claim_width = 150;

}  // namespace

class PanelBuilder {
public:
    PanelBuilder(CoveragePanel& panel, const CoveragePanel::Content& content, const Segmenter& segmenter,
                 WidthCache& widths)
        : panel_(panel),
          content_(content),
          segmenter_(segmenter),
          widths_(widths),
          painter_(panel.content_, widths, segmenter),
          width_(panel.area_.width) {}

    void build() {
        if (content_.view == PanelView::claims) {
            matrix();
        } else {
            panel_.list_ = panel_list(*content_.comparison, content_.view, content_.query, *content_.outlets);
            list();
        }
        panel_.height_ = y_ + padding;
    }

private:
    DrawLayer& layer() { return panel_.content_.layers.front(); }

    /// Draws pieces as one wrapped text, its top left corner at (x, y); returns its height.
    float text(const std::vector<PanelPiece>& pieces, TextRole role, ColorRole ink, float x, float y,
               float width) {
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
        marks.first = {0, static_cast<std::uint32_t>(marks.marks.size())};
        const std::string& kept = panel_.content_.strings.emplace_back(std::move(whole));
        Block block;
        block.role = role;
        block.range = {0, static_cast<std::uint32_t>(kept.size())};
        block.direction = segmenter_.direction(kept, block.range);
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
        return lines.height;
    }

    float text(std::string words, TextRole role, ColorRole ink, float x, float y, float width) {
        return text({{std::move(words), PanelPiece::Kind::plain}}, role, ink, x, y, width);
    }

    void badge(DrawLayer& on, TextPainter& painter, std::uint32_t document, float x, float y, float size) {
        const std::int32_t index = static_cast<std::int32_t>(document);
        const bool shown = index == content_.query.before || index == content_.query.after;
        on.rects.push_back({{x, y, size, size}, shown ? ColorRole::badge_shown : ColorRole::badge, 5});
        const std::string letter = content_.outlets->letter(document);
        const float wide = widths_.width(letter, TextRole::small, Direction::left_to_right);
        painter.label(on, letter, x + (size - wide) / 2, y + size / 2 + 4.25F, TextRole::small,
                      shown ? ColorRole::badge_shown_ink : ColorRole::ink);
    }

    void target(PanelTarget made, Rect rect, std::int32_t row, std::int32_t column) {
        made.box.rect = rect;
        made.row = row;
        made.column = column;
        panel_.targets_.push_back(std::move(made));
    }

    // ---------------------------------------------------------------- the matrix

    void matrix() {
        const auto count = static_cast<std::uint32_t>(content_.comparison->documents.size());
        if (content_.order->empty()) {
            y_ = 14;
            y_ += text(empty_matrix_sentence(*content_.comparison, content_.query), TextRole::excerpt,
                       ColorRole::ink_soft, padding, y_, width_ - 2 * padding);
            return;
        }
        // With room to spare the columns bear the outlets' names.
        const float room = std::floor(width_ * 0.5F / static_cast<float>(count)) - cell_gap;
        if (room >= named_column) cell_width_ = std::min(room, widest_column);
        const float cells = static_cast<float>(count) * (cell_width_ + cell_gap);
        const float claim_width = width_ - 2 * padding - number_column - cells - 8;
        beside_ = claim_width >= least_claim_width;
        cells_x_ = beside_ ? width_ - padding - cells : padding + number_column;
        text_width_ = beside_ ? claim_width : width_ - 2 * padding - number_column;
        if (beside_) matrix_header(count);
        for (std::size_t position = 0; position < content_.order->size(); ++position)
            matrix_row(static_cast<std::int32_t>(position), count);
    }

    void matrix_header(std::uint32_t count) {
        panel_.head_height_ = matrix_head;
        panel_.head_.layers.resize(1);
        DrawLayer& head = panel_.head_.layers.front();
        head.clip = {0, 0, width_, matrix_head};
        TextPainter painter(panel_.head_, widths_, segmenter_);
        head.rects.push_back({{0, 0, width_, matrix_head}, ColorRole::panel_fill, 0});
        painter.label(head, "Claim", padding + number_column, 23, TextRole::small, ColorRole::ink_soft);
        for (std::uint32_t document = 0; document < count; ++document) {
            const bool named = cell_width_ > cell_size;
            const float x = cell_x(document) + (named ? 0 : (cell_size - badge_size) / 2);
            badge(head, painter, document, x, (matrix_head - badge_size) / 2, badge_size);
            if (named) {
                painter.label(head,
                              fitted(content_.outlets->name(document), TextRole::small,
                                     cell_width_ - badge_column - 4, widths_),
                              x + badge_size + 7, 23, TextRole::small, ColorRole::ink_soft);
            }
        }
        head.lines.push_back(
            {0, matrix_head - 0.5F, width_, matrix_head - 0.5F, 1, LineStyle::solid, ColorRole::panel_line});
    }

    [[nodiscard]] float cell_x(std::uint32_t document) const {
        return cells_x_ + static_cast<float>(document) * (cell_width_ + cell_gap);
    }

    void matrix_row(std::int32_t position, std::uint32_t count) {
        const ClaimRow& row = (*content_.rows)[(*content_.order)[static_cast<std::size_t>(position)]];
        const bool selected = content_.selected == static_cast<std::int32_t>(row.claim);
        const float top = y_;
        const float left = padding + number_column;
        // Painted first, its height filled in when it is known.
        const std::size_t ground = layer().rects.size();
        if (selected) layer().rects.push_back({{}, ColorRole::panel_selected, 8});
        const std::string words = excerpt_of(row);
        painter_.label(layer(), number(static_cast<std::uint64_t>(position) + 1), padding,
                       top + row_padding + 15, TextRole::small, ColorRole::ink_soft);
        float bottom = top + row_padding;
        bottom +=
            text(two_lines(words, row.claim), TextRole::excerpt, ColorRole::ink, left, bottom, text_width_);
        PanelTarget made;
        made.box.kind = PanelBox::Kind::row;
        made.box.claim = static_cast<std::int32_t>(row.claim);
        made.box.differs = row.differing > 0;
        made.box.current = selected;
        made.box.text = words;
        const std::size_t row_target = panel_.targets_.size();
        target(made, {}, position, 0);
        bottom = std::max(bottom, cells(row, position, count, top, bottom, selected));
        if (selected) bottom = mentions(row, bottom + 8);
        bottom += row_padding;
        if (selected) layer().rects[ground].rect = {6, top + 2, width_ - 12, bottom - top - 4};
        layer().lines.push_back({padding, bottom - 0.5F, width_ - padding, bottom - 0.5F, 1, LineStyle::solid,
                                 ColorRole::panel_line});
        // Cells and sentences lie over the row, so they answer first.
        panel_.targets_[row_target].box.rect = {6, top + 2, width_ - 12, bottom - top - 4};
        y_ = bottom;
    }

    /// The cells of a row; returns their lower edge.
    float cells(const ClaimRow& row, std::int32_t position, std::uint32_t count, float top, float bottom,
                bool selected) {
        const auto in_line =
            beside_ ? count
                    : static_cast<std::uint32_t>(
                          std::max((width_ - padding - cells_x_ + cell_gap) / (cell_size + cell_gap), 1.0F));
        float y = beside_ ? top + row_padding - 4 : bottom + 6;
        for (std::uint32_t document = 0; document < count; ++document) {
            if (document > 0 && document % in_line == 0) y += cell_size + cell_gap;
            const Rect cell{cell_x(document % in_line), y, cell_size, cell_size};
            const Stance stance = row.stances[document];
            cell_sign(stance, cell, document);
            PanelTarget made;
            made.box.kind = PanelBox::Kind::cell;
            made.box.claim = static_cast<std::int32_t>(row.claim);
            made.box.document = static_cast<std::int32_t>(document);
            made.box.sentence = first_sentence(row.claim, document);
            made.box.stance = stance;
            made.box.differs = stance == Stance::differs;
            made.box.current = selected;
            made.box.text = content_.outlets->name(document) + ' ' +
                            (stance == Stance::says      ? "says this"
                             : stance == Stance::differs ? "tells it differently"
                                                         : "does not say this");
            target(std::move(made), cell, position, static_cast<std::int32_t>(document) + 1);
        }
        return y + cell_size;
    }

    /// Told apart by shape as well as colour: a disc, a square with ≠, a dash. Without columns, letters say whose it is.
    void cell_sign(Stance stance, const Rect& cell, std::uint32_t document) {
        const float x = cell.x + cell.width / 2;
        const float y = cell.y + cell.height / 2;
        if (!beside_) {
            const ColorRole fill = stance == Stance::says      ? ColorRole::shared_current
                                   : stance == Stance::differs ? ColorRole::differs_current
                                                               : ColorRole::panel_fill;
            layer().rects.push_back({{x - 13, y - 13, 26, 26}, fill, stance == Stance::says ? 13.0F : 5.0F});
            const std::string letter =
                content_.outlets->letter(document) + (stance == Stance::differs ? "≠" : "");
            const float wide = widths_.width(letter, TextRole::small, Direction::left_to_right);
            painter_.label(layer(), letter, x - wide / 2, y + 4.25F, TextRole::small,
                           stance == Stance::omits ? ColorRole::ink_faint : ColorRole::ink);
            if (stance == Stance::omits)
                layer().lines.push_back({x - 8, y, x + 8, y, 1, LineStyle::solid, ColorRole::ink_faint});
            return;
        }
        switch (stance) {
            case Stance::says:
                layer().rects.push_back({{x - 7, y - 7, 14, 14}, ColorRole::shared_line, 7});
                break;
            case Stance::differs: {
                layer().rects.push_back({{x - 10, y - 10, 20, 20}, ColorRole::differs_line, 4});
                layer().rects.push_back({{x - 8.5F, y - 8.5F, 17, 17}, ColorRole::differs_current, 3});
                const float wide = widths_.width("≠", TextRole::label, Direction::left_to_right);
                painter_.label(layer(), "≠", x - wide / 2, y + 4.5F, TextRole::label, ColorRole::ink);
                break;
            }
            case Stance::omits:
                layer().lines.push_back({x - 5, y, x + 5, y, 1.5F, LineStyle::solid, ColorRole::ink_faint});
                break;
        }
    }

    /// What the selected claim rests on, sentence by sentence; returns the lower edge.
    float mentions(const ClaimRow& row, float y) {
        const PanelEntry entry =
            claim_entry(*content_.comparison, row, *content_.disputes, *content_.outlets);
        const float left = padding + number_column;
        const float width = width_ - padding - left;
        y += text(entry.heading + (entry.note.empty() ? "" : " · " + entry.note), TextRole::small,
                  ColorRole::ink_soft, left, y, width) +
             4;
        for (std::size_t index = 0; index < entry.lines.size(); ++index) {
            const PanelLine& line = entry.lines[index];
            const float bottom = draw_line(line, left, y, width);
            PanelTarget made = target_of(line);
            made.box.claim = static_cast<std::int32_t>(row.claim);
            made.box.current = true;
            // No place of the keyboard: the cells of the row lead to the same sentences.
            target(std::move(made), {left - 4, y - 3, width + 8, bottom - y + 6}, -1, -1);
            y = bottom + line_space;
        }
        return y - line_space + 2;
    }

    [[nodiscard]] std::int32_t first_sentence(std::uint32_t claim, std::uint32_t document) const {
        for (const engine::ClaimMention& each : content_.comparison->coverage.claims[claim].mentions) {
            if (each.place.document == document) return static_cast<std::int32_t>(each.place.sentence);
        }
        return -1;
    }

    [[nodiscard]] std::string excerpt_of(const ClaimRow& row) const {
        const engine::Claim& claim = content_.comparison->coverage.claims[row.claim];
        if (claim.mentions.empty()) return {};
        const coverage::SentencePlace place = claim.mentions[row.mention].place;
        const engine::Document& of = content_.comparison->documents[place.document];
        return excerpt(of.slice(of.sentences[place.sentence]), 400);
    }

    /// As much of a claim as fits in two lines.
    const std::string& two_lines(const std::string& words, std::uint32_t claim) {
        if (panel_.beginnings_width_ != text_width_) panel_.beginnings_.clear();
        panel_.beginnings_width_ = text_width_;
        panel_.beginnings_.resize(content_.rows->size());
        std::string& known = panel_.beginnings_[claim];
        if (!known.empty()) return known;
        const float line = widths_.measurer().line_height(TextRole::excerpt);
        auto letters = static_cast<std::size_t>(text_width_ / widths_.letter(TextRole::excerpt) * 2);
        // Lines end ragged: shorter until it fits.
        for (;; letters = letters * 31 / 32) {
            known = excerpt(words, std::max<std::size_t>(letters, 8));
            if (letters <= 32 || height_of(known) <= 2 * line + 0.5F) return known;
        }
    }

    [[nodiscard]] float height_of(const std::string& words) {
        SideMarks none;
        none.first = {0, 0};
        Block block;
        block.role = TextRole::excerpt;
        block.range = {0, static_cast<std::uint32_t>(words.size())};
        return lay_out(block, words, none, 0, text_width_, segmenter_, widths_).height;
    }

    // ---------------------------------------------------------------- lists

    static PanelTarget target_of(const PanelLine& line) {
        PanelTarget made;
        made.box.kind = PanelBox::Kind::line;
        made.box.document = line.document;
        made.box.sentence = line.sentence;
        made.box.differs = line.differs;
        made.box.text = line.text();
        return made;
    }

    void list() {
        y_ = 14;
        const PanelList& shown = panel_.list_;
        if (!shown.intro.empty()) {
            y_ +=
                text(shown.intro, TextRole::excerpt, ColorRole::ink_soft, padding, y_, width_ - 2 * padding);
            return;
        }
        // Openings stand side by side where there is room.
        const float room = width_ - 2 * padding;
        const auto columns = content_.view == PanelView::openings
                                 ? std::max<std::size_t>(static_cast<std::size_t>(room / grid_column), 1)
                                 : 1;
        const float gap = columns > 1 ? 28.0F : 0.0F;
        // Lines longer than this are hard to read.
        const float widest = columns > 1 ? room : std::min(room, 760.0F);
        const float width = (widest - gap * static_cast<float>(columns - 1)) / static_cast<float>(columns);
        for (std::size_t first = 0; first < shown.entries.size(); first += columns) {
            float lowest = y_;
            for (std::size_t index = first; index < std::min(first + columns, shown.entries.size());
                 ++index) {
                const float x = padding + static_cast<float>(index - first) * (width + gap);
                lowest = std::max(lowest, entry(static_cast<std::int32_t>(index), x, y_, width));
            }
            y_ = lowest + entry_space;
        }
        y_ -= entry_space;
    }

    /// Returns the entry's lower edge.
    float entry(std::int32_t index, float x, float y, float width) {
        const PanelEntry& shown = panel_.list_.entries[static_cast<std::size_t>(index)];
        float left = x;
        if (shown.document >= 0) {
            badge(layer(), painter_, static_cast<std::uint32_t>(shown.document), x, y, badge_size);
            left += badge_column;
        } else if (shown.differs) {
            cell_sign_small(x, y);
            left += badge_column;
        }
        const float baseline = y + 15;
        const float right = x + width;
        const float note =
            shown.note.empty() ? 0 : widths_.width(shown.note, TextRole::small, Direction::left_to_right);
        const float heading = widths_.width(shown.heading, TextRole::label, Direction::left_to_right);
        const bool one_line = left + heading + 14 + note <= right;
        painter_.label(layer(), fitted(shown.heading, TextRole::label, right - left, widths_), left, baseline,
                       TextRole::label, ColorRole::ink);
        if (one_line) {
            painter_.label(layer(), shown.note, left + heading + 10, baseline, TextRole::small,
                           shown.differs ? ColorRole::differs_line : ColorRole::ink_soft);
        }
        y += 26;
        if (!one_line) {
            y += text(shown.note, TextRole::small,
                      shown.differs ? ColorRole::differs_line : ColorRole::ink_soft, left, y - 4,
                      right - left);
        }
        const bool of_one = shown.document >= 0;
        for (std::size_t at = 0; at < shown.lines.size(); ++at) {
            const PanelLine& line = shown.lines[at];
            const float bottom = draw_line(line, x, y, width, of_one);
            if (line.sentence >= engine::title_sentence && line.document >= 0 &&
                (line.sentence >= 0 || line.headline)) {
                PanelTarget made = target_of(line);
                made.entry = index;
                made.line = static_cast<std::int32_t>(at);
                target(std::move(made), {x - 6, y - 4, width + 12, bottom - y + 8}, next_row_++, 0);
            }
            y = bottom + line_space;
        }
        const float end = shown.lines.empty() ? y - 6 : y - line_space;
        return end + 2;
    }

    void cell_sign_small(float x, float y) {
        layer().rects.push_back({{x, y, badge_size, badge_size}, ColorRole::differs_line, 4});
        layer().rects.push_back(
            {{x + 1.5F, y + 1.5F, badge_size - 3, badge_size - 3}, ColorRole::differs_current, 3});
        const float wide = widths_.width("≠", TextRole::label, Direction::left_to_right);
        painter_.label(layer(), "≠", x + (badge_size - wide) / 2, y + badge_size / 2 + 4.5F, TextRole::label,
                       ColorRole::ink);
    }

    /// One outlet's line: its letter, its words, our note. Returns the lower edge.
    float draw_line(const PanelLine& line, float x, float y, float width, bool of_one = false) {
        const bool lettered = line.document >= 0 && !of_one;
        const float left = lettered ? x + badge_column : x;
        const float room = x + width - left;
        const float top = y;
        if (lettered) badge(layer(), painter_, static_cast<std::uint32_t>(line.document), x, y, badge_size);
        y += text(line.pieces, line.headline ? TextRole::heading : TextRole::excerpt, ColorRole::ink, left, y,
                  room);
        if (!line.note.empty()) {
            y += text(line.note, TextRole::small,
                      line.differs ? ColorRole::differs_line : ColorRole::ink_soft, left, y, room);
        }
        return std::max(y, top + (lettered ? badge_size : 0));
    }

    CoveragePanel& panel_;
    const CoveragePanel::Content& content_;
    const Segmenter& segmenter_;
    WidthCache& widths_;
    TextPainter painter_;
    float width_;
    float y_ = 0;
    bool beside_ = true;
    float cells_x_ = 0;
    float text_width_ = 0;
    float cell_width_ = cell_size;
    std::int32_t next_row_ = 0;
};

void CoveragePanel::build(const Content& content, Rect area, const Segmenter& segmenter, WidthCache& widths) {
    area_ = area;
    head_height_ = 0;
    height_ = 0;
    targets_.clear();
    list_ = {};
    head_ = {};
    content_ = {};
    if (content.comparison == nullptr || area.width <= 0 || area.height <= 0) return;
    constexpr float boundless = 1e9F;
    content_.layers.resize(1);
    content_.layers.front().clip = {0, 0, area.width, boundless};
    PanelBuilder(*this, content, segmenter, widths).build();
    scroll_ = std::clamp(scroll_, 0.0, most());
}

}  // namespace twicetold::viewer
