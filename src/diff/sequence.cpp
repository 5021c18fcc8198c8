#include "diff/sequence.h"

#include <dtl/dtl.hpp>

#include <algorithm>
#include <unordered_map>

#include "diff/greedy.h"
#include "diff/rising.h"

namespace twicetold::diff {

namespace {

/// Cells of the largest window that is solved exactly: 12,000 × 12,000 tokens, 16 MiB of bits.
constexpr std::uint64_t exact_cells = 1ULL << 27U;

/// Half-open window of both sequences.
struct Window {
    std::uint32_t before_begin;
    std::uint32_t before_end;
    std::uint32_t after_begin;
    std::uint32_t after_end;

    [[nodiscard]] std::uint64_t before_size() const { return before_end - before_begin; }
    [[nodiscard]] std::uint64_t after_size() const { return after_end - after_begin; }
};

class Comparer {
public:
    Comparer(std::span<const TokenId> before, std::span<const TokenId> after, Budget& budget)
        : before_(before), after_(after), budget_(budget) {}

    EditScript run() {
        solve({0, static_cast<std::uint32_t>(before_.size()), 0, static_cast<std::uint32_t>(after_.size())},
              true);
        return std::move(script_);
    }

private:
    void add_hunk(const Window& w) {
        if (w.before_begin == w.before_end && w.after_begin == w.after_end) return;
        if (!script_.hunks.empty()) {
            Hunk& last = script_.hunks.back();
            if (last.before_end == w.before_begin && last.after_end == w.after_begin) {
                last.before_end = w.before_end;
                last.after_end = w.after_end;
                return;
            }
        }
        script_.hunks.push_back({w.before_begin, w.before_end, w.after_begin, w.after_end});
    }

    /// Windows come in reading order, so hunks are appended in order.
    void solve(Window w, bool may_anchor) {
        while (w.before_begin < w.before_end && w.after_begin < w.after_end &&
               before_[w.before_begin] == after_[w.after_begin]) {
            ++w.before_begin;
            ++w.after_begin;
        }
        while (w.before_begin < w.before_end && w.after_begin < w.after_end &&
               before_[w.before_end - 1] == after_[w.after_end - 1]) {
            --w.before_end;
            --w.after_end;
        }
        if (w.before_size() == 0 || w.after_size() == 0) {
            add_hunk(w);
            return;
        }
        if (w.before_size() == 1 && w.after_size() == 1) {
            add_hunk(w);
            return;
        }
        if (w.before_size() + w.after_size() <= dtl_window) {
            solve_dtl(w);
            return;
        }
        const std::uint64_t cells = w.before_size() * w.after_size();
        if (cells <= exact_cells && cells / 64 <= budget_.left) {
            solve_bits(w);
            return;
        }
        if (solve_without_strangers(w) || solve_greedily(w)) return;
        if (may_anchor && solve_anchored(w)) return;
        script_.degraded = true;
        add_hunk(w);
    }

    void solve_dtl(const Window& w) {
        std::vector<TokenId> before(before_.begin() + w.before_begin, before_.begin() + w.before_end);
        std::vector<TokenId> after(after_.begin() + w.after_begin, after_.begin() + w.after_end);
        dtl::Diff<TokenId, std::vector<TokenId>> diff(before, after);
        diff.compose();
        std::uint32_t i = w.before_begin;
        std::uint32_t j = w.after_begin;
        const auto script = diff.getSes().getSequence();
        for (const auto& [token, info] : script) {
            switch (info.type) {
                case dtl::SES_DELETE:
                    add_hunk({i, i + 1, j, j});
                    ++i;
                    break;
                case dtl::SES_ADD:
                    add_hunk({i, i, j, j + 1});
                    ++j;
                    break;
                default:
                    ++i;
                    ++j;
                    break;
            }
        }
    }

    /// Column strips of 64 tokens of `before`; each strip runs over all of `after`, the carries between strips are kept in a
    /// bit per row. The bit of (i, j) in the stored words is 0 where the LCS of before[..i] and after[..j] is longer
    /// than that of before[..i-1] and after[..j].
    void solve_bits(const Window& w) {
        const auto n = static_cast<std::size_t>(w.before_size());
        const auto m = static_cast<std::size_t>(w.after_size());
        const std::size_t strips = (n + 63) / 64;
        budget_.left -= std::min<std::uint64_t>(budget_.left, strips * m);
        number_window(w);
        table_.resize(strips * m);
        carry_.assign(m, 0);
        masks_.assign(symbols_, 0);
        for (std::size_t strip = 0; strip < strips; ++strip) {
            const std::size_t first = strip * 64;
            const std::size_t last = std::min(n, first + 64);
            for (std::size_t i = first; i < last; ++i) masks_[before_symbols_[i]] |= 1ULL << (i - first);
            std::uint64_t v = ~0ULL;
            std::uint64_t* out = table_.data() + strip * m;
            for (std::size_t j = 0; j < m; ++j) {
                const std::uint64_t u = v & masks_[after_symbols_[j]];
                const std::uint64_t sum = v + u;
                const std::uint64_t total = sum + carry_[j];
                carry_[j] = static_cast<std::uint8_t>(static_cast<unsigned>(sum < v) |
                                                      static_cast<unsigned>(total < sum));
                v = total | (v - u);
                out[j] = v;
            }
            for (std::size_t i = first; i < last; ++i) masks_[before_symbols_[i]] = 0;
        }
        trace(w, m);
    }

    /// Walks the table from its end and appends the hunks in reading order.
    void trace(const Window& w, std::size_t m) {
        std::size_t i = static_cast<std::size_t>(w.before_size());
        std::size_t j = m;
        matches_.clear();
        const auto flat = [&](std::size_t column,
                              std::size_t row) {  // no gain at before[column] with after[..row]
            return ((table_[(column / 64) * m + row] >> (column % 64)) & 1U) != 0;
        };
        while (i > 0 && j > 0) {
            if (flat(i - 1, j - 1)) {
                --i;
            } else if (j > 1 && !flat(i - 1, j - 2)) {
                --j;
            } else {
                --i;
                --j;
                matches_.push_back({static_cast<std::uint32_t>(i), static_cast<std::uint32_t>(j)});
            }
        }
        std::uint32_t at_before = w.before_begin;
        std::uint32_t at_after = w.after_begin;
        for (auto match = matches_.rbegin(); match != matches_.rend(); ++match) {
            const std::uint32_t x = w.before_begin + match->before;
            const std::uint32_t y = w.after_begin + match->after;
            add_hunk({at_before, x, at_after, y});
            at_before = x + 1;
            at_after = y + 1;
        }
        add_hunk({at_before, w.before_end, at_after, w.after_end});
    }

    /// Renumbers the window's tokens densely. Tokens of `after` that `before` lacks share one symbol that matches nothing.
    void number_window(const Window& w) {
        std::unordered_map<TokenId, std::uint32_t> numbers;
        numbers.reserve(static_cast<std::size_t>(w.before_size()));
        before_symbols_.clear();
        after_symbols_.clear();
        for (std::uint32_t i = w.before_begin; i < w.before_end; ++i) {
            const auto [entry, fresh] =
                numbers.try_emplace(before_[i], static_cast<std::uint32_t>(numbers.size()) + 1);
            before_symbols_.push_back(entry->second);
        }
        for (std::uint32_t j = w.after_begin; j < w.after_end; ++j) {
            const auto found = numbers.find(after_[j]);
            after_symbols_.push_back(found == numbers.end() ? 0 : found->second);
        }
        symbols_ = numbers.size() + 1;
    }

    /// Equal tokens.
    struct Pair {
        std::uint32_t before;
        std::uint32_t after;
    };

    /// Tokens that the other side lacks stay in no script. Without them the window may be small enough. False where there are few of
    /// them.
    bool solve_without_strangers(const Window& w) {
        number_window(w);
        std::vector<bool> shared(symbols_);
        for (const std::uint32_t symbol : after_symbols_) shared[symbol] = true;
        shared[0] = false;
        const auto keep = [&](const std::vector<std::uint32_t>& symbols, std::uint32_t begin, Side& side) {
            for (std::uint32_t k = 0; k < symbols.size(); ++k) {
                if (!shared[symbols[k]]) continue;
                side.tokens.push_back(symbols[k]);
                side.places.push_back(begin + k);
            }
        };
        Side one;
        Side other;
        keep(before_symbols_, w.before_begin, one);
        keep(after_symbols_, w.after_begin, other);
        constexpr std::uint64_t worth = 8;  // an eighth of the tokens at least
        const std::uint64_t all = w.before_size() + w.after_size();
        if (all - one.tokens.size() - other.tokens.size() < all / worth) return false;
        const EditScript script = Comparer(one.tokens, other.tokens, budget_).run();
        script_.degraded = script_.degraded || script.degraded;
        Walk walk{w.before_begin, w.after_begin};
        std::uint32_t i = 0;
        std::uint32_t j = 0;
        const auto take_equal = [&](std::uint32_t until) {
            for (; i < until; ++i, ++j) add_equal(walk, one.places[i], other.places[j], 1);
        };
        for (const Hunk& hunk : script.hunks) {
            take_equal(hunk.before_begin);
            i = hunk.before_end;
            j = hunk.after_end;
        }
        take_equal(static_cast<std::uint32_t>(one.tokens.size()));
        add_hunk({walk.before, w.before_end, walk.after, w.after_end});
        return true;
    }

    /// A few changes between tokens that repeat are found without a table. False where there are more.
    bool solve_greedily(const Window& w) {
        constexpr std::uint32_t most_edits = 1024;
        const std::uint64_t given = std::min<std::uint64_t>(budget_.left, 1ULL << 22U);
        std::uint64_t steps = given;
        const auto runs =
            nearly_equal(before_.subspan(w.before_begin, w.before_end - w.before_begin),
                         after_.subspan(w.after_begin, w.after_end - w.after_begin), most_edits, steps);
        budget_.left -= given - steps;
        if (!runs) return false;
        Walk walk{w.before_begin, w.after_begin};
        for (const EqualRun& run : *runs)
            add_equal(walk, w.before_begin + run.before, w.after_begin + run.after, run.length);
        add_hunk({walk.before, w.before_end, walk.after, w.after_end});
        return true;
    }

    /// How far the hunks of a window are written.
    struct Walk {
        std::uint32_t before;
        std::uint32_t after;
    };

    /// Tokens from `before` and `after` on stay; what lies between them and the walk differs.
    void add_equal(Walk& walk, std::uint32_t before, std::uint32_t after, std::uint32_t length) {
        add_hunk({walk.before, before, walk.after, after});
        walk = {before + length, after + length};
    }

    /// Part of a side.
    struct Side {
        std::vector<TokenId> tokens;
        std::vector<std::uint32_t> places;  ///< where they stand in the whole
    };

    /// Cuts the window at tokens that are unique on both sides and in order. False where there is none.
    bool solve_anchored(const Window& w) {
        struct Occurrence {
            std::uint32_t before = 0;
            std::uint32_t after = 0;
            std::uint8_t before_count = 0;
            std::uint8_t after_count = 0;
        };
        std::unordered_map<TokenId, Occurrence> occurrences;
        occurrences.reserve(static_cast<std::size_t>(w.before_size()));
        for (std::uint32_t i = w.before_begin; i < w.before_end; ++i) {
            Occurrence& o = occurrences[before_[i]];
            o.before = i;
            if (o.before_count < 2) ++o.before_count;
        }
        for (std::uint32_t j = w.after_begin; j < w.after_end; ++j) {
            const auto found = occurrences.find(after_[j]);
            if (found == occurrences.end()) continue;
            found->second.after = j;
            if (found->second.after_count < 2) ++found->second.after_count;
        }
        std::vector<Pair> common;
        std::vector<Match> matches;
        for (std::uint32_t i = w.before_begin; i < w.before_end; ++i) {
            const Occurrence& o = occurrences[before_[i]];
            if (o.before_count != 1 || o.after_count != 1) continue;
            common.push_back({i, o.after});
            matches.push_back({o.after, o.after + 1});
        }
        std::vector<Pair> chain;
        for (const std::uint32_t k : heaviest_rising(matches)) chain.push_back(common[k]);
        if (chain.empty()) return false;
        if (chain.size() * 2 < common.size()) thin(chain, w);
        Window piece{w.before_begin, 0, w.after_begin, 0};
        for (const Pair& match : chain) {
            // The trimming of a piece may have no say over its neighbours: a match stays matched.
            piece.before_end = match.before;
            piece.after_end = match.after;
            solve(piece, true);
            piece.before_begin = match.before + 1;
            piece.after_begin = match.after + 1;
        }
        piece.before_end = w.before_end;
        piece.after_end = w.after_end;
        solve(piece, piece.before_size() < w.before_size());
        return true;
    }

    /// Where most common tokens are out of order the two sides hardly correspond: then each anchor is a guess that costs
    /// matches around it, and as few are kept as the budget for exact windows allows.
    void thin(std::vector<Pair>& chain, const Window& w) const {
        const std::uint64_t longer = std::max(w.before_size(), w.after_size());
        const std::uint64_t affordable =
            32 * budget_.left / longer;  // window × length / 64 words, half the budget
        const std::uint64_t spacing = std::min<std::uint64_t>(affordable, 8192);
        std::vector<Pair> kept;
        std::uint64_t before = w.before_begin;
        std::uint64_t after = w.after_begin;
        for (const Pair& match : chain) {
            if (match.before - before < spacing && match.after - after < spacing) continue;
            kept.push_back(match);
            before = match.before;
            after = match.after;
        }
        if (!kept.empty()) chain = std::move(kept);
    }

    std::span<const TokenId> before_;
    std::span<const TokenId> after_;
    Budget& budget_;
    EditScript script_;
    std::vector<std::uint64_t> table_;
    std::vector<std::uint8_t> carry_;
    std::vector<std::uint64_t> masks_;
    std::vector<std::uint32_t> before_symbols_;
    std::vector<std::uint32_t> after_symbols_;
    std::size_t symbols_ = 0;
    std::vector<Pair> matches_;
};

}  // namespace

EditScript compare(std::span<const TokenId> before, std::span<const TokenId> after, Budget& budget) {
    return Comparer(before, after, budget).run();
}

}  // namespace twicetold::diff
