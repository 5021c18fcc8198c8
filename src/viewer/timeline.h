#pragma once
// All versions of an article and how much changed from each to the next, and what became of one sentence through them.

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "engine/comparison.h"
#include "viewer/presentation.h"
#include "viewer/strings.h"

namespace twicetold::viewer {

/// From one version to the one after it.
struct TimelineLink {
    std::uint32_t substantive = 0;
    std::uint32_t cosmetic = 0;
    std::uint32_t moves = 0;  ///< passages
    /// Bytes taken out and put in, moved passages left out.
    std::uint64_t size = 0;
    /// `size` as a share (0 to 1) of the largest one; never 0 where anything changed.
    float share = 0;
    bool correction_note = false;
};

struct Timeline {
    std::vector<std::string> times;   ///< by version: the capture time as it is to be read; empty: unknown
    std::vector<std::string> clocks;  ///< the hours of these alone; empty: none given
    std::vector<TimelineLink> links;  ///< link i leads from version i to i + 1
};

/// Of the comparison's neighbouring steps. O(changes + edits).
[[nodiscard]] Timeline make_timeline(const Strings& strings, const engine::Comparison& comparison);

/// One sentence through the versions.
struct SentenceHistory {
    enum class State : std::uint8_t { absent, present, reworded };
    std::vector<State> states;  ///< by version; reworded: its words differ from those of the version before
    std::uint32_t first = 0;
    std::uint32_t last = 0;
    engine::Fate fate = engine::Fate::kept;
};

/// Null where the comparison follows no sentences (it has two versions) or not this one. `sentence` is an index over the
/// body. O(lineages).
[[nodiscard]] std::optional<SentenceHistory> history_of(const engine::Comparison& comparison,
                                                        std::uint32_t version, std::int32_t sentence);

}  // namespace twicetold::viewer
