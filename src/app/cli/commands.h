#pragma once
// What the program does. Each command returns the exit status.

#include "app/cli/arguments.h"

namespace twicetold::cli {

/// As diff has it.
enum class ExitStatus : int { nothing_differs = 0, differences = 1, trouble = 2 };

/// Compares files, as versions or as coverage, and writes a report.
[[nodiscard]] ExitStatus compare(const Arguments& arguments);

/// Shows what is read from one file. `nothing_differs` stands for success.
[[nodiscard]] ExitStatus extract(const Arguments& arguments);

/// Reads requests from standard input, a line each, and answers each with a line, in order. Memory does not grow with the number of
/// lines. A line that is no request, or whose texts cannot be compared, is answered by its error; the others go on.
[[nodiscard]] ExitStatus batch(const Arguments& arguments);

}  // namespace twicetold::cli
