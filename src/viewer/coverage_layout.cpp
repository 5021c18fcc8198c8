// What is on screen in the coverage mode, for hosts and tests: words, marks, places, and what is told about them.
#include <algorithm>

#include "viewer/coverage_view.h"
#include "viewer/text_painting.h"

namespace twicetold::viewer {

int overview_weight(MarkKind kind) {
    switch (kind) {
        case MarkKind::differs: return 3;
        case MarkKind::shared: return 2;
        case MarkKind::unique: return 1;
        default: return 0;
    }
}

Layout CoverageView::layout() const {
    Layout layout;
    layout.panel = panel_.boxes();
    if (columns_.content.height <= 0 || covered()) return layout;
    const Rect clip = columns_.content;
    for (const Side side : {Side::before, Side::after}) {
        if (!shows(side)) continue;
        const Pane& own = pane(side);
        const float x = columns_.x(side);
        for (std::size_t index = 0; index < own.layouts.size(); ++index) {
            if (outlets_.blind() && own.blocks.blocks[index].role == TextRole::byline) continue;
            const BlockLayout& block = own.layouts[index];
            const float y = y_of(side) + own.tops[index];
            for (const Line& line : block.lines) {
                for (std::uint32_t at = line.first; at < line.last; ++at) {
                    const Item& item = block.items[at];
                    const Rect rect{x + item.x, y + line.top, item.width, line.height};
                    if (overlaps(rect, clip)) layout.words.push_back({side, rect, item.range});
                }
            }
            for (const MarkStretch& stretch : block.stretches) {
                const Mark& mark = own.marks.marks[stretch.mark];
                const Rect rect = box_of(block, stretch, x, y);
                if (!overlaps(rect, clip)) continue;
                std::int32_t position = -1;
                const bool current = is_current(side, mark);
                if (current && selected_ >= 0) {
                    position = position_of(selected_);
                } else {
                    for (const std::uint32_t claim :
                         claims_of_.at(static_cast<std::uint32_t>(own.document), mark.sentence)) {
                        position = position_of(static_cast<std::int32_t>(claim));
                        if (position >= 0) break;
                    }
                }
                layout.marks.push_back(
                    {side, shown_kind(side, mark), rect, own.marks.wholes[mark.whole], position, current});
            }
        }
    }
    return layout;
}

Overview CoverageView::overview() const {
    Overview result;
    result.strip = columns_.strip;
    if (columns_.content.height <= 0) return result;
    for (const Side side : {Side::before, Side::after}) {
        if (!shows(side)) continue;
        const Pane& own = pane(side);
        const float total = std::max(own.height, columns_.content.height);
        for (std::size_t index = 0; index < own.layouts.size(); ++index) {
            for (const MarkStretch& stretch : own.layouts[index].stretches) {
                const Mark& mark = own.marks.marks[stretch.mark];
                if (overview_weight(mark.kind) == 0) continue;
                const Line& line = own.layouts[index].lines[stretch.line];
                const float top = own.tops[index] + line.top;
                result.marks.push_back({side, mark.kind, top / total, (top + line.height) / total, -1});
            }
        }
    }
    const Pane& own = pane(columns_.narrow ? side_ : Side::before);
    const double total = std::max({static_cast<double>(own.height), view_height(), 1.0});
    result.view_begin = static_cast<float>(own.scroll / total);
    result.view_end = static_cast<float>(std::min((own.scroll + view_height()) / total, 1.0));
    return result;
}

Rect CoverageView::header_box(Side side) const {
    if (!shows(side) || columns_.content.height <= 0 || covered()) return {};
    const Rect header = columns_.header;
    return {columns_.x(side) - 8, header.y, columns_.width + 16, header.height};
}

std::string CoverageView::explain(std::uint32_t document, std::int32_t sentence) const {
    const std::vector<std::uint32_t>& claims = claims_of_.at(document, sentence);
    const Strings& strings = outlets_.strings();
    if (claims.empty()) return strings.text(Text::coverage_only, {{"outlet", outlets_.name(document)}});
    std::uint32_t claim = claims.front();
    for (const std::uint32_t each : claims) {
        if (static_cast<std::int32_t>(each) == selected_) claim = each;
    }
    std::vector<std::string> says;
    std::vector<std::string> differs;
    const ClaimRow& row = rows_[claim];
    for (std::uint32_t each = 0; each < row.stances.size(); ++each) {
        if (row.stances[each] == Stance::omits) continue;
        (row.stances[each] == Stance::says ? says : differs).push_back(outlets_.letter(each));
    }
    std::string sentences;
    const auto add = [&](const std::string& sentence) {
        sentences += (sentences.empty() ? "" : " ") + sentence;
    };
    if (!says.empty()) add(strings.text(Text::coverage_announce_says, {{"outlets", strings.list(says)}}));
    if (!differs.empty())
        add(strings.text(Text::coverage_announce_differs, {{"outlets", strings.list(differs)}}));
    if (claims.size() > 1) add(strings.plural(Plural::coverage_one_of, claims.size()));
    return sentences;
}

std::string CoverageView::tooltip(const Hit& hit) const {
    if (hit.kind == Hit::Kind::mark) {
        const std::int32_t document = pane(hit.side).document;
        return document < 0 ? std::string() : explain(static_cast<std::uint32_t>(document), hit.sentence);
    }
    if (hit.kind == Hit::Kind::panel) {
        const PanelTarget* target = panel_.target(hit.row);
        if (target != nullptr && target->box.kind == PanelBox::Kind::cell) return target->box.text;
        // A letter stands before a line of several outlets' entries.
        const bool lettered = target != nullptr && target->box.kind == PanelBox::Kind::line &&
                              target->box.document >= 0 &&
                              (target->entry < 0 ||
                               panel_.list().entries[static_cast<std::size_t>(target->entry)].document < 0);
        if (lettered) return outlets_.name(static_cast<std::uint32_t>(target->box.document));
    }
    return {};
}

}  // namespace twicetold::viewer
