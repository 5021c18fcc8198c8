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
};

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
