#include "versions/word_edits.h"

#include <algorithm>
#include <utility>
#include <vector>

#include "diff/readable.h"
#include "versions/edit_passes.h"
#include "versions/reading.h"
#include "versions/spelling.h"

namespace twicetold::versions {

namespace {

using document::Tokenized;

/// Below this share of kept content a sentence of some length is shown whole: marks on every other word help nobody.
constexpr double rewritten_below = 0.31;
/// Up to this share it is shown whole too if what is kept lies about in scraps.
constexpr double scattered_below = 0.41;
constexpr double scrap = 2.5;  ///< mean words of the equal runs
/// A headline that keeps less is marked from the first word that changed to the last.
constexpr double headline_below = 0.50;
constexpr std::size_t scattered_hunks = 3;
constexpr std::uint32_t shortest_rewritten = 6;  ///< tokens on the longer side

/// One side's tokens as the diff layer wants them.
struct Side {
    std::vector<diff::TokenId> ids;
    std::vector<diff::Weight> weights;

    [[nodiscard]] diff::Sequence sequence() const { return {ids, weights}; }
};

/// Figures, numerals, weekdays, months: each is a change of its own.
bool is_fact(const Reading& reading, std::uint32_t token) {
    return reading.text().entry(token).kind == text::TokenKind::number ||
           reading.roles(token).has_any(Role::calendar, Role::numeral);
}

Side side_of(const Reading& reading, TokenSpan span) {
    const Tokenized& text = reading.text();
    Side side;
    side.ids.reserve(span.size());
    side.weights.reserve(span.size());
    for (std::uint32_t t = span.begin; t < span.end; ++t) {
        const text::Entry& entry = text.entry(t);
        side.ids.push_back(entry.match);
        switch (entry.weight) {
            case text::TokenWeight::content:
                side.weights.push_back(is_fact(reading, t) ? diff::Weight::fact : diff::Weight::content);
                break;
            case text::TokenWeight::function_word: side.weights.push_back(diff::Weight::function); break;
            default: side.weights.push_back(diff::Weight::sign); break;
        }
    }
    return side;
}

/// Longest passage, in tokens, in which respelt words are looked for.
constexpr std::uint32_t longest_unified = 400;

/// Spellings of one word differ in one place: what is left between a common beginning and a common end is short. Cheap, to look at
/// few pairs more closely.
bool may_be_respelling(std::string_view one, std::string_view other) {
    constexpr std::size_t most = 4;
    const std::size_t shorter = std::min(one.size(), other.size());
    if (std::max(one.size(), other.size()) - shorter > most) return false;
    std::size_t alike = 0;
    while (alike < shorter && one[alike] == other[alike]) ++alike;
    std::size_t end = 0;
    while (end < shorter - alike && one[one.size() - 1 - end] == other[other.size() - 1 - end]) ++end;
    return alike > 0 && alike + end + most >= shorter && alike + end >= 2;
}

/// Lets a word of one passage and its other spelling in the other count as one word: "The centre will organise a programme" and "The
/// center will organize a program" are the same sentence, and not one rewritten.
void unify_spellings(const Reading& before, TokenSpan before_span, Side& b, const Reading& after,
                     TokenSpan after_span, Side& a) {
    if (std::max(before_span.size(), after_span.size()) > longest_unified) return;
    struct Word {
        std::uint32_t at;
        std::string_view shown;
        bool is_name;
    };
    // Words of one side that the other lacks.
    const auto lone_words = [](const Reading& reading, TokenSpan span, const Side& side, const Side& other) {
        std::vector<diff::TokenId> held = other.ids;
        std::sort(held.begin(), held.end());
        std::vector<Word> words;
        for (std::uint32_t k = 0; k < span.size(); ++k) {
            if (side.weights[k] != diff::Weight::content) continue;
            if (reading.text().entry(span.begin + k).kind != text::TokenKind::word) continue;
            if (std::binary_search(held.begin(), held.end(), side.ids[k])) continue;
            words.push_back({k, reading.shown(span.begin + k), reading.is_name(span.begin + k)});
        }
        return words;
    };
    const std::vector<Word> lone_before = lone_words(before, before_span, b, a);
    const std::vector<Word> lone_after = lone_words(after, after_span, a, b);
    // Words that are spellings of each other, directly or by way of a third, get one number.
    std::vector<std::pair<diff::TokenId, diff::TokenId>> same;
    for (const Word& one : lone_before) {
        for (const Word& other : lone_after) {
            if ((one.is_name && other.is_name) || !may_be_respelling(one.shown, other.shown) ||
                !is_respelling(one.shown, other.shown)) {
                continue;
            }
            same.emplace_back(b.ids[one.at], a.ids[other.at]);
        }
    }
    const auto renumber = [&](diff::TokenId from, diff::TokenId to) {
        std::replace(b.ids.begin(), b.ids.end(), from, to);
        std::replace(a.ids.begin(), a.ids.end(), from, to);
        for (auto& [one, other] : same) {
            if (one == from) one = to;
            if (other == from) other = to;
        }
    };
    for (std::size_t k = 0; k < same.size(); ++k) {
        const auto [one, other] = same[k];
        if (one != other) renumber(std::max(one, other), std::min(one, other));
    }
}

std::vector<diff::Hunk> readable_hunks(const Side& one, const Side& other, diff::Budget& budget,
                                       bool& degraded) {
    diff::EditScript script = diff::compare(one.ids, other.ids, budget);
    degraded = script.degraded;
    std::vector<diff::Hunk> hunks =
        diff::shift_to_borders(std::move(script.hunks), one.sequence(), other.sequence());
    hunks = diff::join_swaps(hunks, one.sequence(), other.sequence());
    hunks = diff::join_across_islands(hunks, one.sequence(), other.sequence());
    return diff::join_scraps(hunks, one.sequence(), other.sequence());
}

template <typename IsSwap>
bool is_rewritten(const std::vector<diff::Hunk>& hunks, const diff::Sequence& before,
                  const diff::Sequence& after, IsSwap is_swap) {
    // Another name, figure or date in its place tells that the sentence is still the same.
    std::vector<diff::Hunk> reworded;
    for (const diff::Hunk& hunk : hunks) {
        if (!is_swap(hunk)) reworded.push_back(hunk);
    }
    const double kept = diff::kept_share(reworded, before, after);
    if (kept < rewritten_below) return true;
    return kept < scattered_below && hunks.size() >= scattered_hunks &&
           diff::mean_kept_run(hunks, before) < scrap;
}

/// Names for names, figures for figures, dates for dates, a few at most.
bool is_fact_swap(const Reading& before, TokenSpan b, const Reading& after, TokenSpan a) {
    constexpr std::uint32_t most = 3;
    if (b.empty() || a.empty() || b.size() > most || a.size() > most) return false;
    const auto only = [](const Reading& side, TokenSpan span, Part part) {
        for (std::uint32_t t = span.begin; t < span.end; ++t) {
            if (side.part(t) != part) return false;
        }
        return true;
    };
    for (const Part part : {Part::name, Part::figure, Part::date}) {
        if (only(before, b, part) && only(after, a, part)) return true;
    }
    return false;
}

/// Adds the tokens of an equal run that differ on the surface.
void add_surface_edits(std::vector<WordEdit>& edits, const Tokenized& before, std::uint32_t from_before,
                       const Tokenized& after, std::uint32_t from_after, std::uint32_t count) {
    for (std::uint32_t k = 0; k < count; ++k) {
        if (before.keys[from_before + k] == after.keys[from_after + k]) continue;
        const bool surface =
            before.entry(from_before + k).match == after.entry(from_after + k).match;  // else a respelling
        edits.push_back(
            {{from_before + k, from_before + k + 1}, {from_after + k, from_after + k + 1}, surface});
    }
}

}  // namespace

WordEdits compare_words(const Reading& before_reading, TokenSpan before_span, const Reading& after_reading,
                        TokenSpan after_span, bool canonical, Whole whole, diff::Budget& budget) {
    const Tokenized& before = before_reading.text();
    const Tokenized& after = after_reading.text();
    WordEdits result;
    Side b = side_of(before_reading, before_span);
    Side a = side_of(after_reading, after_span);
    unify_spellings(before_reading, before_span, b, after_reading, after_span, a);
    std::vector<diff::Hunk> hunks;
    if (canonical) {
        hunks = readable_hunks(b, a, budget, result.degraded);
    } else {
        hunks = readable_hunks(a, b, budget, result.degraded);
        for (diff::Hunk& hunk : hunks) {
            std::swap(hunk.before_begin, hunk.after_begin);
            std::swap(hunk.before_end, hunk.after_end);
        }
    }
    const auto is_swap = [&](const diff::Hunk& hunk) {
        return is_fact_swap(
            before_reading, {before_span.begin + hunk.before_begin, before_span.begin + hunk.before_end},
            after_reading, {after_span.begin + hunk.after_begin, after_span.begin + hunk.after_end});
    };
    const bool long_enough = std::max(before_span.size(), after_span.size()) >= shortest_rewritten;
    if (whole == Whole::headline && hunks.size() > 1 &&
        diff::kept_share(hunks, b.sequence(), a.sequence()) < headline_below) {
        hunks = {{hunks.front().before_begin, hunks.back().before_end, hunks.front().after_begin,
                  hunks.back().after_end}};
    }
    if (whole != Whole::never && long_enough && is_rewritten(hunks, b.sequence(), a.sequence(), is_swap)) {
        result.rewritten = true;
        result.edits.push_back({before_span, after_span, false});
        return result;
    }
    std::uint32_t at_before = before_span.begin;
    std::uint32_t at_after = after_span.begin;
    for (const diff::Hunk& hunk : hunks) {
        const std::uint32_t begin = before_span.begin + hunk.before_begin;
        add_surface_edits(result.edits, before, at_before, after, at_after, begin - at_before);
        at_before = before_span.begin + hunk.before_end;
        at_after = after_span.begin + hunk.after_end;
        result.edits.push_back({{begin, at_before}, {after_span.begin + hunk.after_begin, at_after}, false});
    }
    add_surface_edits(result.edits, before, at_before, after, at_after, before_span.end - at_before);
    const PassContext context{before_reading, after_reading};
    if (whole == Whole::never)
        result.edits = settle_on_sentences(std::move(result.edits), context, before_span, after_span);
    result.edits = join_transposed(result.edits, context);
    result.edits = join_dates(result.edits, context);
    if (whole != Whole::never) result.edits = join_capitals(result.edits, context);
    return result;
}

}  // namespace twicetold::versions
