#pragma once
// What a step amounts to, counted and in a sentence.

#include <cstdint>
#include <string>

#include "engine/comparison.h"

namespace twicetold::report {

struct Counts {
    std::uint32_t substantive = 0;
    std::uint32_t cosmetic = 0;
    std::uint32_t moves = 0;  ///< passages that moved, whole; counted in neither of the others
};

/// O(changes).
[[nodiscard]] Counts count_changes(const engine::Step& step);

/// Whether anything differs that is not ignored: what the exit status tells. O(edits).
[[nodiscard]] bool differs(const engine::Step& step);
[[nodiscard]] bool differs(const engine::Comparison& comparison);

/// "3 substantive changes, 2 cosmetic, 1 passage moved, no correction note", "no difference" …
/// O(changes + edits).
[[nodiscard]] std::string summary(const engine::Step& step);

/// "1 change", "2 changes".
[[nodiscard]] std::string counted(std::uint64_t count, const char* singular, const char* plural);

}  // namespace twicetold::report
