#pragma once
// Units of news figures, and how they convert.

#include <cstdint>
#include <string_view>

#include "coverage/words.h"

namespace twicetold::coverage {

/// What is measured. Only quantities of one dimension are ever compared.
enum class Dimension : std::uint8_t {
    count,
    money,
    share,
    length,
    speed,
    mass,
    duration,
    age,
    temperature,
    area,
    volume,
    times,
    score,  ///< of a match, "3-1": 1000 × the higher + the lower
    // Of the calendar: not measured, only equal or not.
    date,     ///< 100 × month + day
    weekday,  ///< 1 Monday to 7 Sunday
    clock,    ///< hours since midnight, or since noon or midnight where nothing tells which
    year,
};

/// Calendar quantities stay words of their sentence as well: they tell less than a number does.
[[nodiscard]] constexpr bool is_calendar(Dimension dimension) { return dimension >= Dimension::date; }

struct Unit {
    Dimension dimension = Dimension::count;
    std::string_view code;  ///< "km/h", "USD", "%": static text
    double factor = 1;      ///< value × factor + offset is in the base unit of the dimension
    double offset = 0;
};

/// The unit that a word or sign in plain form stands for behind a number; a dimension of `count` with an empty code where
/// it is none. Short codes ("m", "ft") are only meant for what follows a number directly. O(log of the list).
[[nodiscard]] Unit unit_of(std::string_view plain);

/// By a sign or code of currency, before or behind the number ("$", "US$", "EUR").
[[nodiscard]] Unit currency_of(std::string_view sign);

}  // namespace twicetold::coverage
