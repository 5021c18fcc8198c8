#pragma once
// The version of the program, as it stands in reports and on the command line.

#include <string_view>

namespace twicetold::report {

inline constexpr std::string_view program_version = "0.1.0";

}  // namespace twicetold::report
