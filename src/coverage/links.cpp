#include "coverage/links.h"

#include <algorithm>
#include <cmath>
#include <iterator>

#include "coverage/order.h"

namespace twicetold::coverage {

namespace {

struct Posting {
    std::uint32_t sentence = 0;
};

/// Sentences by stem.
std::vector<std::vector<std::uint32_t>> make_postings(const Story& story) {
    std::vector<std::vector<std::uint32_t>> postings(story.stems.size());
    for (std::uint32_t s = 0; s < story.sentences.size(); ++s) {
        for (const StoryTerm& term : story.terms_of(s)) postings[term.stem].push_back(s);
    }
    return postings;
}

/// What shares less than one part in so many of a sentence counts as nothing, and pairs of which neither shares the second part are
/// not scored.
struct LeastParts {
    Weight of_each;
    Weight of_either;
};

constexpr LeastParts least_parts(Candidates candidates) {
    return candidates == Candidates::promising ? LeastParts{12, 9} : LeastParts{60, 40};
}

class OverlapFinder {
public:
    OverlapFinder(const Story& story, Candidates candidates)
        : story_(story),
          least_part_(least_parts(candidates).of_each),
          postings_(make_postings(story)),
          overlap_(story.sentences.size()),
          seen_(story.sentences.size(), 0),
          best_(story.sentences.size(), 0) {}

    std::vector<Overlap> find(std::uint32_t sentence) {
        touched_.clear();
        for (const StoryTerm& term : story_.terms_of(sentence)) {
            ++term_number_;
            held_.clear();
            note(sentence, term.stem, same_stem);
            for (const Related& related : story_.related[term.stem])
                note(sentence, related.stem, related.strength);
            for (const std::uint32_t other : held_) add(other, term);
        }
        std::vector<Overlap> found;
        sort_numbers(touched_);
        for (const std::uint32_t other : touched_) {
            Overlap& overlap = overlap_[other];
            if (overlap.shared * least_part_ >= story_.sentences[sentence].total) found.push_back(overlap);
            overlap = {};
        }
        return found;
    }

private:
    /// The best counterpart of the current term in every sentence.
    void note(std::uint32_t sentence, std::uint32_t stem, std::uint32_t strength) {
        for (const std::uint32_t other : postings_[stem]) {
            if (story_.sentences[other].document == story_.sentences[sentence].document) continue;
            if (seen_[other] != term_number_) {
                seen_[other] = term_number_;
                best_[other] = strength;
                held_.push_back(other);
            } else {
                best_[other] = std::max(best_[other], strength);
            }
        }
    }

    void add(std::uint32_t other, const StoryTerm& term) {
        Overlap& overlap = overlap_[other];
        if (overlap.count == 0) touched_.push_back(other);
        const Weight weight = term.weight * best_[other] / same_stem;
        overlap.other = other;
        overlap.shared += weight;
        if (best_[other] == same_stem) overlap.exact += weight;
        if (term.kind == TermKind::name) overlap.names += weight;
        if (term.kind == TermKind::number) overlap.numbers += weight;
        overlap.rarest = std::max(overlap.rarest, weight);
        ++overlap.count;
    }

    const Story& story_;
    Weight least_part_;
    std::vector<std::vector<std::uint32_t>> postings_;
    std::vector<Overlap> overlap_;
    std::vector<std::uint32_t> seen_;
    std::vector<std::uint32_t> best_;
    std::vector<std::uint32_t> touched_;
    std::vector<std::uint32_t> held_;
    std::uint32_t term_number_ = 0;
};

const Overlap* find_overlap(const Overlaps& overlaps, std::uint32_t one, std::uint32_t other) {
    const auto& list = overlaps[one];
    const auto found =
        std::lower_bound(list.begin(), list.end(), other,
                         [](const Overlap& overlap, std::uint32_t wanted) { return overlap.other < wanted; });
    return found != list.end() && found->other == other ? &*found : nullptr;
}

float ratio(Weight part, Weight whole) {
    return whole > 0 ? static_cast<float>(part) / static_cast<float>(whole) : 0.0F;
}

// Log-odds of a link, fitted by logistic regression on the public gold set and on pairs of unrelated articles, in which nothing is
// linked (leaving one event out each time gives an F1 of .72, all events together .74).
constexpr float bias = -14.630F;
constexpr FeatureVector weights = {1.742F, 3.733F, 0.746F, -1.326F, 0.355F, -0.064F, 0.898F, 0.133F, -0.038F,
                                   1.580F, 0.225F, 1.275F, 2.199F,  2.018F, -2.236F, 1.521F, 40.000F};

// Log-odds that two sentences are about the same event, fitted the same way on the dev half of ECB+ (Cybulska and Vossen 2014).
// What competes for a sentence counts against it there: an event is told in many sentences of every document.
constexpr float likeness_bias = -4.738F;
constexpr FeatureVector likeness_weights = {1.091F, 1.240F, 1.374F,  2.426F,  0.334F,  0.382F,
                                            0.644F, 0.603F, -0.016F, -1.139F, -0.974F, -0.983F,
                                            2.927F, 0.746F, -0.625F, -0.562F, 12.643F};

std::int32_t score_of(const FeatureVector& features, const FeatureVector& factors, float constant) {
    float score = constant;
    for (std::size_t i = 0; i < feature_count; ++i) score += factors[i] * features[i];
    return static_cast<std::int32_t>(std::lround(256 * score));
}

/// Articles that share this much of their vocabulary are surely about one event; more says nothing more.
constexpr float enough_kinship = 0.2F;
/// Words do not tell between languages.
constexpr float kinship_across_languages = 0.15F;

class PairScorer {
public:
    PairScorer(const Story& story, const Overlaps& overlaps, Candidates candidates)
        : story_(story), overlaps_(overlaps), least_part_(least_parts(candidates).of_either) {
        find_best();
        find_kinship();
    }

    std::vector<ScoredPair> score() {
        std::vector<ScoredPair> pairs;
        for (std::uint32_t one = 0; one < overlaps_.size(); ++one) {
            for (const Overlap& overlap : overlaps_[one]) {
                const Overlap* back = find_overlap(overlaps_, overlap.other, one);
                if (overlap.other < one && back != nullptr) continue;
                const bool forth_is_enough = overlap.shared * least_part_ >= story_.sentences[one].total;
                const bool back_is_enough =
                    back != nullptr && back->shared * least_part_ >= story_.sentences[overlap.other].total;
                if (!forth_is_enough && !back_is_enough) continue;
                ScoredPair pair;
                pair.one = std::min(one, overlap.other);
                pair.other = std::max(one, overlap.other);
                pair.features = features(pair.one, pair.other);
                pair.score = score_of(pair.features, weights, bias);
                pair.likeness = score_of(pair.features, likeness_weights, likeness_bias);
                pairs.push_back(pair);
            }
        }
        sort_by(pairs, [](const ScoredPair& pair) { return key_of(pair.one, pair.other); });
        return pairs;
    }

private:
    [[nodiscard]] float dice_of(std::uint32_t one, std::uint32_t other) const {
        if (const Overlap* forth = find_overlap(overlaps_, one, other)) return forth->dice;
        const Overlap* back = find_overlap(overlaps_, other, one);
        return back != nullptr ? back->dice : 0.0F;
    }

    /// Best soft Dice of every sentence in each other document.
    void find_best() {
        const std::size_t documents = story_.texts.size();
        best_.assign(story_.sentences.size() * documents, 0);
        for (std::uint32_t one = 0; one < overlaps_.size(); ++one) {
            for (const Overlap& overlap : overlaps_[one]) {
                float& best = best_[one * documents + story_.sentences[overlap.other].document];
                best = std::max(best, overlap.dice);
                float& best_of_other = best_[overlap.other * documents + story_.sentences[one].document];
                best_of_other = std::max(best_of_other, overlap.dice);
            }
        }
    }

    /// How much of their vocabulary two documents share: articles about one event share a quarter and more of the shorter one's
    /// stems, others a tenth. Names count as the others do: in a story everybody repeats them.
    void find_kinship() {
        const std::size_t documents = story_.texts.size();
        std::vector<std::vector<std::uint32_t>> stems(documents);
        for (std::size_t d = 0; d < documents; ++d) {
            for (std::uint32_t s = story_.texts[d].first_sentence; s < story_.texts[d].last_sentence; ++s) {
                for (const StoryTerm& term : story_.terms_of(s)) stems[d].push_back(term.stem);
            }
            sort_unique(stems[d]);
        }
        kinship_.assign(documents * documents, 0);
        for (std::size_t a = 0; a < documents; ++a) {
            for (std::size_t b = 0; b < documents; ++b) {
                std::vector<std::uint32_t> shared;
                std::set_intersection(stems[a].begin(), stems[a].end(), stems[b].begin(), stems[b].end(),
                                      std::back_inserter(shared));
                if (story_.texts[a].language != story_.texts[b].language) {
                    kinship_[a * documents + b] = kinship_across_languages;
                    continue;
                }
                const auto shorter =
                    static_cast<float>(std::max<std::size_t>(1, std::min(stems[a].size(), stems[b].size())));
                kinship_[a * documents + b] = static_cast<float>(shared.size()) / shorter;
            }
        }
    }

    [[nodiscard]] float neighbour(std::uint32_t one, int step_one, std::uint32_t other,
                                  int step_other) const {
        const auto shifted = [&](std::uint32_t sentence, int step) -> std::int64_t {
            const StoryText& text = story_.texts[story_.sentences[sentence].document];
            const std::int64_t at = static_cast<std::int64_t>(sentence) + step;
            return at >= text.first_sentence && at < text.last_sentence ? at : -1;
        };
        const std::int64_t i = shifted(one, step_one);
        const std::int64_t j = shifted(other, step_other);
        return i < 0 || j < 0 ? 0.0F : dice_of(static_cast<std::uint32_t>(i), static_cast<std::uint32_t>(j));
    }

    [[nodiscard]] float position(std::uint32_t sentence) const {
        const StoryText& text = story_.texts[story_.sentences[sentence].document];
        const std::uint32_t count = text.last_sentence - text.first_sentence;
        return (static_cast<float>(story_.sentences[sentence].index) + 0.5F) / static_cast<float>(count);
    }

    [[nodiscard]] FeatureVector features(std::uint32_t one, std::uint32_t other) const {
        static constexpr Overlap none;
        const Overlap* forth_found = find_overlap(overlaps_, one, other);
        const Overlap* back_found = find_overlap(overlaps_, other, one);
        const Overlap& forth = forth_found != nullptr ? *forth_found : none;
        const Overlap& back = back_found != nullptr ? *back_found : none;
        const StorySentence& a = story_.sentences[one];
        const StorySentence& b = story_.sentences[other];
        const float share_a = ratio(forth.shared, a.total);
        const float share_b = ratio(back.shared, b.total);
        const auto unit = 1.0F / 256;
        const std::size_t documents = story_.texts.size();
        const float dice = ratio(forth.shared + back.shared, a.total + b.total);
        const float best_a = best_[one * documents + b.document];
        const float best_b = best_[other * documents + a.document];
        const float rank_a = best_a > 0 ? dice / best_a : 0;
        const float rank_b = best_b > 0 ? dice / best_b : 0;
        FeatureVector f{};
        f[0] = dice;
        f[1] = std::max(share_a, share_b);
        f[2] = std::min(share_a, share_b);
        f[3] = ratio(forth.exact + back.exact, a.total + b.total);
        f[4] = std::sqrt(static_cast<float>(forth.shared + back.shared) * unit * 0.5F);
        f[5] = std::sqrt(static_cast<float>(forth.names + back.names) * unit * 0.5F);
        f[6] = std::sqrt(static_cast<float>(forth.numbers + back.numbers) * unit * 0.5F);
        f[7] = static_cast<float>(forth.rarest + back.rarest) * unit * 0.5F;
        f[8] = static_cast<float>(std::min({forth.count, back.count, 6U}));
        f[9] = std::min(rank_a, rank_b);
        f[10] = std::max(rank_a, rank_b);
        f[11] = rank_a * rank_b;
        f[12] = std::max(neighbour(one, -1, other, -1), neighbour(one, 1, other, 1));
        f[13] = std::max(std::max(neighbour(one, 0, other, -1), neighbour(one, 0, other, 1)),
                         std::max(neighbour(one, -1, other, 0), neighbour(one, 1, other, 0)));
        f[14] = std::abs(position(one) - position(other));
        f[15] = std::min(1.0F, static_cast<float>(std::min(a.total, b.total)) * unit / 30);
        f[16] = std::min(kinship_[a.document * documents + b.document], enough_kinship);
        return f;
    }

    const Story& story_;
    const Overlaps& overlaps_;
    Weight least_part_;
    std::vector<float> best_;
    std::vector<float> kinship_;  ///< document × document
};

}  // namespace

Overlaps find_overlaps(const Story& story, Candidates candidates) {
    OverlapFinder finder(story, candidates);
    Overlaps overlaps;
    overlaps.reserve(story.sentences.size());
    for (std::uint32_t s = 0; s < story.sentences.size(); ++s) overlaps.push_back(finder.find(s));
    for (std::uint32_t one = 0; one < overlaps.size(); ++one) {
        for (Overlap& forth : overlaps[one]) {
            const Overlap* back = find_overlap(overlaps, forth.other, one);
            forth.dice = ratio(forth.shared + (back != nullptr ? back->shared : 0),
                               story.sentences[one].total + story.sentences[forth.other].total);
        }
    }
    return overlaps;
}

std::vector<ScoredPair> score_pairs(const Story& story, const Overlaps& overlaps, Candidates candidates) {
    return PairScorer(story, overlaps, candidates).score();
}

}  // namespace twicetold::coverage
