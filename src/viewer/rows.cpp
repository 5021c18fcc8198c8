#include "viewer/rows.h"

#include <algorithm>

#include "viewer/bidi.h"

namespace twicetold::viewer {
namespace {

TextRole role_of(document::ParagraphKind kind) {
    switch (kind) {
        case document::ParagraphKind::heading: return TextRole::heading;
        case document::ParagraphKind::quote: return TextRole::quotation;
        case document::ParagraphKind::caption: return TextRole::caption;
        case document::ParagraphKind::paragraph:
        case document::ParagraphKind::list_item: break;
    }
    return TextRole::body;
}

/// Blocks [before_first, before_last] × [after_first, after_last], both closed.
struct Component {
    std::int32_t before_first;
    std::int32_t before_last;
    std::int32_t after_first;
    std::int32_t after_last;
};

void add(std::vector<Component>& components, Component next) {
    // Groups in place rise on both sides, so only the last component can be touched. Should an input break that,
    // everything in between becomes one row rather than being shown out of order.
    while (!components.empty()) {
        const Component& last = components.back();
        if (next.before_first > last.before_last && next.after_first > last.after_last) break;
        next = {std::min(next.before_first, last.before_first), std::max(next.before_last, last.before_last),
                std::min(next.after_first, last.after_first), std::max(next.after_last, last.after_last)};
        components.pop_back();
    }
    components.push_back(next);
}

}  // namespace

std::int32_t SideBlocks::block_of_sentence(std::int32_t sentence) const {
    if (sentence < 0) {
        for (std::size_t index = 0; index < std::min<std::size_t>(blocks.size(), 2); ++index) {
            if (blocks[index].first_sentence == sentence) return static_cast<std::int32_t>(index);
        }
        return -1;
    }
    const auto body = std::find_if(blocks.begin(), blocks.end(),
                                   [](const Block& block) { return block.first_sentence >= 0; });
    const auto after =
        std::upper_bound(body, blocks.end(), sentence,
                         [](std::int32_t value, const Block& block) { return value < block.last_sentence; });
    if (after == blocks.end() || sentence < after->first_sentence) return -1;
    return static_cast<std::int32_t>(after - blocks.begin());
}

std::int32_t SideBlocks::block_at(std::uint32_t offset) const {
    const auto after =
        std::upper_bound(blocks.begin(), blocks.end(), offset,
                         [](std::uint32_t value, const Block& block) { return value < block.range.begin; });
    if (after != blocks.begin()) return static_cast<std::int32_t>(after - blocks.begin()) - 1;
    return blocks.empty() ? -1 : 0;
}

text::Range SideBlocks::sentence_range(std::int32_t sentence) const {
    if (sentence == engine::title_sentence) return document->title;
    if (sentence == engine::byline_sentence) return document->byline;
    if (sentence < 0 || static_cast<std::size_t>(sentence) >= document->sentences.size()) return {};
    return document->sentences[static_cast<std::size_t>(sentence)];
}

SideBlocks make_blocks(const engine::Document& document, const Segmenter& segmenter) {
    SideBlocks result;
    result.document = &document;
    // What has no letters, a date or a figure, goes with the rest.
    const Direction whole = document_direction(document);
    result.blocks.reserve(document.paragraphs.size() + 2);
    if (!document.title.empty()) {
        result.blocks.push_back({TextRole::title, document::ParagraphKind::heading, document.title,
                                 engine::title_sentence, engine::title_sentence + 1,
                                 segmenter.direction(document.text, document.title, whole)});
    }
    if (!document.byline.empty()) {
        result.blocks.push_back({TextRole::byline, document::ParagraphKind::paragraph, document.byline,
                                 engine::byline_sentence, engine::byline_sentence + 1,
                                 segmenter.direction(document.text, document.byline, whole)});
    }
    for (const document::Paragraph& paragraph : document.paragraphs) {
        result.blocks.push_back({role_of(paragraph.kind), paragraph.kind, paragraph.range,
                                 static_cast<std::int32_t>(paragraph.first_sentence),
                                 static_cast<std::int32_t>(paragraph.last_sentence),
                                 segmenter.direction(document.text, paragraph.range, whole)});
    }
    return result;
}

std::vector<Row> make_rows(const engine::Step& step, const SideBlocks& before, const SideBlocks& after) {
    const auto front = [](const SideBlocks& side) {
        std::uint32_t count = 0;
        while (count < side.blocks.size() && side.blocks[count].first_sentence < 0) ++count;
        return count;
    };
    std::vector<Row> rows;
    // The title and the byline stand level with each other even where they have nothing in common.
    for (const std::int32_t sentence : {engine::title_sentence, engine::byline_sentence}) {
        const std::int32_t left = before.block_of_sentence(sentence);
        const std::int32_t right = after.block_of_sentence(sentence);
        if (left < 0 && right < 0) continue;
        Row row;
        if (left >= 0) row.before_first = static_cast<std::uint32_t>(left);
        row.before_last = row.before_first + (left >= 0 ? 1U : 0U);
        if (right >= 0) row.after_first = static_cast<std::uint32_t>(right);
        row.after_last = row.after_first + (right >= 0 ? 1U : 0U);
        rows.push_back(row);
    }

    std::vector<Component> components;
    for (const engine::AlignmentGroup& group : step.alignment) {
        if (group.move >= 0 || group.before.empty() || group.after.empty()) continue;
        if (group.before.first < 0 || group.after.first < 0) continue;
        const Component component{
            before.block_of_sentence(group.before.first), before.block_of_sentence(group.before.last - 1),
            after.block_of_sentence(group.after.first), after.block_of_sentence(group.after.last - 1)};
        if (component.before_first < 0 || component.before_last < component.before_first ||
            component.after_first < 0 || component.after_last < component.after_first) {
            continue;
        }
        add(components, component);
    }

    std::uint32_t left = front(before);
    std::uint32_t right = front(after);
    const auto fill_gap = [&](std::uint32_t left_end, std::uint32_t right_end) {
        for (; left < left_end; ++left) rows.push_back({left, left + 1, right, right});
        for (; right < right_end; ++right) rows.push_back({left, left, right, right + 1});
    };
    for (const Component& component : components) {
        fill_gap(static_cast<std::uint32_t>(component.before_first),
                 static_cast<std::uint32_t>(component.after_first));
        const auto left_end = static_cast<std::uint32_t>(component.before_last) + 1;
        const auto right_end = static_cast<std::uint32_t>(component.after_last) + 1;
        rows.push_back({left, left_end, right, right_end});
        left = left_end;
        right = right_end;
    }
    fill_gap(static_cast<std::uint32_t>(before.blocks.size()),
             static_cast<std::uint32_t>(after.blocks.size()));
    return rows;
}

}  // namespace twicetold::viewer
