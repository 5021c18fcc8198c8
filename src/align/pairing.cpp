#include "align/pairing.h"

#include <algorithm>
#include <utility>

#include "diff/rising.h"

namespace twicetold::align {

namespace {

std::vector<std::uint32_t> paragraphs_of(const document::Tokenized& text) {
    std::vector<std::uint32_t> paragraph_of(text.document->sentences.size(), none);
    const auto& paragraphs = text.document->paragraphs;
    for (std::uint32_t p = 0; p < paragraphs.size(); ++p) {
        for (std::uint32_t s = paragraphs[p].first_sentence; s < paragraphs[p].last_sentence; ++s)
            paragraph_of[s] = p;
    }
    return paragraph_of;
}

}  // namespace

Pairing::Pairing(const document::Tokenized& before, const document::Tokenized& after)
    : features_(extract_features(before, after)),
      paragraph_before_(paragraphs_of(before)),
      paragraph_after_(paragraphs_of(after)),
      partner_before_(features_.before.size(), none),
      partner_after_(features_.after.size(), none) {}

float Pairing::similarity(std::uint32_t i, std::uint32_t j) const {
    if (same_words(i, j)) return 1.0F;
    return dice(common_weight(before().of(i), after().of(j)), before().total[i], after().total[j]);
}

void Pairing::add(const Pair& pair) {
    const auto index = static_cast<std::uint32_t>(pairs_.size());
    for (std::uint32_t i = pair.before; i < pair.before_end(); ++i) partner_before_[i] = index;
    for (std::uint32_t j = pair.after; j < pair.after_end(); ++j) partner_after_[j] = index;
    pairs_.push_back(pair);
}

void Pairing::add_single(std::uint32_t i, std::uint32_t j, float similarity, Reason reason) {
    add({i, 1, j, 1, similarity, same_words(i, j) ? Reason::identical : reason, false});
}

void Pairing::replace(std::vector<Pair> pairs) {
    pairs_ = std::move(pairs);
    rebuild_partners();
}

void Pairing::rebuild_partners() {
    std::fill(partner_before_.begin(), partner_before_.end(), none);
    std::fill(partner_after_.begin(), partner_after_.end(), none);
    for (std::uint32_t k = 0; k < pairs_.size(); ++k) {
        for (std::uint32_t i = pairs_[k].before; i < pairs_[k].before_end(); ++i) partner_before_[i] = k;
        for (std::uint32_t j = pairs_[k].after; j < pairs_[k].after_end(); ++j) partner_after_[j] = k;
    }
}

void Pairing::choose_backbone() {
    std::sort(pairs_.begin(), pairs_.end(), [](const Pair& x, const Pair& y) { return x.before < y.before; });
    rebuild_partners();
    std::vector<diff::Match> matches;
    matches.reserve(pairs_.size());
    for (Pair& pair : pairs_) {
        pair.in_chain = false;
        matches.push_back({pair.after, pair.after_end(), chain_weight(pair)});
    }
    for (const std::uint32_t k : diff::heaviest_rising(matches)) pairs_[k].in_chain = true;
}

std::int64_t Pairing::chain_weight(const Pair& pair) const {
    std::int64_t words = 0;
    std::uint64_t hash = 0;
    for (std::uint32_t i = pair.before; i < pair.before_end(); ++i) {
        words += before().words[i];
        hash ^= before().hash[i];
    }
    for (std::uint32_t j = pair.after; j < pair.after_end(); ++j) {
        words += after().words[j];
        hash += after().hash[j];
    }
    const std::int64_t sentences = pair.before_size + pair.after_size;
    // Up to 2^20 sentences and 2^23 words in a chain keep this within 63 bits.
    return (sentences << 40U) + (words << 16U) + static_cast<std::int64_t>(hash & 0xFFU);
}

}  // namespace twicetold::align
