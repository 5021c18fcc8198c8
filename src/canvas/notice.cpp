// A sentence the reader should know about the result, over the lower edge until it is closed.
#include <algorithm>
#include <vector>

#include "canvas/implementation.h"

namespace twicetold::canvas {
namespace {

constexpr float widest = 620;
constexpr float padding = 14;
constexpr float line_height = 20;
constexpr std::size_t most_lines = 4;

}  // namespace

void Canvas::Implementation::draw_notice() {
    notice_rect = {};
    if (notice.empty()) return;
    const float width = std::min(widest, viewport.width - 24);
    const float room = width - 2 * padding - 36;
    std::vector<std::string> lines(1);
    const std::string sentence = view.without_names(notice);
    std::string_view rest = sentence;
    while (!rest.empty()) {
        const std::size_t end = std::min(rest.find(' '), rest.size());
        const std::string_view word = rest.substr(0, end);
        rest.remove_prefix(std::min(end + 1, rest.size()));
        const std::string longer =
            lines.back().empty() ? std::string(word) : lines.back() + ' ' + std::string(word);
        if (!lines.back().empty() && painter->text_width(longer, Face::widget) > room &&
            lines.size() < most_lines) {
            lines.emplace_back(word);
        } else {
            lines.back() = longer;
        }
    }
    const float height = 2 * padding + line_height * static_cast<float>(lines.size());
    notice_rect = {(viewport.width - width) / 2, viewport.height - height - 16, width, height};
    painter->shadow(notice_rect, 10);
    painter->rect(notice_rect, theme[viewer::ColorRole::page], 10);
    painter->outline(notice_rect, theme[WidgetColor::panel_line], 10, 1);
    painter->rect({notice_rect.x + 8, notice_rect.y + 10, 3, height - 20},
                  theme[viewer::ColorRole::removed_line], 1.5F);
    float y = notice_rect.y + padding + 14.5F;
    for (const std::string& line : lines) {
        painter->text(painter->shortened(line, Face::widget, room), notice_rect.x + padding + 8, y,
                      Face::widget, theme[WidgetColor::text]);
        y += line_height;
    }
    if (button({"close-notice",
                {notice_rect.right() - 40, notice_rect.y + height / 2 - 16, 32, 32},
                close_tip(),
                Icon::close,
                {},
                true,
                false,
                true})) {
        notice.clear();
        wake();
    }
}

}  // namespace twicetold::canvas
