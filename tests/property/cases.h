#pragma once
// How many cases a property is tried on: a few thousand in every run of the tests, as many as asked for in
// TWICETOLD_PROPERTY_CASES.

#include <cstddef>
#include <cstdlib>

namespace twicetold::tests {

inline std::size_t case_count(std::size_t usual) {
    const char* wanted = std::getenv("TWICETOLD_PROPERTY_CASES");
    return wanted != nullptr ? static_cast<std::size_t>(std::strtoull(wanted, nullptr, 10)) : usual;
}

}  // namespace twicetold::tests
