#pragma once
// In which shape two versions are shown, and which of their changes.

#include <cstdint>

#include "engine/comparison.h"

namespace twicetold::viewer {

enum class Presentation : std::uint8_t {
    side_by_side,
    inline_text,  ///< one column: the later version, with the words it took out struck before the new ones
    before_only,  ///< one column: the earlier version
    after_only,
};
inline constexpr std::size_t presentation_count = 4;

/// Which changes the reader wants to see. Kinds are bits: 1 << ChangeKind.
struct ChangeFilter {
    std::uint32_t hidden_kinds = 0;
    bool hide_cosmetic = false;

    friend bool operator==(const ChangeFilter&, const ChangeFilter&) = default;
};

[[nodiscard]] constexpr std::uint32_t kind_bit(engine::ChangeKind kind) {
    return std::uint32_t{1} << static_cast<unsigned>(kind);
}
[[nodiscard]] bool passes(const ChangeFilter& filter, const engine::Change& change);

}  // namespace twicetold::viewer
