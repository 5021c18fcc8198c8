#include "diff/readable.h"

#include <algorithm>

namespace twicetold::diff {

namespace {

/// How good a border of a pure insertion or deletion [begin, end) of `side` is. Higher is better.
int border_score(const Sequence& side, std::uint32_t begin, std::uint32_t end) {
    int score = 0;
    const Weight last = side.weights[end - 1];
    const Weight first = side.weights[begin];
    // "in the morning," rather than "the morning, in": phrases begin with their function words and end on content or sign.
    if (last != Weight::function) score += 4;
    if (begin > 0 && side.weights[begin - 1] == Weight::sign) score += 2;
    if (end < side.weights.size() && side.weights[end] == Weight::sign && first != Weight::sign &&
        last != Weight::sign)
        ++score;
    // ", 67" rather than "67,": the comma that opens an apposition comes with it.
    if (first == Weight::sign && last != Weight::sign) score += 2;
    if (begin == 0) score += 2;
    return score;
}

/// Slides one hunk that is empty on the other side. `lower` and `upper` bound it (ends of the neighbouring hunks).
void shift_one(const Sequence& side, std::uint32_t& begin, std::uint32_t& end, std::uint32_t& other,
               std::uint32_t lower, std::uint32_t upper) {
    std::uint32_t left = 0;
    while (begin - left > lower && side.ids[begin - left - 1] == side.ids[end - left - 1]) ++left;
    std::uint32_t right = 0;
    while (end + right < upper && side.ids[begin + right] == side.ids[end + right]) ++right;
    if (left == 0 && right == 0) return;
    std::int64_t best = 0;
    int best_score = -1;
    for (std::int64_t offset = -static_cast<std::int64_t>(left); offset <= static_cast<std::int64_t>(right);
         ++offset) {
        const int score = border_score(side, static_cast<std::uint32_t>(begin + offset),
                                       static_cast<std::uint32_t>(end + offset));
        if (score > best_score) {
            best_score = score;
            best = offset;
        }
    }
    begin = static_cast<std::uint32_t>(begin + best);
    end = static_cast<std::uint32_t>(end + best);
    other = static_cast<std::uint32_t>(other + best);
}

struct Tally {
    std::uint32_t content = 0;
    std::uint32_t all = 0;
};

Tally tally(const Sequence& side, std::uint32_t begin, std::uint32_t end) {
    Tally t;
    for (std::uint32_t i = begin; i < end; ++i) {
        if (side.weights[i] >= Weight::content) ++t.content;
        if (side.weights[i] != Weight::sign) ++t.all;
    }
    return t;
}

}  // namespace

std::vector<Hunk> shift_to_borders(std::vector<Hunk> hunks, const Sequence& before, const Sequence& after) {
    for (std::size_t k = 0; k < hunks.size(); ++k) {
        Hunk& hunk = hunks[k];
        // Equal runs around the hunk end where the neighbours begin.
        const std::uint32_t low_before = k > 0 ? hunks[k - 1].before_end : 0;
        const std::uint32_t low_after = k > 0 ? hunks[k - 1].after_end : 0;
        const auto high_before =
            k + 1 < hunks.size() ? hunks[k + 1].before_begin : static_cast<std::uint32_t>(before.ids.size());
        const auto high_after =
            k + 1 < hunks.size() ? hunks[k + 1].after_begin : static_cast<std::uint32_t>(after.ids.size());
        if (hunk.removed() == 0) {
            std::uint32_t other = hunk.before_begin;
            shift_one(after, hunk.after_begin, hunk.after_end, other, low_after, high_after);
            hunk.before_begin = hunk.before_end = other;
        } else if (hunk.added() == 0) {
            std::uint32_t other = hunk.after_begin;
            shift_one(before, hunk.before_begin, hunk.before_end, other, low_before, high_before);
            hunk.after_begin = hunk.after_end = other;
        }
    }
    // A slide may bring two hunks to touch.
    std::vector<Hunk> joined;
    for (const Hunk& hunk : hunks) {
        if (!joined.empty() && joined.back().before_end == hunk.before_begin &&
            joined.back().after_end == hunk.after_begin) {
            joined.back().before_end = hunk.before_end;
            joined.back().after_end = hunk.after_end;
        } else {
            joined.push_back(hunk);
        }
    }
    return joined;
}

std::vector<Hunk> join_across_islands(const std::vector<Hunk>& hunks, const Sequence& before,
                                      const Sequence& after) {
    std::vector<Hunk> joined;
    for (const Hunk& hunk : hunks) {
        if (joined.empty()) {
            joined.push_back(hunk);
            continue;
        }
        Hunk& last = joined.back();
        const Tally island = tally(before, last.before_end, hunk.before_begin);
        const bool slight = island.content == 0 && island.all <= 3;
        // Both neighbours must be replacements or sizeable: an inserted word beside a replaced one leaves a comma alone.
        const auto size = [&](const Hunk& h) {
            return std::max(tally(before, h.before_begin, h.before_end).all,
                            tally(after, h.after_begin, h.after_end).all);
        };
        const std::uint32_t around = size(last) + size(hunk);
        const bool replaced =
            last.removed() > 0 && last.added() > 0 && hunk.removed() > 0 && hunk.added() > 0;
        const bool signs_only = island.all == 0;
        const bool facts = replaced && ((before.weights[last.before_end - 1] == Weight::fact &&
                                         after.weights[last.after_end - 1] == Weight::fact) ||
                                        (before.weights[hunk.before_begin] == Weight::fact &&
                                         after.weights[hunk.after_begin] == Weight::fact));
        const bool join = !facts && slight &&
                          (signs_only ? replaced && around >= 6 : around >= 2 * island.all + 2 && replaced);
        if (join) {
            last.before_end = hunk.before_end;
            last.after_end = hunk.after_end;
        } else {
            joined.push_back(hunk);
        }
    }
    return joined;
}

std::vector<Hunk> join_swaps(const std::vector<Hunk>& hunks, const Sequence& before, const Sequence& after) {
    constexpr std::uint32_t island_words = 2;
    constexpr std::uint32_t shortest = 3;  // words that came and words that went
    std::vector<Hunk> joined;
    for (const Hunk& hunk : hunks) {
        if (!joined.empty()) {
            Hunk& last = joined.back();
            const bool opposite =
                (last.removed() == 0 && hunk.added() == 0) || (last.added() == 0 && hunk.removed() == 0);
            const Tally island = tally(before, last.before_end, hunk.before_begin);
            const Tally gone = last.removed() > 0 ? tally(before, last.before_begin, last.before_end)
                                                  : tally(before, hunk.before_begin, hunk.before_end);
            const Tally come = last.added() > 0 ? tally(after, last.after_begin, last.after_end)
                                                : tally(after, hunk.after_begin, hunk.after_end);
            const bool slight = island.content == 0 && island.all > 0 && island.all <= island_words &&
                                hunk.before_begin - last.before_end == island.all;
            if (opposite && slight && gone.all >= shortest && come.all >= shortest && gone.content > 0 &&
                come.content > 0) {
                last.before_end = hunk.before_end;
                last.after_end = hunk.after_end;
                while (last.removed() > 0 && last.added() > 0 &&
                       before.ids[last.before_end - 1] == after.ids[last.after_end - 1]) {
                    --last.before_end;
                    --last.after_end;
                }
                continue;
            }
        }
        joined.push_back(hunk);
    }
    return joined;
}

std::vector<Hunk> join_scraps(const std::vector<Hunk>& hunks, const Sequence& before, const Sequence& after) {
    constexpr std::size_t fewest = 3;
    const auto swaps_fact = [&](const Hunk& hunk) {
        const auto holds = [](const Sequence& side, std::uint32_t begin, std::uint32_t end) {
            return std::any_of(side.weights.begin() + begin, side.weights.begin() + end,
                               [](Weight w) { return w == Weight::fact; });
        };
        return holds(before, hunk.before_begin, hunk.before_end) &&
               holds(after, hunk.after_begin, hunk.after_end);
    };
    const auto single_word_between = [&](const Hunk& one, const Hunk& next) {
        return next.before_begin - one.before_end == 1 && before.weights[one.before_end] != Weight::sign &&
               before.weights[one.before_end] != Weight::fact;
    };
    std::vector<Hunk> joined;
    for (std::size_t k = 0; k < hunks.size();) {
        std::size_t end = k + 1;
        if (!swaps_fact(hunks[k])) {
            while (end < hunks.size() && single_word_between(hunks[end - 1], hunks[end]) &&
                   !swaps_fact(hunks[end]))
                ++end;
        }
        if (end - k >= fewest) {
            joined.push_back({hunks[k].before_begin, hunks[end - 1].before_end, hunks[k].after_begin,
                              hunks[end - 1].after_end});
        } else {
            joined.insert(joined.end(), hunks.begin() + static_cast<std::ptrdiff_t>(k),
                          hunks.begin() + static_cast<std::ptrdiff_t>(end));
        }
        k = end;
    }
    return joined;
}

double kept_share(const std::vector<Hunk>& hunks, const Sequence& before, const Sequence& after) {
    const Tally all_before = tally(before, 0, static_cast<std::uint32_t>(before.ids.size()));
    const Tally all_after = tally(after, 0, static_cast<std::uint32_t>(after.ids.size()));
    Tally changed_before;
    Tally changed_after;
    for (const Hunk& hunk : hunks) {
        const Tally b = tally(before, hunk.before_begin, hunk.before_end);
        const Tally a = tally(after, hunk.after_begin, hunk.after_end);
        changed_before = {changed_before.content + b.content, changed_before.all + b.all};
        changed_after = {changed_after.content + a.content, changed_after.all + a.all};
    }
    const bool use_content = all_before.content + all_after.content > 0;
    const double total =
        use_content ? all_before.content + all_after.content : all_before.all + all_after.all;
    if (total == 0) return hunks.empty() ? 1.0 : 0.0;
    const double changed =
        use_content ? changed_before.content + changed_after.content : changed_before.all + changed_after.all;
    return 1.0 - changed / total;
}

double mean_kept_run(const std::vector<Hunk>& hunks, const Sequence& before) {
    std::uint32_t runs = 0;
    std::uint32_t words = 0;
    std::uint32_t at = 0;
    const auto take = [&](std::uint32_t until) {
        const Tally run = tally(before, at, until);
        if (run.all == 0) return;
        ++runs;
        words += run.all;
    };
    for (const Hunk& hunk : hunks) {
        take(hunk.before_begin);
        at = hunk.before_end;
    }
    take(static_cast<std::uint32_t>(before.ids.size()));
    return runs > 0 ? static_cast<double>(words) / runs : 0.0;
}

}  // namespace twicetold::diff
