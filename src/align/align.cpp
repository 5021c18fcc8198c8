#include "align/align.h"

#include <algorithm>
#include <unordered_map>

#include "align/features.h"

namespace twicetold::align {

namespace {

using document::Tokenized;

constexpr std::uint32_t none = 0xFFFFFFFFU;

// Thresholds of similarity. Chosen on the dev half of ArgRewrite and the public version histories.
constexpr float in_place = 0.30F;      ///< one to one, between neighbours that correspond
constexpr float per_part = 0.30F;      ///< share of a split sentence's part that the other side must hold
constexpr float split_penalty = 0.04F;
constexpr float strong = 0.60F;        ///< across the order
constexpr float in_context = 0.14F;    ///< alone between two corresponding neighbours
constexpr float in_paragraph = 0.04F;  ///< the same, within one paragraph whose other sentences correspond
constexpr float beside_move = 0.40F;   ///< next to a moved sentence, on both sides

/// A stem that stands in more sentences than this is no candidate's evidence.
constexpr std::uint32_t rare = 24;
/// Words a sentence must have to be found elsewhere: shorter ones recur by chance.
constexpr std::uint32_t shortest_move = 3;
/// Cells of the largest stretch that the dynamic programme takes on.
constexpr std::uint64_t most_cells = 1ULL << 20U;
constexpr std::uint32_t most_parts = 4;  ///< sentences that one may be split into

/// Sentences [before, before + before_size) correspond to [after, after + after_size). Sizes 0 or more, not both 0.
struct Pair {
    std::uint32_t before = 0;
    std::uint32_t before_size = 1;
    std::uint32_t after = 0;
    std::uint32_t after_size = 1;
    float similarity = 0;
    Reason reason = Reason::similar;
    bool in_chain = false;
};

class Aligner {
public:
    Aligner(const Tokenized& before, const Tokenized& after, diff::Budget& budget)
        : features_(extract_features(before, after)),
          a_(features_.before),
          b_(features_.after),
          budget_(budget),
          partner_a_(a_.size(), none),
          partner_b_(b_.size(), none),
          paragraph_a_(paragraphs_of(before)),
          paragraph_b_(paragraphs_of(after)) {}

    Alignment run() {
        pair_identical();
        pair_strong_candidates();
        choose_backbone();
        // Pairs of step 1 outside the backbone are set aside: a stretch may have a better partner in place.
        std::vector<Pair> outside;
        std::vector<Pair> backbone;
        for (const Pair& pair : pairs_) (pair.in_chain ? backbone : outside).push_back(pair);
        fill_gaps(backbone, outside);
        readmit(outside);
        pair_leftovers();
        pair_beside_moves();
        pair_in_context();
        choose_backbone();
        drop_weak_moves();
        return result();
    }

private:
    /// Paragraph of each sentence.
    static std::vector<std::uint32_t> paragraphs_of(const Tokenized& text) {
        std::vector<std::uint32_t> paragraph_of(text.document->sentences.size(), none);
        const auto& paragraphs = text.document->paragraphs;
        for (std::uint32_t p = 0; p < paragraphs.size(); ++p) {
            for (std::uint32_t s = paragraphs[p].first_sentence; s < paragraphs[p].last_sentence; ++s) paragraph_of[s] = p;
        }
        return paragraph_of;
    }

    /// Do the sentences before or behind these two, in their own paragraphs, correspond to each other?
    [[nodiscard]] bool paragraph_agrees(std::uint32_t i, std::uint32_t j) const {
        const auto linked = [&](std::uint32_t x, std::uint32_t y) {
            return x < a_.size() && y < b_.size() && paragraph_a_[x] == paragraph_a_[i] && paragraph_b_[y] == paragraph_b_[j] &&
                   partner_a_[x] != none && partner_a_[x] == partner_b_[y];
        };
        return (i > 0 && j > 0 && linked(i - 1, j - 1)) || linked(i + 1, j + 1);
    }

    [[nodiscard]] float similarity(std::uint32_t i, std::uint32_t j) const {
        if (a_.hash[i] == b_.hash[j]) return 1.0F;
        return dice(common_weight(a_.of(i), b_.of(j)), a_.total[i], b_.total[j]);
    }

    void add(const Pair& pair) {
        const auto index = static_cast<std::uint32_t>(pairs_.size());
        for (std::uint32_t i = 0; i < pair.before_size; ++i) partner_a_[pair.before + i] = index;
        for (std::uint32_t j = 0; j < pair.after_size; ++j) partner_b_[pair.after + j] = index;
        pairs_.push_back(pair);
    }

    void rebuild_partners() {
        std::fill(partner_a_.begin(), partner_a_.end(), none);
        std::fill(partner_b_.begin(), partner_b_.end(), none);
        std::vector<Pair> kept;
        kept.swap(pairs_);
        for (const Pair& pair : kept) add(pair);
    }

    /// Step 1a. Sentences with the same words that occur once on each side. Others are left to the stretch they stand in.
    void pair_identical() {
        struct Occurrence {
            std::uint32_t before = none;
            std::uint32_t after = none;
            std::uint32_t before_count = 0;
            std::uint32_t after_count = 0;
        };
        std::unordered_map<std::uint64_t, Occurrence> occurrences;
        occurrences.reserve(a_.size() + b_.size());
        for (std::uint32_t i = 0; i < a_.size(); ++i) {
            Occurrence& o = occurrences[a_.hash[i]];
            o.before = i;
            ++o.before_count;
        }
        for (std::uint32_t j = 0; j < b_.size(); ++j) {
            Occurrence& o = occurrences[b_.hash[j]];
            o.after = j;
            ++o.after_count;
        }
        repeated_a_.assign(a_.size(), false);
        repeated_b_.assign(b_.size(), false);
        for (std::uint32_t i = 0; i < a_.size(); ++i) {
            const Occurrence& o = occurrences[a_.hash[i]];
            repeated_a_[i] = o.before_count > 1 || o.after_count > 1;
            if (o.before_count == 1 && o.after_count == 1 && a_.words[i] > 0) {
                add({i, 1, o.after, 1, 1.0F, Reason::identical, false});
            }
        }
        for (std::uint32_t j = 0; j < b_.size(); ++j) {
            const Occurrence& o = occurrences[b_.hash[j]];
            repeated_b_[j] = o.before_count > 1 || o.after_count > 1;
        }
    }

    struct Candidate {
        std::uint32_t partner = none;
        float similarity = 0;
    };

    /// Best partner of every free sentence of `one` among the free ones of `other`, by rare stems. O(postings).
    std::vector<Candidate> best_candidates(const Features& one, const std::vector<std::uint32_t>& one_partner,
                                           const std::vector<bool>& one_repeated, const Features& other,
                                           const std::vector<std::uint32_t>& other_partner,
                                           const std::vector<bool>& other_repeated) {
        // Postings of rare stems over the free sentences of `other`, as linked lists through arrays.
        std::vector<std::uint32_t> head(features_.frequency.size(), none);
        std::vector<std::uint32_t> next;
        std::vector<std::uint32_t> sentence;
        for (std::uint32_t j = 0; j < other.size(); ++j) {
            if (other_partner[j] != none || other_repeated[j]) continue;
            for (const Term& term : other.of(j)) {
                if (features_.frequency[term.stem] > rare) continue;
                next.push_back(head[term.stem]);
                sentence.push_back(j);
                head[term.stem] = static_cast<std::uint32_t>(next.size() - 1);
            }
        }
        std::vector<Candidate> best(one.size());
        std::vector<Evidence> score(other.size(), 0);
        std::vector<std::uint32_t> touched;
        for (std::uint32_t i = 0; i < one.size(); ++i) {
            if (one_partner[i] != none || one_repeated[i] || one.words[i] < shortest_move) continue;
            touched.clear();
            for (const Term& term : one.of(i)) {
                if (features_.frequency[term.stem] > rare) continue;
                for (std::uint32_t k = head[term.stem]; k != none; k = next[k]) {
                    if (score[sentence[k]] == 0) touched.push_back(sentence[k]);
                    score[sentence[k]] += term.weight;
                }
            }
            for (const std::uint32_t j : touched) {
                // The rare part alone bounds nothing, but a pair that shares little of it is no strong one.
                if (score[j] * 4 > std::min(one.total[i], other.total[j])) {
                    const float s = dice(common_weight(one.of(i), other.of(j)), one.total[i], other.total[j]);
                    if (s > best[i].similarity || (s == best[i].similarity && best[i].partner != none && j < best[i].partner)) {
                        best[i] = {j, s};
                    }
                }
                score[j] = 0;
            }
        }
        return best;
    }

    std::vector<Pair> mutual_best() {
        const std::vector<Candidate> forward = best_candidates(a_, partner_a_, repeated_a_, b_, partner_b_, repeated_b_);
        const std::vector<Candidate> backward = best_candidates(b_, partner_b_, repeated_b_, a_, partner_a_, repeated_a_);
        std::vector<Pair> found;
        for (std::uint32_t i = 0; i < a_.size(); ++i) {
            const Candidate& c = forward[i];
            if (c.partner == none || c.similarity < strong || backward[c.partner].partner != i) continue;
            found.push_back({i, 1, c.partner, 1, c.similarity, Reason::similar, false});
        }
        return found;
    }

    /// Step 1b.
    void pair_strong_candidates() {
        for (const Pair& pair : mutual_best()) add(pair);
    }

    /// Steps 2 and last: marks the heaviest rising chain. Weight: the fewest sentences out of it, then the fewest words, then a
    /// hash of the text, so that ties fall the same way in both directions.
    void choose_backbone() {
        std::sort(pairs_.begin(), pairs_.end(), [](const Pair& x, const Pair& y) { return x.before < y.before; });
        rebuild_partners();
        // Fenwick tree over positions of `after`: best chain that ends at or before a position.
        std::vector<std::int64_t> value(b_.size() + 1, 0);
        std::vector<std::uint32_t> holder(b_.size() + 1, none);
        std::vector<std::int64_t> total(pairs_.size());
        std::vector<std::uint32_t> previous(pairs_.size(), none);
        std::int64_t best_total = 0;
        std::uint32_t best = none;
        for (std::uint32_t k = 0; k < pairs_.size(); ++k) {
            Pair& pair = pairs_[k];
            pair.in_chain = false;
            std::int64_t below = 0;
            for (std::uint32_t p = pair.after; p > 0; p -= p & (0U - p)) {
                if (value[p] > below) {
                    below = value[p];
                    previous[k] = holder[p];
                }
            }
            total[k] = below + chain_weight(pair);
            for (std::uint32_t p = pair.after + pair.after_size; p <= b_.size(); p += p & (0U - p)) {
                if (total[k] > value[p]) {
                    value[p] = total[k];
                    holder[p] = k;
                }
            }
            if (total[k] > best_total) {
                best_total = total[k];
                best = k;
            }
        }
        for (std::uint32_t k = best; k != none; k = previous[k]) pairs_[k].in_chain = true;
    }

    [[nodiscard]] std::int64_t chain_weight(const Pair& pair) const {
        std::int64_t words = 0;
        std::uint64_t hash = 0;
        for (std::uint32_t i = 0; i < pair.before_size; ++i) {
            words += a_.words[pair.before + i];
            hash ^= a_.hash[pair.before + i];
        }
        for (std::uint32_t j = 0; j < pair.after_size; ++j) {
            words += b_.words[pair.after + j];
            hash += b_.hash[pair.after + j];
        }
        const std::int64_t sentences = pair.before_size + pair.after_size;
        // Up to 2^20 sentences and 2^23 words in a chain keep this within 63 bits.
        return (sentences << 40U) + (words << 16U) + static_cast<std::int64_t>(hash & 0xFFU);
    }

    /// Step 3: the stretches between neighbouring links.
    void fill_gaps(const std::vector<Pair>& backbone, const std::vector<Pair>& outside) {
        set_aside_a_.assign(a_.size(), 0.0F);
        set_aside_b_.assign(b_.size(), 0.0F);
        for (const Pair& pair : outside) {
            set_aside_a_[pair.before] = pair.similarity;
            set_aside_b_[pair.after] = pair.similarity;
        }
        // Links that are alike but not identical were needed to find the order. Where the programme can take on the stretch
        // between identical ones, they are released: what looks like one pair may be half of a split.
        pairs_.clear();
        for (const Pair& link : backbone) {
            if (link.reason == Reason::identical) pairs_.push_back(link);
        }
        rebuild_partners();
        std::vector<Pair> similar;
        std::uint32_t before = 0;
        std::uint32_t after = 0;
        const auto fill_until = [&](std::uint32_t before_end, std::uint32_t after_end) {
            const std::uint64_t cells = static_cast<std::uint64_t>(before_end - before) * (after_end - after);
            if (cells > most_cells || cells > budget_.left) {
                for (const Pair& link : similar) {
                    fill_gap(before, link.before, after, link.after);
                    add(link);
                    before = link.before + link.before_size;
                    after = link.after + link.after_size;
                }
            }
            similar.clear();
            fill_gap(before, before_end, after, after_end);
        };
        for (const Pair& link : backbone) {
            if (link.reason != Reason::identical) {
                similar.push_back(link);
                continue;
            }
            fill_until(link.before, link.after);
            before = link.before + link.before_size;
            after = link.after + link.after_size;
        }
        fill_until(a_.size(), b_.size());
    }

    void fill_gap(std::uint32_t before_begin, std::uint32_t before_end, std::uint32_t after_begin, std::uint32_t after_end) {
        const std::uint64_t n = before_end - before_begin;
        const std::uint64_t m = after_end - after_begin;
        if (n == 0 || m == 0) return;
        if (n * m > most_cells || n * m > budget_.left) {
            fill_large_gap(before_begin, before_end, after_begin, after_end);
            return;
        }
        budget_.left -= n * m;
        align_gap(before_begin, before_end, after_begin, after_end);
    }

    /// Too large for the programme: sentences with the same words, in order, cut it; what is left is known to have no strong
    /// candidate, and only weaker edits inside it are missed.
    void fill_large_gap(std::uint32_t before_begin, std::uint32_t before_end, std::uint32_t after_begin, std::uint32_t after_end) {
        std::vector<diff::TokenId> one;
        std::vector<diff::TokenId> other;
        std::unordered_map<std::uint64_t, diff::TokenId> numbers;
        const auto number = [&](std::uint64_t hash) {
            return numbers.try_emplace(hash, static_cast<diff::TokenId>(numbers.size())).first->second;
        };
        for (std::uint32_t i = before_begin; i < before_end; ++i) one.push_back(number(a_.hash[i]));
        for (std::uint32_t j = after_begin; j < after_end; ++j) other.push_back(number(b_.hash[j]));
        const diff::EditScript script = diff::compare(one, other, budget_);
        degraded_ = degraded_ || script.degraded;
        std::uint32_t i = 0;
        std::uint32_t j = 0;
        const auto take_equal = [&](std::uint32_t until) {
            for (; i < until; ++i, ++j) {
                add({before_begin + i, 1, after_begin + j, 1, 1.0F, Reason::identical, false});
            }
        };
        for (const diff::Hunk& hunk : script.hunks) {
            take_equal(hunk.before_begin);
            const std::uint64_t cells = static_cast<std::uint64_t>(hunk.removed()) * hunk.added();
            if (cells > 0 && cells <= most_cells && cells <= budget_.left) {
                budget_.left -= cells;
                align_gap(before_begin + hunk.before_begin, before_begin + hunk.before_end, after_begin + hunk.after_begin,
                          after_begin + hunk.after_end);
            } else if (cells > 0 && cells > budget_.left) {
                degraded_ = true;
            }
            i = hunk.before_end;
            j = hunk.after_end;
        }
        take_equal(static_cast<std::uint32_t>(one.size()));
    }

    /// The moves of the programme: how many sentences of each side are taken.
    struct Move2 {
        std::uint8_t before;
        std::uint8_t after;
    };
    static constexpr Move2 steps[] = {{1, 1}, {1, 0}, {0, 1}, {1, 2}, {2, 1}, {1, 3}, {3, 1}, {1, 4}, {4, 1}};

    void align_gap(std::uint32_t before_begin, std::uint32_t before_end, std::uint32_t after_begin, std::uint32_t after_end) {
        const std::size_t n = before_end - before_begin;
        const std::size_t m = after_end - after_begin;
        fill_common(before_begin, n, after_begin, m);
        // best_[i * (m + 1) + j]: the best score of the first i and j sentences of the stretch.
        const std::size_t width = m + 1;
        best_.assign((n + 1) * width, 0.0F);
        step_.assign((n + 1) * width, 0);
        for (std::size_t i = 0; i <= n; ++i) {
            for (std::size_t j = 0; j <= m; ++j) {
                if (i == 0 && j == 0) continue;
                float top = -1;
                std::uint8_t chosen = 0;
                for (std::uint8_t s = 0; s < std::size(steps); ++s) {
                    const Move2 move = steps[s];
                    if (move.before > i || move.after > j) continue;
                    const float gain = step_gain(before_begin, i - move.before, move.before, after_begin, j - move.after, move.after, m);
                    if (gain < 0) continue;
                    const float score = best_[(i - move.before) * width + (j - move.after)] + gain;
                    if (score > top) {
                        top = score;
                        chosen = s;
                    }
                }
                best_[i * width + j] = top;
                step_[i * width + j] = chosen;
            }
        }
        for (std::size_t i = n, j = m; i > 0 || j > 0;) {
            const Move2 move = steps[step_[i * width + j]];
            i -= move.before;
            j -= move.after;
            if (move.before == 0 || move.after == 0) continue;
            const float s = group_similarity(before_begin, i, move.before, after_begin, j, move.after, m);
            const bool same = move.before == 1 && move.after == 1 && a_.hash[before_begin + i] == b_.hash[after_begin + j];
            add({before_begin + static_cast<std::uint32_t>(i), move.before, after_begin + static_cast<std::uint32_t>(j), move.after, s,
                 same ? Reason::identical : Reason::similar, false});
        }
    }

    /// common_[i * m + j]: weight that sentences i and j of the stretch have in common.
    void fill_common(std::uint32_t before_begin, std::size_t n, std::uint32_t after_begin, std::size_t m) {
        common_.assign(n * m, 0);
        if (n * m <= 64) {
            for (std::size_t i = 0; i < n; ++i) {
                for (std::size_t j = 0; j < m; ++j) {
                    common_[i * m + j] = common_weight(a_.of(before_begin + static_cast<std::uint32_t>(i)),
                                                       b_.of(after_begin + static_cast<std::uint32_t>(j)));
                }
            }
            return;
        }
        if (posting_head_.empty()) posting_head_.assign(features_.frequency.size(), none);
        posting_next_.clear();
        posting_.clear();
        for (std::size_t j = 0; j < m; ++j) {
            for (const Term& term : b_.of(after_begin + static_cast<std::uint32_t>(j))) {
                posting_next_.push_back(posting_head_[term.stem]);
                posting_.push_back({static_cast<std::uint32_t>(j), term.weight});
                posting_head_[term.stem] = static_cast<std::uint32_t>(posting_.size() - 1);
            }
        }
        for (std::size_t i = 0; i < n; ++i) {
            Evidence* row = common_.data() + i * m;
            for (const Term& term : a_.of(before_begin + static_cast<std::uint32_t>(i))) {
                for (std::uint32_t k = posting_head_[term.stem]; k != none; k = posting_next_[k]) {
                    row[posting_[k].stem] += std::min(term.weight, posting_[k].weight);
                }
            }
        }
        for (std::size_t j = 0; j < m; ++j) {
            for (const Term& term : b_.of(after_begin + static_cast<std::uint32_t>(j))) posting_head_[term.stem] = none;
        }
    }

    /// Similarity of a run of sentences to a run of sentences, one of which has size 1.
    [[nodiscard]] float group_similarity(std::uint32_t before_begin, std::size_t i, std::size_t before_size, std::uint32_t after_begin,
                                         std::size_t j, std::size_t after_size, std::size_t m) const {
        Evidence common = 0;
        Evidence one = 0;
        Evidence other = 0;
        for (std::size_t x = 0; x < before_size; ++x) one += a_.total[before_begin + i + x];
        for (std::size_t y = 0; y < after_size; ++y) other += b_.total[after_begin + j + y];
        for (std::size_t x = 0; x < before_size; ++x) {
            for (std::size_t y = 0; y < after_size; ++y) common += common_[(i + x) * m + j + y];
        }
        if (before_size == 1 && after_size == 1 && a_.hash[before_begin + i] == b_.hash[after_begin + j]) return 1.0F;
        return dice(std::min(common, std::min(one, other)), one, other);
    }

    /// Score of a step, negative where it may not be taken.
    [[nodiscard]] float step_gain(std::uint32_t before_begin, std::size_t i, std::size_t before_size, std::uint32_t after_begin, std::size_t j,
                                  std::size_t after_size, std::size_t m) const {
        if (before_size == 0 || after_size == 0) return 0.0F;
        const float s = group_similarity(before_begin, i, before_size, after_begin, j, after_size, m);
        const auto size = static_cast<float>(before_size + after_size);
        if (before_size == 1 && after_size == 1) {
            if (s < in_place) return -1;
            // A sentence that has a far better partner elsewhere is left for it.
            if (s + 0.15F < std::max(set_aside_a_[before_begin + i], set_aside_b_[after_begin + j])) return -1;
            return size * (s - in_place + 0.02F);
        }
        if (s < in_place + split_penalty) return -1;
        for (std::size_t x = 0; x < before_size; ++x) {
            for (std::size_t y = 0; y < after_size; ++y) {
                const Evidence part = std::max(1U, before_size > 1 ? a_.total[before_begin + i + x] : b_.total[after_begin + j + y]);
                if (static_cast<float>(common_[(i + x) * m + j + y]) < per_part * static_cast<float>(part)) return -1;
            }
        }
        return size * (s - in_place - split_penalty);
    }

    /// Pairs set aside come back where both sentences are still free.
    void readmit(const std::vector<Pair>& outside) {
        for (const Pair& pair : outside) {
            if (partner_a_[pair.before] == none && partner_b_[pair.after] == none) add(pair);
        }
    }

    /// Step 4.
    void pair_leftovers() {
        for (const Pair& pair : mutual_best()) {
            if (partner_a_[pair.before] == none && partner_b_[pair.after] == none) add(pair);
        }
    }

    /// A passage moves as a whole: next to a moved sentence, a weaker likeness is enough.
    void pair_beside_moves() {
        choose_backbone();
        for (std::size_t k = 0; k < pairs_.size(); ++k) {
            if (pairs_[k].in_chain) continue;
            const Pair start = pairs_[k];
            for (const int direction : {-1, 1}) {
                std::int64_t i = direction < 0 ? std::int64_t{start.before} - 1 : std::int64_t{start.before} + start.before_size;
                std::int64_t j = direction < 0 ? std::int64_t{start.after} - 1 : std::int64_t{start.after} + start.after_size;
                while (i >= 0 && j >= 0 && i < a_.size() && j < b_.size()) {
                    const auto x = static_cast<std::uint32_t>(i);
                    const auto y = static_cast<std::uint32_t>(j);
                    if (partner_a_[x] != none || partner_b_[y] != none) break;
                    const float s = similarity(x, y);
                    if (s < beside_move) break;
                    add({x, 1, y, 1, s, a_.hash[x] == b_.hash[y] ? Reason::identical : Reason::similar, false});
                    i += direction;
                    j += direction;
                }
            }
        }
    }

    /// One free sentence on each side between neighbours that correspond: enough that it is not unrelated.
    void pair_in_context() {
        choose_backbone();
        std::vector<Pair> chain;
        for (const Pair& pair : pairs_) {
            if (pair.in_chain) chain.push_back(pair);
        }
        std::uint32_t before = 0;
        std::uint32_t after = 0;
        const auto try_gap = [&](std::uint32_t before_end, std::uint32_t after_end) {
            const auto free_in = [](const std::vector<std::uint32_t>& partner, std::uint32_t first, std::uint32_t last) {
                std::uint32_t found = none;
                for (std::uint32_t k = first; k < last; ++k) {
                    if (partner[k] != none) continue;
                    if (found != none) return none;
                    found = k;
                }
                return found;
            };
            const std::uint32_t i = free_in(partner_a_, before, before_end);
            const std::uint32_t j = free_in(partner_b_, after, after_end);
            if (i == none || j == none) return;
            const float s = similarity(i, j);
            if (s >= (paragraph_agrees(i, j) ? in_paragraph : in_context)) add({i, 1, j, 1, s, Reason::context, false});
        };
        for (const Pair& link : chain) {
            try_gap(link.before, link.after);
            before = link.before + link.before_size;
            after = link.after + link.after_size;
        }
        try_gap(a_.size(), b_.size());
    }

    /// What stands outside the chain must be strong, one to one and long enough; the rest is removed and added.
    void drop_weak_moves() {
        std::vector<Pair> kept;
        for (const Pair& pair : pairs_) {
            if (!pair.in_chain) {
                const bool single = pair.before_size == 1 && pair.after_size == 1;
                const bool long_enough = a_.words[pair.before] >= shortest_move || beside_another(pair);
                const bool repeated = repeated_a_[pair.before] || repeated_b_[pair.after];
                const float least = beside_another(pair) ? beside_move : strong;
                if (!single || !long_enough || repeated || pair.similarity < least) continue;
            }
            kept.push_back(pair);
        }
        pairs_ = std::move(kept);
        rebuild_partners();
    }

    /// Is the pair's neighbour on either side moved along with it?
    [[nodiscard]] bool beside_another(const Pair& pair) const {
        const auto linked = [&](std::uint32_t i, std::uint32_t j) {
            return i < a_.size() && j < b_.size() && partner_a_[i] != none && partner_a_[i] == partner_b_[j] &&
                   !pairs_[partner_a_[i]].in_chain;
        };
        const bool above = pair.before > 0 && pair.after > 0 && linked(pair.before - 1, pair.after - 1);
        return above || linked(pair.before + pair.before_size, pair.after + pair.after_size);
    }

    static SentenceSpan span(std::uint32_t first, std::uint32_t size) {
        return {static_cast<std::int32_t>(first), static_cast<std::int32_t>(first + size)};
    }

    [[nodiscard]] AlignmentGroup group_of(const Pair& pair) const {
        AlignmentGroup group;
        group.before = span(pair.before, pair.before_size);
        group.after = span(pair.after, pair.after_size);
        group.similarity = pair.similarity;
        group.reason = pair.reason;
        if (pair.after_size > 1) {
            group.relation = Relation::split;
        } else if (pair.before_size > 1) {
            group.relation = Relation::merged;
        } else {
            group.relation = pair.reason == Reason::identical ? Relation::same : Relation::edited;
        }
        return group;
    }

    /// All groups, sorted by `before`; those without a `before` follow, sorted by `after`. Order for reading comes later.
    Alignment result() {
        Alignment alignment;
        alignment.degraded = degraded_;
        for (std::uint32_t i = 0; i < a_.size(); ++i) {
            if (partner_a_[i] == none) {
                alignment.groups.push_back({span(i, 1), {}, Relation::removed, Reason::none, -1, 0.0F});
                continue;
            }
            const Pair& pair = pairs_[partner_a_[i]];
            if (pair.before != i) continue;
            AlignmentGroup group = group_of(pair);
            if (!pair.in_chain) {
                const bool continues = !alignment.groups.empty() && alignment.groups.back().move >= 0 &&
                                       alignment.moves.back().before.last == group.before.first &&
                                       alignment.moves.back().after.last == group.after.first;
                if (continues) {
                    alignment.moves.back().before.last = group.before.last;
                    alignment.moves.back().after.last = group.after.last;
                } else {
                    alignment.moves.push_back({group.before, group.after});
                }
                group.move = static_cast<std::int32_t>(alignment.moves.size() - 1);
            }
            alignment.groups.push_back(group);
        }
        for (std::uint32_t j = 0; j < b_.size(); ++j) {
            if (partner_b_[j] == none) {
                alignment.groups.push_back({{}, span(j, 1), Relation::added, Reason::none, -1, 0.0F});
            }
        }
        return alignment;
    }

    FeaturePair features_;
    const Features& a_;
    const Features& b_;
    diff::Budget& budget_;
    std::vector<Pair> pairs_;
    std::vector<std::uint32_t> partner_a_;  ///< index into pairs_
    std::vector<std::uint32_t> partner_b_;
    std::vector<std::uint32_t> paragraph_a_;
    std::vector<std::uint32_t> paragraph_b_;
    std::vector<bool> repeated_a_;  ///< the sentence's words occur more than once on a side
    std::vector<bool> repeated_b_;
    std::vector<float> set_aside_a_;  ///< similarity to a partner outside the backbone
    std::vector<float> set_aside_b_;
    std::vector<Evidence> common_;
    std::vector<float> best_;
    std::vector<std::uint8_t> step_;
    std::vector<std::uint32_t> posting_head_;
    std::vector<std::uint32_t> posting_next_;
    std::vector<Term> posting_;  ///< stem holds the sentence
    bool degraded_ = false;
};

/// Title to title, byline to byline.
void add_front_matter(Alignment& alignment, const Tokenized& before, const Tokenized& after) {
    const auto add = [&](std::uint32_t unit, std::int32_t sentence) {
        const bool has_before = !before.unit_range(unit).empty();
        const bool has_after = !after.unit_range(unit).empty();
        if (!has_before && !has_after) return;
        AlignmentGroup group;
        if (has_before) group.before = {sentence, sentence + 1};
        if (has_after) group.after = {sentence, sentence + 1};
        if (!has_before || !has_after) {
            group.relation = has_before ? Relation::removed : Relation::added;
            group.reason = Reason::none;
            group.similarity = 0;
        } else {
            const auto one = before.unit_keys(unit, unit + 1);
            const auto other = after.unit_keys(unit, unit + 1);
            std::size_t common = 0;
            for (const std::uint32_t key : one) common += std::find(other.begin(), other.end(), key) != other.end() ? 1U : 0U;
            const bool same = std::equal(one.begin(), one.end(), other.begin(), other.end());
            group.relation = same ? Relation::same : Relation::edited;
            group.reason = same ? Reason::identical : Reason::context;
            group.similarity = same ? 1.0F : dice(static_cast<Evidence>(common), static_cast<Evidence>(one.size()), static_cast<Evidence>(other.size()));
        }
        alignment.groups.push_back(group);
    };
    add(document::title_unit, title_sentence);
    add(document::byline_unit, byline_sentence);
}

void mirror(Alignment& alignment) {
    for (AlignmentGroup& group : alignment.groups) {
        std::swap(group.before, group.after);
        switch (group.relation) {
            case Relation::split: group.relation = Relation::merged; break;
            case Relation::merged: group.relation = Relation::split; break;
            case Relation::added: group.relation = Relation::removed; break;
            case Relation::removed: group.relation = Relation::added; break;
            default: break;
        }
    }
    for (Move& move : alignment.moves) std::swap(move.before, move.after);
}

/// Reading order of the later version; a removed group stands behind the row of what preceded it before.
void put_in_reading_order(Alignment& alignment) {
    struct Place {
        std::int32_t row = 0;     ///< where it stands in the later version
        std::int32_t behind = 0;  ///< 0 for what stands in the later version, then removed sentences in their order
    };
    std::vector<std::size_t> by_before;
    for (std::size_t g = 0; g < alignment.groups.size(); ++g) {
        if (!alignment.groups[g].before.empty()) by_before.push_back(g);
    }
    // Title before byline before body: -1, -2, 0, 1 …
    const auto rank = [](std::int32_t sentence) { return sentence >= 0 ? sentence + 2 : -1 - sentence; };
    std::sort(by_before.begin(), by_before.end(), [&](std::size_t x, std::size_t y) {
        return rank(alignment.groups[x].before.first) < rank(alignment.groups[y].before.first);
    });
    std::vector<Place> places(alignment.groups.size());
    std::int32_t row = -1;
    std::int32_t behind = 0;
    for (const std::size_t g : by_before) {
        const AlignmentGroup& group = alignment.groups[g];
        if (group.after.empty()) {
            places[g] = {row, ++behind};
        } else if (group.move < 0) {
            row = rank(group.after.first);
            behind = 0;
        }
    }
    for (std::size_t g = 0; g < alignment.groups.size(); ++g) {
        if (!alignment.groups[g].after.empty()) places[g] = {rank(alignment.groups[g].after.first), 0};
    }
    std::vector<std::size_t> order(alignment.groups.size());
    for (std::size_t g = 0; g < order.size(); ++g) order[g] = g;
    std::sort(order.begin(), order.end(), [&](std::size_t x, std::size_t y) {
        return places[x].row != places[y].row ? places[x].row < places[y].row : places[x].behind < places[y].behind;
    });
    std::vector<AlignmentGroup> sorted;
    sorted.reserve(order.size());
    for (const std::size_t g : order) sorted.push_back(alignment.groups[g]);
    alignment.groups = std::move(sorted);
}

/// Moves in the order of the later version.
void sort_moves(Alignment& alignment) {
    std::vector<std::int32_t> order(alignment.moves.size());
    for (std::size_t k = 0; k < order.size(); ++k) order[k] = static_cast<std::int32_t>(k);
    std::sort(order.begin(), order.end(), [&](std::int32_t x, std::int32_t y) {
        return alignment.moves[static_cast<std::size_t>(x)].after.first < alignment.moves[static_cast<std::size_t>(y)].after.first;
    });
    std::vector<Move> sorted;
    std::vector<std::int32_t> renumbered(order.size());
    for (const std::int32_t k : order) {
        renumbered[static_cast<std::size_t>(k)] = static_cast<std::int32_t>(sorted.size());
        sorted.push_back(alignment.moves[static_cast<std::size_t>(k)]);
    }
    for (AlignmentGroup& group : alignment.groups) {
        if (group.move >= 0) group.move = renumbered[static_cast<std::size_t>(group.move)];
    }
    alignment.moves = std::move(sorted);
}

}  // namespace

bool in_canonical_order(const Tokenized& one, const Tokenized& other) { return one.document->text <= other.document->text; }

Alignment align(const Tokenized& before, const Tokenized& after, diff::Budget& budget) {
    const bool canonical = in_canonical_order(before, after);
    Alignment alignment = canonical ? Aligner(before, after, budget).run() : Aligner(after, before, budget).run();
    if (!canonical) mirror(alignment);
    add_front_matter(alignment, before, after);
    sort_moves(alignment);
    put_in_reading_order(alignment);
    return alignment;
}

}  // namespace twicetold::align
