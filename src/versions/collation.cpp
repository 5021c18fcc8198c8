#include "versions/collation.h"

#include <algorithm>
#include <numeric>
#include <unordered_map>

#include "diff/rising.h"
#include "text/tokens.h"
#include "text/vocabulary.h"

namespace twicetold::versions {

namespace {

using text::Range;

/// Largest window that is aligned as a whole.
constexpr std::uint64_t most_cells = 1ULL << 22U;

// Gains of putting two tokens into one row; a gap gains nothing.
constexpr std::int32_t same_word = 20;
constexpr std::int32_t same_sign = 4;
constexpr std::int32_t other_word = 1;  ///< "winter" over "spring": variants of one place
constexpr std::int32_t other_sign = 1;
constexpr std::int32_t never = -1000000;

/// A token of one text, with its key.
struct Item {
    Range range;
    std::uint32_t key = 0;
    bool sign = false;
};

/// A row of the table so far, in canonical order of the texts.
struct Row {
    std::vector<Range> cells;         ///< of the texts taken so far
    std::vector<std::uint32_t> keys;  ///< distinct keys in it
    bool sign = false;
    bool coarse = false;  ///< of a window that was not aligned
};

class Collator {
public:
    Collator(std::span<const document::Document> documents, text::Ignore ignore, diff::Budget& budget)
        : documents_(documents), vocabulary_(ignore), budget_(budget) {}

    Collation run() {
        std::vector<std::uint32_t> order(documents_.size());
        std::iota(order.begin(), order.end(), 0U);
        std::stable_sort(order.begin(), order.end(), [&](std::uint32_t x, std::uint32_t y) {
            return documents_[x].text < documents_[y].text;
        });
        for (std::uint32_t k = 0; k < order.size(); ++k) {
            taken_ = k;
            items_ = items_of(documents_[order[k]]);
            next_.clear();
            next_.reserve(rows_.size() + items_.size() / 4);
            merge(0, rows_.size(), 0, items_.size(), true);
            rows_.swap(next_);
        }
        return table(order);
    }

    [[nodiscard]] std::vector<RowSpan> coarse() const {
        std::vector<RowSpan> spans;
        for (std::uint32_t r = 0; r < rows_.size(); ++r) {
            if (!rows_[r].coarse) continue;
            if (spans.empty() || spans.back().last != r) spans.push_back({r, r});
            ++spans.back().last;
        }
        return spans;
    }

private:
    std::vector<Item> items_of(const document::Document& document) {
        std::vector<text::Token> tokens;
        text::append_tokens(document.text, {0, static_cast<std::uint32_t>(document.text.size())}, tokens);
        std::vector<Item> items;
        items.reserve(tokens.size());
        for (const text::Token& token : tokens) {
            const text::Entry& entry =
                vocabulary_.entry(vocabulary_.intern(document.slice(token.range()), token.kind));
            items.push_back({token.range(), entry.key, entry.weight <= text::TokenWeight::sign});
        }
        return items;
    }

    [[nodiscard]] static bool holds(const Row& row, std::uint32_t key) {
        return std::find(row.keys.begin(), row.keys.end(), key) != row.keys.end();
    }

    [[nodiscard]] static std::int32_t gain(const Row& row, const Item& item) {
        if (row.sign != item.sign) return never;
        if (holds(row, item.key)) return item.sign ? same_sign : same_word;
        return item.sign ? other_sign : other_word;
    }

    void keep_row(std::size_t r) {
        next_.push_back(std::move(rows_[r]));
        next_.back().cells.emplace_back();
    }
    void join_row(std::size_t r, std::size_t i) {
        next_.push_back(std::move(rows_[r]));
        next_.back().cells.push_back(items_[i].range);
        if (!holds(next_.back(), items_[i].key)) next_.back().keys.push_back(items_[i].key);
    }
    void new_row(std::size_t i) {
        Row row;
        row.cells.resize(taken_);
        row.cells.push_back(items_[i].range);
        row.keys.push_back(items_[i].key);
        row.sign = items_[i].sign;
        next_.push_back(std::move(row));
    }

    /// Appends the alignment of rows [r0, r1) and items [i0, i1) to next_.
    void merge(std::size_t r0, std::size_t r1, std::size_t i0, std::size_t i1, bool may_anchor) {
        while (r0 < r1 && i0 < i1 && !items_[i0].sign && gain(rows_[r0], items_[i0]) == same_word)
            join_row(r0++, i0++);
        const std::uint64_t cells = static_cast<std::uint64_t>(r1 - r0) * (i1 - i0);
        if (cells == 0) {
            while (r0 < r1) keep_row(r0++);
            while (i0 < i1) new_row(i0++);
        } else if (cells <= most_cells && cells <= budget_.left) {
            budget_.left -= cells;
            merge_window(r0, r1, i0, i1);
        } else if (!may_anchor || !merge_at_anchors(r0, r1, i0, i1)) {
            const std::size_t first = next_.size();
            while (r0 < r1) keep_row(r0++);
            while (i0 < i1) new_row(i0++);
            for (std::size_t r = first; r < next_.size(); ++r) next_[r].coarse = true;
        }
    }

    void merge_window(std::size_t r0, std::size_t r1, std::size_t i0, std::size_t i1) {
        const std::size_t n = r1 - r0;
        const std::size_t m = i1 - i0;
        const std::size_t width = m + 1;
        enum Step : std::uint8_t { both, row_only, item_only };
        std::vector<std::int32_t> best(width, 0);
        std::vector<std::uint8_t> step((n + 1) * width, item_only);
        for (std::size_t x = 1; x <= n; ++x) {
            std::int32_t diagonal = best[0];
            step[x * width] = row_only;
            for (std::size_t y = 1; y <= m; ++y) {
                const std::int32_t above = best[y];
                std::int32_t top = diagonal + gain(rows_[r0 + x - 1], items_[i0 + y - 1]);
                std::uint8_t chosen = both;
                if (above >= top) {
                    top = above;
                    chosen = row_only;
                }
                if (best[y - 1] > top) {
                    top = best[y - 1];
                    chosen = item_only;
                }
                best[y] = top;
                step[x * width + y] = chosen;
                diagonal = above;
            }
        }
        std::vector<std::uint8_t> path;
        for (std::size_t x = n, y = m; x > 0 || y > 0;) {
            const std::uint8_t s = step[x * width + y];
            path.push_back(s);
            if (s != item_only) --x;
            if (s != row_only) --y;
        }
        for (auto s = path.rbegin(); s != path.rend(); ++s) {
            if (*s == both) {
                join_row(r0++, i0++);
            } else if (*s == row_only) {
                keep_row(r0++);
            } else {
                new_row(i0++);
            }
        }
    }

    /// Cuts the window at words that stand once in it on both sides, in order.
    bool merge_at_anchors(std::size_t r0, std::size_t r1, std::size_t i0, std::size_t i1) {
        struct Place {
            std::size_t row = 0;
            std::size_t item = 0;
            std::uint32_t rows = 0;
            std::uint32_t items = 0;
        };
        std::unordered_map<std::uint32_t, Place> places;
        for (std::size_t r = r0; r < r1; ++r) {
            if (rows_[r].sign) continue;
            for (const std::uint32_t key : rows_[r].keys) {
                Place& place = places[key];
                place.row = r;
                ++place.rows;
            }
        }
        for (std::size_t i = i0; i < i1; ++i) {
            if (items_[i].sign) continue;
            const auto found = places.find(items_[i].key);
            if (found == places.end()) continue;
            found->second.item = i;
            ++found->second.items;
        }
        std::vector<std::size_t> common;  // items
        std::vector<diff::Match> matches;
        for (std::size_t i = i0; i < i1; ++i) {
            if (items_[i].sign) continue;
            const auto found = places.find(items_[i].key);
            if (found == places.end() || found->second.rows != 1 || found->second.items != 1) continue;
            const auto row = static_cast<std::uint32_t>(found->second.row);
            common.push_back(i);
            matches.push_back({row, row + 1});
        }
        const std::vector<std::uint32_t> chain = diff::heaviest_rising(matches);
        if (chain.empty()) return false;
        std::size_t r = r0;
        std::size_t i = i0;
        for (const std::uint32_t k : chain) {
            const std::size_t item = common[k];
            const std::size_t row = matches[k].begin;
            merge(r, row, i, item, true);
            join_row(row, item);
            r = row + 1;
            i = item + 1;
        }
        merge(r, r1, i, i1, r > r0);
        return true;
    }

    [[nodiscard]] Collation table(const std::vector<std::uint32_t>& order) const {
        Collation collation;
        collation.versions = static_cast<std::uint32_t>(order.size());
        collation.cells.resize(rows_.size() * order.size());
        for (std::size_t r = 0; r < rows_.size(); ++r) {
            for (std::size_t k = 0; k < order.size(); ++k)
                collation.cells[r * order.size() + order[k]] = rows_[r].cells[k];
        }
        return collation;
    }

    std::span<const document::Document> documents_;
    text::Vocabulary vocabulary_;
    diff::Budget& budget_;
    std::uint32_t taken_ = 0;  ///< texts in the table so far
    std::vector<Item> items_;
    std::vector<Row> rows_;
    std::vector<Row> next_;
};

}  // namespace

Collation collate(std::span<const document::Document> documents, text::Ignore ignore, diff::Budget& budget,
                  std::vector<RowSpan>& coarse) {
    Collator collator(documents, ignore, budget);
    Collation collation = collator.run();
    coarse = collator.coarse();
    return collation;
}

}  // namespace twicetold::versions
