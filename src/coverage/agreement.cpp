// Whether two statements of a quantity can both be true.

#include <algorithm>
#include <cmath>

#include "coverage/quantities.h"

namespace twicetold::coverage {

namespace {

/// How far two statements may lie apart where one of them is "about" ("almost 50" for 47, "about 30" for 28).
constexpr double rough = 0.065;
/// Where a unit was converted, the result is rounded.
constexpr double converted = 0.025;
/// "More than 200" is said of 212, not of 400.
constexpr double beyond_bound = 1.3;

bool within_bound(const Quantity& bounded, const Quantity& other) {
    if (bounded.bound == Bound::at_least) {
        return other.base_high >= bounded.base * 0.999 - other.precision &&
               other.base <= bounded.base * beyond_bound;
    }
    return other.base <= bounded.base_high * 1.001 + other.precision &&
           other.base_high >= bounded.base_high / beyond_bound;
}

/// "8.4 million" of euros, where one side leaves the unit out: the very same number, and no small one.
bool same_without_unit(const Quantity& one, const Quantity& other) {
    const auto bare = [](const Quantity& q) { return q.dimension == Dimension::count && q.unit.empty(); };
    const bool measured = one.dimension == Dimension::money || one.dimension == Dimension::share ||
                          other.dimension == Dimension::money || other.dimension == Dimension::share;
    if (!(bare(one) || bare(other)) || !measured) return false;
    const bool telling = one.value > 100 || one.value != std::floor(one.value);
    return telling && std::abs(one.value - other.value) <= 0.001 * one.value;
}

/// How far two places on a circle are apart.
double circular(double one, double other, double round) {
    const double apart = std::fmod(std::abs(one - other), round);
    return std::min(apart, round - apart);
}

/// Dates, times and scores are the same or not; a time may be "about" another.
bool same_moment(const Quantity& one, const Quantity& other) {
    const bool rough_time = one.approximate || other.approximate;
    switch (one.dimension) {
        case Dimension::clock: {
            constexpr double half_day = 12;
            const double round = one.half_known && other.half_known ? 2 * half_day : half_day;
            const bool bounded = one.bound != Bound::none || other.bound != Bound::none;
            return circular(one.base, other.base, round) <= (bounded ? 1.0 : rough_time ? 0.5 : 0.01);
        }
        case Dimension::weekday:
            return circular(one.base, other.base, 7) <= (one.approximate && other.approximate ? 1 : 0);
        case Dimension::year: return std::abs(one.base - other.base) <= (rough_time ? 5 : 0);
        default: return one.base == other.base;
    }
}

}  // namespace

bool comparable(const Quantity& one, const Quantity& other) {
    const auto kind = [](const Quantity& q) {
        return q.dimension == Dimension::times ? Dimension::count : q.dimension;
    };
    if (kind(one) != kind(other)) {
        const bool years =
            (one.dimension == Dimension::age && other.dimension == Dimension::duration &&
             other.unit == "year") ||
            (other.dimension == Dimension::age && one.dimension == Dimension::duration && one.unit == "year");
        return years;
    }
    return one.dimension != Dimension::money || one.unit == other.unit;
}

bool compatible(const Quantity& one, const Quantity& other) {
    if (!comparable(one, other)) return same_without_unit(one, other);
    if (is_calendar(one.dimension) || one.dimension == Dimension::score) return same_moment(one, other);
    if (one.bound != Bound::none && within_bound(one, other)) return true;
    if (other.bound != Bound::none && within_bound(other, one)) return true;
    const bool range = one.base_high > one.base || other.base_high > other.base;
    double tolerance = 0;
    const double size = std::max(std::abs(one.base), std::abs(other.base));
    if (one.unit != other.unit) tolerance = std::max(tolerance, size * converted);
    if ((one.approximate && one.bound == Bound::none) || (other.approximate && other.bound == Bound::none)) {
        // Two whole numbers below ten are never "about" each other.
        if (size >= 10 || one.dimension != Dimension::count) tolerance = std::max(tolerance, size * rough);
    }
    tolerance = std::max(
        tolerance, std::max(one.precision, other.precision) * (one.precision == other.precision ? 0.2 : 1.0));
    if (range) return one.base <= other.base_high + tolerance && other.base <= one.base_high + tolerance;
    return std::abs(one.base - other.base) <= tolerance * 1.0001;
}

}  // namespace twicetold::coverage
