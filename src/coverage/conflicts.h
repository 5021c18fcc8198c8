#pragma once
// Whether two sentences that tell the same contradict each other: figures that cannot both be true, a negation on one side, subject
// and object that changed places.

#include <cstdint>
#include <vector>

#include "coverage/figures.h"
#include "coverage/order.h"
#include "coverage/story.h"

namespace twicetold::coverage {

/// A run of words without a sign or a conjunction in it, and whether it says no.
struct Clause {
    struct Held {
        std::uint32_t stem = 0;
        Weight weight = 0;
        bool telling = false;
    };
    std::vector<Held> terms;
    Weight total = 0;
    bool negated = false;
    bool irreal = false;        ///< tells what could or should be
    Bound share = Bound::none;  ///< "fewer than half": what is denied of the one part is said of the other
};

class Conflicts {
public:
    /// `figures` are the lines of the ledger: statements of different camps contradict each other.
    Conflicts(const Story& story, const std::vector<FigureGroup>& figures);

    /// O(clauses² × terms²).
    [[nodiscard]] Difference between(std::uint32_t one, std::uint32_t other) const;

private:
    [[nodiscard]] bool negates(std::uint32_t one, std::uint32_t other) const;
    [[nodiscard]] bool exchanges_roles(std::uint32_t one, std::uint32_t other) const;

    const Story& story_;
    KeyMap disagreeing_;                             ///< pairs of sentences
    std::vector<std::uint8_t> marks_;                ///< by entry of the vocabulary
    std::vector<std::vector<std::uint32_t>> stems_;  ///< by sentence, rising
    std::vector<std::vector<Clause>> clauses_;       ///< by sentence
};

}  // namespace twicetold::coverage
