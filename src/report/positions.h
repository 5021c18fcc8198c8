#pragma once
// Converts positions in a text between bytes and what the outside counts in.

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "report/names.h"

namespace twicetold::report {

/// Positions of one text, in both directions. The text must outlive it, and be valid UTF-8.
/// Complexity: O(n) to make, at memory speed; then O(1) to units and O(log n) to bytes.
class Positions {
public:
    Positions(std::string_view text, PositionEncoding encoding);

    /// Units before the byte offset `byte` (<= text.size(); on a character border).
    [[nodiscard]] std::uint32_t units_from_byte(std::uint32_t byte) const;

    /// The byte offset that `units` units stand before; nothing beyond the text's end or inside a character.
    [[nodiscard]] std::optional<std::uint32_t> byte_from_units(std::uint64_t units) const;

    /// Units of a piece of text.
    [[nodiscard]] std::uint32_t length(std::string_view piece) const;

private:
    std::string_view text_;
    PositionEncoding encoding_;
    bool one_to_one_ = false;                    ///< a unit is a byte: UTF-8, or a text of ASCII only
    std::vector<std::uint32_t> units_at_block_;  ///< units before each block of `block_bytes`
};

}  // namespace twicetold::report
