#pragma once
// The state that the passes of the alignment work on: which sentences are paired so far, and which pairs are in order.

#include <cstdint>
#include <vector>

#include "align/alignment.h"
#include "align/features.h"
#include "document/tokenized.h"

namespace twicetold::align {

/// No sentence, no pair.
inline constexpr std::uint32_t none = 0xFFFFFFFFU;

// Similarity (0 to 1) that makes a pair. Chosen on the dev half of ArgRewrite and the public version histories.
inline constexpr float in_place =
    0.30F;  ///< between neighbours that correspond; .27 to .34 give the same F1 within .001
inline constexpr float elsewhere =
    0.50F;  ///< across the order; .55 loses a tenth of the true moves, .40 adds false ones

/// Sentences [before, before + before_size) correspond to [after, after + after_size), 0-based. Sizes are 1 or more, one of
/// them 1.
struct Pair {
    std::uint32_t before = 0;
    std::uint32_t before_size = 1;
    std::uint32_t after = 0;
    std::uint32_t after_size = 1;
    float similarity = 0;
    Reason reason = Reason::similar;
    bool in_chain = false;  ///< part of the backbone: keeps the order

    [[nodiscard]] bool one_to_one() const { return before_size == 1 && after_size == 1; }
    [[nodiscard]] std::uint32_t before_end() const { return before + before_size; }
    [[nodiscard]] std::uint32_t after_end() const { return after + after_size; }
};

/// The body's sentences of two documents, and the pairs found so far.
class Pairing {
public:
    Pairing(const document::Tokenized& before, const document::Tokenized& after);
    Pairing(const Pairing&) = delete;
    Pairing& operator=(const Pairing&) = delete;

    [[nodiscard]] const Features& before() const { return features_.before; }
    [[nodiscard]] const Features& after() const { return features_.after; }
    /// By stem: sentences of both bodies that hold it.
    [[nodiscard]] const std::vector<std::uint32_t>& frequency() const { return features_.frequency; }
    /// Paragraph of each sentence.
    [[nodiscard]] const std::vector<std::uint32_t>& paragraphs_before() const { return paragraph_before_; }
    [[nodiscard]] const std::vector<std::uint32_t>& paragraphs_after() const { return paragraph_after_; }

    [[nodiscard]] const std::vector<Pair>& pairs() const { return pairs_; }
    /// Of each sentence, the index of its pair; `none` while it is free.
    [[nodiscard]] const std::vector<std::uint32_t>& partner_before() const { return partner_before_; }
    [[nodiscard]] const std::vector<std::uint32_t>& partner_after() const { return partner_after_; }
    [[nodiscard]] bool both_free(std::uint32_t i, std::uint32_t j) const {
        return partner_before_[i] == none && partner_after_[j] == none;
    }
    /// Are both in one pair? False for sentences that do not exist.
    [[nodiscard]] bool linked(std::uint32_t i, std::uint32_t j) const {
        return i < partner_before_.size() && j < partner_after_.size() && partner_before_[i] != none &&
               partner_before_[i] == partner_after_[j];
    }

    [[nodiscard]] bool same_words(std::uint32_t i, std::uint32_t j) const {
        return before().hash[i] == after().hash[j];
    }
    /// 1 for the same words, else the weighted Dice coefficient. O(terms).
    [[nodiscard]] float similarity(std::uint32_t i, std::uint32_t j) const;

    /// All sentences of the pair must be free.
    void add(const Pair& pair);
    /// Pairs sentence i with sentence j; the reason is "identical" where their words are the same.
    void add_single(std::uint32_t i, std::uint32_t j, float similarity, Reason reason);
    void replace(std::vector<Pair> pairs);

    /// Marks the heaviest rising chain of the pairs: the fewest sentences out of it, then the fewest words, then a hash of the
    /// text, so that ties do not depend on the order in which pairs were found. Sorts the pairs by `before`. O(n log n).
    void choose_backbone();

private:
    void rebuild_partners();
    [[nodiscard]] std::int64_t chain_weight(const Pair& pair) const;

    FeaturePair features_;
    std::vector<std::uint32_t> paragraph_before_;
    std::vector<std::uint32_t> paragraph_after_;
    std::vector<Pair> pairs_;
    std::vector<std::uint32_t> partner_before_;
    std::vector<std::uint32_t> partner_after_;
};

}  // namespace twicetold::align
