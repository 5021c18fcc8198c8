#include "versions/listing.h"

#include <algorithm>

#include "text/characters.h"
#include "text/utf8.h"

namespace twicetold::versions {

namespace {

/// The side of an edit on which a seam lies, and the other one.
struct SeamSide {
    const Reading& several;
    const std::vector<std::uint32_t>& seams;
    TokenSpan WordEdit::* side;
    const Reading& single;
    TokenSpan WordEdit::* other;
};

/// The side that is split into several sentences.
SeamSide seam_side(const Passages& p) {
    if (!p.after_seams.empty())
        return {p.after, p.after_seams, &WordEdit::after, p.before, &WordEdit::before};
    return {p.before, p.before_seams, &WordEdit::before, p.after, &WordEdit::after};
}

bool has_seams(const Passages& p) { return p.before_seams.empty() != p.after_seams.empty(); }

bool is_at(std::uint32_t seam, TokenSpan span) { return span.begin <= seam && seam <= span.end; }

bool is_capital_at(std::uint32_t seam, const WordEdit& edit, const SeamSide& at) {
    const TokenSpan side = edit.*at.side;
    return edit.surface && side.begin <= seam + 1 && side.end > seam;
}

std::vector<WordEdit> join_at_seams(const std::vector<WordEdit>& edits, const Passages& passages) {
    if (!has_seams(passages)) return edits;
    constexpr std::uint32_t longest_island = 2;
    constexpr std::uint32_t longest_rest = 2;
    const SeamSide at = seam_side(passages);
    std::vector<WordEdit> joined;
    for (std::size_t k = 0; k < edits.size(); ++k) {
        joined.push_back(edits[k]);
        const auto seam = std::find_if(at.seams.begin(), at.seams.end(), [&](std::uint32_t s) {
            return !edits[k].surface && is_at(s, edits[k].*at.side);
        });
        if (seam == at.seams.end() || k + 2 >= edits.size() || !is_capital_at(*seam, edits[k + 1], at))
            continue;
        const WordEdit& rest = edits[k + 2];
        const bool near = (rest.*at.side).begin - (edits[k + 1].*at.side).end < longest_island;
        const bool slight = (rest.before.empty() || rest.after.empty()) &&
                            rest.before.size() + rest.after.size() <= longest_rest;
        if (!near || !slight) continue;
        joined.back().before.end = rest.before.end;
        joined.back().after.end = rest.after.end;
        k += 2;
    }
    return joined;
}

TokenSpan without_outer_signs(const Reading& side, TokenSpan span) {
    while (!span.empty() && side.is_sign(span.begin)) ++span.begin;
    while (!span.empty() && side.is_sign(span.end - 1)) --span.end;
    return span;
}

/// False: nothing is left of the edit.
bool strip_seam(WordEdit& edit, const SeamSide& at) {
    for (const std::uint32_t seam : at.seams) {
        if (is_capital_at(seam, edit, at)) return false;
        if (!is_at(seam, edit.*at.side)) continue;
        const TokenSpan side = without_outer_signs(at.several, edit.*at.side);
        const TokenSpan other = without_outer_signs(at.single, edit.*at.other);
        if (side.empty() && other.empty())
            return !(edit.*at.other).empty();  // ";" for ".": punctuation; "." alone: nothing
        edit.*at.side = side;
        edit.*at.other = other;
        return true;
    }
    return true;
}

std::vector<WordEdit> strip_seams(const std::vector<WordEdit>& edits, const Passages& passages) {
    if (!has_seams(passages)) return edits;
    const SeamSide at = seam_side(passages);
    std::vector<WordEdit> kept;
    for (WordEdit edit : edits) {
        if (strip_seam(edit, at)) kept.push_back(edit);
    }
    return kept;
}

bool is_mark(ChangeKind kind) { return kind == ChangeKind::typography || kind == ChangeKind::punctuation; }

/// What two edits that touch are together; false if they stay apart.
bool join_class(Classification& last, const Classification& next) {
    using enum ChangeKind;
    if (last == next) return true;
    const bool quote_and_mark =
        (last.kind == quote && next.kind == typography) || (last.kind == typography && next.kind == quote);
    const bool phrase_and_comma = (last.kind == punctuation && !is_mark(next.kind)) ||
                                  (next.kind == punctuation && !is_mark(last.kind));
    if (!quote_and_mark && !phrase_and_comma) return false;
    if (is_mark(last.kind)) last = next;
    return true;
}

std::vector<ListedEdit> join_touching(const std::vector<ListedEdit>& edits) {
    std::vector<ListedEdit> joined;
    for (const ListedEdit& item : edits) {
        if (!joined.empty()) {
            WordEdit& last = joined.back().edit;
            const bool touch =
                last.before.end >= item.edit.before.begin && last.after.end >= item.edit.after.begin;
            if (touch && join_class(joined.back().what, item.what)) {
                last.before.end = std::max(last.before.end, item.edit.before.end);
                last.after.end = std::max(last.after.end, item.edit.after.end);
                continue;
            }
        }
        joined.push_back(item);
    }
    return joined;
}

/// How far a span of marks reaches to take a word along, in tokens to either hand; one of them is 0.
struct Lean {
    std::uint32_t left = 0;
    std::uint32_t right = 0;
};

/// An opening mark leans on the word behind it, any other on the word before, with the signs between.
Lean lean_of(const Reading& side, TokenSpan passage, TokenSpan span) {
    if (span.empty() || !without_outer_signs(side, span).empty()) return {};
    const auto touches = [&](std::uint32_t t) {
        return side.text().tokens[t].end == side.text().tokens[t + 1].begin;
    };
    const bool apart = span.begin == passage.begin || !touches(span.begin - 1);
    const bool opening = text::is_opening(text::decode(side.shown(span.end - 1), 0).code_point);
    const bool word_behind = span.end < passage.end && !side.is_sign(span.end);
    if (word_behind && (touches(span.end - 1) || (opening && apart))) return {0, 1};
    std::uint32_t begin = span.begin;
    while (begin > passage.begin) {
        --begin;
        if (!side.is_sign(begin) || !touches(begin)) break;
    }
    return {span.begin - begin, 0};
}

TokenSpan widened(TokenSpan span, Lean lean) { return {span.begin - lean.left, span.end + lean.right}; }

/// Do both sides reach over the same tokens?
bool reaches_alike(const Passages& passages, const WordEdit& edit, Lean lean) {
    const TokenSpan b = widened(edit.before, lean);
    const TokenSpan a = widened(edit.after, lean);
    // Unsigned: a begin below zero is beyond every end.
    if (b.begin < passages.before_span.begin || b.begin > b.end || b.end > passages.before_span.end)
        return false;
    if (a.begin < passages.after_span.begin || a.begin > a.end || a.end > passages.after_span.end)
        return false;
    const auto alike = [&](std::uint32_t t, std::uint32_t u) {
        return passages.before.text().entry(t).match == passages.after.text().entry(u).match;
    };
    for (std::uint32_t k = 0; k < lean.left; ++k) {
        if (!alike(b.begin + k, a.begin + k)) return false;
    }
    return lean.right == 0 || alike(b.end - 1, a.end - 1);
}

std::vector<ListedEdit> lean_on_words(std::vector<ListedEdit> edits, const Passages& passages) {
    for (auto& [edit, what] : edits) {
        if (!is_mark(what.kind)) continue;
        Lean before = lean_of(passages.before, passages.before_span, edit.before);
        Lean after = lean_of(passages.after, passages.after_span, edit.after);
        // A side without the mark shows the same word, where it has it.
        const bool lone = edit.before.empty() != edit.after.empty();
        if (lone && reaches_alike(passages, edit, edit.before.empty() ? after : before)) {
            (edit.before.empty() ? before : after) = edit.before.empty() ? after : before;
        }
        edit.before = widened(edit.before, before);
        edit.after = widened(edit.after, after);
    }
    return edits;
}

}  // namespace

std::vector<ListedEdit> list_edits(const std::vector<WordEdit>& edits, const Passages& passages) {
    std::vector<WordEdit> shown = cut_at_facts(edits, {passages.before, passages.after});
    shown = join_at_seams(shown, passages);
    shown = strip_seams(shown, passages);
    const ClassifyContext context{passages.before, passages.after, passages.before_span, passages.after_span};
    std::vector<ListedEdit> listed;
    listed.reserve(shown.size());
    for (const WordEdit& edit : shown) listed.push_back({edit, classify_words(context, edit)});
    listed = join_touching(listed);
    return join_touching(lean_on_words(std::move(listed), passages));  // again: both marks around one word
}

}  // namespace twicetold::versions
