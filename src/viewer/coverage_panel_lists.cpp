// The lists of the panel: everything but the matrix.
#include <algorithm>
#include <cmath>
#include <utility>

#include "viewer/label_runs.h"
#include "viewer/labels.h"
#include "viewer/panel_builder.h"

namespace twicetold::viewer {
namespace {

constexpr float entry_space = 18;
constexpr float grid_column = 290;

class ListBuilder : public PanelBuilder {
public:
    using PanelBuilder::PanelBuilder;

    void build() {
        picture_.list = panel_list(*content_.comparison, content_.view, content_.query, *content_.outlets);
        y_ = 14;
        const PanelList& shown = picture_.list;
        if (!shown.intro.empty()) {
            y_ += text(shown.intro, TextRole::excerpt, ColorRole::ink_soft, panel_padding, y_,
                       width_ - 2 * panel_padding);
            return;
        }
        // Openings stand side by side where there is room.
        const float room = width_ - 2 * panel_padding;
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
                const float x = panel_padding + static_cast<float>(index - first) * (width + gap);
                lowest = std::max(lowest, entry(static_cast<std::int32_t>(index), x, y_, width));
            }
            y_ = lowest + entry_space;
        }
        y_ -= entry_space;
    }

private:
    /// Returns the entry's lower edge.
    float entry(std::int32_t index, float x, float y, float width) {
        const PanelEntry& shown = picture_.list.entries[static_cast<std::size_t>(index)];
        float left = x;
        if (shown.document >= 0) {
            badge(layer(), painter_, static_cast<std::uint32_t>(shown.document), x, y, badge_size);
            left += badge_column;
        } else if (shown.differs) {
            disputed_sign(x, y);
            left += badge_column;
        }
        const float baseline = y + 15;
        const float right = x + width;
        const float note = shown.note.empty() ? 0 : label_width(widths_, shown.note, TextRole::small);
        const float heading = label_width(widths_, shown.heading, TextRole::label);
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

    std::int32_t next_row_ = 0;
};

}  // namespace

void build_list(PanelPicture& picture, const PanelContent& content, float width, const Segmenter& segmenter,
                WidthCache& widths) {
    ListBuilder builder(picture, content, width, segmenter, widths);
    builder.build();
    picture.height = builder.height();
}

}  // namespace twicetold::viewer
