// The matrix of claims and outlets.
#include <algorithm>
#include <cmath>
#include <utility>

#include "viewer/labels.h"
#include "viewer/panel_builder.h"

namespace twicetold::viewer {
namespace {

constexpr float cell_size = 30;
constexpr float cell_gap = 4;
constexpr float number_column = 26;
constexpr float matrix_head = 36;
constexpr float named_column = 110;
constexpr float widest_column = 170;
constexpr float row_padding = 9;
/// The claim's words keep at least this much beside the cells; where they cannot, the cells stand below.
constexpr float least_claim_width = 150;

class MatrixBuilder : public PanelBuilder {
public:
    using PanelBuilder::PanelBuilder;

    void build() {
        const auto count = static_cast<std::uint32_t>(content_.comparison->documents.size());
        if (content_.order->empty()) {
            y_ = 14;
            y_ += text(empty_matrix_sentence(strings(), *content_.comparison, content_.query),
                       TextRole::excerpt, ColorRole::ink_soft, panel_padding, y_, width_ - 2 * panel_padding);
            return;
        }
        // With room to spare the columns bear the outlets' names.
        const float room = std::floor(width_ * 0.5F / static_cast<float>(count)) - cell_gap;
        if (room >= named_column) cell_width_ = std::min(room, widest_column);
        const float cells = static_cast<float>(count) * (cell_width_ + cell_gap);
        const float claim_width = width_ - 2 * panel_padding - number_column - cells - 8;
        beside_ = claim_width >= least_claim_width;
        cells_x_ = beside_ ? width_ - panel_padding - cells : panel_padding + number_column;
        text_width_ = beside_ ? claim_width : width_ - 2 * panel_padding - number_column;
        if (beside_) matrix_header(count);
        for (std::size_t position = 0; position < content_.order->size(); ++position)
            matrix_row(static_cast<std::int32_t>(position), count);
    }

private:
    void matrix_header(std::uint32_t count) {
        picture_.head_height = matrix_head;
        picture_.head.layers.resize(1);
        DrawLayer& head = picture_.head.layers.front();
        head.clip = {0, 0, width_, matrix_head};
        TextPainter painter(picture_.head, widths_);
        if (strings().right_to_left()) painter.expect_mirror();
        head.rects.push_back({{0, 0, width_, matrix_head}, ColorRole::panel_fill, 0});
        painter.label(head, strings().text(Text::coverage_claim), panel_padding + number_column, 23,
                      TextRole::small, ColorRole::ink_soft);
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
        const float left = panel_padding + number_column;
        // Painted first, its height filled in when it is known.
        const std::size_t ground = layer().rects.size();
        if (selected) layer().rects.push_back({{}, ColorRole::panel_selected, 8});
        const std::string words = excerpt_of(row);
        painter_.label(layer(), strings().number(static_cast<std::uint64_t>(position) + 1), panel_padding,
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
        const std::size_t row_target = picture_.targets.size();
        target(made, {}, position, 0);
        bottom = std::max(bottom, cells(row, position, count, top, bottom, selected));
        if (selected) bottom = mentions(row, bottom + 8);
        bottom += row_padding;
        if (selected) layer().rects[ground].rect = {6, top + 2, width_ - 12, bottom - top - 4};
        layer().lines.push_back({panel_padding, bottom - 0.5F, width_ - panel_padding, bottom - 0.5F, 1,
                                 LineStyle::solid, ColorRole::panel_line});
        // Cells and sentences lie over the row, so they answer first.
        picture_.targets[row_target].box.rect = {6, top + 2, width_ - 12, bottom - top - 4};
        y_ = bottom;
    }

    /// The cells of a row; returns their lower edge.
    float cells(const ClaimRow& row, std::int32_t position, std::uint32_t count, float top, float bottom,
                bool selected) {
        const auto in_line =
            beside_ ? count
                    : static_cast<std::uint32_t>(std::max(
                          (width_ - panel_padding - cells_x_ + cell_gap) / (cell_size + cell_gap), 1.0F));
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
            made.box.text = strings().text(stance == Stance::says      ? Text::coverage_outlet_says
                                           : stance == Stance::differs ? Text::coverage_outlet_differs
                                                                       : Text::coverage_outlet_omits,
                                           {{"outlet", content_.outlets->name(document)}});
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
            if (stance != Stance::omits) {
                layer().rects.push_back(
                    {{x - 13, y - 13, 26, 26}, fill, stance == Stance::says ? 13.0F : 5.0F});
            }
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
        const float left = panel_padding + number_column;
        const float width = width_ - panel_padding - left;
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
        if (picture_.beginnings_width != text_width_) picture_.beginnings.clear();
        picture_.beginnings_width = text_width_;
        picture_.beginnings.resize(content_.rows->size());
        std::string& known = picture_.beginnings[claim];
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

    bool beside_ = true;
    float cells_x_ = 0;
    float text_width_ = 0;
    float cell_width_ = cell_size;
};

}  // namespace

void build_matrix(PanelPicture& picture, const PanelContent& content, float width, const Segmenter& segmenter,
                  WidthCache& widths) {
    MatrixBuilder builder(picture, content, width, segmenter, widths);
    builder.build();
    picture.height = builder.height();
}

}  // namespace twicetold::viewer
