#include "versions/compare.h"

#include <algorithm>
#include <string>
#include <utility>

#include "align/align.h"
#include "text/fold.h"
#include "versions/classify.h"
#include "versions/listing.h"
#include "versions/script.h"
#include "versions/word_edits.h"

namespace twicetold::versions {

namespace {

using align::Relation;
using align::SentenceSpan;
using document::Tokenized;

std::uint32_t unit_of(std::int32_t sentence) { return static_cast<std::uint32_t>(sentence + 2); }

TokenSpan tokens_of(const Tokenized& text, SentenceSpan span) {
    if (span.empty()) return {};
    return {text.unit_begin[unit_of(span.first)], text.unit_begin[unit_of(span.last)]};
}

/// Range from the first to the last sentence of the span.
Range range_of(const Tokenized& text, SentenceSpan span) {
    return {text.unit_range(unit_of(span.first)).begin, text.unit_range(unit_of(span.last - 1)).end};
}

class Comparer {
public:
    Comparer(const Tokenized& before, const Tokenized& after, diff::Budget& budget)
        : before_(before),
          after_(after),
          budget_(budget),
          canonical_(align::in_canonical_order(before, after)),
          lexicon_(*before.vocabulary),
          before_reading_(before, lexicon_),
          after_reading_(after, lexicon_) {}

    StepResult run() {
        align::Alignment alignment = align::align(before_, after_, budget_);
        result_.loosely_paired = std::move(alignment.coarse);
        step().alignment = std::move(alignment.groups);
        step().moves = std::move(alignment.moves);
        mark_correction_notes();
        compare_groups();
        write_script();
        list_changes();
        return std::move(result_);
    }

private:
    Step& step() { return result_.step; }

    /// Sentences of paragraphs that open with "Correction:" and the like.
    void mark_correction_notes() {
        const auto mark = [](const Tokenized& text, std::vector<bool>& notes) {
            notes.assign(text.document->sentences.size(), false);
            constexpr std::size_t first_paragraphs = 3;
            constexpr std::size_t last_paragraphs = 10;
            const auto& paragraphs = text.document->paragraphs;
            for (std::size_t p = 0; p < paragraphs.size(); ++p) {
                const document::Paragraph& paragraph = paragraphs[p];
                if (paragraph.first_sentence == paragraph.last_sentence) continue;
                const bool at_edge = p < first_paragraphs || p + last_paragraphs >= paragraphs.size();
                if (!opens_correction_note(
                        text.document->slice(text.document->sentences[paragraph.first_sentence]), at_edge))
                    continue;
                for (std::uint32_t s = paragraph.first_sentence; s < paragraph.last_sentence; ++s)
                    notes[s] = true;
            }
        };
        mark(before_, before_notes_);
        mark(after_, after_notes_);
    }

    void compare_groups() {
        words_.resize(step().alignment.size());
        for (std::size_t g = 0; g < step().alignment.size(); ++g) {
            AlignmentGroup& group = step().alignment[g];
            if (group.before.empty() || group.after.empty() || group.relation == Relation::same) continue;
            const bool one_to_one = group.relation == Relation::edited;
            const bool title = group.before.first == align::title_sentence;
            const Whole whole = !one_to_one ? Whole::never : title ? Whole::headline : Whole::sentence;
            words_[g] = compare_words(before_reading_, tokens_of(before_, group.before), after_reading_,
                                      tokens_of(after_, group.after), canonical_, whole, budget_);
            if (words_[g].degraded) add_replaced(group);
            if (words_[g].rewritten) group.relation = Relation::rewritten;
            if (one_to_one && words_[g].edits.empty()) group.relation = Relation::same;
        }
    }

    void add_replaced(const AlignmentGroup& group) {
        auto& known = result_.replaced;
        if (!known.empty() && known.back().before.last == group.before.first &&
            known.back().after.last == group.after.first) {
            known.back().before.last = group.before.last;
            known.back().after.last = group.after.last;
        } else {
            known.push_back({group.before, group.after});
        }
    }

    // --- the lossless script -------------------------------------------------------------------------------------------------

    /// Where a group's text begins, for reading order of one side.
    static std::uint32_t begin_of(const Tokenized& text, SentenceSpan span) {
        return text.unit_range(unit_of(span.first)).begin;
    }

    void write_script() {
        std::vector<std::uint32_t> by_before;
        std::vector<std::uint32_t> by_after;
        for (std::uint32_t g = 0; g < step().alignment.size(); ++g) {
            if (!step().alignment[g].before.empty()) by_before.push_back(g);
            if (!step().alignment[g].after.empty()) by_after.push_back(g);
        }
        const auto sort_by = [&](std::vector<std::uint32_t>& order, const Tokenized& text,
                                 SentenceSpan AlignmentGroup::* side) {
            std::sort(order.begin(), order.end(), [&](std::uint32_t x, std::uint32_t y) {
                return begin_of(text, step().alignment[x].*side) < begin_of(text, step().alignment[y].*side);
            });
        };
        sort_by(by_before, before_, &AlignmentGroup::before);
        sort_by(by_after, after_, &AlignmentGroup::after);
        ScriptWriter writer(before_, after_, step());
        std::size_t at_after = 0;
        // In-place groups follow each other on both sides; between them stand the others, old before new.
        const auto insert_until_group = [&](std::uint32_t stop) {
            for (; at_after < by_after.size() && by_after[at_after] != stop; ++at_after)
                insert_group(writer, by_after[at_after]);
        };
        std::vector<bool> passed(step().alignment.size(), false);
        for (const std::uint32_t g : by_before) {
            const AlignmentGroup& group = step().alignment[g];
            const bool in_place = !group.after.empty() && group.move < 0 && !passed[g];
            if (!in_place) {
                writer.remove_until(range_of(before_, group.before).end, group.move);
                continue;
            }
            for (std::size_t k = at_after; k < by_after.size() && by_after[k] != g; ++k)
                passed[by_after[k]] = true;
            insert_until_group(g);
            ++at_after;
            writer.pair(tokens_of(before_, group.before), range_of(before_, group.before).end,
                        tokens_of(after_, group.after), range_of(after_, group.after).end, words_[g].edits);
        }
        for (; at_after < by_after.size(); ++at_after) insert_group(writer, by_after[at_after]);
        writer.finish();
        gaps_ = writer.gap_changes();
    }

    void insert_group(ScriptWriter& writer, std::uint32_t g) {
        const AlignmentGroup& group = step().alignment[g];
        std::vector<InnerEdit> inner;
        if (group.move >= 0) {
            for (const WordEdit& edit : words_[g].edits) inner.push_back(inner_edit(edit, group));
        }
        writer.insert_until(range_of(after_, group.after).end, group.move, inner);
    }

    InnerEdit inner_edit(const WordEdit& edit, const AlignmentGroup& group) const {
        return {span_range(before_, edit.before, group.before), span_range(after_, edit.after, group.after)};
    }

    /// Range of a run of tokens; for an empty one the place where it would stand.
    static Range span_range(const Tokenized& text, TokenSpan span, SentenceSpan sentences) {
        if (!span.empty()) return {text.tokens[span.begin].begin, text.tokens[span.end - 1].end};
        const TokenSpan all = tokens_of(text, sentences);
        const std::uint32_t at =
            span.begin > all.begin ? text.tokens[span.begin - 1].end : range_of(text, sentences).begin;
        return {at, at};
    }

    // --- the changes ---------------------------------------------------------------------------------------------------------

    void list_changes() {
        for (std::uint32_t g = 0; g < step().alignment.size(); ++g) {
            const AlignmentGroup& group = step().alignment[g];
            if (group.before.empty() || group.after.empty()) {
                add_lone_sentence(g);
                continue;
            }
            if (group.move >= 0) add_move(g);
            add_word_changes(g);
        }
        add_gap_changes();
        soften_shifted_phrases();
        for (const Change& change : step().changes) {
            if (change.kind == ChangeKind::correction_note && change.after.present)
                step().correction_note = true;
        }
    }

    /// A phrase that went here and came there ("on Thursday") is told once as before. Of more than one, the first that went and
    /// the first that came, by where they stand in their own version.
    void soften_shifted_phrases() {
        struct Phrase {
            std::string words;
            std::uint32_t at;
            std::size_t change;
            auto operator<=>(const Phrase&) const = default;
        };
        const auto phrases = [&](ChangeKind kind, const Tokenized& text, ChangeSide Change::* side) {
            std::vector<Phrase> found;
            for (std::size_t c = 0; c < step().changes.size(); ++c) {
                const Change& change = step().changes[c];
                if (change.kind != kind || change.significance != Significance::substantive) continue;
                const AlignmentGroup& group = step().alignment[static_cast<std::size_t>(change.group)];
                if (group.before.empty() || group.after.empty()) continue;
                const Range range = (change.*side).range;
                found.push_back({text::match_form(text.document->slice(range)), range.begin, c});
            }
            std::sort(found.begin(), found.end());
            return found;
        };
        const std::vector<Phrase> went = phrases(ChangeKind::removal, before_, &Change::before);
        const std::vector<Phrase> came = phrases(ChangeKind::addition, after_, &Change::after);
        for (auto w = went.begin(), c = came.begin(); w != went.end() && c != came.end();) {
            const int order = w->words.compare(c->words);
            if (order == 0) {
                step().changes[(w++)->change].significance = Significance::cosmetic;
                step().changes[(c++)->change].significance = Significance::cosmetic;
            } else if (order < 0) {
                ++w;
            } else {
                ++c;
            }
        }
    }

    [[nodiscard]] ChangeSide whole(const Tokenized& text, SentenceSpan span) const {
        if (span.empty()) return {};
        return {span.first, range_of(text, span), true};
    }

    void add(std::uint32_t g, Classification what, ChangeSide before, ChangeSide after,
             std::int32_t move = -1) {
        Change change;
        change.kind = what.kind;
        change.significance = what.significance;
        change.before = before;
        change.after = after;
        change.group = static_cast<std::int32_t>(g);
        change.move = move;
        step().changes.push_back(change);
    }

    [[nodiscard]] bool in_note(const AlignmentGroup& group) const {
        const auto noted = [](const std::vector<bool>& notes, SentenceSpan span) {
            return !span.empty() && span.first >= 0 && notes[static_cast<std::size_t>(span.first)];
        };
        return noted(before_notes_, group.before) || noted(after_notes_, group.after);
    }

    void add_lone_sentence(std::uint32_t g) {
        const AlignmentGroup& group = step().alignment[g];
        const bool added = group.before.empty();
        const SentenceSpan span = added ? group.after : group.before;
        Classification what =
            classify_sentence(added ? after_reading_ : before_reading_, unit_of(span.first), added);
        if (span.first == align::title_sentence) what = {ChangeKind::headline, Significance::substantive};
        if (span.first == align::byline_sentence) what = {ChangeKind::byline, Significance::cosmetic};
        const bool stock = what.significance == Significance::cosmetic;
        if (in_note(group) && !stock) what = {ChangeKind::correction_note, Significance::substantive};
        add(g, what, whole(before_, group.before), whole(after_, group.after));
    }

    void add_move(std::uint32_t g) {
        const AlignmentGroup& group = step().alignment[g];
        add(g, {ChangeKind::move, Significance::cosmetic}, whole(before_, group.before),
            whole(after_, group.after), group.move);
    }

    [[nodiscard]] ClassifyContext context_of(const AlignmentGroup& group) const {
        return {before_reading_, after_reading_, tokens_of(before_, group.before),
                tokens_of(after_, group.after)};
    }

    void add_word_changes(std::uint32_t g) {
        const AlignmentGroup& group = step().alignment[g];
        if (words_[g].edits.empty()) return;
        if (in_note(group)) {
            add(g, {ChangeKind::correction_note, Significance::substantive}, whole(before_, group.before),
                whole(after_, group.after));
            return;
        }
        if (words_[g].rewritten) {
            Classification what = classify_rewritten(context_of(group));
            if (group.before.first == align::title_sentence)
                what = {ChangeKind::headline, Significance::substantive};
            if (group.before.first == align::byline_sentence)
                what = {ChangeKind::byline, Significance::cosmetic};
            add(g, what, whole(before_, group.before), whole(after_, group.after));
            return;
        }
        for (ListedEdit& item : list_edits(words_[g].edits, passages_of(group))) {
            if (group.before.first == align::title_sentence) {
                const bool retold =
                    item.what.significance == Significance::cosmetic && item.what.kind != ChangeKind::quote;
                item.what = {ChangeKind::headline,
                             retold ? Significance::cosmetic : Significance::substantive};
            }
            if (group.before.first == align::byline_sentence)
                item.what = {ChangeKind::byline, Significance::cosmetic};
            add_edit(g, item);
        }
    }

    [[nodiscard]] Passages passages_of(const AlignmentGroup& group) const {
        const auto seams = [](const Tokenized& text, SentenceSpan span) {
            std::vector<std::uint32_t> found;
            for (std::int32_t s = span.first + 1; s < span.last; ++s)
                found.push_back(text.unit_begin[unit_of(s)]);
            return found;
        };
        return {before_reading_,
                after_reading_,
                tokens_of(before_, group.before),
                tokens_of(after_, group.after),
                seams(before_, group.before),
                seams(after_, group.after)};
    }

    /// The sentence of a group in which a run of tokens begins.
    static std::int32_t sentence_at(const Tokenized& text, SentenceSpan span, std::uint32_t token) {
        std::int32_t s = span.first;
        while (s + 1 < span.last && text.unit_begin[unit_of(s + 1)] <= token) ++s;
        return s;
    }

    void add_edit(std::uint32_t g, const ListedEdit& item) {
        const AlignmentGroup& group = step().alignment[g];
        const auto side = [](const Tokenized& text, TokenSpan span, SentenceSpan sentences) -> ChangeSide {
            if (span.empty()) return {};
            return {sentence_at(text, sentences, span.begin), span_range(text, span, sentences), true};
        };
        const ChangeSide before = side(before_, item.edit.before, group.before);
        const ChangeSide after = side(after_, item.edit.after, group.after);
        if (!before.present && !after.present) return;
        add(g, item.what, before, after);
    }

    /// White space inside a sentence ("the  chief"): typography, shown with the words on either hand. Breaks between paragraphs
    /// are seen in the paragraphs themselves and are not listed.
    void add_gap_changes() {
        const auto is_break = [](const Tokenized& text, Range gap) {
            const std::string_view shown = text.document->slice(gap);
            return shown.find('\n') != std::string_view::npos || shown.find('\r') != std::string_view::npos;
        };
        std::vector<Change> found;
        rows_after_.clear();
        for (std::uint32_t g = 0; g < step().alignment.size(); ++g) {
            const SentenceSpan after = step().alignment[g].after;
            if (!after.empty() && after.first >= 0) rows_after_.push_back(g);
        }
        for (const GapChange& gap : gaps_) {
            if (is_break(before_, gap.before) || is_break(after_, gap.after)) continue;
            const std::int32_t g = group_around(gap);
            if (g < 0) continue;
            Change change;
            change.kind = ChangeKind::typography;
            change.significance = Significance::cosmetic;
            change.group = g;
            const AlignmentGroup& group = step().alignment[static_cast<std::size_t>(g)];
            change.before = around(before_, gap.before, group.before);
            change.after = around(after_, gap.after, group.after);
            if (change.before.present && change.after.present) found.push_back(change);
        }
        if (found.empty()) return;
        step().changes.insert(step().changes.end(), found.begin(), found.end());
        std::stable_sort(step().changes.begin(), step().changes.end(),
                         [](const Change& x, const Change& y) { return x.group < y.group; });
    }

    /// The body's sentence that holds the gap, or -1: it lies between sentences, or in the title or byline.
    static std::int32_t sentence_around(const Tokenized& text, Range gap) {
        const auto& sentences = text.document->sentences;
        const auto next = std::upper_bound(sentences.begin(), sentences.end(), gap.begin,
                                           [](std::uint32_t at, const Range& r) { return at < r.begin; });
        if (next == sentences.begin() || gap.end > (next - 1)->end) return -1;
        return static_cast<std::int32_t>(next - sentences.begin()) - 1;
    }

    /// The group that holds the gap within a sentence of both sides, or -1.
    [[nodiscard]] std::int32_t group_around(const GapChange& gap) const {
        const std::int32_t b = sentence_around(before_, gap.before);
        const std::int32_t a = sentence_around(after_, gap.after);
        if (b < 0 || a < 0) return -1;
        // Rows stand in reading order of the later version; the removed ones between them stand nowhere in it.
        const auto& rows = result_.step.alignment;
        const auto at = std::upper_bound(
            rows_after_.begin(), rows_after_.end(), a,
            [&](std::int32_t sentence, std::uint32_t g) { return sentence < rows[g].after.first; });
        if (at == rows_after_.begin()) return -1;
        const std::uint32_t g = *(at - 1);
        const AlignmentGroup& group = rows[g];
        if (words_[g].rewritten || a >= group.after.last || b < group.before.first || b >= group.before.last)
            return -1;
        return static_cast<std::int32_t>(g);
    }

    static ChangeSide around(const Tokenized& text, Range gap, SentenceSpan sentences) {
        const TokenSpan all = tokens_of(text, sentences);
        const auto right =
            std::lower_bound(text.tokens.begin() + all.begin, text.tokens.begin() + all.end, gap.end,
                             [](const text::Token& token, std::uint32_t at) { return token.begin < at; });
        const auto t = static_cast<std::uint32_t>(right - text.tokens.begin());
        if (t <= all.begin || t >= all.end) return {};
        return {sentence_at(text, sentences, t - 1), {text.tokens[t - 1].begin, text.tokens[t].end}, true};
    }

    const Tokenized& before_;
    const Tokenized& after_;
    diff::Budget& budget_;
    bool canonical_;
    Lexicon lexicon_;
    Reading before_reading_;
    Reading after_reading_;
    std::vector<bool> before_notes_;
    std::vector<bool> after_notes_;
    std::vector<WordEdits> words_;  ///< by group
    std::vector<GapChange> gaps_;
    std::vector<std::uint32_t> rows_after_;  ///< groups with sentences of the later body, in order
    StepResult result_;
};

}  // namespace

StepResult compare(const Tokenized& before, const Tokenized& after, diff::Budget& budget) {
    return Comparer(before, after, budget).run();
}

}  // namespace twicetold::versions
