#pragma once
// A sentence cut finer than into tokens: where numbers, units and signs of currency meet.
//
//     "£120m"        →  £ 120 m
//     "44-year-old"  →  44 - year - old

#include <cstdint>
#include <string>
#include <vector>

#include "coverage/numerals.h"
#include "coverage/quantities.h"
#include "document/tokenized.h"
#include "text/range.h"

namespace twicetold::coverage {

/// A token, or what a hyphen, a sign of currency or a border between digits and letters cuts out of it.
struct Part {
    enum class Kind : std::uint8_t { word, digits, sign } kind = Kind::word;
    text::Range range;
    std::uint32_t token = 0;
    std::string plain;  ///< folded, for words and signs
    Digits digits;
    bool glued = false;  ///< no white space before it
    bool capital = false;
    std::uint16_t roles = 0;
};

/// The parts of one unit of a document, in order. O(length).
[[nodiscard]] std::vector<Part> read_parts(const document::Tokenized& text, std::uint32_t unit,
                                           const PlainWords& words);

}  // namespace twicetold::coverage
