#include "coverage/claims.h"

#include <algorithm>

#include "coverage/order.h"

namespace twicetold::coverage {

namespace {

// Only sentences that are otherwise nearly alike can be told to say the opposite by a "not" or by an exchange of places.
constexpr float alike_for_negation = 0.62F;
constexpr float alike_for_roles = 0.80F;

bool differs_in_negation(const StorySentence& one, const StorySentence& other) {
    return (one.negations > 0) != (other.negations > 0);
}

/// The stems of a sentence in reading order, and whether a verb of its is passive.
struct Wording {
    std::vector<std::uint32_t> stems;
    std::vector<std::uint32_t> tokens;
    bool passive = false;
};

Wording wording_of(const Story& story, std::uint32_t sentence) {
    Wording wording;
    const StoryText& text = story.texts[story.sentences[sentence].document];
    const std::uint32_t unit = story.unit_of(sentence);
    for (std::uint32_t t = text.tokens.unit_begin[unit]; t < text.tokens.unit_begin[unit + 1]; ++t) {
        const std::uint32_t entry = text.tokens.entries[t];
        if (has_role(story.words.roles[entry], WordRole::passive)) wording.passive = true;
        const std::uint32_t stem = story.stem_of_entry[entry * 5 + static_cast<std::size_t>(text.language)];
        if (stem == 0xFFFFFFFFU || text.tokens.entry(t).weight != text::TokenWeight::content) continue;
        wording.stems.push_back(stem);
        wording.tokens.push_back(t);
    }
    return wording;
}

/// "The union accused the bank" and "the bank accused the union": the same stems, but two have changed places around another.
bool exchanges_roles(const Story& story, std::uint32_t one, std::uint32_t other) {
    const Wording a = wording_of(story, one);
    const Wording b = wording_of(story, other);
    if (a.passive != b.passive || a.stems.size() != b.stems.size() || a.stems.size() < 3) return false;
    std::vector<std::size_t> differing;
    for (std::size_t i = 0; i < a.stems.size(); ++i) {
        if (a.stems[i] != b.stems[i]) differing.push_back(i);
    }
    if (differing.size() != 2 || differing[1] == differing[0] + 1) return false;
    return a.stems[differing[0]] == b.stems[differing[1]] && a.stems[differing[1]] == b.stems[differing[0]];
}

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
        return groups;
    }

private:
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

std::vector<Link> make_links(const Story& story, const std::vector<ScoredPair>& scored,
                             const std::vector<QuantityPair>& figures) {
    KeyMap disagreeing;
    for (const QuantityPair& pair : figures) {
        if (!pair.agree) disagreeing.insert(pair_key(pair.one_sentence, pair.other_sentence));
    }
    std::vector<Link> links;
    for (const ScoredPair& pair : scored) {
        if (pair.score < least_companion) continue;
        Link link{pair.one, pair.other, pair.score, Difference::none};
        if (disagreeing.contains(key_of(pair.one, pair.other))) {
            link.difference = Difference::figure;
        } else if (pair.features[2] >= alike_for_negation &&
                   differs_in_negation(story.sentences[pair.one], story.sentences[pair.other])) {
            link.difference = Difference::negation;
        } else if (pair.features[2] >= alike_for_roles && exchanges_roles(story, pair.one, pair.other)) {
            link.difference = Difference::roles;
        }
        links.push_back(link);
    }
    return links;
}

std::vector<ClaimGroup> group_claims(const Story& story, const std::vector<Link>& links) {
    return ClaimBuilder(story, links).build();
}

std::vector<Difference> differences_of(const Story& story, const ClaimGroup& group,
                                       const std::vector<Link>& links) {
    const std::size_t size = group.sentences.size();
    std::vector<std::uint32_t> agrees(size, 0);
    std::vector<std::uint32_t> disagrees(size, 0);
    std::vector<Difference> reason(size, Difference::none);
    for (std::size_t i = 0; i < size; ++i) {
        for (std::size_t j = i + 1; j < size; ++j) {
            if (story.sentences[group.sentences[i]].document == story.sentences[group.sentences[j]].document)
                continue;
            const std::uint64_t wanted = key_of(group.sentences[i], group.sentences[j]);
            const auto found = std::lower_bound(
                links.begin(), links.end(), wanted,
                [](const Link& link, std::uint64_t key) { return key_of(link.one, link.other) < key; });
            const bool known = found != links.end() && key_of(found->one, found->other) == wanted;
            const Difference difference = known ? found->difference : Difference::none;
            if (difference == Difference::none) {
                ++agrees[i];
                ++agrees[j];
            } else {
                ++disagrees[i];
                ++disagrees[j];
                reason[i] = reason[j] = difference;
            }
        }
    }
    for (std::size_t i = 0; i < size; ++i) {
        if (disagrees[i] < std::max(agrees[i], 1U)) reason[i] = Difference::none;
    }
    return reason;
}

}  // namespace twicetold::coverage
