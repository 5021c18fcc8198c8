#include "coverage/conflicts.h"

#include <algorithm>
#include <iterator>

#include "coverage/clauses.h"

namespace twicetold::coverage {

namespace {

/// What the two clauses must share of the smaller one before a "not" in one of them sets them apart.
constexpr float least_of_clause = 0.6F;
/// And of each: a "not" is about what the clause adds as well.
constexpr float least_of_either = 0.4F;
/// And both ways together of the shorter sentence: what is said in passing is not what the two are about.
constexpr float least_of_sentences = 0.5F;
/// Clauses that share nearly as much as the best pair does tell as much about what is denied.
constexpr float nearly_best = 0.8F;
/// Only sentences that are otherwise nearly alike can be told to say the opposite by an exchange of places.
constexpr float alike_for_roles = 0.65F;

float shared_by(const Story& story, const Clause& from, const Clause& to, std::uint32_t& words,
                bool& telling) {
    float sum = 0;
    for (const Clause::Held& held : from.terms) {
        std::uint32_t best = 0;
        for (const Clause::Held& other : to.terms)
            best = std::max(best, story.strength(held.stem, other.stem));
        sum += static_cast<float>(held.weight) * static_cast<float>(best) / same_stem;
        if (best > 0) ++words;
        telling = telling || (best > 0 && held.telling);
    }
    return sum;
}

// ---- Who did it to whom ----

struct Word {
    std::uint32_t stem = 0;
    bool pivot = false;  ///< may be the verb
};

/// The words around a verb: who does, and to whom.
struct Actors {
    std::vector<std::uint32_t> agents;
    std::vector<std::uint32_t> patients;
    bool known = true;
};

class ActorFinder {
public:
    ActorFinder(const Story& story, const std::vector<std::uint8_t>& marks, std::uint32_t sentence)
        : story_(story), marks_(marks), text_(story.texts[story.sentences[sentence].document]) {
        const std::uint32_t unit = story.unit_of(sentence);
        begin_ = text_.tokens.unit_begin[unit];
        end_ = text_.tokens.unit_begin[unit + 1];
        for (const StoryTerm& term : story.terms_of(sentence)) {
            if (term.kind == TermKind::name) names_.push_back(term.stem);
        }
    }

    [[nodiscard]] std::uint32_t stem_at(std::uint32_t t) const {
        const std::uint16_t roles = story_.words.roles[text_.tokens.entries[t]];
        const text::Entry& entry = text_.tokens.entry(t);
        if (entry.kind != text::TokenKind::word || entry.weight != text::TokenWeight::content ||
            has_role(roles, WordRole::function) || has_role(roles, WordRole::negation))
            return none;
        return story_.stem_of_entry[text_.tokens.entries[t] * 5 + static_cast<std::size_t>(text_.language)];
    }

    /// Words that stand once in the sentence and may be its verb.
    [[nodiscard]] std::vector<std::uint32_t> verbs() const {
        std::vector<std::uint32_t> found;
        for (std::uint32_t t = begin_; t < end_; ++t) {
            const std::uint32_t stem = stem_at(t);
            if (stem == none || std::find(names_.begin(), names_.end(), stem) != names_.end()) continue;
            if (!has_mark(marks_[text_.tokens.entries[t]], WordMark::symmetric)) found.push_back(stem);
        }
        return found;
    }

    [[nodiscard]] std::vector<std::uint32_t> stems() const {
        std::vector<std::uint32_t> found;
        for (std::uint32_t t = begin_; t < end_; ++t) {
            if (const std::uint32_t stem = stem_at(t); stem != none) found.push_back(stem);
        }
        sort_unique(found);
        return found;
    }

    [[nodiscard]] Actors around(std::uint32_t verb) const {
        Actors actors;
        std::uint32_t at = end_;
        bool passive = false;
        std::uint32_t agent_at = end_;
        for (std::uint32_t t = begin_; t < end_; ++t) {
            if (stem_at(t) == verb) at = t;
            if (has_mark(marks_[text_.tokens.entries[t]], WordMark::agent))
                agent_at = t;
            else if (has_role(story_.words.roles[text_.tokens.entries[t]], WordRole::passive))
                passive = true;
        }
        actors.known = at != end_ && (!passive || agent_at != end_);
        bool by = false;
        for (std::uint32_t t = begin_; t < end_; ++t) {
            if (t == agent_at) by = passive;
            const std::uint32_t stem = stem_at(t);
            if (t == at || stem == none) {
                if (text_.tokens.entry(t).kind == text::TokenKind::punctuation || t == at) by = false;
                continue;
            }
            const bool agent = passive ? by : t < at;
            (agent ? actors.agents : actors.patients).push_back(stem);
        }
        return actors;
    }

    static constexpr std::uint32_t none = 0xFFFFFFFFU;

private:
    const Story& story_;
    const std::vector<std::uint8_t>& marks_;
    const StoryText& text_;
    std::uint32_t begin_ = 0;
    std::uint32_t end_ = 0;
    std::vector<std::uint32_t> names_;
};

bool meet(const std::vector<std::uint32_t>& one, const std::vector<std::uint32_t>& other) {
    return std::find_first_of(one.begin(), one.end(), other.begin(), other.end()) != one.end();
}

}  // namespace

Conflicts::Conflicts(const Story& story, const std::vector<FigureGroup>& figures) : story_(story) {
    for (const FigureGroup& group : figures) {
        for (std::size_t i = 0; i < group.quantities.size(); ++i) {
            for (std::size_t j = i + 1; j < group.quantities.size(); ++j) {
                if (group.camps[i] != group.camps[j])
                    disagreeing_.insert(pair_key(group.sentences[i], group.sentences[j]));
            }
        }
    }
    marks_ = mark_words(story);
    clauses_.reserve(story.sentences.size());
    stems_.reserve(story.sentences.size());
    for (std::uint32_t s = 0; s < story.sentences.size(); ++s) {
        clauses_.push_back(read_clauses(story, marks_, s));
        stems_.push_back(ActorFinder(story, marks_, s).stems());
    }
}

Difference Conflicts::between(std::uint32_t one, std::uint32_t other) const {
    if (disagreeing_.contains(pair_key(one, other))) return Difference::figure;
    if (story_.text_of(one) == story_.text_of(other)) return Difference::none;
    if (negates(one, other)) return Difference::negation;
    if (exchanges_roles(one, other)) return Difference::roles;
    return Difference::none;
}

/// The clauses that share most are about the same; it counts whether one of them says no.
bool Conflicts::negates(std::uint32_t one, std::uint32_t other) const {
    struct Shared {
        float weight;
        bool opposite;
    };
    std::vector<Shared> pairs;
    const auto whole = static_cast<float>(
        std::max<Weight>(1, std::min(story_.sentences[one].total, story_.sentences[other].total)));
    float best = 0;
    for (const Clause& a : clauses_[one]) {
        for (const Clause& b : clauses_[other]) {
            std::uint32_t words = 0;
            bool telling = false;
            const float forth = shared_by(story_, a, b, words, telling);
            const float back = shared_by(story_, b, a, words, telling);
            const float weight = forth + back;
            if (!telling) continue;
            const auto smaller = static_cast<float>(std::max<Weight>(1, std::min(a.total, b.total)));
            const bool enough = weight >= least_of_sentences * whole &&
                                forth >= least_of_either * static_cast<float>(a.total) &&
                                back >= least_of_either * static_cast<float>(b.total) &&
                                std::max(forth, back) >= least_of_clause * smaller &&
                                (words >= 4 || std::min(a.terms.size(), b.terms.size()) == 1);
            const bool complement = a.share != Bound::none && b.share != Bound::none && a.share != b.share;
            pairs.push_back(
                {weight, enough && a.negated != b.negated && a.irreal == b.irreal && !complement});
            best = std::max(best, weight);
        }
    }
    bool opposite = false;
    for (const Shared& pair : pairs) {
        if (pair.weight < nearly_best * best) continue;
        if (!pair.opposite) return false;
        opposite = true;
    }
    return opposite;
}

/// "The union accused the bank" and "the bank accused the union": around a verb of both, two have changed places.
bool Conflicts::exchanges_roles(std::uint32_t one, std::uint32_t other) const {
    const std::vector<std::uint32_t>& stems_a = stems_[one];
    const std::vector<std::uint32_t>& stems_b = stems_[other];
    std::vector<std::uint32_t> common;
    std::set_intersection(stems_a.begin(), stems_a.end(), stems_b.begin(), stems_b.end(),
                          std::back_inserter(common));
    if (common.size() < 3 ||
        static_cast<float>(common.size()) <
            alike_for_roles * static_cast<float>(std::max(stems_a.size(), stems_b.size())))
        return false;
    const ActorFinder a(story_, marks_, one);
    const ActorFinder b(story_, marks_, other);
    const std::vector<std::uint32_t> verbs_b = b.verbs();
    for (const std::uint32_t verb : a.verbs()) {
        if (std::find(verbs_b.begin(), verbs_b.end(), verb) == verbs_b.end()) continue;
        const Actors of_a = a.around(verb);
        const Actors of_b = b.around(verb);
        if (!of_a.known || !of_b.known) continue;
        if (meet(of_a.agents, of_b.patients) && meet(of_a.patients, of_b.agents) &&
            !meet(of_a.agents, of_b.agents))
            return true;
    }
    return false;
}

}  // namespace twicetold::coverage
