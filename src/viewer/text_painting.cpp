#include "viewer/text_painting.h"

#include <algorithm>
#include <utility>
#include <vector>

#include "viewer/label_runs.h"

namespace twicetold::viewer {
namespace {

// From the edge of the column where the paragraph begins.
constexpr std::string_view bullet = "•";
constexpr float bullet_inset = 5;
constexpr float bar_inset = 2;
constexpr float bar_width = 3;

}  // namespace

std::string fitted(std::string text, TextRole role, float width, WidthCache& widths) {
    const auto width_of = [&](std::string_view label) { return label_width(widths, label, role); };
    if (width_of(text) <= width) return text;
    while (!text.empty()) {
        text.pop_back();
        while (!text.empty() && (static_cast<unsigned char>(text.back()) & 0xC0U) == 0x80U) text.pop_back();
        if (!text.empty() && static_cast<unsigned char>(text.back()) >= 0xC0U) text.pop_back();
        if (width_of(text + "…") <= width) break;
    }
    return text + "…";
}

Rect box_of(const BlockLayout& block, const MarkStretch& stretch, float column_x, float block_y) {
    const Line& line = block.lines[stretch.line];
    return {column_x + stretch.x - mark_padding, block_y + line.top + mark_inset,
            stretch.width + 2 * mark_padding, line.height - 2 * mark_inset};
}

void mirror(DrawLayer& layer, float width, const LayerMark& from) {
    for (std::size_t at = from.rects; at < layer.rects.size(); ++at)
        layer.rects[at].rect = mirrored(layer.rects[at].rect, width);
    for (std::size_t at = from.texts; at < layer.texts.size(); ++at)
        layer.texts[at].x = width - layer.texts[at].x - layer.texts[at].width;
    for (std::size_t at = from.lines; at < layer.lines.size(); ++at) {
        DrawLine& line = layer.lines[at];
        line.x = width - std::exchange(line.to_x, width - line.x);
        std::swap(line.y, line.to_y);
    }
}

bool overlaps(const Rect& rect, const Rect& clip) {
    return rect.bottom() > clip.y && rect.y < clip.bottom() && rect.right() > clip.x && rect.x < clip.right();
}

float TextPainter::label(DrawLayer& layer, std::string text, float x, float baseline, TextRole role,
                         ColorRole color) {
    if (text.empty()) return x;
    const std::string_view kept = list_.strings.emplace_back(std::move(text));
    std::vector<LabelRun> runs = label_runs(kept);
    if (mirrored_later_) std::reverse(runs.begin(), runs.end());
    for (const LabelRun& run : runs) {
        const float width = widths_.width(run.text, role, run.direction);
        layer.texts.push_back({x, baseline, width, run.text, role, color, run.direction});
        x += width;
    }
    return x;
}

void TextPainter::furniture(DrawLayer& layer, const Block& content, const BlockLayout& block, float x,
                            float y, float width) {
    const bool right = content.direction == Direction::right_to_left;
    if (content.kind == document::ParagraphKind::list_item && !block.lines.empty()) {
        const float wide = widths_.width(bullet, content.role, Direction::left_to_right);
        const float at = right ? x + width - bullet_inset - wide : x + bullet_inset;
        label(layer, std::string(bullet), at, y + block.lines.front().baseline, content.role,
              ColorRole::ink_soft);
    }
    if (content.kind == document::ParagraphKind::quote) {
        const float at = right ? x + width - bar_inset - bar_width : x + bar_inset;
        layer.rects.push_back({{at, y + 4, bar_width, block.height - 8}, ColorRole::hairline, 1.5F});
    }
}

void TextPainter::words(DrawLayer& layer, const Block& content, std::string_view source,
                        const BlockLayout& block, float x, float y) {
    const ColorRole color = content.role == TextRole::byline || content.role == TextRole::caption
                                ? ColorRole::ink_soft
                                : ColorRole::ink;
    for (const Line& line : block.lines) {
        if (y + line.top > layer.clip.bottom() || y + line.top + line.height < layer.clip.y) continue;
        for (std::uint32_t at = line.first; at < line.last; ++at) {
            const Item& item = block.items[at];
            layer.texts.push_back({x + item.x - item.overhang, y + line.baseline, item.width + item.overhang,
                                   source.substr(item.range.begin, item.range.size()), content.role, color,
                                   item.direction()});
        }
    }
}

}  // namespace twicetold::viewer
