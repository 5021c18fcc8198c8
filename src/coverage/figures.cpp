#include "coverage/figures.h"

#include <algorithm>
#include <cmath>

#include "coverage/claims.h"
#include "coverage/order.h"

namespace twicetold::coverage {

namespace {

constexpr std::uint32_t reach = 8;  ///< tokens before and behind a number that tell what it counts

/// A term near a quantity, and how near.
struct NearTerm {
    std::uint32_t stem = 0;
    float weight = 0;
};

/// What stands around a quantity.
struct Surroundings {
    std::vector<NearTerm> terms;
    std::vector<std::uint32_t> counted;  ///< the one or two words behind it, which it counts
    float total = 0;
};

// Log-odds that two numbers are of one quantity, fitted by logistic regression on the public gold set (leaving one event out
// each time: F1 .82 with the verdict).
constexpr float bias = -1.203F;
constexpr std::array<float, figure_feature_count> weights = {
    0.197F, 1.032F,  -0.253F, 0.239F, -0.200F, 0.657F,  0.103F,  -0.052F,
    0.351F, -0.293F, 1.171F,  1.377F, 1.211F,  -0.134F, -0.597F, 0.102F};
constexpr std::int32_t least_score = 60;  ///< log-odds in 1/256
/// Sentences that say the same and have one sum, share or length each, in like words: one quantity, unless twice as large.
constexpr std::int32_t least_link_of_alone = -150;
constexpr float near_enough = 0.15F;
constexpr std::int32_t sure_score = 128;
constexpr std::int32_t least_related =
    -900;  ///< of the sentences, log-odds in 1/256: numbers in others have nothing to do with each other
constexpr float measured_alike = 0.4F;  ///< the same, of sentences with one sum, share or length each
constexpr float least_alike_of_events = 0.45F;
/// A year dates the thing itself more often than something that happens in passing.
constexpr float least_alike_of_years = 0.2F;
constexpr float most_apart = 1.6F;       ///< powers of two, of numbers that do not name what they count
constexpr float otherwise_alike = 0.6F;  ///< share of the words of both sentences

class FigureScorer {
public:
    explicit FigureScorer(const Story& story) : story_(story), surroundings_(story.quantities.size()) {
        for (std::uint32_t s = 0; s < story.sentences.size(); ++s) read(s);
    }

    std::vector<QuantityPair> score(const std::vector<ScoredPair>& pairs) const {
        std::vector<QuantityPair> scored;
        for (const ScoredPair& pair : pairs) {
            if (pair.score < least_related) continue;
            const StorySentence& a = story_.sentences[pair.one];
            const StorySentence& b = story_.sentences[pair.other];
            for (std::uint32_t i = a.first_quantity; i < a.last_quantity; ++i) {
                for (std::uint32_t j = b.first_quantity; j < b.last_quantity; ++j) {
                    const bool like = comparable(story_.quantities[i], story_.quantities[j]);
                    if (!like && !compatible(story_.quantities[i], story_.quantities[j])) continue;
                    QuantityPair q;
                    q.one = i;
                    q.other = j;
                    q.one_sentence = pair.one;
                    q.other_sentence = pair.other;
                    q.agree = compatible(story_.quantities[i], story_.quantities[j]);
                    set_features(q, pair);
                    scored.push_back(q);
                }
            }
        }
        return scored;
    }

private:
    void read(std::uint32_t sentence) {
        const StorySentence& s = story_.sentences[sentence];
        const StoryText& text = story_.texts[s.document];
        const std::uint32_t unit = story_.unit_of(sentence);
        const std::uint32_t begin = text.tokens.unit_begin[unit];
        const std::uint32_t end = text.tokens.unit_begin[unit + 1];
        for (std::uint32_t q = s.first_quantity; q < s.last_quantity; ++q) {
            const Quantity& quantity = story_.quantities[q];
            Surroundings& near = surroundings_[q];
            for (const StoryTerm& term : story_.terms_of(sentence)) {
                if (term.quantity >= 0) continue;
                const auto token = static_cast<std::uint32_t>(
                    std::lower_bound(text.tokens.tokens.begin() + begin, text.tokens.tokens.begin() + end,
                                     term.range.begin,
                                     [](const text::Token& t, std::uint32_t at) { return t.begin < at; }) -
                    text.tokens.tokens.begin());
                const std::uint32_t distance = token < quantity.first_token ? quantity.first_token - token
                                               : token < quantity.last_token
                                                   ? 1
                                                   : token - quantity.last_token + 1;
                if (distance > reach) continue;
                const float weight = static_cast<float>(term.weight) / static_cast<float>(1 + distance);
                near.terms.push_back({term.stem, weight});
                near.total += weight;
                // Nothing but words may stand between a number and what it counts.
                if (token >= quantity.last_token && distance <= 4 && near.counted.size() < 3 &&
                    !crosses_sign(text, quantity.last_token, token))
                    near.counted.push_back(term.stem);
            }
        }
    }

    static bool crosses_sign(const StoryText& text, std::uint32_t from, std::uint32_t to) {
        for (std::uint32_t t = from; t < to; ++t) {
            if (text.tokens.entry(t).kind == text::TokenKind::punctuation) return true;
        }
        return false;
    }

    [[nodiscard]] float counted_alike(const Surroundings& a, const Surroundings& b) const {
        std::uint32_t best = 0;
        for (const std::uint32_t one : a.counted) {
            for (const std::uint32_t other : b.counted) best = std::max(best, story_.strength(one, other));
        }
        return static_cast<float>(best) / same_stem;
    }

    [[nodiscard]] float near_alike(const Surroundings& a, const Surroundings& b) const {
        if (a.total + b.total <= 0) return 0;
        const auto covered = [&](const Surroundings& from, const Surroundings& to) {
            float sum = 0;
            for (const NearTerm& term : from.terms) {
                float best = 0;
                for (const NearTerm& other : to.terms)
                    best = std::max(best, std::min(term.weight, other.weight) *
                                              static_cast<float>(story_.strength(term.stem, other.stem)) /
                                              same_stem);
                sum += best;
            }
            return sum;
        };
        return (covered(a, b) + covered(b, a)) / (a.total + b.total);
    }

    /// Share of the words of both sentences that have a counterpart in the other, numbers left out.
    [[nodiscard]] float words_alike(std::uint32_t one, std::uint32_t other) const {
        float shared = 0;
        float total = 0;
        for (const auto& [from, to] : {std::pair(one, other), std::pair(other, one)}) {
            for (const StoryTerm& term : story_.terms_of(from)) {
                if (term.kind == TermKind::number) continue;
                std::uint32_t best = 0;
                for (const StoryTerm& counterpart : story_.terms_of(to))
                    best = std::max(best, story_.strength(term.stem, counterpart.stem));
                shared += static_cast<float>(term.weight) * static_cast<float>(best) / same_stem;
                total += static_cast<float>(term.weight);
            }
        }
        return total > 0 ? shared / total : 0;
    }

    [[nodiscard]] std::uint32_t rivals(const StorySentence& sentence, const Quantity& quantity) const {
        std::uint32_t count = 0;
        for (std::uint32_t q = sentence.first_quantity; q < sentence.last_quantity; ++q)
            count += comparable(story_.quantities[q], quantity) ? 1 : 0;
        return count;
    }

    void set_features(QuantityPair& q, const ScoredPair& pair) const {
        const Quantity& a = story_.quantities[q.one];
        const Quantity& b = story_.quantities[q.other];
        const Surroundings& near_a = surroundings_[q.one];
        const Surroundings& near_b = surroundings_[q.other];
        auto& f = q.features;
        f[0] = static_cast<float>(std::clamp(pair.score, -1280, 1280)) / 256;
        f[1] = q.agree ? 1.0F : 0.0F;
        f[2] = q.agree && a.base == b.base ? 1.0F : 0.0F;
        const bool both_name = !near_a.counted.empty() && !near_b.counted.empty();
        f[3] = counted_alike(near_a, near_b);
        f[4] = both_name && f[3] == 0 ? 1.0F : 0.0F;
        f[5] = near_alike(near_a, near_b);
        const StorySentence& one = story_.sentences[q.one_sentence];
        const StorySentence& other = story_.sentences[q.other_sentence];
        f[6] = std::log2(static_cast<float>(rivals(one, a) * rivals(other, b)));
        f[7] = a.dimension != Dimension::count ? 1.0F : 0.0F;
        f[8] = q.agree ? std::min(5.0F, static_cast<float>(std::log10(1 + std::abs(a.base)))) : 0.0F;
        const auto low = static_cast<float>(std::max(1e-6, std::min(std::abs(a.base), std::abs(b.base))));
        const auto high = static_cast<float>(std::max(1e-6, std::max(std::abs(a.base), std::abs(b.base))));
        f[9] = q.agree ? 0.0F : std::min(3.0F, std::log2(high / low));
        f[10] = f[1] * f[5];
        f[11] = comparable(a, b) ? 0.0F : 1.0F;
        if (!q.agree) {
            f[12] = f[3] * f[5];
            f[13] = std::max(0.0F, f[0]);
            f[14] = f[3];
            f[15] = f[6];
        }
        float score = bias;
        for (std::size_t i = 0; i < figure_feature_count; ++i) score += weights[i] * f[i];
        q.score = static_cast<std::int32_t>(std::lround(256 * score));
        // Sentences that are otherwise alike, and count the same thing, or have but one such number: it is the same quantity,
        // however far the two lie apart ("14 people dead", "41 people dead").
        const bool only_ones = rivals(one, a) == 1 && rivals(other, b) == 1;
        if (is_calendar(a.dimension)) {
            // There is nothing around a date that it counts: the sentences must be alike. Dates that agree are left out, they
            // are in nearly every sentence.
            const bool same_event =
                only_ones && !q.agree && pair.score >= least_link &&
                words_alike(q.one_sentence, q.other_sentence) >=
                    (a.dimension == Dimension::year ? least_alike_of_years : least_alike_of_events);
            q.score = same_event ? sure_score : -sure_score;
            return;
        }
        const bool measured_alone = only_ones && a.dimension != Dimension::count &&
                                    pair.score >= least_link_of_alone && f[5] >= near_enough && f[9] <= 1;
        if (measured_alone && comparable(a, b)) q.score = std::max(q.score, sure_score);
        if (!comparable(a, b)) return;
        const bool same_thing = f[3] > 0.6F || (!both_name && f[9] <= most_apart);
        if (only_ones && same_thing && pair.score >= least_link) q.score = std::max(q.score, sure_score);
        q.alike = words_alike(q.one_sentence, q.other_sentence);
        if ((f[3] > 0.6F || only_ones) && q.alike >= otherwise_alike) q.score = std::max(q.score, sure_score);
        if (f[3] > 0.6F && only_ones && q.alike >= measured_alike) q.score = std::max(q.score, sure_score);
        const bool measured = a.dimension != Dimension::count && a.dimension != Dimension::duration;
        if (measured && only_ones && q.alike >= measured_alike && f[9] <= 1)
            q.score = std::max(q.score, sure_score);
    }

    const Story& story_;
    std::vector<Surroundings> surroundings_;
};

/// Statements joined by pairs, each group rising. All of a group must be of one kind: a bare "2.5" may be per cent or votes, but
/// joins no votes with per cent.
std::vector<std::vector<std::uint32_t>> join(const std::vector<Quantity>& quantities,
                                             const std::vector<QuantityPair>& pairs) {
    std::vector<std::vector<std::uint32_t>> groups(quantities.size());
    std::vector<std::uint32_t> group_of(quantities.size());
    for (std::uint32_t quantity = 0; quantity < quantities.size(); ++quantity) {
        groups[quantity] = {quantity};
        group_of[quantity] = quantity;
    }
    for (const QuantityPair& pair : pairs) {
        const std::uint32_t to = std::min(group_of[pair.one], group_of[pair.other]);
        const std::uint32_t from = std::max(group_of[pair.one], group_of[pair.other]);
        const bool of_one_kind =
            std::all_of(groups[from].begin(), groups[from].end(), [&](std::uint32_t one) {
                return std::all_of(groups[to].begin(), groups[to].end(), [&](std::uint32_t other) {
                    return comparable(quantities[one], quantities[other]) ||
                           compatible(quantities[one], quantities[other]);
                });
            });
        if (from == to || !of_one_kind) continue;
        for (const std::uint32_t moved : groups[from]) {
            group_of[moved] = to;
            groups[to].push_back(moved);
        }
        groups[from].clear();
    }
    for (auto& group : groups) sort_numbers(group);
    std::erase_if(groups, [](const auto& group) { return group.size() < 2; });
    return groups;
}

/// Statements that agree with one of a camp, and disagree with none of it, belong to it.
void find_camps(const Story& story, FigureGroup& group) {
    std::vector<std::vector<std::uint32_t>> camps;
    for (const std::uint32_t quantity : group.quantities) {
        std::size_t camp = 0;
        while (camp < camps.size() && !std::all_of(
                                          camps[camp].begin(), camps[camp].end(),
                                          [&](std::uint32_t other) {
                                              return compatible(story.quantities[quantity],
                                                                story.quantities[other]);
                                          }))
            ++camp;
        if (camp == camps.size()) camps.emplace_back();
        camps[camp].push_back(quantity);
        group.camps.push_back(static_cast<std::uint32_t>(camp) + 1);
    }
    group.agree = camps.size() < 2;
    if (group.agree) std::fill(group.camps.begin(), group.camps.end(), 0U);
}

}  // namespace

std::vector<QuantityPair> score_quantities(const Story& story, const std::vector<ScoredPair>& pairs) {
    return FigureScorer(story).score(pairs);
}

std::vector<QuantityPair> match_quantities(std::vector<QuantityPair> scored) {
    sort_by(scored, [](const QuantityPair& pair) {
        return std::uint64_t{falling(pair.score)};
    });            // stable: then as they stand
    KeyMap taken;  // a quantity and the sentence of its partner
    std::vector<QuantityPair> matched;
    for (const QuantityPair& pair : scored) {
        if (pair.score < least_score) break;
        if (taken.contains(key_of(pair.one, pair.other_sentence)) ||
            taken.contains(key_of(pair.other, pair.one_sentence)))
            continue;
        taken.insert(key_of(pair.one, pair.other_sentence));
        taken.insert(key_of(pair.other, pair.one_sentence));
        matched.push_back(pair);
    }
    return matched;
}

std::vector<FigureGroup> group_figures(const Story& story, const std::vector<QuantityPair>& matched) {
    std::vector<std::uint32_t> sentence_of(story.quantities.size(), 0);
    for (std::uint32_t s = 0; s < story.sentences.size(); ++s) {
        for (std::uint32_t q = story.sentences[s].first_quantity; q < story.sentences[s].last_quantity; ++q)
            sentence_of[q] = s;
    }
    std::vector<FigureGroup> groups;
    for (auto& quantities : join(story.quantities, matched)) {
        FigureGroup group;
        group.quantities = std::move(quantities);
        for (const std::uint32_t quantity : group.quantities)
            group.sentences.push_back(sentence_of[quantity]);
        find_camps(story, group);
        groups.push_back(std::move(group));
    }
    return groups;
}

}  // namespace twicetold::coverage
