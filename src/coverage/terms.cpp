#include "coverage/terms.h"

#include <algorithm>
#include <cmath>

#include "coverage/order.h"

namespace twicetold::coverage {

namespace {

constexpr double least_z = 1.645;  ///< one-sided five per cent: only what is commoner is asked for
constexpr std::size_t most_of_a_document = 12;
constexpr std::uint32_t least_count = 2;
constexpr double prior_words =
    100;  ///< how many words the prior weighs; of the order of a short article's content words

/// How often each stem stands in each document.
struct Counts {
    std::vector<std::vector<std::uint32_t>> by_document;  ///< document, stem
    std::vector<std::uint32_t> of_stem;
    std::vector<std::uint32_t> of_document;
    std::uint32_t all = 0;
};

Counts count_stems(const Story& story) {
    Counts counts;
    counts.by_document.assign(story.texts.size(), std::vector<std::uint32_t>(story.stems.size(), 0));
    counts.of_stem.assign(story.stems.size(), 0);
    counts.of_document.assign(story.texts.size(), 0);
    for (std::uint32_t s = 0; s < story.sentences.size(); ++s) {
        for (const StoryTerm& term : story.terms_of(s)) {
            if (term.kind == TermKind::number) continue;
            ++counts.by_document[story.sentences[s].document][term.stem];
            ++counts.of_stem[term.stem];
            ++counts.of_document[story.sentences[s].document];
            ++counts.all;
        }
    }
    return counts;
}

double z_of(double here, double there, double words_here, double words_there, double prior,
            double prior_all) {
    const auto log_odds = [&](double count, double words) {
        return std::log((count + prior) / (words + prior_all - count - prior));
    };
    const double variance = 1 / (here + prior) + 1 / (there + prior);
    return (log_odds(here, words_here) - log_odds(there, words_there)) / std::sqrt(variance);
}

void fill_places(const Story& story, std::uint32_t text, std::uint32_t stem, DistinctiveTerm& term) {
    for (std::uint32_t s = story.texts[text].first_sentence; s < story.texts[text].last_sentence; ++s) {
        for (const StoryTerm& held : story.terms_of(s)) {
            if (held.stem != stem) continue;
            if (term.sentences.empty()) term.term = story.texts[text].tokens.document->slice(held.range);
            term.sentences.push_back(story.sentences[s].index);
        }
    }
}

}  // namespace

std::vector<DistinctiveTerm> find_terms(const Story& story) {
    std::vector<DistinctiveTerm> terms;
    const Counts counts = count_stems(story);
    if (counts.all == 0) return terms;
    for (std::uint32_t text = 0; text < story.texts.size(); ++text) {
        struct Found {
            double z;
            std::uint32_t stem;
        };
        std::vector<Found> found;
        for (std::uint32_t stem = 0; stem < story.stems.size(); ++stem) {
            const std::uint32_t here = counts.by_document[text][stem];
            if (here < least_count) continue;
            const double prior = prior_words * counts.of_stem[stem] / counts.all;
            const double z = z_of(here, counts.of_stem[stem] - here, counts.of_document[text],
                                  counts.all - counts.of_document[text], prior, prior_words);
            if (z >= least_z) found.push_back({z, stem});
        }
        sort_by(found, [](const Found& each) {
            return key_of(~rising_float(static_cast<float>(each.z)), each.stem);
        });
        if (found.size() > most_of_a_document) found.resize(most_of_a_document);
        for (const Found& each : found) {
            DistinctiveTerm term;
            term.document = story.texts[text].original;
            term.z = static_cast<float>(each.z);
            fill_places(story, text, each.stem, term);
            terms.push_back(std::move(term));
        }
    }
    sort_by(terms, [](const DistinctiveTerm& term) { return std::uint64_t{term.document}; });
    return terms;
}

}  // namespace twicetold::coverage
