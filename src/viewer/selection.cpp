#include "viewer/selection.h"

#include <algorithm>

#include "viewer/text_units.h"

namespace twicetold::viewer {
namespace {

text::Range unit_at(const TextPoint& point, SelectionUnit unit, const SideBlocks& blocks) {
    switch (unit) {
        case SelectionUnit::word: return word_at(blocks, point.cluster.begin);
        case SelectionUnit::sentence: return sentence_at(blocks, point.cluster.begin);
        case SelectionUnit::cluster: break;
    }
    return {point.caret, point.caret};
}

}  // namespace

void TextSelection::press(Side side, const TextPoint& point, SelectionUnit unit, const SideBlocks& blocks) {
    set_ = true;
    side_ = side;
    unit_ = unit;
    origin_ = unit_at(point, unit, blocks);
    focus_ = origin_.end;
}

void TextSelection::drag(const TextPoint& point, const SideBlocks& blocks) {
    if (!set_) return;
    const text::Range unit = unit_at(point, unit_, blocks);
    focus_ = unit.begin < origin_.begin ? unit.begin : std::max(unit.end, origin_.end);
}

void TextSelection::select(Side side, text::Range range) {
    set_ = true;
    side_ = side;
    unit_ = SelectionUnit::cluster;
    origin_ = {range.begin, range.begin};
    focus_ = range.end;
}

void TextSelection::move_to(std::uint32_t offset) {
    // By keys the anchor is a place, at the end away from the one that moves.
    const std::uint32_t anchor = focus_ <= origin_.begin ? origin_.end : origin_.begin;
    origin_ = {anchor, anchor};
    unit_ = SelectionUnit::cluster;
    focus_ = offset;
}

text::Range TextSelection::range() const {
    return {std::min(origin_.begin, focus_), std::max(origin_.end, focus_)};
}

std::optional<std::uint32_t> stepped(const ShownText& shown, Side side, std::uint32_t offset,
                                     SelectionStep step, bool forward, const Segmenter& segmenter) {
    const SideBlocks* own = shown.blocks(side);
    if (own == nullptr || own->blocks.empty()) return std::nullopt;
    auto at = static_cast<std::uint32_t>(std::max(own->block_at(offset), 0));
    const text::Range block = own->blocks[at].range;
    offset = std::clamp(offset, block.begin, block.end);
    if (forward ? offset == block.end : offset == block.begin) {
        // To the neighbouring block that can be read.
        while (true) {
            if (forward ? at + 1 >= own->blocks.size() : at == 0) return std::nullopt;
            at = forward ? at + 1 : at - 1;
            if (shown.readable(side, at)) break;
        }
        return forward ? own->blocks[at].range.begin : own->blocks[at].range.end;
    }
    if (step == SelectionStep::word)
        return forward ? next_word_end(*own, offset) : previous_word_begin(*own, offset);
    const std::string_view text = own->document->text;
    return forward ? next_border(text, block, offset, segmenter)
                   : previous_border(text, block, offset, segmenter);
}

}  // namespace twicetold::viewer
