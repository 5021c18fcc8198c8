#include "versions/edit_passes.h"

#include <algorithm>

#include "versions/amounts.h"
#include "versions/spelling.h"

namespace twicetold::versions {

namespace {

std::uint32_t words_in(const Reading& side, TokenSpan span) {
    std::uint32_t words = 0;
    for (std::uint32_t t = span.begin; t < span.end; ++t) words += side.is_sign(t) ? 0U : 1U;
    return words;
}

/// The same words, signs and capitals aside.
bool same_words(const Reading& one, TokenSpan a, const Reading& other, TokenSpan b) {
    std::uint32_t i = a.begin;
    std::uint32_t j = b.begin;
    bool any = false;
    for (;;) {
        while (i < a.end && one.is_sign(i)) ++i;
        while (j < b.end && other.is_sign(j)) ++j;
        if (i == a.end || j == b.end) return any && i == a.end && j == b.end;
        if (one.text().entry(i).match != other.text().entry(j).match) return false;
        any = true;
        ++i;
        ++j;
    }
}

/// Nothing but a verb of saying and grammar: "said", "according to".
bool only_says(const Reading& side, TokenSpan span) {
    bool says = false;
    for (std::uint32_t t = span.begin; t < span.end; ++t) {
        const Part part = side.part(t);
        if (part == Part::saying)
            says = true;
        else if (part != Part::grammar && part != Part::sign)
            return false;
    }
    return says;
}

/// Whether a sentence, or the end of the text, begins at token `t`.
bool starts_unit(const Reading& side, std::uint32_t t) {
    const auto& begins = side.text().unit_begin;
    return std::binary_search(begins.begin(), begins.end(), t);
}

/// The first token from `t` on that is no sign.
std::uint32_t behind_signs(const Reading& side, std::uint32_t t) {
    constexpr std::uint32_t most = 3;  // a full stop, a bracket and a quotation mark
    const auto end = static_cast<std::uint32_t>(side.text().tokens.size());
    for (std::uint32_t k = 0; k < most && t < end && side.is_sign(t) && !starts_unit(side, t); ++k) ++t;
    return t;
}

/// How well what came or went keeps to sentences: 2 for whole sentences, 1 for one cut behind its last word, 0 else.
int sentence_score(const Reading& side, TokenSpan span) {
    if (starts_unit(side, span.begin) && side.is_sign(span.end - 1) &&
        starts_unit(side, behind_signs(side, span.end)))
        return 2;
    const std::uint32_t next = behind_signs(side, span.begin);
    return next > span.begin && next < span.end && starts_unit(side, next) ? 1 : 0;
}

/// One edit from the begin of `first` to the end of `last`.
WordEdit spanning(const WordEdit& first, const WordEdit& last) {
    return {{first.before.begin, last.before.end}, {first.after.begin, last.after.end}, false};
}

/// Joins edits[k, j] for every k where `reach(k)` gives a j > k; the others stay.
template <typename Reach>
std::vector<WordEdit> join_runs(const std::vector<WordEdit>& edits, Reach reach) {
    std::vector<WordEdit> joined;
    for (std::size_t k = 0; k < edits.size(); ++k) {
        const std::size_t last = reach(k);
        joined.push_back(last > k ? spanning(edits[k], edits[last]) : edits[k]);
        k = std::max(k, last);
    }
    return joined;
}

constexpr std::uint32_t longest_transposition = 8;  ///< words of the whole
constexpr std::uint32_t longest_source = 5;         ///< words between two verbs of saying

bool is_transposed(const WordEdit& first, const WordEdit& last, const PassContext& context) {
    const bool removed_first = first.after.empty() && last.before.empty();
    const bool added_first = first.before.empty() && last.after.empty();
    if (!removed_first && !added_first) return false;
    const WordEdit& gone = removed_first ? first : last;
    const WordEdit& come = removed_first ? last : first;
    const WordEdit whole = spanning(first, last);
    const std::uint32_t words =
        std::max(words_in(context.before, whole.before), words_in(context.after, whole.after));
    if (words <= longest_transposition && same_words(context.before, gone.before, context.after, come.after))
        return true;
    return words <= longest_source && only_says(context.before, gone.before) &&
           only_says(context.after, come.after);
}

/// Holds a date, and nothing but dates, numbers and grammar. Grows token by token.
class DatePhrase {
public:
    explicit DatePhrase(const Reading& side, TokenSpan span) : side_(side), end_(span.begin) {
        extend(span.end);
    }

    void extend(std::uint32_t end) {
        for (; end_ < end && pure_; ++end_) {
            const Part part = side_.part(end_);
            if (part == Part::date)
                any_ = true;
            else if (part != Part::grammar &&
                     !side_.roles(end_).has_any(Role::date_modifier, Role::approximator))
                pure_ = false;
        }
    }
    [[nodiscard]] bool holds() const { return pure_ && any_; }

private:
    const Reading& side_;
    std::uint32_t end_;
    bool any_ = false;
    bool pure_ = true;
};

/// The dot of "24. Juli".
bool is_ordinal_dot(const Reading& side, std::uint32_t t, TokenSpan span) {
    return t > span.begin && t + 1 < span.end && side.shown(t) == "." && side.part(t - 1) == Part::date &&
           side.part(t + 1) == Part::date;
}

/// First token behind the grammar and the facts that a span opens with; its begin if there is no fact. A fact is a figure or a date.
std::uint32_t leading_facts_end(const Reading& side, TokenSpan span) {
    std::uint32_t end = span.begin;
    for (std::uint32_t t = span.begin; t < span.end; ++t) {
        const Part part = side.part(t);
        if (part == Part::date || part == Part::figure)
            end = t + 1;
        else if (is_ordinal_dot(side, t, span))
            continue;
        else if (part != Part::grammar && !side.roles(t).has_any(Role::date_modifier, Role::approximator))
            break;
        else if (end > span.begin && part == Part::grammar) {
            // "on Friday with 191 passengers": the next phrase is another matter, "late on Friday" is not.
            if (t + 1 >= span.end || side.part(t + 1) != Part::date) break;
        }
    }
    return end;
}

/// First token of the facts that a span closes with; its end if there are none.
std::uint32_t trailing_facts_begin(const Reading& side, TokenSpan span) {
    std::uint32_t begin = span.end;
    while (begin > span.begin) {
        const Part part = side.part(begin - 1);
        if (part != Part::date && part != Part::figure && !is_ordinal_dot(side, begin - 1, span)) break;
        --begin;
    }
    return begin;
}

bool has_content(const Reading& side, TokenSpan span) {
    for (std::uint32_t t = span.begin; t < span.end; ++t) {
        const Part part = side.part(t);
        if (side.roles(t).has_any(Role::date_modifier, Role::approximator)) continue;
        if (part != Part::grammar && part != Part::sign && part != Part::date && part != Part::figure)
            return true;
    }
    return false;
}

bool opens_with_break(const Reading& side, TokenSpan span) {
    if (words_in(side, span) == 0) return false;
    return side.is_sign(span.begin) ||
           side.text().entry(span.begin).weight == text::TokenWeight::function_word ||
           side.part(span.begin) == Part::grammar || side.roles(span.begin).has(Role::date_modifier);
}

/// What may be cut off behind leading facts: an aside or phrase of one side, or two spellings of what is counted.
bool is_cut_behind(const Reading& before, TokenSpan b, const Reading& after, TokenSpan a) {
    if (b.empty() && a.empty()) return false;
    if (b.empty()) return opens_with_break(after, a);
    if (a.empty()) return opens_with_break(before, b);
    if (b.size() == 1 && a.size() == 1) return is_respelling(before.shown(b.begin), after.shown(a.begin));
    return before.is_sign(b.begin) && after.is_sign(a.begin);
}

/// End of an aside that a span opens with (", who faces re-election,"), or its begin.
std::uint32_t leading_aside_end(const Reading& side, TokenSpan span) {
    if (span.empty() || !side.is_sign(span.begin)) return span.begin;
    const std::string_view mark = side.shown(span.begin);
    if (mark != "," && mark != "–" && mark != "—" && mark != "-" && mark != "、" && mark != "，")
        return span.begin;
    for (std::uint32_t t = span.begin + 2; t + 1 < span.end; ++t) {
        if (side.shown(t) == mark) return t + 1;
    }
    return span.begin;
}

/// Length of the "at least" that a span opens with in front of its figure.
std::uint32_t leading_hedge(const Reading& side, TokenSpan span) {
    std::uint32_t t = span.begin;
    while (t < span.end && side.roles(t).has_any(Role::approximator) && !side.is_figure(t)) ++t;
    const bool grammar_before = t == span.begin && t + 1 < span.end &&
                                side.text().entry(t).weight == text::TokenWeight::function_word &&
                                side.roles(t + 1).has(Role::approximator);
    if (grammar_before) t += 2;
    return t < span.end && side.is_figure(t) ? t - span.begin : 0;
}

/// Behind the first fact of a span whose facts are several, told in phrases of their own ("07:52 on Thursday"); its end otherwise.
std::uint32_t first_fact_end(const Reading& side, TokenSpan span) {
    bool fact = false;
    for (std::uint32_t t = span.begin; t < span.end; ++t) {
        const Part part = side.part(t);
        if (part == Part::date || part == Part::figure)
            fact = true;
        else if (fact && part == Part::grammar)
            return t;
    }
    return span.end;
}

/// First token of the hedges that a span closes with; its end if there are none.
std::uint32_t trailing_hedge_begin(const Reading& side, TokenSpan span) {
    std::uint32_t begin = span.end;
    while (begin > span.begin && side.part(begin - 1) == Part::hedge) --begin;
    return begin;
}

bool ends_on_content(const Reading& side, TokenSpan span) {
    const Part part = side.part(span.end - 1);
    return (part == Part::content || part == Part::name) && span.size() > 1;
}

/// Where the dates of a run of facts begin behind its figures ("nine | on Wednesday"); its end where there are none.
std::uint32_t dates_begin(const Reading& side, TokenSpan span) {
    std::uint32_t begin = span.begin;
    for (std::uint32_t t = span.begin; t < span.end; ++t) {
        const Part part = side.part(t);
        if (part == Part::figure) begin = t + 1;
        if (part == Part::date) return begin > span.begin ? begin : span.end;
    }
    return span.end;
}

bool ends_on_number(const Reading& side, TokenSpan span) {
    return !span.empty() && side.text().entry(span.end - 1).kind == text::TokenKind::number;
}

/// Cuts "nine on Wednesday → eight last week" into figures and dates, "07:52 on Thursday → 07:54" into the times and what only one
/// side adds.
bool cut_second_fact(const WordEdit& facts, const PassContext& context, std::vector<WordEdit>& out) {
    const std::uint32_t dates_b = dates_begin(context.before, facts.before);
    const std::uint32_t dates_a = dates_begin(context.after, facts.after);
    if (dates_b < facts.before.end && dates_a < facts.after.end) {
        out.push_back({{facts.before.begin, dates_b}, {facts.after.begin, dates_a}, false});
        out.push_back({{dates_b, facts.before.end}, {dates_a, facts.after.end}, false});
        return true;
    }
    const std::uint32_t b = first_fact_end(context.before, facts.before);
    const std::uint32_t a = first_fact_end(context.after, facts.after);
    if ((b == facts.before.end) == (a == facts.after.end)) return false;
    const WordEdit first{{facts.before.begin, b}, {facts.after.begin, a}, false};
    if (!ends_on_number(context.before, first.before) || !ends_on_number(context.after, first.after))
        return false;
    out.push_back(first);
    out.push_back({{b, facts.before.end}, {a, facts.after.end}, false});
    return true;
}

/// Takes what is told by itself off the head of an edit: an aside of one side, or how sure a figure is ("at least 23 → 31").
/// False where there is no such.
bool cut_head(WordEdit& edit, const PassContext& context, std::vector<WordEdit>& out) {
    const Reading& before = context.before;
    const Reading& after = context.after;
    const auto cut = [&](std::uint32_t b, std::uint32_t a) {
        out.push_back({{edit.before.begin, b}, {edit.after.begin, a}, false});
        edit.before.begin = b;
        edit.after.begin = a;
        return true;
    };
    const std::uint32_t aside_b = leading_aside_end(before, edit.before);
    const std::uint32_t aside_a = leading_aside_end(after, edit.after);
    if ((aside_b == edit.before.begin) != (aside_a == edit.after.begin)) return cut(aside_b, aside_a);
    if (edit.before.empty() || edit.after.empty()) return false;
    const std::uint32_t figure_b = edit.before.begin + leading_hedge(before, edit.before);
    const std::uint32_t figure_a = edit.after.begin + leading_hedge(after, edit.after);
    if ((figure_b == edit.before.begin) == (figure_a == edit.after.begin)) return false;
    if (!before.is_figure(figure_b) || !after.is_figure(figure_a)) return false;
    if (same_words(before, {figure_b, edit.before.end}, after, {figure_a, edit.after.end})) return false;
    return cut(figure_b, figure_a);
}

void cut_one(WordEdit edit, const PassContext& context, std::vector<WordEdit>& out) {
    const Reading& before = context.before;
    const Reading& after = context.after;
    if (edit.surface || is_same_amount(before, edit.before, after, edit.after)) {
        out.push_back(edit);
        return;
    }
    while (cut_head(edit, context, out)) {
    }
    if (edit.before.empty() || edit.after.empty()) {
        out.push_back(edit);
        return;
    }
    // "they may → the cartons": another subject, and another degree of certainty.
    const std::uint32_t sure_b = trailing_hedge_begin(before, edit.before);
    const std::uint32_t sure_a = trailing_hedge_begin(after, edit.after);
    const bool hedged_b = sure_b > edit.before.begin && sure_b < edit.before.end;
    const bool hedged_a = sure_a > edit.after.begin && sure_a < edit.after.end;
    if (hedged_b != hedged_a &&
        (hedged_b ? ends_on_content(after, edit.after) : ends_on_content(before, edit.before))) {
        out.push_back({{edit.before.begin, sure_b}, {edit.after.begin, sure_a}, false});
        out.push_back({{sure_b, edit.before.end}, {sure_a, edit.after.end}, false});
        return;
    }
    const std::uint32_t lead_b = leading_facts_end(before, edit.before);
    const std::uint32_t lead_a = leading_facts_end(after, edit.after);
    if (lead_b > edit.before.begin && lead_a > edit.after.begin) {
        const TokenSpan rest_b{lead_b, edit.before.end};
        const TokenSpan rest_a{lead_a, edit.after.end};
        const WordEdit facts{{edit.before.begin, lead_b}, {edit.after.begin, lead_a}, false};
        if (rest_b.empty() && rest_a.empty() && cut_second_fact(facts, context, out)) return;
        if (is_cut_behind(before, rest_b, after, rest_a)) {
            if (!cut_second_fact(facts, context, out)) out.push_back(facts);
            out.push_back({rest_b, rest_a, false});
            return;
        }
    }
    const std::uint32_t trail_b = trailing_facts_begin(before, edit.before);
    const std::uint32_t trail_a = trailing_facts_begin(after, edit.after);
    const TokenSpan head_b{edit.before.begin, trail_b};
    const TokenSpan head_a{edit.after.begin, trail_a};
    if (trail_b < edit.before.end && trail_a < edit.after.end && has_content(before, head_b) &&
        has_content(after, head_a)) {
        out.push_back({head_b, head_a, false});
        out.push_back({{trail_b, edit.before.end}, {trail_a, edit.after.end}, false});
        return;
    }
    out.push_back(edit);
}

}  // namespace

std::vector<WordEdit> join_transposed(const std::vector<WordEdit>& edits, const PassContext& context) {
    constexpr std::size_t furthest = 4;  // edits between the two places
    return join_runs(edits, [&](std::size_t k) {
        for (std::size_t j = k + 1; j < edits.size() && j <= k + furthest; ++j) {
            if (is_transposed(edits[k], edits[j], context)) return j;
        }
        return k;
    });
}

std::vector<WordEdit> settle_on_sentences(std::vector<WordEdit> edits, const PassContext& context,
                                          TokenSpan before, TokenSpan after) {
    constexpr std::int32_t furthest = 3;  // a full stop and what closes behind it, or a word that recurs
    for (std::size_t k = 0; k < edits.size(); ++k) {
        WordEdit& edit = edits[k];
        if (edit.before.empty() == edit.after.empty()) continue;
        const bool removed = edit.after.empty();
        const Reading& side = removed ? context.before : context.after;
        const auto span_of = [removed](WordEdit& e) -> TokenSpan& { return removed ? e.before : e.after; };
        TokenSpan& span = span_of(edit);
        TokenSpan& place = removed ? edit.after : edit.before;
        const auto& keys = side.text().keys;
        const TokenSpan passage = removed ? before : after;
        const std::uint32_t lowest = k > 0 ? span_of(edits[k - 1]).end : passage.begin;
        const std::uint32_t highest = k + 1 < edits.size() ? span_of(edits[k + 1]).begin : passage.end;
        const auto slid = [](TokenSpan at, std::int32_t by) {
            const auto shift = static_cast<std::uint32_t>(by);  // wraps around as it should
            return TokenSpan{at.begin + shift, at.end + shift};
        };
        const auto score = [&](std::int32_t by) { return sentence_score(side, slid(span, by)); };
        std::int32_t best = 0;
        int best_score = score(0);
        const auto try_slide = [&](std::int32_t by) {
            const int reached = score(by);
            if (reached <= best_score) return;
            best_score = reached;
            best = by;
        };
        for (std::int32_t by = 1; by <= furthest; ++by) {
            const TokenSpan last = slid(span, by - 1);
            if (last.end >= highest || keys[last.begin] != keys[last.end]) break;
            try_slide(by);
        }
        for (std::int32_t by = -1; by >= -furthest; --by) {
            const TokenSpan last = slid(span, by + 1);
            if (last.begin <= lowest || keys[last.begin - 1] != keys[last.end - 1]) break;
            try_slide(by);
        }
        span = slid(span, best);
        place = slid(place, best);
    }
    return edits;
}

std::vector<WordEdit> join_dates(const std::vector<WordEdit>& edits, const PassContext& context) {
    constexpr std::uint32_t longest_gap = 3;
    return join_runs(edits, [&](std::size_t k) {
        std::size_t last = k;
        DatePhrase before(context.before, edits[k].before);
        DatePhrase after(context.after, edits[k].after);
        while (last + 1 < edits.size()) {
            const bool near = edits[last + 1].before.begin - edits[last].before.end <= longest_gap;
            if (!near) break;
            before.extend(edits[last + 1].before.end);
            after.extend(edits[last + 1].after.end);
            if (!before.holds() || !after.holds()) break;
            // "10:45 on 12 March" are two facts; the number in "lundi à 18 heures" holds one together.
            const auto lone = [](const WordEdit& edit) { return edit.before.empty() || edit.after.empty(); };
            const bool held =
                DatePhrase(context.before, {edits[last].before.end, edits[last + 1].before.begin}).holds();
            if (!held && !lone(edits[last]) && !lone(edits[last + 1])) break;
            ++last;
        }
        return last;
    });
}

std::vector<WordEdit> join_capitals(const std::vector<WordEdit>& edits, const PassContext& context) {
    return join_runs(edits, [&](std::size_t k) {
        if (k + 1 >= edits.size() || !edits[k + 1].surface) return k;
        const WordEdit& one = edits[k];
        const WordEdit& next = edits[k + 1];
        const bool touch = one.before.end == next.before.begin && one.after.end == next.after.begin;
        const bool lone = one.before.empty() != one.after.empty();
        const bool word =
            !context.before.is_sign(next.before.begin) && !context.after.is_sign(next.after.begin);
        return touch && lone && word ? k + 1 : k;
    });
}

std::vector<WordEdit> cut_at_facts(const std::vector<WordEdit>& edits, const PassContext& context) {
    std::vector<WordEdit> cut;
    cut.reserve(edits.size());
    for (const WordEdit& edit : edits) cut_one(edit, context, cut);
    return cut;
}

}  // namespace twicetold::versions
