#pragma once
// The quantities that a sentence states: a number, its unit, what is counted.
//
//     "Roughly 650 feet of the wall"  →  650 ft, approximate
//     "between $85 million and $110 million"  →  85e6 to 110e6 USD
//     "one in seven"  →  14.3 %, approximate
//
//     "shortly after 9 p.m. on Saturday"  →  clock 21, approximate; weekday 6
//
// Left out: ordinals, and numbers that are part of a name ("Route 9").

#include <cstdint>
#include <string>
#include <vector>

#include "coverage/units.h"
#include "coverage/words.h"
#include "document/tokenized.h"
#include "text/range.h"

namespace twicetold::coverage {

enum class Bound : std::uint8_t { none, at_least, at_most };

struct Quantity {
    text::Range range;              ///< absolute bytes: the number with its sign or unit
    std::uint32_t first_token = 0;  ///< index into Tokenized::tokens
    std::uint32_t last_token = 0;   ///< half-open
    Dimension dimension = Dimension::count;
    std::string unit;  ///< code of the unit; empty for a count
    double value = 0;  ///< as written, in `unit`
    double value_high = 0;
    double base = 0;  ///< in the base unit of the dimension
    double base_high = 0;
    double precision = 0;      ///< half of the last digit given, in the base unit
    bool approximate = false;  ///< "about", "almost", a ratio
    Bound bound = Bound::none;
    bool half_known = true;  ///< of a clock time: it is told which half of the day
};

/// Plain form and roles of each entry of a vocabulary.
struct PlainWords {
    std::vector<std::string> plain;
    std::vector<std::uint16_t> roles;
};

/// The quantities of one unit of a document, in order. O(tokens).
[[nodiscard]] std::vector<Quantity> read_quantities(const document::Tokenized& text, std::uint32_t unit,
                                                    const PlainWords& words, Language language);

/// Are they quantities of one kind, so that it makes sense to compare them?
[[nodiscard]] bool comparable(const Quantity& one, const Quantity& other);

/// Can both be true of the same thing as they are worded? Rounding, "more than", ranges and converted units are allowed for.
[[nodiscard]] bool compatible(const Quantity& one, const Quantity& other);

}  // namespace twicetold::coverage
