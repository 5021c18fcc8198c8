#include "viewer/marks.h"

#include <algorithm>
#include <string>
#include <string_view>

namespace twicetold::viewer {
namespace {

using engine::ChangeKind;

text::Range span_range(const SideBlocks& side, engine::SentenceSpan span) {
    if (span.empty()) return {};
    return {side.sentence_range(span.first).begin, side.sentence_range(span.last - 1).end};
}

MarkKind kind_of(const engine::Step& step, const engine::Change& change, const SideBlocks& before,
                 const SideBlocks& after) {
    if (change.kind == ChangeKind::move) return MarkKind::moved;
    if (change.significance == engine::Significance::cosmetic) return MarkKind::cosmetic;
    if (!change.before.present) return MarkKind::added;
    if (!change.after.present) return MarkKind::removed;
    if (change.group >= 0 && static_cast<std::size_t>(change.group) < step.alignment.size()) {
        const engine::AlignmentGroup& group = step.alignment[static_cast<std::size_t>(change.group)];
        const auto whole = [](const SideBlocks& side, const engine::ChangeSide& part) {
            const text::Range sentence = side.sentence_range(part.sentence);
            return part.range.begin <= sentence.begin && part.range.end >= sentence.end;
        };
        if (group.relation == engine::Relation::rewritten && whole(before, change.before) &&
            whole(after, change.after)) {
            return MarkKind::rewritten;
        }
    }
    return MarkKind::changed;
}

std::string_view trimmed(std::string_view text, text::Range& range) {
    std::string_view slice = text.substr(range.begin, range.size());
    while (!slice.empty()) {
        std::uint32_t at = 0;
        if (!is_space(next_code_point(slice, at))) break;
        slice.remove_prefix(at);
        range.begin += at;
    }
    // White space is ASCII here, but for rare spaces that may stay in the mark without harm.
    while (!slice.empty() && is_space(static_cast<unsigned char>(slice.back()))) {
        slice.remove_suffix(1);
        --range.end;
    }
    return slice;
}

/// Letters and digits in lower case, everything else left out: equal where only signs or capitals differ.
std::string skeleton(std::string_view text) {
    std::string result;
    for (const char c : text) {
        const auto byte = static_cast<unsigned char>(c);
        if (byte >= 0x80U || (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z')) result += c;
        if (c >= 'A' && c <= 'Z') result += static_cast<char>(c + 32);
    }
    return result;
}

/// Parts of `range` that no mark of `covered` (sorted by beginning) reaches.
std::vector<text::Range> uncovered(const std::vector<Mark>& covered, text::Range range) {
    std::vector<text::Range> result;
    std::uint32_t at = range.begin;
    // Marks may nest, so the first one that could reach the range is not found by its beginning alone; a whole document
    // has few marks before a given place that end after it, and `reach` below says when to stop looking.
    auto next = std::partition_point(covered.begin(), covered.end(),
                                     [&](const Mark& mark) { return mark.range.end <= range.begin; });
    for (; next != covered.end() && next->range.begin < range.end; ++next) {
        if (next->range.end <= at) continue;
        if (next->range.begin > at) result.push_back({at, next->range.begin});
        at = std::max(at, next->range.end);
    }
    if (at < range.end) result.push_back({at, range.end});
    return result;
}

/// Sorted by beginning, flattened: nested and overlapping ranges united, for `uncovered`.
std::vector<Mark> coverage(std::vector<Mark> marks) {
    std::erase_if(marks, [](const Mark& mark) { return mark.kind == MarkKind::moved || mark.range.empty(); });
    std::sort(marks.begin(), marks.end(),
              [](const Mark& one, const Mark& two) { return one.range.begin < two.range.begin; });
    std::vector<Mark> result;
    for (const Mark& mark : marks) {
        if (!result.empty() && mark.range.begin <= result.back().range.end) {
            result.back().range.end = std::max(result.back().range.end, mark.range.end);
        } else {
            result.push_back(mark);
        }
    }
    return result;
}

/// The change that stands for a sentence that came or went as a whole, by sentence; -1 elsewhere.
std::vector<std::int32_t> change_of_sentence(const engine::Step& step, const SideBlocks& blocks, Side side) {
    std::vector<std::int32_t> result(blocks.document->sentences.size(), -1);
    for (std::size_t index = 0; index < step.changes.size(); ++index) {
        const engine::Change& change = step.changes[index];
        if (change.group < 0 || static_cast<std::size_t>(change.group) >= step.alignment.size()) continue;
        const engine::AlignmentGroup& group = step.alignment[static_cast<std::size_t>(change.group)];
        if (group.relation != engine::Relation::added && group.relation != engine::Relation::removed)
            continue;
        const engine::SentenceSpan span = side == Side::before ? group.before : group.after;
        for (std::int32_t sentence = std::max(span.first, 0); sentence < span.last; ++sentence) {
            if (static_cast<std::size_t>(sentence) < result.size()) {
                result[static_cast<std::size_t>(sentence)] = static_cast<std::int32_t>(index);
            }
        }
    }
    return result;
}

std::int32_t sentence_at(const engine::Document& document, std::uint32_t offset) {
    const auto after =
        std::upper_bound(document.sentences.begin(), document.sentences.end(), offset,
                         [](std::uint32_t value, const text::Range& range) { return value < range.end; });
    return after == document.sentences.end() ? -1
                                             : static_cast<std::int32_t>(after - document.sentences.begin());
}

/// Marks for what the script changes and no change names.
void add_unnamed(const engine::Step& step, const SideBlocks& before, const SideBlocks& after,
                 std::vector<Mark>& old_marks, std::vector<Mark>& new_marks) {
    const std::vector<Mark> old_covered = coverage(old_marks);
    const std::vector<Mark> new_covered = coverage(new_marks);
    const std::vector<std::int32_t> old_change = change_of_sentence(step, before, Side::before);
    const std::vector<std::int32_t> new_change = change_of_sentence(step, after, Side::after);

    const auto add = [&](Side side, text::Range range, bool minor) {
        const SideBlocks& blocks = side == Side::before ? before : after;
        std::vector<Mark>& marks = side == Side::before ? old_marks : new_marks;
        const std::vector<std::int32_t>& whole_change = side == Side::before ? old_change : new_change;
        for (text::Range rest : uncovered(side == Side::before ? old_covered : new_covered, range)) {
            const std::string_view words = trimmed(blocks.document->text, rest);
            if (words.empty()) continue;
            const std::int32_t sentence = sentence_at(*blocks.document, rest.begin);
            const std::int32_t change = sentence >= 0 ? whole_change[static_cast<std::size_t>(sentence)] : -1;
            const bool cosmetic = minor || (change < 0 && skeleton(words).empty());
            const MarkKind kind = cosmetic               ? MarkKind::cosmetic
                                  : side == Side::before ? MarkKind::removed
                                                         : MarkKind::added;
            marks.push_back({rest, kind, change, -1, 0});
        }
    };
    const auto slice = [](const SideBlocks& side, text::Range range) { return side.document->slice(range); };

    for (std::size_t index = 0; index < step.edits.size(); ++index) {
        const engine::Edit& edit = step.edits[index];
        if (edit.operation == engine::EditOperation::equal || edit.move >= 0) continue;
        bool minor = false;
        if (edit.operation == engine::EditOperation::remove && index + 1 < step.edits.size() &&
            step.edits[index + 1].operation == engine::EditOperation::insert &&
            step.edits[index + 1].move < 0) {
            minor =
                skeleton(slice(before, edit.before)) == skeleton(slice(after, step.edits[index + 1].after));
        } else if (edit.operation == engine::EditOperation::insert && index > 0 &&
                   step.edits[index - 1].operation == engine::EditOperation::remove &&
                   step.edits[index - 1].move < 0) {
            minor =
                skeleton(slice(before, step.edits[index - 1].before)) == skeleton(slice(after, edit.after));
        }
        if (edit.operation == engine::EditOperation::remove) add(Side::before, edit.before, minor);
        if (edit.operation == engine::EditOperation::insert) add(Side::after, edit.after, minor);
    }
    for (const engine::InnerEdit& edit : step.inner) {
        const bool minor = skeleton(slice(before, edit.before)) == skeleton(slice(after, edit.after));
        if (!edit.before.empty()) add(Side::before, edit.before, minor);
        if (!edit.after.empty()) add(Side::after, edit.after, minor);
    }
}

}  // namespace

SideMarks cut_at_blocks(std::vector<Mark> marks, const SideBlocks& side) {
    std::stable_sort(marks.begin(), marks.end(), [](const Mark& one, const Mark& two) {
        if (one.range.begin != two.range.begin) return one.range.begin < two.range.begin;
        return one.range.end > two.range.end;
    });
    // Parts of one change with nothing but white space between them are one mark.
    std::vector<Mark> united;
    for (const Mark& mark : marks) {
        if (!united.empty() && mark.change >= 0 && mark.change == united.back().change &&
            mark.kind == united.back().kind && mark.kind != MarkKind::moved &&
            mark.range.begin >= united.back().range.end) {
            text::Range gap{united.back().range.end, mark.range.begin};
            if (trimmed(side.document->text, gap).empty()) {
                united.back().range.end = mark.range.end;
                continue;
            }
        }
        united.push_back(mark);
    }
    marks = std::move(united);
    SideMarks result;
    std::vector<std::pair<std::uint32_t, Mark>> pieces;
    for (const Mark& mark : marks) {
        const auto whole = static_cast<std::uint32_t>(result.wholes.size());
        result.wholes.push_back(mark.range);
        std::int32_t block = side.block_at(mark.range.begin);
        if (block < 0) continue;
        for (auto at = static_cast<std::size_t>(block); at < side.blocks.size(); ++at) {
            const text::Range range = side.blocks[at].range;
            if (range.begin >= mark.range.end && !(mark.range.empty() && range.begin == mark.range.begin))
                break;
            Mark piece = mark;
            piece.range = {std::max(mark.range.begin, range.begin), std::min(mark.range.end, range.end)};
            piece.whole = whole;
            if (piece.range.begin < piece.range.end)
                pieces.emplace_back(static_cast<std::uint32_t>(at), piece);
        }
    }
    std::stable_sort(pieces.begin(), pieces.end(),
                     [](const auto& one, const auto& two) { return one.first < two.first; });
    result.first.assign(side.blocks.size() + 1, 0);
    for (const auto& [block, mark] : pieces) {
        ++result.first[block + 1];
        result.marks.push_back(mark);
    }
    for (std::size_t block = 0; block < side.blocks.size(); ++block)
        result.first[block + 1] += result.first[block];
    return result;
}

StepMarks make_marks(const engine::Step& step, const Stops& stops, const ChangeFilter& filter,
                     const SideBlocks& before, const SideBlocks& after) {
    StepMarks result;
    std::vector<Mark> old_marks;
    std::vector<Mark> new_marks;
    std::vector<std::int32_t> change_of_move(step.moves.size(), -1);
    result.kind_of_stop.resize(stops.first.size());
    for (std::size_t index = 0; index < step.changes.size(); ++index) {
        const engine::Change& change = step.changes[index];
        const auto number = static_cast<std::int32_t>(index);
        const MarkKind kind = kind_of(step, change, before, after);
        if (const std::int32_t stop = stops.stop_of_change[index]; stop >= 0)
            result.kind_of_stop[static_cast<std::size_t>(stop)] = kind;
        if (change.kind == ChangeKind::move && change.move >= 0 &&
            static_cast<std::size_t>(change.move) < step.moves.size()) {
            change_of_move[static_cast<std::size_t>(change.move)] = number;
            continue;
        }
        if (change.before.present) old_marks.push_back({change.before.range, kind, number, -1, 0});
        if (change.after.present) new_marks.push_back({change.after.range, kind, number, -1, 0});
    }
    for (std::size_t index = 0; index < step.moves.size(); ++index) {
        const auto move = static_cast<std::int32_t>(index);
        const engine::Move& moved = step.moves[index];
        const std::int32_t change = change_of_move[index];
        if (!moved.before.empty())
            old_marks.push_back({span_range(before, moved.before), MarkKind::moved, change, move, 0});
        if (!moved.after.empty())
            new_marks.push_back({span_range(after, moved.after), MarkKind::moved, change, move, 0});
    }
    add_unnamed(step, before, after, old_marks, new_marks);
    for (const Side side : {Side::before, Side::after}) {
        std::vector<Mark>& marks = side == Side::before ? old_marks : new_marks;
        for (Mark& mark : marks) {
            mark.side = side;
            mark.source = mark.change;
            if (mark.change >= 0) mark.change = stops.stop_of_change[static_cast<std::size_t>(mark.change)];
        }
        std::erase_if(marks, [&](const Mark& mark) {
            if (mark.source >= 0) return mark.change < 0;
            // No change names it, so its significance is all that can hide it.
            return mark.kind == MarkKind::moved ? (filter.hidden_kinds & kind_bit(ChangeKind::move)) != 0
                                                : filter.hide_cosmetic && mark.kind == MarkKind::cosmetic;
        });
    }
    result.before = cut_at_blocks(std::move(old_marks), before);
    result.after = cut_at_blocks(std::move(new_marks), after);
    return result;
}

std::uint32_t counterpart(const engine::Step& step, Side side, std::uint32_t offset) {
    const auto own = [side](const engine::Edit& edit) {
        return side == Side::before ? edit.before : edit.after;
    };
    const auto opposite = [side](const engine::Edit& edit) {
        return side == Side::before ? edit.after : edit.before;
    };
    // Operations without text on this side may carry no place, so only the others are ordered; equal ones suffice.
    std::size_t low = 0;
    std::size_t high = step.edits.size();
    while (low < high) {
        std::size_t middle = low + (high - low) / 2;
        std::size_t probe = middle;
        while (probe < high && own(step.edits[probe]).empty()) ++probe;
        if (probe == high) {
            high = middle;
        } else if (own(step.edits[probe]).end <= offset) {
            low = probe + 1;
        } else {
            high = middle;
        }
    }
    for (std::size_t index = std::min(low, step.edits.size() - (step.edits.empty() ? 0U : 1U));
         index < step.edits.size(); --index) {
        const engine::Edit& edit = step.edits[index];
        if (edit.operation == engine::EditOperation::equal && own(edit).begin <= offset) {
            const std::uint32_t inside =
                own(edit).end > offset ? offset - own(edit).begin : opposite(edit).size();
            return opposite(edit).begin + std::min(inside, opposite(edit).size());
        }
        if (index == 0) break;
    }
    return 0;
}

}  // namespace twicetold::viewer
