#include "align/features.h"

#include <algorithm>
#include <cmath>

namespace twicetold::align {

namespace {

using document::Tokenized;
using text::TokenWeight;

/// A stem that only recurs everywhere is little evidence; a sign is none.
constexpr float function_word_factor = 0.35F;

float class_factor(TokenWeight weight) {
    switch (weight) {
        case TokenWeight::content: return 1.0F;
        case TokenWeight::function_word: return function_word_factor;
        default: return 0.0F;
    }
}

/// Terms with their counts in `weight`; weighted later, when the frequencies are known.
Features count_terms(const Tokenized& text, std::vector<std::uint32_t>& frequency,
                     std::vector<float>& factor) {
    Features features;
    const std::uint32_t sentences = text.unit_count() - document::body_unit;
    features.first_term.reserve(sentences + 1);
    features.hash.reserve(sentences);
    features.words.reserve(sentences);
    features.terms.reserve(text.tokens.size());
    std::vector<std::uint32_t> stems;
    for (std::uint32_t s = 0; s < sentences; ++s) {
        const std::uint32_t unit = s + document::body_unit;
        features.first_term.push_back(static_cast<std::uint32_t>(features.terms.size()));
        stems.clear();
        std::uint64_t hash = 0x243F6A8885A308D3ULL;
        for (std::uint32_t t = text.unit_begin[unit]; t < text.unit_begin[unit + 1]; ++t) {
            const text::Entry& entry = text.entry(t);
            hash = (hash ^ entry.hash) * 0x9FB21C651E98DF25ULL;
            hash ^= hash >> 29U;
            if (entry.weight <= TokenWeight::sign) continue;
            stems.push_back(entry.content);
            factor[entry.content] = std::max(factor[entry.content], class_factor(entry.weight));
        }
        features.hash.push_back(hash);
        features.words.push_back(static_cast<std::uint32_t>(stems.size()));
        std::sort(stems.begin(), stems.end());
        for (std::size_t i = 0; i < stems.size();) {
            std::size_t end = i + 1;
            while (end < stems.size() && stems[end] == stems[i]) ++end;
            features.terms.push_back({stems[i], static_cast<Evidence>(end - i)});
            ++frequency[stems[i]];
            i = end;
        }
    }
    features.first_term.push_back(static_cast<std::uint32_t>(features.terms.size()));
    return features;
}

void weigh(Features& features, const std::vector<Evidence>& stem_weight) {
    features.total.reserve(features.first_term.size() - 1);
    for (std::size_t s = 0; s + 1 < features.first_term.size(); ++s) {
        Evidence total = 0;
        for (std::uint32_t i = features.first_term[s]; i < features.first_term[s + 1]; ++i) {
            features.terms[i].weight *= stem_weight[features.terms[i].stem];
            total += features.terms[i].weight;
        }
        features.total.push_back(total);
    }
}

}  // namespace

FeaturePair extract_features(const Tokenized& before, const Tokenized& after) {
    FeaturePair pair;
    const std::size_t stems = before.vocabulary->content_count();
    pair.frequency.assign(stems, 0);
    std::vector<float> factor(stems, 0.0F);
    pair.before = count_terms(before, pair.frequency, factor);
    pair.after = count_terms(after, pair.frequency, factor);
    std::vector<Evidence> weight(stems, 0);
    const auto sentences = static_cast<float>(pair.before.words.size() + pair.after.words.size());
    for (std::size_t stem = 0; stem < stems; ++stem) {
        if (pair.frequency[stem] == 0) continue;
        const float value = factor[stem] * std::log1p(sentences / static_cast<float>(pair.frequency[stem]));
        weight[stem] = static_cast<Evidence>(std::lround(256.0F * value));
    }
    weigh(pair.before, weight);
    weigh(pair.after, weight);
    return pair;
}

Evidence common_weight(std::span<const Term> one, std::span<const Term> other) {
    Evidence common = 0;
    std::size_t i = 0;
    std::size_t j = 0;
    while (i < one.size() && j < other.size()) {
        if (one[i].stem < other[j].stem) {
            ++i;
        } else if (other[j].stem < one[i].stem) {
            ++j;
        } else {
            common += std::min(one[i].weight, other[j].weight);
            ++i;
            ++j;
        }
    }
    return common;
}

float dice(Evidence common, Evidence one, Evidence other) {
    const auto total = static_cast<float>(one + other);
    return total > 0 ? std::min(1.0F, 2 * static_cast<float>(common) / total) : 0.0F;
}

}  // namespace twicetold::align
