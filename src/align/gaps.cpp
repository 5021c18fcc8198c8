#include "align/gaps.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <iterator>
#include <numeric>
#include <span>
#include <unordered_map>
#include <utility>

#include "align/postings.h"

namespace twicetold::align {

namespace {

// Chosen on the dev halves of ArgRewrite and DEplain-CC and the public version histories.

/// A split is dearer than a pair, as it has more ways to come about by chance: similarity it must have, and what of it is
/// no gain. From .60 the version histories lose a split in twenty.
constexpr float split_in_place = 0.55F;
constexpr float split_penalty = 0.04F;
/// Share of a part's words that the whole must hold, and that no other part explains. From 0 to .40 the F1 of ArgRewrite's
/// changed pairs rises by .006; from .42 the version histories lose a split in ten.
constexpr float own_share = 0.40F;
/// How much less it may be where the whole's side has longer sentences throughout: × log of the ratio of their mean lengths.
constexpr float own_share_per_log_ratio = 0.5F;
constexpr float least_own_share = 0.25F;
/// Gain of the weakest pair: it is better than no pair.
constexpr float pair_bonus = 0.02F;
/// A sentence that has a better partner elsewhere, by this much, is left for it.
constexpr float better_elsewhere = 0.15F;
/// Sentences that one may be split into.
constexpr std::uint32_t most_parts = 4;

/// Ratio of mean sentence lengths from which the one document retells the other. Versions and drafts lie between .80 and 1.24,
/// abridgements reach 1.41, texts in easy language begin at 2.15.
constexpr double retelling_ratio = 1.75;
/// Share of the short sentences' evidence that the long ones must hold: retellings have .22 to .41, unrelated texts up to .10.
constexpr double retelling_coverage = 0.18;
/// Evidence that is added to a short sentence's own, so that a single common word does not cover a sentence of two.
constexpr float retelling_prior = 3.0F * 256.0F;
/// Cost of each long sentence that is passed over (.02 to .10 give the same F1 within .003).
constexpr float passed_over = 0.05F;

/// Cells of the largest gap that the dynamic programme takes on.
constexpr std::uint64_t most_cells = 1ULL << 22U;
/// Cells from which an index over stems is faster than comparing all with all.
constexpr std::size_t index_from_cells = 64;

/// Sentences that lie between two links. 0-based positions in it are relative to its begin.
struct Gap {
    std::uint32_t before_begin = 0;
    std::uint32_t before_end = 0;
    std::uint32_t after_begin = 0;
    std::uint32_t after_end = 0;

    [[nodiscard]] std::uint32_t rows() const { return before_end - before_begin; }
    [[nodiscard]] std::uint32_t columns() const { return after_end - after_begin; }
    [[nodiscard]] std::uint64_t cells() const { return std::uint64_t{rows()} * columns(); }
};

/// A step of the programme: how many sentences of each side are taken.
struct Step {
    std::uint8_t before;
    std::uint8_t after;
};
constexpr Step steps[] = {{1, 1}, {1, 0}, {0, 1},          {1, 2},         {2, 1},
                          {1, 3}, {3, 1}, {1, most_parts}, {most_parts, 1}};
// Indexes of steps.
constexpr std::uint8_t skip_before = 1;
constexpr std::uint8_t skip_after = 2;
/// Rows of scores that a step can reach back to, and the one being filled.
constexpr std::size_t kept_rows = most_parts + 1;

// What two sentences may be to each other, from what they have in common.
constexpr std::uint8_t may_pair = 1;
constexpr std::uint8_t part_of_before = 2;
constexpr std::uint8_t part_of_after = 4;

/// Words of `one` to words of `other`, by the mean length of a sentence. 1 where either has none.
double length_ratio(const Features& one, const Features& other) {
    const auto mean = [](const Features& features) {
        const auto words = std::accumulate(features.words.begin(), features.words.end(), std::uint64_t{0});
        return static_cast<double>(words) / std::max(1U, features.size());
    };
    const double x = mean(one);
    const double y = mean(other);
    return x > 0 && y > 0 ? x / y : 1.0;
}

class GapFiller {
public:
    GapFiller(Pairing& pairing, diff::Budget& budget)
        : pairing_(pairing),
          a_(pairing.before()),
          b_(pairing.after()),
          budget_(budget),
          length_ratio_(length_ratio(a_, b_)),
          log_length_ratio_(static_cast<float>(std::log(length_ratio_))),
          postings_(pairing.frequency().size()) {}

    std::vector<Stretch> run() {
        std::vector<Pair> backbone;
        std::vector<Pair> outside;
        std::vector<Pair> identical;
        for (const Pair& pair : pairing_.pairs()) {
            (pair.in_chain ? backbone : outside).push_back(pair);
            if (pair.in_chain && pair.reason == Reason::identical) identical.push_back(pair);
        }
        set_aside(outside);
        pairing_.replace(std::move(identical));
        fill_between(backbone);
        for (const Pair& pair : outside) {
            if (pairing_.both_free(pair.before, pair.after)) pairing_.add(pair);
        }
        return std::move(coarse_);
    }

private:
    void set_aside(const std::vector<Pair>& outside) {
        aside_before_.assign(a_.size(), 0.0F);
        aside_after_.assign(b_.size(), 0.0F);
        for (const Pair& pair : outside) {
            aside_before_[pair.before] = pair.similarity;
            aside_after_[pair.after] = pair.similarity;
        }
    }

    [[nodiscard]] bool affordable(const Gap& gap) const {
        return gap.cells() <= most_cells && gap.cells() <= budget_.left;
    }

    /// The gaps between links with the same words; where one is too large, those between the released ones as well.
    void fill_between(const std::vector<Pair>& backbone) {
        Gap gap;
        std::vector<Pair> released;
        const auto fill_until = [&](std::uint32_t before_end, std::uint32_t after_end) {
            gap.before_end = before_end;
            gap.after_end = after_end;
            if (!affordable(gap)) {
                for (const Pair& link : released) {
                    fill({gap.before_begin, link.before, gap.after_begin, link.after});
                    pairing_.add(link);
                    gap.before_begin = link.before_end();
                    gap.after_begin = link.after_end();
                }
            }
            released.clear();
            fill(gap);
        };
        for (const Pair& link : backbone) {
            if (link.reason != Reason::identical) {
                released.push_back(link);
                continue;
            }
            fill_until(link.before, link.after);
            gap.before_begin = link.before_end();
            gap.after_begin = link.after_end();
        }
        fill_until(a_.size(), b_.size());
    }

    void fill(const Gap& gap) {
        if (gap.cells() == 0) return;
        if (affordable(gap)) {
            align_gap(gap);
        } else {
            cut_at_equal_sentences(gap);
        }
    }

    /// Too large for the programme: sentences with the same words, in order, cut it; what is left is known to have no strong
    /// candidate, and only weaker edits inside it are missed.
    void cut_at_equal_sentences(const Gap& gap) {
        std::vector<diff::TokenId> one;
        std::vector<diff::TokenId> other;
        std::unordered_map<std::uint64_t, diff::TokenId> numbers;
        const auto number = [&](std::uint64_t hash) {
            return numbers.try_emplace(hash, static_cast<diff::TokenId>(numbers.size())).first->second;
        };
        for (std::uint32_t i = gap.before_begin; i < gap.before_end; ++i) one.push_back(number(a_.hash[i]));
        for (std::uint32_t j = gap.after_begin; j < gap.after_end; ++j) other.push_back(number(b_.hash[j]));
        const diff::EditScript script = diff::compare(one, other, budget_);
        if (script.degraded) add_coarse(gap);
        std::uint32_t i = 0;
        std::uint32_t j = 0;
        const auto take_equal = [&](std::uint32_t until) {
            for (; i < until; ++i, ++j) {
                pairing_.add_single(gap.before_begin + i, gap.after_begin + j, 1.0F, Reason::identical);
            }
        };
        for (const diff::Hunk& hunk : script.hunks) {
            take_equal(hunk.before_begin);
            const Gap rest{gap.before_begin + hunk.before_begin, gap.before_begin + hunk.before_end,
                           gap.after_begin + hunk.after_begin, gap.after_begin + hunk.after_end};
            if (rest.cells() > 0) {
                if (affordable(rest)) {
                    align_gap(rest);
                } else if (!script.degraded) {
                    add_coarse(rest);
                }
            }
            i = hunk.before_end;
            j = hunk.after_end;
        }
        take_equal(static_cast<std::uint32_t>(one.size()));
    }

    /// Notes that the gap's sentences are not compared each with each, unless nothing can come of it: no sentence without the
    /// same words elsewhere, or no word on both sides.
    void add_coarse(Gap gap) {
        while (gap.rows() > 0 && aside_before_[gap.before_begin] == 1.0F) ++gap.before_begin;
        while (gap.rows() > 0 && aside_before_[gap.before_end - 1] == 1.0F) --gap.before_end;
        while (gap.columns() > 0 && aside_after_[gap.after_begin] == 1.0F) ++gap.after_begin;
        while (gap.columns() > 0 && aside_after_[gap.after_end - 1] == 1.0F) --gap.after_end;
        if (gap.cells() == 0 || !has_common_stem(gap)) return;
        const auto span = [](std::uint32_t first, std::uint32_t last) {
            return SentenceSpan{static_cast<std::int32_t>(first), static_cast<std::int32_t>(last)};
        };
        const Stretch stretch{span(gap.before_begin, gap.before_end), span(gap.after_begin, gap.after_end)};
        if (!coarse_.empty() && coarse_.back().before.last == stretch.before.first &&
            coarse_.back().after.last == stretch.after.first) {
            coarse_.back().before.last = stretch.before.last;
            coarse_.back().after.last = stretch.after.last;
        } else {
            coarse_.push_back(stretch);
        }
    }

    [[nodiscard]] bool has_common_stem(const Gap& gap) const {
        std::vector<bool> held(pairing_.frequency().size());
        for (std::uint32_t i = gap.before_begin; i < gap.before_end; ++i) {
            for (const Term& term : a_.of(i)) held[term.stem] = true;
        }
        for (std::uint32_t j = gap.after_begin; j < gap.after_end; ++j) {
            for (const Term& term : b_.of(j)) {
                if (held[term.stem]) return true;
            }
        }
        return false;
    }

    void align_gap(const Gap& gap) {
        budget_.left -= gap.cells();
        gap_ = gap;
        fill_common();
        if (length_ratio_ > retelling_ratio && align_retelling(true)) return;
        if (length_ratio_ < 1 / retelling_ratio && align_retelling(false)) return;
        align_versions();
    }

    // --- evidence ------------------------------------------------------------------------------------------------------------

    [[nodiscard]] std::size_t cell(std::size_t i, std::size_t j) const { return i * gap_.columns() + j; }
    [[nodiscard]] std::span<const Term> before_terms(std::size_t i) const {
        return a_.of(gap_.before_begin + static_cast<std::uint32_t>(i));
    }
    [[nodiscard]] std::span<const Term> after_terms(std::size_t j) const {
        return b_.of(gap_.after_begin + static_cast<std::uint32_t>(j));
    }
    [[nodiscard]] Evidence before_total(std::size_t i) const { return a_.total[gap_.before_begin + i]; }
    [[nodiscard]] Evidence after_total(std::size_t j) const { return b_.total[gap_.after_begin + j]; }

    /// common_[cell(i, j)]: weight that sentences i and j of the gap have in common.
    void fill_common() {
        const std::size_t n = gap_.rows();
        const std::size_t m = gap_.columns();
        common_.assign(n * m, 0);
        if (n * m <= index_from_cells) {
            for (std::size_t i = 0; i < n; ++i) {
                for (std::size_t j = 0; j < m; ++j)
                    common_[cell(i, j)] = common_weight(before_terms(i), after_terms(j));
            }
            return;
        }
        const auto all = [](std::uint32_t) { return true; };
        postings_.build(b_, gap_.after_begin, gap_.after_end, all, all);
        for (std::size_t i = 0; i < n; ++i) {
            Evidence* row = common_.data() + i * m;
            for (const Term& term : before_terms(i)) {
                for (const Posting& posting : postings_.of(term.stem))
                    row[posting.sentence] += std::min(term.weight, posting.weight);
            }
        }
    }

    /// A whole and its parts: one sentence of a side, a run of the other.
    struct Group {
        std::size_t before = 0;
        std::size_t before_size = 1;
        std::size_t after = 0;
        std::size_t after_size = 1;

        [[nodiscard]] bool is_split() const { return after_size > 1; }
        [[nodiscard]] std::size_t parts() const { return std::max(before_size, after_size); }
    };

    /// What the whole has in common with all parts together. `own_`: with each part and with no other one. A word that two
    /// parts repeat counts once: "Second, …" at the head of a sentence is no reason to join it with the next that says "second".
    Evidence cover(const Group& group) {
        const std::size_t parts = group.parts();
        own_.assign(parts, 0);
        each_.assign(parts, 0);
        rest_.clear();
        for (std::size_t k = 0; k < parts; ++k) {
            rest_.push_back(group.is_split() ? after_terms(group.after + k) : before_terms(group.before + k));
        }
        Evidence covered = 0;
        for (const Term& term : group.is_split() ? before_terms(group.before) : after_terms(group.after)) {
            Evidence all = 0;
            for (std::size_t k = 0; k < parts; ++k) {
                while (!rest_[k].empty() && rest_[k].front().stem < term.stem) rest_[k] = rest_[k].subspan(1);
                each_[k] =
                    !rest_[k].empty() && rest_[k].front().stem == term.stem ? rest_[k].front().weight : 0;
                all += each_[k];
            }
            const Evidence held = std::min(all, term.weight);
            covered += held;
            for (std::size_t k = 0; k < parts; ++k) own_[k] += held - std::min(all - each_[k], term.weight);
        }
        return covered;
    }

    /// Similarity of a group, given what its sides have in common.
    [[nodiscard]] float group_dice(const Group& group, Evidence common) const {
        Evidence one = 0;
        Evidence other = 0;
        for (std::size_t i = 0; i < group.before_size; ++i) one += before_total(group.before + i);
        for (std::size_t j = 0; j < group.after_size; ++j) other += after_total(group.after + j);
        return dice(common, one, other);
    }

    [[nodiscard]] float pair_similarity(std::size_t i, std::size_t j) const {
        const auto x = gap_.before_begin + static_cast<std::uint32_t>(i);
        const auto y = gap_.after_begin + static_cast<std::uint32_t>(j);
        return pairing_.same_words(x, y) ? 1.0F : dice(common_[cell(i, j)], before_total(i), after_total(j));
    }

    [[nodiscard]] float similarity(const Group& group) {
        return group.parts() == 1 ? pair_similarity(group.before, group.after)
                                  : group_dice(group, cover(group));
    }

    void add(const Group& group) {
        Pair pair;
        pair.before = gap_.before_begin + static_cast<std::uint32_t>(group.before);
        pair.before_size = static_cast<std::uint32_t>(group.before_size);
        pair.after = gap_.after_begin + static_cast<std::uint32_t>(group.after);
        pair.after_size = static_cast<std::uint32_t>(group.after_size);
        pair.similarity = similarity(group);
        if (pair.one_to_one() && pairing_.same_words(pair.before, pair.after)) {
            pair.reason = Reason::identical;
        } else {
            pair.reason = pair.similarity < in_place ? Reason::context : Reason::similar;
        }
        pairing_.add(pair);
    }

    // --- versions: most sentences correspond one to one --------------------------------------------------------------------

    /// best_[i % kept_rows * width + j]: the best score of the first i and j sentences of the gap. Most cells of gaps that
    /// hardly correspond allow neither a pair nor a split, which a look at what they have in common tells.
    void align_versions() {
        const std::size_t n = gap_.rows();
        const std::size_t m = gap_.columns();
        const std::size_t width = m + 1;
        set_thresholds();
        best_.assign(kept_rows * width, 0.0F);
        step_.assign((n + 1) * width, skip_after);
        merge_run_.assign(m, 0);
        for (std::size_t i = 1; i <= n; ++i) {
            float* row = best_.data() + i % kept_rows * width;
            const float* above = best_.data() + (i - 1) % kept_rows * width;
            std::uint8_t* chosen = step_.data() + i * width;
            mark_row(i - 1);
            row[0] = above[0];
            chosen[0] = skip_before;
            std::uint32_t split_run = 0;  // parts that end here and each hold enough
            for (std::size_t j = 1; j <= m; ++j) {
                const std::uint8_t mark = marks_[j - 1];
                split_run = (mark & part_of_before) != 0 ? split_run + 1 : 0;
                if (mark == 0 && merge_run_[j - 1] == 0) {
                    const bool from_above = above[j] >= row[j - 1];
                    row[j] = from_above ? above[j] : row[j - 1];
                    chosen[j] = from_above ? skip_before : skip_after;
                    continue;
                }
                merge_run_[j - 1] = (mark & part_of_after) != 0 ? merge_run_[j - 1] + 1 : 0;
                choose_step(i, j, (mark & may_pair) != 0, split_run, merge_run_[j - 1]);
            }
        }
        for (std::size_t i = n, j = m; i > 0 || j > 0;) {
            const Step step = steps[step_[i * width + j]];
            i -= step.before;
            j -= step.after;
            if (step.before > 0 && step.after > 0) add({i, step.before, j, step.after});
        }
    }

    /// The best step to cell (i, j). `split_run`, `merge_run`: so many sentences that end there may be parts of the one on the
    /// other side.
    void choose_step(std::size_t i, std::size_t j, bool pair, std::uint32_t split_run,
                     std::uint32_t merge_run) {
        const std::size_t width = gap_.columns() + 1;
        float top = -1;
        std::uint8_t chosen = 0;
        for (std::size_t s = 0; s < std::size(steps); ++s) {
            const Step step = steps[s];
            if (step.after > 1 && step.after > split_run) continue;
            if (step.before > 1 && step.before > merge_run) continue;
            if (step.before == 1 && step.after == 1 && !pair) continue;
            const float from = best_[(i - step.before) % kept_rows * width + (j - step.after)];
            const Group group{i - step.before, step.before, j - step.after, step.after};
            if (group.parts() > 1 && from + most_split_gain(group) <= top) continue;
            const float gain = step_gain(group);
            if (gain < 0) continue;
            const float score = from + gain;
            if (score > top) {
                top = score;
                chosen = static_cast<std::uint8_t>(s);
            }
        }
        best_[i % kept_rows * width + j] = top;
        step_[i * width + j] = chosen;
    }

    /// What the whole must have in common with each sentence, should that be a part of it.
    void set_thresholds() {
        const auto threshold = [](float least, Evidence total) {
            return least * static_cast<float>(std::max(1U, total));
        };
        before_threshold_.clear();
        after_threshold_.clear();
        for (std::size_t i = 0; i < gap_.rows(); ++i)
            before_threshold_.push_back(threshold(least_share(false), before_total(i)));
        for (std::size_t j = 0; j < gap_.columns(); ++j)
            after_threshold_.push_back(threshold(least_share(true), after_total(j)));
    }

    /// marks_[j]: what sentences i and j may be to each other.
    void mark_row(std::size_t i) {
        const std::size_t m = gap_.columns();
        const Evidence* common = common_.data() + i * m;
        const Evidence* totals = b_.total.data() + gap_.after_begin;
        const std::uint64_t* hashes = b_.hash.data() + gap_.after_begin;
        const float* thresholds = after_threshold_.data();
        const std::uint64_t hash = a_.hash[gap_.before_begin + i];
        const float threshold = before_threshold_[i];
        const auto total = static_cast<float>(before_total(i));
        marks_.resize(m);
        std::uint8_t* marks = marks_.data();
        for (std::size_t j = 0; j < m; ++j) {
            const auto held = static_cast<float>(common[j]);
            // A little less than `in_place`: the exact similarity is left to `pair_gain`.
            const bool pair = held >= 0.49F * in_place * (total + static_cast<float>(totals[j]));
            marks[j] = static_cast<std::uint8_t>((pair || hash == hashes[j] ? may_pair : 0) |
                                                 (held >= thresholds[j] ? part_of_before : 0) |
                                                 (held >= threshold ? part_of_after : 0));
        }
    }

    /// Score of a step, negative where it may not be taken.
    [[nodiscard]] float step_gain(const Group& group) {
        if (group.before_size == 0 || group.after_size == 0) return 0.0F;
        return group.parts() == 1 ? pair_gain(group.before, group.after) : split_gain(group);
    }

    [[nodiscard]] float pair_gain(std::size_t i, std::size_t j) const {
        const float s = pair_similarity(i, j);
        if (s < in_place) return -1;
        if (s + better_elsewhere <
            std::max(aside_before_[gap_.before_begin + i], aside_after_[gap_.after_begin + j]))
            return -1;
        return 2 * (s - in_place + pair_bonus);
    }

    /// Share of a part's evidence that the whole must hold.
    [[nodiscard]] float least_share(bool split) const {
        const float longer_whole = split ? log_length_ratio_ : -log_length_ratio_;
        return std::max(least_own_share, own_share - own_share_per_log_ratio * longer_whole);
    }

    [[nodiscard]] static float split_score(const Group& group, float s) {
        return static_cast<float>(group.before_size + group.after_size) * (s - in_place - split_penalty);
    }

    /// The gain of a split can be no greater: it is that of parts which tell nothing twice.
    [[nodiscard]] float most_split_gain(const Group& group) const {
        Evidence common = 0;
        for (std::size_t i = 0; i < group.before_size; ++i) {
            for (std::size_t j = 0; j < group.after_size; ++j)
                common += common_[cell(group.before + i, group.after + j)];
        }
        const Evidence whole = group.is_split() ? before_total(group.before) : after_total(group.after);
        return split_score(group, group_dice(group, std::min(common, whole)));
    }

    /// Of a group whose parts each have enough in common with the whole.
    [[nodiscard]] float split_gain(const Group& group) {
        const float s = group_dice(group, cover(group));
        if (s < split_in_place) return -1;
        // What a part has in common with the whole bounds its own share, so it has been looked at before.
        for (std::size_t k = 0; k < group.parts(); ++k) {
            const float threshold =
                group.is_split() ? after_threshold_[group.after + k] : before_threshold_[group.before + k];
            if (static_cast<float>(own_[k]) < threshold) return -1;
        }
        return split_score(group, s);
    }

    // --- retelling: every short sentence tells part of a long one ------------------------------------------------------------

    /// Gives every short sentence to a long one so that their common evidence is greatest, long sentences never going back (the
    /// Viterbi path of a left-to-right model). False, with nothing paired, where the texts have too little in common.
    bool align_retelling(bool long_before) {
        const std::size_t rows = long_before ? gap_.columns() : gap_.rows();
        const std::size_t columns = long_before ? gap_.rows() : gap_.columns();
        const auto common = [&](std::size_t r, std::size_t c) {
            return common_[long_before ? cell(c, r) : cell(r, c)];
        };
        const auto total = [&](std::size_t r) { return long_before ? after_total(r) : before_total(r); };

        best_.assign(columns, 0.0F);
        from_.assign(rows * columns, 0);
        for (std::size_t c = 0; c < columns; ++c) best_[c] = -passed_over * static_cast<float>(c);
        for (std::size_t r = 0; r < rows; ++r) {
            // Best way to come to column c: stay, go on to the next, or pass over some (only they cost).
            float far = 0;
            std::uint32_t far_from = none;
            float left = 0;
            for (std::size_t c = 0; c < columns; ++c) {
                float top = best_[c];
                auto origin = static_cast<std::uint32_t>(c);
                if (r > 0 && c > 0) {
                    if (far_from != none) far -= passed_over;
                    if (left > top) {
                        top = left;
                        origin = static_cast<std::uint32_t>(c - 1);
                    }
                    if (far_from != none && far > top) {
                        top = far;
                        origin = far_from;
                    }
                    if (far_from == none || left > far) {
                        far = left;
                        far_from = static_cast<std::uint32_t>(c - 1);
                    }
                }
                left = best_[c];
                best_[c] =
                    top + static_cast<float>(common(r, c)) / (static_cast<float>(total(r)) + retelling_prior);
                from_[r * columns + c] = origin;
            }
        }

        std::vector<std::size_t> told(rows);
        double covered = 0;
        double all = 0;
        auto c = static_cast<std::size_t>(std::max_element(best_.begin(), best_.end()) - best_.begin());
        for (std::size_t r = rows; r-- > 0;) {
            told[r] = c;
            covered += common(r, c);
            all += total(r);
            c = from_[r * columns + c];
        }
        if (covered < retelling_coverage * all) return false;
        for (std::size_t r = 0; r < rows;) {
            std::size_t end = r + 1;
            while (end < rows && told[end] == told[r]) ++end;
            add(long_before ? Group{told[r], 1, r, end - r} : Group{r, end - r, told[r], 1});
            r = end;
        }
        return true;
    }

    Pairing& pairing_;
    const Features& a_;
    const Features& b_;
    diff::Budget& budget_;
    double length_ratio_;
    float log_length_ratio_;
    std::vector<Stretch> coarse_;
    std::vector<float> aside_before_;  ///< similarity to a partner outside the backbone
    std::vector<float> aside_after_;
    Gap gap_;  ///< the one being aligned; what follows is scratch space for it
    std::vector<Evidence> common_;
    std::vector<float> best_;
    std::vector<std::uint8_t> step_;
    std::vector<std::uint8_t> marks_;
    std::vector<std::uint32_t> merge_run_;
    std::vector<float> before_threshold_;
    std::vector<float> after_threshold_;
    std::vector<std::uint32_t> from_;
    std::vector<Evidence> own_;
    std::vector<Evidence> each_;
    std::vector<std::span<const Term>> rest_;
    Postings postings_;
};

}  // namespace

std::vector<Stretch> fill_gaps(Pairing& pairing, diff::Budget& budget) {
    return GapFiller(pairing, budget).run();
}

}  // namespace twicetold::align
