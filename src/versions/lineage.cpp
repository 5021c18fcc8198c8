#include "versions/lineage.h"

#include <algorithm>
#include <numeric>

namespace twicetold::versions {

namespace {

using document::Tokenized;

/// Words in common that make a later sentence the same one come back (Dice, by stems).
constexpr double same_again = 0.75;
/// Pairs of gone and new sentences that are weighed; beyond it only equal words count.
constexpr std::size_t most_pairs = 1U << 20U;

/// Disjoint sets with path halving (Tarjan and van Leeuwen, 1984).
class Sets {
public:
    explicit Sets(std::size_t size) : parent_(size) { std::iota(parent_.begin(), parent_.end(), 0U); }
    std::uint32_t find(std::uint32_t x) {
        while (parent_[x] != x) x = parent_[x] = parent_[parent_[x]];
        return x;
    }
    void join(std::uint32_t x, std::uint32_t y) {
        x = find(x);
        y = find(y);
        parent_[std::max(x, y)] = std::min(x, y);
    }

private:
    std::vector<std::uint32_t> parent_;
};

/// Stems of a sentence that are no signs, sorted.
std::vector<std::uint32_t> stems_of(const Tokenized& text, std::uint32_t sentence) {
    std::vector<std::uint32_t> stems;
    const std::uint32_t unit = sentence + document::body_unit;
    for (std::uint32_t t = text.unit_begin[unit]; t < text.unit_begin[unit + 1]; ++t) {
        if (text.entry(t).weight > text::TokenWeight::sign) stems.push_back(text.entry(t).content);
    }
    std::sort(stems.begin(), stems.end());
    return stems;
}

double likeness(const std::vector<std::uint32_t>& one, const std::vector<std::uint32_t>& other) {
    if (one.empty() || other.empty()) return 0;
    std::vector<std::uint32_t> common;
    std::set_intersection(one.begin(), one.end(), other.begin(), other.end(), std::back_inserter(common));
    return 2.0 * static_cast<double>(common.size()) / static_cast<double>(one.size() + other.size());
}

class Tracer {
public:
    Tracer(std::span<const Tokenized> versions, std::span<const Step> steps)
        : versions_(versions), steps_(steps), first_(number_sentences(versions)), sets_(first_.back()) {}

    std::vector<Lineage> run() {
        for (const Step& step : steps_) follow(step);
        rejoin_returned();
        return collect();
    }

    [[nodiscard]] bool coarse() const { return coarse_; }

private:
    /// Number of each version's first sentence when all are counted through; one more at the end.
    static std::vector<std::uint32_t> number_sentences(std::span<const Tokenized> versions) {
        std::vector<std::uint32_t> first{0};
        for (const Tokenized& version : versions) {
            first.push_back(first.back() + static_cast<std::uint32_t>(version.document->sentences.size()));
        }
        return first;
    }

    [[nodiscard]] std::uint32_t number(std::uint32_t version, std::int32_t sentence) const {
        return first_[version] + static_cast<std::uint32_t>(sentence);
    }

    void follow(const Step& step) {
        for (const AlignmentGroup& group : step.alignment) {
            if (group.before.first < 0 || group.after.first < 0) continue;
            if (group.before.empty()) {
                for (std::int32_t s = group.after.first; s < group.after.last; ++s)
                    born_.push_back({step.after, static_cast<std::uint32_t>(s)});
                continue;
            }
            if (group.after.empty()) {
                for (std::int32_t s = group.before.first; s < group.before.last; ++s)
                    gone_.push_back({step.before, static_cast<std::uint32_t>(s)});
                continue;
            }
            const std::uint32_t root = number(step.before, group.before.first);
            for (std::int32_t s = group.before.first; s < group.before.last; ++s)
                sets_.join(root, number(step.before, s));
            for (std::int32_t s = group.after.first; s < group.after.last; ++s) {
                sets_.join(root, number(step.after, s));
                if (group.relation != align::Relation::same)
                    changed_.push_back({step.after, static_cast<std::uint32_t>(s)});
            }
        }
    }

    [[nodiscard]] std::span<const std::uint32_t> words_of(const SentencePlace& place) const {
        const std::uint32_t unit = place.sentence + document::body_unit;
        return versions_[place.version].unit_keys(unit, unit + 1);
    }

    /// A sentence that was gone for at least one version and stands in a later one.
    void rejoin_returned() {
        gone_used_.assign(gone_.size(), false);
        born_used_.assign(born_.size(), false);
        rejoin_same_words();
        rejoin_alike();
    }

    [[nodiscard]] bool may_return(std::uint32_t g, std::uint32_t b) const {
        return !gone_used_[g] && !born_used_[b] && born_[b].version > gone_[g].version + 1;
    }

    void rejoin(std::uint32_t g, std::uint32_t b) {
        gone_used_[g] = born_used_[b] = true;
        sets_.join(number(gone_[g].version, static_cast<std::int32_t>(gone_[g].sentence)),
                   number(born_[b].version, static_cast<std::int32_t>(born_[b].sentence)));
    }

    /// Those with the same words: in order, to the first version they come back in.
    void rejoin_same_words() {
        const auto words_less = [](std::span<const std::uint32_t> x, std::span<const std::uint32_t> y) {
            return std::lexicographical_compare(x.begin(), x.end(), y.begin(), y.end());
        };
        const auto sorted = [&](const std::vector<SentencePlace>& places) {
            std::vector<std::uint32_t> order(places.size());
            std::iota(order.begin(), order.end(), 0U);
            std::stable_sort(order.begin(), order.end(), [&](std::uint32_t x, std::uint32_t y) {
                return words_less(words_of(places[x]), words_of(places[y]));
            });
            return order;
        };
        const std::vector<std::uint32_t> gone = sorted(gone_);
        const std::vector<std::uint32_t> born = sorted(born_);
        // Both lists come in the order of the versions, so each run of equal words does.
        for (std::size_t g = 0, b = 0; g < gone.size() && b < born.size();) {
            const auto one = words_of(gone_[gone[g]]);
            const auto other = words_of(born_[born[b]]);
            if (words_less(one, other)) {
                ++g;
            } else if (words_less(other, one)) {
                ++b;
            } else if (one.empty() || born_[born[b]].version <= gone_[gone[g]].version + 1) {
                ++b;
            } else {
                rejoin(gone[g++], born[b++]);
            }
        }
    }

    /// Those that are alike, the likest pair first.
    void rejoin_alike() {
        struct Return {
            double likeness;
            std::uint32_t gone;
            std::uint32_t born;
        };
        const auto left = [](const std::vector<bool>& used) {
            return static_cast<std::size_t>(std::count(used.begin(), used.end(), false));
        };
        if (left(gone_used_) * left(born_used_) > most_pairs) {
            coarse_ = true;
            return;
        }
        const auto stems = [&](const std::vector<SentencePlace>& places) {
            std::vector<std::vector<std::uint32_t>> of;
            of.reserve(places.size());
            for (const SentencePlace& p : places) of.push_back(stems_of(versions_[p.version], p.sentence));
            return of;
        };
        const auto gone_stems = stems(gone_);
        const auto born_stems = stems(born_);
        std::vector<Return> returns;
        for (std::uint32_t g = 0; g < gone_.size(); ++g) {
            for (std::uint32_t b = 0; b < born_.size(); ++b) {
                if (!may_return(g, b)) continue;
                const double alike = likeness(gone_stems[g], born_stems[b]);
                if (alike >= same_again) returns.push_back({alike, g, b});
            }
        }
        std::stable_sort(returns.begin(), returns.end(), [&](const Return& x, const Return& y) {
            if (x.likeness != y.likeness) return x.likeness > y.likeness;
            return born_[x.born].version < born_[y.born].version;
        });
        for (const Return& r : returns) {
            if (!may_return(r.gone, r.born)) continue;
            rejoin(r.gone, r.born);
            changed_.push_back(born_[r.born]);
        }
    }

    std::vector<Lineage> collect() {
        std::vector<std::uint32_t> index(first_.back(), 0xFFFFFFFFU);
        std::vector<Lineage> lineages;
        for (std::uint32_t v = 0; v < versions_.size(); ++v) {
            for (std::uint32_t s = 0; s < first_[v + 1] - first_[v]; ++s) {
                const std::uint32_t root = sets_.find(first_[v] + s);
                if (index[root] == 0xFFFFFFFFU) {
                    index[root] = static_cast<std::uint32_t>(lineages.size());
                    lineages.emplace_back();
                    lineages.back().first = v;
                }
                Lineage& lineage = lineages[index[root]];
                lineage.last = v;
                lineage.sentences.push_back({v, s});
            }
        }
        for (const SentencePlace& place : changed_) {
            Lineage& lineage = lineages[index[sets_.find(first_[place.version] + place.sentence)]];
            if (lineage.edited.empty() || lineage.edited.back() != place.version)
                lineage.edited.push_back(place.version);
        }
        const auto last_version = static_cast<std::uint32_t>(versions_.size() - 1);
        for (Lineage& lineage : lineages) {
            std::sort(lineage.edited.begin(), lineage.edited.end());
            lineage.edited.erase(std::unique(lineage.edited.begin(), lineage.edited.end()),
                                 lineage.edited.end());
            std::uint32_t standing = 0;
            for (std::size_t k = 0; k < lineage.sentences.size(); ++k) {
                if (k == 0 || lineage.sentences[k].version != lineage.sentences[k - 1].version) ++standing;
            }
            if (lineage.last < last_version) {
                lineage.fate = Fate::removed;
            } else if (standing < lineage.last - lineage.first + 1) {
                lineage.fate = Fate::returned;
            }
        }
        return lineages;
    }

    std::span<const Tokenized> versions_;
    std::span<const Step> steps_;
    std::vector<std::uint32_t> first_;
    Sets sets_;
    std::vector<SentencePlace> gone_;     ///< last seen here
    std::vector<SentencePlace> born_;     ///< first seen here
    std::vector<SentencePlace> changed_;  ///< worded otherwise than in the version before
    std::vector<bool> gone_used_;         ///< came back
    std::vector<bool> born_used_;         ///< was there before
    bool coarse_ = false;
};

}  // namespace

std::vector<Lineage> trace_lineage(std::span<const Tokenized> versions, std::span<const Step> steps,
                                   bool& degraded) {
    degraded = false;
    if (versions.empty()) return {};
    Tracer tracer(versions, steps);
    std::vector<Lineage> lineages = tracer.run();
    degraded = tracer.coarse();
    return lineages;
}

}  // namespace twicetold::versions
