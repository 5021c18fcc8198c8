#include "report/marked.h"

#include <algorithm>
#include <utility>

namespace twicetold::report {
namespace {

/// What two ranges have in common; empty where that is nothing.
Range common(Range one, Range two) {
    const std::uint32_t begin = std::max(one.begin, two.begin);
    return {begin, std::max(begin, std::min(one.end, two.end))};
}

void append(std::vector<Piece>& pieces, engine::EditOperation operation, std::string_view text) {
    if (text.empty()) return;
    if (!pieces.empty() && pieces.back().operation == operation &&
        pieces.back().text.data() + pieces.back().text.size() == text.data()) {
        pieces.back().text = {pieces.back().text.data(), pieces.back().text.size() + text.size()};
    } else {
        pieces.push_back({operation, text});
    }
}

}  // namespace

Range range_of(const Document& document, engine::SentenceSpan span) {
    const auto range = [&](std::int32_t sentence) -> Range {
        if (sentence == engine::title_sentence) return document.title;
        if (sentence == engine::byline_sentence) return document.byline;
        return document.sentences[static_cast<std::size_t>(sentence)];
    };
    if (span.empty()) return {};
    // The byline counts before the title and may stand behind it.
    Range whole = range(span.first);
    for (std::int32_t i = span.first; i < span.last && i <= 0; ++i) {
        whole = {std::min(whole.begin, range(i).begin), std::max(whole.end, range(i).end)};
    }
    return {whole.begin, std::max(whole.end, range(span.last - 1).end)};
}

std::size_t paragraph_of(const Document& document, std::int32_t sentence) {
    const auto found = std::partition_point(
        document.paragraphs.begin(), document.paragraphs.end(),
        [&](const document::Paragraph& each) { return std::cmp_less_equal(each.last_sentence, sentence); });
    const auto index = static_cast<std::size_t>(found - document.paragraphs.begin());
    return std::min(index, document.paragraphs.empty() ? 0 : document.paragraphs.size() - 1);
}

MarkedRows::MarkedRows(const engine::Comparison& comparison, const engine::Step& step)
    : step_(step), before_(comparison.documents[step.before]), after_(comparison.documents[step.after]) {
    changes_.resize(step.alignment.size());
    for (std::size_t i = 0; i < step.changes.size(); ++i) {
        const std::int32_t group = step.changes[i].group;
        if (group >= 0) changes_[static_cast<std::size_t>(group)].push_back(static_cast<std::uint32_t>(i));
    }
    inner_.resize(step.moves.size());
    for (const engine::Edit& edit : step.edits) {
        if (edit.move < 0) continue;
        auto& inner = inner_[static_cast<std::size_t>(edit.move)];
        inner.insert(inner.end(), step.inner.begin() + edit.inner_first,
                     step.inner.begin() + edit.inner_last);
    }
}

std::vector<Piece> MarkedRows::pieces(const engine::AlignmentGroup& group) const {
    const Range before = range_of(before_, group.before);
    const Range after = range_of(after_, group.after);
    if (is_in_place(group)) return in_place(before, after);
    if (!group.before.empty() && !group.after.empty()) return moved(after, group.move);
    std::vector<Piece> pieces;
    append(pieces, engine::EditOperation::remove, before_.slice(before));
    append(pieces, engine::EditOperation::insert, after_.slice(after));
    return pieces;
}

std::vector<Piece> MarkedRows::in_place(Range before, Range after) const {
    std::vector<Piece> pieces;
    auto edit = std::partition_point(step_.edits.begin(), step_.edits.end(), [&](const engine::Edit& each) {
        return each.before.end <= before.begin && each.after.end <= after.begin;
    });
    for (; edit != step_.edits.end(); ++edit) {
        if (edit->before.begin >= before.end && edit->after.begin >= after.end) break;
        const Range in_before = common(edit->before, before);
        const Range in_after = common(edit->after, after);
        switch (edit->operation) {
            case engine::EditOperation::equal: append(pieces, edit->operation, after_.slice(in_after)); break;
            case engine::EditOperation::remove:
                append(pieces, edit->operation, before_.slice(in_before));
                break;
            case engine::EditOperation::insert:
                append(pieces, edit->operation, after_.slice(in_after));
                break;
        }
    }
    return pieces;
}

std::vector<Piece> MarkedRows::moved(Range after, std::int32_t move) const {
    std::vector<Piece> pieces;
    std::uint32_t at = after.begin;
    for (const engine::InnerEdit& each : inner(move)) {
        if (each.after.begin < at || each.after.end > after.end) continue;
        append(pieces, engine::EditOperation::equal, after_.slice({at, each.after.begin}));
        append(pieces, engine::EditOperation::remove, before_.slice(each.before));
        append(pieces, engine::EditOperation::insert, after_.slice(each.after));
        at = each.after.end;
    }
    append(pieces, engine::EditOperation::equal, after_.slice({at, after.end}));
    return pieces;
}

}  // namespace twicetold::report
