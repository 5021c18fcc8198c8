#pragma once
// An inverted index: which sentences hold a stem, and with what weight.

#include <cstdint>
#include <span>
#include <vector>

#include "align/features.h"

namespace twicetold::align {

struct Posting {
    std::uint32_t sentence = 0;
    Evidence weight = 0;
};

/// Built again and again for other sentences; a build costs nothing for the stems that do not occur in it.
class Postings {
public:
    /// `stems`: one more than the greatest stem. O(stems).
    explicit Postings(std::size_t stems) : place_(stems) {}

    /// Indexes the sentences [first, last) of `features` for which `wanted_sentence(s)`, by the stems for which
    /// `wanted_stem(stem)`. Sentences are numbered from `first`. O(terms), those of the build before included.
    template <typename WantedSentence, typename WantedStem>
    void build(const Features& features, std::uint32_t first, std::uint32_t last,
               WantedSentence wanted_sentence, WantedStem wanted_stem) {
        for (const std::uint32_t stem : indexed_) place_[stem] = {};
        indexed_.clear();
        const auto for_each = [&](auto take) {
            for (std::uint32_t s = first; s < last; ++s) {
                if (!wanted_sentence(s)) continue;
                for (const Term& term : features.of(s)) {
                    if (wanted_stem(term.stem)) take(s - first, term);
                }
            }
        };
        for_each([&](std::uint32_t, const Term& term) {
            if (place_[term.stem].end++ == 0) indexed_.push_back(term.stem);
        });
        // From counts to ends of empty runs, one behind the other.
        std::uint32_t begin = 0;
        for (const std::uint32_t stem : indexed_) {
            const std::uint32_t count = place_[stem].end;
            place_[stem] = {begin, begin};
            begin += count;
        }
        postings_.resize(begin);
        for_each([&](std::uint32_t sentence, const Term& term) {
            postings_[place_[term.stem].end++] = {sentence, term.weight};
        });
    }

    /// Rising by sentence. O(1).
    [[nodiscard]] std::span<const Posting> of(std::uint32_t stem) const {
        return std::span(postings_).subspan(place_[stem].begin, place_[stem].end - place_[stem].begin);
    }

private:
    struct Place {
        std::uint32_t begin = 0;
        std::uint32_t end = 0;
    };
    std::vector<Place> place_;            ///< by stem
    std::vector<std::uint32_t> indexed_;  ///< stems that occur
    std::vector<Posting> postings_;
};

}  // namespace twicetold::align
