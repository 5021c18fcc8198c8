#pragma once
// Where next and previous stop: the changes of a step, a passage that moved counted once however many sentences it has.

#include <cstdint>
#include <vector>

#include "engine/comparison.h"

namespace twicetold::viewer {

struct Stops {
    std::vector<std::int32_t>
        first;  ///< by stop: index into the step's changes; of a passage, its first one's
    std::vector<std::int32_t> stop_of_change;
};

/// In the order of the changes. O(changes).
[[nodiscard]] Stops make_stops(const engine::Step& step);

}  // namespace twicetold::viewer
