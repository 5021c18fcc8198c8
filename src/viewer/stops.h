#pragma once
// Where next and previous stop: the changes of a step, a passage that moved counted once however many sentences it has.

#include <cstdint>
#include <vector>

#include "engine/comparison.h"
#include "viewer/presentation.h"

namespace twicetold::viewer {

struct Stops {
    std::vector<std::int32_t>
        first;  ///< by stop: index into the step's changes; of a passage, its first one's
    std::vector<std::int32_t> stop_of_change;  ///< -1: hidden
    std::uint32_t hidden = 0;                  ///< stops that the filter leaves out
};

/// In the order of the changes. O(changes).
[[nodiscard]] Stops make_stops(const engine::Step& step, const ChangeFilter& filter = {});

}  // namespace twicetold::viewer
