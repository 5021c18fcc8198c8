#include "coverage/claims.h"

#include <algorithm>
#include <iterator>
#include <utility>

#include "coverage/order.h"

namespace twicetold::coverage {

namespace {

class ClaimBuilder {
public:
    ClaimBuilder(const Story& story, const std::vector<Link>& links) : story_(story) {
        neighbours_.resize(story.sentences.size());
        is_candidate_.resize(story.sentences.size(), false);
        for (const Link& link : links) {
            scores_.set(key_of(link.one, link.other), rising(link.score));
            if (link.score < least_companion) continue;
            neighbours_[link.one].push_back(link.other);
            neighbours_[link.other].push_back(link.one);
            if (link.score >= least_link) strong_.push_back(&link);
        }
        sort_by(strong_, [](const Link* link) {
            return std::uint64_t{falling(link->score)};
        });  // stable: then as the links stand
    }

    std::vector<ClaimGroup> build() {
        std::vector<ClaimGroup> groups;
        for (const Link* link : strong_) {
            if (covered_.contains(key_of(link->one, link->other))) continue;
            groups.push_back(grow(*link));
        }
        return merged(std::move(groups));
    }

private:
    /// Groups of which one holds most of the other are one claim: a sentence that sums an article up would open a dozen.
    [[nodiscard]] std::vector<ClaimGroup> merged(std::vector<ClaimGroup> groups) {
        std::vector<ClaimGroup> kept;
        for (ClaimGroup& group : groups) {
            const auto same = std::find_if(kept.begin(), kept.end(),
                                           [&](const ClaimGroup& each) { return coincide(each, group); });
            if (same == kept.end()) {
                kept.push_back(std::move(group));
                continue;
            }
            same->sentences.insert(same->sentences.end(), group.sentences.begin(), group.sentences.end());
            sort_unique(same->sentences);
            close(*same);
        }
        return kept;
    }

    [[nodiscard]] bool coincide(const ClaimGroup& one, const ClaimGroup& other) const {
        constexpr std::size_t parts = 3;  // two thirds of the smaller one
        std::vector<std::uint32_t> common;
        std::set_intersection(one.sentences.begin(), one.sentences.end(), other.sentences.begin(),
                              other.sentences.end(), std::back_inserter(common));
        if (common.size() * parts < (parts - 1) * std::min(one.sentences.size(), other.sentences.size()))
            return false;
        // What comes together must nearly be linked.
        std::size_t apart = 0;
        std::size_t pairs = 0;
        for (const std::uint32_t a : one.sentences) {
            for (const std::uint32_t b : other.sentences) {
                if (same_document(a, b)) continue;
                ++pairs;
                apart += score(a, b) < least_companion ? 1 : 0;
            }
        }
        return apart * most_apart <= pairs;
    }
    static constexpr std::size_t most_apart = 8;  ///< one pair of so many

    [[nodiscard]] bool same_document(std::uint32_t a, std::uint32_t b) const {
        return story_.sentences[a].document == story_.sentences[b].document;
    }

    [[nodiscard]] std::int32_t score(std::uint32_t a, std::uint32_t b) const {
        const std::uint32_t found = scores_.find(pair_key(a, b));
        return found == KeyMap::none ? least_companion - 1 : static_cast<std::int32_t>(found ^ 0x80000000U);
    }

    /// How a sentence goes with the group so far, by its scores with the group's sentences of other documents.
    struct Candidate {
        std::uint32_t sentence = 0;
        std::int32_t least = 1024;
        std::int32_t sum = 0;
        std::int32_t count = 0;
        bool second = false;  ///< the group has a sentence of its document
        bool taken = false;

        [[nodiscard]] std::int32_t mean() const { return count == 0 ? least_companion - 1 : sum / count; }
        /// A second sentence of a document must be linked with every one of the others, a first one only nearly.
        [[nodiscard]] bool fits() const {
            return !taken && least >= (second ? least_link : least_companion) && mean() >= least_link;
        }
    };

    void meet(Candidate& candidate, std::uint32_t member) const {
        if (same_document(candidate.sentence, member)) {
            candidate.second = true;
            candidate.taken = candidate.taken || candidate.sentence == member;
            return;
        }
        const std::int32_t value = score(candidate.sentence, member);
        candidate.least = std::min(candidate.least, value);
        candidate.sum += std::min(value, 1024);
        ++candidate.count;
    }

    /// Takes `member` into the group: every candidate meets it, and its neighbours become candidates.
    void add(std::uint32_t member, ClaimGroup& group, std::vector<Candidate>& candidates) {
        group.sentences.push_back(member);
        for (Candidate& candidate : candidates) meet(candidate, member);
        for (const std::uint32_t neighbour : neighbours_[member]) {
            if (is_candidate_[neighbour]) continue;
            is_candidate_[neighbour] = true;
            Candidate& candidate = candidates.emplace_back();
            candidate.sentence = neighbour;
            for (const std::uint32_t each : group.sentences) meet(candidate, each);
        }
    }

    ClaimGroup grow(const Link& seed) {
        ClaimGroup group;
        std::vector<Candidate> candidates;
        add(seed.one, group, candidates);
        add(seed.other, group, candidates);
        for (;;) {
            const Candidate* best = nullptr;
            for (const Candidate& each : candidates) {
                if (!each.fits()) continue;
                const bool better = best == nullptr || each.mean() > best->mean() ||
                                    (each.mean() == best->mean() && each.sentence < best->sentence);
                if (better) best = &each;
            }
            if (best == nullptr) break;
            add(best->sentence, group, candidates);
        }
        for (const Candidate& each : candidates) is_candidate_[each.sentence] = false;
        close(group);
        return group;
    }

    void close(ClaimGroup& group) {
        sort_numbers(group.sentences);
        std::int64_t sum = 0;
        std::int64_t count = 0;
        for (std::size_t i = 0; i < group.sentences.size(); ++i) {
            for (std::size_t j = i + 1; j < group.sentences.size(); ++j) {
                if (same_document(group.sentences[i], group.sentences[j])) continue;
                covered_.insert(key_of(group.sentences[i], group.sentences[j]));
                sum += score(group.sentences[i], group.sentences[j]);
                ++count;
            }
        }
        group.score = static_cast<std::int32_t>(sum / count);
    }

    const Story& story_;
    KeyMap scores_;  ///< by pair, rising
    std::vector<std::vector<std::uint32_t>> neighbours_;
    std::vector<const Link*> strong_;
    KeyMap covered_;
    std::vector<bool> is_candidate_;  ///< of the group that grows
};

}  // namespace

std::vector<Link> make_links(const std::vector<ScoredPair>& scored) {
    std::vector<Link> links;
    for (const ScoredPair& pair : scored) {
        if (pair.score >= least_companion) links.push_back({pair.one, pair.other, pair.score});
    }
    return links;
}

std::vector<ClaimGroup> group_claims(const Story& story, const std::vector<Link>& links) {
    return ClaimBuilder(story, links).build();
}

std::vector<Difference> differences_of(const Story& story, const ClaimGroup& group,
                                       const Conflicts& conflicts, const CopiedText& copied) {
    const std::size_t size = group.sentences.size();
    std::vector<Difference> reason(size, Difference::none);
    std::vector<bool> contradicts(size * size, false);
    for (std::size_t i = 0; i < size; ++i) {
        for (std::size_t j = i + 1; j < size; ++j) {
            if (story.sentences[group.sentences[i]].document == story.sentences[group.sentences[j]].document)
                continue;
            const Difference difference = conflicts.between(group.sentences[i], group.sentences[j]);
            if (difference == Difference::none) continue;
            contradicts[i * size + j] = contradicts[j * size + i] = true;
            for (const std::size_t each : {i, j}) {
                if (reason[each] == Difference::none || difference < reason[each]) reason[each] = difference;
            }
        }
    }
    const Groups origins = origins_of(story, group, copied);
    // How many independent tellings go with each mention, its own among them.
    std::vector<std::size_t> camp(size, 0);
    for (std::size_t i = 0; i < size; ++i) {
        std::vector<std::uint32_t> with;
        for (std::size_t j = 0; j < size; ++j) {
            if (!contradicts[i * size + j])
                with.push_back(origins.root(story.sentences[group.sentences[j]].document));
        }
        sort_unique(with);
        camp[i] = with.size();
    }
    std::vector<Difference> differences = reason;
    for (std::size_t i = 0; i < size; ++i) {
        bool strongest = true;
        for (std::size_t j = 0; j < size; ++j) {
            if (contradicts[i * size + j] && camp[j] >= camp[i]) strongest = false;
        }
        if (strongest) differences[i] = Difference::none;
    }
    return differences;
}

Groups origins_of(const Story& story, const ClaimGroup& group, const CopiedText& copied) {
    Groups reprints(story.texts.size());
    for (const CopiedPair& pair : copied.pairs) {
        const bool both = std::binary_search(group.sentences.begin(), group.sentences.end(), pair.one) &&
                          std::binary_search(group.sentences.begin(), group.sentences.end(), pair.other);
        if (both) reprints.join(story.sentences[pair.one].document, story.sentences[pair.other].document);
    }
    return reprints;
}

}  // namespace twicetold::coverage
