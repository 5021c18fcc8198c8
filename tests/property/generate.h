#pragma once
// Texts for property tests, made from a seed: the same seed gives the same texts on every machine.

#include <cstdint>
#include <string>
#include <vector>

namespace twicetold::tests {

/// SplitMix64 (Steele, Lea and Flood, 2014).
class Random {
public:
    explicit Random(std::uint64_t seed) : state_(seed) {}

    std::uint64_t next() {
        std::uint64_t z = (state_ += 0x9E3779B97F4A7C15ULL);
        z = (z ^ (z >> 30U)) * 0xBF58476D1CE4E5B9ULL;
        z = (z ^ (z >> 27U)) * 0x94D049BB133111EBULL;
        return z ^ (z >> 31U);
    }
    /// 0 <= result < bound.
    std::size_t below(std::size_t bound) { return static_cast<std::size_t>(next() % bound); }
    bool chance(std::size_t one_in) { return below(one_in) == 0; }

private:
    std::uint64_t state_;
};

/// A text of prose and of what is not prose: scripts, emoji, marks, quotes, breaks, invisible and control characters.
std::string any_text(Random& random, std::size_t pieces);

/// `text` with words, sentences and paragraphs changed, moved, removed and added.
std::string revised(Random& random, const std::string& text);

struct TextPair {
    std::string before;
    std::string after;
};

/// Mostly a text and its revision, sometimes two unrelated ones, and sometimes a pair on which ties are frequent: few sentences,
/// stated often, in another order, joined to one another and cut in two.
TextPair any_pair(Random& random);

}  // namespace twicetold::tests
