#pragma once
// Numbers as news writes them: digits with separators, or words.

#include <optional>
#include <string_view>

#include "coverage/words.h"

namespace twicetold::coverage {

/// "1,150", "1.310", "2,5", "98.6", "1 340" (with any narrow or no-break space). A separator before exactly three digits
/// marks thousands, but for a leading zero; any other marks decimals. Nothing for what is no number, like "10.3.2024".
struct Digits {
    double value = 0;
    int decimals = 0;        ///< digits behind the decimal sign
    bool separated = false;  ///< has a thousands sign: no year
};
[[nodiscard]] std::optional<Digits> read_digits(std::string_view text);

/// What a word says about a number.
enum class NumeralKind : unsigned char {
    none,
    cardinal,    ///< 0 to 99; German compounds up to a million
    multiplier,  ///< 100, 1000, a million …
    dozen,       ///< 12 or 20, after an article or "half a"
    fraction,    ///< half, third, quarter, fifth … a share
    times,       ///< twice
};

struct Numeral {
    NumeralKind kind = NumeralKind::none;
    double value = 0;
};

/// Looks a word in plain form up. O(log of the list), O(length) for German compounds.
[[nodiscard]] Numeral numeral_of(std::string_view plain, Language language);

}  // namespace twicetold::coverage
